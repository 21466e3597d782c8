// SPDX-License-Identifier: Apache-2.0
// isnan, isinf, isfinite, signbit; results are bytes 0 and 1.
#include "internal.h"

#define INTEGER(T, U)                                                                              \
  INLINE b8 isnan_##T(T a) { return 0; }                                                           \
  INLINE b8 isfinite_##T(T a) { return 1; }
INTEGER(b8, ) UNSIGNED(INTEGER)

// By bits, since halves convert slowly: SIGN is the sign's bit, INF the bits of infinity.
#define FLOAT(T, I, SIGN, INF)                                                                     \
  INLINE I magnitude_##T(T a) { return (I)(__builtin_bit_cast(I, a) & ~(SIGN)); }                  \
  INLINE b8 isnan_##T(T a) { return magnitude_##T(a) > (INF); }                                    \
  INLINE b8 isinf_##T(T a) { return magnitude_##T(a) == (INF); }                                   \
  INLINE b8 isfinite_##T(T a) { return magnitude_##T(a) < (INF); }                                 \
  INLINE b8 signbit_##T(T a) { return (__builtin_bit_cast(I, a) & (SIGN)) != 0; }                  \
  UNARY(KERNEL, signbit, T, b8)
FLOAT(f16, uint16_t, (uint16_t)0x8000, (uint16_t)0x7C00)
FLOAT(f32, uint32_t, (uint32_t)1 << 31, (uint32_t)0xFF << 23)
FLOAT(f64, uint64_t, (uint64_t)1 << 63, (uint64_t)0x7FF << 52)

#define COMPLEX(T, P)                                                                              \
  INLINE b8 isnan_##T(T a) { return isnan_##P(a.re) | isnan_##P(a.im); }                           \
  INLINE b8 isinf_##T(T a) { return isinf_##P(a.re) | isinf_##P(a.im); }                           \
  INLINE b8 isfinite_##T(T a) { return isfinite_##P(a.re) & isfinite_##P(a.im); }
COMPLEX(c64, f32) COMPLEX(c128, f64)

// Every integer gives the same answer: the kernels of the unsigned serve the signed too.
#define CONSTANT(T, U) UNARY(KERNEL, isnan, T, b8) UNARY(KERNEL, isfinite, T, b8)
CONSTANT(b8, ) UNSIGNED(CONSTANT)
#define ALL(T, W)                                                                                  \
  UNARY(KERNEL, isnan, T, b8) UNARY(KERNEL, isinf, T, b8) UNARY(KERNEL, isfinite, T, b8)
FLOATS(ALL) COMPLEXES(ALL)

#define isnan_kernel_i8 isnan_kernel_u8
#define isnan_kernel_i16 isnan_kernel_u16
#define isnan_kernel_i32 isnan_kernel_u32
#define isnan_kernel_i64 isnan_kernel_u64
#define isfinite_kernel_i8 isfinite_kernel_u8
#define isfinite_kernel_i16 isfinite_kernel_u16
#define isfinite_kernel_i32 isfinite_kernel_u32
#define isfinite_kernel_i64 isfinite_kernel_u64
OPERATION(isnan, OF_ALL(isnan))
OPERATION(isinf, OF_BOOL(isnan) OF_INTEGERS(isnan) OF_FLOATS(isinf) OF_COMPLEXES(isinf))
OPERATION(isfinite, OF_ALL(isfinite))
OPERATION(signbit, OF_FLOATS(signbit))
