// SPDX-License-Identifier: Apache-2.0
// Casts from floats and complex numbers; a complex number loses its imaginary part.
#include "cast.h"

#define FROM_FLOAT(F, W)                                                                           \
  CASTS_FROM_REAL(F, W, x)                                                                         \
  CAST(KERNEL, F, b8, x != 0)                                                                      \
  CAST(KERNEL, F, c64, ((c64){(float)x, 0}))                                                       \
  CAST(KERNEL, F, c128, ((c128){(double)x, 0}))
FLOATS(FROM_FLOAT)

#define FROM_COMPLEX(F, W)                                                                         \
  CASTS_FROM_REAL(F, W, x.re)                                                                      \
  CAST(KERNEL, F, b8, (x.re != 0) | (x.im != 0))                                                   \
  CAST(KERNEL, F, c64, ((c64){(float)x.re, (float)x.im}))                                          \
  CAST(KERNEL, F, c128, ((c128){(double)x.re, (double)x.im}))
COMPLEXES(FROM_COMPLEX)

const strided_kernel strided_cast_floats[3][STRIDED_KINDS] = {
  CASTS_OF(f16), CASTS_OF(f32), CASTS_OF(f64)};
const strided_kernel strided_cast_complexes[2][STRIDED_KINDS] = {CASTS_OF(c64), CASTS_OF(c128)};
