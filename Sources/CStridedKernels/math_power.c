// SPDX-License-Identifier: Apache-2.0
// power, logaddexp, logaddexp2.
#include "log.h"

// 2 / (3 ln 2) in two parts; products of the first with 26 bits are exact.
#define THIRDS 0x1.ec709dc3a03fdp-1
#define THIRDS_HIGH 0x1.ec709d8p-1
#define THIRDS_LOW 0x1.0e80ff5d27f05p-27

// 1 / ln 2 in two parts.
#define PER_LN2_HIGH 0x1.715476p+0
#define PER_LN2_LOW 0x1.4ae0bf85ddf44p-26

// log2 of a positive normal number to some 68 bits; the upper part has 26.
INLINE pair log2_pair(double x) {
  const split e = log_split(x);
  // s = f / (2 + f) in two parts. log(1 + f) = 2/3 s (3 + s^2 + 3/5 s^4 + ...).
  const double f = e.f, under = 2 + f, per = 1 / under;
  const double s = f * per, high = upper(s);
  const double under_high = upper(under), under_low = f - (under_high - 2);
  const double taken = f - high * under_high;
  const double low = (taken - high * under_low) * per;
  const double square = high * high, square_low = low * (high + s), z = s * s;
  const double series =
    square_low + z * z * P8(z, 0x1.3333333333330p-1, 0x1.b6db6db6dc91dp-2, 0x1.55555554141aep-2,
                            0x1.1745d22b955d1p-2, 0x1.d89d10f509b6ep-3, 0x1.99b187eebb2dbp-3,
                            0x1.669d1de525ed9p-3, 0x1.709b91bca0278p-3);
  const double sum = upper(3 + square + series);
  const double sum_low = series - ((sum - 3) - square);
  const double product = high * sum, product_low = low * sum + sum_low * s;
  const double l = upper(product + product_low);
  const double l_low = product_low - (l - product);
  const double whole = THIRDS_HIGH * l;
  const double rest = THIRDS_LOW * l + l_low * THIRDS;
  const double result = upper(whole + rest + e.k);
  return (pair){result, rest - ((result - e.k) - whole)};
}
// y log2 |x| = high + low.
INLINE pair power_exponent(double x, double y) {
  const pair l = log2_pair(abs_f64(x));
  const double y_high = upper(y);
  const double exact = y_high * l.high, small = (y - y_high) * l.high + y * l.low;
  const double high = exact + small;
  return (pair){high, (exact - high) + small};
}
// The lowest bit of whole numbers that are not large; other numbers are not whole or even.
INLINE int is_whole(double y) { return (y + ROUND) - ROUND == y; }
INLINE double sign_of_power(double value, double x, double y) {
  const uint64_t odd = (uint64_t)bits_f64(y + ROUND) << 63;
  return from_bits_f64((uint64_t)bits_f64(value) | ((uint64_t)bits_f64(x) & odd));
}
INLINE double power_fast_f64(double x, double y) {
  const pair e = power_exponent(x, y);
  const double t = e.high + ROUND, r = (e.high - (t - ROUND)) + e.low;
  const double s = r * (LN2 + r * exp2_series(r));
  return from_bits_f64((uint64_t)bits_f64(1 + s) + ((uint64_t)bits_f64(t) << 52));
}
// The power is far from the ends of the normal numbers, as the exponent of x shows.
INLINE int power_usual_f64(double x, double y) {
  const uint64_t b = (uint64_t)bits_f64(x);
  const double e = from_bits_f64((b >> 52) | 0x4330000000000000u) - (0x1p52 + 1023);
  const double most = abs_f64(y) * (abs_f64(e) + 1);
  return (x >= SMALLEST) & (x <= LARGEST) & (most < 1020);
}
// Negative numbers have powers with whole exponents.
INLINE double power_wide_f64(double x, double y) {
  return sign_of_power(power_fast_f64(abs_f64(x), y), x, y);
}
INLINE int power_covers_f64(double x, double y) {
  const int usual = power_usual_f64(abs_f64(x), y), whole = is_whole(y);
  return usual & ((x > 0) | whole);
}
RARELY double power_rare_f64(double x, double y) {
  const double a = abs_f64(x), b = abs_f64(y);
  if (x == 1 || y == 0) return 1;
  if (x != x || y != y) return x + y;
  // Larger numbers are all even.
  const int64_t whole_y = b < 0x1p53 ? (int64_t)b : 0;
  const double sign = __builtin_signbit(x) && (whole_y & 1) && (double)whole_y == b ? -1 : 1;
  if (b == INF) return a == 1 ? 1 : (a > 1) == (y > 0) ? INF : 0;
  if (a == 0 || a == INF) return sign * ((a == 0) == (y > 0) ? 0 : INF);
  if (x < 0 && b < 0x1p53 && (double)whole_y != b) return NOT_A_NUMBER;
  if (a == 1) return sign;
  if (b > 0x1p64) return sign * ((a > 1) == (y > 0) ? INF : 0);
  // Exponents too small to move 1 by half a unit.
  if (b < 0x1p-70) return 1;
  if (a >= SMALLEST) {
    const pair e = power_exponent(a, y);
    return sign * exp2_scaled(e.high, abs_f64(e.high) < 1100 ? e.low : 0);
  }
  pair l = log2_pair(a * 0x1p54);
  const double whole = upper(l.high - 54);
  l.low += (l.high - 54) - whole;
  const double y_high = upper(y);
  const double exact = y_high * whole, small = (y - y_high) * whole + y * l.low;
  const double high = exact + small;
  return sign * exp2_scaled(high, abs_f64(high) < 1100 ? (exact - high) + small : 0);
}

// Of float through double.
INLINE double power_single(double x, double y) {
  const split e = log_split(x);
  const double s = e.f / (2 + e.f), z = s * s;
  const double l = 2 * s + s * (z * P5(z, 0x1.555555561f2a5p-1, 0x1.999996a690f1bp-2,
                                       0x1.2494132df86c8p-2, 0x1.c62aa2fe88cd9p-3,
                                       0x1.911c6e3d10b88p-3));
  const double power = y * (e.k + l * LOG2_E);
  const double low = power < -200 ? -200 : power;
  return exp2_single(low > 200 ? 200 : low);
}
INLINE float power_fast_f32(float x, float y) { return (float)power_single((double)x, (double)y); }
INLINE int power_usual_f32(float x, float y) {
  return (x > 0) & (x <= 0x1.fffffep127f) & (abs_f32(y) <= 0x1p30f);
}
INLINE float power_wide_f32(float x, float y) {
  return (float)sign_of_power(power_single(abs_f64((double)x), (double)y), (double)x, (double)y);
}
INLINE int power_covers_f32(float x, float y) {
  const int usual = power_usual_f32(abs_f32(x), y), whole = is_whole((double)y);
  return usual & ((x > 0) | whole);
}
RARELY float power_rare_f32(float x, float y) {
  return (float)power_rare_f64((double)x, (double)y);
}
SCREENED2_TWICE(power, f64, double, int64_t, 1)
SCREENED2_TWICE(power, f32, float, int32_t, 1)
HALF2(power)

// The larger plus log(1 + e^d), d the negative distance with what rounding took from it.
typedef struct { double larger, distance, rest; } summands;
INLINE summands summands_of(double x, double y, double least) {
  const double larger = x > y ? x : y, smaller = x > y ? y : x;
  const double d = smaller - larger, part = d - smaller;
  const double rest = (smaller - (d - part)) - (larger + part);
  return (summands){larger, d < least ? least : d, d < least ? 0 : rest};
}
INLINE pair sum_pair(double a, double b) {
  const double sum = a + b, part = sum - a;
  return (pair){sum, (a - (sum - part)) + (b - part)};
}
// base + log(1 + p), p in two parts and not above 1: the logarithm is added in parts, for
// it may be larger than the result.
INLINE double plus_log1p(double base, pair p) {
  const double u = 1 + p.high, lost = (p.high - (u - 1)) + p.low;
  const split e = log_split(u);
  const double add = lost * e.scale, f = e.f + add, tail = (e.f - f) + add;
  const log_parts l = log_of_1p(f);
  const double whole = e.k * LN2_HIGH;
  const pair first = sum_pair(base, whole), second = sum_pair(first.high, f);
  const double rest = (l.rest - l.half) + (e.k * LN2_LOW + tail);
  return second.high + (rest + (first.low + second.low));
}
INLINE double logaddexp_fast_f64(double x, double y) {
  const summands s = summands_of(x, y, -708);
  const pair power = exp_pair(s.distance);
  return plus_log1p(s.larger, (pair){power.high, power.low + power.high * s.rest});
}
INLINE double logaddexp2_fast_f64(double x, double y) {
  const summands s = summands_of(x, y, -1021);
  const double t = s.distance + ROUND, r = (s.distance - (t - ROUND)) + s.rest;
  const double add = r * (LN2 + r * exp2_series(r)), scale = power_of_bits(t), one = 1 + add;
  const pair power = {one * scale, ((1 - one) + add) * scale};
  const double u = 1 + power.high, lost = (power.high - (u - 1)) + power.low;
  const split e = log_split(u);
  const double add_f = lost * e.scale, f = e.f + add_f, tail = (e.f - f) + add_f;
  const log_parts l = log_of_1p(f);
  const double high = upper(f - l.half), low = ((f - high) - l.half) + (l.rest + tail);
  const double most = high * PER_LN2_HIGH;
  const double rest = (low + high) * PER_LN2_LOW + low * PER_LN2_HIGH;
  const pair first = sum_pair(s.larger, e.k), second = sum_pair(first.high, most);
  return second.high + (rest + (first.low + second.low));
}
INLINE float logaddexp_fast_f32(float x, float y) {
  const summands s = summands_of((double)x, (double)y, -708);
  return (float)(s.larger + log1p_single(exp_single(s.distance)));
}
INLINE float logaddexp2_fast_f32(float x, float y) {
  const summands s = summands_of((double)x, (double)y, -1021);
  const double add = LOG2_E * log1p_single(exp2_single(s.distance));
  return (float)(s.larger + add);
}
#define RARE_SUM(NAME, RARE)                                                                      \
  INLINE int NAME##_usual_f64(double x, double y) {                                                \
    const double larger = x > y ? x : y;                                                           \
    return (abs_f64(x) <= LARGEST) & (abs_f64(y) <= LARGEST) &                                     \
           ((abs_f64(x - y) < 708) | (abs_f64(larger) > 0x1p-900));                                \
  }                                                                                                \
  INLINE int NAME##_usual_f32(float x, float y) {                                                  \
    return (abs_f32(x) <= 0x1.fffffep127f) & (abs_f32(y) <= 0x1.fffffep127f);                      \
  }                                                                                                \
  RARELY double NAME##_rare_f64(double x, double y) {                                              \
    if (x != x || y != y) return x + y;                                                            \
    const double larger = x > y ? x : y, d = -abs_f64(x - y);                                      \
    return abs_f64(larger) < INF ? larger + (d > -INF ? RARE(d) : 0) : larger;                     \
  }                                                                                                \
  RARELY float NAME##_rare_f32(float x, float y) {                                                 \
    return (float)NAME##_rare_f64((double)x, (double)y);                                           \
  }                                                                                                \
  SCREENED2(NAME, f64, double, int64_t, 1)                                                         \
  SCREENED2(NAME, f32, float, int32_t, 1)                                                          \
  HALF2(NAME)
// log2(1 + 2^d) of a very small power.
#define TINY(D) (LOG2_E * exp2_scaled(D, 0))
RARE_SUM(logaddexp, exp_f64)
RARE_SUM(logaddexp2, TINY)
