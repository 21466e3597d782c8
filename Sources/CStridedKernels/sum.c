// SPDX-License-Identifier: Apache-2.0
// Sums. A run is added up in blocks by several vectors, and the blocks pairwise, so that the error
// of a long float sum grows with the logarithm of its length.
#include "internal.h"

// Short blocks of floats keep the chains of additions short; integers are exact, but their blocks
// end before the lanes of small ones overflow.
enum { FLOAT_BLOCK = 1024, INTEGER_BLOCK = 16384, STEPPED = 256, VECTORS = 8, DEPTH = 64 };

// Joins the sums of blocks 0, 1, 2 … like a binary counter: equal numbers of blocks add up.
#define PAIRWISE(W, LENGTH, BLOCK_SUM)                                                             \
  W pending[DEPTH];                                                                                \
  int depth = 0;                                                                                   \
  for (n_t first = 0, block = 0; first < n; first += LENGTH, block++) {                            \
    const n_t length = n - first < LENGTH ? n - first : LENGTH;                                    \
    W s = BLOCK_SUM;                                                                               \
    for (n_t b = block; b & 1; b >>= 1) s = ADD(pending[--depth], s);                              \
    pending[depth++] = s;                                                                          \
  }                                                                                                \
  W total = pending[--depth];                                                                      \
  while (depth > 0) total = ADD(pending[--depth], total);                                          \
  return total;

#define ADD(A, B) ((A) + (B))
#define VALUE(V) (V)
#define TRUTH(V) (((V) != 0) & 1)

// T elements, B their plain type, M what a block adds up in, W what the result is.
#define SUM(T, B, M, W, RESULT, LOAD, BLOCK)                                                       \
  INLINE W block_sum_##T(const T *a, n_t n) {                                                      \
    enum { LANES = 32 / sizeof(M) };                                                               \
    typedef M many __attribute__((vector_size(32)));                                               \
    typedef B few __attribute__((vector_size(LANES * sizeof(B)), aligned(1), may_alias));          \
    many sums[VECTORS] = {0};                                                                      \
    n_t i = 0;                                                                                     \
    for (; i + LANES * VECTORS <= n; i += LANES * VECTORS) {                                       \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++) {                                       \
        const few x = *(const few *)(a + i + v * LANES);                                           \
        sums[v] += __builtin_convertvector(LOAD(x), many);                                         \
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
    for (; i < n; i++) s += (W)LOAD(a[i]);                                                         \
    return s;                                                                                      \
  }                                                                                                \
  INLINE W stepped_sum_##T(const T *a, n_t n, n_t step) {                                          \
    W s[4] = {0};                                                                                  \
    n_t i = 0;                                                                                     \
    for (; i + 4 <= n; i += 4)                                                                     \
      for (int k = 0; k < 4; k++) s[k] += (W)LOAD(AT(const T, a, i + k, step));                    \
    for (; i < n; i++) s[0] += (W)LOAD(AT(const T, a, i, step));                                   \
    return (s[0] + s[1]) + (s[2] + s[3]);                                                          \
  }                                                                                                \
  INLINE W run_##T(const T *a, n_t n) {                                                            \
    PAIRWISE(W, BLOCK, block_sum_##T(a + first, length))                                           \
  }                                                                                                \
  INLINE W stepped_run_##T(const T *a, n_t n, n_t step) {                                          \
    PAIRWISE(W, STEPPED, stepped_sum_##T(&AT(const T, a, first, step), length, step))              \
  }                                                                                                \
  KERNEL static void sum_kernel_##T(SIGNATURE) {                                                   \
    const n_t so = s1[0], sa = s1[1], t = sizeof(T), r = sizeof(RESULT);                           \
    if (n1 <= 0) return;                                                                           \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      RESULT *o = (RESULT *)(p[0] + j * s0[0]);                                                    \
      const T *a = (const T *)(p[1] + j * s0[1]);                                                  \
      if (so == 0) {                                                                               \
        *o += sa == t ? run_##T(a, n1) : stepped_run_##T(a, n1, sa);                               \
      } else if (so == r && sa == t && s0[0] == 0 && j + 4 <= n0) {                                \
        const T *b = &AT(const T, a, 1, s0[1]), *c = &AT(const T, a, 2, s0[1]),                    \
                *d = &AT(const T, a, 3, s0[1]);                                                    \
        ROW o[i] += ((W)LOAD(a[i]) + (W)LOAD(b[i])) + ((W)LOAD(c[i]) + (W)LOAD(d[i]));             \
        j += 3;                                                                                    \
      } else if (so == r && sa == t) {                                                             \
        ROW o[i] += (W)LOAD(a[i]);                                                                 \
      } else {                                                                                     \
        STEPS AT(RESULT, o, i, so) += (W)LOAD(AT(const T, a, i, sa));                              \
      }                                                                                            \
    }                                                                                              \
  }

SUM(b8, uint8_t, uint8_t, int64_t, i64, TRUTH, INTEGER_BLOCK)
SUM(i8, int8_t, int16_t, int64_t, i64, VALUE, INTEGER_BLOCK)
SUM(i16, int16_t, int32_t, int64_t, i64, VALUE, INTEGER_BLOCK)
SUM(i32, int32_t, int64_t, int64_t, i64, VALUE, INTEGER_BLOCK)
SUM(u8, uint8_t, uint16_t, uint64_t, u64, VALUE, INTEGER_BLOCK)
SUM(u16, uint16_t, uint32_t, uint64_t, u64, VALUE, INTEGER_BLOCK)
SUM(u32, uint32_t, uint64_t, uint64_t, u64, VALUE, INTEGER_BLOCK)
SUM(u64, uint64_t, uint64_t, uint64_t, u64, VALUE, INTEGER_BLOCK)
SUM(f16, half, float, float, f32, VALUE, FLOAT_BLOCK)
SUM(f32, float, float, float, f32, VALUE, FLOAT_BLOCK)
SUM(f64, double, double, double, f64, VALUE, FLOAT_BLOCK)
// The same bits whether a sum is signed, but only the unsigned one may wrap.
#define sum_kernel_i64 sum_kernel_u64

// Complex numbers: the parts alternate in the lanes of the vectors.
#define COMPLEX_SUM(T, B)                                                                          \
  INLINE T plus_##T(T a, T b) { return (T){a.re + b.re, a.im + b.im}; }                            \
  INLINE T block_sum_##T(const T *a, n_t n) {                                                      \
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
      s = plus_##T(s, (T){sums[0][2 * k], sums[0][2 * k + 1]});                                    \
    for (; i < n; i++) s = plus_##T(s, a[i]);                                                      \
    return s;                                                                                      \
  }                                                                                                \
  INLINE T stepped_sum_##T(const T *a, n_t n, n_t step) {                                          \
    T s = {0, 0};                                                                                  \
    for (n_t i = 0; i < n; i++) s = plus_##T(s, AT(const T, a, i, step));                          \
    return s;                                                                                      \
  }                                                                                                \
  INLINE T run_##T(const T *a, n_t n) {                                                            \
    PAIRWISE(T, FLOAT_BLOCK, block_sum_##T(a + first, length))                                     \
  }                                                                                                \
  INLINE T stepped_run_##T(const T *a, n_t n, n_t step) {                                          \
    PAIRWISE(T, STEPPED, stepped_sum_##T(&AT(const T, a, first, step), length, step))              \
  }                                                                                                \
  KERNEL static void sum_kernel_##T(SIGNATURE) {                                                   \
    const n_t so = s1[0], sa = s1[1], t = sizeof(T);                                               \
    if (n1 <= 0) return;                                                                           \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      T *o = (T *)(p[0] + j * s0[0]);                                                              \
      const T *a = (const T *)(p[1] + j * s0[1]);                                                  \
      if (so == 0) {                                                                               \
        *o = plus_##T(*o, sa == t ? run_##T(a, n1) : stepped_run_##T(a, n1, sa));                  \
      } else if (so == t && sa == t) {                                                             \
        ROW o[i] = plus_##T(o[i], a[i]);                                                           \
      } else {                                                                                     \
        STEPS AT(T, o, i, so) = plus_##T(AT(T, o, i, so), AT(const T, a, i, sa));                  \
      }                                                                                            \
    }                                                                                              \
  }
#undef ADD
#define ADD(A, B) plus_c64(A, B)
COMPLEX_SUM(c64, float)
#undef ADD
#define ADD(A, B) plus_c128(A, B)
COMPLEX_SUM(c128, double)

const strided_kernel strided_sums[STRIDED_KINDS] = KINDS(sum_kernel_);

int strided_sum_kind(int kind) {
  if (kind <= STRIDED_INT64) return STRIDED_INT64;
  if (kind <= STRIDED_UINT64) return STRIDED_UINT64;
  return kind == STRIDED_FLOAT16 ? STRIDED_FLOAT32 : kind;
}
