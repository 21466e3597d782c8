// SPDX-License-Identifier: Apache-2.0
// The exact remainder of a division of floats, with the sign of the dividend.
#pragma once
#include "internal.h"

// By integers: the digits of x, shifted a few places at a time, modulo the digits of y.
INLINE double fmod_double(double x, double y) {
  const uint64_t sign = (uint64_t)1 << 63, unit = (uint64_t)1 << 52;
  const uint64_t bits = __builtin_bit_cast(uint64_t, x);
  const uint64_t a = bits & ~sign, b = __builtin_bit_cast(uint64_t, y) & ~sign;
  const uint64_t inf = (uint64_t)0x7FF << 52;
  if (b == 0 || b > inf || a >= inf) return (x * y) / (x * y);
  if (a < b) return x;
  // Subnormal numbers have the exponent of the smallest normal ones, and no leading digit.
  const int p = (int)(a >> 52), q = (int)(b >> 52);
  const uint64_t digits = unit - 1;
  uint64_t rest = p == 0 ? a : (a & digits) | unit;
  const uint64_t divisor = q == 0 ? b : (b & digits) | unit;
  rest %= divisor;
  for (int n = (p == 0 ? 1 : p) - (q == 0 ? 1 : q); n > 0 && rest != 0; n -= 11)
    rest = (rest << (n < 11 ? n : 11)) % divisor;
  // The rest counts in units of the last place of y.
  uint64_t result = rest;
  if (rest >= unit || q > 1) {
    if (rest == 0) return __builtin_bit_cast(double, bits & sign);
    const int shift = __builtin_clzll(rest) - 11, exponent = (q == 0 ? 1 : q) - shift;
    result = exponent > 0 ? ((rest << shift) & digits) | (uint64_t)exponent << 52
                          : rest << (shift + exponent - 1);
  }
  return __builtin_bit_cast(double, result | (bits & sign));
}

// In double precision, which holds the quotient and its product with y as long as the quotient is
// not large. The quotient may be 1 too large.
INLINE float fmod_float(float x, float y) {
  const double a = __builtin_fabs((double)x), b = __builtin_fabs((double)y);
  if (a < b * 0x1p27 && b < (double)__builtin_inff()) {
    const double rest = a - (double)(int64_t)(a / b) * b;
    return __builtin_copysignf((float)(rest < 0 ? rest + b : rest), x);
  }
  return (float)fmod_double((double)x, (double)y);
}
