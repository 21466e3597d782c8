// SPDX-License-Identifier: Apache-2.0
// minimum, maximum: a NaN wins over any number. fmin, fmax: any number wins over a NaN. clip.
#include "internal.h"

#define INTEGER(T, U)                                                                              \
  INLINE T minimum_##T(T a, T b) { return a < b ? a : b; }                                         \
  INLINE T maximum_##T(T a, T b) { return a > b ? a : b; }
INTEGERS(INTEGER)

#define FLOAT(T, W)                                                                                \
  INLINE T minimum_##T(T a, T b) { return (((W)a <= (W)b) | ((W)a != (W)a)) ? a : b; }             \
  INLINE T maximum_##T(T a, T b) { return (((W)a >= (W)b) | ((W)a != (W)a)) ? a : b; }
FLOATS(FLOAT)
#define FLOAT_FIRST(T, W)                                                                          \
  INLINE T fmin_##T(T a, T b) { return (((W)a <= (W)b) | ((W)b != (W)b)) ? a : b; }                \
  INLINE T fmax_##T(T a, T b) { return (((W)a >= (W)b) | ((W)b != (W)b)) ? a : b; }
FLOATS(FLOAT_FIRST)

#define COMPLEX(T, W)                                                                              \
  INLINE T minimum_##T(T a, T b) { return LEXICOGRAPHIC(a, b, <, <=) || IS_NAN(a) ? a : b; }       \
  INLINE T maximum_##T(T a, T b) { return LEXICOGRAPHIC(a, b, >, >=) || IS_NAN(a) ? a : b; }
COMPLEXES(COMPLEX)
#define COMPLEX_FIRST(T, W)                                                                        \
  INLINE T fmin_##T(T a, T b) { return LEXICOGRAPHIC(a, b, <, <=) || IS_NAN(b) ? a : b; }          \
  INLINE T fmax_##T(T a, T b) { return LEXICOGRAPHIC(a, b, >, >=) || IS_NAN(b) ? a : b; }
COMPLEXES(COMPLEX_FIRST)

INLINE b8 minimum_b8(b8 a, b8 b) { return (a != 0) & (b != 0); }
INLINE b8 maximum_b8(b8 a, b8 b) { return (a | b) != 0; }

#define ALL(T, U) BINARY(KERNEL, minimum, T, T) BINARY(KERNEL, maximum, T, T)
ALL(b8, ) INTEGERS(ALL) FLOATS(ALL) COMPLEXES(ALL)

OPERATION(minimum, OF_ALL(minimum))
OPERATION(maximum, OF_ALL(maximum))

#define FIRST(T, W) BINARY(KERNEL, fmin, T, T) BINARY(KERNEL, fmax, T, T)
FLOATS(FIRST) COMPLEXES(FIRST)
OPERATION(fmin, OF_BOOL(minimum) OF_INTEGERS(minimum) OF_FLOATS(fmin) OF_COMPLEXES(fmin))
OPERATION(fmax, OF_BOOL(maximum) OF_INTEGERS(maximum) OF_FLOATS(fmax) OF_COMPLEXES(fmax))

// The lower bound first: where the bounds cross, the upper one wins.
#define CLIP(T, U)                                                                                 \
  INLINE T clip_##T(T x, T low, T high) { return minimum_##T(maximum_##T(x, low), high); }
CLIP(b8, ) INTEGERS(CLIP) FLOATS(CLIP)
// A bound with a NaN as its imaginary part counts by its real part here, as in NumPy.
#define COMPLEX_CLIP(T, W)                                                                         \
  INLINE bool is_less_##T(T a, T b) { return a.re == b.re ? a.im < b.im : a.re < b.re; }           \
  INLINE T clip_##T(T x, T low, T high) {                                                          \
    const T y = IS_NAN(x) || is_less_##T(low, x) ? x : low;                                        \
    return IS_NAN(y) || is_less_##T(y, high) ? y : high;                                           \
  }
COMPLEXES(COMPLEX_CLIP)
#define CLIP_KERNEL(T, U) TERNARY(KERNEL, clip, T, T)
CLIP_KERNEL(b8, ) INTEGERS(CLIP_KERNEL) FLOATS(CLIP_KERNEL) COMPLEXES(CLIP_KERNEL)
OPERATION(clip, OF_ALL(clip))
