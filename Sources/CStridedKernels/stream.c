// SPDX-License-Identifier: Apache-2.0
// Copies of elements by size with stores past the cache.
#include "move.h"

// One contiguous row; what is less than a line at its ends goes through the cache.
INLINE void stream_row(char *d, const char *s, n_t bytes) {
  const n_t past = past_line(d), lead = past == 0 ? 0 : LINE - past;
  n_t i = lead < bytes ? lead : bytes;
  __builtin_memcpy(d, s, (size_t)i);
  for (; i + LINE <= bytes; i += LINE) stream_line(d + i, s + i);
  __builtin_memcpy(d + i, s + i, (size_t)(bytes - i));
}

#define STREAM(T)                                                                                  \
  /* A row whose elements lie sa bytes apart, gathered in lines. */                                \
  INLINE void stream_steps_##T(char *d, const char *s, n_t n, n_t sa) {                            \
    enum { W = LINE / sizeof(T) };                                                                 \
    const n_t t = sizeof(T);                                                                       \
    n_t i = 0;                                                                                     \
    for (; i < n && past_line(d + i * t) != 0; i++) AT(T, d, i, t) = AT(const T, s, i, sa);        \
    for (; i + W <= n; i += W) {                                                                   \
      T line[W];                                                                                   \
      for (int k = 0; k < W; k++) line[k] = AT(const T, s, i + k, sa);                             \
      stream_line(d + i * t, (const char *)line);                                                  \
    }                                                                                              \
    for (; i < n; i++) AT(T, d, i, t) = AT(const T, s, i, sa);                                     \
  }                                                                                                \
  KERNEL static void stream_kernel_##T(SIGNATURE) {                                                \
    const n_t sa = s1[1], t = sizeof(T), bytes = n1 * t;                                           \
    const bool dense = sa == t && s0[0] == bytes && s0[1] == bytes;                                \
    /* Whole lines need no others around them. */                                                  \
    const bool whole = ((past_line(p[0]) | bytes | s0[0]) & (LINE - 1)) == 0;                      \
    if (n0 > 1 && n0 <= CHANNELS && strided_channels_##T(n0, n1, p, s0, s1)) return;               \
    if (s1[0] != t || s0[0] % t != 0 || ((uintptr_t)p[0] & (t - 1)) != 0 ||                        \
        (bytes < LONG_ROW && !dense && !whole)) {                                                  \
      strided_copy_kernel(sizeof(T))(n0, n1, p, s0, s1);                                           \
      return;                                                                                      \
    }                                                                                              \
    if (is_transpose(n0, n1, s0, s1, t)) {                                                         \
      strided_stream_transpose_##T(n0, n1, p[0], s0[0], p[1], sa);                                 \
    } else if (dense) {                                                                            \
      stream_row(p[0], p[1], n0 * bytes);                                                          \
    } else if (sa == t) {                                                                          \
      for (n_t j = 0; j < n0; j++) stream_row(p[0] + j * s0[0], p[1] + j * s0[1], bytes);          \
    } else if (sa == 2 * t) {                                                                      \
      for (n_t j = 0; j < n0; j++) {                                                               \
        stream_steps_##T(p[0] + j * s0[0], p[1] + j * s0[1], n1, 2 * t);                           \
      }                                                                                            \
    } else {                                                                                       \
      for (n_t j = 0; j < n0; j++) {                                                               \
        stream_steps_##T(p[0] + j * s0[0], p[1] + j * s0[1], n1, sa);                              \
      }                                                                                            \
    }                                                                                              \
  }
STREAM(u8) STREAM(u16) STREAM(u32) STREAM(u64) STREAM(w16)

strided_kernel strided_stream_kernel(int size) { RETURN_BY_SIZE(stream_kernel) }

void strided_stream_end(void) { FENCE(); }
