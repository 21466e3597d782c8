// SPDX-License-Identifier: Apache-2.0
// Functions of complex numbers. Both sizes compute in double. NAME_plain takes, without branches,
// the numbers that NAME_takes lets through; NAME_complex takes all, with the special values of C's
// Annex G.
#pragma once
#include "atan.h"
#include "log.h"

typedef struct { double re, im; } complex;

// What the complex functions need of the real ones, and of one another, for any number.
double strided_log1p_pair(double x, double low);
double strided_atan2(double y, double x);
complex strided_complex_log(complex z);
complex strided_complex_exp(complex z);

INLINE complex of(double re, double im) { return (complex){re, im}; }
INLINE int is_finite(double x) { return abs_f64(x) < INF; }
INLINE int is_infinite(double x) { return abs_f64(x) == INF; }
INLINE complex times_i(complex z) { return of(-z.im, z.re); }
INLINE complex over_i(complex z) { return of(z.im, -z.re); }
// Squares of such numbers neither overflow nor vanish beside one another.
INLINE int is_moderate(complex z) {
  const double a = abs_f64(z.re), b = abs_f64(z.im), large = a > b ? a : b;
  return (large > 0x1p-500) & (large < 0x1p500) & (a + b < 0x1p501);
}
// An exponent and an angle.
INLINE int is_polar(complex z) { return (abs_f64(z.re) < 700) & (abs_f64(z.im) < TURN_LIMIT); }

// Parts are read and written as plain floats T; as structs they would stand in the way of vectors.
#define COMPLEX_ROW(NAME, K, T, R)                                                                 \
  KERNEL_WIDE static void NAME##_row_##K(char *to, const char *from, n_t n) {                      \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)from;                                                                  \
    R x[2 * BLOCK], y[2 * BLOCK];                                                                  \
    int64_t odd = 0;                                                                               \
    ROW_OF(n) odd |= !NAME##_takes(of((double)a[2 * i], (double)a[2 * i + 1]));                    \
    if (odd) {                                                                                     \
      ROW_OF(n) {                                                                                  \
        x[2 * i] = a[2 * i];                                                                       \
        x[2 * i + 1] = a[2 * i + 1];                                                               \
        const int taken = NAME##_takes(of((double)x[2 * i], (double)x[2 * i + 1]));                \
        y[2 * i] = taken ? x[2 * i] : (R)0.5;                                                      \
        y[2 * i + 1] = taken ? x[2 * i + 1] : (R)0.25;                                             \
      }                                                                                            \
      a = (const T *)y;                                                                            \
    }                                                                                              \
    ROW_OF(n) {                                                                                    \
      const complex z = NAME##_plain(of((double)a[2 * i], (double)a[2 * i + 1]));                  \
      o[2 * i] = (R)z.re;                                                                          \
      o[2 * i + 1] = (R)z.im;                                                                      \
    }                                                                                              \
    if (odd) ONE_BY_ONE(n) {                                                                       \
      const complex w = of((double)x[2 * i], (double)x[2 * i + 1]);                                \
      if (NAME##_takes(w)) continue;                                                               \
      const complex z = NAME##_complex(w);                                                         \
      o[2 * i] = (R)z.re;                                                                          \
      o[2 * i + 1] = (R)z.im;                                                                      \
    }                                                                                              \
  }                                                                                                \
  WALKED(NAME, K)
#define COMPLEX(NAME) COMPLEX_ROW(NAME, c64, f32, float) COMPLEX_ROW(NAME, c128, f64, double)

INLINE complex exp_plain(complex z) {
  const double scale = exp_fast_f64(z.re);
  const angle a = turned_fast(z.im);
  return of(scale * cosine_turned(a), scale * sine_turned(a));
}

// base + linear + a^2 + b^2 in two parts, with nothing lost where the terms cancel.
INLINE pair sum_of_squares(double base, double linear, double a, double b) {
  const double x = upper(a), x_low = a - x, y = upper(b), y_low = b - y;
  const double terms[] = {linear, x * x, y * y, 2 * x * x_low, 2 * y * y_low};
  double sum = base, low = x_low * x_low + y_low * y_low;
  LOOP(unroll(full)) for (int k = 0; k < 5; k++) {
    const double next = sum + terms[k], part = next - sum;
    low += (sum - (next - part)) + (terms[k] - part);
    sum = next;
  }
  const double high = sum + low;
  return (pair){high, (sum - high) + low};
}
// log |z|, from |z|^2 - 1 where |z| is near 1.
INLINE double log_modulus_plain(complex z) {
  const double a = abs_f64(z.re), b = abs_f64(z.im), large = a > b ? a : b;
  const double base = ((large > 0.5) & (large < 2)) ? 1 : 0;
  const pair s = sum_of_squares(-base, 0, a, b);
  const double u = base + s.high, part = u - base;
  const double lost = (base - (u - part)) + (s.high - part) + s.low;
  const split e = log_split(u);
  const double add = lost * e.scale, f = e.f + add, tail = (e.f - f) + add;
  const log_parts p = log_of_1p(f);
  return 0.5 * (e.k * LN2_HIGH - ((p.half - (p.rest + (e.k * LN2_LOW + tail))) - f));
}
INLINE complex log_plain(complex z) {
  return of(log_modulus_plain(z), atan2_fast_f64(z.im, z.re));
}

INLINE complex root_plain(complex z) {
  const double x = abs_f64(z.re), y = abs_f64(z.im);
  const double half = root_f64(0.5 * (x + root_f64(x * x + y * y)));
  const double other = 0.5 * y / half;
  const int right = z.re >= 0;
  return of(right ? half : other, signed_f64(right ? other : half, z.im));
}
