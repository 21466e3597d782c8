// SPDX-License-Identifier: Apache-2.0
// Functions of complex numbers: both sizes compute in double, one number at a time.
#pragma once
#include "log.h"
#include "trig.h"

typedef struct { double re, im; } complex;

// What the complex functions need of the real ones, for any number.
double strided_log1p_pair(double x, double low);
double strided_atan2(double y, double x);
complex strided_complex_log(complex z);
complex strided_complex_exp(complex z);
complex strided_complex_root(complex z);

INLINE complex of(double re, double im) { return (complex){re, im}; }
INLINE int is_finite(double x) { return abs_f64(x) < INF; }
INLINE int is_infinite(double x) { return abs_f64(x) == INF; }
INLINE complex times_i(complex z) { return of(-z.im, z.re); }
INLINE complex over_i(complex z) { return of(z.im, -z.re); }

#define COMPLEX_ROW(NAME, T, R)                                                                    \
  static void NAME##_row_##T(char *to, const char *from, n_t n) {                                  \
    T *o = (T *)to;                                                                                \
    const T *a = (const T *)from;                                                                  \
    ONE_BY_ONE(n) {                                                                                \
      const complex z = NAME##_complex(of((double)a[i].re, (double)a[i].im));                      \
      o[i] = (T){(R)z.re, (R)z.im};                                                                \
    }                                                                                              \
  }                                                                                                \
  WALKED(NAME, T)
#define COMPLEX(NAME) COMPLEX_ROW(NAME, c64, float) COMPLEX_ROW(NAME, c128, double)
