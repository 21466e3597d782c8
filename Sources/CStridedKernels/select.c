// SPDX-License-Identifier: Apache-2.0
// Choosing by truth values, for elements of any meaning by size.
#include "sizes.h"

// Both values are loaded before one is chosen, so that rows become vectors.
#define SELECT(T)                                                                                  \
  INLINE T select_##T(b8 c, T a, T b) { return c ? a : b; }                                        \
  LOOP_3(KERNEL, select_kernel_##T, select_##T, b8, T, T)                                          \
  KERNEL static void masked_kernel_##T(SIGNATURE) {                                                \
    const n_t so = s1[0], sa = s1[1], sm = s1[2], t = sizeof(T);                                   \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      T *o = (T *)(p[0] + j * s0[0]);                                                              \
      const T *a = (const T *)(p[1] + j * s0[1]);                                                  \
      const b8 *m = (const b8 *)(p[2] + j * s0[2]);                                                \
      if (so == t && sa == t && sm == 1) {                                                         \
        ROW { const T x = a[i], y = o[i]; o[i] = m[i] ? x : y; }                                   \
      } else {                                                                                     \
        STEPS if (AT(const b8, m, i, sm)) AT(T, o, i, so) = AT(const T, a, i, sa);                 \
      }                                                                                            \
    }                                                                                              \
  }
SELECT(u8) SELECT(u16) SELECT(u32) SELECT(u64) SELECT(w16)

strided_kernel strided_select_kernel(int size) { RETURN_BY_SIZE(select_kernel) }
strided_kernel strided_masked_copy_kernel(int size) { RETURN_BY_SIZE(masked_kernel) }
