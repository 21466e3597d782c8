// SPDX-License-Identifier: Apache-2.0
// bitwise_and, bitwise_or, bitwise_xor, invert, bitwise_count, shifts.
#include "internal.h"

#define BITS(T, U)                                                                                 \
  INLINE T bitwise_and_##T(T a, T b) { return a & b; }                                             \
  INLINE T bitwise_or_##T(T a, T b) { return a | b; }                                              \
  INLINE T bitwise_xor_##T(T a, T b) { return a ^ b; }                                             \
  INLINE T invert_##T(T a) { return (T)~a; }                                                       \
  BINARY(KERNEL, bitwise_and, T, T)                                                                \
  BINARY(KERNEL, bitwise_or, T, T)                                                                 \
  BINARY(KERNEL, bitwise_xor, T, T)                                                                \
  UNARY(KERNEL, invert, T, T)
UNSIGNED(BITS)

INLINE b8 bitwise_and_b8(b8 a, b8 b) { return (a != 0) & (b != 0); }
INLINE b8 bitwise_or_b8(b8 a, b8 b) { return (a | b) != 0; }
INLINE b8 bitwise_xor_b8(b8 a, b8 b) { return (a != 0) ^ (b != 0); }
INLINE b8 invert_b8(b8 a) { return a == 0; }
BINARY(KERNEL, bitwise_and, b8, b8)
BINARY(KERNEL, bitwise_or, b8, b8)
BINARY(KERNEL, bitwise_xor, b8, b8)
UNARY(KERNEL, invert, b8, b8)

// The bits that are set in the magnitude.
#define COUNT_SIGNED(T, U)                                                                         \
  INLINE u8 bitwise_count_##T(T a) {                                                               \
    const int64_t size = a < 0 ? (int64_t)((uint64_t)0 - (uint64_t)a) : a;                         \
    return (u8)__builtin_popcountll((uint64_t)size);                                               \
  }
#define COUNT_UNSIGNED(T, U)                                                                       \
  INLINE u8 bitwise_count_##T(T a) { return (u8)__builtin_popcountll(a); }
SIGNED(COUNT_SIGNED) UNSIGNED(COUNT_UNSIGNED)
#define COUNT_KERNEL(T, U) UNARY(KERNEL, bitwise_count, T, u8)
INTEGERS(COUNT_KERNEL)

// Shifts by the width or more (and by negative counts) move all bits out.
#define LEFT(T, U)                                                                                 \
  INLINE T left_shift_##T(T a, T b) {                                                              \
    const int width = 8 * sizeof(T);                                                               \
    return b < width ? (T)((U)a << (b & (width - 1))) : 0;                                         \
  }                                                                                                \
  BINARY(KERNEL, left_shift, T, T)
UNSIGNED(LEFT)
#define RIGHT_UNSIGNED(T, U)                                                                       \
  INLINE T right_shift_##T(T a, T b) {                                                             \
    const int width = 8 * sizeof(T);                                                               \
    return b < width ? (T)(a >> (b & (width - 1))) : 0;                                            \
  }                                                                                                \
  BINARY(KERNEL, right_shift, T, T)
UNSIGNED(RIGHT_UNSIGNED)
#define RIGHT_SIGNED(T, U)                                                                         \
  INLINE T right_shift_##T(T a, T b) {                                                             \
    const int last = 8 * sizeof(T) - 1;                                                            \
    return (T)(a >> (b >= 0 && b < last ? b : last));                                           \
  }                                                                                                \
  BINARY(KERNEL, right_shift, T, T)
SIGNED(RIGHT_SIGNED)

OPERATION(bitwise_and, OF_BOOL(bitwise_and) OF_SIZES(bitwise_and))
OPERATION(bitwise_or, OF_BOOL(bitwise_or) OF_SIZES(bitwise_or))
OPERATION(bitwise_xor, OF_BOOL(bitwise_xor) OF_SIZES(bitwise_xor))
OPERATION(invert, OF_BOOL(invert) OF_SIZES(invert))
OPERATION(bitwise_count, OF_INTEGERS(bitwise_count))
OPERATION(left_shift, OF_SIZES(left_shift))
OPERATION(right_shift, OF_INTEGERS(right_shift))
