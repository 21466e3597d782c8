// SPDX-License-Identifier: Apache-2.0
// Measures the kernels of the mathematical functions. Prints, for each function, the largest error
// of double over random and near-critical inputs and of float over all inputs (or every n-th block
// of them), in units in the last place of the result. The truth is long double's for the mass, and
// quadruple precision's wherever that finds a larger error than before.
#define _GNU_SOURCE
#include <math.h>
#include <quadmath.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void kernel(ptrdiff_t, ptrdiff_t, char *const *, const ptrdiff_t *, const ptrdiff_t *);
typedef __float128 quad;

#define UNARY(F)                                                                                   \
  F(exp) F(exp2) F(expm1) F(log) F(log2) F(log10) F(log1p) F(cbrt) F(sin) F(cos) F(tan) F(asin)    \
  F(acos) F(atan) F(sinh) F(cosh) F(tanh) F(asinh) F(acosh) F(atanh) F(deg2rad) F(rad2deg)
#define DECLARE(N) kernel strided_##N##_kernel_f32, strided_##N##_kernel_f64;
UNARY(DECLARE)
DECLARE(power) DECLARE(atan2) DECLARE(logaddexp) DECLARE(logaddexp2)

static long double deg2radl(long double x) { return x * M_PIl / 180; }
static long double rad2degl(long double x) { return x * 180 / M_PIl; }
static long double powerl(long double x, long double y) { return powl(x, y); }
static long double logaddexpl(long double x, long double y) {
  return fmaxl(x, y) + log1pl(expl(-fabsl(x - y)));
}
static long double logaddexp2l(long double x, long double y) {
  return fmaxl(x, y) + log1pl(exp2l(-fabsl(x - y))) / M_LN2l;
}
static quad deg2radq(quad x) { return x * M_PIq / 180; }
static quad rad2degq(quad x) { return x * 180 / M_PIq; }
static quad powerq(quad x, quad y) { return powq(x, y); }
static quad logaddexpq(quad x, quad y) {
  return fmaxq(x, y) + log1pq(expq(-fabsq(x - y)));
}
static quad logaddexp2q(quad x, quad y) {
  return fmaxq(x, y) + log1pq(exp2q(-fabsq(x - y))) / M_LN2q;
}

// The error of a result in units in the last place of the true value.
static double error(quad truth, double got, int digits, int least, double largest) {
  if (isnanq(truth)) return isnan(got) ? 0 : INFINITY;
  // Beyond the largest number by half a unit and more, the result is infinite.
  int e;
  frexpq(truth, &e);
  if (e - digits < least) e = least + digits;
  const quad unit = ldexpq(1, e - digits);
  if (isinf(got)) return fabsq(truth) + unit / 2 >= (quad)largest + unit / 2 &&
                         (truth > 0) == (got > 0) ? 0 : INFINITY;
  if (isinfq(truth)) return fabs(got) == largest ? 1 : INFINITY;
  return (double)(fabsq((quad)got - truth) / unit);
}
// The same, roughly and quickly; what it can't tell counts as large.
static double rough(long double truth, double got, int digits, int least) {
  if (isnan(truth) && isnan(got)) return 0;
  if (!(fabsl(truth) < 0x1p1020L) || !isfinite(got)) return truth == got ? 0 : INFINITY;
  if (truth == 0) return got == 0 ? 0 : INFINITY;
  int e;
  // A truth that was rounded to a power of two may lie below it, where the unit is half as large.
  if (fabsl(frexpl(truth, &e)) < 0.5L * (1 + 0x1p-50L)) e--;
  if (e - digits < least) e = least + digits;
  return (double)ldexpl(fabsl((long double)got - truth), digits - e);
}
static double error64(quad t, double g) { return error(t, g, 53, -1074, 0x1.fffffffffffffp1023); }
static double error32(quad t, float g) { return error(t, g, 24, -149, 0x1.fffffep127); }

// How much smaller the unit of one number is than that of a larger one.
static double scale(long double t, double larger, int least) {
  if (!(larger > fabsl(t))) return 1;
  int e = t == 0 ? least : ilogbl(t), f = ilogb(larger);
  if (e < least) e = least;
  if (f < least) f = least;
  return ldexp(1, e - f);
}

static uint64_t state = 88172645463325252u;
static uint64_t random64(void) {
  state ^= state << 13; state ^= state >> 7; state ^= state << 17;
  return state * 0x2545f4914f6cdd1du;
}
static double uniform(void) { return (double)(random64() >> 11) * 0x1p-53; }
// Any number, exponents evenly.
static double any64(void) {
  const uint64_t b = random64(); double x; memcpy(&x, &b, 8); return x;
}
// Random inputs of several sorts: over the useful range, near whole and critical values, any bits.
static double input(double low, double high) {
  switch (random64() & 7) {
    case 0: return any64();
    case 1: return ldexp(uniform() * 2 - 1, -(int)(random64() % 60));
    case 2: { const double x = low + (high - low) * uniform(); return x * ldexp(1, -(int)(random64() % 20)); }
    case 3: return 1 + (uniform() - 0.5) * ldexp(1, -(int)(random64() % 50));
    case 4: return (double)((int64_t)(random64() % 100000)) * M_PI / 2 * (random64() & 1 ? 1 : 1 + 0x1p-52);
    default: return low + (high - low) * uniform();
  }
}

enum { N = 4096 };
static void run1(kernel *k, void *o, void *a, int size) {
  char *p[] = {o, a}; const ptrdiff_t s[] = {0, 0}, t[] = {size, size};
  k(1, N, p, s, t);
}
static void run2(kernel *k, void *o, void *a, void *b, int size) {
  char *p[] = {o, a, b}; const ptrdiff_t s[] = {0, 0, 0}, t[] = {size, size, size};
  k(1, N, p, s, t);
}
static double a64[N], b64[N], o64[N];
static float a32[N], b32[N], o32[N];
static long rounds = 2500;
static int stride = 1;

static void unary(const char *name, quad (*f)(quad), long double (*l)(long double),
                  double (*g)(double), kernel *k64, kernel *k32, double low, double high) {
  double worst = 0, at = 0;
  for (long r = 0; r < rounds; r++) {
    for (int i = 0; i < N; i++) a64[i] = input(low, high);
    run1(k64, o64, a64, 8);
    for (int i = 0; i < N; i++) {
      if (rough(l(a64[i]), o64[i], 53, -1074) <= worst) continue;
      const double e = error64(f(a64[i]), o64[i]);
      if (!(e <= worst)) { worst = e; at = a64[i]; }
    }
  }
  double worst32 = 0; float at32 = 0;
  for (uint64_t first = 0; first < 0x100000000u; first += (uint64_t)N * stride) {
    const uint64_t from = first + (random64() % stride) * N;
    for (int i = 0; i < N; i++) { const uint32_t b = (uint32_t)(from + i); memcpy(&a32[i], &b, 4); }
    run1(k32, o32, a32, 4);
    for (int i = 0; i < N; i++) {
      // The double function is exact enough for float, and quick.
      if (rough(g ? g(a32[i]) : l(a32[i]), o32[i], 24, -149) <= worst32) continue;
      const double e = error32(f(a32[i]), o32[i]);
      if (!(e <= worst32)) { worst32 = e; at32 = a32[i]; }
    }
  }
  printf("%-10s %7.3f at %-24.17g %7.3f at %.9g\n", name, worst, at, worst32, at32);
  fflush(stdout);
}

static void binary(const char *name, quad (*f)(quad, quad),
                   long double (*l)(long double, long double), kernel *k64, kernel *k32, double low, double high, double low2, double high2) {
  double worst = 0, at = 0, at2 = 0, worst32 = 0; float bt = 0, bt2 = 0;
  const int sum = !strncmp(name, "logadd", 6);
  for (long r = 0; r < rounds; r++) {
    for (int i = 0; i < N; i++) {
      a64[i] = input(low, high); b64[i] = input(low2, high2);
      if (sum && (random64() & 1)) b64[i] = a64[i] + (uniform() - 0.5) * 20;
      if (sum && !(fabs(a64[i]) < 1e300 && fabs(b64[i]) < 1e300)) a64[i] = b64[i] = 1;
      a32[i] = (float)a64[i]; b32[i] = (float)b64[i];
    }
    run2(k64, o64, a64, b64, 8);
    run2(k32, o32, a32, b32, 4);
    for (int i = 0; i < N; i++) {
      // Sums of exponentials: in units of the larger operand where the result cancels.
      long double m = l(a64[i], b64[i]);
      double larger = sum ? fabs(fmax(a64[i], b64[i])) : 0;
      if (!(rough(m, o64[i], 53, -1074) * scale(m, larger, -1022) <= worst)) {
        const quad t = f(a64[i], b64[i]);
        const double e = error64(t, o64[i]) * scale(t, larger, -1022);
        if (!(e <= worst)) { worst = e; at = a64[i]; at2 = b64[i]; }
      }
      if (sum && !(isfinite(a32[i]) && isfinite(b32[i]))) continue;
      m = l(a32[i], b32[i]);
      larger = sum ? fabsf(fmaxf(a32[i], b32[i])) : 0;
      if (!(rough(m, o32[i], 24, -149) * scale(m, larger, -126) <= worst32)) {
        const quad t = f(a32[i], b32[i]);
        const double e = error32(t, o32[i]) * scale(t, larger, -126);
        if (!(e <= worst32)) { worst32 = e; bt = a32[i]; bt2 = b32[i]; }
      }
    }
  }
  printf("%-10s %7.3f at %.17g %.17g %7.3f at %.9g %.9g\n", name, worst, at, at2, worst32, bt, bt2);
  fflush(stdout);
}

int main(int count, char **words) {
  if (count > 2) { rounds = atol(words[2]); stride = atoi(words[3]); }
  const char *only = count > 1 && strcmp(words[1], "all") ? words[1] : NULL;
#define RUN(N, G, LOW, HIGH)                                                                       \
  if (!only || !strcmp(only, #N))                                                                  \
    unary(#N, N##q, N##l, G, strided_##N##_kernel_f64, strided_##N##_kernel_f32, LOW, HIGH);
  RUN(exp, exp, -746, 710)
  RUN(exp2, exp2, -1076, 1024)
  RUN(expm1, expm1, -40, 710)
  RUN(log, log, 0, 10)
  RUN(log2, log2, 0, 10)
  RUN(log10, log10, 0, 10)
  RUN(log1p, log1p, -1, 10)
  RUN(cbrt, cbrt, -10, 10)
  RUN(sin, sin, -1e3, 1e5)
  RUN(cos, cos, -1e3, 1e5)
  RUN(tan, tan, -1e3, 1e5)
  RUN(asin, asin, -1, 1)
  RUN(acos, acos, -1, 1)
  RUN(atan, atan, -5, 5)
  RUN(sinh, sinh, -711, 711)
  RUN(cosh, cosh, -711, 711)
  RUN(tanh, tanh, -3, 3)
  RUN(asinh, asinh, -10, 10)
  RUN(acosh, acosh, 1, 10)
  RUN(atanh, atanh, -1, 1)
  RUN(deg2rad, NULL, -360, 360)
  RUN(rad2deg, NULL, -7, 7)
#define RUN2(N, ...)                                                                               \
  if (!only || !strcmp(only, #N))                                                                  \
    binary(#N, N##q, N##l, strided_##N##_kernel_f64, strided_##N##_kernel_f32, __VA_ARGS__);
  RUN2(atan2, -10, 10, -10, 10)
  RUN2(power, 0, 10, -50, 50)
  RUN2(logaddexp, -50, 50, -50, 50)
  RUN2(logaddexp2, -50, 50, -50, 50)
  return 0;
}
