// SPDX-License-Identifier: Apache-2.0
// floor, ceil, trunc, rint. Integers stay as they are.
#include "rounding.h"

#define FLOAT(T, W)                                                                                \
  INLINE T floor_##T(T a) { return (T)floor_##W((W)a); }                                           \
  INLINE T ceil_##T(T a) { return (T)ceil_##W((W)a); }                                             \
  INLINE T trunc_##T(T a) { return (T)trunc_##W((W)a); }                                           \
  INLINE T rint_##T(T a) { return (T)rint_##W((W)a); }                                             \
  UNARY(KERNEL, floor, T, T)                                                                       \
  UNARY(KERNEL, ceil, T, T)                                                                        \
  UNARY(KERNEL, trunc, T, T)                                                                       \
  UNARY(KERNEL, rint, T, T)
FLOATS(FLOAT)
#define COMPLEX(T, W)                                                                              \
  INLINE T rint_##T(T a) { return (T){rint_##W(a.re), rint_##W(a.im)}; }                           \
  UNARY(KERNEL, rint, T, T)
COMPLEXES(COMPLEX)

#define OF_SAME [STRIDED_BOOL] = strided_same_kernel_u8, OF_SAME_INTEGERS
OPERATION(floor, OF_SAME OF_FLOATS(floor))
OPERATION(ceil, OF_SAME OF_FLOATS(ceil))
OPERATION(trunc, OF_SAME OF_FLOATS(trunc))
OPERATION(rint, OF_FLOATS(rint) OF_COMPLEXES(rint))
