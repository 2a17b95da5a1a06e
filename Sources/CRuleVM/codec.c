#include <stdlib.h>
#include <string.h>

#include "internal.h"

// MARK: Encoding

typedef struct encoder {
  lua_State *L;
  crv_vm *vm;
  crv_buffer *buffer;
  int depth;
  const void *path[CRV_MAX_DEPTH];
} encoder;

static void put(encoder *e, const void *data, size_t count) {
  if (crv_buffer_append(e->vm, e->buffer, data, count)) return;
  if (count > e->vm->limits.message || e->buffer->count > e->vm->limits.message - count)
    luaL_error(e->L, "a value is too large to leave the script");
  crv_kill(e->L, CRV_MEMORY, "not enough memory");
}

static void put_tag(encoder *e, uint8_t tag) { put(e, &tag, 1); }
static void put_u32(encoder *e, uint32_t value) { put(e, &value, 4); }

static void put_string(encoder *e, const char *data, size_t count) {
  if (count > UINT32_MAX) luaL_error(e->L, "a string is too large to leave the script");
  put_u32(e, (uint32_t)count);
  put(e, data, count);
}

static int compare_keys(const void *left, const void *right) {
  const crv_key *a = left, *b = right;
  int order = memcmp(a->data, b->data, a->count < b->count ? a->count : b->count);
  if (order != 0) return order;
  return a->count < b->count ? -1 : a->count > b->count;
}

static void push_key(encoder *e, const char *data, size_t count) {
  crv_vm *vm = e->vm;
  if (vm->key_count == vm->key_capacity) {
    size_t capacity = vm->key_capacity == 0 ? 64 : vm->key_capacity * 2;
    crv_key *keys = crv_realloc(vm, vm->keys, vm->key_capacity * sizeof(crv_key), capacity * sizeof(crv_key));
    if (keys == NULL) crv_kill(e->L, CRV_MEMORY, "not enough memory");
    vm->keys = keys;
    vm->key_capacity = capacity;
  }
  vm->keys[vm->key_count++] = (crv_key){data, count};
}

static void encode_value(encoder *e, int index);

static void encode_table(encoder *e, int index) {
  lua_State *L = e->L;
  crv_vm *vm = e->vm;
  const void *identity = lua_topointer(L, index);
  for (int i = 0; i < e->depth; i++)
    if (e->path[i] == identity) luaL_error(L, "a table that contains itself cannot leave the script");
  if (e->depth == CRV_MAX_DEPTH) luaL_error(L, "a table is nested too deeply to leave the script");
  luaL_checkstack(L, 6, "value nested too deeply");
  e->path[e->depth++] = identity;
  int top = lua_gettop(L);
  bool sealed = crv_push_sealed(L, index);
  int table = sealed ? lua_gettop(L) : index;

  // The sequence 1…n without holes; what follows a hole is refused below.
  lua_Unsigned length = 0;
  while (length < UINT32_MAX) {
    bool present = lua_rawgeti(L, table, (lua_Integer)length + 1) != LUA_TNIL;
    lua_pop(L, 1);
    if (!present) break;
    length += 1;
  }
  size_t first = vm->key_count;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    if (lua_type(L, -1) == LUA_TSTRING) {
      size_t count;
      const char *data = lua_tolstring(L, -1, &count);
      push_key(e, data, count);
    } else if (!lua_isinteger(L, -1)) {
      luaL_error(L, "a key of type %s cannot leave the script: use strings, or numbers from 1", luaL_typename(L, -1));
    } else if (lua_tointeger(L, -1) < 1 || (lua_Unsigned)lua_tointeger(L, -1) > length) {
      luaL_error(L, "the key %I cannot leave the script: the table has a hole before it", (LUAI_UACINT)lua_tointeger(L, -1));
    }
  }
  size_t members = vm->key_count - first;
  // Lua's own order differs from run to run.
  if (members > 1) qsort(vm->keys + first, members, sizeof(crv_key), compare_keys);
  crv_spend(L, (int64_t)(length + members * 4) / 4);

  put_tag(e, CRV_TAG_TABLE);
  put_u32(e, (uint32_t)length);
  put_u32(e, (uint32_t)members);
  for (lua_Unsigned i = 1; i <= length; i++) {
    lua_rawgeti(L, table, (lua_Integer)i);
    encode_value(e, lua_gettop(L));
    lua_pop(L, 1);
  }
  for (size_t i = 0; i < members; i++) {
    // The bytes stay where they are as long as the table holds the key. Nested tables may have moved `keys` itself.
    crv_key key = vm->keys[first + i];
    put_string(e, key.data, key.count);
    lua_pushlstring(L, key.data, key.count);
    lua_rawget(L, table);
    encode_value(e, lua_gettop(L));
    lua_pop(L, 1);
  }
  vm->key_count = first;
  lua_settop(L, top);
  e->depth -= 1;
}

static void encode_value(encoder *e, int index) {
  lua_State *L = e->L;
  switch (lua_type(L, index)) {
    case LUA_TNIL: put_tag(e, CRV_TAG_NIL); break;
    case LUA_TBOOLEAN: put_tag(e, lua_toboolean(L, index) ? CRV_TAG_TRUE : CRV_TAG_FALSE); break;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        int64_t integer = lua_tointeger(L, index);
        put_tag(e, CRV_TAG_INTEGER);
        put(e, &integer, 8);
      } else {
        double number = lua_tonumber(L, index);
        put_tag(e, CRV_TAG_NUMBER);
        put(e, &number, 8);
      }
      break;
    case LUA_TSTRING: {
      size_t count;
      const char *data = lua_tolstring(L, index, &count);
      put_tag(e, CRV_TAG_STRING);
      put_string(e, data, count);
      break;
    }
    case LUA_TTABLE: encode_table(e, index); break;
    case LUA_TFUNCTION: crv_encode_function(L, index, e->buffer); break;
    case LUA_TUSERDATA: {
      crv_handle *handle = crv_check_alive(L, index);
      if (handle == NULL) luaL_error(L, "a value of type %s cannot leave the script", luaL_typename(L, index));
      put_tag(e, CRV_TAG_HANDLE);
      put_u32(e, handle->kind);
      put(e, &handle->id, 8);
      break;
    }
    default: luaL_error(L, "a value of type %s cannot leave the script", luaL_typename(L, index));
  }
}

void crv_encode(lua_State *L, int index, crv_buffer *buffer) {
  crv_vm *vm = crv_owner(L);
  encoder e = {.L = L, .vm = vm, .buffer = buffer, .depth = 0};
  // An error on the way leaves keys behind.
  vm->key_count = 0;
  encode_value(&e, lua_absindex(L, index));
}

// MARK: Decoding

static void malformed(lua_State *L) {
  lua_pushliteral(L, "a value from the host is malformed");
  crv_raise(L, CRV_INVALID);
}

static const uint8_t *take(lua_State *L, crv_bytes bytes, size_t *at, size_t count) {
  if (count > bytes.count - *at) malformed(L);
  const uint8_t *data = bytes.data + *at;
  *at += count;
  return data;
}

static uint32_t take_u32(lua_State *L, crv_bytes bytes, size_t *at) {
  uint32_t value;
  memcpy(&value, take(L, bytes, at, 4), 4);
  return value;
}

static void decode_table(lua_State *L, crv_bytes bytes, size_t *at, int depth) {
  if (depth >= CRV_MAX_DEPTH) malformed(L);
  luaL_checkstack(L, 6, "value nested too deeply");
  uint32_t length = take_u32(L, bytes, at), members = take_u32(L, bytes, at);
  // Each element takes a byte at least, each member five: counts that promise more are lies.
  if ((uint64_t)length + (uint64_t)members * 5 > bytes.count - *at || length > INT32_MAX || members > INT32_MAX) malformed(L);
  lua_createtable(L, (int)length, (int)members);
  for (uint32_t i = 1; i <= length; i++) {
    crv_decode(L, bytes, at, depth + 1);
    lua_rawseti(L, -2, i);
  }
  for (uint32_t i = 0; i < members; i++) {
    uint32_t count = take_u32(L, bytes, at);
    lua_pushlstring(L, (const char *)take(L, bytes, at, count), count);
    crv_decode(L, bytes, at, depth + 1);
    lua_rawset(L, -3);
  }
}

void crv_decode(lua_State *L, crv_bytes bytes, size_t *at, int depth) {
  switch (*take(L, bytes, at, 1)) {
    case CRV_TAG_NIL: lua_pushnil(L); break;
    case CRV_TAG_FALSE: lua_pushboolean(L, 0); break;
    case CRV_TAG_TRUE: lua_pushboolean(L, 1); break;
    case CRV_TAG_INTEGER: {
      int64_t integer;
      memcpy(&integer, take(L, bytes, at, 8), 8);
      lua_pushinteger(L, integer);
      break;
    }
    case CRV_TAG_NUMBER: {
      double number;
      memcpy(&number, take(L, bytes, at, 8), 8);
      lua_pushnumber(L, number);
      break;
    }
    case CRV_TAG_STRING: {
      uint32_t count = take_u32(L, bytes, at);
      lua_pushlstring(L, (const char *)take(L, bytes, at, count), count);
      break;
    }
    case CRV_TAG_TABLE: decode_table(L, bytes, at, depth); break;
    case CRV_TAG_FUNCTION: {
      uint32_t chunk = take_u32(L, bytes, at), ordinal = take_u32(L, bytes, at), generation = take_u32(L, bytes, at);
      if (!crv_push_function(L, chunk, ordinal, generation)) malformed(L);
      break;
    }
    case CRV_TAG_HANDLE: {
      uint32_t kind = take_u32(L, bytes, at);
      uint64_t id;
      memcpy(&id, take(L, bytes, at, 8), 8);
      if (kind >= crv_owner(L)->kinds) malformed(L);
      crv_push_handle(L, kind, id);
      break;
    }
    default: malformed(L);
  }
}
