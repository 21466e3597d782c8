// SPDX-License-Identifier: Apache-2.0
// Binary search in a sorted row, in the order of sorting: NaNs last, complex numbers by their real
// parts first.
#include "internal.h"

#define PLAIN(A, B) ((A) < (B))
#define TRUTH(A, B) (((A) != 0) < ((B) != 0))
#define NAN_LAST(A, B) (((A) < (B)) | (((B) != (B)) & ((A) == (A))))
#define CLASS(A) (2 * ((A).re != (A).re) + ((A).im != (A).im))
#define PARTS(A, B)                                                                                \
  (CLASS(A) != CLASS(B)                      ? CLASS(A) < CLASS(B)                                 \
   : ((A).re == (A).re && (A).re != (B).re) ? (A).re < (B).re                                      \
                                             : (A).im < (B).im)

// result: for each value of p[1] how many of the s0[2] elements of p[2] come before it; of `right`
// ones also those that are equal.
#define BOUND(NAME, T, PASSES)                                                                     \
  static void NAME(SIGNATURE) {                                                                    \
    for (n_t i = 0; i < n1; i++) {                                                                 \
      const T v = AT(const T, p[1], i, s1[1]);                                                     \
      const char *a = p[2];                                                                        \
      n_t low = 0;                                                                                 \
      for (n_t n = s0[2]; n > 0;) {                                                                \
        const n_t half = n / 2;                                                                    \
        const T x = AT(const T, a, low + half, s1[2]);                                             \
        const n_t after = PASSES;                                                                  \
        low += after ? half + 1 : 0;                                                               \
        n = after ? n - half - 1 : half;                                                           \
      }                                                                                            \
      AT(i64, p[0], i, s1[0]) = low;                                                               \
    }                                                                                              \
  }
#define SEARCH(T, BEFORE) BOUND(left_##T, T, BEFORE(x, v)) BOUND(right_##T, T, !BEFORE(v, x))
#define INTEGER(T, U) SEARCH(T, PLAIN)
#define FLOAT(T, W) SEARCH(T, NAN_LAST)
#define COMPLEX(T, W) SEARCH(T, PARTS)
SEARCH(b8, TRUTH) INTEGERS(INTEGER) FLOATS(FLOAT) COMPLEXES(COMPLEX)

strided_kernel strided_search_kernel(int kind, bool right) {
  static const strided_kernel table[2][STRIDED_KINDS] = {KINDS(left_), KINDS(right_)};
  return kind < 0 || kind >= STRIDED_KINDS ? NULL : table[right][kind];
}
