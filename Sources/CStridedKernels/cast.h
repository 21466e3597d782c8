// SPDX-License-Identifier: Apache-2.0
// Conversions between kinds, shared by the files that make the kernels.
#pragma once
#include "internal.h"

// Out of range, NaN included: one value on every processor. The comparisons with powers of two
// are exact; LOW is the largest number below the range or, with >=, its least member.
#define TO_INTEGERS(W, ABOVE_32)                                                                   \
  INLINE int32_t i32_of_##W(W x) {                                                                 \
    return ((ABOVE_32) & (x < (W)2147483648.0)) ? (int32_t)x : INT32_MIN;                          \
  }                                                                                                \
  INLINE int64_t i64_of_##W(W x) {                                                                 \
    return ((x >= (W)-0x1p63) & (x < (W)0x1p63)) ? (int64_t)x : INT64_MIN;                         \
  }                                                                                                \
  INLINE uint64_t u64_of_##W(W x) {                                                                \
    const bool high = (x >= (W)0x1p63) & (x < (W)0x1p64);                                          \
    const uint64_t cut = (uint64_t)i64_of_##W(high ? x - (W)0x1p63 : x);                           \
    return high ? cut ^ ((uint64_t)1 << 63) : cut;                                                 \
  }
TO_INTEGERS(float, x >= -2147483648.0f)
TO_INTEGERS(double, x > -2147483649.0)

extern const strided_kernel strided_cast_integers[9][STRIDED_KINDS];
extern const strided_kernel strided_cast_floats[3][STRIDED_KINDS];
extern const strided_kernel strided_cast_complexes[2][STRIDED_KINDS];

#define CAST(CLONES, F, T, E)                                                                      \
  INLINE T cast_##F##_##T(F x) { return E; }                                                       \
  CONVERSION(CLONES, cast_##F##_##T, F, T)
#define CASTS_OF(F)                                                                                \
  { cast_##F##_b8_kernel, cast_##F##_i8_kernel, cast_##F##_i16_kernel, cast_##F##_i32_kernel,      \
    cast_##F##_i64_kernel, cast_##F##_u8_kernel, cast_##F##_u16_kernel, cast_##F##_u32_kernel,     \
    cast_##F##_u64_kernel, cast_##F##_f16_kernel, cast_##F##_f32_kernel, cast_##F##_f64_kernel,    \
    cast_##F##_c64_kernel, cast_##F##_c128_kernel }
#define BYTES_FROM_REAL(F, W, X)                                                                   \
  CAST(KERNEL_WIDE, F, i8, (i8)i32_of_##W(X))                                                      \
  CAST(KERNEL_WIDE, F, u8, (u8)i32_of_##W(X))
// From a float W that is the value (or the real part) X of an F.
#define CASTS_FROM_REAL(F, W, X)                                                                   \
  CAST(KERNEL_WIDE, F, i16, (i16)i32_of_##W(X))                                                    \
  CAST(KERNEL_WIDE, F, i32, i32_of_##W(X))                                                         \
  CAST(KERNEL_WIDE, F, i64, i64_of_##W(X))                                                         \
  CAST(KERNEL_WIDE, F, u16, (u16)i32_of_##W(X))                                                    \
  CAST(KERNEL_WIDE, F, u32, (u32)i64_of_##W(X))                                                    \
  CAST(KERNEL_WIDE, F, u64, u64_of_##W(X))                                                         \
  CAST(KERNEL, F, f16, (f16)(X))                                                                   \
  CAST(KERNEL, F, f32, (f32)(X))                                                                   \
  CAST(KERNEL, F, f64, (f64)(X))
