// SPDX-License-Identifier: Apache-2.0

#include "CAllocations.h"

#include <stdlib.h>

static long count;

long strided_allocation_count(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }

#ifdef __GLIBC__
#include <errno.h>
#include <malloc.h>

// A program's own definitions go before those of libraries, also for calls from the Swift runtime.
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_memalign(size_t, size_t);

static void tick(void) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); }

void *malloc(size_t size) {
  tick();
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  tick();
  return __libc_calloc(number, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  tick();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **address, size_t alignment, size_t size) {
  tick();
  *address = __libc_memalign(alignment, size);
  return *address ? 0 : ENOMEM;
}

int strided_allocations_are_counted(void) { return 1; }

long strided_allocated_bytes(void) {
  struct mallinfo2 info = mallinfo2();
  return (long)(info.uordblks + info.hblkhd);
}
#else
int strided_allocations_are_counted(void) { return 0; }

long strided_allocated_bytes(void) { return 0; }
#endif
