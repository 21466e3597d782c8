// SPDX-License-Identifier: Apache-2.0
// Leads row functions over strided runs. Rows that lie close go straight through; all others, and
// rows too short to be worth a call, are collected to a block, computed, and put back.
#include "math.h"

enum { SHORT = 64 };

// Element k of n0 rows of n1, and the elements after it, to or from a block.
#define EACH_OF(FIRST, COUNT, DO)                                                                  \
  n_t j = (FIRST) / n1, i = (FIRST) % n1;                                                          \
  for (n_t k = 0; k < (COUNT); j++, i = 0) {                                                       \
    const n_t end = n1 - i < (COUNT)-k ? n1 : i + (COUNT)-k;                                       \
    char *at = p + j * s0 + i * s1;                                                                \
    for (; i < end; i++, k++, at += s1) DO;                                                        \
  }

// T elements in memory, B in the block.
#define BLOCKS(T, B)                                                                               \
  KERNEL static void collect_##T(B *x, char *p, n_t s0, n_t s1, n_t n1, n_t first, n_t count) {    \
    EACH_OF(first, count, x[k] = (B)*(const T *)at)                                                \
  }                                                                                                \
  KERNEL static void put_##T(const B *x, char *p, n_t s0, n_t s1, n_t n1, n_t first, n_t count) {  \
    EACH_OF(first, count, *(T *)at = (T)x[k])                                                      \
  }

#define WALK(T, B)                                                                                 \
  void strided_walk_##T(math_row row, SIGNATURE) {                                                 \
    const n_t t = sizeof(T);                                                                       \
    if (sizeof(T) == sizeof(B) && s1[0] == t && s1[1] == t && (n0 == 1 || n1 >= SHORT)) {          \
      for (n_t j = 0; j < n0; j++)                                                                 \
        for (n_t i = 0; i < n1; i += BLOCK)                                                        \
          row(p[0] + j * s0[0] + i * t, p[1] + j * s0[1] + i * t, n1 - i < BLOCK ? n1 - i : BLOCK);\
      return;                                                                                      \
    }                                                                                              \
    B x[BLOCK];                                                                                    \
    for (n_t first = 0, all = n0 * n1; first < all; first += BLOCK) {                              \
      const n_t n = all - first < BLOCK ? all - first : BLOCK;                                     \
      collect_##T(x, p[1], s0[1], s1[1], n1, first, n);                                            \
      row((char *)x, (const char *)x, n);                                                          \
      put_##T(x, p[0], s0[0], s1[0], n1, first, n);                                                \
    }                                                                                              \
  }                                                                                                \
  void strided_walk2_##T(math_row2 row, SIGNATURE) {                                               \
    const n_t t = sizeof(T);                                                                       \
    if (sizeof(T) == sizeof(B) && s1[0] == t && s1[1] == t && s1[2] == t &&                        \
        (n0 == 1 || n1 >= SHORT)) {                                                                \
      for (n_t j = 0; j < n0; j++)                                                                 \
        for (n_t i = 0; i < n1; i += BLOCK)                                                        \
          row(p[0] + j * s0[0] + i * t, p[1] + j * s0[1] + i * t, p[2] + j * s0[2] + i * t,        \
              n1 - i < BLOCK ? n1 - i : BLOCK);                                                    \
      return;                                                                                      \
    }                                                                                              \
    B x[BLOCK], y[BLOCK];                                                                          \
    for (n_t first = 0, all = n0 * n1; first < all; first += BLOCK) {                              \
      const n_t n = all - first < BLOCK ? all - first : BLOCK;                                     \
      collect_##T(x, p[1], s0[1], s1[1], n1, first, n);                                            \
      collect_##T(y, p[2], s0[2], s1[2], n1, first, n);                                            \
      row((char *)x, (const char *)x, (const char *)y, n);                                         \
      put_##T(x, p[0], s0[0], s1[0], n1, first, n);                                                \
    }                                                                                              \
  }

BLOCKS(f16, float) WALK(f16, float)
BLOCKS(f32, float) WALK(f32, float)
BLOCKS(f64, double) WALK(f64, double)
BLOCKS(c128, c128) WALK(c128, c128)
