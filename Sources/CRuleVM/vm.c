#include <stdlib.h>
#include <string.h>

#include "internal.h"

char crv_key_base, crv_key_sealed, crv_key_modules, crv_key_chunks, crv_key_kinds, crv_key_error, crv_key_factory, crv_key_names,
  crv_key_patterns, crv_key_caret_patterns;

crv_status crv_refuse(crv_vm *vm, const char *message) {
  if (vm->busy) return CRV_REENTRY;
  crv_error_set(vm, CRV_INVALID, message);
  return CRV_INVALID;
}

// Whatever outlives documents and is not needed goes too.
static int collect(lua_State *L) {
  static char *const caches[] = {&crv_key_patterns, &crv_key_caret_patterns, &crv_key_error};
  for (size_t i = 0; i < sizeof caches / sizeof caches[0]; i++) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, caches[i]) != LUA_TNIL) {
      lua_pushnil(L);
      lua_rawsetp(L, LUA_REGISTRYINDEX, caches[i]);
    }
    lua_pop(L, 1);
  }
  lua_gc(L, LUA_GCCOLLECT);
  return 0;
}

static int step(lua_State *L) {
  lua_gc(L, LUA_GCSTEP, 0);
  return 0;
}

// What is on the stack of the main thread is dropped first, so there is room for these pushes, and none of them allocates.
static int protect(crv_vm *vm, lua_CFunction function, void *argument) {
  lua_State *L = vm->L;
  lua_settop(L, 0);
  lua_pushcfunction(L, crv_message_handler);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, argument);
  int status = lua_pcall(L, 1, 0, 1);
  lua_settop(L, 0);
  return status;
}

static crv_status interpret(crv_vm *vm, int status) {
  if (vm->killed != CRV_OK) return vm->killed;
  switch (status) {
    case LUA_OK: return CRV_OK;
    case LUA_ERRMEM: crv_error_memory(vm); return CRV_MEMORY;
    case LUA_ERRERR: crv_error_set(vm, CRV_RUNTIME, "an error while another was reported: the stack is full"); return CRV_RUNTIME;
    default: return vm->error.status == CRV_OK ? CRV_RUNTIME : vm->error.status;
  }
}

// A buffer that once held a large value does not keep its memory.
static void trim(crv_vm *vm, crv_buffer *buffer) {
  if (buffer->capacity > 1 << 16) crv_buffer_free(vm, buffer);
  buffer->count = 0;
}

crv_status crv_enter(crv_vm *vm, lua_CFunction function, void *argument, int64_t instructions) {
  if (vm->busy) return CRV_REENTRY;
  vm->busy = true;
  vm->entries += 1;
  vm->failed_line = 0;
  vm->failed_chunk_count = 0;
  crv_error_clear(vm);
  trim(vm, &vm->result);
  crv_arm(vm, instructions);
  crv_status status = interpret(vm, protect(vm, function, argument));
  vm->last = crv_spent(vm);
  vm->total += vm->last;
  // The collector must not be stopped by a stop.
  if (vm->killed != CRV_OK) crv_arm(vm, INT64_MAX);
  if (status == CRV_MEMORY) {
    vm->result.count = 0;
    protect(vm, collect, NULL);
  } else if (++vm->gc_wait >= CRV_GC_EVERY) {
    vm->gc_wait = 0;
    protect(vm, step, NULL);
  }
  trim(vm, &vm->arguments);
  trim(vm, &vm->reply.bytes);
  vm->busy = false;
  return status;
}

static int open_all(lua_State *L) {
  crv_open_sandbox(L);
  return 0;
}

crv_vm *crv_vm_new(const crv_limits *limits, crv_host_fn host, void *context) {
  return crv_vm_new_failing(limits, host, context, 0);
}

crv_vm *crv_vm_new_failing(const crv_limits *limits, crv_host_fn host, void *context, int64_t nth) {
  crv_vm *vm = calloc(1, sizeof *vm);
  if (vm == NULL) return NULL;
  vm->limits = *limits;
  vm->host = host;
  vm->context = context;
  vm->fail_after = nth;
  vm->reply.vm = vm;
  vm->document = 1;
  vm->document_left = limits->document_instructions;
  vm->L = lua_newstate(crv_lua_alloc, vm);
  if (vm->L == NULL) {
    free(vm);
    return NULL;
  }
  *(crv_vm **)lua_getextraspace(vm->L) = vm;
  if (crv_enter(vm, open_all, NULL, INT64_MAX) != CRV_OK) {
    crv_vm_free(vm);
    return NULL;
  }
  return vm;
}

void crv_vm_free(crv_vm *vm) {
  if (vm == NULL) return;
  lua_close(vm->L);
  vm->L = NULL;
  for (uint32_t i = 0; i < vm->chunk_count; i++) {
    crv_buffer_free(vm, &vm->chunks[i].function_lines);
    crv_buffer_free(vm, &vm->chunks[i].replies);
  }
  crv_realloc(vm, vm->chunks, vm->chunk_capacity * sizeof(crv_chunk), 0);
  crv_realloc(vm, vm->keys, vm->key_capacity * sizeof(crv_key), 0);
  crv_buffer_free(vm, &vm->arguments);
  crv_buffer_free(vm, &vm->result);
  crv_buffer_free(vm, &vm->reply.bytes);
  free(vm);
}

crv_bytes crv_result(const crv_vm *vm) { return (crv_bytes){vm->result.data, vm->result.count}; }

crv_error crv_last_error(const crv_vm *vm) {
  const crv_error_text *error = &vm->error;
  return (crv_error){
    .status = error->status,
    .message = {(const uint8_t *)error->message, error->message_count},
    .chunk = {(const uint8_t *)error->chunk, error->chunk_count},
    .line = error->line,
    .traceback = {(const uint8_t *)error->traceback, error->traceback_count},
  };
}

crv_statistics crv_get_statistics(const crv_vm *vm) {
  return (crv_statistics){
    .instructions = vm->total,
    .last_instructions = vm->last,
    .memory = vm->used,
    .peak_memory = vm->peak,
    .entries = vm->entries,
    .host_calls = vm->host_calls,
    .instances = vm->instances,
    .allocations = vm->allocations,
    .failed_allocations = vm->failed,
  };
}

void crv_fail_allocation(crv_vm *vm, int64_t nth) { vm->fail_after = nth; }
