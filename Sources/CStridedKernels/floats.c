// SPDX-License-Identifier: Apache-2.0
// sqrt, and the parts of floats: ldexp, frexp.
#include "internal.h"

// Rounded once: the root of a half in single precision lies nowhere near a tie of halves.
#define FLOAT(T, W)                                                                                \
  INLINE T sqrt_##T(T a) { return (T)__builtin_elementwise_sqrt((W)a); }                           \
  UNARY(KERNEL, sqrt, T, T)
FLOATS(FLOAT)
void strided_sqrt_kernel_c64(SIGNATURE), strided_sqrt_kernel_c128(SIGNATURE);
OPERATION(sqrt, OF_FLOATS(sqrt) OF_COMPLEXES(strided_sqrt))

// 2 to a power that is in the range of normal numbers.
INLINE float power_of_two_float(int32_t n) {
  return __builtin_bit_cast(float, (uint32_t)(n + 127) << 23);
}
INLINE double power_of_two_double(int32_t n) {
  return __builtin_bit_cast(double, (uint64_t)(n + 1023) << 52);
}
INLINE int32_t clamp(int64_t n, int32_t bound) {
  return n < -bound ? -bound : n > bound ? bound : (int32_t)n;
}

// In a wider type nothing is rounded before the end.
INLINE f16 ldexp_f16(f16 x, i64 n) { return (f16)((float)x * power_of_two_float(clamp(n, 60))); }
INLINE f32 ldexp_f32(f32 x, i64 n) {
  return (f32)((double)x * power_of_two_double(clamp(n, 400)));
}
// In three steps, of which those before the last are exact: the first two stay above the range
// where digits get lost, or lose all of them.
INLINE f64 ldexp_f64(f64 x, i64 n) {
  int32_t rest = clamp(n, 2200);
  double y = x;
  for (int k = 0; k < 2; k++) {
    const int32_t step = rest > 1023 ? 1023 : rest < -1022 ? -969 : 0;
    y *= power_of_two_double(step);
    rest -= step;
  }
  const int32_t last = rest > 1023 ? 1023 : rest < -1022 ? -1022 : rest;
  return y * power_of_two_double(last);
}
#define LDEXP(T, W) LOOP_2(KERNEL, ldexp_kernel_##T, ldexp_##T, T, i64, T)
FLOATS(LDEXP)
OPERATION(ldexp, OF_FLOATS(ldexp))

// A fraction of at least a half and below 1, and a power of two; zeros, infinities and NaN stay.
INLINE void frexp_f64(f64 x, f64 *fraction, i32 *exponent) {
  const double scaled = __builtin_fabs(x) < 0x1p-1022 ? x * 0x1p54 : x;
  const uint64_t bits = __builtin_bit_cast(uint64_t, scaled);
  const int32_t field = (int32_t)(bits >> 52 & 0x7FF);
  const bool stays = x == 0 || field == 0x7FF;
  const uint64_t half = (bits & ~((uint64_t)0x7FF << 52)) | (uint64_t)0x3FE << 52;
  *exponent = stays ? 0 : field - 1022 - (scaled != x ? 54 : 0);
  *fraction = stays ? x : __builtin_bit_cast(double, half);
}
#define FREXP(T)                                                                                   \
  INLINE void frexp_##T(T x, T *fraction, i32 *exponent) {                                         \
    f64 f;                                                                                         \
    frexp_f64((double)x, &f, exponent);                                                            \
    *fraction = (T)f;                                                                              \
  }
FREXP(f16) FREXP(f32)
#define ALL(T, W) SPLIT(KERNEL, frexp, T, T, i32)
FLOATS(ALL)
OPERATION(frexp, OF_FLOATS(frexp))
