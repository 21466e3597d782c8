// SPDX-License-Identifier: Apache-2.0
// The angle of a point, for the functions that are made of it.
#pragma once
#include "trig.h"

#define PI 0x1.921fb54442d18p+1
#define PI_REST 0x1.1a62633145c07p-53

// atan(t) - t for 0 <= t <= 1.
INLINE double atan_rest(double t) {
  const double z = t * t;
  const double end =
    P12(z, -0x1.61f220a919de3p-5, 0x1.40705e1c7ca00p-5, -0x1.1c3090a72dac6p-5,
        0x1.e0c033dd06be5p-6, -0x1.767e29df13db4p-6, 0x1.024d79eb0154fp-6, -0x1.2ec790486839dp-7,
        0x1.20a390a6b1acap-8, -0x1.a8fdc7ce29591p-10, 0x1.c1e04fa7662b8p-12,
        -0x1.2f0debe47230fp-14, 0x1.84e05349b9526p-18);
  return (t * z) * P11(z, -0x1.5555555555554p-2, 0x1.9999999999741p-3, -0x1.2492492486b6dp-3,
                       0x1.c71c71c376e15p-4, -0x1.745d16ecdd49bp-4, 0x1.3b13ab96ac806p-4,
                       -0x1.1110d02dd565cp-4, 0x1.e1dd926ae1287p-5, -0x1.af0c76a50fa39p-5,
                       0x1.858ac5a4e8f53p-5, end);
}
// The angle of the point (x, y). Finite points other than the origin need no choice.
INLINE double atan2_fast_f64(double y, double x) {
  const double a = abs_f64(x), b = abs_f64(y);
  const int steep = b > a;
  const double t = (steep ? a : b) / (steep ? b : a), rest = atan_rest(t);
  const double first = steep ? QUARTER - (t - (QUARTER_REST - rest)) : t + rest;
  const double low = steep ? 0 : (t - first) + rest;
  return signed_f64(x < 0 ? PI - (first - (PI_REST - low)) : first, y);
}
