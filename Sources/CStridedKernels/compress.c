// SPDX-License-Identifier: Apache-2.0
// Elements where a mask is true, packed, and their places. A byte of a mask is true when it isn't 0.
#include "sizes.h"

// Bytes are counted in bytes, as long as those can't overflow.
KERNEL n_t strided_count_true(const char *mask, n_t step, n_t n) {
  enum { LANES = 64, ROUNDS = 255 };
  n_t count = 0, i = 0;
  while (step == 1 && i + LANES <= n) {
    uint8_t sums[LANES] = {0};
    for (int round = 0; round < ROUNDS && i + LANES <= n; round++, i += LANES) {
      for (int k = 0; k < LANES; k++) sums[k] += mask[i + k] != 0;
    }
    for (int k = 0; k < LANES; k++) count += sums[k];
  }
  for (; i < n; i++) count += mask[i * step] != 0;
  return count;
}

// Without vectors: every element is stored, and the next one over it if the mask is false there.
#define COMPRESS(T)                                                                                \
  static n_t compress_##T(T *o, n_t room, const char *a, n_t sa, const char *m, n_t sm, n_t n) {   \
    n_t k = 0;                                                                                     \
    for (n_t i = 0; i < n && k < room; i++) {                                                      \
      o[k] = AT(const T, a, i, sa);                                                                \
      k += m[i * sm] != 0;                                                                         \
    }                                                                                              \
    return k;                                                                                      \
  }
COMPRESS(u8) COMPRESS(u16) COMPRESS(u32) COMPRESS(u64) COMPRESS(w16)

static n_t places(distance *o, n_t room, const char *m, n_t sm, n_t n, n_t first, n_t step) {
  n_t k = 0;
  for (n_t i = 0; i < n && k < room; i++) {
    o[k] = first + i * step;
    k += m[i * sm] != 0;
  }
  return k;
}

#if defined(STRIDED_LEVELS)
#include <immintrin.h>
#define V3 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define V4 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,bmi2,popcnt")))

// Eight bytes of a mask as 0 or 255 each.
V3 INLINE uint64_t spread(const char *m) {
  const __m128i v = _mm_loadl_epi64((const __m128i *)m);
  return ~(uint64_t)_mm_cvtsi128_si64(_mm_cmpeq_epi8(v, _mm_setzero_si128()));
}
// The numbers of the true ones among eight elements, a byte each, packed.
#define NUMBERS(W) _pext_u64(0x0706050403020100, W)
#define WHOLE(SIZE) for (; i + (SIZE) <= n && k + (SIZE) <= room; i += (SIZE))

V3 static n_t compress_v3_u8(u8 *o, n_t room, const char *a, const char *m, n_t n, n_t *done) {
  n_t i = 0, k = 0;
  WHOLE(8) {
    const uint64_t w = spread(m + i);
    const __m128i v = _mm_loadl_epi64((const __m128i *)(a + i));
    _mm_storel_epi64((__m128i *)(o + k), _mm_shuffle_epi8(v, _mm_cvtsi64_si128((int64_t)NUMBERS(w))));
    k += _mm_popcnt_u64(w) >> 3;
  }
  *done = i;
  return k;
}

V3 static n_t compress_v3_u16(u16 *o, n_t room, const char *a, const char *m, n_t n, n_t *done) {
  n_t i = 0, k = 0;
  WHOLE(8) {
    const uint64_t w = spread(m + i);
    const __m128i e = _mm_cvtepu8_epi16(_mm_cvtsi64_si128((int64_t)NUMBERS(w)));
    const __m128i low = _mm_slli_epi16(e, 1);
    const __m128i pairs = _mm_add_epi16(_mm_or_si128(low, _mm_slli_epi16(low, 8)), _mm_set1_epi16(256));
    const __m128i v = _mm_loadu_si128((const __m128i *)(a + 2 * i));
    _mm_storeu_si128((__m128i *)(o + k), _mm_shuffle_epi8(v, pairs));
    k += _mm_popcnt_u64(w) >> 3;
  }
  *done = i;
  return k;
}

V3 INLINE void compress_eight(u32 *o, const char *a, uint64_t w) {
  const __m256i e = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128((int64_t)NUMBERS(w)));
  const __m256i v = _mm256_loadu_si256((const __m256i *)a);
  _mm256_storeu_si256((__m256i *)o, _mm256_permutevar8x32_epi32(v, e));
}

V3 static n_t compress_v3_u32(u32 *o, n_t room, const char *a, const char *m, n_t n, n_t *done) {
  n_t i = 0, k = 0;
  WHOLE(16) {
    const uint64_t w = spread(m + i), x = spread(m + i + 8);
    compress_eight(o + k, a + 4 * i, w);
    k += _mm_popcnt_u64(w) >> 3;
    compress_eight(o + k, a + 4 * i + 32, x);
    k += _mm_popcnt_u64(x) >> 3;
  }
  *done = i;
  return k;
}

// Four elements of eight bytes, moved as pairs of halves.
V3 INLINE void compress_four(u64 *o, const char *a, uint32_t w) {
  const __m256i e = _mm256_cvtepu8_epi64(_mm_cvtsi32_si128((int)_pext_u32(0x03020100, w)));
  const __m256i low = _mm256_slli_epi64(e, 1);
  const __m256i pairs =
    _mm256_add_epi64(_mm256_or_si256(low, _mm256_slli_epi64(low, 32)), _mm256_set1_epi64x((int64_t)1 << 32));
  const __m256i v = _mm256_loadu_si256((const __m256i *)a);
  _mm256_storeu_si256((__m256i *)o, _mm256_permutevar8x32_epi32(v, pairs));
}

V3 static n_t compress_v3_u64(u64 *o, n_t room, const char *a, const char *m, n_t n, n_t *done) {
  n_t i = 0, k = 0;
  WHOLE(8) {
    const uint64_t w = spread(m + i);
    compress_four(o + k, a + 8 * i, (uint32_t)w);
    k += _mm_popcnt_u32((uint32_t)w) >> 3;
    compress_four(o + k, a + 8 * i + 32, (uint32_t)(w >> 32));
    k += _mm_popcnt_u32((uint32_t)(w >> 32)) >> 3;
  }
  *done = i;
  return k;
}

V3 static n_t places_v3(distance *o, n_t room, const char *m, n_t n, n_t first, n_t step, n_t *done) {
  n_t i = 0, k = 0;
  const __m256i by = _mm256_set1_epi64x(step);
  WHOLE(8) {
    const uint64_t w = spread(m + i);
    const __m128i e = _mm_cvtsi64_si128((int64_t)NUMBERS(w));
    const __m256i start = _mm256_set1_epi64x(first + i * step);
    const __m256i low = _mm256_cvtepu8_epi64(e), high = _mm256_cvtepu8_epi64(_mm_srli_si128(e, 4));
    // A number below 8 times a step of 64 bits: the step's low half, and its high half shifted.
    const __m256i top = _mm256_srli_epi64(by, 32);
    const __m256i l = _mm256_add_epi64(
      _mm256_mul_epu32(low, by), _mm256_slli_epi64(_mm256_mul_epu32(low, top), 32));
    const __m256i h = _mm256_add_epi64(
      _mm256_mul_epu32(high, by), _mm256_slli_epi64(_mm256_mul_epu32(high, top), 32));
    _mm256_storeu_si256((__m256i *)(o + k), _mm256_add_epi64(start, l));
    _mm256_storeu_si256((__m256i *)(o + k + 4), _mm256_add_epi64(start, h));
    k += _mm_popcnt_u64(w) >> 3;
  }
  *done = i;
  return k;
}

V4 static n_t compress_v4_u32(u32 *o, n_t room, const char *a, const char *m, n_t n, n_t *done) {
  n_t i = 0, k = 0;
  WHOLE(16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(m + i));
    const __mmask16 w = _mm_test_epi8_mask(bytes, bytes);
    const __m512i v = _mm512_loadu_si512(a + 4 * i);
    // To a register, then to memory: the form that compresses to memory is slow on some processors.
    _mm512_storeu_si512(o + k, _mm512_maskz_compress_epi32(w, v));
    k += _mm_popcnt_u32(w);
  }
  *done = i;
  return k;
}

V4 static n_t compress_v4_u64(u64 *o, n_t room, const char *a, const char *m, n_t n, n_t *done) {
  n_t i = 0, k = 0;
  WHOLE(16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(m + i));
    const uint32_t w = _mm_test_epi8_mask(bytes, bytes);
    const __m512i v = _mm512_loadu_si512(a + 8 * i), u = _mm512_loadu_si512(a + 8 * i + 64);
    _mm512_storeu_si512(o + k, _mm512_maskz_compress_epi64((__mmask8)w, v));
    k += _mm_popcnt_u32(w & 255);
    _mm512_storeu_si512(o + k, _mm512_maskz_compress_epi64((__mmask8)(w >> 8), u));
    k += _mm_popcnt_u32(w >> 8);
  }
  *done = i;
  return k;
}

#define HAS_V3 __builtin_cpu_supports("x86-64-v3")
#define HAS_V4 __builtin_cpu_supports("x86-64-v4")
#define WIDE_v3(T) if (sa == sizeof(T) && sm == 1 && HAS_V3) k = compress_v3_##T(o, room, from, mask, n, &i);
#define WIDE_v4(T)                                                                                 \
  if (sa == sizeof(T) && sm == 1 && HAS_V4) k = compress_v4_##T(o, room, from, mask, n, &i);       \
  else WIDE_v3(T)
#define WIDE_PLACES if (sm == 1 && HAS_V3) k = places_v3(to, room, mask, n, first, step, &i);
#else
#define WIDE_v3(T)
#define WIDE_v4(T)
#define WIDE_PLACES
#endif

#define COMPRESS_CASE(SIZE, T, WIDE)                                                               \
  case SIZE: {                                                                                     \
    T *const o = (T *)to;                                                                          \
    n_t i = 0, k = 0;                                                                              \
    WIDE                                                                                           \
    return k + compress_##T(o + k, room - k, from + i * sa, sa, mask + i * sm, sm, n - i);         \
  }
n_t strided_compress(int size, char *to, n_t room, const char *from, n_t sa, const char *mask,
                     n_t sm, n_t n) {
  switch (size) {
    COMPRESS_CASE(1, u8, WIDE_v3(u8))
    COMPRESS_CASE(2, u16, WIDE_v3(u16))
    COMPRESS_CASE(4, u32, WIDE_v4(u32))
    COMPRESS_CASE(8, u64, WIDE_v4(u64))
    COMPRESS_CASE(16, w16, )
    default: return 0;
  }
}

n_t strided_places(ptrdiff_t *to, n_t room, const char *mask, n_t sm, n_t n, n_t first, n_t step) {
  n_t i = 0, k = 0;
  WIDE_PLACES
  return k + places(to + k, room - k, mask + i * sm, sm, n - i, first + i * step, step);
}
