// SPDX-License-Identifier: Apache-2.0
// exp, exp2, expm1, log, log2, log10, log1p and power of complex numbers, with the special values
// of C's Annex G.
#include "complex.h"

complex strided_complex_exp(complex z) {
  if (z.im == 0) return of(exp_f64(z.re), z.im);
  if (!is_finite(z.im)) {
    if (z.re == -INF) return of(0, signed_f64(0, z.im));
    return of(z.re == INF ? INF : NOT_A_NUMBER, NOT_A_NUMBER);
  }
  const angle a = strided_turned(z.im);
  // The scale may be too large where the parts are not.
  const double shift = z.re > 700 && z.re < 1500 ? 64 : 0;
  const double scale = z.re != z.re ? z.re : exp_scaled(z.re, -shift);
  const double back = shift > 0 ? 0x1p64 : 1;
  return of(scale * cosine_turned(a) * back, scale * sine_turned(a) * back);
}

// base + linear + a^2 + b^2 in two parts, with nothing lost where the terms cancel.
static pair sum_of_squares(double base, double linear, double a, double b) {
  const double x = upper(a), x_low = a - x, y = upper(b), y_low = b - y;
  const double terms[] = {linear, x * x, y * y, 2 * x * x_low, 2 * y * y_low};
  double sum = base, low = x_low * x_low + y_low * y_low;
  for (int k = 0; k < 5; k++) {
    const double next = sum + terms[k], part = next - sum;
    low += (sum - (next - part)) + (terms[k] - part);
    sum = next;
  }
  const double high = sum + low;
  return (pair){high, (sum - high) + low};
}
static double log_modulus(double x, double y) {
  const double a = abs_f64(x), b = abs_f64(y);
  if (is_infinite(a) || is_infinite(b)) return INF;
  if (x != x || y != y) return NOT_A_NUMBER;
  const double large = a > b ? a : b, small = a > b ? b : a;
  if (large == 0) return -INF;
  if (large > 0x1p500) return log_modulus(x * 0x1p-520, y * 0x1p-520) + 520 * LN2;
  if (large < 0x1p-500) return log_modulus(x * 0x1p520, y * 0x1p520) - 520 * LN2;
  if (large > 0.5 && large < 2) {
    const pair s = sum_of_squares(-1, 0, large, small);
    return 0.5 * strided_log1p_pair(s.high, s.low);
  }
  return 0.5 * log_fast_f64(large * large + small * small);
}
complex strided_complex_log(complex z) {
  return of(log_modulus(z.re, z.im), strided_atan2(z.im, z.re));
}

INLINE complex exp_complex(complex z) { return strided_complex_exp(z); }
INLINE complex log_complex(complex z) { return strided_complex_log(z); }
INLINE complex exp2_complex(complex z) { return strided_complex_exp(of(z.re * LN2, z.im * LN2)); }
INLINE complex log_scaled(complex z, double scale) {
  const complex l = strided_complex_log(z);
  return of(l.re * scale, l.im * scale);
}
INLINE complex log2_complex(complex z) { return log_scaled(z, LOG2_E); }
INLINE complex log10_complex(complex z) { return log_scaled(z, 0x1.bcb7b1526e50ep-2); }

static double expm1_real(double x) {
  return abs_f64(x) < 700 ? expm1_fast_f64(x) : x < 0 ? -1 : exp_f64(x);
}
static complex expm1_complex(complex z) {
  if (z.im == 0) return of(expm1_real(z.re), z.im);
  if (!is_finite(z.re) || !is_finite(z.im) || z.re > 700) {
    const complex e = strided_complex_exp(z);
    return of(e.re - 1, e.im);
  }
  const angle a = strided_turned(z.im);
  const double half = sine_turned(strided_turned(0.5 * z.im));
  const double e = expm1_real(z.re);
  return of(e * cosine_turned(a) - 2 * half * half, exp_f64(z.re) * sine_turned(a));
}
static complex log1p_complex(complex z) {
  const double a = abs_f64(z.re), b = abs_f64(z.im);
  const double turn = strided_atan2(z.im, z.re + 1);
  if (!(a < 0.5 && b < 0.5)) return of(log_modulus(z.re + 1, z.im), turn);
  const pair s = sum_of_squares(0, 2 * z.re, z.re, z.im);
  return of(0.5 * strided_log1p_pair(s.high, s.low), turn);
}
COMPLEX(exp)
COMPLEX(exp2)
COMPLEX(expm1)
COMPLEX(log)
COMPLEX(log2)
COMPLEX(log10)
COMPLEX(log1p)

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
#define POWER_ROW(T, R)                                                                            \
  static void power_row_##T(char *to, const char *first, const char *second, n_t n) {              \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)first, *b = (const T *)second;                                         \
    ONE_BY_ONE(n) {                                                                                \
      const complex x = of((double)a[i].re, (double)a[i].im);                                      \
      const complex z = power_complex(x, of((double)b[i].re, (double)b[i].im));                    \
      o[i] = (T){(R)z.re, (R)z.im};                                                                \
    }                                                                                              \
  }                                                                                                \
  WALKED2(power, T)
POWER_ROW(c64, float)
POWER_ROW(c128, double)
