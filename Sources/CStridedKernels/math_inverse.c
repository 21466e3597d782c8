// SPDX-License-Identifier: Apache-2.0
// asin, acos, atan, atan2.
#include "atan.h"

// (asin(w) / w - 1) / z of z = w^2 <= 1/4.
INLINE double asin_series(double z) {
  return P13(z, 0x1.5555555555578p-3, 0x1.333333332df17p-4, 0x1.6db6db722b563p-5,
             0x1.f1c71a8ba1f91p-6, 0x1.6e8bdfe6076f2p-6, 0x1.1c49de0b80fbep-6,
             0x1.ca21435c4ed56p-7, 0x1.757794e6c149cp-7, 0x1.618a8ddac279dp-7,
             0x1.e15dfca29202fp-9, 0x1.6501257541f7ap-6, -0x1.59f5418fcc44dp-6,
             0x1.0be3fe751ce11p-5);
}
INLINE double asin_short_series(double z) {
  return P6(z, 0x1.55554c3068bf2p-3, 0x1.333891d08b5b7p-4, 0x1.6cabbaab9a494p-5,
            0x1.04aad79238ee5p-5, 0x1.d7aa2b243fdf0p-7, 0x1.33d65f1f829e8p-5);
}
// asin(w) = w + add. Above 1/2 it works with the root w of (1 - |x|) / 2 = (cut + lost)^2.
typedef struct { double w, add, cut, lost; int above; } arc;
INLINE arc arc_of(double x) {
  const double a = abs_f64(x);
  arc r;
  r.above = a > 0.5;
  const double z = r.above ? (1 - a) * 0.5 : a * a;
  r.w = r.above ? root_f64(z) : a;
  r.add = r.w * (z * asin_series(z));
  r.cut = upper(r.w);
  const double square = r.cut * r.cut;
  r.lost = (z - square) / (r.w + r.cut + 0x1p-1022);
  return r;
}
INLINE double asin_fast_f64(double x) {
  const arc r = arc_of(x);
  const double rest = 2 * r.add - (QUARTER_REST - 2 * r.lost);
  const double large = QUARTER / 2 - (rest - (QUARTER / 2 - 2 * r.cut));
  return signed_f64(r.above ? large : r.w + r.add, x);
}
INLINE double acos_fast_f64(double x) {
  const arc r = arc_of(x);
  const double near = QUARTER - (x - (QUARTER_REST - signed_f64(r.add, x)));
  const double low = PI - 2 * (r.w + (r.add - QUARTER_REST));
  const double high = 2 * (r.cut + (r.add + r.lost));
  return r.above ? (x < 0 ? low : high) : near;
}
INLINE double asin_single(double x) {
  const double a = abs_f64(x);
  const int above = a > 0.5;
  const double z = above ? (1 - a) * 0.5 : a * a, w = above ? root_f64(z) : a;
  const double value = w + w * (z * asin_short_series(z));
  return signed_f64(above ? QUARTER - 2 * value : value, x);
}
INLINE double acos_single(double x) {
  const double a = abs_f64(x);
  const int above = a > 0.5;
  const double z = above ? (1 - a) * 0.5 : a * a, w = above ? root_f64(z) : a;
  const double value = w + w * (z * asin_short_series(z));
  const double large = x < 0 ? PI - 2 * value : 2 * value;
  return above ? large : QUARTER - signed_f64(value, x);
}
USUAL(asin, x, abs_f64(x) <= 1, abs_f32(x) <= 1)
USUAL(acos, x, abs_f64(x) <= 1, abs_f32(x) <= 1)
RARELY double asin_rare_f64(double x) { return x != x ? x : NOT_A_NUMBER; }
RARELY double acos_rare_f64(double x) { return x != x ? x : NOT_A_NUMBER; }
WHOLE(asin)
WHOLE(acos)
FUNCTION(asin, 0)
FUNCTION(acos, 0)

INLINE double atan_short_rest(double t) {
  const double z = t * t;
  return (t * z) * P10(z, -0x1.5555515f25ef3p-2, 0x1.9997fcd10e484p-3, -0x1.2474ffb1723a4p-3,
                       0x1.c506df4c69592p-4, -0x1.69377dccff28ep-4, 0x1.14dd231878bd9p-4,
                       -0x1.702cfc5233f63p-5, 0x1.74dba86788716p-6, -0x1.e65a764bd8a36p-8,
                       0x1.296b14cf90d63p-10);
}
INLINE double atan_f64(double x) {
  const double a = abs_f64(x);
  const int steep = a > 1;
  const double t = (steep ? 1 : a) / (steep ? a : 1), rest = atan_rest(t);
  return signed_f64(steep ? QUARTER - (t - (QUARTER_REST - rest)) : t + rest, x);
}
INLINE float atan_f32(float x) {
  const double a = abs_f64((double)x);
  const int steep = a > 1;
  const double t = (steep ? 1 : a) / (steep ? a : 1), value = t + atan_short_rest(t);
  return (float)signed_f64(steep ? QUARTER - value : value, (double)x);
}
UNSCREENED(atan, f64, ROW_OF)
UNSCREENED(atan, f32, ROW_OF)
HALF(atan)

INLINE float atan2_fast_f32(float y, float x) {
  const double a = abs_f64((double)x), b = abs_f64((double)y);
  const int steep = b > a;
  const double t = (steep ? a : b) / (steep ? b : a), value = t + atan_short_rest(t);
  const double first = steep ? QUARTER - value : value;
  return (float)signed_f64(x < 0 ? PI - first : first, (double)y);
}
#define USUAL_POINT(T, R, MOST)                                                                    \
  INLINE int atan2_usual_##T(R y, R x) {                                                           \
    const R a = abs_##T(x), b = abs_##T(y);                                                        \
    return (a <= MOST) & (b <= MOST) & ((a > 0) | (b > 0));                                        \
  }
USUAL_POINT(f64, double, 0x1.fffffffffffffp+1023)
USUAL_POINT(f32, float, 0x1.fffffep+127f)
RARELY double atan2_rare_f64(double y, double x) {
  if (x != x || y != y) return x + y;
  const bool left = __builtin_signbit(x);
  if (x == 0 && y == 0) return signed_f64(left ? PI : 0, y);
  if (abs_f64(y) < INF) return signed_f64(left ? PI : 0, y);
  if (abs_f64(x) < INF) return signed_f64(QUARTER, y);
  return signed_f64(left ? PI - QUARTER / 2 : QUARTER / 2, y);
}
RARELY float atan2_rare_f32(float y, float x) {
  return (float)atan2_rare_f64((double)y, (double)x);
}
SCREENED2(atan2, f64, double, int64_t, 1)
SCREENED2(atan2, f32, float, int32_t, 1)
HALF2(atan2)

double strided_atan2(double y, double x) {
  return atan2_usual_f64(y, x) ? atan2_fast_f64(y, x) : atan2_rare_f64(y, x);
}
