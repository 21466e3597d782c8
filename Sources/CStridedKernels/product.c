// SPDX-License-Identifier: Apache-2.0
// Products, of all elements or of those that are no NaN. Integers wrap.
#include "reduce.h"

enum { VECTORS = 4 };

// T elements, B their plain type, W what the result is.
#define PRODUCT(NAME, T, B, W, R, ONE, MANY)                                                       \
  INLINE W NAME##_load_##T(T x) { return (W)ONE(x); }                                              \
  INLINE W NAME##_join_##T(W a, W b) { return a * b; }                                             \
  STEPPED_RUN(NAME, T, W)                                                                          \
  INLINE W NAME##_run_##T(const T *a, n_t n, n_t step) {                                           \
    enum { LANES = 32 / sizeof(W) };                                                               \
    if (step != sizeof(T) || n < LANES * VECTORS) return NAME##_stepped_##T(a, n, step);           \
    typedef W many __attribute__((vector_size(32)));                                               \
    typedef B few __attribute__((vector_size(LANES * sizeof(B)), aligned(1), may_alias));          \
    many products[VECTORS];                                                                        \
    for (int v = 0; v < VECTORS; v++) products[v] = (many){0} + 1;                                 \
    n_t i = 0;                                                                                     \
    for (; i + LANES * VECTORS <= n; i += LANES * VECTORS) {                                       \
      LOOP(unroll(full)) for (int v = 0; v < VECTORS; v++) {                                       \
        const few x = *(const few *)(a + i + v * LANES);                                           \
        products[v] *= MANY(x);                                                                    \
      }                                                                                            \
    }                                                                                              \
    products[0] = (products[0] * products[1]) * (products[2] * products[3]);                       \
    W s = 1;                                                                                       \
    for (int k = 0; k < LANES; k++) s *= products[0][k];                                           \
    for (; i < n; i++) s *= (W)ONE(a[i]);                                                          \
    return s;                                                                                      \
  }                                                                                                \
  REDUCE(NAME, T, W, R)

#define VALUE(X) (X)
#define VALUES(X) __builtin_convertvector(X, many)
PRODUCT(product, i8, int8_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, i16, int16_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, i32, int32_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, u8, uint8_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, u16, uint16_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, u32, uint32_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, u64, uint64_t, uint64_t, u64, VALUE, VALUES)
PRODUCT(product, f16, half, float, f32, VALUE, VALUES)
PRODUCT(product, f32, float, float, f32, VALUE, VALUES)
PRODUCT(product, f64, double, double, f64, VALUE, VALUES)
// The same bits whether a product is signed, but only the unsigned one may wrap.
#define product_kernel_i64 product_kernel_u64

INLINE uint64_t product_load_b8(b8 x) { return x != 0; }
INLINE uint64_t product_join_b8(uint64_t a, uint64_t b) { return a * b; }
STEPPED_RUN(product, b8, uint64_t)
INLINE uint64_t product_run_b8(const b8 *a, n_t n, n_t step) {
  return product_stepped_b8(a, n, step);
}
REDUCE(product, b8, uint64_t, u64)

// A NaN multiplies nothing.
#define NUMBER(X) ((X) == (X) ? (X) : 1)
#define NUMBERS_OF(X, I) ((many)(((I)(X) & (I)((X) == (X))) | ((I)((many){0} + 1) & (I)((X) != (X)))))
typedef int32_t mask32 __attribute__((vector_size(32)));
typedef int64_t mask64 __attribute__((vector_size(32)));
#define NUMBERS32(X) NUMBERS_OF(__builtin_convertvector(X, many), mask32)
#define NUMBERS64(X) NUMBERS_OF(X, mask64)
PRODUCT(product_numbers, f16, half, float, f32, NUMBER, NUMBERS32)
PRODUCT(product_numbers, f32, float, float, f32, NUMBER, NUMBERS32)
PRODUCT(product_numbers, f64, double, double, f64, NUMBER, NUMBERS64)

#define COMPLEX_PRODUCT(T)                                                                         \
  INLINE T product_load_##T(T x) { return x; }                                                     \
  INLINE T product_numbers_load_##T(T x) { return IS_NAN(x) ? (T){1, 0} : x; }                     \
  INLINE T product_join_##T(T a, T b) {                                                            \
    return (T){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};                              \
  }                                                                                                \
  INLINE T product_numbers_join_##T(T a, T b) { return product_join_##T(a, b); }                   \
  STEPPED_RUN(product, T, T)                                                                       \
  STEPPED_RUN(product_numbers, T, T)                                                               \
  INLINE T product_run_##T(const T *a, n_t n, n_t s) { return product_stepped_##T(a, n, s); }      \
  INLINE T product_numbers_run_##T(const T *a, n_t n, n_t s) {                                     \
    return product_numbers_stepped_##T(a, n, s);                                                   \
  }                                                                                                \
  REDUCE(product, T, T, T)                                                                         \
  REDUCE(product_numbers, T, T, T)
COMPLEX_PRODUCT(c64)
COMPLEX_PRODUCT(c128)

const strided_kernel strided_products[2][STRIDED_KINDS] = {
  KINDS(product_kernel_),
  {[STRIDED_FLOAT16] = product_numbers_kernel_f16, [STRIDED_FLOAT32] = product_numbers_kernel_f32,
   [STRIDED_FLOAT64] = product_numbers_kernel_f64, [STRIDED_COMPLEX64] = product_numbers_kernel_c64,
   [STRIDED_COMPLEX128] = product_numbers_kernel_c128}};
