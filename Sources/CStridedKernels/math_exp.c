// SPDX-License-Identifier: Apache-2.0
// exp, exp2, expm1.
#include "exp.h"

// Where neither results nor scales leave the normal numbers.
USUAL(exp, x, abs_f64(x) < 708, abs_f32(x) < 87)
USUAL(exp2, x, abs_f64(x) < 1021, abs_f32(x) < 125)
USUAL(expm1, x, abs_f64(x) < 708, abs_f32(x) < 600)

// Everything but NaN, in two scaling steps.
#define COVERS(NAME)                                                                               \
  INLINE int NAME##_covers_f64(double x) { return x == x; }                                        \
  INLINE int NAME##_covers_f32(float x) { return x == x; }                                         \
  INLINE double NAME##_rare_f64(double x) { return x; }                                            \
  INLINE float NAME##_rare_f32(float x) { return x; }
COVERS(exp)
COVERS(exp2)

INLINE double exp_wide_f64(double x) {
  double y = x < -746 ? -746 : x;
  y = y > 710 ? 710 : y;
  const double t = y * LOG2_E + ROUND, k = t - ROUND;
  const double r = (y - k * LN2_HIGH) - k * LN2_LOW;
  const double value = 1 + (r * r * exp_series(r) + r);
  const double half = k * 0.5 + ROUND, rest = k - (half - ROUND);
  return value * power_of_bits(half) * power_of_bits(rest + ROUND);
}
INLINE double exp2_wide_f64(double x) { return exp2_scaled(x, 0); }
SCREENED_TWICE(exp, f64, double, int64_t, 1)
SCREENED_TWICE(exp2, f64, double, int64_t, 1)

// The scale of a float from the low bits of a number near ROUND_F32.
INLINE float power_of_bits_f32(float t) {
  return from_bits_f32(((uint32_t)bits_f32(t) << 23) + 0x3f800000u);
}
INLINE float scaled_f32(float value, float k) {
  const float half = k * 0.5f + ROUND_F32, rest = k - (half - ROUND_F32);
  return value * power_of_bits_f32(half) * power_of_bits_f32(rest + ROUND_F32);
}
INLINE float lifted_f32(float value, float t) {
  return from_bits_f32((uint32_t)bits_f32(value) + ((uint32_t)bits_f32(t) << 23));
}
// e^r for |r| <= ln 2 / 2 where x = k ln 2 + r.
INLINE float exp_core_f32(float x, float k) {
  const float r = (x - k * 0x1.62ep-1f) - k * 0x1.0bfbe8p-15f;
  return 1 + (r + r * r * P5(r, 0x1p-1f, 0x1.55548ep-3f, 0x1.55545cp-5f, 0x1.123bdep-7f,
                             0x1.6db4eep-10f));
}
INLINE float exp2_core_f32(float r) {
  return 1 + r * (0x1.62e43p-1f + r * P5(r, 0x1.ebfbep-3f, 0x1.c6af84p-5f, 0x1.3b29d2p-7f,
                                         0x1.5f062ap-10f, 0x1.447842p-13f));
}
INLINE float exp_fast_f32(float x) {
  const float t = x * 0x1.715476p+0f + ROUND_F32;
  return lifted_f32(exp_core_f32(x, t - ROUND_F32), t);
}
INLINE float exp2_fast_f32(float x) {
  const float t = x + ROUND_F32;
  return lifted_f32(exp2_core_f32(x - (t - ROUND_F32)), t);
}
INLINE float exp_wide_f32(float x) {
  float y = x < -104 ? -104 : x;
  y = y > 89 ? 89 : y;
  const float k = (y * 0x1.715476p+0f + ROUND_F32) - ROUND_F32;
  return scaled_f32(exp_core_f32(y, k), k);
}
INLINE float exp2_wide_f32(float x) {
  float y = x < -151 ? -151 : x;
  y = y > 129 ? 129 : y;
  const float k = (y + ROUND_F32) - ROUND_F32;
  return scaled_f32(exp2_core_f32(y - k), k);
}
SCREENED_TWICE(exp, f32, float, int32_t, 1)
SCREENED_TWICE(exp2, f32, float, int32_t, 1)
HALF(exp)
HALF(exp2)

RARELY double expm1_rare_f64(double x) { return x < 0 ? -1 : exp_f64(x); }
WHOLE(expm1)
FUNCTION(expm1, 1)
