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
#define STRIDED_LEVELS
#define KERNEL __attribute__((target_clones("default", "arch=x86-64-v3")))
#define KERNEL_WIDE                                                                                \
  __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define KERNEL
#define KERNEL_WIDE
#endif

// Kernels that no vectors speed up.
#define KERNEL_NARROW

#define SIGNATURE n_t n0, n_t n1, char *const *p, const n_t *s0, const n_t *s1
#define INLINE static inline __attribute__((always_inline))
#define STR(X) #X
#define LOOP(X) _Pragma(STR(clang loop X))
// A contiguous row of results: the driver promises that inputs are equal to it or disjoint.
#define ROW ROW_TO(n1)
#define ROW_TO(N) LOOP(vectorize(assume_safety) interleave(enable)) for (n_t i = 0; i < (N); i++)
// Any other row, strictly in sequence.
#define STEPS LOOP(vectorize(disable)) for (n_t i = 0; i < n1; i++)
#define AT(T, P, I, S) (*(T *)((char *)(P) + (I) * (S)))

// n elements of `size` bytes, `st` and `sf` bytes apart.
void strided_steps(n_t size, n_t n, char *to, n_t st, const char *from, n_t sf);

// Inputs that lie apart are brought together in blocks of so many elements, if rows are worth it;
// two of large elements never are.
enum { COLLECTED = 256, MANY = 32 };
// Elements of a row at P, S bytes apart, from number I on: where they are or, collected, in ROOM.
#define NEAR(T, ROOM, P, I, N, S)                                                                  \
  ((S) == sizeof(T) ? (P) + (I)                                                                    \
                    : (strided_steps(sizeof(T), N, (char *)(ROOM), sizeof(T),                      \
                                     (const char *)(P) + (I) * (S), S), (const T *)(ROOM)))

// The loops of a kernel K over one function F of elements; R is the type of the results.
#define LOOP_1(CLONES, K, F, A, R)                                                                 \
  CLONES static void K(SIGNATURE) {                                                                \
    const n_t so = s1[0], sa = s1[1], ta = sizeof(A);                                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      R *o = (R *)(p[0] + j * s0[0]);                                                              \
      const A *a = (const A *)(p[1] + j * s0[1]);                                                  \
      if (so == sizeof(R) && (sa == ta || n1 >= MANY)) {                                           \
        A room[COLLECTED];                                                                         \
        const n_t most = sa == ta ? n1 : COLLECTED;                                                \
        for (n_t done = 0; done < n1; done += most) {                                              \
          const n_t n = n1 - done < most ? n1 - done : most;                                       \
          const A *x = NEAR(A, room, a, done, n, sa);                                              \
          R *z = o + done;                                                                         \
          ROW_TO(n) z[i] = F(x[i]);                                                                \
        }                                                                                          \
      } else {                                                                                     \
        STEPS AT(R, o, i, so) = F(AT(const A, a, i, sa));                                          \
      }                                                                                            \
    }                                                                                              \
  }
#define LOOP_2(CLONES, K, F, A, B, R)                                                              \
  CLONES static void K(SIGNATURE) {                                                                \
    const n_t so = s1[0], sa = s1[1], sb = s1[2], ta = sizeof(A), tb = sizeof(B);                  \
    const bool near = (sa == ta || sa == 0) && (sb == tb || sb == 0);                              \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      R *o = (R *)(p[0] + j * s0[0]);                                                              \
      const A *a = (const A *)(p[1] + j * s0[1]);                                                  \
      const B *b = (const B *)(p[2] + j * s0[2]);                                                  \
      if (so == sizeof(R) && (near || (n1 >= MANY && ta < 8)) && (sa != 0 || sb != 0)) {           \
        A room[COLLECTED];                                                                         \
        B other[COLLECTED];                                                                        \
        const n_t most = near ? n1 : COLLECTED;                                                    \
        for (n_t done = 0; done < n1; done += most) {                                              \
          const n_t n = n1 - done < most ? n1 - done : most;                                       \
          const A *x = sa == 0 ? a : NEAR(A, room, a, done, n, sa);                                \
          const B *y = sb == 0 ? b : NEAR(B, other, b, done, n, sb);                               \
          R *z = o + done;                                                                         \
          if (sa == 0) {                                                                           \
            const A v = *x;                                                                        \
            ROW_TO(n) z[i] = F(v, y[i]);                                                           \
          } else if (sb == 0) {                                                                    \
            const B w = *y;                                                                        \
            ROW_TO(n) z[i] = F(x[i], w);                                                           \
          } else {                                                                                 \
            ROW_TO(n) z[i] = F(x[i], y[i]);                                                        \
          }                                                                                        \
        }                                                                                          \
      } else {                                                                                     \
        STEPS AT(R, o, i, so) = F(AT(const A, a, i, sa), AT(const B, b, i, sb));                   \
      }                                                                                            \
    }                                                                                              \
  }
#define LOOP_3(CLONES, K, F, A, B, R)                                                              \
  CLONES static void K(SIGNATURE) {                                                                \
    const n_t so = s1[0], sa = s1[1], sb = s1[2], sc = s1[3], t = sizeof(B);                       \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      R *o = (R *)(p[0] + j * s0[0]);                                                              \
      const A *a = (const A *)(p[1] + j * s0[1]);                                                  \
      const B *b = (const B *)(p[2] + j * s0[2]), *c = (const B *)(p[3] + j * s0[3]);              \
      const bool row = so == sizeof(R) && sa == sizeof(A);                                         \
      if (row && sb == t && sc == t) {                                                             \
        ROW o[i] = F(a[i], b[i], c[i]);                                                            \
      } else if (row && sb == 0 && sc == 0) {                                                      \
        const B y = *b, z = *c;                                                                    \
        ROW o[i] = F(a[i], y, z);                                                                  \
      } else if (row && sb == t && sc == 0) {                                                      \
        const B z = *c;                                                                            \
        ROW o[i] = F(a[i], b[i], z);                                                               \
      } else if (row && sb == 0 && sc == t) {                                                      \
        const B y = *b;                                                                            \
        ROW o[i] = F(a[i], y, c[i]);                                                               \
      } else {                                                                                     \
        STEPS AT(R, o, i, so) =                                                                    \
          F(AT(const A, a, i, sa), AT(const B, b, i, sb), AT(const B, c, i, sc));                  \
      }                                                                                            \
    }                                                                                              \
  }
// Two results, which F stores through pointers.
#define LOOP_1_2(CLONES, K, F, A, Q, R)                                                            \
  CLONES static void K(SIGNATURE) {                                                                \
    const n_t so = s1[0], su = s1[1], sa = s1[2];                                                  \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      Q *o = (Q *)(p[0] + j * s0[0]);                                                              \
      R *u = (R *)(p[1] + j * s0[1]);                                                              \
      const A *a = (const A *)(p[2] + j * s0[2]);                                                  \
      if (so == sizeof(Q) && su == sizeof(R) && sa == sizeof(A)) {                                 \
        ROW F(a[i], &o[i], &u[i]);                                                                 \
      } else {                                                                                     \
        STEPS F(AT(const A, a, i, sa), &AT(Q, o, i, so), &AT(R, u, i, su));                        \
      }                                                                                            \
    }                                                                                              \
  }
#define LOOP_2_2(CLONES, K, F, A, R)                                                               \
  CLONES static void K(SIGNATURE) {                                                                \
    const n_t so = s1[0], su = s1[1], sa = s1[2], sb = s1[3], t = sizeof(A), r = sizeof(R);        \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      R *o = (R *)(p[0] + j * s0[0]), *u = (R *)(p[1] + j * s0[1]);                                \
      const A *a = (const A *)(p[2] + j * s0[2]), *b = (const A *)(p[3] + j * s0[3]);              \
      const bool row = so == r && su == r && sa == t;                                              \
      if (row && sb == t) {                                                                        \
        ROW F(a[i], b[i], &o[i], &u[i]);                                                           \
      } else if (row && sb == 0) {                                                                 \
        const A y = *b;                                                                            \
        ROW F(a[i], y, &o[i], &u[i]);                                                              \
      } else {                                                                                     \
        STEPS F(AT(const A, a, i, sa), AT(const A, b, i, sb), &AT(R, o, i, so), &AT(R, u, i, su)); \
      }                                                                                            \
    }                                                                                              \
  }

// The kernel NAME_kernel_T of an operation: results R of the functions NAME_T of elements T.
#define UNARY(CLONES, NAME, T, R) LOOP_1(CLONES, NAME##_kernel_##T, NAME##_##T, T, R)
#define BINARY(CLONES, NAME, T, R) LOOP_2(CLONES, NAME##_kernel_##T, NAME##_##T, T, T, R)
#define TERNARY(CLONES, NAME, T, R) LOOP_3(CLONES, NAME##_kernel_##T, NAME##_##T, T, T, R)
#define SPLIT(CLONES, NAME, T, Q, R) LOOP_1_2(CLONES, NAME##_kernel_##T, NAME##_##T, T, Q, R)
#define DIVISION(CLONES, NAME, T, R) LOOP_2_2(CLONES, NAME##_kernel_##T, NAME##_##T, T, R)
// NAME_kernel: T = function NAME of one F.
#define CONVERSION(CLONES, NAME, F, T) LOOP_1(CLONES, NAME##_kernel, NAME, F, T)

// A row of the tables of operations; the kinds that it leaves out have no kernel.
#define OPERATION(NAME, ...) const strided_kernel strided_##NAME[STRIDED_KINDS] = {__VA_ARGS__};
#define OF_BOOL(N) [STRIDED_BOOL] = N##_kernel_b8,
#define OF_INTEGERS(N)                                                                             \
  [STRIDED_INT8] = N##_kernel_i8, [STRIDED_INT16] = N##_kernel_i16,                                \
  [STRIDED_INT32] = N##_kernel_i32, [STRIDED_INT64] = N##_kernel_i64,                              \
  [STRIDED_UINT8] = N##_kernel_u8, [STRIDED_UINT16] = N##_kernel_u16,                              \
  [STRIDED_UINT32] = N##_kernel_u32, [STRIDED_UINT64] = N##_kernel_u64,
// The same, where the bits of a result don't depend on the sign.
#define OF_SIZES(N)                                                                                \
  [STRIDED_INT8] = N##_kernel_u8, [STRIDED_INT16] = N##_kernel_u16,                                \
  [STRIDED_INT32] = N##_kernel_u32, [STRIDED_INT64] = N##_kernel_u64,                              \
  [STRIDED_UINT8] = N##_kernel_u8, [STRIDED_UINT16] = N##_kernel_u16,                              \
  [STRIDED_UINT32] = N##_kernel_u32, [STRIDED_UINT64] = N##_kernel_u64,
#define OF_FLOATS(N)                                                                               \
  [STRIDED_FLOAT16] = N##_kernel_f16, [STRIDED_FLOAT32] = N##_kernel_f32,                          \
  [STRIDED_FLOAT64] = N##_kernel_f64,
#define OF_COMPLEXES(N)                                                                            \
  [STRIDED_COMPLEX64] = N##_kernel_c64, [STRIDED_COMPLEX128] = N##_kernel_c128,
#define OF_NUMBERS(N) OF_INTEGERS(N) OF_FLOATS(N) OF_COMPLEXES(N)
#define OF_ALL(N) OF_BOOL(N) OF_NUMBERS(N)
// Kernels that give their input back, for operations that leave integers as they are.
void strided_same_kernel_u8(SIGNATURE);
void strided_same_kernel_u16(SIGNATURE);
void strided_same_kernel_u32(SIGNATURE);
void strided_same_kernel_u64(SIGNATURE);
#define OF_SAME_INTEGERS OF_SIZES(strided_same)
// One kernel for each kind.
#define KINDS(N)                                                                                   \
  { N##b8, N##i8, N##i16, N##i32, N##i64, N##u8, N##u16, N##u32, N##u64, N##f16, N##f32, N##f64,   \
    N##c64, N##c128 }
#define SIGNED(F) F(i8, uint32_t) F(i16, uint32_t) F(i32, uint32_t) F(i64, uint64_t)
#define UNSIGNED(F) F(u8, uint32_t) F(u16, uint32_t) F(u32, uint32_t) F(u64, uint64_t)
#define INTEGERS(F) SIGNED(F) UNSIGNED(F)
#define WORDS(F) F(u8, uint8_t) F(u16, uint16_t) F(u32, uint32_t) F(u64, uint64_t)
#define FLOATS(F) F(f16, float) F(f32, float) F(f64, double)
#define COMPLEXES(F) F(c64, float) F(c128, double)

// The order of complex numbers: real parts first; false where a NaN takes part, as in NumPy.
#define LEXICOGRAPHIC(A, B, OP, LAST)                                                              \
  ((((A).re OP (B).re) && (A).im == (A).im && (B).im == (B).im) ||                                 \
   ((A).re == (B).re && (A).im LAST (B).im))
#define IS_NAN(A) ((A).re != (A).re || (A).im != (A).im)

#define ROW_OF(NAME) extern const strided_kernel strided_##NAME[STRIDED_KINDS];
STRIDED_UNARY_OPERATIONS(ROW_OF)
STRIDED_BINARY_OPERATIONS(ROW_OF)
STRIDED_TERNARY_OPERATIONS(ROW_OF)
STRIDED_SPLIT_OPERATIONS(ROW_OF)
STRIDED_DIVISION_OPERATIONS(ROW_OF)
#undef ROW_OF
