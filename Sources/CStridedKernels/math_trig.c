// SPDX-License-Identifier: Apache-2.0
// sin, cos, tan.
#include "trig.h"

// 2 / pi in words of 32 bits, after 64 bits of zeros.
static const uint32_t per_quarter[] = {
  0, 0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab,
  0xdebbc561, 0xb7246e3a, 0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5,
  0x2ebb4484, 0xe99c7026, 0xb45f7e41, 0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b, 0x1ff897ff,
  0xde05980f, 0xef2f118b, 0x5a0a6d1f, 0x6d367ecf, 0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7,
  0xebe5f17b, 0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1, 0x1f8d5d08, 0x56033046};

// Payne and Hanek: of the product with 2 / pi only the bits that count are computed. x is the
// integer m times 2^e; words of 2 / pi that make whole turns with 2^e are left out.
angle strided_turned(double x) {
  if (abs_f64(x) < TURN_LIMIT) return turned_fast(x);
  const uint64_t b = (uint64_t)bits_f64(x), m = (b & 0xfffffffffffffu) | 0x10000000000000u;
  const int e = (int)(b >> 52 & 0x7ff) - 1075, skip = e - 2 + 64;
  enum { WORDS = 6 };
  uint32_t product[WORDS] = {0};
  for (int half = 0; half < 2; half++) {
    const uint64_t factor = half ? m >> 32 : m & 0xffffffffu;
    uint64_t carry = 0;
    for (int w = half; w < WORDS; w++) {
      const int from = skip + 32 * (WORDS - 1 - (w - half)), at = from >> 5, shift = from & 31;
      const uint64_t two = (uint64_t)per_quarter[at] << 32 | per_quarter[at + 1];
      carry += factor * (uint32_t)(two >> (32 - shift)) + product[w];
      product[w] = (uint32_t)carry;
      carry >>= 32;
    }
  }
  // The top two bits count the quarters, the rest is a fraction of one; half and more rounds up.
  uint64_t quarters = product[WORDS - 1] >> 30;
  uint32_t fraction[4];
  for (int w = 0; w < 4; w++)
    fraction[w] = product[WORDS - 1 - w] << 2 | product[WORDS - 2 - w] >> 30;
  const bool up = fraction[0] >> 31;
  if (up) {
    quarters++;
    for (int w = 0; w < 4; w++) fraction[w] = ~fraction[w];
  }
  const double a = fraction[0] * 0x1p-32, c = fraction[1] * 0x1p-64, rest = fraction[2] * 0x1p-96;
  const double sum = a + c;
  const double after = ((a - sum) + c) + (rest + fraction[3] * 0x1p-128);
  const double turn = sum + after, turn_low = (sum - turn) + after;
  const double top = upper(turn), bottom = (turn - top) + turn_low;
  const double exact = top * 0x1.921fb5p+0;
  const double small = top * 0x1.110b4611a6263p-26 + bottom * QUARTER;
  const double high = exact + small, low = (exact - high) + small;
  const double sign = up ? -1 : 1;
  return x < 0 ? (angle){-sign * high, -sign * low, 0 - quarters}
               : (angle){sign * high, sign * low, quarters};
}

USUAL(sin, x, abs_f64(x) < TURN_LIMIT, abs_f32(x) < 3000)
USUAL(cos, x, abs_f64(x) < TURN_LIMIT, abs_f32(x) < 3000)
USUAL(tan, x, abs_f64(x) < TURN_LIMIT, abs_f32(x) < TURN_LIMIT)

// The quotient with what rounding took from both its terms.
INLINE double tan_turned(angle a) {
  const double z = a.high * a.high, half = 0.5 * z, most = 1 - half;
  const double add = (a.high * z) * P6(z, -0x1.5555555555549p-3, 0x1.111111110f89cp-7,
                                       -0x1.a01a019c141bbp-13, 0x1.71de3578eea1cp-19,
                                       -0x1.ae5e66a5c6622p-26, 0x1.5d9301bc65fb4p-33) +
                     (a.low - half * a.low);
  const double s = signed_f64(a.high + add, a.high), s_low = (a.high - s) + add;
  const double rest =
    ((1 - most) - half) +
    (z * z * P6(z, 0x1.555555555554cp-5, -0x1.6c16c16c15217p-10, 0x1.a01a019cbe0a2p-16,
                -0x1.27e4f8116c467p-22, 0x1.1ee9f044d4dfcp-29, -0x1.8fb0915e52d90p-37) -
     a.high * a.low);
  const double c = most + rest, c_low = (most - c) + rest;
  const int odd = a.quarters & 1;
  const double over = odd ? -c : s, under = odd ? s : c;
  const double over_low = odd ? -c_low : s_low, under_low = odd ? s_low : c_low;
  const double quotient = over / under;
  return signed_f64(quotient + (over_low - quotient * under_low) / under, quotient);
}
// Half turns are enough for the sine: pi in parts of 37 bits, one longer series.
INLINE double sin_fast_f64(double x) {
  const double a = abs_f64(x), t = a * 0x1.45f306dc9c883p-2 + ROUND, k = t - ROUND;
  const double d =
    ((a - k * 0x1.921fb54440000p+1) - k * 0x1.68c234c4c0000p-38) - k * 0x1.98a2e03707345p-76;
  const double z = d * d;
  const double series =
    P8(z, -0x1.5555555555555p-3, 0x1.11111111110cbp-7, -0x1.a01a01a015163p-13,
       0x1.71de3a52c033ep-19, -0x1.ae6454e3fb2aap-26, 0x1.6123d114f28dap-33,
       -0x1.ae4497a424329p-41, 0x1.884fdb2a8e826p-49);
  const uint64_t sign = (uint64_t)(bits_f64(x) ^ bits_f64(a)) ^ ((uint64_t)bits_f64(t) << 63);
  // Rounding must not leave the range of the function, or the inverse of a sine were NaN.
  double value = d + z * (series * d);
  value = value > 1 ? 1 : value;
  value = value < -1 ? -1 : value;
  return from_bits_f64((uint64_t)bits_f64(value) ^ sign);
}
INLINE double cos_fast_f64(double x) { return cosine_turned(turned_fast(x)); }
INLINE double tan_fast_f64(double x) { return tan_turned(turned_fast(x)); }
#define RARE_ANGLE(NAME, TURNED)                                                                   \
  RARELY double NAME##_rare_f64(double x) {                                                        \
    return abs_f64(x) < INF ? TURNED(strided_turned(x)) : x - x;                                   \
  }
RARE_ANGLE(sin, sine_turned)
RARE_ANGLE(cos, cosine_turned)
RARE_ANGLE(tan, tan_turned)
WHOLE(sin)
WHOLE(cos)
WHOLE(tan)

// Of float through double, for angles that are exact to float precision after two steps.
typedef struct { double d; uint64_t quarters; } short_angle;
INLINE short_angle turned_single(double x) {
  const double t = x * PER_QUARTER + ROUND, k = t - ROUND;
  return (short_angle){(x - k * 0x1.921fb544p+0) - k * 0x1.0b4611a626331p-34,
                       (uint64_t)bits_f64(t)};
}
INLINE double sin_single(double x) {
  const short_angle a = turned_single(x);
  const double s = signed_f64(sine_single(a.d), a.d), c = cosine_single(a.d);
  return sign_of_quarters(a.quarters & 1 ? c : s, a.quarters);
}
INLINE double cos_single(double x) {
  const short_angle a = turned_single(x);
  const double s = sine_single(a.d), c = cosine_single(a.d);
  return sign_of_quarters(a.quarters & 1 ? s : c, a.quarters + 1);
}
INLINE double tan_single(double x) {
  const short_angle a = turned_single(x);
  const double s = signed_f64(sine_single(a.d), a.d), c = cosine_single(a.d);
  const int odd = a.quarters & 1;
  return (odd ? -c : s) / (odd ? s : c);
}

// Of float alone: pi/2 in parts of 13 bits.
typedef struct { float high, low; uint32_t quarters; } angle_f32;
INLINE angle_f32 turned_f32(float x) {
  const float t = x * 0x1.45f306p-1f + ROUND_F32, k = t - ROUND_F32;
  const float first = x - k * 0x1.921p+0f, part = k * 0x1.f6ap-13f;
  const float second = first - part;
  const float lost = (first - second) - part, next = k * 0x1.11p-26f;
  const float high = second - next;
  const float rest = lost + ((second - high) - next);
  return (angle_f32){high, rest - k * 0x1.68c234p-39f, (uint32_t)bits_f32(t)};
}
INLINE float sine_f32(angle_f32 a) {
  const float z = a.high * a.high;
  const float add = (a.high * z) * P3(z, -0x1.555546p-3f, 0x1.11077ap-7f, -0x1.9954a4p-13f) + a.low;
  return a.high + add;
}
INLINE float cosine_f32(angle_f32 a) {
  const float z = a.high * a.high;
  const float add = z * P3(z, 0x1.55554ap-5f, -0x1.6c0c1ap-10f, 0x1.99e0e4p-16f) - 0.5f;
  return 1 + (z * add - a.high * a.low);
}
INLINE float sign_of_quarters_f32(float x, uint32_t quarters) {
  return from_bits_f32((uint32_t)bits_f32(x) ^ ((quarters & 2) << 30));
}
INLINE float sin_fast_f32(float x) {
  const angle_f32 a = turned_f32(x);
  const float s = signed_f32(sine_f32(a), a.high), c = cosine_f32(a);
  return sign_of_quarters_f32(a.quarters & 1 ? c : s, a.quarters);
}
INLINE float cos_fast_f32(float x) {
  const angle_f32 a = turned_f32(x);
  const float s = sine_f32(a), c = cosine_f32(a);
  return sign_of_quarters_f32(a.quarters & 1 ? s : c, a.quarters + 1);
}
#define WIDE(NAME)                                                                                 \
  INLINE int NAME##_covers_f32(float x) { return abs_f32(x) < TURN_LIMIT; }                        \
  INLINE float NAME##_wide_f32(float x) {                                                          \
    const float wide = (float)NAME##_single((double)x);                                            \
    return NAME##_usual_f32(x) ? NAME##_fast_f32(x) : wide;                                        \
  }                                                                                                \
  RARE_SINGLE(NAME)
WIDE(sin)
WIDE(cos)

SCREENED(sin, f64, double, int64_t, 1)
SCREENED(cos, f64, double, int64_t, 1)
SCREENED_TWICE(sin, f32, float, int32_t, 1)
SCREENED_TWICE(cos, f32, float, int32_t, 1)
HALF(sin)
HALF(cos)
FUNCTION(tan, 1)
