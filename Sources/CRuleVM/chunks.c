#include <string.h>

#include "internal.h"

void crv_push_chunk(lua_State *L, uint32_t chunk) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_chunks);
  lua_rawgeti(L, -1, (lua_Integer)chunk + 1);
  lua_replace(L, -2);
}

void crv_bind_environment(lua_State *L, int function) {
  function = lua_absindex(L, function);
  // The compiled function is kept and called again and again; a new variable for `_ENV` keeps its runs apart.
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_factory);
  lua_insert(L, -2);
  lua_call(L, 1, 1);
  lua_upvaluejoin(L, function, 1, -1, 1);
  lua_pop(L, 1);
}

// MARK: Loading

typedef struct load_request {
  crv_bytes name, source;
  bool expression;
  uint32_t chunk;
  crv_status status;
  // The reader's state.
  int piece;
} load_request;

static const char *read_piece(lua_State *L, void *data, size_t *size) {
  (void)L;
  load_request *request = data;
  *size = 0;
  if (request->piece == 0) {
    request->piece = 1;
    if (request->expression) {
      *size = 7;
      return "return ";
    }
  }
  if (request->piece == 1) {
    request->piece = 2;
    const uint8_t *source = request->source.data;
    size_t count = request->source.count;
    if (count >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0) {
      source += 3;
      count -= 3;
    }
    *size = count;
    return (const char *)source;
  }
  return NULL;
}

static void reserve_chunk(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  if (vm->chunk_count < vm->chunk_capacity) return;
  uint32_t capacity = vm->chunk_capacity == 0 ? 16 : vm->chunk_capacity * 2;
  crv_chunk *chunks =
    crv_realloc(vm, vm->chunks, vm->chunk_capacity * sizeof(crv_chunk), capacity * sizeof(crv_chunk));
  if (chunks == NULL) crv_kill(L, CRV_MEMORY, "not enough memory");
  vm->chunks = chunks;
  vm->chunk_capacity = capacity;
}

// Messages of the compiler show the end of a long name only.
static void set_full_name(crv_vm *vm, crv_bytes name) {
  size_t count = name.count < CRV_ERROR_CHUNK ? name.count : CRV_ERROR_CHUNK;
  memcpy(vm->error.chunk, name.data, count);
  vm->error.chunk_count = count;
}

static int do_load(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  load_request *request = lua_touserdata(L, 1);
  reserve_chunk(L);
  lua_pushliteral(L, "@");
  lua_pushlstring(L, (const char *)request->name.data, request->name.count);
  lua_concat(L, 2);
  const char *name = lua_tostring(L, -1);
  int status = lua_load(L, read_piece, request, name, "t");
  if (status == LUA_ERRSYNTAX) {
    crv_error_syntax(L);
    set_full_name(vm, request->name);
    request->status = CRV_SYNTAX;
    return 0;
  }
  if (status == LUA_ERRMEM) crv_kill(L, CRV_MEMORY, "not enough memory");
  if (status != LUA_OK) return lua_error(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_chunks);
  lua_createtable(L, 4, 0);
  lua_pushvalue(L, -3);
  lua_rawseti(L, -2, CRV_CHUNK_MAIN);
  lua_rawseti(L, -2, (lua_Integer)vm->chunk_count + 1);
  vm->chunks[vm->chunk_count] = (crv_chunk){.alive = true, .expression = request->expression};
  request->chunk = vm->chunk_count++;
  return 0;
}

crv_status crv_load(crv_vm *vm, crv_bytes name, crv_bytes source, bool expression, uint32_t *chunk) {
  load_request request = {.name = name, .source = source, .expression = expression, .status = CRV_OK};
  crv_status status = crv_enter(vm, do_load, &request, vm->limits.load_instructions);
  if (status == CRV_OK) status = request.status;
  if (status == CRV_OK) *chunk = request.chunk;
  return status;
}

// MARK: Instances

static void hold(crv_vm *vm, uint32_t index) {
  crv_chunk *chunk = &vm->chunks[index];
  if (chunk->live) return;
  chunk->live = true;
  chunk->next_live = vm->first_live;
  vm->first_live = index + 1;
}

// What instances hold must not eat into the next document's memory. Only existing slots are written: nothing here allocates.
static int drop_instances(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_factory);
  int factory = lua_gettop(L);
  while (vm->first_live != 0) {
    uint32_t index = vm->first_live - 1;
    crv_chunk *chunk = &vm->chunks[index];
    vm->first_live = chunk->next_live;
    chunk->live = false;
    chunk->generation = 0;
    crv_push_chunk(L, index);
    if (lua_istable(L, -1)) {
      for (int slot = CRV_CHUNK_FUNCTIONS; slot <= CRV_CHUNK_LOADED; slot++) {
        lua_pushboolean(L, 0);
        lua_rawseti(L, -2, slot);
      }
      lua_rawgeti(L, -1, CRV_CHUNK_MAIN);
      lua_upvaluejoin(L, -1, 1, factory, 1);
    }
    lua_settop(L, factory);
  }
  return 0;
}

static int do_unload(lua_State *L) {
  const uint32_t *chunk = lua_touserdata(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_chunks);
  // The slot stays, so that numbers are never used twice.
  lua_pushboolean(L, 0);
  lua_rawseti(L, -2, (lua_Integer)*chunk + 1);
  return 0;
}

static bool is_alive(const crv_vm *vm, uint32_t chunk) { return chunk < vm->chunk_count && vm->chunks[chunk].alive; }

void crv_unload(crv_vm *vm, uint32_t chunk) {
  if (vm->busy || !is_alive(vm, chunk)) return;
  crv_enter(vm, do_unload, &chunk, vm->limits.load_instructions);
  crv_buffer_free(vm, &vm->chunks[chunk].function_lines);
  crv_buffer_free(vm, &vm->chunks[chunk].replies);
  vm->chunks[chunk].alive = false;
}

// MARK: Running

typedef struct run_request {
  uint32_t chunk;
  crv_bytes globals;
  // For calls.
  uint32_t ordinal, generation, count;
  crv_bytes arguments;
} run_request;

// Makes an instance: runs the chunk in a fresh environment, and encodes its first result, which numbers its functions.
static void instantiate(lua_State *L, uint32_t index, crv_bytes globals) {
  crv_vm *vm = crv_owner(L);
  int top = lua_gettop(L);
  luaL_checkstack(L, 8, "no room to run a chunk");
  crv_push_chunk(L, index);
  hold(vm, index);
  lua_newtable(L);
  lua_rawseti(L, top + 1, CRV_CHUNK_FUNCTIONS);
  lua_newtable(L);
  lua_rawseti(L, top + 1, CRV_CHUNK_ORDINALS);
  lua_newtable(L);
  lua_rawseti(L, top + 1, CRV_CHUNK_LOADED);
  lua_rawgeti(L, top + 1, CRV_CHUNK_MAIN);
  crv_push_environment(L);
  if (globals.count > 0) {
    size_t at = 0;
    crv_decode(L, globals, &at, 0);
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
      lua_pushvalue(L, -2);
      lua_insert(L, -2);
      lua_rawset(L, top + 3);
    }
    lua_pop(L, 1);
  }
  crv_bind_environment(L, top + 2);
  lua_call(L, 0, 1);
  vm->result.count = 0;
  crv_encode(L, -1, &vm->result);
  lua_settop(L, top);
}

static int do_run(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  const run_request *request = lua_touserdata(L, 1);
  crv_chunk *chunk = &vm->chunks[request->chunk];
  vm->current = request->chunk;
  vm->mode = chunk->expression ? CRV_LIVE : CRV_RECORD;
  chunk->generation = 0;
  chunk->ran = false;
  chunk->function_lines.count = 0;
  chunk->replies.count = 0;
  instantiate(L, request->chunk, request->globals);
  chunk->ran = true;
  chunk->generation = vm->document;
  return 0;
}

static void check_replayed(lua_State *L, const crv_chunk *chunk) {
  const crv_vm *vm = crv_owner(L);
  crv_push_chunk(L, vm->current);
  lua_rawgeti(L, -1, CRV_CHUNK_FUNCTIONS);
  if (vm->replay_at != chunk->replies.count || lua_rawlen(L, -1) != chunk->function_lines.count / sizeof(int))
    luaL_error(L, "this chunk does other things when it is loaded again; it must not depend on anything but itself");
  lua_pop(L, 2);
}

static int do_call(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  const run_request *request = lua_touserdata(L, 1);
  crv_chunk *chunk = &vm->chunks[request->chunk];
  vm->current = request->chunk;
  if (request->generation == 0 && chunk->ran && chunk->generation != vm->document) {
    vm->mode = CRV_REPLAY;
    vm->replay_at = 0;
    vm->instances += 1;
    instantiate(L, request->chunk, (crv_bytes){0});
    check_replayed(L, chunk);
    chunk->generation = vm->document;
  }
  vm->mode = CRV_LIVE;
  if (chunk->generation != vm->document || !crv_push_function(L, request->chunk, request->ordinal, request->generation)) {
    lua_pushliteral(L, "the function is gone");
    return crv_raise(L, CRV_INVALID);
  }
  if (request->count > INT16_MAX) {
    lua_pushliteral(L, "too many arguments");
    return crv_raise(L, CRV_INVALID);
  }
  luaL_checkstack(L, (int)request->count + 8, "too many arguments");
  size_t at = 0;
  for (uint32_t i = 0; i < request->count; i++) crv_decode(L, request->arguments, &at, 0);
  lua_call(L, (int)request->count, 1);
  vm->result.count = 0;
  crv_encode(L, -1, &vm->result);
  return 0;
}

static int64_t smaller(int64_t left, int64_t right) { return left < right ? left : right; }

static crv_status enter_document(crv_vm *vm, lua_CFunction function, run_request *request, int64_t instructions) {
  int64_t budget = instructions > 0 ? smaller(instructions, vm->document_left) : vm->document_left;
  crv_status status = crv_enter(vm, function, request, budget);
  if (status != CRV_REENTRY) vm->document_left -= vm->last;
  // A stopped instance may hold a coroutine whose hook is off for good; nothing of it may run again.
  if (status == CRV_BUDGET || status == CRV_MEMORY || status == CRV_PATTERN) vm->chunks[request->chunk].generation = 0;
  return status;
}

crv_status crv_run(crv_vm *vm, uint32_t chunk, crv_bytes globals, int64_t instructions) {
  if (vm->busy) return CRV_REENTRY;
  if (!is_alive(vm, chunk)) return crv_refuse(vm, "no such chunk");
  run_request request = {.chunk = chunk, .globals = globals};
  if (vm->chunks[chunk].expression) return enter_document(vm, do_run, &request, instructions);
  int64_t limit = vm->limits.load_instructions;
  return crv_enter(vm, do_run, &request, instructions > 0 ? smaller(instructions, limit) : limit);
}

crv_status crv_call(
  crv_vm *vm, uint32_t chunk, uint32_t ordinal, uint32_t generation, uint32_t count, crv_bytes arguments, int64_t instructions) {
  if (vm->busy) return CRV_REENTRY;
  if (!is_alive(vm, chunk)) return crv_refuse(vm, "no such chunk");
  run_request request = {
    .chunk = chunk, .ordinal = ordinal, .generation = generation, .count = count, .arguments = arguments};
  return enter_document(vm, do_call, &request, instructions);
}

void crv_end_document(crv_vm *vm) {
  if (vm->busy) return;
  vm->document = vm->document == UINT32_MAX ? 1 : vm->document + 1;
  vm->document_left = vm->limits.document_instructions;
  if (vm->first_live != 0) crv_enter(vm, drop_instances, NULL, INT64_MAX);
}
