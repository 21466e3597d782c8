// SPDX-License-Identifier: Apache-2.0
// gcd, lcm, and whole powers of integers.
#include "internal.h"

// The binary algorithm: differences of odd numbers, halved until they are odd.
#define GCD(U, ZEROS)                                                                              \
  INLINE U gcd_##U(U a, U b) {                                                                     \
    if (a == 0 || b == 0) return a | b;                                                            \
    const int common = ZEROS(a | b);                                                               \
    a >>= ZEROS(a);                                                                                \
    while (b != 0) {                                                                               \
      b >>= ZEROS(b);                                                                              \
      const U least = a < b ? a : b;                                                               \
      b = a < b ? b - a : a - b;                                                                   \
      a = least;                                                                                   \
    }                                                                                              \
    return a << common;                                                                            \
  }                                                                                                \
  INLINE U lcm_##U(U a, U b) { return a == 0 ? 0 : a / gcd_##U(a, b) * b; }
GCD(uint32_t, __builtin_ctz)
GCD(uint64_t, __builtin_ctzll)

#define SIGNED_INTEGER(T, U)                                                                       \
  INLINE U size_##T(T a) { return a < 0 ? (U)0 - (U)a : (U)a; }                                    \
  INLINE T gcd_##T(T a, T b) { return (T)gcd_##U(size_##T(a), size_##T(b)); }                      \
  INLINE T lcm_##T(T a, T b) { return (T)lcm_##U(size_##T(a), size_##T(b)); }            
#define UNSIGNED_INTEGER(T, U)                                                                     \
  INLINE T gcd_##T(T a, T b) { return (T)gcd_##U(a, b); }                                          \
  INLINE T lcm_##T(T a, T b) { return (T)lcm_##U(a, b); }
SIGNED(SIGNED_INTEGER) UNSIGNED(UNSIGNED_INTEGER)

// Wraps. A negative exponent, which the layers above refuse, counts as 0.
#define POWER(T, U)                                                                                \
  INLINE T power_##T(T a, T b) {                                                                   \
    U product = b & 1 && b > 0 ? (U)a : 1, square = (U)a;                                          \
    for (T rest = b > 0 ? (T)(b >> 1) : 0; rest != 0; rest >>= 1) {                                \
      square *= square;                                                                            \
      if (rest & 1) product *= square;                                                             \
    }                                                                                              \
    return (T)product;                                                                             \
  }
INTEGERS(POWER)

#define ALL(T, U)                                                                                  \
  BINARY(KERNEL_NARROW, gcd, T, T)                                                                         \
  BINARY(KERNEL_NARROW, lcm, T, T)                                                                         \
  BINARY(KERNEL_NARROW, power, T, T)                                                               \
  void strided_power_kernel_##T(SIGNATURE) { power_kernel_##T(n0, n1, p, s0, s1); }
INTEGERS(ALL)
OPERATION(gcd, OF_INTEGERS(gcd))
OPERATION(lcm, OF_INTEGERS(lcm))
