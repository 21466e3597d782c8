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
