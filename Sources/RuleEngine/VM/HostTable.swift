/// What the host offers to scripts: global functions, kinds of handles, modules for `require`.
///
/// Fill one in, then make a ``RuleVM`` with it; it is copied, later changes have no effect. The closures run on the machine's thread,
/// must not use the machine again, and may throw: a ``HostError`` for a message of their own.
///
/// ```swift
/// var hosts = HostTable()
/// hosts.function("css") { call in try Selectors.clause(call) }
/// let article = hosts.kind("article") { kind in
///   kind.property("wordCount") { call in .integer(words(of: call.arguments[0])) }
/// }
/// let vm = try RuleVM(limits: VMLimits(), hosts: hosts)
/// ```
public struct HostTable {
  /// Answers a call of a script.
  public typealias Function = (HostCall) throws -> LuaValue

  struct Module {
    var name: String
    var chunkName: String
    var source: [UInt8]
  }

  private(set) var functions: [(name: String, body: Function)] = []
  private(set) var kinds: [HandleKind] = []
  private(set) var modules: [Module] = []

  /// Gets what scripts print: the text, and where.
  public var log: (_ text: String, _ chunk: String, _ line: Int) -> Void = { _, _, _ in }

  public init() {}

  /// Offers a global function.
  public mutating func function(_ name: String, _ body: @escaping Function) {
    functions.append((name, body))
  }

  /// Declares a kind of handle.
  @discardableResult
  public mutating func kind(_ name: String, _ declare: (inout HandleKind) -> Void = { _ in }) -> HandleKind.ID {
    var kind = HandleKind(id: HandleKind.ID(rawValue: UInt32(kinds.count)), name: name)
    declare(&kind)
    kinds.append(kind)
    return kind.id
  }

  /// Offers a module to `require`.
  ///
  /// - Parameters:
  ///   - name: What a script passes to `require`.
  ///   - chunkName: What errors and tracebacks call it, such as `rules/_lib/dates.lua`.
  public mutating func module(_ name: String, chunkName: String, source: [UInt8]) {
    modules.append(Module(name: name, chunkName: chunkName, source: source))
  }
}

/// A kind of handle with the members scripts see. All bodies get the handle as their first argument.
public struct HandleKind {
  public struct ID: Sendable, Hashable {
    let rawValue: UInt32
  }

  enum Role { case method, property, index, length, description }

  public let id: ID
  public let name: String
  private(set) var members: [(role: Role, name: String, body: HostTable.Function)] = []

  init(id: ID, name: String) {
    self.id = id
    self.name = name
  }

  /// `handle:name(…)`.
  public mutating func method(_ name: String, _ body: @escaping HostTable.Function) { members.append((.method, name, body)) }

  /// `handle.name`.
  public mutating func property(_ name: String, _ body: @escaping HostTable.Function) { members.append((.property, name, body)) }

  /// `handle[i]`, also by `ipairs`: answers `.nil` past the end.
  public mutating func index(_ body: @escaping HostTable.Function) { members.append((.index, "", body)) }

  /// `#handle`.
  public mutating func length(_ body: @escaping HostTable.Function) { members.append((.length, "", body)) }

  /// `tostring(handle)`; without it that is the kind's name.
  public mutating func description(_ body: @escaping HostTable.Function) { members.append((.description, "", body)) }
}

/// One call of a script to the host.
public struct HostCall {
  public let arguments: [LuaValue]
  /// Where the calling line stands: the chunk's name, and the line from 1, 0 when unknown.
  public let chunk: String
  public let line: Int
  let dispatcher: HostDispatcher

  /// The argument at this position from 0, `.nil` when it was not given.
  public func argument(_ index: Int) -> LuaValue {
    arguments.indices.contains(index) ? arguments[index] : .nil
  }

  /// Charges work done for the script, such as nodes visited, to its budget; a script that spends it is stopped on return.
  public func charge(_ instructions: Int) { dispatcher.charge(instructions) }
}

/// A refusal by the host, with a message for whoever wrote the script.
public struct HostError: Error, Sendable, CustomStringConvertible {
  public var message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
