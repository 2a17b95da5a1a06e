#include <string.h>

#include "internal.h"

static int line_of(lua_State *L, int index) {
  lua_Debug ar;
  lua_pushvalue(L, index);
  lua_getinfo(L, ">S", &ar);
  return ar.linedefined;
}

static uint32_t loaded_functions(const crv_chunk *chunk) { return (uint32_t)(chunk->function_lines.count / sizeof(int)); }

static void put_u32(lua_State *L, crv_buffer *buffer, uint32_t value) {
  if (!crv_buffer_append(crv_owner(L), buffer, &value, 4)) crv_kill(L, CRV_MEMORY, "not enough memory");
}

// A new function gets the next ordinal; while loading, its place in the text is written down, and checked when loading again.
static uint32_t assign_ordinal(lua_State *L, int functions, int ordinals, int index) {
  crv_vm *vm = crv_owner(L);
  crv_chunk *chunk = &vm->chunks[vm->current];
  uint32_t ordinal = (uint32_t)lua_rawlen(L, functions) + 1;
  int line = line_of(L, index);
  if (vm->mode == CRV_RECORD) {
    if (!crv_buffer_append(vm, &chunk->function_lines, &line, sizeof line)) crv_kill(L, CRV_MEMORY, "not enough memory");
  } else if (vm->mode == CRV_REPLAY) {
    int known = -2;
    if (ordinal <= loaded_functions(chunk))
      memcpy(&known, chunk->function_lines.data + (ordinal - 1) * sizeof known, sizeof known);
    if (known != line) luaL_error(L, "this chunk makes other functions when it is loaded again; it must not depend on anything but itself");
  }
  lua_pushvalue(L, index);
  lua_rawseti(L, functions, ordinal);
  lua_pushvalue(L, index);
  lua_pushinteger(L, ordinal);
  lua_rawset(L, ordinals);
  return ordinal;
}

void crv_encode_function(lua_State *L, int index, crv_buffer *buffer) {
  crv_vm *vm = crv_owner(L);
  luaL_checkstack(L, 8, "value nested too deeply");
  int top = lua_gettop(L);
  crv_push_chunk(L, vm->current);
  lua_rawgeti(L, top + 1, CRV_CHUNK_FUNCTIONS);
  lua_rawgeti(L, top + 1, CRV_CHUNK_ORDINALS);
  lua_pushvalue(L, index);
  uint32_t ordinal;
  if (lua_rawget(L, top + 3) == LUA_TNUMBER) {
    ordinal = (uint32_t)lua_tointeger(L, -1);
  } else {
    ordinal = assign_ordinal(L, top + 2, top + 3, index);
  }
  lua_settop(L, top);
  uint8_t tag = CRV_TAG_FUNCTION;
  if (!crv_buffer_append(vm, buffer, &tag, 1)) crv_kill(L, CRV_MEMORY, "not enough memory");
  put_u32(L, buffer, vm->current);
  put_u32(L, buffer, ordinal);
  put_u32(L, buffer, ordinal <= loaded_functions(&vm->chunks[vm->current]) ? 0 : vm->document);
}

bool crv_push_function(lua_State *L, uint32_t chunk, uint32_t ordinal, uint32_t generation) {
  crv_vm *vm = crv_owner(L);
  // A function of another chunk would be a way from rule to rule.
  if (chunk != vm->current || ordinal == 0) return false;
  if (generation == 0 ? ordinal > loaded_functions(&vm->chunks[chunk]) : generation != vm->document) return false;
  crv_push_chunk(L, chunk);
  if (lua_rawgeti(L, -1, CRV_CHUNK_FUNCTIONS) != LUA_TTABLE) {
    lua_pop(L, 2);
    return false;
  }
  bool found = lua_rawgeti(L, -1, ordinal) == LUA_TFUNCTION;
  if (found) {
    lua_replace(L, -3);
    lua_pop(L, 1);
  } else {
    lua_pop(L, 3);
  }
  return found;
}
