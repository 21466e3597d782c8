// SPDX-License-Identifier: Apache-2.0
// Smallest and largest elements; results start as an element, or as what loses against every one.
#include "extreme.h"

#define BOTH(T, U) REDUCE(smallest, T, T, T) REDUCE(largest, T, T, T)
#define NAN_LOSES(T, W) REDUCE(smallest_number, T, T, T) REDUCE(largest_number, T, T, T)
BOTH(b8, ) INTEGERS(BOTH) FLOATS(BOTH) COMPLEXES(BOTH)
FLOATS(NAN_LOSES) COMPLEXES(NAN_LOSES)

#define NUMBERS(N)                                                                                 \
  {[STRIDED_FLOAT16] = N##f16, [STRIDED_FLOAT32] = N##f32, [STRIDED_FLOAT64] = N##f64,             \
   [STRIDED_COMPLEX64] = N##c64, [STRIDED_COMPLEX128] = N##c128}
const strided_kernel strided_smallest[2][STRIDED_KINDS] = {
  KINDS(smallest_kernel_), NUMBERS(smallest_number_kernel_)};
const strided_kernel strided_largest[2][STRIDED_KINDS] = {
  KINDS(largest_kernel_), NUMBERS(largest_number_kernel_)};
