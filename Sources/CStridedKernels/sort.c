// SPDX-License-Identifier: Apache-2.0
// Sorting of rows: numbers become unsigned keys in their order, long rows are sorted digit by
// digit, short ones by merging. All sorts are stable. NaNs come last.
#include "internal.h"

enum { RUN = 16, MERGED = 256, DIGITS = 256 };

// Keys: the bits of a float, all of a negative one turned, the sign of others set; NaNs are the
// largest key. -0 comes before 0 as a value, and is equal to it where positions are sorted.
#define INTEGER_KEY(T, U, SIGN)                                                                    \
  typedef U key_##T;                                                                               \
  INLINE U to_key_##T(T x) { return (U)((U)x ^ (U)(SIGN)); }                                       \
  INLINE T from_key_##T(U k) { return (T)(U)(k ^ (U)(SIGN)); }                                     \
  INLINE U rank_key_##T(T x) { return to_key_##T(x); }
INTEGER_KEY(i8, uint8_t, 0x80)
INTEGER_KEY(i16, uint16_t, 0x8000)
INTEGER_KEY(i32, uint32_t, 0x80000000)
INTEGER_KEY(i64, uint64_t, 0x8000000000000000)
INTEGER_KEY(u8, uint8_t, 0)
INTEGER_KEY(u16, uint16_t, 0)
INTEGER_KEY(u32, uint32_t, 0)
INTEGER_KEY(u64, uint64_t, 0)
typedef uint8_t key_b8;
INLINE uint8_t to_key_b8(b8 x) { return x != 0; }
INLINE b8 from_key_b8(uint8_t k) { return k; }
INLINE uint8_t rank_key_b8(b8 x) { return x != 0; }

// Floats are handled by their bits.
typedef u16 h16;
typedef u32 h32;
typedef u64 h64;
#define FLOAT_KEY(T, U, SIGN, INFINITY, NAN)                                                       \
  typedef U key_##T;                                                                               \
  INLINE U to_key_##T(T x) {                                                                       \
    const U turned = (U)((x & SIGN) ? ~x : x | SIGN);                                              \
    return (U)(x & (U)~SIGN) > INFINITY ? (U)~(U)0 : turned;                                       \
  }                                                                                                \
  INLINE T from_key_##T(U k) { return k == (U)~(U)0 ? NAN : (U)((k & SIGN) ? k ^ SIGN : ~k); }     \
  INLINE U rank_key_##T(T x) { return to_key_##T(x == SIGN ? 0 : x); }
FLOAT_KEY(h16, uint16_t, (uint16_t)0x8000, 0x7c00, 0x7e00)
FLOAT_KEY(h32, uint32_t, 0x80000000, 0x7f800000, 0x7fc00000)
FLOAT_KEY(h64, uint64_t, 0x8000000000000000, 0x7ff0000000000000, 0x7ff8000000000000)

typedef struct { uint64_t key, position; } pair;

// SORTER(U, …): sorts n of a, with room for n at b; gives the one of both that holds the result.
#define SORTER(NAME, U, KEY, FIRST, LAST)                                                          \
  static void NAME##_insert(U *a, n_t n) {                                                         \
    for (n_t i = 1; i < n; i++) {                                                                  \
      const U x = a[i];                                                                            \
      n_t j = i;                                                                                   \
      for (; j > 0 && KEY(x) < KEY(a[j - 1]); j--) a[j] = a[j - 1];                                \
      a[j] = x;                                                                                    \
    }                                                                                              \
  }                                                                                                \
  static U *NAME##_merged(U *a, U *b, n_t n) {                                                     \
    for (n_t i = 0; i < n; i += RUN) NAME##_insert(a + i, n - i < RUN ? n - i : RUN);              \
    for (n_t width = RUN; width < n; width *= 2) {                                                 \
      for (n_t from = 0; from < n; from += 2 * width) {                                            \
        const n_t middle = n - from < width ? n : from + width;                                    \
        const n_t end = n - from < 2 * width ? n : from + 2 * width;                               \
        n_t i = from, j = middle, k = from;                                                        \
        while (i < middle && j < end) {                                                            \
          const U x = a[i], y = a[j];                                                              \
          const n_t second = KEY(y) < KEY(x);                                                      \
          b[k++] = second ? y : x;                                                                 \
          j += second;                                                                             \
          i += !second;                                                                            \
        }                                                                                          \
        while (i < middle) b[k++] = a[i++];                                                        \
        while (j < end) b[k++] = a[j++];                                                           \
      }                                                                                            \
      U *c = a;                                                                                    \
      a = b;                                                                                       \
      b = c;                                                                                       \
    }                                                                                              \
    return a;                                                                                      \
  }                                                                                                \
  static U *NAME##_sorted(U *a, U *b, n_t n) {                                                     \
    if (n < MERGED) return NAME##_merged(a, b, n);                                                 \
    n_t counts[LAST - FIRST][DIGITS] = {{0}};                                                      \
    for (n_t i = 0; i < n; i++)                                                                    \
      for (int d = FIRST; d < LAST; d++) counts[d - FIRST][(KEY(a[i]) >> 8 * d) & 255]++;          \
    for (int d = FIRST; d < LAST; d++) {                                                           \
      n_t *place = counts[d - FIRST];                                                              \
      /* A digit that all share moves nothing. */                                                  \
      if (place[(KEY(a[0]) >> 8 * d) & 255] == n) continue;                                        \
      n_t sum = 0;                                                                                 \
      for (int k = 0; k < DIGITS; k++) {                                                           \
        const n_t count = place[k];                                                                \
        place[k] = sum;                                                                            \
        sum += count;                                                                              \
      }                                                                                            \
      for (n_t i = 0; i < n; i++) b[place[(KEY(a[i]) >> 8 * d) & 255]++] = a[i];                   \
      U *c = a;                                                                                    \
      a = b;                                                                                       \
      b = c;                                                                                       \
    }                                                                                              \
    return a;                                                                                      \
  }

#define ITSELF(X) (X)
#define KEY_OF(X) ((X).key)
SORTER(bytes, uint8_t, ITSELF, 0, 1)
SORTER(shorts, uint16_t, ITSELF, 0, 2)
SORTER(words, uint32_t, ITSELF, 0, 4)
SORTER(longs, uint64_t, ITSELF, 0, 8)
// A key of at most 32 bits above its position.
SORTER(packed, uint64_t, ITSELF, 4, 8)
SORTER(pairs, pair, KEY_OF, 0, 8)

// Brings the elements at `count` ascending places where a sort would, smaller ones before them.
#define SELECTOR(NAME, U)                                                                          \
  static void NAME##_select(U *a, U *b, n_t n, const n_t *places, n_t count) {                     \
    n_t from = 0;                                                                                  \
    for (n_t c = 0; c < count; c++) {                                                              \
      n_t low = from, high = n;                                                                    \
      const n_t place = places[c];                                                                 \
      for (int rounds = 0; high - low > RUN; rounds++) {                                           \
        U *p = a + low;                                                                            \
        const n_t length = high - low;                                                             \
        if (rounds > 64) {                                                                         \
          U *sorted = NAME##_sorted(p, b, length);                                                 \
          if (sorted != p) __builtin_memcpy(p, sorted, length * sizeof(U));                        \
          low = high = place;                                                                      \
          break;                                                                                   \
        }                                                                                          \
        U sample[9];                                                                               \
        for (int k = 0; k < 9; k++) sample[k] = p[(length - 1) / 8 * k];                           \
        NAME##_insert(sample, 9);                                                                  \
        const U pivot = sample[4];                                                                 \
        n_t less = 0, more = 0;                                                                    \
        for (n_t i = 0; i < length; i++) {                                                         \
          const U x = p[i];                                                                        \
          p[less] = x;                                                                             \
          less += x < pivot;                                                                       \
          b[more] = x;                                                                             \
          more += x > pivot;                                                                       \
        }                                                                                          \
        for (n_t i = less; i < length - more; i++) p[i] = pivot;                                   \
        __builtin_memcpy(p + length - more, b, more * sizeof(U));                                  \
        if (place < low + less) high = low + less;                                                 \
        else if (place >= high - more) low = high - more;                                          \
        else low = high = place;                                                                   \
      }                                                                                            \
      NAME##_insert(a + low, high - low);                                                          \
      from = place + 1;                                                                            \
    }                                                                                              \
  }
SELECTOR(bytes, uint8_t)
SELECTOR(shorts, uint16_t)
SELECTOR(words, uint32_t)
SELECTOR(longs, uint64_t)

#define ROWS(T, SORT, PAIRS, PAIR, PACK, POSITION)                                                 \
  static void sort_##T(SIGNATURE) {                                                                \
    key_##T *keys = (key_##T *)p[2];                                                               \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0], *a = p[1] + j * s0[1];                                           \
      for (n_t i = 0; i < n1; i++) keys[i] = to_key_##T(AT(const T, a, i, s1[1]));                 \
      const key_##T *sorted = SORT##_sorted(keys, keys + n1, n1);                                  \
      for (n_t i = 0; i < n1; i++) AT(T, o, i, s1[0]) = from_key_##T(sorted[i]);                   \
    }                                                                                              \
  }                                                                                                \
  static void positions_##T(SIGNATURE) {                                                           \
    PAIR *keys = (PAIR *)p[2];                                                                     \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0], *a = p[1] + j * s0[1];                                           \
      for (n_t i = 0; i < n1; i++) keys[i] = PACK(rank_key_##T(AT(const T, a, i, s1[1])), i);      \
      const PAIR *sorted = PAIRS##_sorted(keys, keys + n1, n1);                                    \
      for (n_t i = 0; i < n1; i++) AT(i64, o, i, s1[0]) = POSITION(sorted[i]);                     \
    }                                                                                              \
  }                                                                                                \
  static void partition_##T(SIGNATURE) {                                                           \
    key_##T *keys = (key_##T *)p[2];                                                               \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0], *a = p[1] + j * s0[1];                                           \
      for (n_t i = 0; i < n1; i++) keys[i] = to_key_##T(AT(const T, a, i, s1[1]));                 \
      SORT##_select(keys, keys + n1, n1, (const n_t *)p[3], s1[3]);                                \
      for (n_t i = 0; i < n1; i++) AT(T, o, i, s1[0]) = from_key_##T(keys[i]);                     \
    }                                                                                              \
  }
#define PACKED(K, I) ((uint64_t)(K) << 32 | (uint32_t)(I))
#define PACKED_POSITION(X) ((int64_t)((X)&0xffffffff))
#define PAIRED(K, I) ((pair){K, (uint64_t)(I)})
#define PAIRED_POSITION(X) ((int64_t)(X).position)
#define SMALL(T, SORT) ROWS(T, SORT, packed, uint64_t, PACKED, PACKED_POSITION)
#define LARGE(T, SORT) ROWS(T, SORT, pairs, pair, PAIRED, PAIRED_POSITION)
SMALL(b8, bytes) SMALL(i8, bytes) SMALL(u8, bytes) SMALL(i16, shorts) SMALL(u16, shorts)
SMALL(h16, shorts) SMALL(i32, words) SMALL(u32, words) SMALL(h32, words)
LARGE(i64, longs) LARGE(u64, longs) LARGE(h64, longs)

// Complex numbers are merged by comparing: real parts first, NaNs last in either part.
#define COMPLEX_ROWS(T)                                                                            \
  typedef struct { T key; int64_t position; } item_##T;                                            \
  INLINE int before_##T(T a, T b) {                                                                \
    const int x = a.re != a.re, y = b.re != b.re, u = a.im != a.im, v = b.im != b.im;              \
    if (2 * x + u != 2 * y + v) return 2 * x + u < 2 * y + v;                                      \
    if (!x && a.re != b.re) return a.re < b.re;                                                    \
    return !u && a.im < b.im;                                                                      \
  }                                                                                                \
  static item_##T *sorted_##T(item_##T *a, item_##T *b, n_t n) {                                   \
    for (n_t width = 1; width < n; width *= 2) {                                                   \
      for (n_t from = 0; from < n; from += 2 * width) {                                            \
        const n_t middle = n - from < width ? n : from + width;                                    \
        const n_t end = n - from < 2 * width ? n : from + 2 * width;                               \
        n_t i = from, j = middle, k = from;                                                        \
        while (i < middle && j < end) b[k++] = before_##T(a[j].key, a[i].key) ? a[j++] : a[i++];   \
        while (i < middle) b[k++] = a[i++];                                                        \
        while (j < end) b[k++] = a[j++];                                                           \
      }                                                                                            \
      item_##T *c = a;                                                                             \
      a = b;                                                                                       \
      b = c;                                                                                       \
    }                                                                                              \
    return a;                                                                                      \
  }                                                                                                \
  INLINE const item_##T *load_##T(char *const *p, const char *a, n_t n, n_t step) {                \
    item_##T *items = (item_##T *)p[2];                                                            \
    for (n_t i = 0; i < n; i++) items[i] = (item_##T){AT(const T, a, i, step), i};                 \
    return sorted_##T(items, items + n, n);                                                        \
  }                                                                                                \
  static void sort_##T(SIGNATURE) {                                                                \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      const item_##T *items = load_##T(p, p[1] + j * s0[1], n1, s1[1]);                            \
      for (n_t i = 0; i < n1; i++) AT(T, p[0] + j * s0[0], i, s1[0]) = items[i].key;               \
    }                                                                                              \
  }                                                                                                \
  static void positions_##T(SIGNATURE) {                                                           \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      const item_##T *items = load_##T(p, p[1] + j * s0[1], n1, s1[1]);                            \
      for (n_t i = 0; i < n1; i++) AT(i64, p[0] + j * s0[0], i, s1[0]) = items[i].position;        \
    }                                                                                              \
  }
COMPLEX_ROWS(c64)
COMPLEX_ROWS(c128)
#define partition_c64 sort_c64
#define partition_c128 sort_c128

#define BITS(N)                                                                                    \
  {N##b8, N##i8, N##i16, N##i32, N##i64, N##u8, N##u16, N##u32, N##u64, N##h16, N##h32, N##h64,    \
   N##c64, N##c128}

strided_kernel strided_sort_kernel(int operation, int kind) {
  static const strided_kernel table[3][STRIDED_KINDS] = {
    BITS(sort_), BITS(positions_), BITS(partition_)};
  if (kind < 0 || kind >= STRIDED_KINDS || operation < 0 || operation > 2) return NULL;
  return table[operation][kind];
}
