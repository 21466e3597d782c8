// SPDX-License-Identifier: Apache-2.0
// The rows of the mathematical functions.
#include "math.h"

#define REALS(N)                                                                                   \
  void strided_##N##_kernel_f16(SIGNATURE), strided_##N##_kernel_f32(SIGNATURE),                   \
    strided_##N##_kernel_f64(SIGNATURE);
#define PARTS(N) void strided_##N##_kernel_c64(SIGNATURE), strided_##N##_kernel_c128(SIGNATURE);
#define REAL(NAME, N)                                                                              \
  REALS(N)                                                                                         \
  OPERATION(NAME, OF_FLOATS(strided_##N))
#define INEXACT(NAME, N)                                                                           \
  REALS(N)                                                                                         \
  PARTS(N)                                                                                         \
  OPERATION(NAME, OF_FLOATS(strided_##N) OF_COMPLEXES(strided_##N))

INEXACT(exp, exp)
INEXACT(exp2, exp2)
INEXACT(expm1, expm1)
INEXACT(log, log)
INEXACT(log2, log2)
INEXACT(log10, log10)
INEXACT(log1p, log1p)
INEXACT(sin, sin)
INEXACT(cos, cos)
INEXACT(tan, tan)
INEXACT(sinh, sinh)
INEXACT(cosh, cosh)
INEXACT(tanh, tanh)
INEXACT(arcsin, asin)
INEXACT(arccos, acos)
INEXACT(arctan, atan)
INEXACT(arcsinh, asinh)
INEXACT(arccosh, acosh)
INEXACT(arctanh, atanh)
REAL(cbrt, cbrt)
REAL(deg2rad, deg2rad)
REAL(rad2deg, rad2deg)
REAL(arctan2, atan2)
REAL(logaddexp, logaddexp)
REAL(logaddexp2, logaddexp2)

// Powers of integers stand with the integers.
REALS(power)
PARTS(power)
void strided_power_kernel_i8(SIGNATURE), strided_power_kernel_i16(SIGNATURE),
  strided_power_kernel_i32(SIGNATURE), strided_power_kernel_i64(SIGNATURE),
  strided_power_kernel_u8(SIGNATURE), strided_power_kernel_u16(SIGNATURE),
  strided_power_kernel_u32(SIGNATURE), strided_power_kernel_u64(SIGNATURE);
OPERATION(power, OF_NUMBERS(strided_power))
OPERATION(float_power, [STRIDED_FLOAT64] = strided_power_kernel_f64,
          [STRIDED_COMPLEX128] = strided_power_kernel_c128)
