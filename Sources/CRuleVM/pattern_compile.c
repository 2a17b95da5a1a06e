#include <string.h>

#include "pattern.h"

// MARK: Character classes, in ASCII whatever the locale

static bool in_class(int letter, int c) {
  bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
  switch (letter) {
    case 'a': return lower || upper;
    case 'c': return c < 32 || c == 127;
    case 'd': return digit;
    case 'g': return c > 32 && c < 127;
    case 'l': return lower;
    case 'p': return c > 32 && c < 127 && !lower && !upper && !digit;
    case 's': return c == ' ' || (c >= '\t' && c <= '\r');
    case 'u': return upper;
    case 'w': return lower || upper || digit;
    case 'x': return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    default: return false;
  }
}

static bool is_class(int c) { return c != 0 && strchr("acdglpsuwx", c | 0x20) != NULL && ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

static void add(crv_set *set, int c) { set->bits[c >> 6] |= UINT64_C(1) << (c & 63); }

// An upper-case letter is the complement of its class; what is no class stands for itself.
static void add_class(crv_set *set, int letter) {
  if (!is_class(letter)) {
    add(set, letter);
    return;
  }
  bool complement = letter >= 'A' && letter <= 'Z';
  for (int c = 0; c < 256; c++)
    if (in_class(letter | 0x20, c) != complement) add(set, c);
}

// MARK: Compiling

typedef struct compiler {
  lua_State *L;
  const uint8_t *at, *end;
  crv_program *program;
  uint32_t node_count, set_count;
  bool open[CRV_MAX_CAPTURES];
} compiler;

static crv_node *append(compiler *c, crv_op op) {
  crv_node *node = &c->program->nodes[c->node_count++];
  *node = (crv_node){.op = op, .repeat = CRV_ONCE};
  return node;
}

// After '['; leaves `at` behind the closing bracket.
static uint32_t parse_set(compiler *c) {
  crv_set *set = &c->program->sets[c->set_count];
  *set = (crv_set){{0}};
  bool complement = c->at < c->end && *c->at == '^';
  if (complement) c->at += 1;
  // A bracket in the first place stands for itself.
  for (bool first = true;; first = false) {
    if (c->at >= c->end) luaL_error(c->L, "malformed pattern (missing ']')");
    uint8_t byte = *c->at++;
    if (byte == ']' && !first) break;
    if (byte == '%') {
      if (c->at >= c->end) luaL_error(c->L, "malformed pattern (missing ']')");
      add_class(set, *c->at++);
    } else if (c->end - c->at >= 2 && c->at[0] == '-' && c->at[1] != ']') {
      for (int value = byte; value <= c->at[1]; value++) add(set, value);
      c->at += 2;
    } else {
      add(set, byte);
    }
  }
  if (complement)
    for (int i = 0; i < 4; i++) set->bits[i] = ~set->bits[i];
  return c->set_count++;
}

static void parse_open(compiler *c) {
  if (c->program->captures == CRV_MAX_CAPTURES) luaL_error(c->L, "too many captures");
  bool position = c->at < c->end && *c->at == ')';
  crv_node *node = append(c, position ? CRV_OP_POSITION : CRV_OP_OPEN);
  node->a = (uint8_t)c->program->captures++;
  c->open[node->a] = !position;
  if (position) c->at += 1;
}

static void parse_close(compiler *c) {
  for (uint32_t capture = c->program->captures; capture-- > 0;) {
    if (!c->open[capture]) continue;
    c->open[capture] = false;
    append(c, CRV_OP_CLOSE)->a = (uint8_t)capture;
    return;
  }
  luaL_error(c->L, "invalid pattern capture: ')' without '('");
}

// What may follow a single character: * + - ?
static void parse_repeat(compiler *c, crv_node *node) {
  if (c->at >= c->end) return;
  switch (*c->at) {
    case '*': node->repeat = CRV_GREEDY; break;
    case '+': node->repeat = CRV_GREEDY_SOME; break;
    case '-': node->repeat = CRV_LAZY; break;
    case '?': node->repeat = CRV_OPTIONAL; break;
    default: return;
  }
  c->at += 1;
}

static void parse_escape(compiler *c) {
  if (c->at >= c->end) luaL_error(c->L, "malformed pattern (ends with '%%')");
  uint8_t byte = *c->at++;
  if (byte == 'b') {
    if (c->end - c->at < 2) luaL_error(c->L, "malformed pattern (missing arguments to '%%b')");
    crv_node *node = append(c, CRV_OP_BALANCE);
    node->a = c->at[0];
    node->b = c->at[1];
    c->at += 2;
  } else if (byte == 'f') {
    if (c->at >= c->end || *c->at != '[') luaL_error(c->L, "missing '[' after '%%f' in pattern");
    c->at += 1;
    uint32_t set = parse_set(c);
    append(c, CRV_OP_FRONTIER)->set = set;
  } else if (byte >= '0' && byte <= '9') {
    int capture = byte - '1';
    if (capture < 0 || (uint32_t)capture >= c->program->captures || c->open[capture])
      luaL_error(c->L, "invalid capture index %%%d in pattern", capture + 1);
    append(c, CRV_OP_BACK)->a = (uint8_t)capture;
    c->program->back_references = true;
  } else if (is_class(byte)) {
    crv_set *set = &c->program->sets[c->set_count];
    *set = (crv_set){{0}};
    add_class(set, byte);
    crv_node *node = append(c, CRV_OP_SET);
    node->set = c->set_count++;
    parse_repeat(c, node);
  } else {
    crv_node *node = append(c, CRV_OP_CHAR);
    node->a = byte;
    parse_repeat(c, node);
  }
}

static void parse(compiler *c, bool literal_caret) {
  if (!literal_caret && c->at < c->end && *c->at == '^') {
    c->program->anchored = true;
    c->at += 1;
  }
  while (c->at < c->end) {
    uint8_t byte = *c->at++;
    crv_node *node;
    switch (byte) {
      case '(': parse_open(c); break;
      case ')': parse_close(c); break;
      case '%': parse_escape(c); break;
      case '[': {
        uint32_t set = parse_set(c);
        node = append(c, CRV_OP_SET);
        node->set = set;
        parse_repeat(c, node);
        break;
      }
      case '.':
        node = append(c, CRV_OP_ANY);
        parse_repeat(c, node);
        break;
      case '$':
        if (c->at == c->end) {
          append(c, CRV_OP_END);
          break;
        }
        // fallthrough
      default:
        node = append(c, CRV_OP_CHAR);
        node->a = byte;
        parse_repeat(c, node);
    }
  }
  append(c, CRV_OP_MATCH);
  for (uint32_t capture = 0; capture < c->program->captures; capture++)
    if (c->open[capture]) luaL_error(c->L, "unfinished capture");
}

static const crv_node *leading_run(const crv_program *program) {
  const crv_node *node = program->nodes;
  while (node->op == CRV_OP_OPEN) node += 1;
  return node->repeat == CRV_GREEDY || node->repeat == CRV_GREEDY_SOME ? node : NULL;
}

static const crv_program *compile(lua_State *L, const uint8_t *text, size_t count, bool literal_caret) {
  if (count > CRV_MAX_PATTERN) luaL_error(L, "pattern too long: more than %d bytes", CRV_MAX_PATTERN);
  // Upper bounds, taken from what starts a set and what repeats.
  size_t sets = 0, repeats = 0;
  for (size_t i = 0; i < count; i++) {
    if (text[i] == '[' || text[i] == '%') sets += 1;
    if (memchr("*+-?", text[i], 4) != NULL) repeats += 1;
  }
  size_t size = sizeof(crv_program) + sets * sizeof(crv_set) + repeats * sizeof(crv_choice) + (count + 1) * sizeof(crv_node);
  crv_program *program = lua_newuserdatauv(L, size, 0);
  *program = (crv_program){0};
  // In the order of falling alignment.
  program->sets = (crv_set *)(program + 1);
  program->choices = (crv_choice *)(program->sets + sets);
  program->nodes = (crv_node *)(program->choices + repeats);
  compiler c = {.L = L, .at = text, .end = text + count, .program = program};
  parse(&c, literal_caret);
  program->leading_run = leading_run(program);
  return program;
}

// MARK: Cache

// Compiled patterns of the whole machine, by text; started anew when there are too many. Scripts cannot see it.
static char key_size;
#define CACHE_SIZE 256
// Longer ones are compiled each time, so that the cache stays small whatever a script does.
#define CACHED_LENGTH 128

const crv_program *crv_compile_pattern(lua_State *L, int index, bool literal_caret) {
  size_t count;
  const char *text = lua_tolstring(L, index, &count);
  if (count > CACHED_LENGTH) return compile(L, (const uint8_t *)text, count, literal_caret);
  const void *key = literal_caret && count > 0 && text[0] == '^' ? &crv_key_caret_patterns : &crv_key_patterns;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
  }
  lua_pushvalue(L, index);
  if (lua_rawget(L, -2) == LUA_TUSERDATA) {
    lua_remove(L, -2);
    return lua_touserdata(L, -1);
  }
  lua_pop(L, 1);
  const crv_program *program = compile(L, (const uint8_t *)text, count, literal_caret);
  lua_rawgetp(L, -2, &key_size);
  lua_Integer size = lua_tointeger(L, -1) + 1;
  lua_pop(L, 1);
  if (size > CACHE_SIZE) {
    size = 1;
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
    lua_replace(L, -3);
  }
  lua_pushinteger(L, size);
  lua_rawsetp(L, -3, &key_size);
  lua_pushvalue(L, index);
  lua_pushvalue(L, -2);
  lua_rawset(L, -4);
  lua_remove(L, -2);
  return program;
}
