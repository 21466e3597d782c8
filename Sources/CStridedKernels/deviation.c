// SPDX-License-Identifier: Apache-2.0
// result += (a - m)², where m is the mean. Squares of a block are written to the first-level cache
// and summed there by the kernel of sums, so that they add up as accurately.
#include "reduce.h"

enum { BLOCK = 2048 };

#define ALWAYS(M) 1
#define MASKED(M) (M)
#define EVERY(X, D) (D)
// Only a NaN is left out: an infinite number is infinitely far from an infinite mean, which is NaN.
#define NUMBER(X, D) ((X) == (X) ? (D) : 0)

#define DEVIATION(NAME, T, KIND, CHOICE, VALUE, MASK)                                              \
  KERNEL static void NAME##_##T(SIGNATURE) {                                                       \
    T squares[BLOCK];                                                                              \
    const n_t t = sizeof(T), sa = s1[1], sm = s1[2], sk = MASK ? s1[3] : 0;                        \
    if (n0 <= 0 || n1 <= 0) return;                                                                \
    const n_t width = n1 < BLOCK ? n1 : BLOCK, height = BLOCK / width;                             \
    for (n_t j = 0; j < n0; j += height) {                                                         \
      const n_t rows = n0 - j < height ? n0 - j : height;                                          \
      double total = 0;                                                                            \
      for (n_t i = 0; i < n1; i += width) {                                                        \
        const n_t n = n1 - i < width ? n1 - i : width;                                             \
        for (n_t r = 0; r < rows; r++) {                                                           \
          T *x = squares + r * n;                                                                  \
          const T *a = &AT(const T, p[1] + i * sa, j + r, s0[1]);                                  \
          const T *m = &AT(const T, p[2] + i * sm, j + r, s0[2]);                                  \
          const b8 *k = MASK ? &AT(const b8, p[3] + i * sk, j + r, s0[3]) : (const b8 *)p[0];      \
          (void)k;                                                                                 \
          if (!MASK && sa == t && sm == 0) {                                                       \
            const T mean = *m;                                                                     \
            FAST(c, n) {                                                                           \
              const T d = VALUE(a[c], a[c] - mean);                                                      \
              x[c] = d * d;                                                                        \
            }                                                                                      \
          } else if (!MASK && sa == t && sm == t) {                                                \
            FAST(c, n) {                                                                           \
              const T d = VALUE(a[c], a[c] - m[c]);                                                      \
              x[c] = d * d;                                                                        \
            }                                                                                      \
          } else {                                                                                 \
            for (n_t c = 0; c < n; c++) {                                                          \
              const T v = AT(const T, a, c, sa), d = VALUE(v, v - AT(const T, m, c, sm));          \
              x[c] = CHOICE(AT(const b8, k, c, sk)) ? d * d : 0;                                   \
            }                                                                                      \
          }                                                                                        \
        }                                                                                          \
        T part = 0;                                                                                \
        const int whole = s1[0] == 0 && rows == 1;                                                 \
        char *const q[2] = {                                                                       \
          whole ? (char *)&part : p[0] + j * s0[0] + i * s1[0], (char *)squares};                  \
        const n_t t0[2] = {s0[0], n * t}, t1[2] = {s1[0], t};                                      \
        strided_sums[0][KIND](rows, n, q, t0, t1);                                                 \
        total += part;                                                                             \
        if (whole && i + n == n1) AT(T, p[0], j, s0[0]) += (T)total;                               \
      }                                                                                            \
    }                                                                                              \
  }

#define ALL(T, KIND)                                                                               \
  DEVIATION(plain, T, KIND, ALWAYS, EVERY, 0)                                                      \
  DEVIATION(number, T, KIND, ALWAYS, NUMBER, 0)                                                    \
  DEVIATION(masked, T, KIND, MASKED, EVERY, 1)                                                     \
  DEVIATION(masked_number, T, KIND, MASKED, NUMBER, 1)
ALL(f32, STRIDED_FLOAT32)
ALL(f64, STRIDED_FLOAT64)

strided_kernel strided_deviation_kernel(int kind, bool masked, bool numbers) {
  static const strided_kernel table[2][2][2] = {
    {{plain_f32, number_f32}, {masked_f32, masked_number_f32}},
    {{plain_f64, number_f64}, {masked_f64, masked_number_f64}}};
  if (kind != STRIDED_FLOAT32 && kind != STRIDED_FLOAT64) return NULL;
  return table[kind == STRIDED_FLOAT64][masked][numbers];
}
