/// Why a sample cannot be used; the test of it fails with this.
public struct SampleError: Error, Sendable, Hashable {
  public enum Problem: Error, Sendable, Hashable {
    case noInput(known: [String])
    case noExpectation
    case unreadable(reason: String)
    case invalidJSON(reason: String)
    case unknownKey(String, known: [String])
    case wrongType(key: String, expected: String)
    /// `samples` lies beside no rule, plugin or chain.
    case noSubject
  }

  /// The file or folder that is wrong.
  public var path: String
  public var problem: Problem

  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension SampleError: CustomStringConvertible {
  public var description: String { "\(path): \(problem)" }
}

extension SampleError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noInput(let known): "the sample has no input; it is one of \(known.joined(separator: ", "))"
    case .noExpectation:
      "the sample has no expected.json; list in it what has to come out, and `copydesk test --update` keeps the listed keys current"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .invalidJSON(let reason): "not JSON: \(reason)"
    case .unknownKey(let key, let known): "unknown key '\(key)'; known are \(known.joined(separator: ", "))"
    case .wrongType(let key, let expected): (key.isEmpty ? "" : "'\(key)' ") + "must be \(expected)"
    case .noSubject: "there is no rule.lua, plugin.lua or chain.yaml beside this folder"
    }
  }
}
