// SPDX-License-Identifier: Apache-2.0
// Casts from integers (cut to size) and truth values.
#include "cast.h"

#define FROM(F, X)                                                                                 \
  CAST(KERNEL, F, b8, (X) != 0)                                                                    \
  CAST(KERNEL, F, i8, (i8)(X))                                                                     \
  CAST(KERNEL, F, i16, (i16)(X))                                                                   \
  CAST(KERNEL, F, i32, (i32)(X))                                                                   \
  CAST(KERNEL, F, i64, (i64)(X))                                                                   \
  CAST(KERNEL, F, u8, (u8)(X))                                                                     \
  CAST(KERNEL, F, u16, (u16)(X))                                                                   \
  CAST(KERNEL, F, u32, (u32)(X))                                                                   \
  CAST(KERNEL, F, u64, (u64)(X))                                                                   \
  CAST(KERNEL, F, f16, (f16)(float)(X))                                                            \
  CAST(KERNEL, F, f32, (f32)(X))                                                                   \
  CAST(KERNEL, F, f64, (f64)(X))                                                                   \
  CAST(KERNEL, F, c64, ((c64){(float)(X), 0}))                                                     \
  CAST(KERNEL, F, c128, ((c128){(double)(X), 0}))
FROM(b8, (uint8_t)(x != 0))
FROM(i8, x) FROM(i16, x) FROM(i32, x) FROM(i64, x)
FROM(u8, x) FROM(u16, x) FROM(u32, x) FROM(u64, x)

const strided_kernel strided_cast_integers[9][STRIDED_KINDS] = {
  CASTS_OF(b8), CASTS_OF(i8), CASTS_OF(i16), CASTS_OF(i32), CASTS_OF(i64), CASTS_OF(u8),
  CASTS_OF(u16), CASTS_OF(u32), CASTS_OF(u64)};

strided_kernel strided_cast_kernel(int from, int to) {
  if (from < 0 || to < 0 || to >= STRIDED_KINDS) return NULL;
  if (from < STRIDED_FLOAT16) return strided_cast_integers[from][to];
  if (from < STRIDED_COMPLEX64) return strided_cast_floats[from - STRIDED_FLOAT16][to];
  return from < STRIDED_KINDS ? strided_cast_complexes[from - STRIDED_COMPLEX64][to] : NULL;
}
