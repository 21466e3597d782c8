// SPDX-License-Identifier: Apache-2.0
// c = a · b for matrices. float32 and float64 go through packed panels and may contract to fused
// multiply-add; all other kinds multiply rows, four at a time.
#include "reduce.h"

// The accumulators of a micro tile are ROWS by two vectors. A block of a, DEEP by HIGH, stays in the
// second-level cache, one of b, DEEP by WIDE, in the third.
enum { ROWS = 6, HIGH = 240, DEEP = 256, WIDE = 4080, STRIPE = 256 };

#define PANELS(T, B)                                                                               \
  typedef B vector_##T __attribute__((vector_size(32)));                                           \
  typedef B near_##T __attribute__((vector_size(32), aligned(1), may_alias));                      \
  enum { LANES_##T = 32 / sizeof(B), COLUMNS_##T = 2 * LANES_##T };                                \
  INLINE void tile_##T(n_t k, const B *a, const B *b, char *c, n_t c0) {                           \
    _Pragma("clang fp contract(fast)") enum { W = LANES_##T };                                     \
    vector_##T sums[ROWS][2];                                                                      \
    for (int i = 0; i < ROWS; i++) sums[i][0] = sums[i][1] = (vector_##T){0};                      \
    for (n_t p = 0; p < k; p++) {                                                                  \
      const vector_##T x = *(const near_##T *)(b + p * 2 * W);                                     \
      const vector_##T y = *(const near_##T *)(b + p * 2 * W + W);                                 \
      LOOP(unroll(full)) for (int i = 0; i < ROWS; i++) {                                          \
        const vector_##T v = a[p * ROWS + i] - (vector_##T){0};                                    \
        sums[i][0] += v * x;                                                                       \
        sums[i][1] += v * y;                                                                       \
      }                                                                                            \
    }                                                                                              \
    for (int i = 0; i < ROWS; i++) {                                                               \
      near_##T *o = (near_##T *)(c + i * c0);                                                      \
      o[0] += sums[i][0];                                                                          \
      o[1] += sums[i][1];                                                                          \
    }                                                                                              \
  }                                                                                                \
  KERNEL static void multiply_##T(SIGNATURE) {                                                     \
    enum { COLUMNS = COLUMNS_##T };                                                                \
    const n_t m = n0, n = n1, k = s0[3], t = sizeof(B);                                            \
    B *pa = (B *)p[3], *pb = pa + HIGH * DEEP;                                                     \
    for (n_t i = 0; i < m; i++) __builtin_memset(p[0] + i * s0[0], 0, n * t);                      \
    for (n_t jc = 0; jc < n; jc += WIDE) {                                                         \
      const n_t nc = n - jc < WIDE ? n - jc : WIDE;                                                \
      for (n_t pc = 0; pc < k; pc += DEEP) {                                                       \
        const n_t kc = k - pc < DEEP ? k - pc : DEEP;                                              \
        for (n_t j = 0; j < nc; j += COLUMNS)                                                      \
          for (n_t q = 0; q < kc; q++)                                                             \
            for (n_t l = 0; l < COLUMNS; l++)                                                      \
              pb[j * kc + q * COLUMNS + l] =                                                       \
                j + l < nc ? AT(const T, p[2] + (pc + q) * s0[2], jc + j + l, s1[2]) : 0;          \
        for (n_t ic = 0; ic < m; ic += HIGH) {                                                     \
          const n_t mc = m - ic < HIGH ? m - ic : HIGH;                                            \
          for (n_t i = 0; i < mc; i += ROWS)                                                       \
            for (n_t q = 0; q < kc; q++)                                                           \
              for (n_t l = 0; l < ROWS; l++)                                                       \
                pa[i * kc + q * ROWS + l] =                                                        \
                  i + l < mc ? AT(const T, p[1] + (ic + i + l) * s0[1], pc + q, s1[1]) : 0;        \
          for (n_t j = 0; j < nc; j += COLUMNS) {                                                  \
            for (n_t i = 0; i < mc; i += ROWS) {                                                   \
              char *c = p[0] + (ic + i) * s0[0] + (jc + j) * t;                                    \
              if (i + ROWS <= mc && j + COLUMNS <= nc) {                                           \
                tile_##T(kc, pa + i * kc, pb + j * kc, c, s0[0]);                                  \
                continue;                                                                          \
              }                                                                                    \
              B edge[ROWS * COLUMNS] = {0};                                                        \
              tile_##T(kc, pa + i * kc, pb + j * kc, (char *)edge, COLUMNS * t);                   \
              for (n_t x = 0; x < ROWS && i + x < mc; x++)                                         \
                for (n_t y = 0; y < COLUMNS && j + y < nc; y++)                                    \
                  AT(T, c + x * s0[0], y, t) += edge[x * COLUMNS + y];                             \
            }                                                                                      \
          }                                                                                        \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
  }
PANELS(f32, float)
PANELS(f64, double)

// W is what sums collect in. b's columns may lie anywhere; contiguous ones fill vectors.
#define BY_ROWS(T, W, PRODUCT, PLUS, ZERO, STORE)                                                  \
  KERNEL static void multiply_##T(SIGNATURE) {                                                     \
    const n_t k = s0[3], t = sizeof(T);                                                            \
    for (n_t jc = 0; jc < n1; jc += STRIPE) {                                                      \
      const n_t n = n1 - jc < STRIPE ? n1 - jc : STRIPE;                                           \
      for (n_t i = 0; i < n0; i += 4) {                                                            \
        const n_t rows = n0 - i < 4 ? n0 - i : 4;                                                  \
        W sums[4][STRIPE];                                                                         \
        for (n_t r = 0; r < 4; r++)                                                                \
          for (n_t j = 0; j < n; j++) sums[r][j] = ZERO;                                           \
        for (n_t q = 0; q < k; q++) {                                                              \
          const T *b = &AT(const T, p[2] + q * s0[2], jc, s1[2]);                                  \
          T a[4];                                                                                  \
          for (n_t r = 0; r < 4; r++)                                                              \
            a[r] = AT(const T, p[1] + (i + (r < rows ? r : 0)) * s0[1], q, s1[1]);                 \
          if (s1[2] == t) {                                                                        \
            FAST(j, n) {                                                                           \
              sums[0][j] = PLUS(sums[0][j], PRODUCT(a[0], b[j]));                                  \
              sums[1][j] = PLUS(sums[1][j], PRODUCT(a[1], b[j]));                                  \
              sums[2][j] = PLUS(sums[2][j], PRODUCT(a[2], b[j]));                                  \
              sums[3][j] = PLUS(sums[3][j], PRODUCT(a[3], b[j]));                                  \
            }                                                                                      \
          } else {                                                                                 \
            for (n_t j = 0; j < n; j++) {                                                          \
              const T x = AT(const T, b, j, s1[2]);                                                \
              for (n_t r = 0; r < 4; r++) sums[r][j] = PLUS(sums[r][j], PRODUCT(a[r], x));         \
            }                                                                                      \
          }                                                                                        \
        }                                                                                          \
        for (n_t r = 0; r < rows; r++)                                                             \
          for (n_t j = 0; j < n; j++)                                                              \
            AT(T, p[0] + (i + r) * s0[0], jc + j, t) = STORE(sums[r][j]);                          \
      }                                                                                            \
    }                                                                                              \
  }
#define TIMES(A, B) ((A) * (B))
#define WIDE_TIMES(A, B) ((unsigned)(A) * (unsigned)(B))
#define FLOAT_TIMES(A, B) ((float)(A) * (float)(B))
#define ADD(A, B) ((A) + (B))
#define BOTH(A, B) (((A) != 0) & ((B) != 0))
#define EITHER(A, B) ((A) | (B))
#define AS_IS(X) (X)
#define TO_HALF(X) ((half)(X))
// The same bits whether integers are signed; only unsigned ones may wrap.
BY_ROWS(u8, uint8_t, WIDE_TIMES, ADD, 0, AS_IS)
BY_ROWS(u16, uint16_t, WIDE_TIMES, ADD, 0, AS_IS)
BY_ROWS(u32, uint32_t, TIMES, ADD, 0, AS_IS)
BY_ROWS(u64, uint64_t, TIMES, ADD, 0, AS_IS)
BY_ROWS(b8, uint8_t, BOTH, EITHER, 0, AS_IS)
BY_ROWS(f16, float, FLOAT_TIMES, ADD, 0, TO_HALF)
#define COMPLEX(T, W)                                                                              \
  INLINE T plus_##T(T a, T b) { return (T){a.re + b.re, a.im + b.im}; }                            \
  INLINE T times_##T(T a, T b) {                                                                   \
    return (T){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};                              \
  }                                                                                                \
  BY_ROWS(T, T, times_##T, plus_##T, ((T){0, 0}), AS_IS)
COMPLEXES(COMPLEX)

strided_kernel strided_matrix_kernel(int kind) {
  static const strided_kernel table[STRIDED_KINDS] = {
    multiply_b8, multiply_u8, multiply_u16, multiply_u32, multiply_u64, multiply_u8, multiply_u16,
    multiply_u32, multiply_u64, multiply_f16, multiply_f32, multiply_f64, multiply_c64,
    multiply_c128};
  return kind < 0 || kind >= STRIDED_KINDS ? NULL : table[kind];
}

ptrdiff_t strided_matrix_room(int kind, ptrdiff_t n) {
  if (kind != STRIDED_FLOAT32 && kind != STRIDED_FLOAT64) return 0;
  const n_t size = kind == STRIDED_FLOAT32 ? 4 : 8;
  // Columns are packed in whole panels.
  const n_t wide = n < WIDE ? (n + 15) / 16 * 16 : WIDE;
  return (HIGH * DEEP + wide * DEEP) * size;
}
