// SPDX-License-Identifier: Apache-2.0
// divmod: quotients rounded down, and remainders that have the sign of the divisor.
#include "internal.h"

// Division by zero gives 0 and 0; the most negative number divided by -1 stays, as in NumPy.
#define SIGNED_INTEGER(T, U)                                                                       \
  INLINE void divmod_##T(T a, T b, T *quotient, T *remainder) {                                    \
    const bool plain = (b != 0) & (b != -1);                                                       \
    const T d = plain ? b : 1;                                                                     \
    const T q = (T)(a / d), r = (T)(a % d);                                                        \
    const bool down = (r != 0) & ((r < 0) != (d < 0));                                             \
    *quotient = b == 0 ? 0 : b == -1 ? (T)((U)0 - (U)a) : (T)(q - down);                           \
    *remainder = plain ? (T)(down ? r + d : r) : 0;                                                \
  }
SIGNED(SIGNED_INTEGER)
#define UNSIGNED_INTEGER(T, U)                                                                     \
  INLINE void divmod_##T(T a, T b, T *quotient, T *remainder) {                                    \
    const T d = b == 0 ? 1 : b;                                                                    \
    *quotient = b == 0 ? 0 : (T)(a / d);                                                           \
    *remainder = b == 0 ? 0 : (T)(a % d);                                                          \
  }
UNSIGNED(UNSIGNED_INTEGER)

#define ALL(T, U) DIVISION(KERNEL, divmod, T, T)
INTEGERS(ALL)
OPERATION(divmod, OF_INTEGERS(divmod))
