// Shared by the files of CRuleVM; the only headers that know Lua are here.
#ifndef CRULEVM_INTERNAL_H
#define CRULEVM_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "CRuleVM.h"

// The hook fires after this many instructions.
#define CRV_QUANTUM 200
// One instruction is charged per so many allocated bytes, so that C functions which build large strings are not free.
#define CRV_BYTES_PER_INSTRUCTION 32
#define CRV_HOST_CALL_COST 50
#define CRV_GC_EVERY 16
// Bytes of answers that are kept of one chunk's loading; they stay as long as the chunk.
#define CRV_MAX_RECORD (1 << 20)

typedef struct crv_buffer {
  uint8_t *data;
  size_t count;
  size_t capacity;
} crv_buffer;

struct crv_reply {
  crv_vm *vm;
  crv_buffer bytes;
  bool too_large, no_memory;
};

typedef enum crv_mode { CRV_LIVE, CRV_RECORD, CRV_REPLAY } crv_mode;

// What is known of a chunk outside Lua. In Lua it has a table, see the CRV_CHUNK_ slots.
typedef struct crv_chunk {
  bool alive;
  bool expression;
  // Ran to its end at least once.
  bool ran;
  // The document its instance belongs to; 0: none.
  uint32_t generation;
  // In the list of those that hold an instance; next_live is an index plus one, 0 ends the list.
  bool live;
  uint32_t next_live;
  // Functions that crossed the boundary while it first ran, and where each was defined.
  crv_buffer function_lines;
  // What host functions answered while it first ran: function, length, bytes.
  crv_buffer replies;
} crv_chunk;

// Slots of a chunk's table.
enum { CRV_CHUNK_MAIN = 1, CRV_CHUNK_FUNCTIONS = 2, CRV_CHUNK_ORDINALS = 3, CRV_CHUNK_LOADED = 4 };

typedef struct crv_key {
  const char *data;
  size_t count;
} crv_key;

#define CRV_ERROR_MESSAGE 2048
#define CRV_ERROR_CHUNK 512
#define CRV_ERROR_TRACEBACK 2048

typedef struct crv_error_text {
  crv_status status;
  int32_t line;
  size_t message_count, chunk_count, traceback_count;
  char message[CRV_ERROR_MESSAGE];
  char chunk[CRV_ERROR_CHUNK];
  char traceback[CRV_ERROR_TRACEBACK];
} crv_error_text;

struct crv_vm {
  lua_State *L;
  crv_limits limits;
  crv_host_fn host;
  void *context;

  // Memory.
  size_t used, peak;
  int64_t allocations, failed;
  int64_t fail_after;
  size_t alloc_debt;
  // Where Lua code stood when an allocation was last refused.
  int32_t failed_line;
  size_t failed_chunk_count;
  char failed_chunk[CRV_ERROR_CHUNK];

  // Budget.
  int64_t left, start_left, document_left;
  int64_t total, last;
  int64_t deadline;
  uint32_t hook_count;
  crv_status killed;
  // The kind of the error value that is remembered in the registry, see crv_raise.
  crv_status marked;

  bool busy;
  uint32_t document;
  uint32_t gc_wait;
  int64_t entries, host_calls, instances;

  crv_chunk *chunks;
  uint32_t chunk_count, chunk_capacity;
  // The first chunk that holds an instance, plus one.
  uint32_t first_live;
  // Index of the running chunk, and how its host calls are answered.
  uint32_t current;
  crv_mode mode;
  size_t replay_at;
  uint32_t kinds;

  crv_buffer arguments;
  crv_buffer result;
  crv_reply reply;
  crv_key *keys;
  size_t key_count, key_capacity;

  crv_error_text error;
};

typedef struct crv_handle {
  uint32_t kind;
  // The entry it was given out in.
  int64_t entry;
  uint64_t id;
} crv_handle;

static inline crv_vm *crv_owner(lua_State *L) { return *(crv_vm **)lua_getextraspace(L); }

// alloc.c: the one allocator of a machine, for Lua and for its buffers.
void *crv_lua_alloc(void *ud, void *ptr, size_t osize, size_t nsize);
void *crv_realloc(crv_vm *vm, void *ptr, size_t osize, size_t nsize);
bool crv_buffer_reserve(crv_vm *vm, crv_buffer *buffer, size_t more);
bool crv_buffer_append(crv_vm *vm, crv_buffer *buffer, const void *data, size_t count);
void crv_buffer_free(crv_vm *vm, crv_buffer *buffer);

// hook.c: budgets.
void crv_hook(lua_State *L, lua_Debug *ar);
void crv_arm(crv_vm *vm, int64_t instructions);
int64_t crv_spent(crv_vm *vm);
// Charges work; stops the script when the budget is spent.
void crv_spend(lua_State *L, int64_t instructions);
// Stops the script for good.
int crv_kill(lua_State *L, crv_status status, const char *message);
// Raises once more when the script was stopped, whatever it did about it.
void crv_check_killed(lua_State *L);

// error.c: errors as text, without allocating.
int crv_message_handler(lua_State *L);
void crv_error_clear(crv_vm *vm);
void crv_error_set(crv_vm *vm, crv_status status, const char *message);
// The error for a refused allocation, with the place the allocator saw.
void crv_error_memory(crv_vm *vm);
void crv_error_where(lua_State *L, crv_error_text *error);
// The error for the message of a failed compilation, on top.
void crv_error_syntax(lua_State *L);
// Raises the string on top as an ordinary error whose kind is remembered.
int crv_raise(lua_State *L, crv_status status);
// The same without a position put in front.
int crv_raise_bare(lua_State *L, crv_status status);

// codec.c
void crv_encode(lua_State *L, int index, crv_buffer *buffer);
// Pushes one value; advances *at.
void crv_decode(lua_State *L, crv_bytes bytes, size_t *at, int depth);

// functions.c: functions that crossed the boundary.
void crv_encode_function(lua_State *L, int index, crv_buffer *buffer);
bool crv_push_function(lua_State *L, uint32_t chunk, uint32_t ordinal, uint32_t generation);

// handles.c
void crv_push_handle(lua_State *L, uint32_t kind, uint64_t id);
crv_handle *crv_to_handle(lua_State *L, int index);
crv_handle *crv_check_alive(lua_State *L, int index);

// host.c
// Calls the host with the values on the stack from 1 to the top, which it replaces by the one result.
int crv_host_invoke(lua_State *L, uint32_t function);
int crv_host_trampoline(lua_State *L);

// sandbox.c and its parts
void crv_open_sandbox(lua_State *L);
void crv_push_environment(lua_State *L);
void crv_open_base(lua_State *L);
void crv_open_coroutine(lua_State *L);
void crv_open_string(lua_State *L);
void crv_open_table(lua_State *L);
// Replaces the table on top by a read-only view of it.
void crv_seal(lua_State *L);
// Pushes the table behind a view and returns true, or pushes nothing.
bool crv_push_sealed(lua_State *L, int index);
int crv_tostring(lua_State *L);

// require.c
int crv_require(lua_State *L);

// chunks.c
void crv_push_chunk(lua_State *L, uint32_t chunk);
// Pops an environment and makes it that of the main function at this index, for its next run.
void crv_bind_environment(lua_State *L, int function);

// vm.c
// Runs a function under protection with one light userdata as argument; all work with Lua starts here.
crv_status crv_enter(crv_vm *vm, lua_CFunction function, void *argument, int64_t instructions);
crv_status crv_refuse(crv_vm *vm, const char *message);

// Keys of the registry: addresses.
extern char crv_key_base, crv_key_sealed, crv_key_modules, crv_key_chunks, crv_key_kinds, crv_key_error, crv_key_factory,
  crv_key_names, crv_key_patterns, crv_key_caret_patterns;

#endif
