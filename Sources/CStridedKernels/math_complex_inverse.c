// SPDX-License-Identifier: Apache-2.0
// The root and the inverses of the trigonometric functions of complex numbers: Kahan's formulas,
// with the special values of C's Annex G.
#include "complex.h"

static complex sqrt_complex(complex z) {
  if (is_moderate(z)) return root_plain(z);
  const double a = abs_f64(z.re), b = abs_f64(z.im);
  if (is_infinite(b)) return of(INF, z.im);
  if (is_infinite(a)) {
    if (z.re > 0) return of(INF, z.im == z.im ? signed_f64(0, z.im) : z.im);
    return of(z.im == z.im ? 0 : z.im, signed_f64(INF, z.im));
  }
  if (z.re != z.re || z.im != z.im) return of(NOT_A_NUMBER, NOT_A_NUMBER);
  if (a == 0 && b == 0) return of(0, z.im);
  const int large = (a > b ? a : b) > 1;
  const double scale = large ? 0x1p-540 : 0x1p540, back = large ? 0x1p270 : 0x1p-270;
  const complex r = root_plain(of(z.re * scale, z.im * scale));
  return of(r.re * back, r.im * back);
}
// asinh of a real number that is not huge.
INLINE double asinh_moderate(double x) {
  const double a = abs_f64(x), add = a * a / (1 + root_f64(1 + a * a)), sum = a + add;
  return signed_f64(log1p_pair(sum, (a - sum) + add), x);
}
INLINE int is_huge(complex z) { return (abs_f64(z.re) > 0x1p400) | (abs_f64(z.im) > 0x1p400); }

// With the roots of 1 - z and 1 + z.
typedef struct { complex below, above; } roots;
INLINE roots roots_plain(complex z) {
  return (roots){root_plain(of(1 - z.re, -z.im)), root_plain(of(1 + z.re, z.im))};
}
static roots roots_of(complex z) {
  return (roots){sqrt_complex(of(1 - z.re, -z.im)), sqrt_complex(of(1 + z.re, z.im))};
}
INLINE double asin_imaginary(roots r) {
  return asinh_moderate(r.below.re * r.above.im - r.below.im * r.above.re);
}
INLINE double across(roots r) { return r.below.re * r.above.re - r.below.im * r.above.im; }
INLINE double acos_imaginary(roots r) {
  return asinh_moderate(r.above.re * r.below.im - r.above.im * r.below.re);
}
INLINE int asin_takes(complex z) {
  const double off = abs_f64(1 - abs_f64(z.re)) + abs_f64(z.im);
  return (abs_f64(z.re) < 0x1p400) & (abs_f64(z.im) < 0x1p400) & (off > 0x1p-400);
}
INLINE complex asin_plain(complex z) {
  const roots r = roots_plain(z);
  return of(atan2_fast_f64(z.re, across(r)), asin_imaginary(r));
}
INLINE complex acos_plain(complex z) {
  const roots r = roots_plain(z);
  return of(2 * atan2_fast_f64(r.below.re, r.above.re), acos_imaginary(r));
}
INLINE complex asinh_plain(complex z) { return times_i(asin_plain(over_i(z))); }
INLINE complex acosh_plain(complex z) {
  const complex w = acos_plain(z);
  return of(abs_f64(w.im), signed_f64(w.re, z.im));
}
INLINE int acos_takes(complex z) { return asin_takes(z); }
INLINE int acosh_takes(complex z) { return asin_takes(z); }
INLINE int asinh_takes(complex z) { return asin_takes(times_i(z)); }
INLINE int sqrt_takes(complex z) { return is_moderate(z); }
INLINE complex sqrt_plain(complex z) { return root_plain(z); }

static complex asin_finite(complex z) {
  if (is_huge(z)) {
    const complex l = strided_complex_log(z);
    return of(strided_atan2(z.re, abs_f64(z.im)), signed_f64(l.re + LN2, z.im));
  }
  const roots r = roots_of(z);
  return of(strided_atan2(z.re, across(r)), asin_imaginary(r));
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
  const roots r = roots_of(z);
  return of(2 * strided_atan2(r.below.re, r.above.re), acos_imaginary(r));
}
static complex acosh_complex(complex z) {
  const complex w = acos_complex(z);
  return of(abs_f64(w.im), w.re != w.re ? w.re : signed_f64(w.re, z.im));
}

INLINE int atanh_takes(complex z) {
  const double u = 1 - abs_f64(z.re);
  return (abs_f64(z.re) < 0x1p400) & (abs_f64(z.im) < 0x1p400) &
         (u * u + z.im * z.im > 0x1p-400);
}
INLINE complex atanh_plain(complex z) {
  const double x = abs_f64(z.re), y = abs_f64(z.im);
  const double u = 1 - x, under = u * u + y * y;
  const double re = 0.25 * log1p_pair(4 * x / under, 0);
  const double im = 0.5 * atan2_fast_f64(2 * z.im, u * (1 + x) - y * y);
  return of(signed_f64(re, z.re), im);
}
INLINE complex atan_plain(complex z) { return over_i(atanh_plain(times_i(z))); }
INLINE int atan_takes(complex z) { return atanh_takes(times_i(z)); }
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
  if (x == 1 && y < 0x1p-150) {
    const double re = y == 0 ? INF : 0.5 * (LN2 - log_fast_f64(y < SMALLEST ? SMALLEST : y));
    return of(signed_f64(re, z.re), y == 0 ? z.im : signed_f64(QUARTER / 2, z.im));
  }
  return atanh_plain(z);
}
static complex atan_complex(complex z) { return over_i(atanh_complex(times_i(z))); }

COMPLEX(sqrt)
COMPLEX(asin)
COMPLEX(acos)
COMPLEX(atan)
COMPLEX(asinh)
COMPLEX(acosh)
COMPLEX(atanh)
