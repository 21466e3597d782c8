// SPDX-License-Identifier: Apache-2.0
// The way from a reduction and a kind to its kernel, the kind of its results and their start.
#include "reduce.h"

strided_kernel strided_reduce_kernel(int operation, int kind) {
  if (kind < 0 || kind >= STRIDED_KINDS) return NULL;
  switch (operation) {
    case STRIDED_SUM: return strided_sums[0][kind];
    case STRIDED_SUM_NUMBERS: return strided_sums[1][kind];
    case STRIDED_PRODUCT: return strided_products[0][kind];
    case STRIDED_PRODUCT_NUMBERS: return strided_products[1][kind];
    case STRIDED_SMALLEST: return strided_smallest[0][kind];
    case STRIDED_SMALLEST_NUMBER: return strided_smallest[1][kind];
    case STRIDED_LARGEST: return strided_largest[0][kind];
    case STRIDED_LARGEST_NUMBER: return strided_largest[1][kind];
    case STRIDED_ANY: return strided_truths[0][kind];
    case STRIDED_ALL: return strided_truths[1][kind];
    case STRIDED_COUNT: return strided_counts[0][kind];
    case STRIDED_NUMBERS: return strided_counts[1][kind];
    default: return NULL;
  }
}

int strided_reduce_kind(int operation, int kind) {
  switch (operation) {
    case STRIDED_SUM:
    case STRIDED_SUM_NUMBERS:
    case STRIDED_PRODUCT:
    case STRIDED_PRODUCT_NUMBERS:
      if (kind <= STRIDED_INT64) return STRIDED_INT64;
      if (kind <= STRIDED_UINT64) return STRIDED_UINT64;
      return kind == STRIDED_FLOAT16 ? STRIDED_FLOAT32 : kind;
    case STRIDED_ANY:
    case STRIDED_ALL: return STRIDED_BOOL;
    case STRIDED_COUNT:
    case STRIDED_NUMBERS: return STRIDED_INT64;
    default: return kind;
  }
}

// The extreme that loses against every element of `kind`.
static void store_extreme(int kind, int largest, void *result) {
  const double infinity = largest ? __builtin_inf() : -__builtin_inf();
  switch (kind) {
    case STRIDED_BOOL: *(b8 *)result = largest ? 1 : 0; break;
    case STRIDED_INT8: *(i8 *)result = largest ? INT8_MAX : INT8_MIN; break;
    case STRIDED_INT16: *(i16 *)result = largest ? INT16_MAX : INT16_MIN; break;
    case STRIDED_INT32: *(i32 *)result = largest ? INT32_MAX : INT32_MIN; break;
    case STRIDED_INT64: *(i64 *)result = largest ? INT64_MAX : INT64_MIN; break;
    case STRIDED_UINT8: *(u8 *)result = largest ? UINT8_MAX : 0; break;
    case STRIDED_UINT16: *(u16 *)result = largest ? UINT16_MAX : 0; break;
    case STRIDED_UINT32: *(u32 *)result = largest ? UINT32_MAX : 0; break;
    case STRIDED_UINT64: *(u64 *)result = largest ? UINT64_MAX : 0; break;
    case STRIDED_FLOAT16: *(u16 *)result = largest ? 0x7c00 : 0xfc00; break;
    case STRIDED_FLOAT32: *(f32 *)result = (float)infinity; break;
    case STRIDED_FLOAT64: *(f64 *)result = infinity; break;
    case STRIDED_COMPLEX64: *(c64 *)result = (c64){(float)infinity, (float)infinity}; break;
    default: *(c128 *)result = (c128){infinity, infinity}; break;
  }
}

static void store_nan(int kind, void *result) {
  switch (kind) {
    case STRIDED_FLOAT16: *(u16 *)result = 0x7e00; break;
    case STRIDED_FLOAT32: *(f32 *)result = __builtin_nanf(""); break;
    case STRIDED_FLOAT64: *(f64 *)result = __builtin_nan(""); break;
    case STRIDED_COMPLEX64: *(c64 *)result = (c64){__builtin_nanf(""), 0}; break;
    default: *(c128 *)result = (c128){__builtin_nan(""), 0}; break;
  }
}

static void store_one(int kind, void *result) {
  switch (kind) {
    case STRIDED_BOOL:
    case STRIDED_INT8:
    case STRIDED_UINT8: *(u8 *)result = 1; break;
    case STRIDED_INT16:
    case STRIDED_UINT16: *(u16 *)result = 1; break;
    case STRIDED_INT32:
    case STRIDED_UINT32: *(u32 *)result = 1; break;
    case STRIDED_FLOAT16: *(u16 *)result = 0x3c00; break;
    case STRIDED_FLOAT32: *(f32 *)result = 1; break;
    case STRIDED_FLOAT64: *(f64 *)result = 1; break;
    case STRIDED_COMPLEX64: *(c64 *)result = (c64){1, 0}; break;
    case STRIDED_COMPLEX128: *(c128 *)result = (c128){1, 0}; break;
    default: *(i64 *)result = 1; break;
  }
}

void strided_reduce_start(int operation, int kind, void *result) {
  *(c128 *)result = (c128){0, 0};
  switch (operation) {
    case STRIDED_PRODUCT:
    case STRIDED_PRODUCT_NUMBERS:
    case STRIDED_ALL: store_one(strided_reduce_kind(operation, kind), result); break;
    case STRIDED_SMALLEST: store_extreme(kind, 1, result); break;
    case STRIDED_LARGEST: store_extreme(kind, 0, result); break;
    case STRIDED_SMALLEST_NUMBER:
    case STRIDED_LARGEST_NUMBER: store_nan(kind, result); break;
    default: break;
  }
}

void strided_reduce_neutral(int operation, int kind, void *element) {
  *(c128 *)element = (c128){0, 0};
  switch (operation) {
    case STRIDED_PRODUCT:
    case STRIDED_PRODUCT_NUMBERS:
    case STRIDED_ALL: store_one(kind, element); break;
    case STRIDED_NUMBERS: store_nan(kind, element); break;
    case STRIDED_SMALLEST:
    case STRIDED_LARGEST:
    case STRIDED_SMALLEST_NUMBER:
    case STRIDED_LARGEST_NUMBER: strided_reduce_start(operation, kind, element); break;
    default: break;
  }
}
