// SPDX-License-Identifier: Apache-2.0
// negative, positive, absolute, fabs, sign, conjugate.
#include "hypot.h"

#define SAME(T, U)                                                                                 \
  INLINE T same_##T(T a) { return a; }                                                             \
  UNARY(KERNEL, same, T, T)                                                                        \
  void strided_same_kernel_##T(SIGNATURE) { same_kernel_##T(n0, n1, p, s0, s1); }
UNSIGNED(SAME)
INLINE c128 same_c128(c128 a) { return a; }
UNARY(KERNEL, same, c128, c128)

// The most negative integer is its own negative and its own magnitude, as in NumPy.
#define INTEGER(T, U) INLINE T negative_##T(T a) { return (T)((U)0 - (U)a); }
UNSIGNED(INTEGER)
#define SIGNED_INTEGER(T, U)                                                                       \
  INLINE T absolute_##T(T a) { return a < 0 ? (T)((U)0 - (U)a) : a; }                              \
  INLINE T sign_##T(T a) { return (T)((a > 0) - (a < 0)); }
SIGNED(SIGNED_INTEGER)
#define UNSIGNED_INTEGER(T, U) INLINE T sign_##T(T a) { return a != 0; }
UNSIGNED(UNSIGNED_INTEGER)

// Signs are bits, of NaN too. The sign of zero is zero, that of NaN is NaN.
#define FLOAT(T, W, I, SIGN)                                                                       \
  INLINE T negative_##T(T a) {                                                                     \
    return __builtin_bit_cast(T, (I)(__builtin_bit_cast(I, a) ^ (SIGN)));                          \
  }                                                                                                \
  INLINE T absolute_##T(T a) {                                                                     \
    return __builtin_bit_cast(T, (I)(__builtin_bit_cast(I, a) & ~(SIGN)));                         \
  }                                                                                                \
  INLINE T sign_##T(T a) {                                                                         \
    const W x = (W)a, s = (W)((x > 0) - (x < 0));                                                  \
    return x != x ? a : (T)s;                                                                      \
  }
FLOAT(f16, float, uint16_t, (uint16_t)0x8000)
FLOAT(f32, float, uint32_t, (uint32_t)1 << 31)
FLOAT(f64, double, uint64_t, (uint64_t)1 << 63)

// The sign of a complex number is the number of length 1 in its direction; of infinite ones, where
// that is along an axis.
#define COMPLEX(T, W)                                                                              \
  INLINE T negative_##T(T a) { return (T){-a.re, -a.im}; }                                         \
  INLINE T conjugate_##T(T a) { return (T){a.re, -a.im}; }                                         \
  INLINE W absolute_##T(T a) { return hypot_##W(a.re, a.im); }                                     \
  INLINE W unit_##W(W x) { return x > 0 ? 1 : -1; }                                                \
  INLINE T sign_##T(T a) {                                                                         \
    const W size = absolute_##T(a), inf = (W)__builtin_inf(), nan = (W)__builtin_nan("");          \
    if (size != size) return (T){nan, nan};                                                        \
    if (size == 0) return (T){0, 0};                                                               \
    if (size != inf) return (T){a.re / size, a.im / size};                                         \
    const bool re = absolute_##W(a.re) == inf, im = absolute_##W(a.im) == inf;                     \
    return re && im ? (T){nan, nan} : re ? (T){unit_##W(a.re), 0} : (T){0, unit_##W(a.im)};         \
  }
#define absolute_float absolute_f32
#define absolute_double absolute_f64
COMPLEXES(COMPLEX)

#define NEGATIVE(T, U) UNARY(KERNEL, negative, T, T)
UNSIGNED(NEGATIVE) FLOATS(NEGATIVE) COMPLEXES(NEGATIVE)
#define ABSOLUTE(T, U) UNARY(KERNEL, absolute, T, T)
SIGNED(ABSOLUTE) FLOATS(ABSOLUTE)
#define COMPLEX_ABSOLUTE(T, W) UNARY(KERNEL, absolute, T, W)
COMPLEXES(COMPLEX_ABSOLUTE)
#define SIGN(T, U) UNARY(KERNEL, sign, T, T)
INTEGERS(SIGN) FLOATS(SIGN) COMPLEXES(SIGN)
#define CONJUGATE(T, W) UNARY(KERNEL, conjugate, T, T)
COMPLEXES(CONJUGATE)

#define OF_SAME_FLOATS                                                                             \
  [STRIDED_FLOAT16] = same_kernel_u16, [STRIDED_FLOAT32] = same_kernel_u32,                        \
  [STRIDED_FLOAT64] = same_kernel_u64,
OPERATION(negative, OF_SIZES(negative) OF_FLOATS(negative) OF_COMPLEXES(negative))
OPERATION(positive, OF_SIZES(same) OF_SAME_FLOATS[STRIDED_COMPLEX64] = same_kernel_u64,
          [STRIDED_COMPLEX128] = same_kernel_c128)
OPERATION(conjugate, OF_SIZES(same) OF_SAME_FLOATS OF_COMPLEXES(conjugate))
OPERATION(absolute, [STRIDED_BOOL] = same_kernel_u8, [STRIDED_INT8] = absolute_kernel_i8,
          [STRIDED_INT16] = absolute_kernel_i16, [STRIDED_INT32] = absolute_kernel_i32,
          [STRIDED_INT64] = absolute_kernel_i64, [STRIDED_UINT8] = same_kernel_u8,
          [STRIDED_UINT16] = same_kernel_u16, [STRIDED_UINT32] = same_kernel_u32,
          [STRIDED_UINT64] = same_kernel_u64, OF_FLOATS(absolute) OF_COMPLEXES(absolute))
OPERATION(fabs, OF_FLOATS(absolute))
OPERATION(sign, OF_NUMBERS(sign))
