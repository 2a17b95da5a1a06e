#include "internal.h"

// crv_key_modules: name -> { source, chunk name, compiled main function or nil }.
enum { MODULE_SOURCE = 1, MODULE_NAME = 2, MODULE_MAIN = 3 };

typedef struct module_request {
  crv_bytes name, chunk_name, source;
} module_request;

static int open_module(lua_State *L) {
  const module_request *request = lua_touserdata(L, 1);
  lua_settop(L, 0);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_modules);
  lua_pushlstring(L, (const char *)request->name.data, request->name.count);
  lua_createtable(L, 3, 0);
  lua_pushlstring(L, (const char *)request->source.data, request->source.count);
  lua_rawseti(L, 3, MODULE_SOURCE);
  lua_pushlstring(L, (const char *)request->chunk_name.data, request->chunk_name.count);
  lua_rawseti(L, 3, MODULE_NAME);
  lua_rawset(L, 1);
  return 0;
}

crv_status crv_register_module(crv_vm *vm, crv_bytes name, crv_bytes chunk_name, crv_bytes source) {
  module_request request = {.name = name, .chunk_name = chunk_name, .source = source};
  return crv_enter(vm, open_module, &request, vm->limits.load_instructions);
}

// Leaves the module's main function on top.
static void push_main(lua_State *L, int module) {
  if (lua_rawgeti(L, module, MODULE_MAIN) == LUA_TFUNCTION) return;
  lua_pop(L, 1);
  size_t count;
  lua_rawgeti(L, module, MODULE_SOURCE);
  const char *source = lua_tolstring(L, -1, &count);
  lua_rawgeti(L, module, MODULE_NAME);
  lua_pushfstring(L, "@%s", lua_tostring(L, -1));
  int status = luaL_loadbufferx(L, source, count, lua_tostring(L, -1), "t");
  if (status == LUA_ERRMEM) crv_kill(L, CRV_MEMORY, "not enough memory");
  if (status != LUA_OK) crv_raise_bare(L, CRV_SYNTAX);
  lua_replace(L, -4);
  lua_pop(L, 2);
  lua_pushvalue(L, -1);
  lua_rawseti(L, module, MODULE_MAIN);
}

int crv_require(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  luaL_checktype(L, 1, LUA_TSTRING);
  lua_settop(L, 1);
  crv_push_chunk(L, vm->current);
  lua_rawgeti(L, 2, CRV_CHUNK_LOADED);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, 3) != LUA_TNIL) {
    if (lua_islightuserdata(L, 4)) return luaL_error(L, "module '%s' requires itself, or has failed", lua_tostring(L, 1));
    return 1;
  }
  lua_settop(L, 3);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_modules);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, 4) != LUA_TTABLE) {
    lua_settop(L, 1);
    crv_host_invoke(L, CRV_FUNCTION_UNKNOWN_MODULE);
    return luaL_error(L, "no such module");
  }
  // While it loads, and when that fails, the entry is a mark.
  lua_pushvalue(L, 1);
  lua_pushlightuserdata(L, &crv_key_modules);
  lua_rawset(L, 3);
  push_main(L, 5);
  crv_push_environment(L);
  crv_bind_environment(L, -2);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_istable(L, -1)) {
    if (lua_getmetatable(L, -1)) {
      lua_pop(L, 1);
    } else {
      crv_seal(L);
    }
  } else if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, 3);
  return 1;
}
