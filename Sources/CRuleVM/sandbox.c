#include "internal.h"

static const char factory_source[] = "local env = ...; return function() return env end";

// MARK: Read-only views

static int refuse_assignment(lua_State *L) { return luaL_error(L, "this table is read-only"); }

static int view_length(lua_State *L) {
  if (!crv_push_sealed(L, 1)) return luaL_error(L, "table expected");
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
  return 1;
}

bool crv_push_sealed(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  if (lua_rawgetp(L, -1, &crv_key_sealed) != LUA_TTABLE) {
    lua_pop(L, 2);
    return false;
  }
  lua_replace(L, -2);
  return true;
}

void crv_seal(lua_State *L) {
  int table = lua_gettop(L);
  lua_newtable(L);
  lua_createtable(L, 1, 5);
  lua_pushvalue(L, table);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, refuse_assignment);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, view_length);
  lua_setfield(L, -2, "__len");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, table);
  lua_rawsetp(L, -2, &crv_key_sealed);
  lua_setmetatable(L, -2);
  lua_replace(L, table);
}

// MARK: Environments

void crv_push_environment(lua_State *L) {
  lua_createtable(L, 0, 4);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_base);
  lua_setmetatable(L, -2);
}

typedef struct function_request {
  crv_bytes name;
  uint32_t function;
} function_request;

static int open_function(lua_State *L) {
  const function_request *request = lua_touserdata(L, 1);
  lua_settop(L, 0);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_base);
  lua_getfield(L, 1, "__index");
  lua_pushlstring(L, (const char *)request->name.data, request->name.count);
  lua_pushinteger(L, request->function);
  lua_pushcclosure(L, crv_host_trampoline, 1);
  lua_rawset(L, 2);
  return 0;
}

crv_status crv_register_function(crv_vm *vm, crv_bytes name, uint32_t function) {
  function_request request = {.name = name, .function = function};
  return crv_enter(vm, open_function, &request, vm->limits.load_instructions);
}

static void new_registry_table(lua_State *L, const void *key) {
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

// Opens a standard library and leaves its table on top.
static void open_library(lua_State *L, const char *name, lua_CFunction open) {
  lua_pushcfunction(L, open);
  lua_pushstring(L, name);
  lua_call(L, 1, 1);
}

static void remove_field(lua_State *L, const char *name) {
  lua_pushnil(L);
  lua_setfield(L, -2, name);
}

void crv_open_sandbox(lua_State *L) {
  lua_settop(L, 0);
  new_registry_table(L, &crv_key_modules);
  new_registry_table(L, &crv_key_chunks);
  new_registry_table(L, &crv_key_kinds);
  // Names that error handling needs when nothing can be allocated.
  lua_createtable(L, 1, 0);
  lua_pushliteral(L, "message");
  lua_rawseti(L, -2, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &crv_key_names);
  if (luaL_loadbufferx(L, factory_source, sizeof factory_source - 1, "=factory", "t") != LUA_OK) lua_error(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &crv_key_factory);

  // The metatable of all environments; its __index holds what all scripts share.
  lua_newtable(L);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, 1, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, 1, "__metatable");
  lua_pushvalue(L, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &crv_key_base);
  lua_replace(L, 1);
  crv_open_base(L);

  open_library(L, LUA_STRLIBNAME, luaopen_string);
  crv_open_string(L);
  crv_seal(L);
  lua_setfield(L, 1, LUA_STRLIBNAME);
  open_library(L, LUA_TABLIBNAME, luaopen_table);
  crv_open_table(L);
  crv_seal(L);
  lua_setfield(L, 1, LUA_TABLIBNAME);
  open_library(L, LUA_MATHLIBNAME, luaopen_math);
  remove_field(L, "random");
  remove_field(L, "randomseed");
  crv_seal(L);
  lua_setfield(L, 1, LUA_MATHLIBNAME);
  open_library(L, LUA_UTF8LIBNAME, luaopen_utf8);
  crv_seal(L);
  lua_setfield(L, 1, LUA_UTF8LIBNAME);
  open_library(L, LUA_COLIBNAME, luaopen_coroutine);
  crv_open_coroutine(L);
  crv_seal(L);
  lua_setfield(L, 1, LUA_COLIBNAME);
}
