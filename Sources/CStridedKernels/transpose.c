// SPDX-License-Identifier: Apache-2.0
// Transposed copies of elements by size.
#include "move.h"

// Elements are moved in tiles: 16 bytes (E elements) of 4E rows of the source become 64 bytes of E
// rows of the result. Half a tile is loaded as pairs of 16-byte pieces, one a lane of a vector, and
// turned inside the lanes by log2 E rounds of the perfect shuffle.
#define ZIP2(A, B) {SHUFFLE(A, B, 0, 4, 2, 6), SHUFFLE(A, B, 1, 5, 3, 7)}
#define ZIP4(A, B)                                                                                 \
  {SHUFFLE(A, B, 0, 8, 1, 9, 4, 12, 5, 13), SHUFFLE(A, B, 2, 10, 3, 11, 6, 14, 7, 15)}
#define ZIP8(A, B)                                                                                 \
  {SHUFFLE(A, B, 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27),                        \
   SHUFFLE(A, B, 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31)}
#define ZIP16(A, B)                                                                                \
  {SHUFFLE(A, B, 0, 32, 1, 33, 2, 34, 3, 35, 4, 36, 5, 37, 6, 38, 7, 39, 16, 48, 17, 49, 18, 50,   \
           19, 51, 20, 52, 21, 53, 22, 54, 23, 55),                                                \
   SHUFFLE(A, B, 8, 40, 9, 41, 10, 42, 11, 43, 12, 44, 13, 45, 14, 46, 15, 47, 24, 56, 25, 57, 26, \
           58, 27, 59, 28, 60, 29, 61, 30, 62, 31, 63)}
#define SHUFFLE __builtin_shufflevector
#define JOIN2 0, 1, 2, 3
#define JOIN4 JOIN2, 4, 5, 6, 7
#define JOIN8 JOIN4, 8, 9, 10, 11, 12, 13, 14, 15
#define JOIN16 JOIN8, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
#define UNROLL LOOP(unroll(full))

#define TURN(T, B, E, ROUNDS)                                                                      \
  typedef B T##_half __attribute__((vector_size(16), aligned(1), may_alias));                      \
  typedef B T##_full __attribute__((vector_size(32)));                                             \
  INLINE void T##_turn(T##_full *r, const char *s, n_t ss) {                                       \
    UNROLL for (int k = 0; k < E; k++) {                                                           \
      r[k] = SHUFFLE(*(const T##_half *)(s + k * ss), *(const T##_half *)(s + (k + E) * ss),       \
                     JOIN##E);                                                                     \
    }                                                                                              \
    UNROLL for (int g = 0; g < ROUNDS; g++) {                                                      \
      T##_full q[E];                                                                               \
      UNROLL for (int k = 0; k < E / 2; k++) {                                                     \
        const T##_full z[2] = ZIP##E(r[k], r[k + E / 2]);                                          \
        q[2 * k] = z[0];                                                                           \
        q[2 * k + 1] = z[1];                                                                       \
      }                                                                                            \
      UNROLL for (int k = 0; k < E; k++) r[k] = q[k];                                              \
    }                                                                                              \
  }                                                                                                \
  INLINE void T##_tile(char *d, n_t ds, const char *s, n_t ss, bool stream) {                      \
    T##_full x[E], y[E];                                                                           \
    T##_turn(x, s, ss);                                                                            \
    T##_turn(y, s + 2 * E * ss, ss);                                                               \
    UNROLL for (int k = 0; k < E; k++) {                                                           \
      char *o = d + k * ds;                                                                        \
      if (stream) {                                                                                \
        __builtin_nontemporal_store((aligned_quarter)x[k], (aligned_quarter *)o);                  \
        __builtin_nontemporal_store((aligned_quarter)y[k], (aligned_quarter *)(o + 32));           \
      } else {                                                                                     \
        *(quarter *)o = (quarter)x[k];                                                             \
        *(quarter *)(o + 32) = (quarter)y[k];                                                      \
      }                                                                                            \
    }                                                                                              \
  }
TURN(u64, uint64_t, 2, 1)
TURN(u32, uint32_t, 4, 2)
TURN(u16, uint16_t, 8, 3)
TURN(u8, uint8_t, 16, 4)

// Elements of 16 bytes: a tile is one of them from each of four rows.
INLINE void w16_tile(char *d, n_t ds, const char *s, n_t ss, bool stream) {
  w16 line[4];
  UNROLL for (int k = 0; k < 4; k++) line[k] = *(const w16 *)(s + k * ss);
  if (stream) {
    stream_line(d, (const char *)line);
  } else {
    copy_line(d, (const char *)line);
  }
}

// The rows of the result that one sweep over the source fills: a line of each stays in the cache.
enum { SWEEP = 256 };
// The rows whose lines are put together in a buffer.
enum { STRIP = 128 };

#define TRANSPOSE(T, E)                                                                            \
  /* 4E rows of the source as 64 bytes of n0 rows of the result; the last tile may overlap. */     \
  INLINE void T##_strip(n_t n0, char *d, n_t ds, const char *s, n_t ss, bool ahead, bool stream) { \
    const n_t t = sizeof(T);                                                                       \
    for (n_t i = 0; i < n0; i += E) {                                                              \
      /* The same columns of the next rows, once a cache line. */                                  \
      if (ahead && (i / E & 3) == 0) {                                                             \
        UNROLL for (int k = 0; k < 4 * E; k++) __builtin_prefetch(s + (4 * E + k) * ss + i * t);   \
      }                                                                                            \
      if (i > n0 - E) i = n0 - E;                                                                  \
      T##_tile(d + i * ds, ds, s + i * t, ss, stream);                                             \
    }                                                                                              \
  }                                                                                                \
  KERNEL void strided_transpose_##T(TRANSPOSE_ARGUMENTS) {                                         \
    enum { W = 4 * E };                                                                            \
    const n_t t = sizeof(T);                                                                       \
    if (n0 < E || n1 < W) {                                                                        \
      for (n_t i = 0; i < n0; i++) {                                                               \
        for (n_t j = 0; j < n1; j++) AT(T, d + i * ds, j, t) = AT(const T, s + i * t, j, ss);      \
      }                                                                                            \
      return;                                                                                      \
    }                                                                                              \
    for (n_t i = 0; i < n0; i += SWEEP) {                                                          \
      if (i > n0 - E) i = n0 - E;                                                                  \
      const n_t rows = n0 - i < SWEEP ? n0 - i : SWEEP;                                            \
      for (n_t j = 0; j < n1; j += W) {                                                            \
        if (j > n1 - W) j = n1 - W;                                                                \
        T##_strip(rows, d + i * ds + j * t, ds, s + j * ss + i * t, ss, j + 2 * W <= n1, false);   \
      }                                                                                            \
    }                                                                                              \
  }                                                                                                \
  KERNEL void strided_stream_transpose_##T(TRANSPOSE_ARGUMENTS) {                                  \
    enum { W = 4 * E };                                                                            \
    const n_t t = sizeof(T), whole = n1 / W * W;                                                   \
    const bool aligned = past_line(d) == 0 && ds % LINE == 0;                                      \
    /* Lines that must be put together pay only in long rows, of few elements each. */             \
    if (n0 < E || n1 < 2 * W || (!aligned && (t < 4 || n1 * t < LONG_ROW))) {                      \
      strided_transpose_##T(n0, n1, d, ds, s, ss);                                                 \
      return;                                                                                      \
    }                                                                                              \
    if (aligned) {                                                                                 \
      for (n_t j = 0; j < whole; j += W) {                                                         \
        T##_strip(n0, d + j * t, ds, s + j * ss, ss, false, true);                                 \
      }                                                                                            \
    } else {                                                                                       \
      /* Left in each pair of lines what the last round brought, right what this one does. */      \
      char lines[STRIP][2 * LINE] __attribute__((aligned(64)));                                    \
      for (n_t i0 = 0; i0 < n0; i0 += STRIP) {                                                     \
        if (i0 > n0 - E) i0 = n0 - E;                                                              \
        const n_t rows = n0 - i0 < STRIP ? n0 - i0 : STRIP;                                        \
        for (n_t j = 0; j < whole; j += W) {                                                       \
          T##_strip(rows, lines[0] + LINE, 2 * LINE, s + j * ss + i0 * t, ss, j + 2 * W <= n1,     \
                    false);                                                                        \
          for (n_t i = 0; i < rows; i++) {                                                         \
            char *o = d + (i0 + i) * ds + j * t, *line = lines[i] + LINE;                          \
            const n_t past = past_line(o);                                                         \
            if (j > 0 || past == 0) {                                                              \
              stream_line(o - past, line - past);                                                  \
            } else {                                                                               \
              copy_line(o, line);                                                                  \
            }                                                                                      \
            copy_line(line - LINE, line);                                                          \
          }                                                                                        \
        }                                                                                          \
        for (n_t i = 0; i < rows; i++) copy_line(d + (i0 + i) * ds + (whole - W) * t, lines[i]);   \
      }                                                                                            \
    }                                                                                              \
    /* The last columns, some of them again. */                                                    \
    if (whole < n1) {                                                                              \
      T##_strip(n0, d + (n1 - W) * t, ds, s + (n1 - W) * ss, ss, false, false);                    \
    }                                                                                              \
  }
TRANSPOSE(u8, 16)
TRANSPOSE(u16, 8)
TRANSPOSE(u32, 4)
TRANSPOSE(u64, 2)
TRANSPOSE(w16, 1)
