// Lua patterns as the reference manual (§6.4.1) describes them, compiled to a flat list of nodes and matched without recursion.
#ifndef CRULEVM_PATTERN_H
#define CRULEVM_PATTERN_H

#include "internal.h"

#define CRV_MAX_CAPTURES 32
// Of the pattern's text.
#define CRV_MAX_PATTERN 8192

typedef enum crv_op {
  CRV_OP_CHAR,      // a: the byte
  CRV_OP_ANY,
  CRV_OP_SET,       // set
  CRV_OP_OPEN,      // a: the capture
  CRV_OP_CLOSE,     // a: the capture
  CRV_OP_POSITION,  // a: the capture
  CRV_OP_BACK,      // a: the capture
  CRV_OP_BALANCE,   // a, b: opening and closing byte
  CRV_OP_FRONTIER,  // set
  CRV_OP_END,
  CRV_OP_MATCH,
} crv_op;

typedef enum crv_repeat { CRV_ONCE, CRV_OPTIONAL, CRV_GREEDY, CRV_GREEDY_SOME, CRV_LAZY } crv_repeat;

typedef struct crv_node {
  uint8_t op, repeat, a, b;
  uint32_t set;
} crv_node;

typedef struct crv_set {
  uint64_t bits[4];
} crv_set;

// A repeated node that may still be matched in another way. At most one for each node at any time, since nothing in a pattern loops
// over more than one character.
typedef struct crv_choice {
  const uint8_t *at, *low;
  uint32_t node;
} crv_choice;

// A userdata: this, then nodes, sets, choices.
typedef struct crv_program {
  crv_node *nodes;
  crv_set *sets;
  crv_choice *choices;
  uint32_t captures;
  bool anchored, back_references;
  // The first node that is not the opening of a capture, when it is a greedy run; else NULL.
  const crv_node *leading_run;
} crv_program;

typedef struct crv_capture {
  const uint8_t *from;
  ptrdiff_t count;  // -1: a position
} crv_capture;

typedef struct crv_matcher {
  lua_State *L;
  const crv_program *program;
  const uint8_t *subject, *end;
  int64_t steps, start_steps;
  // Where the leading run of the last attempt ended.
  const uint8_t *run_end;
  crv_capture captures[CRV_MAX_CAPTURES];
} crv_matcher;

// pattern_compile.c: pushes the program of the pattern at this index; `literal_caret` for gmatch, where `^` is no anchor.
const crv_program *crv_compile_pattern(lua_State *L, int index, bool literal_caret);

// pattern_match.c
void crv_matcher_init(crv_matcher *matcher, lua_State *L, const crv_program *program, const char *subject, size_t count);
// Charges what was used so far to the budget.
void crv_matcher_settle(crv_matcher *matcher);
// Matches at exactly this place; returns the end or NULL.
const uint8_t *crv_match_at(crv_matcher *matcher, const uint8_t *at);
// Finds the first match from this place on; returns its start or NULL, its end in *end.
const uint8_t *crv_search(crv_matcher *matcher, const uint8_t *at, const uint8_t **end);
// Pushes the capture; with none in the pattern, capture 0 is the whole match.
void crv_push_capture(crv_matcher *matcher, uint32_t index, const uint8_t *start, const uint8_t *end);
// Pushes all captures, or the whole match where there are none and `whole` says so. Returns their number.
int crv_push_captures(crv_matcher *matcher, const uint8_t *start, const uint8_t *end, bool whole);

#endif
