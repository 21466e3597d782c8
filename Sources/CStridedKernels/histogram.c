// SPDX-License-Identifier: Apache-2.0
// Between which edges values lie, and sums of what lies at positions.
#include "internal.h"

// result: between which of the s0[2] ascending edges at p[2] each value of p[1] lies, the last of
// which belongs to the place before it; -1 outside and for NaN. p[3] is one double: the places a
// unit, which leads to the neighbourhood, or 0 where they are not of one width.
#define BINS(T, W)                                                                                 \
  KERNEL_NARROW static void bins_##T(SIGNATURE) {                                                  \
    const T *edges = (const T *)p[2];                                                              \
    const n_t last = s0[2] - 2;                                                                    \
    const double scale = *(const double *)p[3];                                                    \
    const T first = edges[0], end = edges[last + 1];                                               \
    for (n_t i = 0; i < n1; i++) {                                                                 \
      const T x = AT(const T, p[1], i, s1[1]);                                                     \
      n_t at = -1;                                                                                 \
      if (x >= first && x <= end) {                                                                \
        at = 0;                                                                                    \
        if (scale > 0) {                                                                           \
          const double guess = ((double)x - (double)first) * scale;                                \
          at = guess < (double)last ? (n_t)guess : last;                                           \
          while (at > 0 && x < edges[at]) at--;                                                    \
          while (at < last && x >= edges[at + 1]) at++;                                            \
        } else {                                                                                   \
          for (n_t n = last + 1; n > 1;) {                                                         \
            const n_t half = n / 2, after = x >= edges[at + half];                                 \
            at += after ? half : 0;                                                                \
            n -= half;                                                                             \
          }                                                                                        \
        }                                                                                          \
      }                                                                                            \
      AT(i64, p[0], i, s1[0]) = at;                                                                \
    }                                                                                              \
  }
INTEGERS(BINS) FLOATS(BINS)

strided_kernel strided_bins_kernel(int kind) {
  static const strided_kernel table[STRIDED_KINDS] = {
    NULL, bins_i8, bins_i16, bins_i32, bins_i64, bins_u8, bins_u16, bins_u32, bins_u64, bins_f16,
    bins_f32, bins_f64};
  return kind < 0 || kind >= STRIDED_KINDS ? NULL : table[kind];
}

// result[a[i]] += b[i], or 1; negative positions are left out.
static void counts(SIGNATURE) {
  int64_t *sums = (int64_t *)p[0];
  for (n_t i = 0; i < n1; i++) {
    const int64_t at = AT(const i64, p[1], i, s1[1]);
    if (at >= 0) sums[at]++;
  }
}
static void weights(SIGNATURE) {
  double *sums = (double *)p[0];
  for (n_t i = 0; i < n1; i++) {
    const int64_t at = AT(const i64, p[1], i, s1[1]);
    if (at >= 0) sums[at] += AT(const f64, p[2], i, s1[2]);
  }
}
static void complex_weights(SIGNATURE) {
  c128 *sums = (c128 *)p[0];
  for (n_t i = 0; i < n1; i++) {
    const int64_t at = AT(const i64, p[1], i, s1[1]);
    if (at < 0) continue;
    const c128 weight = AT(const c128, p[2], i, s1[2]);
    sums[at].re += weight.re;
    sums[at].im += weight.im;
  }
}

strided_kernel strided_tally_kernel(int kind) {
  return kind == STRIDED_INT64        ? counts
         : kind == STRIDED_FLOAT64    ? weights
         : kind == STRIDED_COMPLEX128 ? complex_weights
                                      : NULL;
}
