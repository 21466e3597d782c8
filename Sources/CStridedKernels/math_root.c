// SPDX-License-Identifier: Apache-2.0
// cbrt, and the change between degrees and radians.
#include "math.h"

// |x| = m 2^(3n + part) with 1 <= m < 2 and part from -1 to 1; y near the inverse root of m 2^part.
typedef struct { double m, y, n; } thirds;
INLINE thirds cbrt_thirds(double x) {
  const uint64_t b = (uint64_t)bits_f64(abs_f64(x));
  const double e = from_bits_f64((b >> 52) | 0x4330000000000000u) - (0x1p52 + 1023);
  const double t = e * 0x1.5555555555555p-2 + ROUND, n = t - ROUND, part = e - 3 * n;
  const double m = from_bits_f64((b & 0xfffffffffffffu) | 0x3ff0000000000000u);
  const double start = P5(m, 0x1.ab85901d230f3p+0, -0x1.2c41e2350f0c2p+0, 0x1.6416510dd952fp-1,
                          -0x1.c51863a026033p-3, 0x1.d46f8257721f9p-6);
  const double factor = part < 0 ? 0x1.428a2f98d728bp+0 : part > 0 ? 0x1.965fea53d6e3dp-1 : 1;
  const double scaled = m * (part < 0 ? 0.5 : part > 0 ? 2 : 1), y = start * factor;
  // One step of third order.
  const double off = 1 - scaled * (y * y * y);
  return (thirds){scaled, y + y * (off * (0x1.5555555555555p-2 + off * 0x1.c71c71c71c71cp-3)), t};
}
INLINE double third_power(double t) {
  return from_bits_f64(((uint64_t)bits_f64(t) << 52) + 0x3ff0000000000000u);
}
INLINE double cbrt_fast_f64(double x) {
  const thirds r = cbrt_thirds(x);
  // A root that squares exactly, and its correction to third order.
  const double near = r.m * (r.y * r.y);
  const double t = from_bits_f64((uint64_t)bits_f64(near) & 0xfffffffff8000000u);
  const double square = t * t;
  const double off = r.m / square - t;
  const double root = t + off * (0x1.5555555555555p-2 - off * r.y * 0x1.c71c71c71c71cp-4);
  return signed_f64(root * third_power(r.n), x);
}
INLINE double cbrt_single(double x) {
  const thirds r = cbrt_thirds(x);
  return signed_f64(r.m * (r.y * r.y) * third_power(r.n), x);
}
USUAL(cbrt, x, (abs_f64(x) >= 0x1p-1022) & (abs_f64(x) < INF),
      (abs_f32(x) > 0) & (abs_f32(x) <= 0x1.fffffep127f))
RARELY double cbrt_rare_f64(double x) {
  return x == 0 || !(abs_f64(x) < INF) ? x : cbrt_fast_f64(x * 0x1p54) * 0x1p-18;
}
WHOLE(cbrt)
FUNCTION(cbrt, 1)

#define TURN(NAME, FACTOR)                                                                         \
  INLINE double NAME##_f64(double x) { return x * FACTOR; }                                        \
  INLINE float NAME##_f32(float x) { return x * (float)FACTOR; }                                   \
  UNSCREENED(NAME, f64, ROW_OF)                                                                    \
  UNSCREENED(NAME, f32, ROW_OF)                                                                    \
  HALF(NAME)
TURN(deg2rad, 0x1.1df46a2529d39p-6)
TURN(rad2deg, 0x1.ca5dc1a63c1f8p+5)
