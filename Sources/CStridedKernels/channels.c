// SPDX-License-Identifier: Apache-2.0
// Planes of two to four channels that become pixels, and back.
#include "move.h"

#define WAYS(T, C)                                                                             \
  KERNEL static void join_##T##_##C(n_t n, char *d, const char *s, n_t plane) {                    \
    T *o = (T *)d;                                                                                 \
    LOOP(vectorize(assume_safety) interleave(enable))                                              \
    for (n_t i = 0; i < n; i++) {                                                                  \
      LOOP(unroll(full)) for (int c = 0; c < C; c++) {                                             \
        o[i * C + c] = ((const T *)(s + c * plane))[i];                                            \
      }                                                                                            \
    }                                                                                              \
  }                                                                                                \
  KERNEL static void split_##T##_##C(n_t n, char *d, const char *s, n_t plane) {                   \
    const T *a = (const T *)s;                                                                     \
    LOOP(vectorize(assume_safety) interleave(enable))                                              \
    for (n_t i = 0; i < n; i++) {                                                                  \
      LOOP(unroll(full)) for (int c = 0; c < C; c++) {                                             \
        ((T *)(d + c * plane))[i] = a[i * C + c];                                                  \
      }                                                                                            \
    }                                                                                              \
  }
#define ALL(T)                                                                                     \
  WAYS(T, 2) WAYS(T, 3) WAYS(T, 4)                                                                 \
  bool strided_channels_##T(SIGNATURE) {                                                           \
    const n_t t = sizeof(T);                                                                       \
    if (s0[0] == t && s1[0] == n0 * t && s1[1] == t) {                                             \
      switch (n0) {                                                                                \
        case 2: join_##T##_2(n1, p[0], p[1], s0[1]); return true;                                  \
        case 3: join_##T##_3(n1, p[0], p[1], s0[1]); return true;                                  \
        case 4: join_##T##_4(n1, p[0], p[1], s0[1]); return true;                                  \
      }                                                                                            \
    }                                                                                              \
    const bool apart = s0[0] >= n1 * t || s0[0] <= -n1 * t;                                        \
    if (apart && s0[1] == t && s1[1] == n0 * t && s1[0] == t) {                                    \
      switch (n0) {                                                                                \
        case 2: split_##T##_2(n1, p[0], p[1], s0[0]); return true;                                 \
        case 3: split_##T##_3(n1, p[0], p[1], s0[0]); return true;                                 \
        case 4: split_##T##_4(n1, p[0], p[1], s0[0]); return true;                                 \
      }                                                                                            \
    }                                                                                              \
    return false;                                                                                  \
  }
ALL(u8) ALL(u16) ALL(u32) ALL(u64)
