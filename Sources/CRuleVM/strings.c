#define _GNU_SOURCE
#include <string.h>

#include "pattern.h"

// The string functions that the standard library would run without end, or with results that differ from run to run.

// A position from the end counts from -1; 0 and what lies before the start become 1.
static size_t start_position(lua_Integer position, size_t count) {
  if (position > 0) return (size_t)position;
  if (position == 0 || position < -(lua_Integer)count) return 1;
  return count + (size_t)position + 1;
}

static int find_plain(lua_State *L, const char *text, size_t count, size_t from, const char *needle, size_t needle_count) {
  const char *hit = memmem(text + from, count - from, needle, needle_count);
  crv_spend(L, (int64_t)((hit != NULL ? (size_t)(hit - text) : count) - from) / 32);
  if (hit == NULL) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, hit - text + 1);
  lua_pushinteger(L, hit - text + (lua_Integer)needle_count);
  return 2;
}

static bool has_specials(const char *pattern, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (memchr("^$*+?.([%-", pattern[i], 10) != NULL) return true;
  return false;
}

static int find_or_match(lua_State *L, bool find) {
  size_t count, pattern_count;
  const char *text = luaL_checklstring(L, 1, &count);
  const char *pattern = luaL_checklstring(L, 2, &pattern_count);
  size_t from = start_position(luaL_optinteger(L, 3, 1), count) - 1;
  if (from > count) {
    lua_pushnil(L);
    return 1;
  }
  if (find && (lua_toboolean(L, 4) || !has_specials(pattern, pattern_count)))
    return find_plain(L, text, count, from, pattern, pattern_count);
  crv_matcher m;
  crv_matcher_init(&m, L, crv_compile_pattern(L, 2, false), text, count);
  const uint8_t *end, *start = crv_search(&m, m.subject + from, &end);
  crv_matcher_settle(&m);
  if (start == NULL) {
    lua_pushnil(L);
    return 1;
  }
  if (!find) return crv_push_captures(&m, start, end, true);
  lua_pushinteger(L, start - m.subject + 1);
  lua_pushinteger(L, end - m.subject);
  return crv_push_captures(&m, start, end, false) + 2;
}

static int string_find(lua_State *L) { return find_or_match(L, true); }
static int string_match(lua_State *L) { return find_or_match(L, false); }

// Upvalues: text, program, where to go on, where the last match ended (-1: none yet).
static int next_match(lua_State *L) {
  size_t count;
  const char *text = lua_tolstring(L, lua_upvalueindex(1), &count);
  crv_matcher m;
  crv_matcher_init(&m, L, lua_touserdata(L, lua_upvalueindex(2)), text, count);
  lua_Integer from = lua_tointeger(L, lua_upvalueindex(3)), last = lua_tointeger(L, lua_upvalueindex(4));
  while (from <= (lua_Integer)count) {
    const uint8_t *end, *start = crv_search(&m, m.subject + from, &end);
    if (start == NULL) break;
    if (end - m.subject != last) {
      crv_matcher_settle(&m);
      lua_pushinteger(L, end - m.subject);
      lua_pushvalue(L, -1);
      lua_replace(L, lua_upvalueindex(3));
      lua_replace(L, lua_upvalueindex(4));
      return crv_push_captures(&m, start, end, true);
    }
    // An empty match right behind the last match does not count.
    from = start - m.subject + 1;
  }
  crv_matcher_settle(&m);
  lua_pushinteger(L, (lua_Integer)count + 1);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t count;
  luaL_checklstring(L, 1, &count);
  luaL_checkstring(L, 2);
  size_t from = start_position(luaL_optinteger(L, 3, 1), count) - 1;
  if (from > count) from = count + 1;
  lua_settop(L, 2);
  crv_compile_pattern(L, 2, true);
  lua_replace(L, 2);
  lua_pushinteger(L, (lua_Integer)from);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, 4);
  return 1;
}

// MARK: gsub

static void add_template(crv_matcher *m, luaL_Buffer *result, const uint8_t *start, const uint8_t *end) {
  lua_State *L = m->L;
  size_t count;
  const char *template = lua_tolstring(L, 3, &count);
  for (size_t i = 0; i < count; i++) {
    const char *escape = memchr(template + i, '%', count - i);
    size_t plain = escape != NULL ? (size_t)(escape - template) : count;
    luaL_addlstring(result, template + i, plain - i);
    i = plain + 1;
    if (escape == NULL) break;
    char what = i < count ? template[i] : 0;
    if (what == '%') {
      luaL_addchar(result, '%');
    } else if (what == '0') {
      luaL_addlstring(result, (const char *)start, (size_t)(end - start));
    } else if (what >= '1' && what <= '9') {
      uint32_t index = (uint32_t)(what - '1');
      if (index >= m->program->captures && index != 0)
        luaL_error(L, "invalid capture index %%%d in replacement string", (int)index + 1);
      crv_push_capture(m, index, start, end);
      luaL_addvalue(result);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
  }
}

static void add_replacement(crv_matcher *m, luaL_Buffer *result, int type, const uint8_t *start, const uint8_t *end) {
  lua_State *L = m->L;
  if (type == LUA_TFUNCTION) {
    crv_matcher_settle(m);
    lua_pushvalue(L, 3);
    lua_call(L, crv_push_captures(m, start, end, true), 1);
  } else if (type == LUA_TTABLE) {
    crv_push_capture(m, 0, start, end);
    lua_gettable(L, 3);
  } else {
    add_template(m, result, start, end);
    return;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(result, (const char *)start, (size_t)(end - start));
  } else if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  } else {
    luaL_addvalue(result);
  }
}

static int string_gsub(lua_State *L) {
  size_t count;
  const char *text = luaL_checklstring(L, 1, &count);
  luaL_checkstring(L, 2);
  int type = lua_type(L, 3);
  luaL_argexpected(
    L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3, "string/function/table");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)count + 1), found = 0;
  lua_settop(L, 3);
  if (type == LUA_TNUMBER) lua_tolstring(L, 3, NULL);
  crv_matcher m;
  crv_matcher_init(&m, L, crv_compile_pattern(L, 2, false), text, count);
  luaL_Buffer result;
  luaL_buffinit(L, &result);
  const uint8_t *at = m.subject, *copied = m.subject, *last = NULL;
  while (found < most) {
    const uint8_t *end, *start = crv_search(&m, at, &end);
    if (start == NULL) break;
    if (end == last) {
      // An empty match right behind the last match does not count.
      if (start >= m.end || m.program->anchored) break;
      at = start + 1;
      continue;
    }
    luaL_addlstring(&result, (const char *)copied, (size_t)(start - copied));
    add_replacement(&m, &result, type, start, end);
    found += 1;
    at = copied = last = end;
    if (m.program->anchored) break;
  }
  crv_matcher_settle(&m);
  luaL_addlstring(&result, (const char *)copied, (size_t)(m.end - copied));
  luaL_pushresult(&result);
  lua_pushinteger(L, found);
  return 2;
}

// MARK: rep, format

static int string_rep(lua_State *L) {
  size_t count, between_count;
  const char *text = luaL_checklstring(L, 1, &count);
  lua_Integer times = luaL_checkinteger(L, 2);
  const char *between = luaL_optlstring(L, 3, "", &between_count);
  // Without the second case the standard function counts to `times` for nothing.
  if (times <= 0 || count + between_count == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (count + between_count < count || (lua_Unsigned)(count + between_count) > (lua_Unsigned)INT64_MAX / (lua_Unsigned)times)
    return luaL_error(L, "resulting string too large");
  size_t total = (size_t)times * count + (size_t)(times - 1) * between_count;
  luaL_Buffer result;
  char *to = luaL_buffinitsize(L, &result, total);
  // One period, then ever larger copies of what is there.
  size_t filled = count + between_count < total ? count + between_count : total;
  memcpy(to, text, count);
  if (filled > count) memcpy(to + count, between, between_count);
  while (filled < total) {
    size_t more = filled < total - filled ? filled : total - filled;
    memcpy(to + filled, to, more);
    filled += more;
  }
  luaL_pushresultsize(&result, total);
  return 1;
}

// Upvalue: the standard function, which runs in this frame. `%s` gets our `tostring`, and `%p`, an address, is refused.
static int string_format(lua_State *L) {
  int argument = 1, top = lua_gettop(L);
  size_t count;
  const char *format = luaL_checklstring(L, 1, &count);
  for (size_t i = 0; i < count; i++) {
    if (format[i] != '%') continue;
    i += 1;
    if (i < count && format[i] == '%') continue;
    while (i < count && memchr("-+ #0123456789.", format[i], 15) != NULL) i += 1;
    if (++argument > top || i >= count) break;
    if (format[i] == 'p') return luaL_error(L, "'%%p' is not allowed: addresses differ from run to run");
    int type = lua_type(L, argument);
    if (format[i] != 's' || type == LUA_TSTRING || type == LUA_TNUMBER) continue;
    lua_pushcfunction(L, crv_tostring);
    lua_pushvalue(L, argument);
    lua_call(L, 1, 1);
    lua_replace(L, argument);
  }
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

void crv_open_string(lua_State *L) {
  static const luaL_Reg ours[] = {
    {"find", string_find}, {"match", string_match}, {"gmatch", string_gmatch}, {"gsub", string_gsub}, {"rep", string_rep},
    {NULL, NULL},
  };
  luaL_setfuncs(L, ours, 0);
  lua_getfield(L, -1, "format");
  lua_pushcclosure(L, string_format, 1);
  lua_setfield(L, -2, "format");
  lua_pushnil(L);
  lua_setfield(L, -2, "dump");
  // The metatable all strings share. Its __index is this table, which scripts see through a read-only view only.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}
