// SPDX-License-Identifier: Apache-2.0
// Element types and loop shapes shared by the kernel families.
#pragma once
#include "CStridedKernels.h"

// Rows of complex numbers and of 16-byte elements ask for vectors too; not all can have them.
#pragma clang diagnostic ignored "-Wpass-failed"

typedef ptrdiff_t n_t;

// The machine's half precision; WebAssembly only stores it.
#if defined(__wasm__)
typedef __fp16 half;
#else
typedef _Float16 half;
#endif

// Elements may lie anywhere and alias anything: the types say so, the compiler then uses
// unaligned loads, which cost nothing on aligned memory.
#define ANYWHERE __attribute__((aligned(1), may_alias))
typedef uint8_t b8 ANYWHERE;
typedef int8_t i8 ANYWHERE;
typedef int16_t i16 ANYWHERE;
typedef int32_t i32 ANYWHERE;
typedef int64_t i64 ANYWHERE;
typedef uint8_t u8 ANYWHERE;
typedef uint16_t u16 ANYWHERE;
typedef uint32_t u32 ANYWHERE;
typedef uint64_t u64 ANYWHERE;
typedef half f16 ANYWHERE;
typedef float f32 ANYWHERE;
typedef double f64 ANYWHERE;
typedef struct __attribute__((packed, may_alias)) { float re, im; } c64;
typedef struct __attribute__((packed, may_alias)) { double re, im; } c128;

// The loader chooses a version before the thread sanitizer's runtime has started.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define STRIDED_ONE_LEVEL
#endif
#endif

// Kernels come in versions for levels of the x86-64 instruction set where the loader can choose.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(STRIDED_ONE_LEVEL)
#define KERNEL __attribute__((target_clones("default", "arch=x86-64-v3")))
#define KERNEL_WIDE                                                                                \
  __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define KERNEL
#define KERNEL_WIDE
#endif

#define SIGNATURE n_t n0, n_t n1, char *const *p, const n_t *s0, const n_t *s1
#define INLINE static inline __attribute__((always_inline))
#define STR(X) #X
#define LOOP(X) _Pragma(STR(clang loop X))
// A contiguous row of results: the driver promises that inputs are equal to it or disjoint.
#define ROW LOOP(vectorize(assume_safety) interleave(enable)) for (n_t i = 0; i < n1; i++)
// Any other row, strictly in sequence.
#define STEPS LOOP(vectorize(disable)) for (n_t i = 0; i < n1; i++)
#define AT(T, P, I, S) (*(T *)((char *)(P) + (I) * (S)))

// NAME_T: R = function F of two T.
#define BINARY(CLONES, NAME, T, R)                                                                 \
  CLONES static void NAME##_kernel_##T(SIGNATURE) {                                                \
    const n_t so = s1[0], sa = s1[1], sb = s1[2], t = sizeof(T), r = sizeof(R);                    \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      R *o = (R *)(p[0] + j * s0[0]);                                                              \
      const T *a = (const T *)(p[1] + j * s0[1]), *b = (const T *)(p[2] + j * s0[2]);              \
      if (so == r && sa == t && sb == t) {                                                         \
        ROW o[i] = NAME##_##T(a[i], b[i]);                                                         \
      } else if (so == r && sa == t && sb == 0) {                                                  \
        const T y = *b;                                                                            \
        ROW o[i] = NAME##_##T(a[i], y);                                                            \
      } else if (so == r && sa == 0 && sb == t) {                                                  \
        const T x = *a;                                                                            \
        ROW o[i] = NAME##_##T(x, b[i]);                                                            \
      } else {                                                                                     \
        STEPS AT(R, o, i, so) = NAME##_##T(AT(const T, a, i, sa), AT(const T, b, i, sb));          \
      }                                                                                            \
    }                                                                                              \
  }

// NAME: T = function of one F.
#define UNARY(CLONES, NAME, F, T)                                                                  \
  CLONES static void NAME##_kernel(SIGNATURE) {                                                    \
    const n_t so = s1[0], sa = s1[1];                                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      T *o = (T *)(p[0] + j * s0[0]);                                                              \
      const F *a = (const F *)(p[1] + j * s0[1]);                                                  \
      if (so == sizeof(T) && sa == sizeof(F)) {                                                    \
        ROW o[i] = NAME(a[i]);                                                                     \
      } else {                                                                                     \
        STEPS AT(T, o, i, so) = NAME(AT(const F, a, i, sa));                                       \
      }                                                                                            \
    }                                                                                              \
  }

// A row of a table: one kernel for each kind.
#define KINDS(N)                                                                                   \
  { N##b8, N##i8, N##i16, N##i32, N##i64, N##u8, N##u16, N##u32, N##u64, N##f16, N##f32, N##f64,   \
    N##c64, N##c128 }
#define SIGNED(F) F(i8, uint32_t) F(i16, uint32_t) F(i32, uint32_t) F(i64, uint64_t)
#define UNSIGNED(F) F(u8, uint32_t) F(u16, uint32_t) F(u32, uint32_t) F(u64, uint64_t)
#define INTEGERS(F) SIGNED(F) UNSIGNED(F)
#define FLOATS(F) F(f16, float) F(f32, float) F(f64, double)
#define COMPLEXES(F) F(c64, float) F(c128, double)

// The order of complex numbers: real parts first; false where a NaN takes part, as in NumPy.
#define LEXICOGRAPHIC(A, B, OP, LAST)                                                              \
  ((((A).re OP (B).re) && (A).im == (A).im && (B).im == (B).im) ||                                 \
   ((A).re == (B).re && (A).im LAST (B).im))
#define IS_NAN(A) ((A).re != (A).re || (A).im != (A).im)

extern const strided_kernel strided_arithmetic[3][STRIDED_KINDS];
extern const strided_kernel strided_division[STRIDED_KINDS];
extern const strided_kernel strided_extrema[2][STRIDED_KINDS];
extern const strided_kernel strided_sums[STRIDED_KINDS];
