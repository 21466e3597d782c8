// SPDX-License-Identifier: Apache-2.0
// equal, not equal, less, less or equal; results are bytes 0 and 1.
#include "internal.h"

#define EQUALITY_OF(T, W)                                                                          \
  INLINE b8 equal_##T(T a, T b) { return a == b; }                                                 \
  INLINE b8 not_equal_##T(T a, T b) { return a != b; }
UNSIGNED(EQUALITY_OF) FLOATS(EQUALITY_OF)
#define ORDER_OF(T, W)                                                                             \
  INLINE b8 less_##T(T a, T b) { return a < b; }                                                   \
  INLINE b8 less_equal_##T(T a, T b) { return a <= b; }
INTEGERS(ORDER_OF) FLOATS(ORDER_OF)

#define COMPLEX(T, W)                                                                              \
  INLINE b8 equal_##T(T a, T b) { return (a.re == b.re) & (a.im == b.im); }                        \
  INLINE b8 not_equal_##T(T a, T b) { return (a.re != b.re) | (a.im != b.im); }                    \
  INLINE b8 less_##T(T a, T b) { return LEXICOGRAPHIC(a, b, <, <); }                               \
  INLINE b8 less_equal_##T(T a, T b) { return LEXICOGRAPHIC(a, b, <, <=); }
COMPLEXES(COMPLEX)

INLINE b8 equal_b8(b8 a, b8 b) { return (a != 0) == (b != 0); }
INLINE b8 not_equal_b8(b8 a, b8 b) { return (a != 0) != (b != 0); }
INLINE b8 less_b8(b8 a, b8 b) { return (a == 0) & (b != 0); }
INLINE b8 less_equal_b8(b8 a, b8 b) { return (a == 0) | (b != 0); }

#define EQUALITY(T, U) BINARY(KERNEL, equal, T, b8) BINARY(KERNEL, not_equal, T, b8)
EQUALITY(b8, ) UNSIGNED(EQUALITY) FLOATS(EQUALITY) COMPLEXES(EQUALITY)
#define ORDER(T, U) BINARY(KERNEL, less, T, b8) BINARY(KERNEL, less_equal, T, b8)
ORDER(b8, ) INTEGERS(ORDER) FLOATS(ORDER) COMPLEXES(ORDER)

OPERATION(equal, OF_BOOL(equal) OF_SIZES(equal) OF_FLOATS(equal) OF_COMPLEXES(equal))
OPERATION(not_equal,
          OF_BOOL(not_equal) OF_SIZES(not_equal) OF_FLOATS(not_equal) OF_COMPLEXES(not_equal))
OPERATION(less, OF_ALL(less))
OPERATION(less_equal, OF_ALL(less_equal))
// The driver exchanges the inputs.
OPERATION(greater, OF_ALL(less))
OPERATION(greater_equal, OF_ALL(less_equal))

// An int64 and a uint64 have no common type that is exact: a negative number is less than any.
INLINE b8 mixed_equal(i64 a, u64 b) { return (a >= 0) & ((u64)a == b); }
INLINE b8 mixed_not_equal(i64 a, u64 b) { return (a < 0) | ((u64)a != b); }
INLINE b8 mixed_less(i64 a, u64 b) { return (a < 0) | ((u64)a < b); }
INLINE b8 mixed_less_equal(i64 a, u64 b) { return (a < 0) | ((u64)a <= b); }
INLINE b8 mixed_greater(i64 a, u64 b) { return (a >= 0) & ((u64)a > b); }
INLINE b8 mixed_greater_equal(i64 a, u64 b) { return (a >= 0) & ((u64)a >= b); }
#define MIXED(NAME) LOOP_2(KERNEL, NAME##_kernel, NAME, i64, u64, b8)
MIXED(mixed_equal) MIXED(mixed_not_equal) MIXED(mixed_less) MIXED(mixed_less_equal)
MIXED(mixed_greater) MIXED(mixed_greater_equal)

strided_kernel strided_mixed_kernel(int operation) {
  switch (operation) {
    case STRIDED_OPERATION_equal: return mixed_equal_kernel;
    case STRIDED_OPERATION_not_equal: return mixed_not_equal_kernel;
    case STRIDED_OPERATION_less: return mixed_less_kernel;
    case STRIDED_OPERATION_less_equal: return mixed_less_equal_kernel;
    case STRIDED_OPERATION_greater: return mixed_greater_kernel;
    case STRIDED_OPERATION_greater_equal: return mixed_greater_equal_kernel;
    default: return NULL;
  }
}
