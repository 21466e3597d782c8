// SPDX-License-Identifier: Apache-2.0
// Running results along the inner axis: result[i] = result[i - 1] op a[i]. The input may be the
// result itself. Rows of numbers are added up inside vectors, in the same order at every level.
#include "extreme.h"

#define SCAN(NAME, T, ROW_RUN)                                                                     \
  KERNEL static void NAME##_scan_##T(SIGNATURE) {                                                  \
    const n_t t = sizeof(T), so = s1[0], sa = s1[1];                                               \
    if (n0 <= 0 || n1 <= 0) return;                                                                \
    if (s0[0] == t && s0[1] == t && n0 >= 4 && (so != t || sa != t)) {                             \
      for (n_t from = 0; from < n0; from += TILE) {                                                \
        const n_t n = n0 - from < TILE ? n0 - from : TILE;                                         \
        T *o = (T *)p[0] + from;                                                                   \
        const T *a = (const T *)p[1] + from;                                                       \
        FAST(c, n) o[c] = NAME##_first_##T(a[c]);                                                  \
        for (n_t i = 1; i < n1; i++) {                                                             \
          const T *before = o;                                                                     \
          o = &AT(T, o, 1, so);                                                                    \
          a = &AT(const T, a, 1, sa);                                                              \
          FAST(c, n) o[c] = NAME##_next_##T(before[c], a[c]);                                      \
        }                                                                                          \
      }                                                                                            \
      return;                                                                                      \
    }                                                                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      T *o = &AT(T, p[0], j, s0[0]);                                                               \
      const T *a = &AT(const T, p[1], j, s0[1]);                                                   \
      T s = NAME##_first_##T(*a);                                                                  \
      n_t i = 1;                                                                                   \
      *o = s;                                                                                      \
      if (so == t && sa == t) { ROW_RUN }                                                          \
      for (; i < n1; i++) {                                                                        \
        s = NAME##_next_##T(s, AT(const T, a, i, sa));                                             \
        AT(T, o, i, so) = s;                                                                       \
      }                                                                                            \
    }                                                                                              \
  }

// Prefixes of a vector of 8 or 4 lanes: each shift joins twice as many.
#define RUN_OF_8(B, OP, NEUTRAL, VALUES)                                                           \
  typedef B many __attribute__((vector_size(32)));                                                 \
  typedef B few __attribute__((vector_size(32), aligned(1), may_alias));                           \
  const many z = (many){0} + (B)NEUTRAL;                                                           \
  for (; i + 8 <= n1; i += 8) {                                                                    \
    many x = VALUES(*(const few *)(a + i));                                                        \
    x = x OP __builtin_shufflevector(z, x, 0, 8, 9, 10, 11, 12, 13, 14);                           \
    x = x OP __builtin_shufflevector(z, x, 0, 1, 8, 9, 10, 11, 12, 13);                            \
    x = x OP __builtin_shufflevector(z, x, 0, 1, 2, 3, 8, 9, 10, 11);                              \
    const many r = x OP s;                                                                         \
    *(few *)(o + i) = r;                                                                           \
    s = s OP x[7];                                                                                 \
  }
#define RUN_OF_4(B, OP, NEUTRAL, VALUES)                                                           \
  typedef B many __attribute__((vector_size(32)));                                                 \
  typedef B few __attribute__((vector_size(32), aligned(1), may_alias));                           \
  const many z = (many){0} + (B)NEUTRAL;                                                           \
  for (; i + 8 <= n1; i += 8) {                                                                    \
    many x = VALUES(*(const few *)(a + i)), y = VALUES(*(const few *)(a + i + 4));                 \
    x = x OP __builtin_shufflevector(z, x, 0, 4, 5, 6);                                            \
    y = y OP __builtin_shufflevector(z, y, 0, 4, 5, 6);                                            \
    x = x OP __builtin_shufflevector(z, x, 0, 1, 4, 5);                                            \
    y = y OP __builtin_shufflevector(z, y, 0, 1, 4, 5);                                            \
    y = y OP x[3];                                                                                 \
    const many r = x OP s, q = y OP s;                                                             \
    *(few *)(o + i) = r;                                                                           \
    *(few *)(o + i + 4) = q;                                                                       \
    s = s OP y[3];                                                                                 \
  }

#define NEXT(NAME, T, FIRST, VALUE)                                                                \
  INLINE T NAME##_first_##T(T x) { return FIRST; }                                                 \
  INLINE T NAME##_next_##T(T s, T x) { return VALUE; }
#define AS_IS(X) (X)
typedef int32_t mask32 __attribute__((vector_size(32)));
typedef int64_t mask64 __attribute__((vector_size(32)));
#define ZEROED32(X) ((many)((mask32)(X) & (mask32)((X) == (X))))
#define ZEROED64(X) ((many)((mask64)(X) & (mask64)((X) == (X))))
#define ONED32(X) ((many)(((mask32)(X) & (mask32)((X) == (X))) | ((mask32)z & (mask32)((X) != (X)))))
#define ONED64(X) ((many)(((mask64)(X) & (mask64)((X) == (X))) | ((mask64)z & (mask64)((X) != (X)))))

// The same bits whether integers are signed; only unsigned ones may wrap.
#define SMALL(T)                                                                                   \
  NEXT(sum, T, x, (T)(s + x)) NEXT(product, T, x, (T)(s * (unsigned)x))                            \
  SCAN(sum, T, ) SCAN(product, T, )
SMALL(u8) SMALL(u16)
#define WIDE(T, B, RUN)                                                                            \
  NEXT(sum, T, x, s + x) NEXT(product, T, x, s * x)                                                \
  SCAN(sum, T, RUN(B, +, 0, AS_IS)) SCAN(product, T, RUN(B, *, 1, AS_IS))
WIDE(u32, uint32_t, RUN_OF_8) WIDE(u64, uint64_t, RUN_OF_4)
WIDE(f32, float, RUN_OF_8) WIDE(f64, double, RUN_OF_4)
NEXT(sum, b8, x != 0, (s | x) != 0) NEXT(product, b8, x != 0, (s != 0) & (x != 0))
SCAN(sum, b8, ) SCAN(product, b8, )

// Half precision is rounded at each step, as NumPy does.
NEXT(sum, f16, x, (half)((float)s + (float)x)) NEXT(product, f16, x, (half)((float)s * (float)x))
SCAN(sum, f16, ) SCAN(product, f16, )

#define NUMBER_OR(X, N) ((X) == (X) ? (X) : (N))
#define FLOAT(T, B, RUN, ZEROED, ONED)                                                             \
  NEXT(sum_numbers, T, NUMBER_OR(x, 0), s + NUMBER_OR(x, 0))                                       \
  NEXT(product_numbers, T, NUMBER_OR(x, 1), s * NUMBER_OR(x, 1))                                   \
  SCAN(sum_numbers, T, RUN(B, +, 0, ZEROED)) SCAN(product_numbers, T, RUN(B, *, 1, ONED))
FLOAT(f32, float, RUN_OF_8, ZEROED32, ONED32) FLOAT(f64, double, RUN_OF_4, ZEROED64, ONED64)
NEXT(sum_numbers, f16, NUMBER_OR(x, (half)0), x == x ? (half)((float)s + (float)x) : s)
NEXT(product_numbers, f16, NUMBER_OR(x, (half)1), x == x ? (half)((float)s * (float)x) : s)
SCAN(sum_numbers, f16, ) SCAN(product_numbers, f16, )

#define COMPLEX(T, W)                                                                              \
  INLINE T plus_##T(T a, T b) { return (T){a.re + b.re, a.im + b.im}; }                            \
  INLINE T times_##T(T a, T b) {                                                                   \
    return (T){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};                              \
  }                                                                                                \
  NEXT(sum, T, x, plus_##T(s, x)) NEXT(product, T, x, times_##T(s, x))                             \
  NEXT(sum_numbers, T, (IS_NAN(x) ? (T){0, 0} : x), (IS_NAN(x) ? s : plus_##T(s, x)))              \
  NEXT(product_numbers, T, (IS_NAN(x) ? (T){1, 0} : x), (IS_NAN(x) ? s : times_##T(s, x)))         \
  SCAN(sum, T, ) SCAN(product, T, ) SCAN(sum_numbers, T, ) SCAN(product_numbers, T, )
COMPLEXES(COMPLEX)

#define EXTREME(NAME, T) NEXT(NAME, T, x, NAME##_join_##T(s, x)) SCAN(NAME, T, )
#define BOTH(T, W) EXTREME(smallest, T) EXTREME(largest, T)
BOTH(b8, ) INTEGERS(BOTH) FLOATS(BOTH) COMPLEXES(BOTH)

#define BY_SIZE(N)                                                                                 \
  {N##b8, N##u8, N##u16, N##u32, N##u64, N##u8, N##u16, N##u32, N##u64,                            \
   N##f16, N##f32, N##f64, N##c64, N##c128}
#define NUMBERS(N)                                                                                 \
  {[STRIDED_FLOAT16] = N##f16, [STRIDED_FLOAT32] = N##f32, [STRIDED_FLOAT64] = N##f64,             \
   [STRIDED_COMPLEX64] = N##c64, [STRIDED_COMPLEX128] = N##c128}

strided_kernel strided_scan_kernel(int operation, int kind) {
  static const strided_kernel table[6][STRIDED_KINDS] = {
    BY_SIZE(sum_scan_), BY_SIZE(product_scan_), KINDS(smallest_scan_), KINDS(largest_scan_),
    NUMBERS(sum_numbers_scan_), NUMBERS(product_numbers_scan_)};
  if (kind < 0 || kind >= STRIDED_KINDS) return NULL;
  switch (operation) {
    case STRIDED_SUM: return table[0][kind];
    case STRIDED_PRODUCT: return table[1][kind];
    case STRIDED_SMALLEST: return table[2][kind];
    case STRIDED_LARGEST: return table[3][kind];
    case STRIDED_SUM_NUMBERS: return table[4][kind];
    case STRIDED_PRODUCT_NUMBERS: return table[5][kind];
    default: return NULL;
  }
}
