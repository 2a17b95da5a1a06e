#include <string.h>
#include <time.h>

#include "internal.h"

// The address says: this error is a stop, not a value a script made.
static char stop_mark;

static int64_t now_milliseconds(void) {
  struct timespec time;
  // Of this thread alone: a busy machine decides nothing.
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return 0;
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void crv_arm(crv_vm *vm, int64_t instructions) {
  if (vm->killed != CRV_OK || lua_gethook(vm->L) == NULL) lua_sethook(vm->L, crv_hook, LUA_MASKCOUNT, CRV_QUANTUM);
  vm->killed = CRV_OK;
  vm->marked = CRV_OK;
  vm->alloc_debt = 0;
  vm->left = vm->start_left = instructions;
  vm->deadline = 0;
  vm->hook_count = 0;
}

static void settle(crv_vm *vm) {
  vm->left -= (int64_t)(vm->alloc_debt / CRV_BYTES_PER_INSTRUCTION);
  vm->alloc_debt %= CRV_BYTES_PER_INSTRUCTION;
}

int64_t crv_spent(crv_vm *vm) {
  settle(vm);
  return vm->start_left - vm->left;
}

static int raise_stop(lua_State *L) {
  lua_pushlightuserdata(L, &stop_mark);
  return lua_error(L);
}

int crv_kill(lua_State *L, crv_status status, const char *message) {
  crv_vm *vm = crv_owner(L);
  if (vm->killed == CRV_OK) {
    vm->killed = status;
    crv_error_set(vm, status, message);
    if (status == CRV_MEMORY && vm->failed_chunk_count > 0) crv_error_memory(vm);
    crv_error_where(L, &vm->error);
    // From here on each instruction ends in the hook, so that whatever swallows this error does nothing with its freedom. Coroutines
    // in between are dealt with by our resume and wrap.
    lua_sethook(L, crv_hook, LUA_MASKCOUNT, 1);
    if (L != vm->L) lua_sethook(vm->L, crv_hook, LUA_MASKCOUNT, 1);
  }
  return raise_stop(L);
}

void crv_check_killed(lua_State *L) {
  if (crv_owner(L)->killed != CRV_OK) raise_stop(L);
}

void crv_spend(lua_State *L, int64_t instructions) {
  crv_vm *vm = crv_owner(L);
  if (vm->killed != CRV_OK) raise_stop(L);
  vm->left = instructions > vm->left ? -1 : vm->left - instructions;
  settle(vm);
  if (vm->left < 0) crv_kill(L, CRV_BUDGET, "the instruction budget is spent");
}

void crv_hook(lua_State *L, lua_Debug *ar) {
  (void)ar;
  crv_vm *vm = crv_owner(L);
  if (vm->killed != CRV_OK) {
    // A coroutine made before the stop still counts slowly.
    if (lua_gethookcount(L) != 1) lua_sethook(L, crv_hook, LUA_MASKCOUNT, 1);
    raise_stop(L);
  }
  crv_spend(L, CRV_QUANTUM);
  // Reading the clock costs more than a hook, so it is done now and then only, and short calls never do it.
  if (vm->limits.milliseconds <= 0 || (++vm->hook_count & 63) != 0) return;
  int64_t now = now_milliseconds();
  if (vm->deadline == 0) vm->deadline = now + vm->limits.milliseconds;
  if (now > vm->deadline) crv_kill(L, CRV_BUDGET, "the time limit is reached");
}
