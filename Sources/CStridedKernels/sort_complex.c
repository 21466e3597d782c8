// SPDX-License-Identifier: Apache-2.0
// Complex numbers are merged by comparing: real parts first, NaNs last in either part.
#include "sort.h"

#define COMPLEX_ROWS(T, W)                                                                         \
  typedef struct { T key; int64_t position; } item_##T;                                            \
  INLINE int before_##T(T a, T b) {                                                                \
    const int x = a.re != a.re, y = b.re != b.re, u = a.im != a.im, v = b.im != b.im;              \
    if (2 * x + u != 2 * y + v) return 2 * x + u < 2 * y + v;                                      \
    if (!x && a.re != b.re) return a.re < b.re;                                                    \
    return !u && a.im < b.im;                                                                      \
  }                                                                                                \
  static const item_##T *sorted_##T(char *room, const char *row, n_t n, n_t step) {                \
    item_##T *a = (item_##T *)room, *b = a + n;                                                    \
    for (n_t i = 0; i < n; i++) a[i] = (item_##T){AT(const T, row, i, step), i};                   \
    for (n_t width = 1; width < n; width *= 2) {                                                   \
      for (n_t from = 0; from < n; from += 2 * width) {                                            \
        const n_t middle = n - from < width ? n : from + width;                                    \
        const n_t end = n - from < 2 * width ? n : from + 2 * width;                               \
        n_t i = from, j = middle, k = from;                                                        \
        while (i < middle && j < end) b[k++] = before_##T(a[j].key, a[i].key) ? a[j++] : a[i++];   \
        while (i < middle) b[k++] = a[i++];                                                        \
        while (j < end) b[k++] = a[j++];                                                           \
      }                                                                                            \
      item_##T *c = a;                                                                             \
      a = b;                                                                                       \
      b = c;                                                                                       \
    }                                                                                              \
    return a;                                                                                      \
  }                                                                                                \
  void strided_sort_##T(SIGNATURE) {                                                               \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      const item_##T *items = sorted_##T(p[2], p[1] + j * s0[1], n1, s1[1]);                       \
      for (n_t i = 0; i < n1; i++) AT(T, p[0] + j * s0[0], i, s1[0]) = items[i].key;               \
    }                                                                                              \
  }                                                                                                \
  void strided_positions_##T(SIGNATURE) {                                                          \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      const item_##T *items = sorted_##T(p[2], p[1] + j * s0[1], n1, s1[1]);                       \
      for (n_t i = 0; i < n1; i++) AT(i64, p[0] + j * s0[0], i, s1[0]) = items[i].position;        \
    }                                                                                              \
  }
COMPLEXES(COMPLEX_ROWS)
