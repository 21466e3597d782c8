// SPDX-License-Identifier: Apache-2.0
// Leads row functions over strided runs. Rows that lie close go straight through, others by way of
// blocks; rows too short to be worth a call are collected to a block, computed, and put back.
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

// The n elements of operand K from number i of row j on, without gaps.
INLINE const char *close_row(n_t t, n_t n, const char *at, n_t step, char *room) {
  if (step == t) return at;
  strided_steps(t, n, room, t, at, step);
  return room;
}
#define CLOSE(K, ROOM) close_row(t, n, p[K] + j * s0[K] + i * s1[K], s1[K], (char *)(ROOM))

#define WALK(T, B)                                                                                 \
  void strided_walk_##T(math_row row, SIGNATURE) {                                                 \
    const n_t t = sizeof(T);                                                                       \
    if (sizeof(T) == sizeof(B) && (n0 == 1 || n1 >= SHORT)) {                                      \
      B x[BLOCK], z[BLOCK];                                                                        \
      for (n_t j = 0; j < n0; j++)                                                                 \
        for (n_t i = 0; i < n1; i += BLOCK) {                                                      \
          const n_t n = n1 - i < BLOCK ? n1 - i : BLOCK;                                           \
          char *to = p[0] + j * s0[0] + i * s1[0];                                                 \
          char *o = s1[0] == t ? to : (char *)z;                                                   \
          row(o, CLOSE(1, x), n);                                                                  \
          if (o != to) strided_steps(t, n, to, s1[0], o, t);                                       \
        }                                                                                          \
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
    if (sizeof(T) == sizeof(B) && (n0 == 1 || n1 >= SHORT)) {                                      \
      B x[BLOCK], y[BLOCK], z[BLOCK];                                                              \
      for (n_t j = 0; j < n0; j++)                                                                 \
        for (n_t i = 0; i < n1; i += BLOCK) {                                                      \
          const n_t n = n1 - i < BLOCK ? n1 - i : BLOCK;                                           \
          char *to = p[0] + j * s0[0] + i * s1[0];                                                 \
          char *o = s1[0] == t ? to : (char *)z;                                                   \
          row(o, CLOSE(1, x), CLOSE(2, y), n);                                                     \
          if (o != to) strided_steps(t, n, to, s1[0], o, t);                                       \
        }                                                                                          \
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
