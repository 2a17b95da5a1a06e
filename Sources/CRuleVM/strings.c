#include "internal.h"

void crv_open_string(lua_State *L) {
  lua_pushnil(L);
  lua_setfield(L, -2, "dump");
  // The metatable all strings share.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}
