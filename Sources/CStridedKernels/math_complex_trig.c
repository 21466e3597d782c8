// SPDX-License-Identifier: Apache-2.0
// sin, cos, tan, sinh, cosh, tanh of complex numbers, with the special values of C's Annex G.
#include "complex.h"

// sinh x and cosh x, divided by 2^64 where they are too large.
typedef struct { double sinh, cosh, back; } arms;
INLINE arms arms_plain(double x) {
  const double a = abs_f64(x), z = a * a;
  const pair e = exp_pair(a);
  const double high = 0.5 * e.high, inverse = 0.25 / high, low = 0.5 * e.low;
  const double small = a + (a * z) * P7(z, 0x1.5555555555556p-3, 0x1.1111111111020p-7,
                                        0x1.a01a01a036c6ap-13, 0x1.71de3a3b6a3b8p-19,
                                        0x1.ae646f97fef7cp-26, 0x1.61171ce16968ap-33,
                                        0x1.b5bb7ab9acd3bp-41);
  return (arms){signed_f64(a < 1 ? small : high - inverse + low, x), high + inverse + low, 1};
}
static arms arms_of(double x) {
  const double a = abs_f64(x);
  if (x != x) return (arms){x, x, 1};
  if (a <= 700) return arms_plain(x);
  const double shift = a < 1500 ? 64 : 0, e = exp_scaled(a, -1 - shift);
  return (arms){signed_f64(e, x), e, shift > 0 ? 0x1p64 : 1};
}

static complex sinh_complex(complex z) {
  const arms h = arms_of(z.re);
  if (z.im == 0) return of(h.sinh * h.back, z.im);
  if (!is_finite(z.im)) {
    if (z.re == 0) return of(z.re, NOT_A_NUMBER);
    return of(is_infinite(z.re) ? INF : NOT_A_NUMBER, NOT_A_NUMBER);
  }
  const angle a = strided_turned(z.im);
  return of(h.sinh * cosine_turned(a) * h.back, h.cosh * sine_turned(a) * h.back);
}
static complex cosh_complex(complex z) {
  const arms h = arms_of(z.re);
  if (z.im == 0) {
    const double im = z.re == z.re ? signed_f64(z.im, z.re) : z.im;
    return of(h.cosh * h.back, __builtin_signbit(z.im) && z.re == z.re ? -im : im);
  }
  if (!is_finite(z.im)) {
    if (z.re == 0) return of(NOT_A_NUMBER, 0);
    return of(is_infinite(z.re) ? INF : NOT_A_NUMBER, NOT_A_NUMBER);
  }
  const angle a = strided_turned(z.im);
  return of(h.cosh * cosine_turned(a) * h.back, h.sinh * sine_turned(a) * h.back);
}
// With t = tan y and s = sinh x: (s cosh x (1 + t^2) + i t) / (1 + s^2 (1 + t^2)).
static complex tanh_complex(complex z) {
  if (is_infinite(z.re)) {
    if (!is_finite(z.im)) return of(signed_f64(1, z.re), signed_f64(0, z.im));
    const angle a = strided_turned(z.im);
    return of(signed_f64(1, z.re), signed_f64(0, sine_turned(a) * cosine_turned(a)));
  }
  if (z.im == 0 && z.re != z.re) return z;
  if (!is_finite(z.im)) return of(z.re == 0 ? z.re : NOT_A_NUMBER, NOT_A_NUMBER);
  const angle a = strided_turned(z.im);
  const double s = signed_f64(sine_turned(a), z.im == 0 ? z.im : sine_turned(a));
  const double c = cosine_turned(a);
  if (abs_f64(z.re) > 22)
    return of(signed_f64(1, z.re), 4 * s * c * exp_f64(-2 * abs_f64(z.re)));
  const arms h = arms_of(z.re);
  const double t = s / c, beta = 1 + t * t, under = 1 + beta * h.sinh * h.sinh;
  return of(beta * h.cosh * h.sinh / under, t / under);
}
static complex sin_complex(complex z) {
  if (!is_finite(z.re) && is_infinite(z.im)) return of(NOT_A_NUMBER, INF);
  return over_i(sinh_complex(times_i(z)));
}
static complex cos_complex(complex z) { return cosh_complex(times_i(z)); }
static complex tan_complex(complex z) { return over_i(tanh_complex(times_i(z))); }

INLINE complex sinh_plain(complex z) {
  const arms h = arms_plain(z.re);
  const angle a = turned_fast(z.im);
  return of(h.sinh * cosine_turned(a), h.cosh * sine_turned(a));
}
INLINE complex cosh_plain(complex z) {
  const arms h = arms_plain(z.re);
  const angle a = turned_fast(z.im);
  return of(h.cosh * cosine_turned(a), h.sinh * sine_turned(a));
}
INLINE complex tanh_plain(complex z) {
  const arms h = arms_plain(z.re);
  const angle a = turned_fast(z.im);
  const double t = sine_turned(a) / cosine_turned(a), beta = 1 + t * t;
  const double under = 1 + beta * h.sinh * h.sinh;
  return of(beta * h.cosh * h.sinh / under, t / under);
}
INLINE int sinh_takes(complex z) { return is_polar(z); }
INLINE int cosh_takes(complex z) { return is_polar(z); }
INLINE int tanh_takes(complex z) { return is_polar(z) & (abs_f64(z.re) < 22); }
INLINE complex sin_plain(complex z) { return over_i(sinh_plain(times_i(z))); }
INLINE complex cos_plain(complex z) { return cosh_plain(times_i(z)); }
INLINE complex tan_plain(complex z) { return over_i(tanh_plain(times_i(z))); }
INLINE int sin_takes(complex z) { return sinh_takes(times_i(z)); }
INLINE int cos_takes(complex z) { return sinh_takes(times_i(z)); }
INLINE int tan_takes(complex z) { return tanh_takes(times_i(z)); }
COMPLEX(sin)
COMPLEX(cos)
COMPLEX(tan)
COMPLEX(sinh)
COMPLEX(cosh)
COMPLEX(tanh)
