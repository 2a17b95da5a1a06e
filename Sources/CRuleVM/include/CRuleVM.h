/// A sandboxed Lua 5.4 machine behind bytes and statuses.
///
/// Nothing declared here exposes a `lua_State`, and no function here may longjmp into its caller: each does all of its Lua work
/// inside one C function run by `lua_pcall`. A machine belongs to one thread at a time.
///
/// ## What a script may do
/// It sees an allow-list: the base library without `load`, `loadfile`, `dofile`, `collectgarbage` and `warn`; `string` without
/// `dump`; `table`; `math` without `random` and `randomseed`; `utf8`; `coroutine`; `require` over the modules registered here, and
/// what the host registers. Only text chunks are compiled. `setmetatable` refuses `__gc`, since finalizers run with hooks off.
/// Pattern functions are our own and count their steps; `pairs` visits keys in a fixed order (`next` does not); `tostring` shows no
/// addresses.
///
/// ## What a script cannot get past
/// The instruction budget, the memory limit and the pattern step limit stop a script for good: the error passes through `pcall`,
/// `xpcall`, `coroutine.resume`, `coroutine.wrap` and `__close`, and the call returns with that status.
///
/// ## Isolation
/// A *chunk* is compiled once. Running it makes an *instance*: a fresh `_ENV` with fresh globals, locals and modules, over shared
/// libraries that are read-only. An instance lives until ``crv_end_document``. The first ``crv_call`` into a chunk in a later document
/// runs the compiled chunk again, so that neither globals nor locals (upvalues) carry anything from one document to the next. Host
/// functions are not called again by that: the results they gave the first time are replayed. Functions are known by the order in
/// which they crossed the boundary, so a chunk has to be deterministic while it loads; when it is not, the call fails and says so.
/// A chunk whose functions are never called is never run again. Running a chunk again costs about what running it the first time did,
/// without the host's part: some 20 µs for a rule with ten clauses.
///
/// *Handles* are good for the one run or call they were given to; one kept in a variable and used later is an error.
#ifndef CRULEVM_H
#define CRULEVM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#else
#define _Nullable
#endif

#ifdef __cplusplus
extern "C" {
#endif

/// How a call ended.
typedef enum crv_status {
  CRV_OK = 0,
  /// The text is not Lua.
  CRV_SYNTAX = 1,
  /// A script raised an error.
  CRV_RUNTIME = 2,
  /// The instruction budget, or the time limit, is spent.
  CRV_BUDGET = 3,
  /// The memory limit is reached, or the system has no more.
  CRV_MEMORY = 4,
  /// One pattern call took more steps than its subject's length justifies.
  CRV_PATTERN = 5,
  /// A host function failed.
  CRV_HOST = 6,
  /// The caller passed something that does not exist or cannot be decoded.
  CRV_INVALID = 7,
  /// A handle was used after the call it was given to.
  CRV_CLOSED = 8,
  /// The machine was entered from within one of its own host calls.
  CRV_REENTRY = 9,
} crv_status;

typedef struct crv_vm crv_vm;

/// Borrowed bytes.
typedef struct crv_bytes {
  const uint8_t *_Nullable data;
  size_t count;
} crv_bytes;

typedef struct crv_limits {
  /// Bytes the machine may hold, its libraries included.
  size_t memory;
  /// Instructions for loading and running a chunk for the first time.
  int64_t load_instructions;
  /// Instructions for all calls of one document together.
  int64_t document_instructions;
  /// Steps of one pattern call, whatever the subject; 64 steps per byte of the subject come on top.
  int64_t pattern_steps;
  /// Bytes of one value that crosses the boundary.
  size_t message;
  /// Limit of one entry in milliseconds of its thread's time, 0 for none. A net below the budget, for slow library functions.
  int64_t milliseconds;
} crv_limits;

/// One call from a script to the host. All pointers are valid during the call only.
typedef struct crv_host_call {
  /// The number the function was registered with.
  uint32_t function;
  /// Number of encoded values in `arguments`.
  uint32_t argument_count;
  crv_bytes arguments;
  /// Where the calling Lua code stands: the chunk's name, and the line, 0 when unknown.
  crv_bytes chunk;
  int32_t line;
} crv_host_call;

/// Collects what a host function gives back; see ``crv_reply_append``.
typedef struct crv_reply crv_reply;

/// Carries out a call of a script to the host.
///
/// Append one encoded value to `reply` and return `CRV_OK`, or append an error message in UTF-8 and return `CRV_HOST`. It must not
/// raise and must not enter the machine again.
typedef crv_status (*crv_host_fn)(void *_Nullable context, const crv_host_call *call, crv_reply *reply);

/// The last error; all pointers are valid until the machine is entered again.
typedef struct crv_error {
  crv_status status;
  crv_bytes message;
  /// The chunk's name, empty when unknown.
  crv_bytes chunk;
  /// From 1; 0 when unknown.
  int32_t line;
  /// Newline-separated, the innermost function first, bounded.
  crv_bytes traceback;
} crv_error;

typedef struct crv_statistics {
  /// Instructions, pattern steps and allocation charges since the machine was made.
  int64_t instructions;
  /// Instructions used by the last entry.
  int64_t last_instructions;
  size_t memory;
  size_t peak_memory;
  /// Calls into the machine and out of it.
  int64_t entries;
  int64_t host_calls;
  /// How often a compiled chunk was run again for a new document.
  int64_t instances;
  int64_t allocations;
  /// Of these, those refused; Lua collects garbage and tries again before it gives up.
  int64_t failed_allocations;
} crv_statistics;

// MARK: Life

/// Makes a machine; `NULL` when there is no memory for it within the limit.
crv_vm *_Nullable crv_vm_new(const crv_limits *limits, crv_host_fn host, void *_Nullable context);
/// Frees a machine. Must not be called from within a host call.
void crv_vm_free(crv_vm *_Nullable vm);

// MARK: What the host offers (before the first chunk is loaded)

/// Numbers that the machine itself calls; the host answers them like any other.
enum {
  /// `(text)`: a script called `print`. The result is ignored.
  CRV_FUNCTION_PRINT = 0,
  /// `(kind name, member name)`: a handle has no such member. Should fail with a message that helps.
  CRV_FUNCTION_UNKNOWN_MEMBER = 1,
  /// `(module name)`: `require` of a module that is not there. Should fail with a message that helps.
  CRV_FUNCTION_UNKNOWN_MODULE = 2,
  /// The first number that is free for the host's own functions.
  CRV_FUNCTION_FIRST = 16,
};

/// What a member of a handle is.
typedef enum crv_member {
  /// `handle:name(…)`; called with the handle as first argument.
  CRV_METHOD = 0,
  /// `handle.name`; called with the handle.
  CRV_PROPERTY = 1,
  /// `handle[i]`; called with the handle and the integer; the name is ignored.
  CRV_INDEX = 2,
  /// `#handle`; called with the handle; the name is ignored.
  CRV_LENGTH = 3,
  /// `tostring(handle)`; called with the handle; the name is ignored.
  CRV_DESCRIPTION = 4,
} crv_member;

crv_status crv_register_function(crv_vm *vm, crv_bytes name, uint32_t function);
/// Declares a kind of handle; kinds are numbered from 0 without gaps.
crv_status crv_register_kind(crv_vm *vm, uint32_t kind, crv_bytes name);
crv_status crv_register_member(crv_vm *vm, uint32_t kind, crv_member member, crv_bytes name, uint32_t function);
/// Offers a module to `require`. It is compiled when first required and run once per instance, in an `_ENV` of its own.
crv_status crv_register_module(crv_vm *vm, crv_bytes name, crv_bytes chunk_name, crv_bytes source);

// MARK: Chunks and calls

/// Compiles text. With `expression`, the text is one expression and running it gives its value.
crv_status crv_load(crv_vm *vm, crv_bytes name, crv_bytes source, bool expression, uint32_t *chunk);
/// Forgets a chunk, its functions and its instance.
void crv_unload(crv_vm *vm, uint32_t chunk);
/// Runs a chunk in a fresh instance; its first result is then in ``crv_result``.
///
/// `globals` is an encoded table whose members are put into the environment of this run, but not into those of later documents, or
/// empty. `instructions` 0 stands for the limit.
/// An expression is charged to the document, anything else to the loading limit.
crv_status crv_run(crv_vm *vm, uint32_t chunk, crv_bytes globals, int64_t instructions);
/// Calls a function that crossed the boundary before; its first result is then in ``crv_result``.
///
/// `arguments` are `count` encoded values, `ordinal` and `generation` those of the encoded function.
crv_status crv_call(
  crv_vm *vm, uint32_t chunk, uint32_t ordinal, uint32_t generation, uint32_t count, crv_bytes arguments, int64_t instructions);
/// Ends the document: all instances are given up, the document's budget is full again.
void crv_end_document(crv_vm *vm);

/// The encoded result of the last successful run or call; valid until the machine is entered again.
crv_bytes crv_result(const crv_vm *vm);
crv_error crv_last_error(const crv_vm *vm);
crv_statistics crv_get_statistics(const crv_vm *vm);

// MARK: Within a host call

/// Appends bytes to the reply. Returns false, and makes the call fail, when the reply grows too large or memory is short.
bool crv_reply_append(crv_reply *reply, const void *_Nullable data, size_t count);
/// Charges work done by the host, such as nodes visited, to the running budget. The script is stopped on return if that spends it.
void crv_charge(crv_vm *vm, int64_t instructions);

// MARK: Codec

/// Tags of the encoding, each one byte. Numbers are little-endian.
enum {
  CRV_TAG_NIL = 0,
  CRV_TAG_FALSE = 1,
  CRV_TAG_TRUE = 2,
  /// 8 bytes, two's complement.
  CRV_TAG_INTEGER = 3,
  /// 8 bytes, IEEE 754.
  CRV_TAG_NUMBER = 4,
  /// 4 bytes length, the bytes.
  CRV_TAG_STRING = 5,
  /// 4 bytes number of array elements, 4 bytes number of members, the elements, then the members sorted by key: 4 bytes length, key,
  /// value.
  CRV_TAG_TABLE = 6,
  /// 4 bytes chunk, 4 bytes ordinal, 4 bytes generation (0: valid as long as the chunk; else for one document).
  CRV_TAG_FUNCTION = 7,
  /// 4 bytes kind, 8 bytes id.
  CRV_TAG_HANDLE = 8,
};

/// How deep tables may nest in a value that crosses the boundary.
#define CRV_MAX_DEPTH 64

// MARK: For tests

/// Makes the n-th allocation from now fail, and each one after it; 0 ends that.
void crv_fail_allocation(crv_vm *vm, int64_t nth);
/// As ``crv_vm_new``, with the n-th allocation failing from the start.
crv_vm *_Nullable crv_vm_new_failing(const crv_limits *limits, crv_host_fn host, void *_Nullable context, int64_t nth);

#ifdef __cplusplus
}
#endif

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
