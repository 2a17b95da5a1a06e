#include <stdio.h>
#include <string.h>

#include "internal.h"

// Errors are rendered into fixed buffers: this has to work when there is no memory left, and inside the hook.

#define LEVELS 16

void crv_error_clear(crv_vm *vm) {
  crv_error_text *error = &vm->error;
  error->status = CRV_OK;
  error->line = 0;
  error->message_count = error->chunk_count = error->traceback_count = 0;
}

static size_t copy_text(char *to, size_t capacity, const char *from, size_t count) {
  if (count > capacity) {
    count = capacity;
    // Do not cut a character in two.
    while (count > 0 && ((unsigned char)from[count] & 0xC0) == 0x80) count -= 1;
  }
  memcpy(to, from, count);
  return count;
}

static void set_message(crv_error_text *error, const char *text, size_t count) {
  error->message_count = copy_text(error->message, CRV_ERROR_MESSAGE, text, count);
}

void crv_error_set(crv_vm *vm, crv_status status, const char *message) {
  crv_error_clear(vm);
  vm->error.status = status;
  set_message(&vm->error, message, strlen(message));
}

void crv_error_memory(crv_vm *vm) {
  crv_error_set(vm, CRV_MEMORY, "not enough memory");
  vm->error.chunk_count = copy_text(vm->error.chunk, CRV_ERROR_CHUNK, vm->failed_chunk, vm->failed_chunk_count);
  vm->error.line = vm->failed_line;
}

static void add_trace(crv_error_text *error, const char *text, size_t count) {
  size_t room = CRV_ERROR_TRACEBACK - error->traceback_count;
  error->traceback_count += copy_text(error->traceback + error->traceback_count, room, text, count);
}

static bool is_named(const lua_Debug *ar) { return ar->source != NULL && ar->source[0] == '@' && ar->srclen > 0; }

void crv_error_where(lua_State *L, crv_error_text *error) {
  lua_Debug ar;
  bool found = error->chunk_count > 0;
  for (int level = 0, shown = 0; shown < LEVELS && lua_getstack(L, level, &ar); level++) {
    // Deep recursion: what is innermost tells enough.
    if (level > 1000 || !lua_getinfo(L, "Sln", &ar)) break;
    if (ar.what[0] == 'C' || !is_named(&ar)) continue;
    if (!found) {
      error->chunk_count = copy_text(error->chunk, CRV_ERROR_CHUNK, ar.source + 1, ar.srclen - 1);
      error->line = ar.currentline > 0 ? ar.currentline : 0;
      found = true;
    }
    if (shown > 0) add_trace(error, "\n", 1);
    add_trace(error, ar.source + 1, ar.srclen - 1 < 200 ? ar.srclen - 1 : 200);
    char text[160];
    int count;
    if (ar.name != NULL) {
      count = snprintf(text, sizeof text, ":%d: in %s '%.60s'", ar.currentline, ar.namewhat[0] ? ar.namewhat : "function", ar.name);
    } else if (ar.what[0] == 'm') {
      count = snprintf(text, sizeof text, ":%d: in the chunk", ar.currentline);
    } else {
      count = snprintf(text, sizeof text, ":%d: in the function of line %d", ar.currentline, ar.linedefined);
    }
    if (count > 0) add_trace(error, text, (size_t)count < sizeof text ? (size_t)count : sizeof text - 1);
    shown += 1;
  }
}

// Length of the "name:line: " that Lua puts before a message for this activation record, or 0.
static size_t position_length(const lua_Debug *ar, const char *text, size_t count) {
  char prefix[LUA_IDSIZE + 32];
  int length = snprintf(prefix, sizeof prefix, "%s:%d: ", ar->short_src, ar->currentline);
  if (length <= 0 || (size_t)length >= sizeof prefix || (size_t)length > count) return 0;
  return memcmp(prefix, text, (size_t)length) == 0 ? (size_t)length : 0;
}

static void set_string_message(lua_State *L, crv_error_text *error, const char *text, size_t count) {
  lua_Debug ar;
  for (int level = 0; level < 32 && lua_getstack(L, level, &ar); level++) {
    if (!lua_getinfo(L, "Sl", &ar) || ar.what[0] == 'C' || !is_named(&ar)) continue;
    size_t length = position_length(&ar, text, count);
    if (length == 0) continue;
    error->chunk_count = copy_text(error->chunk, CRV_ERROR_CHUNK, ar.source + 1, ar.srclen - 1);
    error->line = ar.currentline;
    set_message(error, text + length, count - length);
    return;
  }
  set_message(error, text, count);
}

// "name:line: message", where the compiler has shortened a long name.
static void set_syntax_message(crv_error_text *error, const char *text, size_t count) {
  for (size_t i = 0; i + 1 < count; i++) {
    if (text[i] != ':' || text[i + 1] < '0' || text[i + 1] > '9') continue;
    size_t at = i + 1;
    int32_t line = 0;
    while (at < count && text[at] >= '0' && text[at] <= '9' && line < 100000000) line = line * 10 + (text[at++] - '0');
    if (count - at < 2 || text[at] != ':' || text[at + 1] != ' ') continue;
    error->chunk_count = copy_text(error->chunk, CRV_ERROR_CHUNK, text, i);
    error->line = line;
    set_message(error, text + at + 2, count - at - 2);
    return;
  }
  set_message(error, text, count);
}

void crv_error_syntax(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  size_t count;
  crv_error_clear(vm);
  vm->error.status = CRV_SYNTAX;
  const char *text = lua_tolstring(L, -1, &count);
  if (text != NULL) set_syntax_message(&vm->error, text, count);
}

static crv_status status_of(lua_State *L, int index) {
  crv_vm *vm = crv_owner(L);
  if (vm->marked == CRV_OK) return CRV_RUNTIME;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_error);
  crv_status status = lua_rawequal(L, -1, index) ? vm->marked : CRV_RUNTIME;
  lua_pop(L, 1);
  return status;
}

// Only looks: no metamethod of an error value is ever called.
int crv_message_handler(lua_State *L) {
  crv_vm *vm = crv_owner(L);
  // A stop has written its error already, and with hooks off nothing more may happen.
  if (vm->killed != CRV_OK) return 1;
  crv_error_clear(vm);
  crv_error_text *error = &vm->error;
  error->status = status_of(L, 1);
  size_t count;
  switch (lua_type(L, 1)) {
    case LUA_TSTRING: {
      const char *text = lua_tolstring(L, 1, &count);
      if (error->status == CRV_SYNTAX) {
        set_syntax_message(error, text, count);
      } else {
        set_string_message(L, error, text, count);
      }
      break;
    }
    case LUA_TNUMBER: {
      char text[64];
      int length = lua_isinteger(L, 1) ? snprintf(text, sizeof text, LUA_INTEGER_FMT, lua_tointeger(L, 1))
                                       : snprintf(text, sizeof text, LUA_NUMBER_FMT, lua_tonumber(L, 1));
      set_message(error, text, length > 0 ? (size_t)length : 0);
      break;
    }
    case LUA_TTABLE: {
      // `error { message = "…" }` is a usual shape.
      lua_rawgetp(L, LUA_REGISTRYINDEX, &crv_key_names);
      lua_rawgeti(L, -1, 1);
      lua_rawget(L, 1);
      if (lua_type(L, -1) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, -1, &count);
        set_message(error, text, count);
        break;
      }
    }  // fallthrough
    default: {
      char text[64];
      int length = snprintf(text, sizeof text, "the error object is a %s value", luaL_typename(L, 1));
      set_message(error, text, length > 0 ? (size_t)length : 0);
    }
  }
  crv_error_where(L, error);
  lua_settop(L, 1);
  return 1;
}

int crv_raise_bare(lua_State *L, crv_status status) {
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &crv_key_error);
  crv_owner(L)->marked = status;
  return lua_error(L);
}

int crv_raise(lua_State *L, crv_status status) {
  luaL_where(L, 1);
  lua_insert(L, -2);
  lua_concat(L, 2);
  return crv_raise_bare(L, status);
}
