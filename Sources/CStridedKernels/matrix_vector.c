// SPDX-License-Identifier: Apache-2.0
// Products of a matrix with a vector, of either side: sums of products along rows that are
// contiguous, or of whole rows where its columns are. Sums may contract to fused multiply-add.
#include "matrix.h"

enum { SUMS = 4 };

#define REAL(T, B)                                                                                 \
  typedef B vector_##T __attribute__((vector_size(32)));                                           \
  typedef B near_##T __attribute__((vector_size(32), aligned(1), may_alias));                      \
  INLINE void add_##T(T *o, T a, T b) {                                                            \
    _Pragma("clang fp contract(fast)") *o += a * b;                                                \
  }                                                                                                \
  INLINE T dot_##T(const T *a, const T *b, n_t n) {                                                \
    _Pragma("clang fp contract(fast)") enum { W = 32 / sizeof(B) };                                \
    vector_##T s[SUMS] = {{0}};                                                                    \
    n_t i = 0;                                                                                     \
    for (; i + SUMS * W <= n; i += SUMS * W)                                                       \
      LOOP(unroll(full)) for (int v = 0; v < SUMS; v++)                                            \
        s[v] += *(const near_##T *)(a + i + v * W) * *(const near_##T *)(b + i + v * W);           \
    s[0] += s[1];                                                                                  \
    s[2] += s[3];                                                                                  \
    s[0] += s[2];                                                                                  \
    T sum = 0;                                                                                     \
    for (int l = 0; l < W; l++) sum += s[0][l];                                                    \
    for (; i < n; i++) sum += a[i] * b[i];                                                         \
    return sum;                                                                                    \
  }                                                                                                \
  INLINE void rows_##T(T *o, const char *a, n_t step, const T *x, n_t n) {                         \
    _Pragma("clang fp contract(fast)");                                                            \
    const T *a0 = (const T *)a, *a1 = (const T *)(a + step), *a2 = (const T *)(a + 2 * step),      \
            *a3 = (const T *)(a + 3 * step);                                                       \
    const B x0 = x[0], x1 = x[1], x2 = x[2], x3 = x[3];                                            \
    FAST(i, n) o[i] = o[i] + a0[i] * x0 + a1[i] * x1 + a2[i] * x2 + a3[i] * x3;                    \
  }
REAL(f32, float)
REAL(f64, double)

#define PAIRS(T, B, SWAPPED)                                                                       \
  typedef B vector_##T __attribute__((vector_size(32)));                                           \
  typedef B near_##T __attribute__((vector_size(32), aligned(1), may_alias));                      \
  INLINE void add_##T(T *o, T a, T b) {                                                            \
    _Pragma("clang fp contract(fast)");                                                            \
    o->re = o->re + a.re * b.re - a.im * b.im;                                                     \
    o->im = o->im + a.re * b.im + a.im * b.re;                                                     \
  }                                                                                                \
  INLINE T dot_##T(const T *a, const T *b, n_t n) {                                                \
    _Pragma("clang fp contract(fast)") enum { W = 32 / sizeof(T) };                                \
    /* The parts with their like, and with the other. */                                           \
    vector_##T like[2] = {{0}}, other[2] = {{0}};                                                  \
    n_t i = 0;                                                                                     \
    for (; i + 2 * W <= n; i += 2 * W)                                                             \
      LOOP(unroll(full)) for (int v = 0; v < 2; v++) {                                             \
        const vector_##T x = *(const near_##T *)(a + i + v * W);                                   \
        const vector_##T y = *(const near_##T *)(b + i + v * W);                                   \
        like[v] += x * y;                                                                          \
        other[v] += x * __builtin_shufflevector(y, y, SWAPPED);                                    \
      }                                                                                            \
    like[0] += like[1];                                                                            \
    other[0] += other[1];                                                                          \
    T sum = {0, 0};                                                                                \
    for (int l = 0; l < W; l++) {                                                                  \
      sum.re += like[0][2 * l] - like[0][2 * l + 1];                                               \
      sum.im += other[0][2 * l] + other[0][2 * l + 1];                                             \
    }                                                                                              \
    for (; i < n; i++) add_##T(&sum, a[i], b[i]);                                                  \
    return sum;                                                                                    \
  }                                                                                                \
  INLINE void rows_##T(T *o, const char *a, n_t step, const T *x, n_t n) {                         \
    for (int r = 0; r < 4; r++) {                                                                  \
      const T *row = (const T *)(a + r * step), y = x[r];                                          \
      FAST(i, n) {                                                                                 \
        T sum = o[i];                                                                              \
        add_##T(&sum, row[i], y);                                                                  \
        o[i] = sum;                                                                                \
      }                                                                                            \
    }                                                                                              \
  }
#define SWAPPED_FLOATS 1, 0, 3, 2, 5, 4, 7, 6
#define SWAPPED_DOUBLES 1, 0, 3, 2
PAIRS(c64, float, SWAPPED_FLOATS)
PAIRS(c128, double, SWAPPED_DOUBLES)

#define VECTOR(T, W)                                                                               \
  KERNEL static void multiply_##T(SIGNATURE) {                                                     \
    /* The matrix, its step from a result to the next, its step inside. */                         \
    const n_t t = sizeof(T), k = s0[3], n = n0 == 1 ? n1 : n0;                                     \
    const char *a = n0 == 1 ? p[2] : p[1], *x = n0 == 1 ? p[1] : p[2];                             \
    const n_t row = n0 == 1 ? s1[2] : s0[1], inner = n0 == 1 ? s0[2] : s1[1];                      \
    const n_t step = n0 == 1 ? s1[1] : s0[2], so = n0 == 1 ? t : s0[0];                            \
    T *vector = (T *)p[3], *sums = vector + k;                                                     \
    for (n_t q = 0; q < k; q++) vector[q] = AT(const T, x, q, step);                               \
    if (inner == t) {                                                                              \
      for (n_t i = 0; i < n; i++)                                                                  \
        AT(T, p[0], i, so) = dot_##T((const T *)(a + i * row), vector, k);                         \
      return;                                                                                      \
    }                                                                                              \
    for (n_t from = 0; from < n; from += STRIPE) {                                                 \
      const n_t m = n - from < STRIPE ? n - from : STRIPE;                                         \
      const char *b = a + from * row;                                                              \
      __builtin_memset(sums, 0, (size_t)(m * t));                                                  \
      n_t q = 0;                                                                                   \
      if (row == t)                                                                                \
        for (; q + 4 <= k; q += 4) rows_##T(sums, b + q * inner, inner, vector + q, m);            \
      for (; q < k; q++)                                                                           \
        for (n_t i = 0; i < m; i++)                                                                \
          add_##T(sums + i, AT(const T, b + q * inner, i, row), vector[q]);                        \
      for (n_t i = 0; i < m; i++) AT(T, p[0], from + i, so) = sums[i];                             \
    }                                                                                              \
  }
VECTOR(f32, ) VECTOR(f64, ) COMPLEXES(VECTOR)

const strided_kernel strided_matrix_vectors[STRIDED_KINDS] = {
  [STRIDED_FLOAT32] = multiply_f32, [STRIDED_FLOAT64] = multiply_f64,
  [STRIDED_COMPLEX64] = multiply_c64, [STRIDED_COMPLEX128] = multiply_c128};
