// SPDX-License-Identifier: Apache-2.0
// sinh, cosh, tanh and their inverses.
#include "log.h"

// e^a / 2 = high + low, and e^-a / 2.
typedef struct { double high, low, inverse; } halves;
INLINE halves exp_halves(double a) {
  const pair e = exp_pair(a);
  const double high = 0.5 * e.high;
  return (halves){high, 0.5 * e.low, 0.25 / high};
}
INLINE double sinh_fast_f64(double x) {
  const double a = abs_f64(x), z = a * a;
  const double small = a + (a * z) * P7(z, 0x1.5555555555556p-3, 0x1.1111111111020p-7,
                                        0x1.a01a01a036c6ap-13, 0x1.71de3a3b6a3b8p-19,
                                        0x1.ae646f97fef7cp-26, 0x1.61171ce16968ap-33,
                                        0x1.b5bb7ab9acd3bp-41);
  const halves e = exp_halves(a);
  const double most = e.high - e.inverse, lost = (e.high - most) - e.inverse;
  return signed_f64(a < 1 ? small : most + (lost + e.low), x);
}
INLINE double cosh_fast_f64(double x) {
  const halves e = exp_halves(abs_f64(x));
  const double most = e.high + e.inverse, lost = (e.high - most) + e.inverse;
  return most + (lost + e.low);
}
INLINE double tanh_fast_f64(double x) {
  const double a = abs_f64(x), z = a * a;
  const double small =
    a + (a * z) * P11(z, -0x1.5555555555505p-2, 0x1.111111110b271p-3, -0x1.ba1ba1b543ad5p-5,
                      0x1.664f47853a999p-6, -0x1.226e172e43016p-7, 0x1.d6cf47274ec52p-9,
                      -0x1.7d69d594682a9p-10, 0x1.336da0a251bf8p-11, -0x1.df908f382b3d3p-13,
                      0x1.441383d79506cp-14, -0x1.0e9f5be201527p-16);
  const double b = a > 20 ? 20 : a;
  const double large = 1 - 2 / (exp_fast_f64(2 * b) + 1);
  return signed_f64(a < 0.6 ? small : large, x);
}
INLINE double sinh_single(double x) {
  const double e = expm1_single(abs_f64(x));
  return signed_f64(0.5 * (e + e / (e + 1)), x);
}
INLINE double cosh_single(double x) {
  const double e = 0.5 * exp_single(abs_f64(x));
  return e + 0.25 / e;
}
USUAL(sinh, x, abs_f64(x) < 708, abs_f32(x) < 600)
USUAL(cosh, x, abs_f64(x) < 708, abs_f32(x) < 600)
USUAL(tanh, x, x == x, x == x)
RARELY double sinh_rare_f64(double x) {
  return x != x ? x : signed_f64(exp_scaled(abs_f64(x), -1), x);
}
RARELY double cosh_rare_f64(double x) { return x != x ? x : exp_scaled(abs_f64(x), -1); }
RARELY double tanh_rare_f64(double x) { return x; }
WHOLE(sinh)
WHOLE(cosh)
FUNCTION(sinh, 1)
FUNCTION(cosh, 1)
SCREENED(tanh, f64, double, int64_t, 1)

// Of float alone, with the same two forms.
INLINE float tanh_fast_f32(float x) {
  const float a = abs_f32(x), z = a * a;
  const float small = a + (a * z) * P5(z, -0x1.55553ep-2f, 0x1.1109bep-3f, -0x1.b89a78p-5f,
                                       0x1.54bf96p-6f, -0x1.82678ep-8f);
  const float b = a > 10 ? 20 : 2 * a;
  const float t = b * 0x1.715476p+0f + ROUND_F32, k = t - ROUND_F32;
  const float r = (b - k * 0x1.62ep-1f) - k * 0x1.0bfbe8p-15f;
  const float s = r + r * r * P5(r, 0x1p-1f, 0x1.55548ep-3f, 0x1.55545cp-5f, 0x1.123bdep-7f,
                                 0x1.6db4eep-10f);
  const float e = from_bits_f32((uint32_t)bits_f32(1 + s) + ((uint32_t)bits_f32(t) << 23));
  return signed_f32(a < 0.6f ? small : 1 - 2 / (e + 1), x);
}
RARELY float tanh_rare_f32(float x) { return x; }
SCREENED(tanh, f32, float, int32_t, 1)
HALF(tanh)

// As log(1 + a + low), so that small results are exact.
INLINE double asinh_fast_f64(double x) {
  const double a = abs_f64(x), z = a * a;
  const double add = z / (1 + root_f64(1 + z));
  const double sum = a + add, low = (a - sum) + add;
  return signed_f64(log1p_pair(sum, low), x);
}
INLINE double acosh_fast_f64(double x) {
  const double t = x - 1;
  const double root = root_f64(t * (t + 2));
  const double sum = root + t, low = (root - sum) + t;
  return log1p_pair(sum, low);
}
INLINE double atanh_fast_f64(double x) {
  const double a = abs_f64(x), twice = 2 * a;
  const double add = twice * a / (1 - a);
  const double sum = twice + add;
  const double low = a < 0.5 ? (twice - sum) + add : (add - sum) + twice;
  return signed_f64(0.5 * log1p_pair(sum, low), x);
}
INLINE double asinh_single(double x) {
  const double a = abs_f64(x), z = a * a;
  return signed_f64(log1p_single(a + z / (1 + root_f64(1 + z))), x);
}
INLINE double acosh_single(double x) {
  const double t = x - 1;
  return log1p_single(t + root_f64(t * (t + 2)));
}
INLINE double atanh_single(double x) {
  const double a = abs_f64(x);
  return signed_f64(0.5 * log1p_single(2 * a / (1 - a)), x);
}
USUAL(asinh, x, abs_f64(x) < 0x1p500, abs_f32(x) <= 0x1.fffffep127f)
USUAL(acosh, x, (x >= 1) & (x < 0x1p500), (x >= 1) & (x <= 0x1.fffffep127f))
USUAL(atanh, x, abs_f64(x) < 1, abs_f32(x) < 1)
RARELY double asinh_rare_f64(double x) {
  return abs_f64(x) < INF ? signed_f64(log_fast_f64(abs_f64(x)) + LN2, x) : x;
}
RARELY double acosh_rare_f64(double x) {
  if (!(x >= 1)) return x != x ? x : NOT_A_NUMBER;
  return x < INF ? log_fast_f64(x) + LN2 : x;
}
RARELY double atanh_rare_f64(double x) {
  return abs_f64(x) == 1 ? signed_f64(INF, x) : x != x ? x : NOT_A_NUMBER;
}
WHOLE(asinh)
WHOLE(acosh)
WHOLE(atanh)
FUNCTION(asinh, 1)
FUNCTION(acosh, 2)
FUNCTION(atanh, 0)
