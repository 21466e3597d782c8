// SPDX-License-Identifier: Apache-2.0
// The length of a pair, without overflow on the way and with an error below 1 ulp.
#pragma once
#include "internal.h"

// A double holds the squares of two floats exactly, and its sum is rounded far behind a float's end.
INLINE float hypot_float(float x, float y) {
  const double a = x, b = y;
  const float h = (float)__builtin_elementwise_sqrt(a * a + b * b);
  const float inf = __builtin_inff();
  const bool isInfinite = (__builtin_fabsf(x) == inf) | (__builtin_fabsf(y) == inf);
  return isInfinite ? inf : h;
}

// The square root of the sum, and one step of correction by what its square misses (C. Borges,
// An Improved Algorithm for hypot(a,b), 2019). Very large and very small pairs are scaled.
INLINE double hypot_double(double x, double y) {
  const double u = __builtin_fabs(x), v = __builtin_fabs(y);
  const double a = u > v ? u : v, b = u > v ? v : u;
  const double scale = a > 0x1p500 ? 0x1p-600 : a < 0x1p-450 ? 0x1p600 : 1;
  const double unscale = a > 0x1p500 ? 0x1p600 : a < 0x1p-450 ? 0x1p-600 : 1;
  const double s = a * scale, t = b * scale;
  const double h = __builtin_elementwise_sqrt(s * s + t * t);
  const double d = h - t, e = h - s;
  const double near = s * (2 * d - s) + (d - 2 * (s - t)) * d;
  const double far = 2 * e * (s - 2 * t) + ((4 * e - t) * t + e * e);
  const double missed = h <= 2 * t ? near : far;
  const double corrected = (h - missed / (2 * h)) * unscale;
  const double sum = a + b, inf = __builtin_inf();
  const bool isPlain = (b <= a * 0x1p-54) | (sum != sum), isInfinite = (u == inf) | (v == inf);
  return isInfinite ? inf : isPlain ? sum : corrected;
}
