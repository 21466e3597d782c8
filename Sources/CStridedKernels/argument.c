// SPDX-License-Identifier: Apache-2.0
// Where the smallest or largest element of each run lies, the first of several. A NaN wins, or
// loses against any number; a run without a number then gives -1.
#include "extreme.h"

enum { BLOCK = 2048, COLUMNS = 512 };

// BETTER: whether m comes before the best so far.
#define MORE(M, B) ((M) > (B))
#define LESS(M, B) ((M) < (B))
#define TRUE_MORE(M, B) (((M) != 0) > ((B) != 0))
#define TRUE_LESS(M, B) (((M) != 0) < ((B) != 0))
#define NAN_MORE(M, B) (((M) > (B)) | (((M) != (M)) & ((B) == (B))))
#define NAN_LESS(M, B) (((M) < (B)) | (((M) != (M)) & ((B) == (B))))
#define NUMBER_MORE(M, B) (((M) > (B)) | (((M) == (M)) & ((B) != (B))))
#define NUMBER_LESS(M, B) (((M) < (B)) | (((M) == (M)) & ((B) != (B))))
#define PAIR_MORE(M, B) (LEXICOGRAPHIC(M, B, >, >) || (IS_NAN(M) && !IS_NAN(B)))
#define PAIR_LESS(M, B) (LEXICOGRAPHIC(M, B, <, <) || (IS_NAN(M) && !IS_NAN(B)))
#define PAIR_NUMBER_MORE(M, B) (LEXICOGRAPHIC(M, B, >, >) || (!IS_NAN(M) && IS_NAN(B)))
#define PAIR_NUMBER_LESS(M, B) (LEXICOGRAPHIC(M, B, <, <) || (!IS_NAN(M) && IS_NAN(B)))
#define NEVER(X) 0
#define ODD(X) ((X) != (X))

// I counts the rows of a strip; as wide as T it keeps to the vectors of the elements.
#define ARGUMENT(NAME, T, I, BETTER, NONE, RUN)                                                    \
  INLINE int64_t NAME##_row_##T(const T *a, n_t n, n_t step) {                                     \
    T best = *a;                                                                                   \
    n_t at = 0;                                                                                    \
    if (RUN && step == sizeof(T) && n >= 64) {                                                     \
      for (n_t i = 0; i < n; i += BLOCK) {                                                         \
        const T m = NAME##_run_##T(a + i, n - i < BLOCK ? n - i : BLOCK, step);                    \
        if (i == 0 || BETTER(m, best)) {                                                           \
          best = m;                                                                                \
          at = i;                                                                                  \
        }                                                                                          \
      }                                                                                            \
      /* The first element of the block that nothing in it is better than. */                      \
      const n_t end = n - at < BLOCK ? n : at + BLOCK;                                             \
      for (; at + 16 <= end; at += 16) {                                                           \
        int any = 0;                                                                               \
        LOOP(unroll(full)) for (n_t i = 0; i < 16; i++) any |= !(BETTER(best, a[at + i]));        \
        if (any) break;                                                                            \
      }                                                                                            \
      while (at + 1 < end && BETTER(best, a[at])) at++;                                            \
    } else {                                                                                       \
      for (n_t i = 1; i < n; i++) {                                                                \
        const T x = AT(const T, a, i, step);                                                       \
        if (BETTER(x, best)) best = x, at = i;                                                     \
      }                                                                                            \
    }                                                                                              \
    return NONE(best) ? -1 : at;                                                                   \
  }                                                                                                \
  INLINE void NAME##_columns_##T(char *o, n_t so, const char *a, n_t n0, n_t n1, n_t s0, n_t s1) { \
    T best[COLUMNS];                                                                               \
    I at[COLUMNS];                                                                                 \
    const T *d = (const T *)a;                                                                     \
    for (n_t c = 0; c < n0; c++) best[c] = AT(const T, a, c, s0), at[c] = 0;                       \
    for (n_t k = 1; k < n1; k++) {                                                                 \
      d = &AT(const T, a, k, s1);                                                                  \
      const I row = (I)k;                                                                          \
      if (s0 == sizeof(T)) {                                                                       \
        FAST(c, n0) {                                                                              \
          const T x = d[c], b = best[c];                                                           \
          const I i = at[c];                                                                       \
          best[c] = BETTER(x, b) ? x : b;                                                          \
          at[c] = BETTER(x, b) ? row : i;                                                          \
        }                                                                                          \
      } else {                                                                                     \
        FAST(c, n0) {                                                                              \
          const T x = AT(const T, d, c, s0), b = best[c];                                          \
          const I i = at[c];                                                                       \
          best[c] = BETTER(x, b) ? x : b;                                                          \
          at[c] = BETTER(x, b) ? row : i;                                                          \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
    for (n_t c = 0; c < n0; c++) AT(i64, o, c, so) = NONE(best[c]) ? -1 : (int64_t)at[c];          \
  }                                                                                                \
  KERNEL static void NAME##_argument_##T(SIGNATURE) {                                              \
    const n_t t = sizeof(T);                                                                       \
    if (n0 <= 0 || n1 <= 0) return;                                                                \
    if (n0 >= 8 && n1 < INT32_MAX && (s0[1] == t || n1 < SHORT_ROW) && s1[1] != 0) {               \
      for (n_t j = 0; j < n0; j += COLUMNS)                                                        \
        NAME##_columns_##T(p[0] + j * s0[0], s0[0], p[1] + j * s0[1],                              \
                           n0 - j < COLUMNS ? n0 - j : COLUMNS, n1, s0[1], s1[1]);                 \
    } else {                                                                                       \
      for (n_t j = 0; j < n0; j++)                                                                 \
        AT(i64, p[0], j, s0[0]) = NAME##_row_##T(&AT(const T, p[1], j, s0[1]), n1, s1[1]);         \
    }                                                                                              \
  }

#define INTEGER(T, I)                                                                              \
  ARGUMENT(smallest, T, I, LESS, NEVER, 1) ARGUMENT(largest, T, I, MORE, NEVER, 1)
INTEGER(i8, int32_t) INTEGER(i16, int32_t) INTEGER(i32, int32_t) INTEGER(i64, int64_t)
INTEGER(u8, int32_t) INTEGER(u16, int32_t) INTEGER(u32, int32_t) INTEGER(u64, int64_t)
ARGUMENT(smallest, b8, int32_t, TRUE_LESS, NEVER, 1)
ARGUMENT(largest, b8, int32_t, TRUE_MORE, NEVER, 1)

#define FLOAT(T, I)                                                                                \
  ARGUMENT(smallest, T, I, NAN_LESS, NEVER, 1) ARGUMENT(largest, T, I, NAN_MORE, NEVER, 1)         \
  ARGUMENT(smallest_number, T, I, NUMBER_LESS, ODD, 1)                                             \
  ARGUMENT(largest_number, T, I, NUMBER_MORE, ODD, 1)
FLOAT(f16, int32_t) FLOAT(f32, int32_t) FLOAT(f64, int64_t)

#define COMPLEX(T, W)                                                                              \
  ARGUMENT(smallest, T, int64_t, PAIR_LESS, NEVER, 0)                                              \
  ARGUMENT(largest, T, int64_t, PAIR_MORE, NEVER, 0)                                               \
  ARGUMENT(smallest_number, T, int64_t, PAIR_NUMBER_LESS, IS_NAN, 0)                               \
  ARGUMENT(largest_number, T, int64_t, PAIR_NUMBER_MORE, IS_NAN, 0)
COMPLEXES(COMPLEX)

#define NUMBERS(N)                                                                                 \
  {[STRIDED_FLOAT16] = N##f16, [STRIDED_FLOAT32] = N##f32, [STRIDED_FLOAT64] = N##f64,             \
   [STRIDED_COMPLEX64] = N##c64, [STRIDED_COMPLEX128] = N##c128}

strided_kernel strided_argument_kernel(int operation, int kind) {
  static const strided_kernel table[4][STRIDED_KINDS] = {
    KINDS(smallest_argument_), KINDS(largest_argument_), NUMBERS(smallest_number_argument_),
    NUMBERS(largest_number_argument_)};
  if (kind < 0 || kind >= STRIDED_KINDS) return NULL;
  switch (operation) {
    case STRIDED_SMALLEST: return table[0][kind];
    case STRIDED_LARGEST: return table[1][kind];
    case STRIDED_SMALLEST_NUMBER: return table[2][kind];
    case STRIDED_LARGEST_NUMBER: return table[3][kind];
    default: return NULL;
  }
}
