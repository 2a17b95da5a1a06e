#include "internal.h"

// The table library's loops are C loops, which no hook stops. Each function here charges its loop first and then runs the standard
// function, its upvalue, in the same frame.

static int standard(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

// Counts that a script names may be absurd: the budget ends those at once.
static void spend_range(lua_State *L, lua_Integer first, lua_Integer last) {
  if (first > last) return;
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
  crv_spend(L, count > (lua_Unsigned)INT64_MAX - 1 ? INT64_MAX : (int64_t)(count / 4) + 1);
}

// A `__len` of a script's could promise one length here and another one to the loop.
static lua_Integer plain_length(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (luaL_getmetafield(L, 1, "__len") != LUA_TNIL) luaL_error(L, "a table with '__len' cannot be changed by the table library");
  return (lua_Integer)lua_rawlen(L, 1);
}

static int table_insert(lua_State *L) {
  lua_Integer length = plain_length(L);
  if (lua_gettop(L) == 3 && lua_isinteger(L, 2)) spend_range(L, lua_tointeger(L, 2), length);
  return standard(L);
}

static int table_remove(lua_State *L) {
  lua_Integer length = plain_length(L);
  if (lua_gettop(L) > 1 && lua_isinteger(L, 2)) spend_range(L, lua_tointeger(L, 2), length);
  return standard(L);
}

static int table_sort(lua_State *L) {
  lua_Integer length = plain_length(L), cost = 0;
  for (lua_Integer rest = length; rest > 0; rest /= 2) cost += length;
  crv_spend(L, cost);
  return standard(L);
}

// Fills in the end of the range, so that the loop has the bounds that were charged.
static int spend_bounds(lua_State *L, int first_index) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer first = luaL_optinteger(L, first_index, 1);
  lua_Integer last = lua_isnoneornil(L, first_index + 1) ? luaL_len(L, 1) : luaL_checkinteger(L, first_index + 1);
  spend_range(L, first, last);
  lua_settop(L, first_index + 1);
  lua_pushinteger(L, last);
  lua_replace(L, first_index + 1);
  return standard(L);
}

static int table_concat(lua_State *L) { return spend_bounds(L, 3); }
static int table_unpack(lua_State *L) { return spend_bounds(L, 2); }

static int table_move(lua_State *L) {
  spend_range(L, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
  return standard(L);
}

void crv_open_table(lua_State *L) {
  static const luaL_Reg ours[] = {
    {"insert", table_insert}, {"remove", table_remove}, {"sort", table_sort}, {"concat", table_concat},
    {"unpack", table_unpack}, {"move", table_move},     {NULL, NULL},
  };
  for (const luaL_Reg *entry = ours; entry->name != NULL; entry++) {
    lua_getfield(L, -1, entry->name);
    lua_pushcclosure(L, entry->func, 1);
    lua_setfield(L, -2, entry->name);
  }
}
