// SPDX-License-Identifier: Apache-2.0

// What Embedded Swift expects of its host, for a page of WebAssembly memory and nothing else.
// The allocator only moves forward and asks for more pages: enough to prove that the core runs.

typedef __SIZE_TYPE__ size_t;
typedef __UINTPTR_TYPE__ uintptr_t;

extern unsigned char __heap_base;
static uintptr_t next;

static void *reserve(size_t alignment, size_t size) {
  if (next == 0) next = (uintptr_t)&__heap_base;
  uintptr_t start = (next + alignment - 1) & ~(uintptr_t)(alignment - 1);
  uintptr_t end = start + size;
  if (end < start) return 0;
  uintptr_t limit = __builtin_wasm_memory_size(0) * 65536;
  if (end > limit && __builtin_wasm_memory_grow(0, (end - limit + 65535) / 65536) == (size_t)-1)
    return 0;
  next = end;
  return (void *)start;
}

void *malloc(size_t size) { return reserve(16, size); }

void free(void *memory) { (void)memory; }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  *memory = reserve(alignment, size);
  return *memory ? 0 : 12;
}

void *memcpy(void *to, const void *from, size_t count) {
  unsigned char *t = to;
  const unsigned char *f = from;
  while (count--) *t++ = *f++;
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  unsigned char *t = to;
  const unsigned char *f = from;
  if (t <= f) return memcpy(to, from, count);
  while (count--) t[count] = f[count];
  return to;
}

void *memset(void *to, int byte, size_t count) {
  unsigned char *t = to;
  while (count--) *t++ = (unsigned char)byte;
  return to;
}

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *l = left, *r = right;
  for (; count--; l++, r++)
    if (*l != *r) return *l < *r ? -1 : 1;
  return 0;
}

size_t strlen(const char *text) {
  size_t count = 0;
  while (text[count]) count++;
  return count;
}

void arc4random_buf(void *buffer, size_t count) { memset(buffer, 7, count); }

int putchar(int character) { return character; }

// The product of two 128-bit numbers, from 32-bit halves.
typedef unsigned long long u64;
void __multi3(u64 *result, u64 leftLow, u64 leftHigh, u64 rightLow, u64 rightHigh) {
  u64 a = leftLow >> 32, b = leftLow & 0xffffffff;
  u64 c = rightLow >> 32, d = rightLow & 0xffffffff;
  u64 low = b * d, middle = a * d + (low >> 32), cross = b * c + (middle & 0xffffffff);
  result[0] = (cross << 32) | (low & 0xffffffff);
  result[1] = a * c + (middle >> 32) + (cross >> 32) + leftLow * rightHigh + leftHigh * rightLow;
}

// A 128-bit number, shifted to the left and to the right.
void __ashlti3(u64 *result, u64 low, u64 high, int count) {
  result[0] = count < 64 ? low << count : 0;
  result[1] = count == 0 ? high : count < 64 ? high << count | low >> (64 - count) : low << (count - 64);
}

void __lshrti3(u64 *result, u64 low, u64 high, int count) {
  result[0] = count == 0 ? low : count < 64 ? low >> count | high << (64 - count) : high >> (count - 64);
  result[1] = count < 64 ? high >> count : 0;
}

// Half precision: the machine has no instruction for it. Ties go to even, as in IEEE 754.
float __extendhfsf2(unsigned short half) {
  unsigned sign = (unsigned)(half & 0x8000) << 16, exponent = half >> 10 & 31, part = half & 1023;
  union { unsigned bits; float value; } single;
  if (exponent == 0) {
    single.value = (float)part * 0x1p-24f;
    single.bits |= sign;
  } else {
    single.bits = sign | (exponent == 31 ? 255u : exponent + 112) << 23 | part << 13;
  }
  return single.value;
}

// Rounds `part`, a fraction of `bits` bits too many, to the nearest.
static unsigned rounded(u64 part, unsigned bits) {
  unsigned kept = (unsigned)(part >> bits);
  u64 rest = part & (((u64)1 << bits) - 1), middle = (u64)1 << (bits - 1);
  return kept + (rest > middle || (rest == middle && (kept & 1)));
}

// The half nearest to sign, exponent (of base 2) and `part`, whose leading one is at `width`.
static unsigned short half(unsigned sign, int exponent, u64 part, unsigned width) {
  if (exponent > 15) return (unsigned short)(sign | 0x7c00);
  if (exponent < -25) return (unsigned short)sign;
  unsigned extra = width - 10 + (exponent < -14 ? (unsigned)(-14 - exponent) : 0);
  unsigned bits = rounded(part, extra);
  // A carry out of the fraction raises the exponent, as it should.
  if (exponent >= -14) bits += (unsigned)(exponent + 14) << 10;
  return (unsigned short)(sign | bits);
}

unsigned short __truncsfhf2(float value) {
  union { float value; unsigned bits; } single = {value};
  unsigned sign = single.bits >> 16 & 0x8000, part = single.bits & 0x7fffff;
  int exponent = (int)(single.bits >> 23 & 255) - 127;
  if (exponent == 128 && part) return (unsigned short)(sign | 0x7e00 | part >> 13);
  return half(sign, exponent, part | 0x800000, 23);
}

unsigned short __truncdfhf2(double value) {
  union { double value; u64 bits; } twice = {value};
  unsigned sign = (unsigned)(twice.bits >> 48) & 0x8000;
  u64 part = twice.bits & 0xfffffffffffff;
  int exponent = (int)(twice.bits >> 52 & 2047) - 1023;
  if (exponent == 1024 && part) return (unsigned short)(sign | 0x7e00 | part >> 42);
  return half(sign, exponent, part | 0x10000000000000, 52);
}
