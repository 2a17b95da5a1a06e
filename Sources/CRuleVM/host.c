#include <string.h>

#include "internal.h"

// What a host function answered while its chunk loaded, in front of the bytes.
typedef struct recorded {
  uint32_t function;
  uint32_t status;
  uint32_t count;
} recorded;

static void record(lua_State *L, uint32_t function, crv_status status, crv_bytes bytes) {
  crv_vm *vm = crv_owner(L);
  crv_buffer *replies = &vm->chunks[vm->current].replies;
  recorded head = {.function = function, .status = status, .count = (uint32_t)bytes.count};
  if (bytes.count > CRV_MAX_RECORD || replies->count > CRV_MAX_RECORD - bytes.count)
    luaL_error(L, "the host calls of this chunk's loading return too much in all");
  if (!crv_buffer_append(vm, replies, &head, sizeof head) || !crv_buffer_append(vm, replies, bytes.data, bytes.count))
    crv_kill(L, CRV_MEMORY, "not enough memory");
}

static crv_bytes replay(lua_State *L, uint32_t function, crv_status *status) {
  crv_vm *vm = crv_owner(L);
  const crv_buffer *replies = &vm->chunks[vm->current].replies;
  recorded head = {0};
  if (replies->count - vm->replay_at >= sizeof head) {
    memcpy(&head, replies->data + vm->replay_at, sizeof head);
    vm->replay_at += sizeof head;
  }
  if (head.function != function || head.count > replies->count - vm->replay_at)
    luaL_error(L, "this chunk makes other host calls when it is loaded again; it must not depend on anything but itself");
  crv_bytes bytes = {.data = replies->data + vm->replay_at, .count = head.count};
  vm->replay_at += head.count;
  *status = (crv_status)head.status;
  return bytes;
}

static crv_bytes ask(lua_State *L, uint32_t function, uint32_t count, crv_status *status) {
  crv_vm *vm = crv_owner(L);
  crv_host_call call = {.function = function, .argument_count = count};
  call.arguments = (crv_bytes){vm->arguments.data, vm->arguments.count};
  lua_Debug ar;
  if (lua_getstack(L, 1, &ar) && lua_getinfo(L, "Sl", &ar)) {
    if (ar.srclen > 0 && ar.source[0] == '@') call.chunk = (crv_bytes){(const uint8_t *)ar.source + 1, ar.srclen - 1};
    call.line = ar.currentline > 0 ? ar.currentline : 0;
  }
  vm->reply.bytes.count = 0;
  vm->reply.too_large = vm->reply.no_memory = false;
  vm->host_calls += 1;
  // Swift runs here, and has returned before anything below may raise.
  *status = vm->host(vm->context, &call, &vm->reply);
  if (vm->reply.no_memory) crv_kill(L, CRV_MEMORY, "not enough memory");
  crv_spend(L, 0);
  if (vm->reply.too_large) {
    lua_pushliteral(L, "the host's answer is too large");
    crv_raise(L, CRV_HOST);
  }
  return (crv_bytes){vm->reply.bytes.data, vm->reply.bytes.count};
}

int crv_host_invoke(lua_State *L, uint32_t function) {
  crv_vm *vm = crv_owner(L);
  crv_spend(L, CRV_HOST_CALL_COST);
  int count = lua_gettop(L);
  vm->arguments.count = 0;
  for (int i = 1; i <= count; i++) crv_encode(L, i, &vm->arguments);
  crv_status status = CRV_OK;
  crv_bytes answer;
  if (vm->mode == CRV_REPLAY) {
    answer = replay(L, function, &status);
  } else {
    answer = ask(L, function, (uint32_t)count, &status);
    if (vm->mode == CRV_RECORD) record(L, function, status, answer);
  }
  lua_settop(L, 0);
  if (status != CRV_OK) {
    lua_pushlstring(L, (const char *)answer.data, answer.count);
    return crv_raise(L, CRV_HOST);
  }
  size_t at = 0;
  crv_decode(L, answer, &at, 0);
  return 1;
}

int crv_host_trampoline(lua_State *L) { return crv_host_invoke(L, (uint32_t)lua_tointeger(L, lua_upvalueindex(1))); }

bool crv_reply_append(crv_reply *reply, const void *data, size_t count) {
  size_t limit = reply->vm->limits.message;
  if (count > limit || reply->bytes.count > limit - count) {
    reply->too_large = true;
  } else if (!crv_buffer_append(reply->vm, &reply->bytes, data, count)) {
    reply->no_memory = true;
  }
  return !reply->too_large && !reply->no_memory;
}

void crv_charge(crv_vm *vm, int64_t instructions) {
  if (instructions <= 0) return;
  vm->left = instructions > vm->left ? -1 : vm->left - instructions;
}
