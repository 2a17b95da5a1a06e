#define _GNU_SOURCE
#include <string.h>

#include "pattern.h"

// Steps of matching per instruction of the budget.
#define STEPS_PER_INSTRUCTION 4
#define STEPS_PER_BYTE 64

void crv_matcher_init(crv_matcher *m, lua_State *L, const crv_program *program, const char *subject, size_t count) {
  const crv_vm *vm = crv_owner(L);
  m->L = L;
  m->program = program;
  m->subject = (const uint8_t *)subject;
  m->end = m->subject + count;
  m->run_end = NULL;
  m->steps = vm->limits.pattern_steps + (int64_t)count * STEPS_PER_BYTE;
  int64_t left = vm->left > 0 ? vm->left : 0;
  if (m->steps / STEPS_PER_INSTRUCTION > left) m->steps = (left + 1) * STEPS_PER_INSTRUCTION;
  m->start_steps = m->steps;
}

void crv_matcher_settle(crv_matcher *m) {
  int64_t used = (m->start_steps - m->steps) / STEPS_PER_INSTRUCTION;
  m->start_steps -= used * STEPS_PER_INSTRUCTION;
  crv_spend(m->L, used);
}

static void out_of_steps(crv_matcher *m) {
  // Whichever limit is the smaller one.
  crv_matcher_settle(m);
  crv_kill(m->L, CRV_PATTERN, "a pattern takes too many steps on this text");
}

static inline bool contains(const crv_set *set, uint8_t byte) { return (set->bits[byte >> 6] >> (byte & 63)) & 1; }

static inline bool fits(const crv_program *program, const crv_node *node, uint8_t byte) {
  switch (node->op) {
    case CRV_OP_CHAR: return node->a == byte;
    case CRV_OP_ANY: return true;
    default: return contains(&program->sets[node->set], byte);
  }
}

// The end of the longest run of bytes that fit.
static const uint8_t *run(const crv_matcher *m, const crv_node *node, const uint8_t *at) {
  if (node->op == CRV_OP_ANY) return m->end;
  while (at < m->end && fits(m->program, node, *at)) at += 1;
  return at;
}

static const uint8_t *balance(crv_matcher *m, const crv_node *node, const uint8_t *at) {
  if (at >= m->end || *at != node->a) return NULL;
  int64_t depth = 1;
  const uint8_t *start = at;
  for (at += 1; at < m->end; at++) {
    if (*at == node->b) {
      depth -= 1;
      if (depth == 0) break;
    } else if (*at == node->a) {
      depth += 1;
    }
  }
  m->steps -= (at - start) / 2;
  return at < m->end ? at + 1 : NULL;
}

const uint8_t *crv_match_at(crv_matcher *m, const uint8_t *at) {
  const crv_program *program = m->program;
  const crv_node *node = program->nodes;
  crv_choice *choices = program->choices;
  size_t depth = 0;
  for (;;) {
    if (--m->steps < 0) out_of_steps(m);
    switch ((crv_op)node->op) {
      case CRV_OP_MATCH: return at;
      case CRV_OP_CHAR:
      case CRV_OP_ANY:
      case CRV_OP_SET:
        switch ((crv_repeat)node->repeat) {
          case CRV_ONCE:
            if (at >= m->end || !fits(program, node, *at)) goto fail;
            at += 1;
            break;
          case CRV_OPTIONAL:
            if (at < m->end && fits(program, node, *at)) {
              choices[depth++] = (crv_choice){.at = at, .node = (uint32_t)(node - program->nodes)};
              at += 1;
            }
            break;
          case CRV_GREEDY:
          case CRV_GREEDY_SOME: {
            const uint8_t *end = run(m, node, at);
            m->steps -= (end - at) / 4;
            if (node == program->leading_run) m->run_end = end;
            const uint8_t *low = node->repeat == CRV_GREEDY ? at : at + 1;
            if (end < low) goto fail;
            if (end > low) choices[depth++] = (crv_choice){.at = end, .low = low, .node = (uint32_t)(node - program->nodes)};
            at = end;
            break;
          }
          case CRV_LAZY: choices[depth++] = (crv_choice){.at = at, .node = (uint32_t)(node - program->nodes)}; break;
        }
        break;
      case CRV_OP_OPEN: m->captures[node->a].from = at; break;
      case CRV_OP_CLOSE: m->captures[node->a].count = at - m->captures[node->a].from; break;
      case CRV_OP_POSITION: m->captures[node->a] = (crv_capture){.from = at, .count = -1}; break;
      case CRV_OP_BACK: {
        const crv_capture *capture = &m->captures[node->a];
        ptrdiff_t count = capture->count;
        // A position is no text, and nothing is equal to it.
        if (count < 0 || m->end - at < count || memcmp(at, capture->from, (size_t)count) != 0) goto fail;
        m->steps -= count / 16;
        at += count;
        break;
      }
      case CRV_OP_BALANCE: {
        const uint8_t *end = balance(m, node, at);
        if (end == NULL) goto fail;
        at = end;
        break;
      }
      case CRV_OP_FRONTIER: {
        // The subject is bounded by zero bytes on both sides.
        const crv_set *set = &program->sets[node->set];
        uint8_t before = at > m->subject ? at[-1] : 0, after = at < m->end ? *at : 0;
        if (contains(set, before) || !contains(set, after)) goto fail;
        break;
      }
      case CRV_OP_END:
        if (at != m->end) goto fail;
        break;
    }
    node += 1;
    continue;

  fail:
    for (;;) {
      if (depth == 0) return NULL;
      crv_choice *choice = &choices[depth - 1];
      node = &program->nodes[choice->node];
      if (node->repeat == CRV_LAZY) {
        if (choice->at < m->end && fits(program, node, *choice->at)) {
          at = ++choice->at;
          break;
        }
        depth -= 1;
        if (--m->steps < 0) out_of_steps(m);
      } else if (node->repeat == CRV_OPTIONAL) {
        at = choice->at;
        depth -= 1;
        break;
      } else {
        at = --choice->at;
        if (choice->at == choice->low) depth -= 1;
        break;
      }
    }
    node += 1;
  }
}

const uint8_t *crv_search(crv_matcher *m, const uint8_t *at, const uint8_t **end) {
  const crv_program *program = m->program;
  const crv_node *first = program->nodes;
  bool literal = first->op == CRV_OP_CHAR && (first->repeat == CRV_ONCE || first->repeat == CRV_GREEDY_SOME);
  for (;;) {
    if (literal && !program->anchored) {
      const uint8_t *next = at < m->end ? memchr(at, first->a, (size_t)(m->end - at)) : NULL;
      m->steps -= ((next != NULL ? next : m->end) - at) / 16;
      if (next == NULL) return NULL;
      at = next;
    }
    m->run_end = NULL;
    *end = crv_match_at(m, at);
    if (*end != NULL) return at;
    if (program->anchored) return NULL;
    // From each later place in a greedy run at the front, the run would end where it just did, and the rest has been tried from each of
    // those places already. So a failed run is skipped whole, which makes the usual `%s+$` linear. Captures that a back reference
    // looks at would make the rest depend on the start.
    if (m->run_end != NULL && m->run_end > at && !program->back_references) at = m->run_end;
    if (at >= m->end) return NULL;
    at += 1;
  }
}

void crv_push_capture(crv_matcher *m, uint32_t index, const uint8_t *start, const uint8_t *end) {
  if (index >= m->program->captures) {
    if (index != 0) luaL_error(m->L, "invalid capture index %%%d", (int)index + 1);
    lua_pushlstring(m->L, (const char *)start, (size_t)(end - start));
    return;
  }
  const crv_capture *capture = &m->captures[index];
  if (capture->count < 0) {
    lua_pushinteger(m->L, capture->from - m->subject + 1);
  } else {
    lua_pushlstring(m->L, (const char *)capture->from, (size_t)capture->count);
  }
}

int crv_push_captures(crv_matcher *m, const uint8_t *start, const uint8_t *end, bool whole) {
  uint32_t count = m->program->captures == 0 && whole ? 1 : m->program->captures;
  luaL_checkstack(m->L, (int)count, "too many captures");
  for (uint32_t i = 0; i < count; i++) crv_push_capture(m, i, start, end);
  return (int)count;
}
