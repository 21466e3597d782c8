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

// Operations of strided_binary_kernel: integers wrap; bool adds with "or", multiplies with "and".
enum {
  STRIDED_ADD, STRIDED_SUBTRACT, STRIDED_MULTIPLY, STRIDED_DIVIDE, STRIDED_MINIMUM,
  STRIDED_MAXIMUM, STRIDED_BINARY
};

// Operations of strided_compare_kernel; "greater" is "less" with its inputs exchanged.
enum { STRIDED_EQUAL, STRIDED_NOT_EQUAL, STRIDED_LESS, STRIDED_LESS_EQUAL, STRIDED_COMPARISONS };

// Operations of strided_reduce_kernel.
enum { STRIDED_SUM, STRIDED_SMALLEST, STRIDED_LARGEST, STRIDED_REDUCTIONS };

// result = a op b; results have the kind of the inputs. NULL where the kind lacks the operation.
strided_kernel _Nullable strided_binary_kernel(int operation, int kind);
// result = a op b as a byte, 0 or 1.
strided_kernel _Nullable strided_compare_kernel(int operation, int kind);
// result = a, converted. A float that an integer can't hold (NaN too) becomes the smallest int32
// (for int8, int16, int32, uint8, uint16: then cut to size), the smallest int64 (int64, and
// uint32: then cut to size) or 2^63 (uint64), on every processor.
strided_kernel _Nullable strided_cast_kernel(int from, int to);
// result = a, elements of 1, 2, 4, 8 or 16 bytes of any meaning.
strided_kernel _Nullable strided_copy_kernel(int size);
// result = a with the bytes of each number reversed, the two parts of a complex one apart.
strided_kernel _Nullable strided_swap_kernel(int kind);
// result = result op a. Sums collect in a wider kind: strided_sum_kind.
strided_kernel _Nullable strided_reduce_kernel(int operation, int kind);
// The kind of the results of a sum: int64, uint64, float32 for float16, else the kind itself.
int strided_sum_kind(int kind);

// Moves bytes between places that may overlap.
void strided_move(void *to, const void *from, size_t bytes);

#ifdef __clang__
#pragma clang assume_nonnull end
#endif
