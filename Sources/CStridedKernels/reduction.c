// SPDX-License-Identifier: Apache-2.0
// Smallest and largest elements; results start as one of the elements. A NaN wins.
#include "internal.h"

enum { VECTORS = 4 };

#define KERNEL_OF(NAME, T, RUN)                                                                    \
  KERNEL static void NAME##_kernel_##T(SIGNATURE) {                                                \
    const n_t so = s1[0], sa = s1[1], t = sizeof(T);                                               \
    if (n1 <= 0) return;                                                                           \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      T *o = (T *)(p[0] + j * s0[0]);                                                              \
      const T *a = (const T *)(p[1] + j * s0[1]);                                                  \
      if (so == 0) {                                                                               \
        T s = *o;                                                                                  \
        n_t i = 0;                                                                                 \
        if (sa == t) { RUN }                                                                       \
        for (; i < n1; i++) s = NAME##_##T(s, AT(const T, a, i, sa));                              \
        *o = s;                                                                                    \
      } else if (so == t && sa == t) {                                                             \
        ROW o[i] = NAME##_##T(o[i], a[i]);                                                         \
      } else {                                                                                     \
        STEPS AT(T, o, i, so) = NAME##_##T(AT(T, o, i, so), AT(const T, a, i, sa));                \
      }                                                                                            \
    }                                                                                              \
  }

// Whole vectors of a run of integers B.
#define INTEGER_RUN(NAME, T, B, BUILTIN)                                                           \
  enum { LANES = 32 / sizeof(B) };                                                                 \
  typedef B many __attribute__((vector_size(32)));                                                 \
  typedef B few __attribute__((vector_size(32), aligned(1), may_alias));                           \
  if (n1 >= LANES * VECTORS) {                                                                     \
    many best[VECTORS];                                                                            \
    for (int v = 0; v < VECTORS; v++) best[v] = *(const few *)(a + v * LANES);                     \
    for (; i + LANES * VECTORS <= n1; i += LANES * VECTORS) {                                      \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++)                                         \
        best[v] = BUILTIN(best[v], *(const few *)(a + i + v * LANES));                             \
    }                                                                                              \
    for (int v = 1; v < VECTORS; v++) best[0] = BUILTIN(best[0], best[v]);                         \
    for (int k = 0; k < LANES; k++) s = NAME##_##T(s, best[0][k]);                                 \
  }

// Whole vectors of a run of floats B, compared as W with masks I; NaNs are only noted on the way.
#define FLOAT_RUN(NAME, T, B, W, I, OP)                                                            \
  enum { LANES = 32 / sizeof(W) };                                                                 \
  typedef W many __attribute__((vector_size(32)));                                                 \
  typedef I mask __attribute__((vector_size(32)));                                                 \
  typedef B few __attribute__((vector_size(LANES * sizeof(B)), aligned(1), may_alias));            \
  if (n1 >= LANES * VECTORS) {                                                                     \
    many best[VECTORS];                                                                            \
    mask odd[VECTORS] = {0};                                                                       \
    for (int v = 0; v < VECTORS; v++)                                                              \
      best[v] = __builtin_convertvector(*(const few *)(a + v * LANES), many);                      \
    for (; i + LANES * VECTORS <= n1; i += LANES * VECTORS) {                                      \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++) {                                       \
        const many x = __builtin_convertvector(*(const few *)(a + i + v * LANES), many);           \
        const mask m = (mask)(x OP best[v]);                                                       \
        best[v] = (many)(((mask)x & m) | ((mask)best[v] & ~m));                                    \
        odd[v] |= (mask)(x != x);                                                                  \
      }                                                                                            \
    }                                                                                              \
    for (int v = 0; v < VECTORS; v++)                                                              \
      for (int k = 0; k < LANES; k++)                                                              \
        s = NAME##_##T(s, odd[v][k] ? (B)__builtin_nanf("") : (B)best[v][k]);                      \
  }

#define INTEGER(T, B)                                                                              \
  INLINE T smallest_##T(T a, T b) { return a < b ? a : b; }                                        \
  INLINE T largest_##T(T a, T b) { return a > b ? a : b; }                                         \
  KERNEL_OF(smallest, T, INTEGER_RUN(smallest, T, B, __builtin_elementwise_min))                   \
  KERNEL_OF(largest, T, INTEGER_RUN(largest, T, B, __builtin_elementwise_max))
INTEGER(i8, int8_t) INTEGER(i16, int16_t) INTEGER(i32, int32_t) INTEGER(i64, int64_t)
INTEGER(u8, uint8_t) INTEGER(u16, uint16_t) INTEGER(u32, uint32_t) INTEGER(u64, uint64_t)

#define FLOAT(T, B, W, I)                                                                          \
  INLINE T smallest_##T(T a, T b) { return (((W)a <= (W)b) | ((W)a != (W)a)) ? a : b; }            \
  INLINE T largest_##T(T a, T b) { return (((W)a >= (W)b) | ((W)a != (W)a)) ? a : b; }             \
  KERNEL_OF(smallest, T, FLOAT_RUN(smallest, T, B, W, I, <))                                       \
  KERNEL_OF(largest, T, FLOAT_RUN(largest, T, B, W, I, >))
FLOAT(f16, half, float, int32_t) FLOAT(f32, float, float, int32_t)
FLOAT(f64, double, double, int64_t)

#define COMPLEX(T, W)                                                                              \
  INLINE T smallest_##T(T a, T b) { return LEXICOGRAPHIC(a, b, <, <=) || IS_NAN(a) ? a : b; }      \
  INLINE T largest_##T(T a, T b) { return LEXICOGRAPHIC(a, b, >, >=) || IS_NAN(a) ? a : b; }       \
  KERNEL_OF(smallest, T, )                                                                         \
  KERNEL_OF(largest, T, )
COMPLEXES(COMPLEX)

INLINE b8 smallest_b8(b8 a, b8 b) { return (a != 0) & (b != 0); }
INLINE b8 largest_b8(b8 a, b8 b) { return (a | b) != 0; }
// The smallest byte is 0 if any is; the largest isn't 0 if any isn't.
KERNEL_OF(smallest, b8, INTEGER_RUN(smallest, b8, uint8_t, __builtin_elementwise_min))
KERNEL_OF(largest, b8, INTEGER_RUN(largest, b8, uint8_t, __builtin_elementwise_max))

static const strided_kernel table[2][STRIDED_KINDS] = {
  KINDS(smallest_kernel_), KINDS(largest_kernel_)};

strided_kernel strided_reduce_kernel(int operation, int kind) {
  if (kind < 0 || kind >= STRIDED_KINDS) return NULL;
  switch (operation) {
    case STRIDED_SUM: return strided_sums[kind];
    case STRIDED_SMALLEST: return table[0][kind];
    case STRIDED_LARGEST: return table[1][kind];
    default: return NULL;
  }
}
