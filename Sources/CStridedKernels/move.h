// SPDX-License-Identifier: Apache-2.0
// Copies that mind how memory likes to be read and written, shared by the files that make them.
#pragma once
#include "sizes.h"

// Stores past the cache pay where the cache would first read what is then overwritten.
#if defined(__x86_64__)
#define FENCE() __builtin_ia32_sfence()
#else
#define FENCE()
#endif

enum { LINE = 64 };
// From this many bytes on a row is worth a way of its own.
enum { LONG_ROW = 1024 };

typedef uint64_t quarter __attribute__((vector_size(32), aligned(1), may_alias));
typedef uint64_t aligned_quarter __attribute__((vector_size(32), may_alias));

// Writes one cache line at a boundary without reading it into the cache.
INLINE void stream_line(char *d, const char *s) {
  __builtin_nontemporal_store(*(const quarter *)s, (aligned_quarter *)d);
  __builtin_nontemporal_store(*(const quarter *)(s + 32), (aligned_quarter *)(d + 32));
}

INLINE void copy_line(char *d, const char *s) {
  const quarter low = *(const quarter *)s, high = *(const quarter *)(s + 32);
  *(quarter *)d = low;
  *(quarter *)(d + 32) = high;
}

// The bytes by which an address is past a boundary.
INLINE n_t past_line(const char *d) { return (n_t)((uintptr_t)d & (LINE - 1)); }

// d[i][j] = s[j][i]: n0 rows of n1 elements, ds bytes apart, from n1 rows of n0 elements, ss bytes
// apart. The two are disjoint, and so are the rows of the result.
#define TRANSPOSE_ARGUMENTS n_t n0, n_t n1, char *d, n_t ds, const char *s, n_t ss
typedef void (*transpose_function)(TRANSPOSE_ARGUMENTS);
void strided_transpose_u8(TRANSPOSE_ARGUMENTS);
void strided_transpose_u16(TRANSPOSE_ARGUMENTS);
void strided_transpose_u32(TRANSPOSE_ARGUMENTS);
void strided_transpose_u64(TRANSPOSE_ARGUMENTS);
void strided_transpose_w16(TRANSPOSE_ARGUMENTS);
// The same with stores past the cache.
void strided_stream_transpose_u8(TRANSPOSE_ARGUMENTS);
void strided_stream_transpose_u16(TRANSPOSE_ARGUMENTS);
void strided_stream_transpose_u32(TRANSPOSE_ARGUMENTS);
void strided_stream_transpose_u64(TRANSPOSE_ARGUMENTS);
void strided_stream_transpose_w16(TRANSPOSE_ARGUMENTS);

// Whether a run is the transpose of one with contiguous rows, of rows of the result that are apart.
INLINE bool is_transpose(n_t n0, n_t n1, const n_t *s0, const n_t *s1, n_t t) {
  return s1[0] == t && s1[1] != t && s0[1] == t && n0 > 1 && (s0[0] >= n1 * t || s0[0] <= -n1 * t);
}

// The most channels that have a way of their own.
enum { CHANNELS = 4 };
// Copies planes of two to four channels as pixels, or back; false if the run is neither.
bool strided_channels_u8(SIGNATURE);
bool strided_channels_u16(SIGNATURE);
bool strided_channels_u32(SIGNATURE);
bool strided_channels_u64(SIGNATURE);
// Elements of 16 bytes gain nothing from it.
INLINE bool strided_channels_w16(SIGNATURE) { return false; }
