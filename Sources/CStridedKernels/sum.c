// SPDX-License-Identifier: Apache-2.0
// Sums, of all elements or of those that are no NaN. A run is added up in blocks by several
// vectors, and the blocks pairwise, so that the error of a long float sum grows with the logarithm
// of its length.
#include "reduce.h"

// Short blocks of floats keep the chains of additions short; integers are exact, but their blocks
// end before the lanes of small ones overflow.
enum { FLOAT_BLOCK = 1024, INTEGER_BLOCK = 16384, STEPPED = 256, VECTORS = 8, DEPTH = 64 };

// Joins the sums of blocks 0, 1, 2 … like a binary counter: equal numbers of blocks add up.
#define PAIRWISE(JOIN, W, LENGTH, BLOCK_SUM)                                                       \
  W pending[DEPTH];                                                                                \
  int depth = 0;                                                                                   \
  for (n_t first = 0, block = 0; first < n; first += LENGTH, block++) {                            \
    const n_t length = n - first < LENGTH ? n - first : LENGTH;                                    \
    W s = BLOCK_SUM;                                                                               \
    for (n_t b = block; b & 1; b >>= 1) s = JOIN(pending[--depth], s);                             \
    pending[depth++] = s;                                                                          \
  }                                                                                                \
  W total = pending[--depth];                                                                      \
  while (depth > 0) total = JOIN(pending[--depth], total);                                         \
  return total;

#define RUN(NAME, T, W, LENGTH)                                                                    \
  INLINE W NAME##_run_##T(const T *a, n_t n, n_t step) {                                           \
    if (step == sizeof(T)) {                                                                       \
      PAIRWISE(NAME##_join_##T, W, LENGTH, NAME##_block_##T(a + first, length))                    \
    }                                                                                              \
    PAIRWISE(NAME##_join_##T, W, STEPPED,                                                          \
             NAME##_stepped_##T(&AT(const T, a, first, step), length, step))                       \
  }

// T elements, B their plain type, M what a block adds up in, W what the result is; LANES(x) is
// what a vector x of elements adds.
#define SUM(NAME, T, B, M, W, R, ONE, MANY, LENGTH)                                                \
  INLINE W NAME##_load_##T(T x) { return (W)ONE(x); }                                              \
  INLINE W NAME##_join_##T(W a, W b) { return a + b; }                                             \
  STEPPED_RUN(NAME, T, W)                                                                          \
  INLINE W NAME##_block_##T(const T *a, n_t n) {                                                   \
    enum { LANES = 32 / sizeof(M) };                                                               \
    typedef M many __attribute__((vector_size(32)));                                               \
    typedef B few __attribute__((vector_size(LANES * sizeof(B)), aligned(1), may_alias));          \
    many sums[VECTORS] = {0};                                                                      \
    n_t i = 0;                                                                                     \
    for (; i + LANES * VECTORS <= n; i += LANES * VECTORS) {                                       \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++) {                                       \
        const few x = *(const few *)(a + i + v * LANES);                                           \
        sums[v] += MANY(x);                                                                        \
      }                                                                                            \
    }                                                                                              \
    W s = 0;                                                                                       \
    if (sizeof(M) <= 2) {                                                                          \
      for (int v = 0; v < VECTORS; v++)                                                            \
        for (int k = 0; k < LANES; k++) s += (W)sums[v][k];                                        \
    } else {                                                                                       \
      for (int v = VECTORS / 2; v > 0; v /= 2)                                                     \
        for (int k = 0; k < v; k++) sums[k] += sums[k + v];                                        \
      for (int k = 0; k < LANES; k++) s += (W)sums[0][k];                                          \
    }                                                                                              \
    for (; i < n; i++) s += (W)ONE(a[i]);                                                          \
    return s;                                                                                      \
  }                                                                                                \
  RUN(NAME, T, W, LENGTH)                                                                          \
  REDUCE(NAME, T, W, R)

#define VALUE(X) (X)
#define VALUES(X) __builtin_convertvector(X, many)
SUM(sum, i8, int8_t, int16_t, int64_t, i64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, i16, int16_t, int32_t, int64_t, i64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, i32, int32_t, int64_t, int64_t, i64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, u8, uint8_t, uint16_t, uint64_t, u64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, u16, uint16_t, uint32_t, uint64_t, u64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, u32, uint32_t, uint64_t, uint64_t, u64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, u64, uint64_t, uint64_t, uint64_t, u64, VALUE, VALUES, INTEGER_BLOCK)
SUM(sum, f16, half, float, float, f32, VALUE, VALUES, FLOAT_BLOCK)
SUM(sum, f32, float, float, float, f32, VALUE, VALUES, FLOAT_BLOCK)
SUM(sum, f64, double, double, double, f64, VALUE, VALUES, FLOAT_BLOCK)
// The same bits whether a sum is signed, but only the unsigned one may wrap.
#define sum_kernel_i64 sum_kernel_u64

// Truth values, and counts of them in any element type: a lane that is true is -1.
#define TRUTH(X) ((X) != 0)
#define TRUTHS(X) ((many)((X) != 0) & 1)
SUM(sum, b8, uint8_t, uint8_t, int64_t, i64, TRUTH, TRUTHS, INTEGER_BLOCK)

#define COUNTS(X) (-(many)((X) != 0))
SUM(count, u16, uint16_t, int16_t, int64_t, i64, TRUTH, COUNTS, INTEGER_BLOCK)
SUM(count, u32, uint32_t, int32_t, int64_t, i64, TRUTH, COUNTS, INTEGER_BLOCK)
SUM(count, u64, uint64_t, int64_t, int64_t, i64, TRUTH, COUNTS, INTEGER_BLOCK)
SUM(count, f32, float, int32_t, int64_t, i64, TRUTH, COUNTS, INTEGER_BLOCK)
SUM(count, f64, double, int64_t, int64_t, i64, TRUTH, COUNTS, INTEGER_BLOCK)

#define ORDERED(X) ((X) == (X))
#define ORDERED_COUNTS(X) (-(many)((X) == (X)))
SUM(numbers, f32, float, int32_t, int64_t, i64, ORDERED, ORDERED_COUNTS, INTEGER_BLOCK)
SUM(numbers, f64, double, int64_t, int64_t, i64, ORDERED, ORDERED_COUNTS, INTEGER_BLOCK)

// Half precision is tested by its bits.
typedef u16 h16;
#define HALF_TRUTH(X) (((X)&0x7fff) != 0)
#define HALF_COUNTS(X) (-(many)(((X)&0x7fff) != 0))
#define HALF_ORDERED(X) (((X)&0x7fff) <= 0x7c00)
#define HALF_ORDERED_COUNTS(X) (-(many)(((X)&0x7fff) <= 0x7c00))
SUM(count, h16, uint16_t, int16_t, int64_t, i64, HALF_TRUTH, HALF_COUNTS, INTEGER_BLOCK)
SUM(numbers, h16, uint16_t, int16_t, int64_t, i64, HALF_ORDERED, HALF_ORDERED_COUNTS, INTEGER_BLOCK)

// A NaN adds nothing.
#define NUMBER(X) ((X) == (X) ? (X) : 0)
#define BITS_OF_NUMBERS(X, I) ((many)((I)(X) & (I)((X) == (X))))
typedef int32_t mask32 __attribute__((vector_size(32)));
typedef int64_t mask64 __attribute__((vector_size(32)));
#define NUMBERS32(X) BITS_OF_NUMBERS(__builtin_convertvector(X, many), mask32)
#define NUMBERS64(X) BITS_OF_NUMBERS(X, mask64)
SUM(sum_numbers, f16, half, float, float, f32, NUMBER, NUMBERS32, FLOAT_BLOCK)
SUM(sum_numbers, f32, float, float, float, f32, NUMBER, NUMBERS32, FLOAT_BLOCK)
SUM(sum_numbers, f64, double, double, double, f64, NUMBER, NUMBERS64, FLOAT_BLOCK)

// Complex numbers: the parts alternate in the lanes of the vectors.
#define COMPLEX_SUM(T, B)                                                                          \
  INLINE T sum_load_##T(T x) { return x; }                                                         \
  INLINE T sum_numbers_load_##T(T x) { return IS_NAN(x) ? (T){0, 0} : x; }                         \
  INLINE int64_t count_load_##T(T x) { return (x.re != 0) | (x.im != 0); }                         \
  INLINE int64_t numbers_load_##T(T x) { return (x.re == x.re) & (x.im == x.im); }                 \
  INLINE T sum_join_##T(T a, T b) { return (T){a.re + b.re, a.im + b.im}; }                        \
  INLINE T sum_numbers_join_##T(T a, T b) { return sum_join_##T(a, b); }                           \
  INLINE int64_t count_join_##T(int64_t a, int64_t b) { return a + b; }                            \
  INLINE int64_t numbers_join_##T(int64_t a, int64_t b) { return a + b; }                          \
  STEPPED_RUN(sum, T, T)                                                                           \
  STEPPED_RUN(sum_numbers, T, T)                                                                   \
  STEPPED_RUN(count, T, int64_t)                                                                   \
  STEPPED_RUN(numbers, T, int64_t)                                                                 \
  INLINE T sum_block_##T(const T *a, n_t n) {                                                      \
    enum { LANES = 32 / sizeof(T) };                                                               \
    typedef B many __attribute__((vector_size(32)));                                               \
    typedef B few __attribute__((vector_size(32), aligned(1), may_alias));                         \
    many sums[VECTORS] = {0};                                                                      \
    n_t i = 0;                                                                                     \
    for (; i + LANES * VECTORS <= n; i += LANES * VECTORS) {                                       \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++)                                         \
        sums[v] += *(const few *)(a + i + v * LANES);                                              \
    }                                                                                              \
    for (int v = VECTORS / 2; v > 0; v /= 2)                                                       \
      for (int k = 0; k < v; k++) sums[k] += sums[k + v];                                          \
    T s = {0, 0};                                                                                  \
    for (int k = 0; k < LANES; k++)                                                                \
      s = sum_join_##T(s, (T){sums[0][2 * k], sums[0][2 * k + 1]});                                \
    for (; i < n; i++) s = sum_join_##T(s, a[i]);                                                  \
    return s;                                                                                      \
  }                                                                                                \
  INLINE T sum_numbers_block_##T(const T *a, n_t n) {                                              \
    return sum_numbers_stepped_##T(a, n, sizeof(T));                                               \
  }                                                                                                \
  RUN(sum, T, T, FLOAT_BLOCK)                                                                      \
  RUN(sum_numbers, T, T, STEPPED)                                                                  \
  INLINE int64_t count_run_##T(const T *a, n_t n, n_t s) { return count_stepped_##T(a, n, s); }    \
  INLINE int64_t numbers_run_##T(const T *a, n_t n, n_t s) { return numbers_stepped_##T(a, n, s); } \
  REDUCE(sum, T, T, T)                                                                             \
  REDUCE(sum_numbers, T, T, T)                                                                     \
  REDUCE(count, T, int64_t, i64)                                                                   \
  REDUCE(numbers, T, int64_t, i64)
COMPLEX_SUM(c64, float)
COMPLEX_SUM(c128, double)

// Rows of complex numbers are rows of twice as many parts.
#define COMPLEX_ROWS(T, F)                                                                         \
  static void part_sum_kernel_##T(SIGNATURE) {                                                     \
    const n_t t = sizeof(T), steps[2] = {sizeof(F), sizeof(F)};                                    \
    if (s1[0] == t && s1[1] == t) sum_kernel_##F(n0, 2 * n1, p, s0, steps);                        \
    else sum_kernel_##T(n0, n1, p, s0, s1);                                                        \
  }
COMPLEX_ROWS(c64, f32)
COMPLEX_ROWS(c128, f64)

const strided_kernel strided_sums[2][STRIDED_KINDS] = {
  {sum_kernel_b8, sum_kernel_i8, sum_kernel_i16, sum_kernel_i32, sum_kernel_i64, sum_kernel_u8,
   sum_kernel_u16, sum_kernel_u32, sum_kernel_u64, sum_kernel_f16, sum_kernel_f32, sum_kernel_f64,
   part_sum_kernel_c64, part_sum_kernel_c128},
  {[STRIDED_FLOAT16] = sum_numbers_kernel_f16, [STRIDED_FLOAT32] = sum_numbers_kernel_f32,
   [STRIDED_FLOAT64] = sum_numbers_kernel_f64, [STRIDED_COMPLEX64] = sum_numbers_kernel_c64,
   [STRIDED_COMPLEX128] = sum_numbers_kernel_c128}};

const strided_kernel strided_counts[2][STRIDED_KINDS] = {
  {sum_kernel_b8, sum_kernel_b8, count_kernel_u16, count_kernel_u32, count_kernel_u64,
   sum_kernel_b8, count_kernel_u16, count_kernel_u32, count_kernel_u64, count_kernel_h16,
   count_kernel_f32, count_kernel_f64, count_kernel_c64, count_kernel_c128},
  {[STRIDED_FLOAT16] = numbers_kernel_h16, [STRIDED_FLOAT32] = numbers_kernel_f32,
   [STRIDED_FLOAT64] = numbers_kernel_f64, [STRIDED_COMPLEX64] = numbers_kernel_c64,
   [STRIDED_COMPLEX128] = numbers_kernel_c128}};
