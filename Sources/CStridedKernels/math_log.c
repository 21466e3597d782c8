// SPDX-License-Identifier: Apache-2.0
// log, log2, log10, log1p.
#include "log.h"

// 1 / ln 2, 1 / ln 10 and log10 2 in two parts; products of the first with 26 bits are exact.
#define PER_LN2 0x1.71547652b82fep+0
#define PER_LN2_HIGH 0x1.715476p+0
#define PER_LN2_LOW 0x1.4ae0bf85ddf44p-26
#define PER_LN10 0x1.bcb7b1526e50ep-2
#define PER_LN10_HIGH 0x1.bcb7b1p-2
#define PER_LN10_LOW 0x1.49b9438ca9aaep-28
#define LOG10_2 0x1.34413509f79ffp-2
#define LOG10_2_HIGH 0x1.34413509p-2
#define LOG10_2_LOW 0x1.ef3fde623e256p-35

// log(1 + f) in an upper part that multiplies exactly, and the rest.
INLINE pair log_upper(double f) {
  const log_parts p = log_of_1p(f);
  const double high = upper(f - p.half);
  return (pair){high, ((f - high) - p.half) + p.rest};
}
INLINE double log2_fast_f64(double x) {
  const split e = log_split(x);
  const pair l = log_upper(e.f);
  const double most = l.high * PER_LN2_HIGH;
  const double rest = (l.low + l.high) * PER_LN2_LOW + l.low * PER_LN2_HIGH;
  const double sum = e.k + most;
  return sum + (rest + ((e.k - sum) + most));
}
INLINE double log10_fast_f64(double x) {
  const split e = log_split(x);
  const pair l = log_upper(e.f);
  const double most = l.high * PER_LN10_HIGH, whole = e.k * LOG10_2_HIGH;
  const double rest =
    e.k * LOG10_2_LOW + ((l.low + l.high) * PER_LN10_LOW + l.low * PER_LN10_HIGH);
  const double sum = whole + most;
  return sum + (rest + ((whole - sum) + most));
}
INLINE double log2_single(double x) {
  const split e = log_split(x);
  const double s = e.f / (2 + e.f), z = s * s;
  return e.k + PER_LN2 * (2 * s + s * (z * log_short_series(z)));
}
INLINE double log10_single(double x) {
  const split e = log_split(x);
  const double s = e.f / (2 + e.f), z = s * s;
  return e.k * LOG10_2 + PER_LN10 * (2 * s + s * (z * log_short_series(z)));
}

USUAL(log, x, (x >= SMALLEST) & (x <= LARGEST), (x >= 0x1p-126f) & (x <= 0x1.fffffep127f))
USUAL_LOG(log2)
USUAL_LOG(log10)
RARE_LOG(log, 54 * LN2)
RARE_LOG(log2, 54)
RARE_LOG(log10, 54 * LOG10_2)
WHOLE(log)
WHOLE(log2)
WHOLE(log10)
FUNCTION(log2, 1)
FUNCTION(log10, 1)
SCREENED(log, f64, double, int64_t, 1)

// Of float, without a division.
INLINE float log_fast_f32(float x) {
  const int32_t root = 0x3f3504f3, b = bits_f32(x) - root;
  const float k = (float)(b >> 23);
  const float f = from_bits_f32((uint32_t)((b & 0x7fffff) + root)) - 1, square = f * f;
  const float series = P9(f, 0x1.55554ap-2f, -0x1.fffffp-3f, 0x1.99a396p-3f, -0x1.556194p-3f,
                          0x1.234e32p-3f, -0x1.fb866ep-4f, 0x1.e52d3ep-4f, -0x1.e121d0p-4f,
                          0x1.1b850ep-4f);
  const float low = k * 0x1.0bfbe8p-15f + series * f * square;
  return k * 0x1.62ep-1f + (f + (low - 0.5f * square));
}
RARE_SINGLE(log)
SCREENED(log, f32, float, int32_t, 1)
HALF(log)

USUAL(log1p, x, (x > -1) & (x <= 0x1p1022), (x > -1) & (x <= 0x1.fffffep127f))
RARELY double log1p_rare_f64(double x) {
  if (x == -1) return -INF;
  if (!(x > -1)) return x != x ? x : NOT_A_NUMBER;
  return x == INF ? x : log_fast_f64(x);
}
WHOLE(log1p)
FUNCTION(log1p, 1)

// For the complex functions: 1 + x is between 0 and the largest number.
double strided_log1p_pair(double x, double low) {
  if (!(x > -1 && x <= 0x1p1022)) return log1p_rare_f64(x);
  return signed_f64(log1p_pair(x, low), x);
}
