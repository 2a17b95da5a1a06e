internal import CRuleVM

/// A sandboxed Lua machine: loads chunks, runs them, calls their functions.
///
/// One worker has one machine; it is not Sendable and must not cross an `await`. Errors leave it usable: whatever a script did, the
/// next document finds fresh globals, fresh locals and fresh modules (see `CRuleVM.h` for how).
///
/// ```swift
/// let chunk = try vm.load(source: Array(text.utf8), name: "rules/example.org/rule.lua")
/// let rule = try vm.run(chunk)
/// if case .function(let edit)? = rule.tableValue?["edit"] {
///   let edits = try vm.call(edit, [.handle(article), .handle(page)])
/// }
/// vm.endDocument()
/// ```
public final class RuleVM {
  /// A compiled chunk of this machine.
  public struct Chunk: Sendable, Hashable {
    let id: UInt32
    public let name: String
  }

  private let vm: OpaquePointer
  private let dispatcher: HostDispatcher

  /// Makes a machine that offers scripts what `hosts` holds, and nothing else.
  ///
  /// - Throws: ``VMError`` of kind `memory` when the limit does not even hold the libraries, `invalidArgument` when a name is
  ///   declared that cannot be.
  public convenience init(limits: VMLimits = VMLimits(), hosts: HostTable = HostTable()) throws(VMError) {
    try self.init(limits: limits, hosts: hosts, failingAllocation: 0)
  }

  /// For tests: with the n-th allocation and all later ones failing from the start.
  init(limits: VMLimits, hosts: HostTable, failingAllocation nth: Int) throws(VMError) {
    let dispatcher = HostDispatcher(hosts)
    var cLimits = crv_limits(limits)
    let context = Unmanaged.passUnretained(dispatcher).toOpaque()
    guard let vm = crv_vm_new_failing(&cLimits, HostDispatcher.callback, context, Int64(nth)) else {
      throw VMError(kind: .memory, message: "not enough memory for a Lua machine")
    }
    self.vm = vm
    self.dispatcher = dispatcher
    dispatcher.vm = vm
    try register(hosts)
  }

  /// What a script last asked a handle for that no such handle has, in words.
  var missedMember: String? {
    get { dispatcher.missedMember }
    set { dispatcher.missedMember = newValue }
  }

  deinit {
    dispatcher.vm = nil
    crv_vm_free(vm)
  }

  /// Compiles a chunk; text only.
  ///
  /// - Throws: ``VMError`` of kind `syntax` with the line, or `memory`.
  public func load(source: [UInt8], name: String) throws(VMError) -> Chunk {
    try load(source, name: name, isExpression: false)
  }

  /// Compiles one expression, such as `article.wordCount >= 50`; running it gives its value.
  ///
  /// - Throws: ``VMError`` of kind `syntax`, or `memory`.
  public func compileExpression(_ source: String, name: String) throws(VMError) -> Chunk {
    try load(Array(source.utf8), name: name, isExpression: true)
  }

  private func load(_ source: [UInt8], name: String, isExpression: Bool) throws(VMError) -> Chunk {
    var id: UInt32 = 0
    let status = withBytes(Array(name.utf8)) { name in
      withBytes(source) { source in crv_load(vm, name, source, isExpression, &id) }
    }
    try check(status)
    return Chunk(id: id, name: name)
  }

  /// Forgets a chunk and its functions.
  public func unload(_ chunk: Chunk) {
    crv_unload(vm, chunk.id)
  }

  /// Runs a chunk in a fresh environment and returns its first result.
  ///
  /// - Parameters:
  ///   - globals: Put into the environment of this run, such as `article` for an expression. Later documents' environments of the
  ///     chunk do not have them.
  ///   - instructions: A budget smaller than the limits say.
  @discardableResult
  public func run(_ chunk: Chunk, globals: [(String, LuaValue)] = [], instructions: Int? = nil) throws(VMError) -> LuaValue {
    var encoded: [UInt8] = []
    if !globals.isEmpty {
      var table = LuaTable()
      for (name, value) in globals { table[name] = value }
      LuaCodec.encode(.table(table), into: &encoded)
    }
    let status = withBytes(encoded) { crv_run(vm, chunk.id, $0, Int64(instructions ?? 0)) }
    try check(status)
    return try result()
  }

  /// Calls a function that this machine gave out, and returns its first result.
  ///
  /// - Throws: ``VMError``; of kind `invalidArgument` when the function's chunk is unloaded or its document gone.
  @discardableResult
  public func call(_ function: LuaFunction, _ arguments: [LuaValue] = [], instructions: Int? = nil) throws(VMError) -> LuaValue {
    var encoded: [UInt8] = []
    for argument in arguments { LuaCodec.encode(argument, into: &encoded) }
    let status = withBytes(encoded) {
      crv_call(
        vm, function.chunk, function.ordinal, function.generation, UInt32(arguments.count), $0, Int64(instructions ?? 0))
    }
    try check(status)
    return try result()
  }

  /// Ends a document: the next call finds fresh environments and a full budget.
  public func endDocument() {
    crv_end_document(vm)
  }

  /// Figures since the machine was made.
  public var statistics: VMStatistics { VMStatistics(crv_get_statistics(vm)) }

  // MARK: Edges

  private func result() throws(VMError) -> LuaValue {
    let bytes = crv_result(vm)
    var reader = LuaCodec.Reader(UnsafeRawBufferPointer(start: bytes.data, count: bytes.count))
    guard let value = reader.value() else {
      throw VMError(kind: .invalidArgument, message: "a value from the machine is malformed")
    }
    return value
  }

  private func check(_ status: crv_status) throws(VMError) {
    guard status != CRV_OK else { return }
    guard status != CRV_REENTRY else {
      throw VMError(kind: .reentry, message: "the machine was called from within one of its own host functions")
    }
    throw VMError(crv_last_error(vm))
  }

  private func register(_ hosts: HostTable) throws(VMError) {
    for (offset, function) in hosts.functions.enumerated() {
      let id = dispatcher.firstFunction + UInt32(offset)
      try check(withBytes(Array(function.name.utf8)) { crv_register_function(vm, $0, id) })
    }
    var id = dispatcher.firstFunction + UInt32(hosts.functions.count)
    for kind in hosts.kinds {
      try check(withBytes(Array(kind.name.utf8)) { crv_register_kind(vm, kind.id.rawValue, $0) })
      for member in kind.members {
        try check(
          withBytes(Array(member.name.utf8)) { crv_register_member(vm, kind.id.rawValue, member.role.cValue, $0, id) })
        id += 1
      }
    }
    for module in hosts.modules {
      let status = withBytes(Array(module.name.utf8)) { name in
        withBytes(Array(module.chunkName.utf8)) { chunkName in
          withBytes(module.source) { crv_register_module(vm, name, chunkName, $0) }
        }
      }
      try check(status)
    }
  }

  /// For tests: makes the n-th allocation from now and all later ones fail; 0 ends that.
  func failAllocation(_ nth: Int) {
    crv_fail_allocation(vm, Int64(nth))
  }
}

private func withBytes<Result>(_ array: [UInt8], _ body: (crv_bytes) -> Result) -> Result {
  array.withUnsafeBufferPointer { body(crv_bytes(data: $0.baseAddress, count: $0.count)) }
}

extension HandleKind.Role {
  var cValue: crv_member {
    switch self {
    case .method: CRV_METHOD
    case .property: CRV_PROPERTY
    case .index: CRV_INDEX
    case .length: CRV_LENGTH
    case .description: CRV_DESCRIPTION
    }
  }
}
