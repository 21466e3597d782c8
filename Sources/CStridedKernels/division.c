// SPDX-License-Identifier: Apache-2.0
// True division of floats and complex numbers; reciprocals.
#include "internal.h"

#define FLOAT(T, W)                                                                                \
  INLINE T divide_##T(T a, T b) { return (T)((W)a / (W)b); }                                       \
  INLINE T reciprocal_##T(T a) { return (T)(1 / (W)a); }
FLOATS(FLOAT)

// Smith's method, with NumPy's order of operations: no overflow where the quotient has none.
#define COMPLEX(T, W)                                                                              \
  INLINE T divide_##T(T a, T b) {                                                                  \
    const W x = __builtin_elementwise_abs(b.re), y = __builtin_elementwise_abs(b.im);              \
    if (x >= y) {                                                                                  \
      if (x == 0 && y == 0) return (T){a.re / x, a.im / x};                                        \
      const W ratio = b.im / b.re, scale = (W)1 / (b.re + b.im * ratio);                           \
      return (T){(a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale};                    \
    }                                                                                              \
    const W ratio = b.re / b.im, scale = (W)1 / (b.im + b.re * ratio);                             \
    return (T){(a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale};                      \
  }                                                                                                \
  INLINE T reciprocal_##T(T a) {                                                                   \
    const W x = __builtin_elementwise_abs(a.re), y = __builtin_elementwise_abs(a.im);              \
    if (y <= x) {                                                                                  \
      const W ratio = a.im / a.re, size = a.re + a.im * ratio;                                     \
      return (T){1 / size, -ratio / size};                                                         \
    }                                                                                              \
    const W ratio = a.re / a.im, size = a.re * ratio + a.im;                                       \
    return (T){ratio / size, -1 / size};                                                           \
  }
COMPLEXES(COMPLEX)

// Only of 1 and -1 is the reciprocal a whole number but 0. That of 0 is the number that an
// infinite float becomes, but for uint64; NumPy's values.
#define INTEGER(T, OF_ZERO)                                                                        \
  INLINE T reciprocal_##T(T a) { return a == 0 ? (T)(OF_ZERO) : a == 1 || a == (T)-1 ? a : 0; }
INTEGER(i8, INT32_MIN) INTEGER(i16, INT32_MIN) INTEGER(i32, INT32_MIN) INTEGER(i64, INT64_MIN)
#define UNSIGNED_INTEGER(T, OF_ZERO)                                                               \
  INLINE T reciprocal_##T(T a) { return a == 0 ? (T)(OF_ZERO) : a == 1; }
UNSIGNED_INTEGER(u8, INT32_MIN) UNSIGNED_INTEGER(u16, INT32_MIN) UNSIGNED_INTEGER(u32, INT64_MIN)
UNSIGNED_INTEGER(u64, 0)

#define ALL(T, W) BINARY(KERNEL, divide, T, T)
FLOATS(ALL) COMPLEXES(ALL)
#define RECIPROCAL(T, W) UNARY(KERNEL, reciprocal, T, T)
INTEGERS(RECIPROCAL) FLOATS(RECIPROCAL) COMPLEXES(RECIPROCAL)

OPERATION(divide, OF_FLOATS(divide) OF_COMPLEXES(divide))
OPERATION(reciprocal, OF_NUMBERS(reciprocal))
