// SPDX-License-Identifier: Apache-2.0
// Casts from floats and complex numbers; a complex number loses its imaginary part.
#include "cast.h"

#define FROM_FLOAT(F, W)                                                                           \
  CASTS_FROM_REAL(F, W, x)                                                                         \
  CAST(KERNEL, F, b8, x != 0)                                                                      \
  CAST(KERNEL, F, c64, ((c64){(float)x, 0}))                                                       \
  CAST(KERNEL, F, c128, ((c128){(double)x, 0}))
FLOATS(FROM_FLOAT)
BYTES_FROM_REAL(f16, float, x)

// Sixteen numbers become bytes at once: the processor's conversion gives the smallest int32 for
// what is out of range, too, but C does not say so.
typedef uint8_t bytes __attribute__((vector_size(16), aligned(1), may_alias));
#if defined(__SSE2__)
typedef int32_t quads __attribute__((vector_size(16)));
typedef float floats __attribute__((vector_size(16), aligned(1), may_alias));
typedef double doubles __attribute__((vector_size(16), aligned(1), may_alias));
INLINE quads quads_f32(const f32 *a) {
  return (quads)__builtin_ia32_cvttps2dq(*(const floats *)a) & 255;
}
INLINE quads quads_f64(const f64 *a) {
  const quads low = (quads)__builtin_ia32_cvttpd2dq(*(const doubles *)a);
  const quads high = (quads)__builtin_ia32_cvttpd2dq(*(const doubles *)(a + 2));
  return __builtin_shufflevector(low, high, 0, 1, 4, 5) & 255;
}
#define SIXTEEN(F)                                                                                 \
  INLINE bytes sixteen_##F(const F *a) {                                                           \
    return (bytes)__builtin_ia32_packuswb128(                                                      \
      __builtin_ia32_packssdw128(quads_##F(a), quads_##F(a + 4)),                                  \
      __builtin_ia32_packssdw128(quads_##F(a + 8), quads_##F(a + 12)));                            \
  }
#else
#define SIXTEEN(F)                                                                                 \
  INLINE bytes sixteen_##F(const F *a) {                                                           \
    bytes r;                                                                                       \
    for (int k = 0; k < 16; k++) r[k] = byte_##F(a[k]);                                            \
    return r;                                                                                      \
  }
#endif
// The bits of an int8 are those of the uint8.
#define BYTES(F, W)                                                                                \
  INLINE u8 byte_##F(F x) { return (u8)i32_of_##W(x); }                                            \
  SIXTEEN(F)                                                                                       \
  KERNEL static void cast_##F##_u8_kernel(SIGNATURE) {                                             \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      u8 *o = (u8 *)(p[0] + j * s0[0]);                                                            \
      const F *a = (const F *)(p[1] + j * s0[1]);                                                  \
      n_t i = 0;                                                                                   \
      if (s1[0] == 1 && s1[1] == sizeof(F)) {                                                      \
        for (; i + 16 <= n1; i += 16) *(bytes *)(o + i) = sixteen_##F(a + i);                      \
      }                                                                                            \
      for (; i < n1; i++) AT(u8, o, i, s1[0]) = byte_##F(AT(const F, a, i, s1[1]));                \
    }                                                                                              \
  }
BYTES(f32, float) BYTES(f64, double)
#define cast_f32_i8_kernel cast_f32_u8_kernel
#define cast_f64_i8_kernel cast_f64_u8_kernel

#define FROM_COMPLEX(F, W)                                                                         \
  CASTS_FROM_REAL(F, W, x.re)                                                                      \
  CAST(KERNEL, F, b8, (x.re != 0) | (x.im != 0))                                                   \
  CAST(KERNEL, F, c64, ((c64){(float)x.re, (float)x.im}))                                          \
  CAST(KERNEL, F, c128, ((c128){(double)x.re, (double)x.im}))
COMPLEXES(FROM_COMPLEX)
BYTES_FROM_REAL(c64, float, x.re)
BYTES_FROM_REAL(c128, double, x.re)

const strided_kernel strided_cast_floats[3][STRIDED_KINDS] = {
  CASTS_OF(f16), CASTS_OF(f32), CASTS_OF(f64)};
const strided_kernel strided_cast_complexes[2][STRIDED_KINDS] = {CASTS_OF(c64), CASTS_OF(c128)};
