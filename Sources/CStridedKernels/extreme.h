// SPDX-License-Identifier: Apache-2.0
// The smaller and the larger of two elements, and those of a run. A NaN wins, or loses against any
// number.
#pragma once
#include "reduce.h"

enum { VECTORS = 4 };

// Whole vectors of a run of integers B.
#define INTEGER_RUN(NAME, T, B, BUILTIN)                                                           \
  INLINE T NAME##_run_##T(const T *a, n_t n, n_t step) {                                           \
    enum { LANES = 32 / sizeof(B) };                                                               \
    typedef B many __attribute__((vector_size(32)));                                               \
    typedef B few __attribute__((vector_size(32), aligned(1), may_alias));                         \
    if (step != sizeof(T) || n < LANES * VECTORS) return NAME##_stepped_##T(a, n, step);           \
    many best[VECTORS];                                                                            \
    for (int v = 0; v < VECTORS; v++) best[v] = *(const few *)(a + v * LANES);                     \
    n_t i = LANES * VECTORS;                                                                       \
    for (; i + LANES * VECTORS <= n; i += LANES * VECTORS) {                                       \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++)                                         \
        best[v] = BUILTIN(best[v], *(const few *)(a + i + v * LANES));                             \
    }                                                                                              \
    for (int v = 1; v < VECTORS; v++) best[0] = BUILTIN(best[0], best[v]);                         \
    T s = NAME##_load_##T((T)best[0][0]);                                                          \
    for (int k = 1; k < LANES; k++) s = NAME##_join_##T(s, best[0][k]);                            \
    for (; i < n; i++) s = NAME##_join_##T(s, a[i]);                                               \
    return s;                                                                                      \
  }

// Whole vectors of a run of floats B, compared as W with masks I. NaNs are noted on the way where
// they WIN, else replaced by whatever comes.
#define FLOAT_RUN(NAME, T, B, W, I, OP, WIN)                                                       \
  INLINE T NAME##_run_##T(const T *a, n_t n, n_t step) {                                           \
    enum { LANES = 32 / sizeof(W) };                                                               \
    typedef W many __attribute__((vector_size(32)));                                               \
    typedef I mask __attribute__((vector_size(32)));                                               \
    typedef B few __attribute__((vector_size(LANES * sizeof(B)), aligned(1), may_alias));          \
    if (step != sizeof(T) || n < LANES * VECTORS) return NAME##_stepped_##T(a, n, step);           \
    many best[VECTORS];                                                                            \
    mask odd[VECTORS] = {0};                                                                       \
    for (int v = 0; v < VECTORS; v++)                                                              \
      best[v] = __builtin_convertvector(*(const few *)(a + v * LANES), many);                      \
    for (int v = 0; v < VECTORS; v++) odd[v] = (mask)(best[v] != best[v]);                         \
    n_t i = LANES * VECTORS;                                                                       \
    for (; i + LANES * VECTORS <= n; i += LANES * VECTORS) {                                       \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++) {                                       \
        const many x = __builtin_convertvector(*(const few *)(a + i + v * LANES), many);           \
        const mask m = WIN ? (mask)(x OP best[v]) : (mask)(x OP best[v]) | (mask)(best[v] != best[v]); \
        best[v] = (many)(((mask)x & m) | ((mask)best[v] & ~m));                                    \
        if (WIN) odd[v] |= (mask)(x != x);                                                         \
      }                                                                                            \
    }                                                                                              \
    T s = (T)(B)best[0][0];                                                                        \
    for (int v = 0; v < VECTORS; v++)                                                              \
      for (int k = 0; k < LANES; k++)                                                              \
        s = NAME##_join_##T(s, WIN && odd[v][k] ? (B)__builtin_nanf("") : (B)best[v][k]);          \
    for (; i < n; i++) s = NAME##_join_##T(s, a[i]);                                               \
    return s;                                                                                      \
  }

#define FAMILY(NAME, T, CHOICE)                                                                    \
  INLINE T NAME##_load_##T(T a) { return a; }                                                      \
  INLINE T NAME##_join_##T(T a, T b) { return CHOICE ? a : b; }                                    \
  STEPPED_RUN(NAME, T, T)

#define INTEGER(T, B)                                                                              \
  FAMILY(smallest, T, a < b)                                                                       \
  FAMILY(largest, T, a > b)                                                                        \
  INTEGER_RUN(smallest, T, B, __builtin_elementwise_min)                                           \
  INTEGER_RUN(largest, T, B, __builtin_elementwise_max)
INTEGER(i8, int8_t) INTEGER(i16, int16_t) INTEGER(i32, int32_t) INTEGER(i64, int64_t)
INTEGER(u8, uint8_t) INTEGER(u16, uint16_t) INTEGER(u32, uint32_t) INTEGER(u64, uint64_t)

#define FLOAT(T, B, W, I)                                                                          \
  FAMILY(smallest, T, (((W)a <= (W)b) | ((W)a != (W)a)))                                           \
  FAMILY(largest, T, (((W)a >= (W)b) | ((W)a != (W)a)))                                            \
  FAMILY(smallest_number, T, (((W)a <= (W)b) | ((W)b != (W)b)))                                    \
  FAMILY(largest_number, T, (((W)a >= (W)b) | ((W)b != (W)b)))                                     \
  FLOAT_RUN(smallest, T, B, W, I, <, 1)                                                            \
  FLOAT_RUN(largest, T, B, W, I, >, 1)                                                             \
  FLOAT_RUN(smallest_number, T, B, W, I, <, 0)                                                     \
  FLOAT_RUN(largest_number, T, B, W, I, >, 0)
FLOAT(f16, half, float, int32_t) FLOAT(f32, float, float, int32_t)
FLOAT(f64, double, double, int64_t)

#define SLOW_RUN(NAME, T)                                                                          \
  INLINE T NAME##_run_##T(const T *a, n_t n, n_t s) { return NAME##_stepped_##T(a, n, s); }
#define COMPLEX(T, W)                                                                              \
  FAMILY(smallest, T, LEXICOGRAPHIC(a, b, <, <=) || IS_NAN(a))                                     \
  FAMILY(largest, T, LEXICOGRAPHIC(a, b, >, >=) || IS_NAN(a))                                      \
  FAMILY(smallest_number, T, LEXICOGRAPHIC(a, b, <, <=) || IS_NAN(b))                              \
  FAMILY(largest_number, T, LEXICOGRAPHIC(a, b, >, >=) || IS_NAN(b))                               \
  SLOW_RUN(smallest, T) SLOW_RUN(largest, T)                                                       \
  SLOW_RUN(smallest_number, T) SLOW_RUN(largest_number, T)
COMPLEXES(COMPLEX)

// The smallest byte is 0 if any is; the largest isn't 0 if any isn't.
INLINE b8 smallest_load_b8(b8 a) { return a != 0; }
INLINE b8 largest_load_b8(b8 a) { return a != 0; }
INLINE b8 smallest_join_b8(b8 a, b8 b) { return (a != 0) & (b != 0); }
INLINE b8 largest_join_b8(b8 a, b8 b) { return (a | b) != 0; }
STEPPED_RUN(smallest, b8, b8)
STEPPED_RUN(largest, b8, b8)
INTEGER_RUN(smallest, b8, uint8_t, __builtin_elementwise_min)
INTEGER_RUN(largest, b8, uint8_t, __builtin_elementwise_max)
#undef INTEGER
#undef FLOAT
#undef COMPLEX
