#include <stdlib.h>
#include <string.h>

#include "internal.h"

// MARK: Protected calls that cannot swallow a stop

static int finish_protected(lua_State *L, int status, lua_KContext extra) {
  crv_check_killed(L);
  if (status == LUA_ERRMEM) crv_kill(L, CRV_MEMORY, "not enough memory");
  if (status != LUA_OK && status != LUA_YIELD) {
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
  }
  return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_protected);
  return finish_protected(L, status, 0);
}

// A stop comes from within the hook, where a handler written in Lua would run with hooks off and could never be ended.
static int guarded_handler(lua_State *L) {
  lua_settop(L, 1);
  if (crv_owner(L)->killed != CRV_OK) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int base_xpcall(lua_State *L) {
  int count = lua_gettop(L) - 2;
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, guarded_handler, 1);
  lua_replace(L, 2);
  // handler, true, function, arguments
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_replace(L, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_insert(L, 2);
  int status = lua_pcallk(L, count, LUA_MULTRET, 1, 1, finish_protected);
  return finish_protected(L, status, 1);
}

// MARK: Tables

static int base_setmetatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, lua_isnil(L, 2) || lua_istable(L, 2), 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  lua_settop(L, 2);
  if (lua_istable(L, 2)) {
    // Lua looks for it at this moment only: a `__gc` put into the metatable later is never called.
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "'__gc' is not allowed: a finalizer could not be stopped");
    lua_settop(L, 2);
  }
  lua_setmetatable(L, 1);
  return 1;
}

// Replaces a read-only view at index 1 by the table behind it.
static void look_through(lua_State *L) {
  if (crv_push_sealed(L, 1)) lua_replace(L, 1);
}

static int base_rawset(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  luaL_checkany(L, 3);
  if (crv_push_sealed(L, 1)) return luaL_error(L, "this table is read-only");
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 1;
}

static int base_rawget(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  look_through(L);
  lua_rawget(L, 1);
  return 1;
}

static int base_rawlen(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argexpected(L, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  look_through(L);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int base_next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  look_through(L);
  if (lua_next(L, 1)) return 2;
  lua_pushnil(L);
  return 1;
}

// MARK: pairs in an order that does not change from run to run

// Upvalues: the table, its keys in order, how many are done.
static int next_sorted(lua_State *L) {
  lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    at += 1;
    if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
    // Removed since.
    lua_pop(L, 2);
  }
  lua_pushinteger(L, at);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

// A key that has a place in the order: numbers by value, then strings by their bytes, then booleans.
typedef struct sort_key {
  enum { RANK_NUMBER, RANK_STRING, RANK_BOOLEAN } rank;
  double number;
  crv_key string;
  lua_Integer integer;
} sort_key;

static int compare_keys(const void *left, const void *right) {
  const sort_key *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == RANK_STRING) {
    size_t shorter = a->string.count < b->string.count ? a->string.count : b->string.count;
    int order = memcmp(a->string.data, b->string.data, shorter);
    if (order != 0) return order;
    return a->string.count < b->string.count ? -1 : a->string.count > b->string.count;
  }
  if (a->number != b->number) return a->number < b->number ? -1 : 1;
  // Integers too large for a double.
  return a->integer < b->integer ? -1 : a->integer > b->integer;
}

// Appends the key on top to the list at this index.
static void append_key(lua_State *L, int list, lua_Integer *count) {
  lua_pushvalue(L, -1);
  lua_rawseti(L, list, ++*count);
}

// Pushes a list of the table's keys in order. Keys without an order of their own, such as tables, come last as they come.
static void push_sorted_keys(lua_State *L, int table, size_t count) {
  lua_createtable(L, count < INT32_MAX ? (int)count : 0, 0);
  int list = lua_gettop(L);
  // Memory that Lua frees should something raise on the way.
  sort_key *keys = lua_newuserdatauv(L, count * sizeof *keys, 0);
  size_t found = 0, others = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    sort_key key = {.rank = RANK_NUMBER};
    switch (lua_type(L, -1)) {
      case LUA_TNUMBER:
        key.number = lua_tonumber(L, -1);
        key.integer = lua_tointeger(L, -1);
        break;
      case LUA_TSTRING:
        key.rank = RANK_STRING;
        key.string.data = lua_tolstring(L, -1, &key.string.count);
        break;
      case LUA_TBOOLEAN:
        key.rank = RANK_BOOLEAN;
        key.number = lua_toboolean(L, -1);
        break;
      default: others += 1; continue;
    }
    keys[found++] = key;
  }
  qsort(keys, found, sizeof *keys, compare_keys);
  lua_Integer at = 0;
  for (size_t i = 0; i < found; i++) {
    const sort_key *key = &keys[i];
    if (key->rank == RANK_STRING) {
      lua_pushlstring(L, key->string.data, key->string.count);
    } else if (key->rank == RANK_BOOLEAN) {
      lua_pushboolean(L, key->number != 0);
    } else if ((double)key->integer == key->number) {
      lua_pushinteger(L, key->integer);
    } else {
      lua_pushnumber(L, key->number);
    }
    append_key(L, list, &at);
    lua_pop(L, 1);
  }
  lua_pushnil(L);
  while (others > 0 && lua_next(L, table)) {
    lua_pop(L, 1);
    int type = lua_type(L, -1);
    if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN) append_key(L, list, &at);
  }
  lua_settop(L, list);
}

// Strings are hashed with a seed of the run's, so one alone can change the order of all. Without any the order is the same each time.
static bool needs_sorting(lua_State *L, int table, size_t *count) {
  size_t strings = 0;
  *count = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    *count += 1;
    if (lua_type(L, -1) == LUA_TSTRING) strings += 1;
  }
  return strings > 0 && *count > 1;
}

static int base_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  if (!crv_push_sealed(L, 1)) lua_pushvalue(L, 1);
  size_t count;
  bool sort = needs_sorting(L, 2, &count);
  crv_spend(L, (int64_t)count / 4);
  if (!sort) {
    lua_pushcfunction(L, base_next);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
  }
  crv_spend(L, (int64_t)count * 2);
  push_sorted_keys(L, 2, count);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_sorted, 3);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// MARK: Text

// Shows no addresses, which differ from run to run.
int crv_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_callmeta(L, 1, "__tostring")) {
    if (!lua_isstring(L, -1)) return luaL_error(L, "'__tostring' must return a string");
    return 1;
  }
  switch (lua_type(L, 1)) {
    case LUA_TNIL:
    case LUA_TBOOLEAN:
    case LUA_TNUMBER:
    case LUA_TSTRING: luaL_tolstring(L, 1, NULL); break;
    default: lua_pushstring(L, luaL_typename(L, 1));
  }
  return 1;
}

static int base_print(lua_State *L) {
  int count = lua_gettop(L);
  luaL_Buffer text;
  luaL_buffinit(L, &text);
  for (int i = 1; i <= count; i++) {
    if (i > 1) luaL_addchar(&text, '\t');
    lua_pushcfunction(L, crv_tostring);
    lua_pushvalue(L, i);
    lua_call(L, 1, 1);
    luaL_addvalue(&text);
  }
  luaL_pushresult(&text);
  lua_replace(L, 1);
  lua_settop(L, 1);
  crv_host_invoke(L, CRV_FUNCTION_PRINT);
  return 0;
}

// MARK: What of the base library is left

static const char *const allowed[] = {
  "assert", "error", "getmetatable", "ipairs", "rawequal", "select", "tonumber", "type", "_VERSION",
};

static const luaL_Reg ours[] = {
  {"pcall", base_pcall},
  {"xpcall", base_xpcall},
  {"setmetatable", base_setmetatable},
  {"rawset", base_rawset},
  {"rawget", base_rawget},
  {"rawlen", base_rawlen},
  {"next", base_next},
  {"pairs", base_pairs},
  {"tostring", crv_tostring},
  {"print", base_print},
  {"require", crv_require},
  {NULL, NULL},
};

// Fills the table of shared globals, at index 1.
void crv_open_base(lua_State *L) {
  lua_pushcfunction(L, luaopen_base);
  lua_call(L, 0, 1);
  for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++) {
    lua_getfield(L, -1, allowed[i]);
    lua_setfield(L, 1, allowed[i]);
  }
  // luaopen_base fills the table of globals, which no chunk sees; it is emptied all the same.
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_settop(L, 1);
  luaL_setfuncs(L, ours, 0);
}
