// SPDX-License-Identifier: Apache-2.0
// The logarithm in pieces, for the functions that are made of it.
#pragma once
#include "exp.h"

#define SMALLEST 0x1p-1022
#define LARGEST 0x1.fffffffffffffp+1023

// x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2); x normal and positive.
typedef struct { double k, f, scale; } split;
INLINE split log_split(double x) {
  const uint64_t root = 0x3fe6a09e667f3bcdu, mantissa = 0xfffffffffffffu;
  const uint64_t b = (uint64_t)bits_f64(x) - root + 0x3ff0000000000000u;
  split e;
  e.k = from_bits_f64((b >> 52) | 0x4330000000000000u) - (0x1p52 + 1023);
  e.f = from_bits_f64((b & mantissa) + root) - 1;
  e.scale = from_bits_f64(0x7fe0000000000000u - (b & ~mantissa));
  return e;
}
// (log(1 + f) - 2s) / s of z = s^2, s = f / (2 + f), divided by z: 2/3 + 2/5 z + ...
INLINE double log_series(double z) {
  return P7(z, 0x1.5555555555593p-1, 0x1.999999997f9f7p-2, 0x1.249249422ae11p-2,
            0x1.c71c51d6e03aep-3, 0x1.746649f5beb58p-3, 0x1.39a08c894bf07p-3,
            0x1.2f11ebaff26c2p-3);
}
INLINE double log_short_series(double z) {
  return P4(z, 0x1.555554fd416c0p-1, 0x1.999a7b3b11901p-2, 0x1.2438a899d503ep-2,
            0x1.e2fdcca4136b3p-3);
}
// log(1 + f) = f - (half - rest).
typedef struct { double half, rest; } log_parts;
INLINE log_parts log_of_1p(double f) {
  const double s = f / (2 + f), z = s * s, half = 0.5 * f * f;
  return (log_parts){half, s * (half + z * log_series(z))};
}
INLINE double log_fast_f64(double x) {
  const split e = log_split(x);
  const log_parts p = log_of_1p(e.f);
  return e.k * LN2_HIGH - ((p.half - (p.rest + e.k * LN2_LOW)) - e.f);
}
INLINE double log_single(double x) {
  const split e = log_split(x);
  const double s = e.f / (2 + e.f), z = s * s;
  return e.k * LN2 + (2 * s + s * (z * log_short_series(z)));
}
// log(1 + x + low) for x > -1, exact near 0.
INLINE double log1p_pair(double x, double low) {
  const double u = 1 + x;
  const double lost = (abs_f64(x) < 1 ? x - (u - 1) : 1 - (u - x)) + low;
  const split e = log_split(u);
  const double add = lost * e.scale, f = e.f + add, tail = (e.f - f) + add;
  const log_parts p = log_of_1p(f);
  return e.k * LN2_HIGH - ((p.half - (p.rest + (e.k * LN2_LOW + tail))) - f);
}
INLINE double log1p_fast_f64(double x) { return signed_f64(log1p_pair(x, 0), x); }
INLINE double log1p_single(double x) {
  const double u = 1 + x;
  const double lost = abs_f64(x) < 1 ? x - (u - 1) : 1 - (u - x);
  const split e = log_split(u);
  const double f = e.f + lost * e.scale, s = f / (2 + f), z = s * s;
  return signed_f64(e.k * LN2 + (2 * s + s * (z * log_short_series(z))), x);
}
// Of numbers that have no usual logarithm: FAST with the exponent's share added is for subnormals.
#define RARE_LOG(NAME, SHARE)                                                                      \
  RARELY double NAME##_rare_f64(double x) {                                                        \
    if (x == 0) return -INF;                                                                       \
    if (!(x > 0)) return x != x ? x : NOT_A_NUMBER;                                                \
    return x == INF ? x : NAME##_fast_f64(x * 0x1p54) - SHARE;                                     \
  }
#define USUAL_LOG(NAME)                                                                            \
  USUAL(NAME, x, (x >= SMALLEST) & (x <= LARGEST), (x > 0) & (x <= 0x1.fffffep127f))
