// SPDX-License-Identifier: Apache-2.0
// Whether any or all elements are true, that is not 0 (a NaN is true). Runs end where it is known.
#include "reduce.h"

enum { BLOCK = 1024 };

#define TRUTH(T, NONZERO)                                                                          \
  INLINE uint8_t any_load_##T(T x) { return NONZERO(x); }                                          \
  INLINE uint8_t all_load_##T(T x) { return NONZERO(x); }                                          \
  INLINE uint8_t any_join_##T(uint8_t a, uint8_t b) { return a | b; }                              \
  INLINE uint8_t all_join_##T(uint8_t a, uint8_t b) { return a & b; }                              \
  INLINE uint8_t any_run_##T(const T *a, n_t n, n_t step) {                                        \
    for (n_t i = 0; i < n; i += BLOCK) {                                                           \
      const n_t end = n - i < BLOCK ? n : i + BLOCK;                                               \
      uint8_t found = 0;                                                                           \
      if (step == sizeof(T)) {                                                                     \
        for (n_t k = i; k < end; k++) found |= NONZERO(a[k]);                                      \
      } else {                                                                                     \
        for (n_t k = i; k < end; k++) found |= NONZERO(AT(const T, a, k, step));                   \
      }                                                                                            \
      if (found) return 1;                                                                         \
    }                                                                                              \
    return 0;                                                                                      \
  }                                                                                                \
  INLINE uint8_t all_run_##T(const T *a, n_t n, n_t step) {                                        \
    for (n_t i = 0; i < n; i += BLOCK) {                                                           \
      const n_t end = n - i < BLOCK ? n : i + BLOCK;                                               \
      uint8_t kept = 1;                                                                            \
      if (step == sizeof(T)) {                                                                     \
        for (n_t k = i; k < end; k++) kept &= NONZERO(a[k]);                                       \
      } else {                                                                                     \
        for (n_t k = i; k < end; k++) kept &= NONZERO(AT(const T, a, k, step));                    \
      }                                                                                            \
      if (!kept) return 0;                                                                         \
    }                                                                                              \
    return 1;                                                                                      \
  }                                                                                                \
  REDUCE(any, T, uint8_t, u8)                                                                      \
  REDUCE(all, T, uint8_t, u8)

#define NUMBER(X) ((X) != 0)
#define HALF(X) (((X)&0x7fff) != 0)
#define COMPLEX(X) (((X).re != 0) | ((X).im != 0))
typedef u16 h16;
TRUTH(u8, NUMBER)
TRUTH(u16, NUMBER)
TRUTH(u32, NUMBER)
TRUTH(u64, NUMBER)
TRUTH(h16, HALF)
TRUTH(f32, NUMBER)
TRUTH(f64, NUMBER)
TRUTH(c64, COMPLEX)
TRUTH(c128, COMPLEX)

#define ROW_OF(N)                                                                                  \
  {N##u8, N##u8, N##u16, N##u32, N##u64, N##u8, N##u16, N##u32, N##u64,                            \
   N##h16, N##f32, N##f64, N##c64, N##c128}

const strided_kernel strided_truths[2][STRIDED_KINDS] = {ROW_OF(any_kernel_), ROW_OF(all_kernel_)};
