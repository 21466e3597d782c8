// SPDX-License-Identifier: Apache-2.0
// The root and the inverses of the trigonometric functions of complex numbers: Kahan's formulas,
// with the special values of C's Annex G.
#include "complex.h"

complex strided_complex_root(complex z) {
  const double a = abs_f64(z.re), b = abs_f64(z.im);
  if (is_infinite(b)) return of(INF, z.im);
  if (is_infinite(a)) {
    if (z.re > 0) return of(INF, z.im == z.im ? signed_f64(0, z.im) : z.im);
    return of(z.im == z.im ? 0 : z.im, signed_f64(INF, z.im));
  }
  if (z.re != z.re || z.im != z.im) return of(NOT_A_NUMBER, NOT_A_NUMBER);
  if (a == 0 && b == 0) return of(0, z.im);
  const double large = a > b ? a : b;
  const double scale = large > 0x1p500 ? 0x1p-520 : large < 0x1p-500 ? 0x1p520 : 1;
  const double back = large > 0x1p500 ? 0x1p260 : large < 0x1p-500 ? 0x1p-260 : 1;
  const double x = a * scale, y = b * scale;
  const double half = root_f64(0.5 * (x + root_f64(x * x + y * y)));
  const double other = 0.5 * y / half;
  return z.re >= 0 ? of(half * back, signed_f64(other * back, z.im))
                   : of(other * back, signed_f64(half * back, z.im));
}
// asinh of a real number.
static double asinh_real(double x) {
  const double a = abs_f64(x);
  if (!(a < 0x1p500)) return a < INF ? signed_f64(log_fast_f64(a) + LN2, x) : x;
  const double add = a * a / (1 + root_f64(1 + a * a)), sum = a + add;
  return signed_f64(strided_log1p_pair(sum, (a - sum) + add), x);
}
INLINE int is_huge(complex z) { return abs_f64(z.re) > 0x1p500 || abs_f64(z.im) > 0x1p500; }

static complex asin_finite(complex z) {
  if (is_huge(z)) {
    const complex l = strided_complex_log(z);
    return of(strided_atan2(z.re, abs_f64(z.im)), signed_f64(l.re + LN2, z.im));
  }
  const complex below = strided_complex_root(of(1 - z.re, -z.im));
  const complex above = strided_complex_root(of(1 + z.re, z.im));
  const double across = below.re * above.re - below.im * above.im;
  return of(strided_atan2(z.re, across),
            asinh_real(below.re * above.im - below.im * above.re));
}
static complex asinh_complex(complex z) {
  if (is_finite(z.re) && is_finite(z.im)) return times_i(asin_finite(over_i(z)));
  if (is_infinite(z.re)) {
    const double im = z.im != z.im ? z.im : signed_f64(is_infinite(z.im) ? QUARTER / 2 : 0, z.im);
    return of(z.re, im);
  }
  if (is_infinite(z.im))
    return of(signed_f64(INF, z.re), z.re != z.re ? z.re : signed_f64(QUARTER, z.im));
  return of(NOT_A_NUMBER, z.im == 0 ? z.im : NOT_A_NUMBER);
}
static complex asin_complex(complex z) { return over_i(asinh_complex(times_i(z))); }

static complex acos_complex(complex z) {
  if (is_infinite(z.re)) {
    const double im = signed_f64(INF, __builtin_signbit(z.im) ? 1 : -1);
    if (z.im != z.im) return of(z.im, im);
    const double part = is_infinite(z.im) ? QUARTER / 2 : 0;
    return of(z.re > 0 ? part : 2 * QUARTER - part, im);
  }
  if (is_infinite(z.im)) return of(z.re != z.re ? z.re : QUARTER, -z.im);
  if (z.im != z.im) return of(z.re == 0 ? QUARTER : z.im, z.im);
  if (z.re != z.re) return of(z.re, z.re);
  if (is_huge(z)) {
    const complex l = strided_complex_log(z);
    return of(abs_f64(l.im), signed_f64(l.re + LN2, -z.im));
  }
  const complex below = strided_complex_root(of(1 - z.re, -z.im));
  const complex above = strided_complex_root(of(1 + z.re, z.im));
  return of(2 * strided_atan2(below.re, above.re),
            asinh_real(above.re * below.im - above.im * below.re));
}
static complex acosh_complex(complex z) {
  const complex w = acos_complex(z);
  return of(abs_f64(w.im), w.re != w.re ? w.re : signed_f64(w.re, z.im));
}

static complex atanh_complex(complex z) {
  if (!is_finite(z.re) || !is_finite(z.im)) {
    if (is_infinite(z.re) || is_infinite(z.im)) {
      const double im = z.im != z.im ? z.im : signed_f64(QUARTER, z.im);
      return of(signed_f64(0, z.re), im);
    }
    return of(z.re == 0 ? z.re : NOT_A_NUMBER, NOT_A_NUMBER);
  }
  const double x = abs_f64(z.re), y = abs_f64(z.im);
  if (is_huge(z)) {
    const double large = x > y ? x : y, ratio = (x > y ? y : x) / large;
    return of(signed_f64(x / large / large / (1 + ratio * ratio), z.re),
              signed_f64(QUARTER, z.im));
  }
  if (x == 1 && y < 0x1p-500) {
    const double re = y == 0 ? INF : 0.5 * (LN2 - log_fast_f64(y < SMALLEST ? SMALLEST : y));
    return of(signed_f64(re, z.re), y == 0 ? z.im : signed_f64(QUARTER / 2, z.im));
  }
  const double u = 1 - x, under = u * u + y * y;
  const double re = 0.25 * strided_log1p_pair(4 * x / under, 0);
  const double im = 0.5 * strided_atan2(2 * z.im, u * (1 + x) - y * y);
  return of(signed_f64(re, z.re), im);
}
static complex atan_complex(complex z) { return over_i(atanh_complex(times_i(z))); }

static complex sqrt_complex(complex z) { return strided_complex_root(z); }
COMPLEX(sqrt)
COMPLEX(asin)
COMPLEX(acos)
COMPLEX(atan)
COMPLEX(asinh)
COMPLEX(acosh)
COMPLEX(atanh)
