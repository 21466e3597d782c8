// SPDX-License-Identifier: Apache-2.0
// sqrt, hypot, heaviside, and the parts of floats: ldexp, frexp, modf, copysign, nextafter, spacing.
#include "hypot.h"
#include "rounding.h"

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
#define FREXP_KERNEL(T, W) SPLIT(KERNEL, frexp, T, T, i32)
FLOATS(FREXP_KERNEL)
OPERATION(frexp, OF_FLOATS(frexp))

// The fraction and the whole part, both with the sign of the number.
#define MODF(T, W)                                                                                 \
  INLINE void modf_##T(T x, T *fraction, T *whole) {                                               \
    const W v = (W)x, cut = trunc_##W(v);                                                          \
    const W rest = cut == v ? 0 : v - cut;                                                         \
    *fraction = (T)(v != v ? v : copysign_##W(rest, v));                                           \
    *whole = (T)cut;                                                                               \
  }                                                                                                \
  SPLIT(KERNEL, modf, T, T, T)
#define copysign_float __builtin_copysignf
#define copysign_double __builtin_copysign
FLOATS(MODF)
OPERATION(modf, OF_FLOATS(modf))

// Neighbours among the floats are neighbours among the integers of the same bits, on each side of
// zero.
#define BITS(T, W, I, SIGN)                                                                        \
  INLINE T copysign_##T(T a, T b) {                                                                \
    const I x = __builtin_bit_cast(I, a), y = __builtin_bit_cast(I, b);                            \
    return __builtin_bit_cast(T, (I)((x & ~(SIGN)) | (y & (SIGN))));                               \
  }                                                                                                \
  INLINE T nextafter_##T(T a, T b) {                                                               \
    const W x = (W)a, y = (W)b;                                                                    \
    const I bits = __builtin_bit_cast(I, a), target = __builtin_bit_cast(I, b);                    \
    const I next = (I)((x < y) == (x > 0) ? bits + 1 : bits - 1);                                  \
    const I least = (I)((target & (SIGN)) | 1);                                                    \
    const I moved = x == y ? target : x == 0 ? least : next;                                       \
    return x != x || y != y ? (T)(x + y) : __builtin_bit_cast(T, moved);                          \
  }                                                                                                \
  BINARY(KERNEL, copysign, T, T)                                                                   \
  BINARY(KERNEL, nextafter, T, T)
BITS(f16, float, uint16_t, (uint16_t)0x8000)
BITS(f32, float, uint32_t, (uint32_t)1 << 31)
BITS(f64, double, uint64_t, (uint64_t)1 << 63)

// The way to the neighbour away from zero, with its sign.
#define SPACING(T, I)                                                                              \
  INLINE T spacing_##T(T a) {                                                                      \
    const I next = __builtin_bit_cast(I, a) + 1;                                                   \
    return a == 0 ? __builtin_bit_cast(T, (I)1) : __builtin_bit_cast(T, next) - a;                 \
  }
SPACING(f32, uint32_t) SPACING(f64, uint64_t)
// NumPy takes the way to the greater neighbour for halves.
INLINE f16 spacing_f16(f16 a) {
  const uint16_t bits = __builtin_bit_cast(uint16_t, a);
  const uint16_t next = bits < 0xFC00 && (float)a < 0 ? bits - 1 : (bits & 0x7FFF) + 1;
  return (f16)((float)__builtin_bit_cast(f16, next) - (float)a);
}
#define SPACING_KERNEL(T, W) UNARY(KERNEL, spacing, T, T)
FLOATS(SPACING_KERNEL)

OPERATION(copysign, OF_FLOATS(copysign))
OPERATION(nextafter, OF_FLOATS(nextafter))
OPERATION(spacing, OF_FLOATS(spacing))

// 0 for negative numbers, 1 for positive ones, the second input for 0.
#define OTHERS(T, W)                                                                               \
  INLINE T heaviside_##T(T a, T b) {                                                               \
    const W x = (W)a;                                                                              \
    return x == 0 ? b : x != x ? a : x > 0 ? (T)1 : (T)0;                                          \
  }                                                                                                \
  INLINE T hypot_##T(T a, T b) { return (T)hypot_##W((W)a, (W)b); }                                \
  BINARY(KERNEL, heaviside, T, T)                                                                  \
  BINARY(KERNEL, hypot, T, T)
FLOATS(OTHERS)
OPERATION(heaviside, OF_FLOATS(heaviside))
OPERATION(hypot, OF_FLOATS(hypot))
