// SPDX-License-Identifier: Apache-2.0
// The element loops of the package: everything that touches elements of built-in types.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __clang__
#pragma clang assume_nonnull begin
#else
#define _Nullable
#define _Nonnull
#endif

// One shape for every kernel: a two-dimensional loop, n0 times n1, over k operands. p[0] is the
// result; s0 and s1 are the byte steps of the operands along the outer and the inner axis.
//
// Every kernel takes memory of any alignment. Operands must be equal or disjoint wherever the
// results of a row are contiguous; results that lie closer than their size (or on one place) are
// written strictly in sequence, outer axis first.
typedef void (*strided_kernel)(ptrdiff_t n0, ptrdiff_t n1, char *_Nonnull const *_Nonnull p,
                               const ptrdiff_t *_Nonnull s0, const ptrdiff_t *_Nonnull s1);

// Codes of the element kinds; a byte of `bool` counts as true when it isn't 0.
enum {
  STRIDED_BOOL, STRIDED_INT8, STRIDED_INT16, STRIDED_INT32, STRIDED_INT64,
  STRIDED_UINT8, STRIDED_UINT16, STRIDED_UINT32, STRIDED_UINT64,
  STRIDED_FLOAT16, STRIDED_FLOAT32, STRIDED_FLOAT64, STRIDED_COMPLEX64, STRIDED_COMPLEX128,
  STRIDED_KINDS
};

// The elementwise operations under NumPy's names, by their numbers of inputs and results. What an
// operation can compute with is what it has kernels for.
#define STRIDED_UNARY_OPERATIONS(F)                                                                \
  F(negative) F(positive) F(absolute) F(fabs) F(sign) F(conjugate)                                 \
  F(square) F(reciprocal) F(sqrt) F(spacing)                                                       \
  F(floor) F(ceil) F(trunc) F(rint)                                                                \
  F(invert) F(bitwise_count) F(logical_not)                                                        \
  F(isnan) F(isinf) F(isfinite) F(signbit)                                                         \
  F(exp) F(exp2) F(expm1) F(log) F(log2) F(log10) F(log1p) F(cbrt) F(sin) F(cos) F(tan) F(arcsin)  \
  F(arccos) F(arctan) F(sinh) F(cosh) F(tanh) F(arcsinh) F(arccosh) F(arctanh) F(deg2rad)          \
  F(rad2deg)
#define STRIDED_BINARY_OPERATIONS(F)                                                               \
  F(add) F(subtract) F(multiply) F(divide)                                                         \
  F(minimum) F(maximum) F(fmin) F(fmax)                                                            \
  F(equal) F(not_equal) F(less) F(less_equal) F(greater) F(greater_equal)                          \
  F(floor_divide) F(remainder) F(fmod) F(power) F(gcd) F(lcm)                                      \
  F(bitwise_and) F(bitwise_or) F(bitwise_xor) F(left_shift) F(right_shift)                         \
  F(logical_and) F(logical_or) F(logical_xor)                                                      \
  F(hypot) F(copysign) F(nextafter) F(heaviside) F(ldexp)                                          \
  F(float_power) F(arctan2) F(logaddexp) F(logaddexp2)
#define STRIDED_TERNARY_OPERATIONS(F) F(clip)
// One input and two results; two inputs and two results.
#define STRIDED_SPLIT_OPERATIONS(F) F(frexp) F(modf)
#define STRIDED_DIVISION_OPERATIONS(F) F(divmod)

#define STRIDED_CODE(NAME) STRIDED_OPERATION_##NAME,
enum { STRIDED_BINARY_OPERATIONS(STRIDED_CODE) };

// The families of operations, each numbered in the order of its list.
enum { STRIDED_UNARY, STRIDED_BINARY, STRIDED_TERNARY, STRIDED_SPLIT, STRIDED_DIVISION };

// Operations of strided_reduce_kernel. Those of "number" leave out NaNs and are defined for floats
// and complex numbers only.
enum {
  STRIDED_SUM, STRIDED_PRODUCT, STRIDED_SMALLEST, STRIDED_LARGEST, STRIDED_ANY, STRIDED_ALL,
  STRIDED_COUNT, STRIDED_SUM_NUMBERS, STRIDED_PRODUCT_NUMBERS, STRIDED_SMALLEST_NUMBER,
  STRIDED_LARGEST_NUMBER, STRIDED_NUMBERS, STRIDED_REDUCTIONS
};

// The kernel that computes an operation of a family with elements of a kind; NULL if there is none.
// Results come first in the operands, then inputs. "greater" and "greater_equal" take their inputs
// exchanged; the exponents of ldexp are of kind int64, those of frexp int32.
strided_kernel _Nullable strided_operation_kernel(int family, int operation, int kind);
// NumPy's name of an operation.
const char *strided_operation_name(int family, int operation);
// The kernel of a comparison of int64 (first) with uint64 (second), exact.
strided_kernel _Nullable strided_mixed_kernel(int operation);
// result = condition ? a : b, elements of 1, 2, 4, 8 or 16 bytes of any meaning.
strided_kernel _Nullable strided_select_kernel(int size);
// result = a where the mask (the second input) is not 0, else unchanged; sizes as above.
strided_kernel _Nullable strided_masked_copy_kernel(int size);
// Elements of 1, 2, 4, 8 or 16 bytes at distances in bytes, which p[2] lists (ptrdiff_t):
// p[0][i] = p[1] + p[2][i], or p[0] + p[2][i] = p[1][i], strictly in sequence.
strided_kernel _Nullable strided_gather_kernel(int size);
strided_kernel _Nullable strided_scatter_kernel(int size);
// p[0] + p[2][i] += p[1][i], strictly in sequence.
strided_kernel _Nullable strided_add_at_kernel(int kind);
// Applies a kernel of two inputs to one place after another, which is its result and first input;
// `exchanged` kernels take it second.
void strided_apply_at(strided_kernel kernel, bool exchanged, ptrdiff_t n, char *places,
                      const ptrdiff_t *distances, char *values, ptrdiff_t step);
// Turns positions (int64) along an axis into distances; negative ones count from the end. Returns
// the place of the first that is out of range, else n.
ptrdiff_t strided_distances(ptrdiff_t *to, const void *positions, ptrdiff_t n, ptrdiff_t length,
                            ptrdiff_t step);
// Packs the elements of 1, 2, 4, 8 or 16 bytes at positions (int64) along an axis whose neighbours
// are `step` bytes apart; else as strided_distances.
ptrdiff_t strided_take(int size, char *to, const char *from, const void *positions, ptrdiff_t n,
                       ptrdiff_t length, ptrdiff_t step);
// How many bytes of a mask are not 0.
ptrdiff_t strided_count_true(const char *mask, ptrdiff_t step, ptrdiff_t n);
// Packs the elements of 1, 2, 4, 8 or 16 bytes where the mask is not 0; returns how many. No more
// than `room` are written; what lies between the last of them and the end of the room may be.
ptrdiff_t strided_compress(int size, char *to, ptrdiff_t room, const char *from,
                           ptrdiff_t from_step, const char *mask, ptrdiff_t mask_step, ptrdiff_t n);
// The same with the numbers first + i * step instead of elements.
ptrdiff_t strided_places(ptrdiff_t *to, ptrdiff_t room, const char *mask, ptrdiff_t mask_step,
                         ptrdiff_t n, ptrdiff_t first, ptrdiff_t step);
// result = a, converted. A float that an integer can't hold (NaN too) becomes the smallest int32
// (for int8, int16, int32, uint8, uint16: then cut to size), the smallest int64 (int64, and
// uint32: then cut to size) or 2^63 (uint64), on every processor.
strided_kernel _Nullable strided_cast_kernel(int from, int to);
// result = a, elements of 1, 2, 4, 8 or 16 bytes of any meaning.
strided_kernel _Nullable strided_copy_kernel(int size);
// The same with stores past the cache where the results of a row are contiguous: for results that
// are too large to stay in it. Other threads see them after strided_stream_end.
strided_kernel _Nullable strided_stream_kernel(int size);
void strided_stream_end(void);
// result = a with the bytes of each number reversed, the two parts of a complex one apart.
strided_kernel _Nullable strided_swap_kernel(int kind);
// result = result op a. Sums and products collect in a wider kind: strided_reduce_kind.
strided_kernel _Nullable strided_reduce_kernel(int operation, int kind);
// The kind of the results. Sums and products: int64, uint64, float32 for float16, else the kind
// itself; any and all: bool; counts: int64.
int strided_reduce_kind(int operation, int kind);
// Writes what a reduction of elements of `kind` starts with, at most 16 bytes.
void strided_reduce_start(int operation, int kind, void *result);
// Writes an element of `kind` that changes no result of a reduction.
void strided_reduce_neutral(int operation, int kind, void *element);
// result[j] = where in row j of a the smallest or largest element lies, the first of several; one
// result (int64) a row, elements along the inner axis. -1 where only NaNs are, if they don't count.
strided_kernel _Nullable strided_argument_kernel(int operation, int kind);
// result[i] = result[i - 1] op a[i] along the inner axis; a may be the result.
strided_kernel _Nullable strided_scan_kernel(int operation, int kind);
// Rows along the inner axis: p[0] becomes p[1] sorted (0), the positions that sort it, int64 (1), or
// p[1] or its positions with those at the s1[3] ascending places of p[3] where a sort would put them
// (2, 3). p[2] is room for two rows of elements, for positions of three words each, for complex
// numbers of two elements and positions each. Rows of positions are shorter than 2^31.
strided_kernel _Nullable strided_sort_kernel(int operation, int kind);
// result = how many of the s0[2] sorted elements of p[2], s1[2] apart, come before each value of
// p[1]; if `right` also those that equal it. One row.
strided_kernel _Nullable strided_search_kernel(int kind, bool right);
// result = between which of the s0[2] ascending edges at p[2] each value of a row lies, -1 outside;
// the last edge belongs to the place before it. p[3] is one double: the places a unit where all are
// of one width, else 0. For integers and floats.
strided_kernel _Nullable strided_bins_kernel(int kind);
// result[a[i]] += 1 (int64), or b[i] (float64, complex128), of one row; a is of int64, and its
// negative positions are left out.
strided_kernel _Nullable strided_tally_kernel(int kind);
// The n0 x n1 matrix p[0], of contiguous rows, becomes the product of p[1] with p[2], which have
// s0[3] inner elements; s0 and s1 are the steps of rows and columns, p[3] the room that is asked for.
strided_kernel _Nullable strided_matrix_kernel(int kind, ptrdiff_t m, ptrdiff_t n);
// The bytes of room that a product of m rows and n columns with k inner elements needs.
ptrdiff_t strided_matrix_room(int kind, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k);
// result += (a - m)²; p[2] is m, and p[3] the mask of the elements that count, if masked. Where
// `numbers`, NaNs are left out. For float32 and float64.
strided_kernel _Nullable strided_deviation_kernel(int kind, bool masked, bool numbers);

// Moves bytes between places that may overlap.
void strided_move(void *to, const void *from, size_t bytes);

#ifdef __clang__
#pragma clang assume_nonnull end
#endif
