// SPDX-License-Identifier: Apache-2.0
// What the kernels of the mathematical functions share. A function of T is written three times:
//   NAME_usual_T   whether an input is one that the fast form can take,
//   NAME_fast_T    plain arithmetic without branches, so that rows of it become vectors,
//   NAME_rare_T    the inputs left over, one by one: zeros, infinities, NaNs, subnormals, huge ones.
// No function of a C library is called. Products and sums of one expression may be fused to one
// rounding where the processor can; what must be exact stands in statements of its own.
#pragma once
#include "internal.h"
#pragma clang fp contract(on)

// Conditions are joined by bits, for a choice would stand in the way of vectors.
#pragma clang diagnostic ignored "-Wbitwise-instead-of-logical"

enum { BLOCK = 512 };

// A run of results close together, of one operand and of two. The result may be an operand.
typedef void (*math_row)(char *to, const char *a, n_t n);
typedef void (*math_row2)(char *to, const char *a, const char *b, n_t n);

// Lead a row function over the steps of a kernel, in blocks that stay in the first cache.
void strided_walk_f16(math_row, SIGNATURE);
void strided_walk_f32(math_row, SIGNATURE);
void strided_walk_f64(math_row, SIGNATURE);
void strided_walk_c128(math_row, SIGNATURE);
void strided_walk2_f16(math_row2, SIGNATURE);
void strided_walk2_f32(math_row2, SIGNATURE);
void strided_walk2_f64(math_row2, SIGNATURE);
void strided_walk2_c128(math_row2, SIGNATURE);
// Complex numbers of two floats have the size of a double, and a walk only moves them.
#define strided_walk_c64 strided_walk_f64
#define strided_walk2_c64 strided_walk2_f64

#define RARELY static __attribute__((noinline))
#define ROW_OF(N) LOOP(vectorize(assume_safety) interleave(enable)) for (n_t i = 0; i < (N); i++)
#define ONE_BY_ONE(N) LOOP(vectorize(disable)) for (n_t i = 0; i < (N); i++)

INLINE int64_t bits_f64(double x) { int64_t b; __builtin_memcpy(&b, &x, 8); return b; }
INLINE int32_t bits_f32(float x) { int32_t b; __builtin_memcpy(&b, &x, 4); return b; }
INLINE double from_bits_f64(uint64_t b) { double x; __builtin_memcpy(&x, &b, 8); return x; }
INLINE float from_bits_f32(uint32_t b) { float x; __builtin_memcpy(&x, &b, 4); return x; }
INLINE double abs_f64(double x) { return __builtin_fabs(x); }
INLINE float abs_f32(float x) { return __builtin_fabsf(x); }
// The value of the first with the sign of the second.
INLINE double signed_f64(double x, double s) { return __builtin_copysign(x, s); }
INLINE float signed_f32(float x, float s) { return __builtin_copysignf(x, s); }
INLINE double root_f64(double x) { return __builtin_elementwise_sqrt(x); }
INLINE float root_f32(float x) { return __builtin_elementwise_sqrt(x); }
// The upper 26 bits of a number: products of two such are exact.
INLINE double upper(double x) { return from_bits_f64((uint64_t)bits_f64(x) & 0xfffffffff8000000u); }
// 2 to a whole power that lies in the low bits of a number near ROUND.
INLINE double power_of_bits(double t) {
  return from_bits_f64(((uint64_t)bits_f64(t) << 52) + 0x3ff0000000000000u);
}

// Adding it rounds to an integer, whose bits are then the low ones of the sum.
#define ROUND 0x1.8p52
#define ROUND_F32 0x1.8p23f
#define INF __builtin_inf()
#define NOT_A_NUMBER __builtin_nan("")

// Polynomials with the constant term first.
#define P1(X, A) (A)
#define P2(X, A, ...) ((A) + (X) * P1(X, __VA_ARGS__))
#define P3(X, A, ...) ((A) + (X) * P2(X, __VA_ARGS__))
#define P4(X, A, ...) ((A) + (X) * P3(X, __VA_ARGS__))
#define P5(X, A, ...) ((A) + (X) * P4(X, __VA_ARGS__))
#define P6(X, A, ...) ((A) + (X) * P5(X, __VA_ARGS__))
#define P7(X, A, ...) ((A) + (X) * P6(X, __VA_ARGS__))
#define P8(X, A, ...) ((A) + (X) * P7(X, __VA_ARGS__))
#define P9(X, A, ...) ((A) + (X) * P8(X, __VA_ARGS__))
#define P10(X, A, ...) ((A) + (X) * P9(X, __VA_ARGS__))
#define P11(X, A, ...) ((A) + (X) * P10(X, __VA_ARGS__))
#define P12(X, A, ...) ((A) + (X) * P11(X, __VA_ARGS__))
#define P13(X, A, ...) ((A) + (X) * P12(X, __VA_ARGS__))

// The row of a function: where all inputs of a block are usual, one loop without a choice.
// Otherwise the odd ones are replaced by PLAIN first and put right afterwards.
#define SCREENED(NAME, T, R, FLAG, PLAIN)                                                          \
  KERNEL_WIDE static void NAME##_row_##T(char *to, const char *from, n_t n) {                      \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)from;                                                                  \
    R x[BLOCK], y[BLOCK];                                                                          \
    FLAG odd = 0;                                                                                  \
    ROW_OF(n) odd |= !NAME##_usual_##T(a[i]);                                                      \
    if (odd) {                                                                                     \
      ROW_OF(n) {                                                                                  \
        x[i] = a[i];                                                                               \
        y[i] = NAME##_usual_##T(x[i]) ? x[i] : PLAIN;                                              \
      }                                                                                            \
      a = (const T *)y;                                                                            \
    }                                                                                              \
    ROW_OF(n) o[i] = NAME##_fast_##T(a[i]);                                                        \
    if (odd) ONE_BY_ONE(n) if (!NAME##_usual_##T(x[i])) o[i] = NAME##_rare_##T(x[i]);              \
  }                                                                                                \
  WALKED(NAME, T)

// The same for a function that has a second form without branches, somewhat slower, for all but
// few inputs: NAME_wide_T where NAME_covers_T. Of usual inputs both give the same bits, so that no
// result depends on what stands beside it.
#define SCREENED_TWICE(NAME, T, R, FLAG, PLAIN)                                                    \
  KERNEL_WIDE static void NAME##_row_##T(char *to, const char *from, n_t n) {                      \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)from;                                                                  \
    FLAG odd = 0;                                                                                  \
    ROW_OF(n) odd |= !NAME##_usual_##T(a[i]);                                                      \
    if (!odd) {                                                                                    \
      ROW_OF(n) o[i] = NAME##_fast_##T(a[i]);                                                      \
      return;                                                                                      \
    }                                                                                              \
    R x[BLOCK];                                                                                    \
    ROW_OF(n) x[i] = a[i];                                                                         \
    ROW_OF(n) o[i] = NAME##_wide_##T(NAME##_covers_##T(x[i]) ? x[i] : PLAIN);                      \
    ONE_BY_ONE(n) if (!NAME##_covers_##T(x[i])) o[i] = NAME##_rare_##T(x[i]);                      \
  }                                                                                                \
  WALKED(NAME, T)

// The row of a function that needs no screening, or can't have vectors: NAME_T.
#define UNSCREENED(NAME, T, EACH)                                                                  \
  KERNEL_WIDE static void NAME##_row_##T(char *to, const char *from, n_t n) {                      \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)from;                                                                  \
    EACH(n) o[i] = NAME##_##T(a[i]);                                                               \
  }                                                                                                \
  WALKED(NAME, T)

#define SCREENED2(NAME, T, R, FLAG, PLAIN)                                                         \
  KERNEL_WIDE static void NAME##_row_##T(char *to, const char *first, const char *second, n_t n) { \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)first, *b = (const T *)second;                                         \
    R x[BLOCK], y[BLOCK], u[BLOCK], v[BLOCK];                                                      \
    FLAG odd = 0;                                                                                  \
    ROW_OF(n) odd |= !NAME##_usual_##T(a[i], b[i]);                                                \
    if (odd) {                                                                                     \
      ROW_OF(n) {                                                                                  \
        x[i] = a[i];                                                                               \
        y[i] = b[i];                                                                               \
        u[i] = NAME##_usual_##T(x[i], y[i]) ? x[i] : PLAIN;                                        \
        v[i] = NAME##_usual_##T(x[i], y[i]) ? y[i] : PLAIN;                                        \
      }                                                                                            \
      a = (const T *)u;                                                                            \
      b = (const T *)v;                                                                            \
    }                                                                                              \
    ROW_OF(n) o[i] = NAME##_fast_##T(a[i], b[i]);                                                  \
    if (odd) ONE_BY_ONE(n) {                                                                       \
      if (!NAME##_usual_##T(x[i], y[i])) o[i] = NAME##_rare_##T(x[i], y[i]);                       \
    }                                                                                              \
  }                                                                                                \
  WALKED2(NAME, T)

#define SCREENED2_TWICE(NAME, T, R, FLAG, PLAIN)                                                   \
  KERNEL_WIDE static void NAME##_row_##T(char *to, const char *first, const char *second, n_t n) { \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)first, *b = (const T *)second;                                         \
    FLAG odd = 0;                                                                                  \
    ROW_OF(n) odd |= !NAME##_usual_##T(a[i], b[i]);                                                \
    if (!odd) {                                                                                    \
      ROW_OF(n) o[i] = NAME##_fast_##T(a[i], b[i]);                                                \
      return;                                                                                      \
    }                                                                                              \
    R x[BLOCK], y[BLOCK];                                                                          \
    ROW_OF(n) {                                                                                    \
      x[i] = a[i];                                                                                 \
      y[i] = b[i];                                                                                 \
    }                                                                                              \
    ROW_OF(n) {                                                                                    \
      const int covered = NAME##_covers_##T(x[i], y[i]);                                           \
      o[i] = NAME##_wide_##T(covered ? x[i] : PLAIN, covered ? y[i] : PLAIN);                      \
    }                                                                                              \
    ONE_BY_ONE(n) {                                                                                \
      if (!NAME##_covers_##T(x[i], y[i])) o[i] = NAME##_rare_##T(x[i], y[i]);                      \
    }                                                                                              \
  }                                                                                                \
  WALKED2(NAME, T)

#define UNSCREENED2(NAME, T, EACH)                                                                 \
  KERNEL_WIDE static void NAME##_row_##T(char *to, const char *first, const char *second, n_t n) { \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)first, *b = (const T *)second;                                         \
    EACH(n) o[i] = NAME##_##T(a[i], b[i]);                                                         \
  }                                                                                                \
  WALKED2(NAME, T)

// Kernels from rows; half precision goes through float.
#define WALKED(NAME, T)                                                                            \
  void strided_##NAME##_kernel_##T(SIGNATURE) { strided_walk_##T(NAME##_row_##T, n0, n1, p, s0, s1); }
#define WALKED2(NAME, T)                                                                           \
  void strided_##NAME##_kernel_##T(SIGNATURE) { strided_walk2_##T(NAME##_row_##T, n0, n1, p, s0, s1); }
#define HALF(NAME)                                                                                 \
  void strided_##NAME##_kernel_f16(SIGNATURE) { strided_walk_f16(NAME##_row_f32, n0, n1, p, s0, s1); }
#define HALF2(NAME)                                                                                \
  void strided_##NAME##_kernel_f16(SIGNATURE) { strided_walk2_f16(NAME##_row_f32, n0, n1, p, s0, s1); }

// The whole function of one number, from its parts; float through the double NAME_single.
#define WHOLE(NAME)                                                                                \
  INLINE double NAME##_f64(double x) {                                                             \
    return NAME##_usual_f64(x) ? NAME##_fast_f64(x) : NAME##_rare_f64(x);                          \
  }
#define RARE_SINGLE(NAME)                                                                          \
  RARELY float NAME##_rare_f32(float x) { return (float)NAME##_f64((double)x); }
#define FAST_SINGLE(NAME)                                                                          \
  INLINE float NAME##_fast_f32(float x) { return (float)NAME##_single((double)x); }
#define USUAL(NAME, X, F64, F32)                                                                   \
  INLINE int NAME##_usual_f64(double X) { return F64; }                                            \
  INLINE int NAME##_usual_f32(float X) { return F32; }
// A function whose float form goes through double.
#define FUNCTION(NAME, PLAIN)                                                                      \
  RARE_SINGLE(NAME)                                                                                \
  FAST_SINGLE(NAME)                                                                                \
  SCREENED(NAME, f64, double, int64_t, PLAIN)                                                      \
  SCREENED(NAME, f32, float, int32_t, PLAIN)                                                       \
  HALF(NAME)
