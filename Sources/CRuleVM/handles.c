#include "internal.h"

// The properties table of a kind also holds the functions behind [i], # and tostring, under these keys.
enum { SLOT_INDEX = 1, SLOT_LENGTH = 2, SLOT_DESCRIPTION = 3 };

// Keys of a kind's metatable that scripts never see.
static char key_methods, key_properties;

static void push_kind(lua_State *L, uint32_t kind) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_kinds);
  lua_rawgeti(L, -1, (lua_Integer)kind + 1);
  lua_replace(L, -2);
}

void crv_push_handle(lua_State *L, uint32_t kind, uint64_t id) {
  crv_handle *handle = lua_newuserdatauv(L, sizeof *handle, 0);
  *handle = (crv_handle){.kind = kind, .entry = crv_owner(L)->entries, .id = id};
  push_kind(L, kind);
  lua_setmetatable(L, -2);
}

crv_handle *crv_to_handle(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return NULL;
  bool ours = lua_rawgetp(L, -1, &crv_key_kinds) != LUA_TNIL;
  lua_pop(L, 2);
  return ours ? lua_touserdata(L, index) : NULL;
}

static void push_kind_name(lua_State *L, uint32_t kind) {
  push_kind(L, kind);
  lua_rawgetp(L, -1, &crv_key_kinds);
  lua_replace(L, -2);
}

crv_handle *crv_check_alive(lua_State *L, int index) {
  crv_handle *handle = crv_to_handle(L, index);
  if (handle != NULL && handle->entry != crv_owner(L)->entries) {
    push_kind_name(L, handle->kind);
    lua_pushfstring(L, "this %s is gone: it was given to an earlier call", lua_tostring(L, -1));
    crv_raise(L, CRV_CLOSED);
  }
  return handle;
}

// Upvalues of the metamethods: methods, properties, the kind's name, the kind.
static crv_handle *self(lua_State *L) {
  crv_handle *handle = crv_check_alive(L, 1);
  if (handle == NULL || handle->kind != (uint32_t)lua_tointeger(L, lua_upvalueindex(4)))
    luaL_error(L, "%s expected, got %s", lua_tostring(L, lua_upvalueindex(3)), luaL_typename(L, 1));
  return handle;
}

// Calls the function in a slot of the properties with what is on the stack; false when there is none.
static bool call_slot(lua_State *L, int slot) {
  if (lua_rawgeti(L, lua_upvalueindex(2), slot) != LUA_TNUMBER) {
    lua_pop(L, 1);
    return false;
  }
  uint32_t function = (uint32_t)lua_tointeger(L, -1);
  lua_pop(L, 1);
  crv_host_invoke(L, function);
  return true;
}

static int handle_index(lua_State *L) {
  self(L);
  lua_settop(L, 2);
  if (lua_isinteger(L, 2) && call_slot(L, SLOT_INDEX)) return 1;
  if (lua_type(L, 2) == LUA_TSTRING) {
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) {
      uint32_t function = (uint32_t)lua_tointeger(L, -1);
      lua_settop(L, 1);
      return crv_host_invoke(L, function);
    }
    lua_settop(L, 2);
  }
  crv_tostring(L);
  lua_pushvalue(L, lua_upvalueindex(3));
  if (lua_type(L, 2) == LUA_TSTRING) {
    lua_pushvalue(L, 2);
  } else {
    lua_pushstring(L, luaL_typename(L, 2));
  }
  lua_rotate(L, 1, 2);
  lua_settop(L, 2);
  crv_host_invoke(L, CRV_FUNCTION_UNKNOWN_MEMBER);
  return luaL_error(L, "no such member");
}

static int handle_newindex(lua_State *L) {
  return luaL_error(L, "a %s is read-only", lua_tostring(L, lua_upvalueindex(3)));
}

static int handle_length(lua_State *L) {
  self(L);
  lua_settop(L, 1);
  if (!call_slot(L, SLOT_LENGTH)) return luaL_error(L, "a %s has no length", lua_tostring(L, lua_upvalueindex(3)));
  return 1;
}

static int handle_tostring(lua_State *L) {
  crv_handle *handle = crv_to_handle(L, 1);
  lua_settop(L, 1);
  if (handle != NULL && handle->entry == crv_owner(L)->entries && call_slot(L, SLOT_DESCRIPTION)) return 1;
  lua_pushvalue(L, lua_upvalueindex(3));
  return 1;
}

static int handle_equal(lua_State *L) {
  const crv_handle *left = crv_to_handle(L, 1), *right = crv_to_handle(L, 2);
  lua_pushboolean(
    L, left != NULL && right != NULL && left->kind == right->kind && left->id == right->id && left->entry == right->entry);
  return 1;
}

// Upvalues: the function's number, the method's name, the kind's name, the kind.
static int call_method(lua_State *L) {
  crv_handle *handle = crv_check_alive(L, 1);
  if (handle == NULL || handle->kind != (uint32_t)lua_tointeger(L, lua_upvalueindex(4))) {
    const char *method = lua_tostring(L, lua_upvalueindex(2)), *kind = lua_tostring(L, lua_upvalueindex(3));
    return luaL_error(L, "'%s' is a method: write %s:%s(…)", method, kind, method);
  }
  return crv_host_invoke(L, (uint32_t)lua_tointeger(L, lua_upvalueindex(1)));
}

typedef struct kind_request {
  uint32_t kind;
  crv_bytes name;
} kind_request;

static void set_metamethod(lua_State *L, int metatable, const char *event, lua_CFunction function) {
  lua_rawgetp(L, metatable, &key_methods);
  lua_rawgetp(L, metatable, &key_properties);
  lua_rawgetp(L, metatable, &crv_key_kinds);
  lua_pushinteger(L, (lua_Integer)crv_owner(L)->kinds);
  lua_pushcclosure(L, function, 4);
  lua_setfield(L, metatable, event);
}

int crv_open_kind(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  const kind_request *request = lua_touserdata(L, 1);
  lua_settop(L, 0);
  lua_newtable(L);
  lua_newtable(L);
  lua_rawsetp(L, 1, &key_methods);
  lua_newtable(L);
  lua_rawsetp(L, 1, &key_properties);
  lua_pushlstring(L, (const char *)request->name.data, request->name.count);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, 1, &crv_key_kinds);
  lua_setfield(L, 1, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, 1, "__metatable");
  set_metamethod(L, 1, "__index", handle_index);
  set_metamethod(L, 1, "__newindex", handle_newindex);
  set_metamethod(L, 1, "__len", handle_length);
  set_metamethod(L, 1, "__tostring", handle_tostring);
  lua_pushcfunction(L, handle_equal);
  lua_setfield(L, 1, "__eq");
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_kinds);
  lua_pushvalue(L, 1);
  lua_rawseti(L, -2, (lua_Integer)vm->kinds + 1);
  vm->kinds += 1;
  return 0;
}

typedef struct member_request {
  uint32_t kind;
  crv_member member;
  crv_bytes name;
  uint32_t function;
} member_request;

int crv_open_member(lua_State *L) {
  const member_request *request = lua_touserdata(L, 1);
  lua_settop(L, 0);
  push_kind(L, request->kind);
  lua_rawgetp(L, 1, request->member == CRV_METHOD ? &key_methods : &key_properties);
  switch (request->member) {
    case CRV_METHOD:
      lua_pushlstring(L, (const char *)request->name.data, request->name.count);
      lua_pushinteger(L, request->function);
      lua_pushvalue(L, 3);
      lua_rawgetp(L, 1, &crv_key_kinds);
      lua_pushinteger(L, request->kind);
      lua_pushcclosure(L, call_method, 4);
      lua_rawset(L, 2);
      return 0;
    case CRV_PROPERTY:
      lua_pushlstring(L, (const char *)request->name.data, request->name.count);
      lua_pushinteger(L, request->function);
      lua_rawset(L, 2);
      return 0;
    case CRV_INDEX: lua_pushinteger(L, request->function); lua_rawseti(L, 2, SLOT_INDEX); return 0;
    case CRV_LENGTH: lua_pushinteger(L, request->function); lua_rawseti(L, 2, SLOT_LENGTH); return 0;
    case CRV_DESCRIPTION: lua_pushinteger(L, request->function); lua_rawseti(L, 2, SLOT_DESCRIPTION); return 0;
  }
  return 0;
}

crv_status crv_register_kind(crv_vm *vm, uint32_t kind, crv_bytes name) {
  kind_request request = {.kind = kind, .name = name};
  if (kind != vm->kinds) return crv_refuse(vm, "kinds of handles have to be numbered without gaps");
  return crv_enter(vm, crv_open_kind, &request, vm->limits.load_instructions);
}

crv_status crv_register_member(crv_vm *vm, uint32_t kind, crv_member member, crv_bytes name, uint32_t function) {
  member_request request = {.kind = kind, .member = member, .name = name, .function = function};
  if (kind >= vm->kinds) return crv_refuse(vm, "no such kind of handle");
  return crv_enter(vm, crv_open_member, &request, vm->limits.load_instructions);
}
