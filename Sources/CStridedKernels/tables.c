// SPDX-License-Identifier: Apache-2.0
// The way from an operation and a kind to a kernel, and what the driver needs of a C library.
#include "internal.h"

#define ROW_OF(NAME) strided_##NAME,
static const strided_kernel *const unary[] = {STRIDED_UNARY_OPERATIONS(ROW_OF)};
static const strided_kernel *const binary[] = {STRIDED_BINARY_OPERATIONS(ROW_OF)};
static const strided_kernel *const ternary[] = {STRIDED_TERNARY_OPERATIONS(ROW_OF)};
static const strided_kernel *const split[] = {STRIDED_SPLIT_OPERATIONS(ROW_OF)};
static const strided_kernel *const division[] = {STRIDED_DIVISION_OPERATIONS(ROW_OF)};

#define NAME_OF(NAME) #NAME,
static const char *const unary_names[] = {STRIDED_UNARY_OPERATIONS(NAME_OF)};
static const char *const binary_names[] = {STRIDED_BINARY_OPERATIONS(NAME_OF)};
static const char *const ternary_names[] = {STRIDED_TERNARY_OPERATIONS(NAME_OF)};
static const char *const split_names[] = {STRIDED_SPLIT_OPERATIONS(NAME_OF)};
static const char *const division_names[] = {STRIDED_DIVISION_OPERATIONS(NAME_OF)};

#define COUNT(TABLE) ((int)(sizeof(TABLE) / sizeof(*(TABLE))))
static const struct {
  const strided_kernel *const *rows;
  const char *const *names;
  int count;
} families[] = {
  [STRIDED_UNARY] = {unary, unary_names, COUNT(unary)},
  [STRIDED_BINARY] = {binary, binary_names, COUNT(binary)},
  [STRIDED_TERNARY] = {ternary, ternary_names, COUNT(ternary)},
  [STRIDED_SPLIT] = {split, split_names, COUNT(split)},
  [STRIDED_DIVISION] = {division, division_names, COUNT(division)},
};

static bool is_known(int family, int operation) {
  return family >= 0 && family < COUNT(families) && operation >= 0 &&
         operation < families[family].count;
}

strided_kernel strided_operation_kernel(int family, int operation, int kind) {
  if (!is_known(family, operation) || kind < 0 || kind >= STRIDED_KINDS) return NULL;
  return families[family].rows[operation][kind];
}

const char *strided_operation_name(int family, int operation) {
  return is_known(family, operation) ? families[family].names[operation] : "";
}

void strided_move(void *to, const void *from, size_t bytes) { __builtin_memmove(to, from, bytes); }
