// SPDX-License-Identifier: Apache-2.0
// Copies of elements by size, and with their bytes reversed.
#include "move.h"

// From this many bytes on a row is worth the call of the C library's copy.
enum { CALL_ROW = 128 };

#define COPY(T)                                                                                    \
  KERNEL static void copy_kernel_##T(SIGNATURE) {                                                  \
    const n_t so = s1[0], sa = s1[1], t = sizeof(T);                                               \
    if (n0 > 1 && n0 <= CHANNELS && strided_channels_##T(n0, n1, p, s0, s1)) return;               \
    if (is_transpose(n0, n1, s0, s1, t)) {                                                         \
      strided_transpose_##T(n0, n1, p[0], s0[0], p[1], sa);                                        \
      return;                                                                                      \
    }                                                                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      T *o = (T *)(p[0] + j * s0[0]);                                                              \
      const T *a = (const T *)(p[1] + j * s0[1]);                                                  \
      if (so == t && sa == t && n1 * t >= CALL_ROW) {                                              \
        __builtin_memmove(o, a, (size_t)(n1 * t));                                                 \
      } else if (so == t && sa == t) {                                                             \
        ROW o[i] = a[i];                                                                           \
      } else if (so == t && sa == 0) {                                                             \
        const T x = *a;                                                                            \
        ROW o[i] = x;                                                                              \
      } else if (so == t && sa == 2 * t) {                                                         \
        ROW o[i] = a[2 * i];                                                                       \
      } else if (so == t && sa == -t) {                                                            \
        ROW o[i] = a[-i];                                                                          \
      } else {                                                                                     \
        STEPS AT(T, o, i, so) = AT(const T, a, i, sa);                                             \
      }                                                                                            \
    }                                                                                              \
  }
COPY(u8) COPY(u16) COPY(u32) COPY(u64) COPY(w16)

strided_kernel strided_copy_kernel(int size) { RETURN_BY_SIZE(copy_kernel) }

void strided_steps(n_t size, n_t n, char *to, n_t st, const char *from, n_t sf) {
  char *const p[] = {to, (char *)from};
  const n_t s0[] = {0, 0}, s1[] = {st, sf};
  strided_copy_kernel((int)size)(1, n, p, s0, s1);
}

typedef struct __attribute__((packed, may_alias)) { uint32_t re, im; } pair4;

INLINE u16 swap_2(u16 x) { return __builtin_bswap16(x); }
INLINE u32 swap_4(u32 x) { return __builtin_bswap32(x); }
INLINE u64 swap_8(u64 x) { return __builtin_bswap64(x); }
INLINE pair4 swap_44(pair4 x) {
  return (pair4){__builtin_bswap32(x.re), __builtin_bswap32(x.im)};
}
INLINE w16 swap_88(w16 x) { return (w16){__builtin_bswap64(x.low), __builtin_bswap64(x.high)}; }
CONVERSION(KERNEL, swap_2, u16, u16)
CONVERSION(KERNEL, swap_4, u32, u32)
CONVERSION(KERNEL, swap_8, u64, u64)
CONVERSION(KERNEL, swap_44, pair4, pair4)
CONVERSION(KERNEL, swap_88, w16, w16)

strided_kernel strided_swap_kernel(int kind) {
  switch (kind) {
    case STRIDED_BOOL: case STRIDED_INT8: case STRIDED_UINT8: return copy_kernel_u8;
    case STRIDED_INT16: case STRIDED_UINT16: case STRIDED_FLOAT16: return swap_2_kernel;
    case STRIDED_INT32: case STRIDED_UINT32: case STRIDED_FLOAT32: return swap_4_kernel;
    case STRIDED_INT64: case STRIDED_UINT64: case STRIDED_FLOAT64: return swap_8_kernel;
    case STRIDED_COMPLEX64: return swap_44_kernel;
    case STRIDED_COMPLEX128: return swap_88_kernel;
    default: return NULL;
  }
}
