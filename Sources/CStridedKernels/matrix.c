// SPDX-License-Identifier: Apache-2.0
// c = a · b for matrices of floats and complex numbers, through packed panels. Sums may contract
// to fused multiply-add. A complex number is a pair of rows on the left, (re, -im) and (im, re), and a
// column of two on the right: its product is one of real matrices.
#include "matrix.h"

// A tile of results is ROWS by two vectors. A block of a, DEEP by HIGH, stays in the second-level
// cache, one of b, DEEP by WIDE, in the third.
enum { ROWS = 6, HIGH = 96, DEEP = 256, WIDE = 4080 };

#define TILE(B)                                                                                    \
  typedef B vector_##B __attribute__((vector_size(32)));                                           \
  typedef B near_##B __attribute__((vector_size(32), aligned(1), may_alias));                      \
  enum { LANES_##B = 32 / sizeof(B), COLUMNS_##B = 2 * LANES_##B };                                \
  INLINE void tile_##B(n_t k, const B *a, const B *b, vector_##B sums[ROWS][2]) {                  \
    _Pragma("clang fp contract(fast)") enum { W = LANES_##B };                                     \
    vector_##B s[ROWS][2];                                                                         \
    LOOP(unroll(full)) for (int i = 0; i < ROWS; i++) s[i][0] = s[i][1] = (vector_##B){0};         \
    for (n_t p = 0; p < k; p++) {                                                                  \
      const vector_##B x = *(const near_##B *)(b + p * 2 * W);                                     \
      const vector_##B y = *(const near_##B *)(b + p * 2 * W + W);                                 \
      LOOP(unroll(full)) for (int i = 0; i < ROWS; i++) {                                          \
        const vector_##B v = a[p * ROWS + i] - (vector_##B){0};                                    \
        s[i][0] += v * x;                                                                          \
        s[i][1] += v * y;                                                                          \
      }                                                                                            \
    }                                                                                              \
    LOOP(unroll(full)) for (int i = 0; i < ROWS; i++) sums[i][0] = s[i][0], sums[i][1] = s[i][1];  \
  }
TILE(float)
TILE(double)

// How elements are packed and stored: PARTS rows of the panel a row of a, PARTS steps of the panel
// an element.
#define REAL(T, B)                                                                                 \
  enum { PARTS_##T = 1 };                                                                          \
  INLINE void left_##T(B *o, int row, const T *x) { o[row] = *x; }                                 \
  INLINE void right_##T(B *o, int column, const T *x) { o[column] = *x; }                          \
  INLINE void store_##T(char *c, n_t c0, vector_##B s[ROWS][2]) {                                  \
    LOOP(unroll(full)) for (int i = 0; i < ROWS; i++) {                                            \
      near_##B *o = (near_##B *)(c + i * c0);                                                      \
      o[0] += s[i][0];                                                                             \
      o[1] += s[i][1];                                                                             \
    }                                                                                              \
  }
REAL(f32, float)
REAL(f64, double)
#define PAIRS(T, B, LOW, HIGH)                                                                     \
  enum { PARTS_##T = 2 };                                                                          \
  INLINE void left_##T(B *o, int row, const T *x) {                                                \
    o[2 * row] = x->re, o[2 * row + 1] = x->im;                                                    \
    o[ROWS + 2 * row] = -x->im, o[ROWS + 2 * row + 1] = x->re;                                     \
  }                                                                                                \
  INLINE void right_##T(B *o, int column, const T *x) {                                            \
    o[column] = x->re, o[COLUMNS_##B + column] = x->im;                                            \
  }                                                                                                \
  INLINE void store_##T(char *c, n_t c0, vector_##B s[ROWS][2]) {                                  \
    LOOP(unroll(full)) for (int i = 0; i < ROWS / 2; i++) {                                        \
      near_##B *o = (near_##B *)(c + i * c0);                                                      \
      LOOP(unroll(full)) for (int v = 0; v < 2; v++) {                                             \
        o[2 * v] += __builtin_shufflevector(s[2 * i][v], s[2 * i + 1][v], LOW);                    \
        o[2 * v + 1] += __builtin_shufflevector(s[2 * i][v], s[2 * i + 1][v], HIGH);               \
      }                                                                                            \
    }                                                                                              \
  }
#define FLOATS_LOW 0, 8, 1, 9, 2, 10, 3, 11
#define FLOATS_HIGH 4, 12, 5, 13, 6, 14, 7, 15
#define DOUBLES_LOW 0, 4, 1, 5
#define DOUBLES_HIGH 2, 6, 3, 7
PAIRS(c64, float, FLOATS_LOW, FLOATS_HIGH)
PAIRS(c128, double, DOUBLES_LOW, DOUBLES_HIGH)

#define LEAST(A, B) ((A) < (B) ? (A) : (B))
// The numbers in the panels of either side, of whole tiles.
static n_t left_room(n_t m, n_t k) {
  return ((LEAST(m, HIGH) + ROWS - 1) / ROWS * ROWS * LEAST(k, DEEP) + 15) / 16 * 16;
}
static n_t right_room(n_t n, n_t k) { return (LEAST(n, WIDE) + 15) / 16 * 16 * LEAST(k, DEEP); }

#define PANELS(T, B)                                                                               \
  /* A tile has TALL rows and COLUMNS columns of the product. */                                   \
  enum { TALL_##T = ROWS / PARTS_##T, HIGH_##T = HIGH / PARTS_##T, DEEP_##T = DEEP / PARTS_##T };  \
  INLINE void pack_left_##T(B *o, const char *a, n_t m, n_t k, n_t s0, n_t s1) {                   \
    const T none = {0};                                                                            \
    for (n_t i = 0; i < m; i += TALL_##T, a += TALL_##T * s0) {                                    \
      if (i + TALL_##T <= m) {                                                                     \
        for (n_t q = 0; q < k; q++, o += ROWS * PARTS_##T)                                         \
          LOOP(unroll(full)) for (int l = 0; l < TALL_##T; l++)                                    \
            left_##T(o, l, &AT(const T, a + l * s0, q, s1));                                       \
      } else {                                                                                     \
        for (n_t q = 0; q < k; q++, o += ROWS * PARTS_##T)                                         \
          for (int l = 0; l < TALL_##T; l++)                                                       \
            left_##T(o, l, i + l < m ? &AT(const T, a + l * s0, q, s1) : &none);                   \
      }                                                                                            \
    }                                                                                              \
  }                                                                                                \
  INLINE void pack_right_##T(B *o, const char *b, n_t k, n_t n, n_t s0, n_t s1) {                  \
    const T none = {0};                                                                            \
    for (n_t j = 0; j < n; j += COLUMNS_##B, b += COLUMNS_##B * s1) {                              \
      const char *row = b;                                                                         \
      if (j + COLUMNS_##B <= n && s1 == sizeof(T)) {                                               \
        for (n_t q = 0; q < k; q++, row += s0, o += COLUMNS_##B * PARTS_##T)                       \
          LOOP(unroll(full)) for (int l = 0; l < COLUMNS_##B; l++)                                 \
            right_##T(o, l, (const T *)row + l);                                                   \
      } else {                                                                                     \
        for (n_t q = 0; q < k; q++, row += s0, o += COLUMNS_##B * PARTS_##T)                       \
          for (int l = 0; l < COLUMNS_##B; l++)                                                    \
            right_##T(o, l, j + l < n ? &AT(const T, row, l, s1) : &none);                         \
      }                                                                                            \
    }                                                                                              \
  }                                                                                                \
  KERNEL static void panels_##T(SIGNATURE) {                                                       \
    const n_t m = n0, n = n1, k = s0[3], t = sizeof(T);                                            \
    B *left = (B *)p[3], *right = left + left_room(m * PARTS_##T, k * PARTS_##T);                  \
    for (n_t i = 0; i < m; i++) __builtin_memset(p[0] + i * s0[0], 0, (size_t)(n * t));            \
    for (n_t jc = 0; jc < n; jc += WIDE) {                                                         \
      const n_t nc = LEAST(n - jc, WIDE);                                                          \
      for (n_t pc = 0; pc < k; pc += DEEP_##T) {                                                   \
        const n_t kc = LEAST(k - pc, DEEP_##T), steps = kc * PARTS_##T;                            \
        pack_right_##T(right, p[2] + pc * s0[2] + jc * s1[2], kc, nc, s0[2], s1[2]);               \
        for (n_t ic = 0; ic < m; ic += HIGH_##T) {                                                 \
          const n_t mc = LEAST(m - ic, HIGH_##T);                                                  \
          pack_left_##T(left, p[1] + ic * s0[1] + pc * s1[1], mc, kc, s0[1], s1[1]);               \
          for (n_t j = 0; j < nc; j += COLUMNS_##B) {                                              \
            for (n_t i = 0; i < mc; i += TALL_##T) {                                               \
              char *c = p[0] + (ic + i) * s0[0] + (jc + j) * t;                                    \
              const bool whole = i + TALL_##T <= mc && j + COLUMNS_##B <= nc;                      \
              if (whole)                                                                           \
                for (int r = 0; r < TALL_##T; r++) __builtin_prefetch(c + r * s0[0], 1);           \
              vector_##B sums[ROWS][2];                                                            \
              tile_##B(steps, left + i * PARTS_##T * steps, right + j * steps, sums);              \
              if (whole) {                                                                         \
                store_##T(c, s0[0], sums);                                                         \
                continue;                                                                          \
              }                                                                                    \
              T edge[TALL_##T][COLUMNS_##B];                                                       \
              __builtin_memset(edge, 0, sizeof(edge));                                             \
              store_##T((char *)edge, sizeof(edge[0]), sums);                                      \
              for (n_t x = 0; x < TALL_##T && i + x < mc; x++)                                     \
                for (n_t y = 0; y < COLUMNS_##B && j + y < nc; y++)                                \
                  PLUS_##T(AT(T, c + x * s0[0], y, t), edge[x][y]);                                \
            }                                                                                      \
          }                                                                                        \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
  }
#define PLUS_f32(A, B) A += B
#define PLUS_f64(A, B) A += B
#define PLUS_c64(A, B) A.re += B.re, A.im += B.im
#define PLUS_c128(A, B) A.re += B.re, A.im += B.im
PANELS(f32, float)
PANELS(f64, double)
PANELS(c64, float)
PANELS(c128, double)

strided_kernel strided_matrix_kernel(int kind, ptrdiff_t m, ptrdiff_t n) {
  static const strided_kernel panels[STRIDED_KINDS] = {
    [STRIDED_FLOAT32] = panels_f32, [STRIDED_FLOAT64] = panels_f64,
    [STRIDED_COMPLEX64] = panels_c64, [STRIDED_COMPLEX128] = panels_c128};
  if (kind < 0 || kind >= STRIDED_KINDS) return NULL;
  if (kind < STRIDED_FLOAT32) return strided_matrix_rows[kind];
  return m == 1 || n == 1 ? strided_matrix_vectors[kind] : panels[kind];
}

ptrdiff_t strided_matrix_room(int kind, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  if (kind < STRIDED_FLOAT32 || kind >= STRIDED_KINDS) return 0;
  const n_t parts = kind >= STRIDED_COMPLEX64 ? 2 : 1;
  const n_t size = kind == STRIDED_FLOAT32 || kind == STRIDED_COMPLEX64 ? 4 : 8;
  if (m == 1 || n == 1) return (k + LEAST(LEAST(m, n) == m ? n : m, STRIPE)) * parts * size;
  return (left_room(m * parts, k * parts) + right_room(n, k * parts)) * size;
}
