// SPDX-License-Identifier: Apache-2.0
// add, subtract, multiply.
#include "internal.h"

// Integers wrap: the arithmetic is that of unsigned numbers of at least 32 bits.
#define INTEGER(T, U)                                                                              \
  INLINE T add_##T(T a, T b) { return (T)((U)a + (U)b); }                                          \
  INLINE T subtract_##T(T a, T b) { return (T)((U)a - (U)b); }                                     \
  INLINE T multiply_##T(T a, T b) { return (T)((U)a * (U)b); }
INTEGERS(INTEGER)

#define FLOAT(T, W)                                                                                \
  INLINE T add_##T(T a, T b) { return (T)((W)a + (W)b); }                                          \
  INLINE T subtract_##T(T a, T b) { return (T)((W)a - (W)b); }                                     \
  INLINE T multiply_##T(T a, T b) { return (T)((W)a * (W)b); }
FLOATS(FLOAT)

#define COMPLEX(T, W)                                                                              \
  INLINE T add_##T(T a, T b) { return (T){a.re + b.re, a.im + b.im}; }                             \
  INLINE T subtract_##T(T a, T b) { return (T){a.re - b.re, a.im - b.im}; }                        \
  INLINE T multiply_##T(T a, T b) {                                                                \
    return (T){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};                              \
  }
COMPLEXES(COMPLEX)

INLINE b8 add_b8(b8 a, b8 b) { return (a | b) != 0; }
INLINE b8 multiply_b8(b8 a, b8 b) { return (a != 0) & (b != 0); }

#define ALL(T, U)                                                                                  \
  BINARY(KERNEL, add, T, T)                                                                        \
  BINARY(KERNEL, subtract, T, T)                                                                   \
  BINARY(KERNEL, multiply, T, T)
INTEGERS(ALL) FLOATS(ALL) COMPLEXES(ALL)
BINARY(KERNEL, add, b8, b8)
BINARY(KERNEL, multiply, b8, b8)

OPERATION(add, OF_ALL(add))
// NumPy has no difference of truth values either.
OPERATION(subtract, OF_NUMBERS(subtract))
OPERATION(multiply, OF_ALL(multiply))
