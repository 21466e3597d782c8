// SPDX-License-Identifier: Apache-2.0
// The loops of a reduction, result = result op a. For elements T and the type W that it computes in
// a family gives NAME_load_T, the value of an element; NAME_join_T, that of two values; and
// NAME_run_T(a, n, step), that of a run of one element at least.
//
// Which values are joined in which order depends on the counts and steps alone, so that results
// are the same bits at every level of the instruction set.
#pragma once
#include "internal.h"

// Rows shorter than SHORT_ROW lie across the vectors, STRIP of them at a time. Rows of results
// are collected in pieces of TILE elements, which stay in the first-level cache; rows that are
// much shorter are joined to tiles.
enum { SHORT_ROW = 16, STRIP = 512, TILE = 1024 };

#define FAST(I, N)                                                                                 \
  LOOP(vectorize(assume_safety) interleave(enable)) for (n_t I = 0; I < (N); I++)

#define REDUCE(NAME, T, W, R)                                                                      \
  INLINE W NAME##_two_##T(T a, T b) { return NAME##_join_##T(NAME##_load_##T(a), NAME##_load_##T(b)); } \
  INLINE void NAME##_across_##T(R *o, const char *a, n_t n0, n_t n1, n_t s0, n_t s1) {             \
    const T *d = (const T *)a;                                                                     \
    const n_t t = sizeof(T);                                                                       \
    if (s1 == t && s0 == n1 * t && n1 == 2) {                                                      \
      FAST(j, n0) o[j] = NAME##_join_##T(o[j], NAME##_two_##T(d[2 * j], d[2 * j + 1]));            \
    } else if (s1 == t && s0 == n1 * t && n1 == 3) {                                               \
      FAST(j, n0) o[j] = NAME##_join_##T(                                                          \
        o[j], NAME##_join_##T(NAME##_two_##T(d[3 * j], d[3 * j + 1]),                              \
                              NAME##_load_##T(d[3 * j + 2])));                                     \
    } else if (s1 == t && s0 == n1 * t && n1 == 4) {                                               \
      FAST(j, n0) o[j] = NAME##_join_##T(                                                          \
        o[j], NAME##_join_##T(NAME##_two_##T(d[4 * j], d[4 * j + 1]),                              \
                              NAME##_two_##T(d[4 * j + 2], d[4 * j + 3])));                        \
    } else {                                                                                       \
      for (n_t k = 0; k < n1; k++) {                                                               \
        const char *b = a + k * s1;                                                                \
        FAST(j, n0) o[j] = NAME##_join_##T(o[j], NAME##_load_##T(AT(const T, b, j, s0)));          \
      }                                                                                            \
    }                                                                                              \
  }                                                                                                \
  INLINE void NAME##_tiles_##T(R *o, const T *a, n_t n0, n_t n1) {                                 \
    W tile[TILE];                                                                                  \
    const n_t rows = TILE / n1, wide = rows * n1;                                                  \
    FAST(i, wide) tile[i] = NAME##_load_##T(a[i]);                                                 \
    n_t left = n0 * n1 - wide;                                                                     \
    const T *b = a + wide;                                                                         \
    for (; left >= 4 * wide; left -= 4 * wide, b += 4 * wide) {                                    \
      const T *c = b + wide, *d = c + wide, *e = d + wide;                                         \
      FAST(i, wide) tile[i] = NAME##_join_##T(                                                     \
        tile[i], NAME##_join_##T(NAME##_two_##T(b[i], c[i]), NAME##_two_##T(d[i], e[i])));         \
    }                                                                                              \
    while (left > 0) {                                                                             \
      const n_t n = left < wide ? left : wide;                                                     \
      FAST(i, n) tile[i] = NAME##_join_##T(tile[i], NAME##_load_##T(b[i]));                        \
      left -= n;                                                                                   \
      b += n;                                                                                      \
    }                                                                                              \
    for (n_t i = 0; i < n1; i++) {                                                                 \
      W s = tile[i];                                                                               \
      for (n_t k = 1; k < rows; k++) s = NAME##_join_##T(s, tile[k * n1 + i]);                     \
      o[i] = NAME##_join_##T(o[i], s);                                                             \
    }                                                                                              \
  }                                                                                                \
  INLINE void NAME##_columns_##T(R *o, const char *a, n_t n0, n_t n1, n_t s0) {                    \
    for (n_t from = 0; from < n1; from += TILE) {                                                  \
      const n_t n = n1 - from < TILE ? n1 - from : TILE;                                           \
      R *q = o + from;                                                                             \
      const T *b = (const T *)a + from;                                                            \
      n_t j = 0;                                                                                   \
      for (; j + 4 <= n0; j += 4) {                                                                \
        const T *c = &AT(const T, b, 1, s0), *d = &AT(const T, b, 2, s0),                          \
                *e = &AT(const T, b, 3, s0);                                                       \
        FAST(i, n) q[i] = NAME##_join_##T(                                                         \
          q[i], NAME##_join_##T(NAME##_two_##T(b[i], c[i]), NAME##_two_##T(d[i], e[i])));          \
        b = &AT(const T, b, 4, s0);                                                                \
      }                                                                                            \
      for (; j < n0; j++, b = &AT(const T, b, 1, s0))                                              \
        FAST(i, n) q[i] = NAME##_join_##T(q[i], NAME##_load_##T(b[i]));                            \
    }                                                                                              \
  }                                                                                                \
  KERNEL static void NAME##_kernel_##T(SIGNATURE) {                                                \
    const n_t so = s1[0], sa = s1[1], t = sizeof(T), r = sizeof(R);                                \
    if (n0 <= 0 || n1 <= 0) return;                                                                \
    if (so == 0 && n1 < SHORT_ROW && n0 >= SHORT_ROW && s0[0] == r) {                              \
      for (n_t j = 0; j < n0; j += STRIP)                                                          \
        NAME##_across_##T((R *)p[0] + j, p[1] + j * s0[1], n0 - j < STRIP ? n0 - j : STRIP, n1,    \
                          s0[1], sa);                                                              \
    } else if (so == 0) {                                                                          \
      for (n_t j = 0; j < n0; j++) {                                                               \
        R *o = &AT(R, p[0], j, s0[0]);                                                             \
        *o = NAME##_join_##T(*o, NAME##_run_##T(&AT(const T, p[1], j, s0[1]), n1, sa));            \
      }                                                                                            \
    } else if (so == r && sa == t && s0[0] == 0) {                                                 \
      if (s0[1] == n1 * t && n1 <= TILE / 8 && n0 >= 4 * TILE / n1)                                \
        NAME##_tiles_##T((R *)p[0], (const T *)p[1], n0, n1);                                      \
      else                                                                                         \
        NAME##_columns_##T((R *)p[0], p[1], n0, n1, s0[1]);                                        \
    } else {                                                                                       \
      for (n_t j = 0; j < n0; j++) {                                                               \
        R *o = &AT(R, p[0], j, s0[0]);                                                             \
        const T *a = &AT(const T, p[1], j, s0[1]);                                                 \
        if (so == r && sa == t) {                                                                  \
          FAST(i, n1) o[i] = NAME##_join_##T(o[i], NAME##_load_##T(a[i]));                         \
        } else {                                                                                   \
          STEPS AT(R, o, i, so) =                                                                  \
            NAME##_join_##T(AT(R, o, i, so), NAME##_load_##T(AT(const T, a, i, sa)));              \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
  }

// A run by FOUR accumulators, for values that have no faster way.
#define STEPPED_RUN(NAME, T, W)                                                                    \
  INLINE W NAME##_stepped_##T(const T *a, n_t n, n_t step) {                                       \
    W s = NAME##_load_##T(*a);                                                                     \
    n_t i = 1;                                                                                     \
    if (n >= 8) {                                                                                  \
      W x = NAME##_load_##T(AT(const T, a, 1, step)), y = NAME##_load_##T(AT(const T, a, 2, step)), \
        z = NAME##_load_##T(AT(const T, a, 3, step));                                              \
      for (i = 4; i + 4 <= n; i += 4) {                                                            \
        s = NAME##_join_##T(s, NAME##_load_##T(AT(const T, a, i, step)));                          \
        x = NAME##_join_##T(x, NAME##_load_##T(AT(const T, a, i + 1, step)));                      \
        y = NAME##_join_##T(y, NAME##_load_##T(AT(const T, a, i + 2, step)));                      \
        z = NAME##_join_##T(z, NAME##_load_##T(AT(const T, a, i + 3, step)));                      \
      }                                                                                            \
      s = NAME##_join_##T(NAME##_join_##T(s, x), NAME##_join_##T(y, z));                           \
    }                                                                                              \
    for (; i < n; i++) s = NAME##_join_##T(s, NAME##_load_##T(AT(const T, a, i, step)));           \
    return s;                                                                                      \
  }

extern const strided_kernel strided_sums[2][STRIDED_KINDS];
extern const strided_kernel strided_products[2][STRIDED_KINDS];
extern const strided_kernel strided_smallest[2][STRIDED_KINDS];
extern const strided_kernel strided_largest[2][STRIDED_KINDS];
extern const strided_kernel strided_truths[2][STRIDED_KINDS];
extern const strided_kernel strided_counts[2][STRIDED_KINDS];
