// SPDX-License-Identifier: Apache-2.0
// Powers of complex numbers.
#include "complex.h"

INLINE complex product(complex a, complex b) {
  return of(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}
static complex inverse(complex z) {
  const double a = abs_f64(z.re), b = abs_f64(z.im);
  if (a >= b) {
    const double ratio = z.im / z.re, scale = 1 / (z.re + z.im * ratio);
    return of(scale, (0 - ratio) * scale);
  }
  const double ratio = z.re / z.im, scale = 1 / (z.im + z.re * ratio);
  return of(ratio * scale, -scale);
}
// As NumPy: small whole exponents multiply, other powers go through the logarithm.
static complex power_complex(complex a, complex b) {
  if (b.re == 0 && b.im == 0) return of(1, 0);
  if (a.re == 0 && a.im == 0)
    return b.re > 0 ? of(0, 0) : of(NOT_A_NUMBER, NOT_A_NUMBER);
  if (b.im == 0 && abs_f64(b.re) < 100 && (double)(int)b.re == b.re) {
    int n = (int)abs_f64(b.re);
    complex factor = a;
    for (; !(n & 1); n >>= 1) factor = product(factor, factor);
    complex result = factor;
    while (n >>= 1) {
      factor = product(factor, factor);
      if (n & 1) result = product(result, factor);
    }
    return b.re < 0 ? inverse(result) : result;
  }
  return strided_complex_exp(product(b, strided_complex_log(a)));
}

// Powers that go through the logarithm and stay far from the ends of the numbers.
INLINE int power_takes(complex a, complex b) {
  const double x = abs_f64(a.re), y = abs_f64(a.im), large = x > y ? x : y;
  const int whole = (b.im == 0) & ((b.re + ROUND) - ROUND == b.re);
  return (large > 0x1p-60) & (large < 0x1p60) & (x + y < 0x1p61) & (abs_f64(b.re) < 12) &
         (abs_f64(b.im) < 12) & !whole;
}
INLINE complex power_plain(complex a, complex b) { return exp_plain(product(b, log_plain(a))); }

#define POWER_ROW(K, T, R)                                                                         \
  KERNEL_WIDE static void power_row_##K(char *to, const char *first, const char *second, n_t n) {  \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)first, *b = (const T *)second;                                         \
    R x[2 * BLOCK], y[2 * BLOCK];                                                                  \
    int64_t odd = 0;                                                                               \
    ROW_OF(n) {                                                                                    \
      const complex z = of((double)a[2 * i], (double)a[2 * i + 1]);                                \
      odd |= !power_takes(z, of((double)b[2 * i], (double)b[2 * i + 1]));                          \
    }                                                                                              \
    if (odd) ROW_OF(2 * n) {                                                                       \
      x[i] = a[i];                                                                                 \
      y[i] = b[i];                                                                                 \
    }                                                                                              \
    ROW_OF(n) {                                                                                    \
      const complex w = of((double)a[2 * i], (double)a[2 * i + 1]);                                \
      const complex z = power_plain(w, of((double)b[2 * i], (double)b[2 * i + 1]));                \
      o[2 * i] = (R)z.re;                                                                          \
      o[2 * i + 1] = (R)z.im;                                                                      \
    }                                                                                              \
    if (odd) ONE_BY_ONE(n) {                                                                       \
      const complex v = of((double)x[2 * i], (double)x[2 * i + 1]);                                \
      const complex w = of((double)y[2 * i], (double)y[2 * i + 1]);                                \
      if (power_takes(v, w)) continue;                                                             \
      const complex z = power_complex(v, w);                                                       \
      o[2 * i] = (R)z.re;                                                                          \
      o[2 * i + 1] = (R)z.im;                                                                      \
    }                                                                                              \
  }                                                                                                \
  WALKED2(power, K)
POWER_ROW(c64, f32, float)
POWER_ROW(c128, f64, double)
