// SPDX-License-Identifier: Apache-2.0
// True division of floats and complex numbers.
#include "internal.h"

#define FLOAT(T, W) INLINE T divide_##T(T a, T b) { return (T)((W)a / (W)b); }
FLOATS(FLOAT)

// Smith's method, with NumPy's order of operations: no overflow where the quotient has none.
#define COMPLEX(T, W)                                                                              \
  INLINE T divide_##T(T a, T b) {                                                                  \
    const W x = b.re < 0 ? -b.re : b.re, y = b.im < 0 ? -b.im : b.im;                              \
    if (x >= y) {                                                                                  \
      if (x == 0 && y == 0) return (T){a.re / x, a.im / x};                                        \
      const W ratio = b.im / b.re, scale = (W)1 / (b.re + b.im * ratio);                           \
      return (T){(a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale};                    \
    }                                                                                              \
    const W ratio = b.re / b.im, scale = (W)1 / (b.im + b.re * ratio);                             \
    return (T){(a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale};                      \
  }
COMPLEXES(COMPLEX)

#define ALL(T, W) BINARY(KERNEL, divide, T, T)
FLOATS(ALL) COMPLEXES(ALL)

OPERATION(divide, OF_FLOATS(divide) OF_COMPLEXES(divide))
