// SPDX-License-Identifier: Apache-2.0
// Sorts and partitions rows of integer keys. SORTER(N, T, …): n keys of a, with room for n at b.
#pragma once
#include "sort_wide.h"

enum { RUN = 16, MERGED = 256, DIGITS = 256, LONG_ROW = 2048 };

// Stable, for few keys and for long rows of keys with few digits.
#define SORTER(N, T, U, SIGN)                                                                      \
  static void insert_##N(T *a, n_t n) {                                                            \
    for (n_t i = 1; i < n; i++) {                                                                  \
      const T x = a[i];                                                                            \
      n_t j = i;                                                                                   \
      for (; j > 0 && x < a[j - 1]; j--) a[j] = a[j - 1];                                          \
      a[j] = x;                                                                                    \
    }                                                                                              \
  }                                                                                                \
  static T *merged_##N(T *a, T *b, n_t n) {                                                        \
    for (n_t i = 0; i < n; i += RUN) insert_##N(a + i, n - i < RUN ? n - i : RUN);                 \
    for (n_t width = RUN; width < n; width *= 2) {                                                 \
      for (n_t from = 0; from < n; from += 2 * width) {                                            \
        const n_t middle = n - from < width ? n : from + width;                                    \
        const n_t end = n - from < 2 * width ? n : from + 2 * width;                               \
        n_t i = from, j = middle, k = from;                                                        \
        while (i < middle && j < end) {                                                            \
          const T x = a[i], y = a[j];                                                              \
          const n_t second = y < x;                                                                \
          b[k++] = second ? y : x;                                                                 \
          j += second;                                                                             \
          i += !second;                                                                            \
        }                                                                                          \
        while (i < middle) b[k++] = a[i++];                                                        \
        while (j < end) b[k++] = a[j++];                                                           \
      }                                                                                            \
      T *c = a;                                                                                    \
      a = b;                                                                                       \
      b = c;                                                                                       \
    }                                                                                              \
    return a;                                                                                      \
  }                                                                                                \
  /* The lowest bits are left out: they ascend already. */                                         \
  static T *by_digits_##N(T *a, T *b, n_t n, const int lowest) {                                   \
    if (n < MERGED) return merged_##N(a, b, n);                                                    \
    const int digits = (int)sizeof(T) - lowest / 8;                                                \
    n_t counts[sizeof(T)][DIGITS] = {{0}};                                                         \
    for (n_t i = 0; i < n; i++) {                                                                  \
      U key = (U)(a[i] ^ SIGN) >> lowest;                                                          \
      for (int d = 0; d < digits; d++, key >>= 8 * (sizeof(T) > 1)) counts[d][key & 255]++;        \
    }                                                                                              \
    for (int d = 0; d < digits; d++) {                                                             \
      n_t *place = counts[d];                                                                      \
      /* A digit that all share moves nothing. */                                                  \
      const int shift = lowest + 8 * d;                                                            \
      if (place[((U)(a[0] ^ SIGN) >> shift) & 255] == n) continue;                                 \
      n_t sum = 0;                                                                                 \
      for (int k = 0; k < DIGITS; k++) {                                                           \
        const n_t count = place[k];                                                                \
        place[k] = sum;                                                                            \
        sum += count;                                                                              \
      }                                                                                            \
      for (n_t i = 0; i < n; i++) b[place[((U)(a[i] ^ SIGN) >> shift) & 255]++] = a[i];            \
      T *c = a;                                                                                    \
      a = b;                                                                                       \
      b = c;                                                                                       \
    }                                                                                              \
    return a;                                                                                      \
  }

// Splits until few keys are left. FEW: the most that `few` sorts; it is `insert` where no vectors
// help. `o` is a or b: where the sorted keys go.
#define SPLITTER(N, T, MOST, WIDE)                                                                 \
  INLINE void leaf_##N(T *a, n_t n, T *o) {                                                        \
    if (WIDE && wide() && n > 4) return few_##N(a, n, o);                                          \
    insert_##N(a, n);                                                                              \
    if (a != o) __builtin_memcpy(o, a, n * sizeof(T));                                             \
  }                                                                                                \
  INLINE n_t leaf_length_##N(void) { return WIDE && wide() ? FEW_##N : RUN; }                      \
  static n_t split_##N(T *a, T *b, n_t n, T pivot) {                                               \
    if (WIDE && wide()) return split_wide_##N(a, b, n, pivot);                                     \
    T *low = a, *high = b + n;                                                                     \
    for (n_t i = 0; i < n; i++) {                                                                  \
      const T x = a[i];                                                                            \
      const n_t less = x < pivot;                                                                  \
      *low = x;                                                                                    \
      high[-1] = x;                                                                                \
      low += less;                                                                                 \
      high -= !less;                                                                               \
    }                                                                                              \
    return low - a;                                                                                \
  }                                                                                                \
  INLINE T median_##N(T a, T b, T c) {                                                             \
    const T low = a < b ? a : b, high = a < b ? b : a;                                             \
    return c < low ? low : c < high ? c : high;                                                    \
  }                                                                                                \
  INLINE T ninth_##N(const T *a, n_t step) {                                                       \
    return median_##N(median_##N(a[0], a[step], a[2 * step]),                                      \
                      median_##N(a[3 * step], a[4 * step], a[5 * step]),                           \
                      median_##N(a[6 * step], a[7 * step], a[8 * step]));                          \
  }                                                                                                \
  /* Near the middle: a median of medians of nine or, of many keys, of 81. */                      \
  static T pivot_##N(const T *a, n_t n) {                                                          \
    if (n < LONG_ROW) return ninth_##N(a + n / 18, n / 9);                                         \
    const n_t step = n / 81;                                                                       \
    T nine[9];                                                                                     \
    for (int i = 0; i < 9; i++) nine[i] = ninth_##N(a + step / 2 + i * step, 9 * step);            \
    return ninth_##N(nine, 1);                                                                     \
  }                                                                                                \
  __attribute__((unused)) static void quick_##N(T *a, T *b, n_t n, T *o, int depth) { \
    const n_t leaf = leaf_length_##N();                                                            \
    while (n > leaf) {                                                                             \
      if (depth-- == 0) {                                                                          \
        const T *sorted = by_digits_##N(a, b, n, 0);                                               \
        if (sorted != o) __builtin_memcpy(o, sorted, n * sizeof(T));                               \
        return;                                                                                    \
      }                                                                                            \
      const T pivot = pivot_##N(a, n);                                                             \
      n_t less = split_##N(a, b, n, pivot);                                                        \
      if (less > 0) {                                                                              \
        quick_##N(a, b, less, o, depth);                                                           \
      } else {                                                                                     \
        /* The smallest keys, all equal; the others come back to a. */                             \
        less = pivot < MOST ? split_##N(b, a, n, (T)(pivot + 1)) : n;                              \
        for (n_t i = 0; i < less; i++) o[i] = pivot;                                               \
        a += less, b += less, o += less, n -= less;                                                \
        continue;                                                                                  \
      }                                                                                            \
      T *rest = b + less;                                                                          \
      b = a + less;                                                                                \
      a = rest;                                                                                    \
      o += less;                                                                                   \
      n -= less;                                                                                   \
    }                                                                                              \
    leaf_##N(a, n, o);                                                                             \
  }                                                                                                \
  /* Brings the keys at `count` ascending places where a sort would, smaller ones before them.     \
     Places are counted from `from` before a. */                                                   \
  static void select_##N(T *a, T *b, n_t n, const n_t *places, n_t count, n_t from, int depth) {   \
    const n_t leaf = leaf_length_##N();                                                            \
    while (count > 0 && n > leaf) {                                                                \
      if (depth-- == 0) {                                                                          \
        const T *sorted = by_digits_##N(a, b, n, 0);                                               \
        if (sorted != a) __builtin_memcpy(a, sorted, n * sizeof(T));                               \
        return;                                                                                    \
      }                                                                                            \
      const T pivot = pivot_##N(a, n);                                                             \
      n_t less = split_##N(a, b, n, pivot), done = 0;                                              \
      if (less == 0) {                                                                             \
        if (pivot == MOST) less = n;                                                               \
        else less = split_##N(b, a, n, (T)(pivot + 1));                                            \
        for (n_t i = 0; i < less; i++) a[i] = pivot;                                               \
        while (done < count && places[done] < from + less) done++;                                 \
      } else {                                                                                     \
        __builtin_memcpy(a + less, b + less, (n - less) * sizeof(T));                              \
        while (done < count && places[done] < from + less) done++;                                 \
        select_##N(a, b, less, places, done, from, depth);                                         \
      }                                                                                            \
      places += done, count -= done;                                                               \
      a += less, b += less, from += less, n -= less;                                               \
    }                                                                                              \
    if (count > 0) leaf_##N(a, n, a);                                                              \
  }                                                                                                \
  /* Twice as many splits as halves need. */                                                       \
  INLINE int depth_##N(n_t n) { return 2 * (64 - __builtin_clzll((unsigned long long)n | 1)); }

SORTER(bytes, int8_t, uint8_t, INT8_MIN)
SORTER(shorts, int16_t, uint16_t, INT16_MIN)
SORTER(words, int32_t, uint32_t, INT32_MIN)
SORTER(longs, int64_t, uint64_t, INT64_MIN)
#define few_bytes(A, N, O)
#define few_shorts(A, N, O)
#define split_wide_bytes(A, B, N, P) 0
#define split_wide_shorts(A, B, N, P) 0
enum { FEW_bytes = RUN, FEW_shorts = RUN };
SPLITTER(bytes, int8_t, INT8_MAX, 0)
SPLITTER(shorts, int16_t, INT16_MAX, 0)
SPLITTER(words, int32_t, INT32_MAX, 1)
SPLITTER(longs, int64_t, INT64_MAX, 1)

// Sorts; gives a or b, whichever holds the result.
#define sorted_bytes by_digits_bytes
#define sorted_shorts by_digits_shorts
#define SORTED(N, T)                                                                               \
  static T *sorted_##N(T *a, T *b, n_t n, const int lowest) {                                      \
    if (!wide()) return by_digits_##N(a, b, n, lowest);                                            \
    quick_##N(a, b, n, a, depth_##N(n));                                                           \
    return a;                                                                                      \
  }
SORTED(words, int32_t)
SORTED(longs, int64_t)
