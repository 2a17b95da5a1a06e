/// Why a script, or a call of the host's, did not come to its end. Plain data; `description` is the one place that makes text of it.
public struct VMError: Error, Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The text is not Lua.
    case syntax
    /// The script raised an error.
    case runtime
    /// The instruction budget or the time limit is spent.
    case budget
    /// The memory limit is reached.
    case memory
    /// One pattern call took far more steps than its subject is long.
    case pattern
    /// A host function refused; the message is the host's.
    case host
    /// The host passed something that does not exist, such as a function of an unloaded chunk.
    case invalidArgument
    /// A handle was used after the call it was given to.
    case closedHandle
    /// The machine was called from within one of its own host functions.
    case reentry
  }

  public var kind: Kind
  public var message: String
  /// The chunk's name, usually a path relative to the project.
  public var chunk: String?
  /// From 1.
  public var line: Int?
  /// The innermost function first, such as `rules/example.org/rule.lua:12: in local 'trim'`; bounded.
  public var traceback: [String]

  public init(kind: Kind, message: String, chunk: String? = nil, line: Int? = nil, traceback: [String] = []) {
    self.kind = kind
    self.message = message
    self.chunk = chunk
    self.line = line
    self.traceback = traceback
  }
}

extension VMError: CustomStringConvertible {
  public var description: String {
    var text = ""
    if let chunk {
      text += chunk
      if let line { text += ":\(line)" }
      text += ": "
    }
    return text + message
  }
}
