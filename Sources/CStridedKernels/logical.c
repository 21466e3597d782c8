// SPDX-License-Identifier: Apache-2.0
// logical_and, logical_or, logical_xor, logical_not: what isn't 0 is true, NaN too.
#include "internal.h"

#define SCALAR(T, U) INLINE b8 truth_##T(T a) { return a != 0; }
SCALAR(b8, ) UNSIGNED(SCALAR) FLOATS(SCALAR)
#define COMPLEX(T, W) INLINE b8 truth_##T(T a) { return (a.re != 0) | (a.im != 0); }
COMPLEXES(COMPLEX)

#define ALL(T, U)                                                                                  \
  INLINE b8 logical_and_##T(T a, T b) { return truth_##T(a) & truth_##T(b); }                      \
  INLINE b8 logical_or_##T(T a, T b) { return truth_##T(a) | truth_##T(b); }                       \
  INLINE b8 logical_xor_##T(T a, T b) { return truth_##T(a) ^ truth_##T(b); }                      \
  INLINE b8 logical_not_##T(T a) { return !truth_##T(a); }                                         \
  BINARY(KERNEL, logical_and, T, b8)                                                               \
  BINARY(KERNEL, logical_or, T, b8)                                                                \
  BINARY(KERNEL, logical_xor, T, b8)                                                               \
  UNARY(KERNEL, logical_not, T, b8)
ALL(b8, ) UNSIGNED(ALL) FLOATS(ALL) COMPLEXES(ALL)

#define OF_TRUTHS(N) OF_BOOL(N) OF_SIZES(N) OF_FLOATS(N) OF_COMPLEXES(N)
OPERATION(logical_and, OF_TRUTHS(logical_and))
OPERATION(logical_or, OF_TRUTHS(logical_or))
OPERATION(logical_xor, OF_TRUTHS(logical_xor))
OPERATION(logical_not, OF_TRUTHS(logical_not))
