// SPDX-License-Identifier: Apache-2.0
// equal, not equal, less, less or equal; results are bytes 0 and 1.
#include "internal.h"

#define SCALAR(T, W)                                                                               \
  INLINE b8 equal_##T(T a, T b) { return a == b; }                                                 \
  INLINE b8 not_equal_##T(T a, T b) { return a != b; }                                             \
  INLINE b8 less_##T(T a, T b) { return a < b; }                                                   \
  INLINE b8 less_equal_##T(T a, T b) { return a <= b; }
INTEGERS(SCALAR) FLOATS(SCALAR)

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

#define ALL(T, U)                                                                                  \
  BINARY(KERNEL, equal, T, b8)                                                                     \
  BINARY(KERNEL, not_equal, T, b8)                                                                 \
  BINARY(KERNEL, less, T, b8)                                                                      \
  BINARY(KERNEL, less_equal, T, b8)
ALL(b8, ) INTEGERS(ALL) FLOATS(ALL) COMPLEXES(ALL)

static const strided_kernel table[STRIDED_COMPARISONS][STRIDED_KINDS] = {
  KINDS(equal_kernel_), KINDS(not_equal_kernel_), KINDS(less_kernel_), KINDS(less_equal_kernel_)};

strided_kernel strided_compare_kernel(int operation, int kind) {
  if (operation < 0 || operation >= STRIDED_COMPARISONS) return NULL;
  return kind < 0 || kind >= STRIDED_KINDS ? NULL : table[operation][kind];
}
