// SPDX-License-Identifier: Apache-2.0
// exp, exp2, expm1, log, log2, log10 and log1p of complex numbers, with the special values
// of C's Annex G.
#include "complex.h"

#define LOG10_E 0x1.bcb7b1526e50ep-2

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

static double log_modulus(double x, double y) {
  const complex z = of(x, y);
  if (is_moderate(z)) return log_modulus_plain(z);
  if (is_infinite(x) || is_infinite(y)) return INF;
  if (x != x || y != y) return NOT_A_NUMBER;
  if (x == 0 && y == 0) return -INF;
  const double a = abs_f64(x), b = abs_f64(y);
  const int large = (a > b ? a : b) > 1;
  const double scale = large ? 0x1p-540 : 0x1p540;
  return log_modulus_plain(of(x * scale, y * scale)) + (large ? 540 : -540) * LN2;
}
complex strided_complex_log(complex z) {
  return of(log_modulus(z.re, z.im), strided_atan2(z.im, z.re));
}

INLINE complex scaled(complex z, double by) { return of(z.re * by, z.im * by); }
INLINE complex exp_complex(complex z) { return strided_complex_exp(z); }
INLINE complex log_complex(complex z) { return strided_complex_log(z); }
INLINE complex exp2_complex(complex z) { return strided_complex_exp(scaled(z, LN2)); }
INLINE complex log2_complex(complex z) { return scaled(strided_complex_log(z), LOG2_E); }
INLINE complex log10_complex(complex z) { return scaled(strided_complex_log(z), LOG10_E); }
INLINE complex exp2_plain(complex z) { return exp_plain(scaled(z, LN2)); }
INLINE complex log2_plain(complex z) { return scaled(log_plain(z), LOG2_E); }
INLINE complex log10_plain(complex z) { return scaled(log_plain(z), LOG10_E); }
INLINE int exp_takes(complex z) { return is_polar(z); }
INLINE int exp2_takes(complex z) { return is_polar(z); }
INLINE int log_takes(complex z) { return is_moderate(z); }
INLINE int log2_takes(complex z) { return is_moderate(z); }
INLINE int log10_takes(complex z) { return is_moderate(z); }

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
  return of(log_modulus(z.re + 1, z.im), strided_atan2(z.im, z.re + 1));
}
INLINE int expm1_takes(complex z) { return is_polar(z); }
INLINE complex expm1_plain(complex z) {
  const angle a = turned_fast(z.im);
  const double half = sine_turned(turned_fast(0.5 * z.im));
  return of(expm1_fast_f64(z.re) * cosine_turned(a) - 2 * half * half,
            exp_fast_f64(z.re) * sine_turned(a));
}
INLINE int log1p_takes(complex z) {
  const complex w = of(z.re + 1, z.im);
  return is_moderate(w) & (abs_f64(z.re) < 0x1p500) & (abs_f64(w.re) + abs_f64(w.im) > 0x1p-20);
}
INLINE complex log1p_plain(complex z) {
  const pair s = sum_of_squares(0, 2 * z.re, z.re, z.im);
  return of(0.5 * log1p_pair(s.high, s.low), atan2_fast_f64(z.im, z.re + 1));
}
COMPLEX(exp)
COMPLEX(exp2)
COMPLEX(expm1)
COMPLEX(log)
COMPLEX(log2)
COMPLEX(log10)
COMPLEX(log1p)
