#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Failing injection counts every request that may fail, for Lua's memory and for our buffers alike.
static bool may_allocate(crv_vm *vm) {
  vm->allocations += 1;
  if (vm->fail_after > 0) {
    if (vm->fail_after == 1) return false;
    vm->fail_after -= 1;
  }
  return true;
}

// By the time an allocation error is caught, the stack that would tell its place is gone. Looking at it does not allocate.
static void *refuse(crv_vm *vm) {
  vm->failed += 1;
  lua_Debug ar;
  if (vm->L == NULL || !vm->busy) return NULL;
  for (int level = 0; level < 8 && lua_getstack(vm->L, level, &ar); level++) {
    if (!lua_getinfo(vm->L, "Sl", &ar) || ar.what[0] == 'C' || ar.source[0] != '@' || ar.currentline <= 0) continue;
    size_t count = ar.srclen - 1 < CRV_ERROR_CHUNK ? ar.srclen - 1 : CRV_ERROR_CHUNK;
    memcpy(vm->failed_chunk, ar.source + 1, count);
    vm->failed_chunk_count = count;
    vm->failed_line = ar.currentline;
    break;
  }
  return NULL;
}

void *crv_realloc(crv_vm *vm, void *ptr, size_t osize, size_t nsize) {
  if (ptr == NULL) osize = 0;
  if (nsize == 0) {
    free(ptr);
    vm->used -= osize;
    return NULL;
  }
  if (nsize > osize) {
    size_t more = nsize - osize;
    if (!may_allocate(vm)) return refuse(vm);
    if (vm->used > vm->limits.memory || more > vm->limits.memory - vm->used) return refuse(vm);
    void *grown = realloc(ptr, nsize);
    if (grown == NULL) return NULL;
    vm->used += more;
    if (vm->used > vm->peak) vm->peak = vm->used;
    vm->alloc_debt += more;
    return grown;
  }
  // Lua relies on shrinking never to fail.
  void *shrunk = realloc(ptr, nsize);
  vm->used -= osize - nsize;
  return shrunk != NULL ? shrunk : ptr;
}

void *crv_lua_alloc(void *ud, void *ptr, size_t osize, size_t nsize) {
  // Without a block, osize is a type tag and no size.
  return crv_realloc(ud, ptr, ptr == NULL ? 0 : osize, nsize);
}

bool crv_buffer_reserve(crv_vm *vm, crv_buffer *buffer, size_t more) {
  if (more <= buffer->capacity - buffer->count) return true;
  if (more > vm->limits.message || buffer->count > vm->limits.message - more) return false;
  size_t capacity = buffer->capacity < 256 ? 256 : buffer->capacity * 2;
  if (capacity < buffer->count + more) capacity = buffer->count + more;
  uint8_t *data = crv_realloc(vm, buffer->data, buffer->capacity, capacity);
  if (data == NULL) return false;
  buffer->data = data;
  buffer->capacity = capacity;
  return true;
}

bool crv_buffer_append(crv_vm *vm, crv_buffer *buffer, const void *data, size_t count) {
  if (!crv_buffer_reserve(vm, buffer, count)) return false;
  if (count > 0) memcpy(buffer->data + buffer->count, data, count);
  buffer->count += count;
  return true;
}

void crv_buffer_free(crv_vm *vm, crv_buffer *buffer) {
  crv_realloc(vm, buffer->data, buffer->capacity, 0);
  *buffer = (crv_buffer){0};
}
