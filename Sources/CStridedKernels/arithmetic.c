// SPDX-License-Identifier: Apache-2.0
// add, subtract, multiply, square.
#include "internal.h"

// Integers wrap: the arithmetic is that of unsigned numbers of at least 32 bits, and the bits of
// its results are those of signed ones.
#define INTEGER(T, U)                                                                              \
  INLINE T add_##T(T a, T b) { return (T)((U)a + (U)b); }                                          \
  INLINE T subtract_##T(T a, T b) { return (T)((U)a - (U)b); }                                     \
  INLINE T multiply_##T(T a, T b) { return (T)((U)a * (U)b); }
UNSIGNED(INTEGER)

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
  BINARY(KERNEL, multiply, T, T)                                                                   \
  INLINE T square_##T(T a) { return multiply_##T(a, a); }                                          \
  UNARY(KERNEL, square, T, T)
UNSIGNED(ALL) FLOATS(ALL) COMPLEXES(ALL)
BINARY(KERNEL, add, b8, b8)
BINARY(KERNEL, multiply, b8, b8)

OPERATION(add, OF_BOOL(add) OF_SIZES(add) OF_FLOATS(add) OF_COMPLEXES(add))
// NumPy has no difference of truth values either.
OPERATION(subtract, OF_SIZES(subtract) OF_FLOATS(subtract) OF_COMPLEXES(subtract))
OPERATION(multiply,
          OF_BOOL(multiply) OF_SIZES(multiply) OF_FLOATS(multiply) OF_COMPLEXES(multiply))
OPERATION(square, OF_SIZES(square) OF_FLOATS(square) OF_COMPLEXES(square))
