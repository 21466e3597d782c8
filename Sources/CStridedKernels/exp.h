// SPDX-License-Identifier: Apache-2.0
// The exponential in pieces, for the functions that are made of it.
#pragma once
#include "math.h"

#define LOG2_E 0x1.71547652b82fep+0
#define LN2 0x1.62e42fefa39efp-1
// ln 2 in two parts; whole multiples of the first are exact.
#define LN2_HIGH 0x1.62e42fefp-1
#define LN2_LOW 0x1.473de6af278edp-34

// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2, for results of double and of float precision.
INLINE double exp_series(double r) {
  return P10(r, 0x1.000000000000bp-1, 0x1.5555555555561p-3, 0x1.55555555502fap-5,
             0x1.111111110d6fap-7, 0x1.6c16c1853715dp-10, 0x1.a01a01bab1b6cp-13,
             0x1.a019977aa8138p-16, 0x1.71dde01dfe023p-19, 0x1.28afa2488d4bdp-22,
             0x1.af8524e31473dp-26);
}
INLINE double exp_short_series(double r) {
  return P5(r, 0x1.00000052382bfp-1, 0x1.55548e3577bf7p-3, 0x1.55545cfc104adp-5,
            0x1.123bde91bd46ep-7, 0x1.6db4eea979a4cp-10);
}

// e^x = 2^k e^(r + low), k in the low bits of t.
typedef struct { double t, k, r, low; } reduced;
INLINE reduced exp_reduced(double x) {
  reduced e;
  e.t = x * LOG2_E + ROUND;
  e.k = e.t - ROUND;
  const double high = x - e.k * LN2_HIGH;
  const double part = e.k * LN2_LOW;
  e.r = high - part;
  e.low = (high - e.r) - part;
  return e;
}
INLINE double exp_fast_f64(double x) {
  const double t = x * LOG2_E + ROUND, k = t - ROUND;
  const double r = (x - k * LN2_HIGH) - k * LN2_LOW;
  const double s = r * r * exp_series(r) + r;
  return from_bits_f64((uint64_t)bits_f64(1 + s) + ((uint64_t)bits_f64(t) << 52));
}
// The same with a number that holds what rounding took: e^x = high + low.
typedef struct { double high, low; } pair;
INLINE pair exp_pair(double x) {
  const reduced e = exp_reduced(x);
  const double s = e.r + (e.r * e.r * exp_series(e.r) + e.low), high = 1 + s;
  const double low = (1 - high) + s, scale = power_of_bits(e.t);
  return (pair){high * scale, low * scale};
}
// e^x * 2^n for any x: scales in two steps, so that subnormal results are rounded once.
INLINE double exp_scaled(double x, double n) {
  double y = x < -1490 ? -1490 : x;
  y = y > 1490 ? 1490 : y;
  const reduced e = exp_reduced(y);
  const double value = 1 + (e.r + (e.r * e.r * exp_series(e.r) + e.low)), k = e.k + n;
  const double half = k * 0.5 + ROUND, rest = k - (half - ROUND);
  const double a = half - ROUND > 1000 ? 1000 + ROUND : half;
  const double b = half - ROUND > 1000 ? 1000 : rest;
  return value * power_of_bits(a < ROUND - 1000 ? ROUND - 1000 : a) *
         power_of_bits((b < -1000 ? -1000 : b) + ROUND);
}
INLINE double exp_f64(double x) { return x != x ? x : exp_scaled(x, 0); }

// e^x - 1, exact near 0.
INLINE double expm1_fast_f64(double x) {
  const reduced e = exp_reduced(x);
  const double scale = power_of_bits(e.t);
  const double most = (scale - 1) + scale * e.r;
  return signed_f64(most + scale * (e.r * e.r * exp_series(e.r) + e.low), x);
}
INLINE double expm1_single(double x) {
  const double t = x * LOG2_E + ROUND, k = t - ROUND, r = x - k * LN2, scale = power_of_bits(t);
  return signed_f64(((scale - 1) + scale * r) + scale * (r * r * exp_short_series(r)), x);
}
INLINE double exp_single(double x) {
  const double t = x * LOG2_E + ROUND, k = t - ROUND, r = x - k * LN2;
  return (1 + (r + r * r * exp_short_series(r))) * power_of_bits(t);
}
// (2^r - 1 - r ln 2) / r^2 for |r| <= 1/2.
INLINE double exp2_series(double r) {
  return P10(r, 0x1.ebfbdff82c5a4p-3, 0x1.c6b08d704a0cfp-5, 0x1.3b2ab6fba018cp-7,
             0x1.5d87fe78a1c84p-10, 0x1.4309130ed892dp-13, 0x1.ffcbfc79537acp-17,
             0x1.62bfc77bfca40p-20, 0x1.b524d27bcd9aep-24, 0x1.e61baf599af44p-28,
             0x1.ea12e49c51c71p-32);
}
INLINE double exp2_fast_f64(double x) {
  const double t = x + ROUND, r = x - (t - ROUND);
  const double s = r * (LN2 + r * exp2_series(r));
  return from_bits_f64((uint64_t)bits_f64(1 + s) + ((uint64_t)bits_f64(t) << 52));
}
INLINE double exp2_single(double x) {
  const double t = x + ROUND, r = x - (t - ROUND);
  const double s = r * (LN2 + r * P5(r, 0x1.ebfbe095cdea0p-3, 0x1.c6af849c0720dp-5,
                                     0x1.3b29d20a24302p-7, 0x1.5f06296a06ce0p-10,
                                     0x1.4478415a1aef8p-13));
  return (1 + s) * power_of_bits(t);
}
// 2^(x + low) for any x; low is small.
INLINE double exp2_scaled(double x, double low) {
  double y = x < -1100 ? -1100 : x;
  y = y > 1100 ? 1100 : y;
  const double t = y + ROUND, k = t - ROUND, r = (y - k) + low;
  const double s = r * (LN2 + r * exp2_series(r)), value = 1 + s;
  const double half = k * 0.5 + ROUND, rest = k - (half - ROUND);
  return value * power_of_bits(half) * power_of_bits(rest + ROUND);
}
