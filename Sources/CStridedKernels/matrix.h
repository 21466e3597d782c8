// SPDX-License-Identifier: Apache-2.0
// The kernels of matrix products.
#pragma once
#include "reduce.h"

// The results of one row that are added up together.
enum { STRIPE = 1024 };

// Integers, truth values and float16.
extern const strided_kernel strided_matrix_rows[STRIDED_KINDS];
// One row or one column of results, of the other kinds.
extern const strided_kernel strided_matrix_vectors[STRIDED_KINDS];
