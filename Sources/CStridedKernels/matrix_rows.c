// SPDX-License-Identifier: Apache-2.0
// Products of matrices of integers, truth values and float16, four rows at a time.
#include "matrix.h"

// The columns of a stripe, whose sums stay in the first-level cache.
enum { WIDTH = 256 };

// W is what sums collect in. b's columns may lie anywhere; contiguous ones fill vectors.
#define BY_ROWS(T, W, PRODUCT, PLUS, ZERO, STORE)                                                  \
  KERNEL static void multiply_##T(SIGNATURE) {                                                     \
    const n_t k = s0[3], t = sizeof(T);                                                            \
    for (n_t jc = 0; jc < n1; jc += WIDTH) {                                                       \
      const n_t n = n1 - jc < WIDTH ? n1 - jc : WIDTH;                                             \
      for (n_t i = 0; i < n0; i += 4) {                                                            \
        const n_t rows = n0 - i < 4 ? n0 - i : 4;                                                  \
        W sums[4][WIDTH];                                                                          \
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

// The same bits whether integers are signed.
const strided_kernel strided_matrix_rows[STRIDED_KINDS] = {
  multiply_b8, multiply_u8, multiply_u16, multiply_u32, multiply_u64, multiply_u8, multiply_u16,
  multiply_u32, multiply_u64, multiply_f16};
