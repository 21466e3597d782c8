// SPDX-License-Identifier: Apache-2.0
// floor_divide, remainder, divmod: quotients rounded down, and remainders that have the sign of the
// divisor. fmod: remainders that have the sign of the dividend.
#include "fmod.h"
#include "rounding.h"

// Division by zero gives 0, quotient and remainder; the most negative number divided by -1 stays,
// as in NumPy. Quotients of up to 32 bits are exact in a float W of more digits, which vectors can
// divide by; I holds the quotient.
#define SIGNED_INTEGER(T, W, I)                                                                    \
  typedef struct { T quotient, remainder, rest; } division_##T;                                    \
  INLINE division_##T divide_##T(T a, T b) {                                                       \
    const bool plain = (b != 0) & (b != -1);                                                       \
    const T d = plain ? b : 1;                                                                     \
    const T q = (T)(I)((W)a / (W)d), r = (T)(a - q * d);                                           \
    const bool down = (r != 0) & ((r ^ d) < 0);                                                    \
    const T opposite = (T)(0 - (uint64_t)a);                                                       \
    return (division_##T){b == 0 ? 0 : b == -1 ? opposite : (T)(q - down),                         \
                          plain ? (T)(down ? r + d : r) : 0, plain ? r : 0};                       \
  }
SIGNED_INTEGER(i8, float, int32_t) SIGNED_INTEGER(i16, float, int32_t)
SIGNED_INTEGER(i32, double, int32_t) SIGNED_INTEGER(i64, int64_t, int64_t)
#define UNSIGNED_INTEGER(T, W, I)                                                                  \
  typedef struct { T quotient, remainder, rest; } division_##T;                                    \
  INLINE division_##T divide_##T(T a, T b) {                                                       \
    const T d = b == 0 ? 1 : b;                                                                    \
    const T q = (T)(I)((W)a / (W)d), r = (T)(a - q * d);                                           \
    return (division_##T){b == 0 ? 0 : q, b == 0 ? 0 : r, b == 0 ? 0 : r};                         \
  }
UNSIGNED_INTEGER(u8, float, int32_t) UNSIGNED_INTEGER(u16, float, int32_t)
UNSIGNED_INTEGER(u32, double, uint32_t) UNSIGNED_INTEGER(u64, uint64_t, uint64_t)

#define INTEGER(T, U)                                                                              \
  INLINE T floor_divide_##T(T a, T b) { return divide_##T(a, b).quotient; }                        \
  INLINE T remainder_##T(T a, T b) { return divide_##T(a, b).remainder; }                          \
  INLINE T fmod_##T(T a, T b) { return divide_##T(a, b).rest; }                                    \
  INLINE void divmod_##T(T a, T b, T *quotient, T *remainder) {                                    \
    const division_##T d = divide_##T(a, b);                                                       \
    *quotient = d.quotient;                                                                        \
    *remainder = d.remainder;                                                                      \
  }
INTEGERS(INTEGER)

// NumPy's steps: the remainder is exact, then moved to the sign of the divisor; the quotient is
// what is left, which may miss a whole number by its rounding.
#define FLOAT(T, W)                                                                                \
  INLINE W quotient_##T(W a, W b, W *remainder) {                                                  \
    W rest = fmod_##W(a, b);                                                                       \
    if (b == 0) {                                                                                  \
      *remainder = rest;                                                                           \
      return a / b;                                                                                \
    }                                                                                              \
    W quotient = (a - rest) / b;                                                                   \
    if (rest == 0) {                                                                               \
      rest = copysign_##W(0, b);                                                                   \
    } else if ((b < 0) != (rest < 0)) {                                                            \
      rest += b;                                                                                   \
      quotient -= 1;                                                                               \
    }                                                                                              \
    *remainder = rest;                                                                             \
    if (quotient == 0) return copysign_##W(0, a / b);                                              \
    const W whole = floor_##W(quotient);                                                           \
    return quotient - whole > (W)0.5 ? whole + 1 : whole;                                          \
  }                                                                                                \
  INLINE void divmod_##T(T a, T b, T *quotient, T *remainder) {                                    \
    W rest;                                                                                        \
    *quotient = (T)quotient_##T((W)a, (W)b, &rest);                                                \
    *remainder = (T)rest;                                                                          \
  }                                                                                                \
  INLINE T floor_divide_##T(T a, T b) {                                                            \
    W rest;                                                                                        \
    return (T)quotient_##T((W)a, (W)b, &rest);                                                     \
  }                                                                                                \
  INLINE T remainder_##T(T a, T b) {                                                               \
    const W rest = fmod_##W((W)a, (W)b);                                                           \
    if (rest == 0) return (T)copysign_##W(0, (W)b);                                                \
    return (T)(((W)b < 0) != (rest < 0) ? rest + (W)b : rest);                                     \
  }                                                                                                \
  INLINE T fmod_##T(T a, T b) { return (T)fmod_##W((W)a, (W)b); }
#define copysign_float __builtin_copysignf
#define copysign_double __builtin_copysign
FLOATS(FLOAT)

#define ALL(T, U)                                                                                  \
  BINARY(KERNEL, floor_divide, T, T)                                                               \
  BINARY(KERNEL, remainder, T, T)                                                                  \
  BINARY(KERNEL, fmod, T, T)                                                                       \
  DIVISION(KERNEL, divmod, T, T)
INTEGERS(ALL) FLOATS(ALL)
OPERATION(floor_divide, OF_INTEGERS(floor_divide) OF_FLOATS(floor_divide))
OPERATION(remainder, OF_INTEGERS(remainder) OF_FLOATS(remainder))
OPERATION(fmod, OF_INTEGERS(fmod) OF_FLOATS(fmod))
OPERATION(divmod, OF_INTEGERS(divmod) OF_FLOATS(divmod))
