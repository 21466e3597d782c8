// SPDX-License-Identifier: Apache-2.0
// Sorting of rows: elements become signed keys in their order. All sorts are stable, NaNs last.
#include "sort.h"
#include "sort_rows.h"

// -0 comes before 0 as a value, and is equal to it where positions are sorted.
#define PLAIN_KEY(T, K, SIGN)                                                                      \
  typedef K key_##T;                                                                               \
  INLINE K to_key_##T(T x) { return (K)(x ^ SIGN); }                                               \
  INLINE T from_key_##T(K k) { return (T)(k ^ SIGN); }                                             \
  INLINE K rank_##T(T x) { return to_key_##T(x); }
PLAIN_KEY(i8, int8_t, 0)
PLAIN_KEY(i16, int16_t, 0)
PLAIN_KEY(i32, int32_t, 0)
PLAIN_KEY(i64, int64_t, 0)
PLAIN_KEY(u8, int8_t, 0x80)
PLAIN_KEY(u16, int16_t, 0x8000)
PLAIN_KEY(u32, int32_t, 0x80000000)
PLAIN_KEY(u64, int64_t, 0x8000000000000000)
typedef int8_t key_b8;
INLINE int8_t to_key_b8(b8 x) { return x != 0; }
INLINE b8 from_key_b8(int8_t k) { return (b8)k; }
INLINE int8_t rank_b8(b8 x) { return x != 0; }

// Floats by their bits: the magnitude of a negative one is turned, NaNs are the largest key.
typedef i16 h16;
typedef i32 h32;
typedef i64 h64;
#define FLOAT_KEY(T, K, MOST, INFINITY, NAN)                                                       \
  typedef K key_##T;                                                                               \
  INLINE K turned_##T(K x) { return x ^ (K)((x < 0 ? -1 : 0) & MOST); }                            \
  INLINE K to_key_##T(T x) { return (K)(x & MOST) > INFINITY ? MOST : turned_##T(x); }             \
  INLINE T from_key_##T(K k) { return k == MOST ? NAN : turned_##T(k); }                           \
  INLINE K rank_##T(T x) { return (x & MOST) == 0 ? 0 : to_key_##T(x); }
FLOAT_KEY(h16, int16_t, INT16_MAX, 0x7c00, 0x7e00)
FLOAT_KEY(h32, int32_t, INT32_MAX, 0x7f800000, 0x7fc00000)
FLOAT_KEY(h64, int64_t, INT64_MAX, 0x7ff0000000000000, 0x7ff8000000000000)

// Brings n keys in order, or only those at `count` places, each above its position; keys that leave
// no room for it are sorted by their upper bits first. n is below 2^31, room for 2n more follows.
// Positions are the lowest `bits` bits.
static const int64_t *order(int64_t *keys, n_t n, const n_t *places, n_t count, int *bits) {
  int64_t least = keys[0], most = keys[0];
  for (n_t i = 1; i < n; i++) {
    least = keys[i] < least ? keys[i] : least;
    most = keys[i] > most ? keys[i] : most;
  }
  const uint64_t range = (uint64_t)most - (uint64_t)least;
  const int low = 64 - __builtin_clzll((uint64_t)n), high = range ? 64 - __builtin_clzll(range) : 0;
  const int cut = low + high > 63 ? low + high - 63 : 0;
  const uint64_t rest = ((uint64_t)1 << cut) - 1;
  int64_t *a = keys + n, *b = a + n;
  for (n_t i = 0; i < n; i++)
    a[i] = (int64_t)(((uint64_t)keys[i] - (uint64_t)least) >> cut << low | (uint64_t)i);
  *bits = low;
  if (count > 0 && cut == 0) {
    select_longs(a, b, n, places, count, 0, depth_longs(n));
    return a;
  }
  int64_t *sorted = sorted_longs(a, b, n, low), *room = sorted == a ? b : a;
  for (n_t i = 0, end; cut > 0 && i < n; i = end) {
    for (end = i + 1; end < n && sorted[end] >> low == sorted[i] >> low;) end++;
    if (end - i < 2) continue;
    for (n_t k = i; k < end; k++) {
      const uint64_t at = (uint64_t)sorted[k] & (((uint64_t)1 << low) - 1);
      sorted[k] = (int64_t)((((uint64_t)keys[at] - (uint64_t)least) & rest) << low | at);
    }
    const int64_t *run = sorted_longs(sorted + i, room + i, end - i, low);
    if (run != sorted + i) __builtin_memcpy(sorted + i, run, (size_t)(end - i) * sizeof(*run));
  }
  return sorted;
}

// Contiguous results are the keys' own place.
#define ROWS(T, N)                                                                                 \
  KERNEL static void keys_##T(key_##T *o, const char *a, n_t n, n_t step) {                        \
    if (step == sizeof(T)) {                                                                       \
      const T *row = (const T *)a;                                                                 \
      LOOP(vectorize(assume_safety)) for (n_t i = 0; i < n; i++) o[i] = to_key_##T(row[i]);        \
    } else {                                                                                       \
      for (n_t i = 0; i < n; i++) o[i] = to_key_##T(AT(const T, a, i, step));                      \
    }                                                                                              \
  }                                                                                                \
  KERNEL static void values_##T(char *o, const key_##T *a, n_t n, n_t step) {                      \
    if (step == sizeof(T)) {                                                                       \
      T *row = (T *)o;                                                                             \
      LOOP(vectorize(assume_safety)) for (n_t i = 0; i < n; i++) row[i] = from_key_##T(a[i]);      \
    } else {                                                                                       \
      for (n_t i = 0; i < n; i++) AT(T, o, i, step) = from_key_##T(a[i]);                          \
    }                                                                                              \
  }                                                                                                \
  static void arrange_##T(SIGNATURE, const bool all) {                                             \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0];                                                                  \
      const bool own = s1[0] == sizeof(T) && (size_t)o % sizeof(T) == 0;                           \
      key_##T *room = (key_##T *)p[2], *keys = own ? (key_##T *)o : room + n1;                     \
      keys_##T(keys, p[1] + j * s0[1], n1, s1[1]);                                                 \
      if (all) keys = sorted_##N(keys, room, n1, 0);                                               \
      else select_##N(keys, room, n1, (const n_t *)p[3], s1[3], 0, depth_##N(n1));                 \
      values_##T(o, keys, n1, s1[0]);                                                              \
    }                                                                                              \
  }                                                                                                \
  static void sort_##T(SIGNATURE) { arrange_##T(n0, n1, p, s0, s1, true); }                        \
  static void partition_##T(SIGNATURE) { arrange_##T(n0, n1, p, s0, s1, false); }                  \
  static void positions_##T(SIGNATURE) {                                                           \
    int64_t *keys = (int64_t *)p[2];                                                               \
    for (n_t j = 0; j < n0; j++) {                                                                 \
      char *o = p[0] + j * s0[0], *a = p[1] + j * s0[1];                                           \
      for (n_t i = 0; i < n1; i++) keys[i] = rank_##T(AT(const T, a, i, s1[1]));                   \
      int bits;                                                                                    \
      const int64_t *sorted = order(keys, n1, (const n_t *)p[3], s1[3], &bits);                    \
      for (n_t i = 0; i < n1; i++)                                                                 \
        AT(i64, o, i, s1[0]) = sorted[i] & (int64_t)(((uint64_t)1 << bits) - 1);                   \
    }                                                                                              \
  }
ROWS(b8, bytes) ROWS(i8, bytes) ROWS(u8, bytes)
ROWS(i16, shorts) ROWS(u16, shorts) ROWS(h16, shorts)
ROWS(i32, words) ROWS(u32, words) ROWS(h32, words)
ROWS(i64, longs) ROWS(u64, longs) ROWS(h64, longs)

#define BITS(N)                                                                                    \
  {N##b8, N##i8, N##i16, N##i32, N##i64, N##u8, N##u16, N##u32, N##u64, N##h16, N##h32, N##h64,    \
   strided_##N##c64, strided_##N##c128}
strided_kernel strided_sort_kernel(int operation, int kind) {
  // Positions are partitioned where the kernel is given places.
  static const strided_kernel table[4][STRIDED_KINDS] = {
    BITS(sort_), BITS(positions_), BITS(partition_), BITS(positions_)};
  if (kind < 0 || kind >= STRIDED_KINDS || operation < 0 || operation > 3) return NULL;
  return table[operation][kind];
}
