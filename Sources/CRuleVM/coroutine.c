#include "internal.h"

// resume, wrap and close of our own: a stop inside a coroutine goes on in whoever resumed it, and a stopped coroutine is never closed,
// since its `__close` handlers would run with hooks off.

static lua_State *to_coroutine(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co != NULL, 1, "coroutine");
  return co;
}

// Returns the number of results now on top of L, or -1 with an error value there.
static int resume(lua_State *L, lua_State *co, int count) {
  crv_spend(L, CRV_HOST_CALL_COST);
  if (!lua_checkstack(co, count)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  lua_xmove(L, co, count);
  int results = 0;
  int status = lua_resume(co, L, count, &results);
  crv_check_killed(L);
  if (status == LUA_ERRMEM) crv_kill(L, CRV_MEMORY, "not enough memory");
  if (status != LUA_OK && status != LUA_YIELD) {
    lua_xmove(co, L, 1);
    return -1;
  }
  if (!lua_checkstack(L, results + 1)) {
    lua_pop(co, results);
    lua_pushliteral(L, "too many results to resume");
    return -1;
  }
  lua_xmove(co, L, results);
  return results;
}

static int co_resume(lua_State *L) {
  lua_State *co = to_coroutine(L);
  int results = resume(L, co, lua_gettop(L) - 1);
  if (results < 0) {
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
  }
  lua_pushboolean(L, 1);
  lua_insert(L, -(results + 1));
  return results + 1;
}

static int call_wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int results = resume(L, co, lua_gettop(L));
  if (results >= 0) return results;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD) {
    // Close what the failed coroutine left open. The error is already ours; closing may put another in its place.
    lua_pushvalue(L, -1);
    lua_xmove(L, co, 1);
    status = lua_resetthread(co);
    crv_check_killed(L);
    if (status == LUA_ERRMEM) crv_kill(L, CRV_MEMORY, "not enough memory");
    if (status != LUA_OK) lua_xmove(co, L, 1);
  }
  if (lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int co_wrap(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

static int co_close(lua_State *L) {
  lua_State *co = to_coroutine(L);
  lua_Debug ar;
  if (co == L) return luaL_error(L, "cannot close a running coroutine");
  if (lua_status(co) == LUA_OK && lua_getstack(co, 0, &ar)) return luaL_error(L, "cannot close a normal coroutine");
  int status = lua_resetthread(co);
  crv_check_killed(L);
  if (status == LUA_ERRMEM) crv_kill(L, CRV_MEMORY, "not enough memory");
  if (status == LUA_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushboolean(L, 0);
  lua_xmove(co, L, 1);
  return 2;
}

void crv_open_coroutine(lua_State *L) {
  static const luaL_Reg ours[] = {{"resume", co_resume}, {"wrap", co_wrap}, {"close", co_close}, {NULL, NULL}};
  luaL_setfuncs(L, ours, 0);
}
