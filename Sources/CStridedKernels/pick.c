// SPDX-License-Identifier: Apache-2.0
// Elements at listed distances, for elements of any meaning by size.
#include "sizes.h"

#define PICK(T)                                                                                    \
  static void gather_kernel_##T(SIGNATURE) {                                                       \
    const n_t so = s1[0], sd = s1[2];                                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0];                                                                  \
      const char *a = p[1] + j * s0[1];                                                            \
      const distance *d = (const distance *)(p[2] + j * s0[2]);                                    \
      if (so == sizeof(T) && sd == sizeof(distance)) {                                             \
        LOOP(vectorize(disable) unroll_count(8))                                                   \
        for (n_t i = 0; i < n1; i++) ((T *)o)[i] = *(const T *)(a + d[i]);                         \
      } else {                                                                                     \
        STEPS AT(T, o, i, so) = *(const T *)(a + AT(const distance, d, i, sd));                    \
      }                                                                                            \
    }                                                                                              \
  }                                                                                                \
  static void scatter_kernel_##T(SIGNATURE) {                                                      \
    const n_t sa = s1[1], sd = s1[2];                                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0];                                                                  \
      const char *a = p[1] + j * s0[1];                                                            \
      const char *d = p[2] + j * s0[2];                                                            \
      STEPS *(T *)(o + AT(const distance, d, i, sd)) = AT(const T, a, i, sa);                      \
    }                                                                                              \
  }
PICK(u8) PICK(u16) PICK(u32) PICK(u64) PICK(w16)

strided_kernel strided_gather_kernel(int size) { RETURN_BY_SIZE(gather_kernel) }
strided_kernel strided_scatter_kernel(int size) { RETURN_BY_SIZE(scatter_kernel) }

// Blocks are checked as a whole, so that no position has a branch of its own.
KERNEL_WIDE n_t strided_distances(ptrdiff_t *to, const void *positions, n_t n, n_t length,
                                  n_t step) {
  enum { BLOCK = 64 };
  const i64 *from = positions;
  n_t i = 0;
  for (; i + BLOCK <= n; i += BLOCK) {
    uint64_t bad = 0;
    LOOP(vectorize(assume_safety)) for (int k = 0; k < BLOCK; k++) {
      int64_t x = from[i + k];
      x += (x >> 63) & length;
      bad |= (uint64_t)x >= (uint64_t)length;
      to[i + k] = (ptrdiff_t)x * step;
    }
    if (bad) break;
  }
  for (; i < n; i++) {
    int64_t x = from[i];
    x += (x >> 63) & length;
    if ((uint64_t)x >= (uint64_t)length) return i;
    to[i] = (ptrdiff_t)x * step;
  }
  return n;
}

n_t strided_take(int size, char *to, const char *from, const void *positions, n_t n, n_t length,
                 n_t step) {
  enum { BLOCK = 512 };
  ptrdiff_t distances[BLOCK];
  const strided_kernel gather = strided_gather_kernel(size);
  const n_t far[3] = {0, 0, 0}, near[3] = {size, 0, sizeof(distance)};
  for (n_t i = 0; i < n; i += BLOCK) {
    const n_t count = n - i < BLOCK ? n - i : BLOCK;
    const n_t end = strided_distances(distances, (const i64 *)positions + i, count, length, step);
    if (end < count) return i + end;
    char *const p[3] = {to + i * size, (char *)from, (char *)distances};
    gather(1, count, p, far, near);
  }
  return n;
}

// Sums into places, in sequence.
#define ADD(T, SUM)                                                                                \
  static void add_at_kernel_##T(SIGNATURE) {                                                       \
    const n_t sa = s1[1], sd = s1[2];                                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0];                                                                  \
      const char *a = p[1] + j * s0[1];                                                            \
      const char *d = p[2] + j * s0[2];                                                            \
      STEPS {                                                                                      \
        T *const x = (T *)(o + AT(const distance, d, i, sd));                                      \
        const T y = AT(const T, a, i, sa);                                                         \
        *x = SUM;                                                                                  \
      }                                                                                            \
    }                                                                                              \
  }
#define ADD_WORD(T, W) ADD(T, (T)(*x + y))
#define ADD_PARTS(T, W) ADD(T, ((T){x->re + y.re, x->im + y.im}))
ADD(b8, *x || y) WORDS(ADD_WORD) FLOATS(ADD_WORD) COMPLEXES(ADD_PARTS)
static const strided_kernel add_at[STRIDED_KINDS] = {OF_BOOL(add_at) OF_SIZES(add_at) OF_FLOATS(add_at) OF_COMPLEXES(add_at)};

strided_kernel strided_add_at_kernel(int kind) {
  return kind < 0 || kind >= STRIDED_KINDS ? NULL : add_at[kind];
}

void strided_apply_at(strided_kernel kernel, bool exchanged, n_t n, char *places,
                      const ptrdiff_t *distances, char *values, n_t step) {
  static const n_t still[3] = {0, 0, 0};
  for (n_t i = 0; i < n; i++) {
    char *const place = places + distances[i], *const value = values + i * step;
    char *const p[3] = {place, exchanged ? value : place, exchanged ? place : value};
    kernel(1, 1, p, still, still);
  }
}
