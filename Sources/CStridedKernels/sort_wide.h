// SPDX-License-Identifier: Apache-2.0
// Sorting of signed keys in vectors: networks for few keys, and splits of many, whose lanes a table
// brings in order. For x86-64-v3; `wide()` says whether the processor is one.
#pragma once
#include "internal.h"

#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(STRIDED_ONE_LEVEL)
#define WIDE_LEVEL __attribute__((target("arch=x86-64-v3")))
#define WIDE_INLINE WIDE_LEVEL static inline __attribute__((always_inline))
INLINE bool wide(void) { return __builtin_cpu_supports("x86-64-v3"); }

// For each set of lanes the order in which they stand before the others, a byte a lane.
#define LOW(M, I) (((M) >> (I)) & 1)
#define BEFORE(M, I) __builtin_popcount((M) & ((1u << (I)) - 1))
#define PLACE8(M, I)                                                                               \
  ((uint64_t)(I) << 8 * (LOW(M, I) ? BEFORE(M, I)                                                  \
                                   : __builtin_popcount(M) + (I) - BEFORE(M, I)))
#define ORDER8(M)                                                                                  \
  PLACE8(M, 0) | PLACE8(M, 1) | PLACE8(M, 2) | PLACE8(M, 3) | PLACE8(M, 4) | PLACE8(M, 5) |        \
    PLACE8(M, 6) | PLACE8(M, 7)
#define FOUR(F, M) F(M), F((M) + 1), F((M) + 2), F((M) + 3)
#define SIXTEEN(F, M) FOUR(F, M), FOUR(F, (M) + 4), FOUR(F, (M) + 8), FOUR(F, (M) + 12)
#define SIXTYFOUR(F, M)                                                                            \
  SIXTEEN(F, M), SIXTEEN(F, (M) + 16), SIXTEEN(F, (M) + 32), SIXTEEN(F, (M) + 48)
static const uint64_t order_words[256] = {
  SIXTYFOUR(ORDER8, 0u), SIXTYFOUR(ORDER8, 64u), SIXTYFOUR(ORDER8, 128u), SIXTYFOUR(ORDER8, 192u)};
// Lanes of eight bytes are pairs of lanes of four.
#define PAIRED(M)                                                                                  \
  ((M) & 1 ? 3u : 0u) | ((M) & 2 ? 12u : 0u) | ((M) & 4 ? 48u : 0u) | ((M) & 8 ? 192u : 0u)
#define ORDER4(M) ORDER8((PAIRED(M)))
static const uint64_t order_longs[16] = {SIXTEEN(ORDER4, 0u)};

typedef int32_t wide_words __attribute__((vector_size(32)));
typedef int64_t wide_longs __attribute__((vector_size(32)));
typedef int32_t near_words __attribute__((vector_size(32), aligned(1), may_alias));
typedef int64_t near_longs __attribute__((vector_size(32), aligned(1), may_alias));
typedef uint8_t wide_bytes __attribute__((vector_size(8)));
typedef float wide_f32 __attribute__((vector_size(32)));
typedef double wide_f64 __attribute__((vector_size(32)));

#define LANES_words 8
#define LANES_longs 4
#define SIGNS_words(X) __builtin_ia32_movmskps256((wide_f32)(X))
#define SIGNS_longs(X) __builtin_ia32_movmskpd256((wide_f64)(X))
#define ORDERED(X, ORDER)                                                                          \
  __builtin_ia32_permvarsi256((wide_words)(X),                                                     \
                              __builtin_convertvector((wide_bytes)(ORDER), wide_words))

#define SHUFFLE __builtin_shufflevector
#define EXCHANGE(A, B)                                                                             \
  {                                                                                                \
    const __typeof__(A) low = __builtin_elementwise_min(A, B);                                     \
    B = __builtin_elementwise_max(A, B);                                                           \
    A = low;                                                                                       \
  }
// Sorts each lane of eight vectors.
#define COLUMNS(V)                                                                                 \
  EXCHANGE(V[0], V[2]) EXCHANGE(V[1], V[3]) EXCHANGE(V[4], V[6]) EXCHANGE(V[5], V[7])              \
  EXCHANGE(V[0], V[4]) EXCHANGE(V[1], V[5]) EXCHANGE(V[2], V[6]) EXCHANGE(V[3], V[7])              \
  EXCHANGE(V[0], V[1]) EXCHANGE(V[2], V[3]) EXCHANGE(V[4], V[5]) EXCHANGE(V[6], V[7])              \
  EXCHANGE(V[2], V[4]) EXCHANGE(V[3], V[5]) EXCHANGE(V[1], V[4]) EXCHANGE(V[3], V[6])              \
  EXCHANGE(V[1], V[2]) EXCHANGE(V[3], V[4]) EXCHANGE(V[5], V[6])

// One stage inside a vector: lanes that trade places, and which of the two takes the larger key.
#define STAGE(X, TURNED, ...)                                                                      \
  {                                                                                                \
    const __typeof__(X) turned = TURNED;                                                           \
    const __typeof__(X) low = __builtin_elementwise_min(X, turned);                                \
    const __typeof__(X) high = __builtin_elementwise_max(X, turned);                               \
    X = SHUFFLE(low, high, __VA_ARGS__);                                                           \
  }
#define TURN_words(X) SHUFFLE(X, X, 7, 6, 5, 4, 3, 2, 1, 0)
#define TURN_longs(X) SHUFFLE(X, X, 3, 2, 1, 0)
// Sorts a vector that rises and then falls.
#define FINISH_words(X)                                                                            \
  STAGE(X, SHUFFLE(X, X, 4, 5, 6, 7, 0, 1, 2, 3), 0, 1, 2, 3, 12, 13, 14, 15)                      \
  STAGE(X, SHUFFLE(X, X, 2, 3, 0, 1, 6, 7, 4, 5), 0, 1, 10, 11, 4, 5, 14, 15)                      \
  STAGE(X, SHUFFLE(X, X, 1, 0, 3, 2, 5, 4, 7, 6), 0, 9, 2, 11, 4, 13, 6, 15)
#define FINISH_longs(X)                                                                            \
  STAGE(X, SHUFFLE(X, X, 2, 3, 0, 1), 0, 1, 6, 7)                                                  \
  STAGE(X, SHUFFLE(X, X, 1, 0, 3, 2), 0, 5, 2, 7)

// Turns sorted lanes into sorted rows: eight of one vector, or four of two.
WIDE_INLINE void rows_words(wide_words *v) {
  wide_words a[8], b[8];
  LOOP(unroll(full)) for (int i = 0; i < 4; i++) {
    a[2 * i] = SHUFFLE(v[2 * i], v[2 * i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    a[2 * i + 1] = SHUFFLE(v[2 * i], v[2 * i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  LOOP(unroll(full)) for (int i = 0; i < 8; i += 4) {
    LOOP(unroll(full)) for (int k = 0; k < 2; k++) {
      b[i + k] = SHUFFLE(a[i + k], a[i + k + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      b[i + k + 2] = SHUFFLE(a[i + k], a[i + k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
  LOOP(unroll(full)) for (int i = 0; i < 4; i++) {
    v[i] = SHUFFLE(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    v[i + 4] = SHUFFLE(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}
WIDE_INLINE void rows_longs(wide_longs *v) {
  wide_longs a[8];
  LOOP(unroll(full)) for (int i = 0; i < 8; i += 2) {
    a[i] = SHUFFLE(v[i], v[i + 1], 0, 4, 2, 6);
    a[i + 1] = SHUFFLE(v[i], v[i + 1], 1, 5, 3, 7);
  }
  LOOP(unroll(full)) for (int half = 0; half < 2; half++) {
    LOOP(unroll(full)) for (int i = 0; i < 2; i++) {
      const wide_longs x = a[4 * half + i], y = a[4 * half + i + 2];
      v[2 * i + half] = SHUFFLE(x, y, 0, 1, 4, 5);
      v[2 * i + 4 + half] = SHUFFLE(x, y, 2, 3, 6, 7);
    }
  }
}
enum { ROW_words = 1, ROW_longs = 2 };

// The same for four vectors: rows of one vector each.
#define FOUR_COLUMNS(V)                                                                            \
  EXCHANGE(V[0], V[2]) EXCHANGE(V[1], V[3]) EXCHANGE(V[0], V[1]) EXCHANGE(V[2], V[3])              \
  EXCHANGE(V[1], V[2])
WIDE_INLINE void four_rows_words(wide_words *v) {
  wide_words a[4];
  LOOP(unroll(full)) for (int i = 0; i < 2; i++) {
    a[2 * i] = SHUFFLE(v[2 * i], v[2 * i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    a[2 * i + 1] = SHUFFLE(v[2 * i], v[2 * i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  LOOP(unroll(full)) for (int k = 0; k < 2; k++) {
    v[k] = SHUFFLE(a[k], a[k + 2], 0, 1, 8, 9, 4, 5, 12, 13);
    v[k + 2] = SHUFFLE(a[k], a[k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
  }
  // Each holds two rows of four.
  LOOP(unroll(full)) for (int k = 0; k < 4; k++) {
    v[k] = SHUFFLE(v[k], v[k], 0, 1, 2, 3, 7, 6, 5, 4);
    FINISH_words(v[k])
  }
}
WIDE_INLINE void four_rows_longs(wide_longs *v) {
  wide_longs a[4];
  LOOP(unroll(full)) for (int i = 0; i < 4; i += 2) {
    a[i] = SHUFFLE(v[i], v[i + 1], 0, 4, 2, 6);
    a[i + 1] = SHUFFLE(v[i], v[i + 1], 1, 5, 3, 7);
  }
  LOOP(unroll(full)) for (int i = 0; i < 2; i++) {
    v[i] = SHUFFLE(a[i], a[i + 2], 0, 1, 4, 5);
    v[i + 2] = SHUFFLE(a[i], a[i + 2], 2, 3, 6, 7);
  }
}

#define WIDE_KEYS(N, T)                                                                            \
  /* The keys that one network takes. */                                                           \
  enum { FEW_##N = 8 * LANES_##N };                                                                \
  /* Joins two rising rows of r vectors: with the second one turned they rise and fall, which      \
     falls apart into ever shorter rows that do. */                                                \
  WIDE_INLINE void join_##N(wide_##N *v, const int r) {                                            \
    LOOP(unroll(full)) for (int i = 0; i < r; i++) {                                               \
      wide_##N y = TURN_##N(v[2 * r - 1 - i]);                                                     \
      EXCHANGE(v[i], y)                                                                            \
      v[2 * r - 1 - i] = y;                                                                        \
    }                                                                                              \
    LOOP(unroll(full)) for (int d = r / 2; d > 0; d /= 2)                                          \
      LOOP(unroll(full)) for (int i = 0; i < 2 * r; i++) if (!(i & d)) EXCHANGE(v[i], v[i + d])    \
    LOOP(unroll(full)) for (int i = 0; i < 2 * r; i++) { FINISH_##N(v[i]) }                        \
  }                                                                                                \
  /* Vectors of the keys, and of the largest key after them. */                                     \
  WIDE_INLINE void load_##N(wide_##N *v, const int count, const T *a, n_t n) {                     \
    const T most = (T)(~(u##T)0 >> 1);                                                             \
    T last[LANES_##N];                                                                             \
    const n_t whole = n / LANES_##N * LANES_##N;                                                   \
    LOOP(unroll(full)) for (int k = 0; k < LANES_##N; k++)                                         \
      last[k] = whole + k < n ? a[whole + k] : most;                                               \
    LOOP(unroll(full)) for (int k = 0; k < count; k++) {                                           \
      v[k] = most - (wide_##N){0};                                                                 \
      if (k * LANES_##N < whole) v[k] = *(const near_##N *)(a + k * LANES_##N);                    \
      else if (k * LANES_##N < n) v[k] = *(const near_##N *)last;                                  \
    }                                                                                              \
  }                                                                                                \
  WIDE_INLINE void store_##N(const wide_##N *v, const int count, T *o, n_t n) {                    \
    LOOP(unroll(full)) for (int k = 0; k < count; k++) {                                           \
      const n_t left = n - k * LANES_##N;                                                          \
      if (left >= LANES_##N) *(near_##N *)(o + k * LANES_##N) = v[k];                              \
      else if (left > 0)                                                                           \
        LOOP(unroll(full)) for (int l = 0; l < LANES_##N; l++) if (l < left)                       \
          o[k * LANES_##N + l] = v[k][l];                                                          \
    }                                                                                              \
  }                                                                                                \
  WIDE_LEVEL static void few_##N(const T *a, n_t n, T *o) {                                        \
    wide_##N v[8];                                                                                 \
    if (n <= 4 * LANES_##N) {                                                                      \
      load_##N(v, 4, a, n);                                                                        \
      FOUR_COLUMNS(v)                                                                              \
      four_rows_##N(v);                                                                            \
      join_##N(v, 1);                                                                              \
      join_##N(v + 2, 1);                                                                          \
      join_##N(v, 2);                                                                              \
      return store_##N(v, 4, o, n);                                                                \
    }                                                                                              \
    load_##N(v, 8, a, n);                                                                          \
    COLUMNS(v)                                                                                     \
    rows_##N(v);                                                                                   \
    LOOP(unroll(full)) for (int r = ROW_##N; r < 8; r *= 2)                                        \
      LOOP(unroll(full)) for (int k = 0; k < 8; k += 2 * r) join_##N(v + k, r);                    \
    store_##N(v, 8, o, n);                                                                         \
  }                                                                                                \
  /* Keys below the pivot go to the front of a, others to the end of b; how many are below. */     \
  WIDE_LEVEL static n_t split_wide_##N(T *a, T *b, n_t n, T pivot) {                               \
    const wide_##N p = pivot - (wide_##N){0};                                                      \
    T *low = a, *high = b + n;                                                                     \
    n_t i = 0;                                                                                     \
    for (; i + LANES_##N <= n; i += LANES_##N) {                                                   \
      const wide_##N x = *(const near_##N *)(a + i);                                               \
      const int less = SIGNS_##N(x < p);                                                           \
      const wide_##N y = (wide_##N)ORDERED(x, order_##N[less]);                                    \
      const int count = __builtin_popcount(less);                                                  \
      *(near_##N *)low = y;                                                                        \
      *(near_##N *)(high - LANES_##N) = y;                                                         \
      low += count;                                                                                \
      high -= LANES_##N - count;                                                                   \
    }                                                                                              \
    for (; i < n; i++) {                                                                           \
      const T x = a[i];                                                                            \
      const n_t less = x < pivot;                                                                  \
      *low = x;                                                                                    \
      high[-1] = x;                                                                                \
      low += less;                                                                                 \
      high -= !less;                                                                               \
    }                                                                                              \
    return low - a;                                                                                \
  }
#else
INLINE bool wide(void) { return false; }
#define WIDE_KEYS(N, T)                                                                            \
  enum { FEW_##N = 16 };                                                                           \
  INLINE void few_##N(T *a, n_t n, T *o) {}                                                        \
  INLINE n_t split_wide_##N(T *a, T *b, n_t n, T pivot) { return 0; }
#endif
WIDE_KEYS(words, int32_t)
WIDE_KEYS(longs, int64_t)
