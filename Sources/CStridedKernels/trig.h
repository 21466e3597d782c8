// SPDX-License-Identifier: Apache-2.0
// Angles less their quarter turns, and the sine and cosine of what is left.
#pragma once
#include "math.h"

#define QUARTER 0x1.921fb54442d18p+0
#define QUARTER_REST 0x1.1a62633145c07p-54
#define PER_QUARTER 0x1.45f306dc9c883p-1

// x = quarters * pi/2 + high + low; only the low two bits of the count matter.
typedef struct { double high, low; uint64_t quarters; } angle;

// For |x| < 100000: pi/2 in parts of 37 bits, so that what is taken away is exact.
#define TURN_LIMIT 100000
INLINE angle turned_fast(double x) {
  const double t = x * PER_QUARTER + ROUND, k = t - ROUND;
  const double first = x - k * 0x1.921fb54440000p+0;
  const double part = k * 0x1.68c234c4c0000p-39;
  const double high = first - part;
  const double rest = (first - high) - part;
  return (angle){high, rest - k * 0x1.98a2e03707345p-77, (uint64_t)bits_f64(t)};
}
// For any finite x.
angle strided_turned(double x);

INLINE double sine_of(angle a) {
  const double z = a.high * a.high;
  const double series = P6(z, -0x1.5555555555549p-3, 0x1.111111110f89cp-7, -0x1.a01a019c141bbp-13,
                           0x1.71de3578eea1cp-19, -0x1.ae5e66a5c6622p-26, 0x1.5d9301bc65fb4p-33);
  return a.high + ((a.high * z) * series + (a.low - 0.5 * z * a.low));
}
INLINE double cosine_of(angle a) {
  const double z = a.high * a.high, half = 0.5 * z, most = 1 - half;
  const double series = P6(z, 0x1.555555555554cp-5, -0x1.6c16c16c15217p-10, 0x1.a01a019cbe0a2p-16,
                           -0x1.27e4f8116c467p-22, 0x1.1ee9f044d4dfcp-29, -0x1.8fb0915e52d90p-37);
  return most + (((1 - most) - half) + (z * z * series - a.high * a.low));
}
// The same to float precision.
INLINE double sine_single(double d) {
  const double z = d * d;
  return d + (d * z) * P4(z, -0x1.5555554cb20cep-3, 0x1.111108907e0e3p-7, -0x1.a00f98eab9648p-13,
                          0x1.6cd7342fea4b2p-19);
}
INLINE double cosine_single(double d) {
  const double z = d * d;
  return 1 + z * (-0.5 + z * P4(z, 0x1.5555554f48a60p-5, -0x1.6c16b8929c6d1p-10,
                                0x1.a0111c0125c31p-16, -0x1.2429f76958754p-22));
}
INLINE double sign_of_quarters(double x, uint64_t quarters) {
  return from_bits_f64((uint64_t)bits_f64(x) ^ ((quarters & 2) << 62));
}
INLINE double sine_turned(angle a) {
  const double s = signed_f64(sine_of(a), a.high), c = cosine_of(a);
  return sign_of_quarters(a.quarters & 1 ? c : s, a.quarters);
}
INLINE double cosine_turned(angle a) {
  const double s = sine_of(a), c = cosine_of(a);
  return sign_of_quarters(a.quarters & 1 ? s : c, a.quarters + 1);
}
