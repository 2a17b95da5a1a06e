public import Copydesk

/// A rule, expression or Lua plugin failed on a document. The worker goes on to the next one.
public struct RuleError: DocumentError, Sendable, Hashable {
  /// Where in the script: `rules/headlineusa.com/rule.lua:40`.
  public var rule: String?
  /// The document's id.
  public var document: String
  /// What happened.
  public var failure: RuleFailure

  public init(_ failure: RuleFailure, rule: String?, document: String) {
    self.failure = failure
    self.rule = rule
    self.document = document
  }

  public var code: String { failure.problem.code }
  public var message: String { failure.problem.message }
}

extension RuleError: CustomStringConvertible {
  /// `rules/example.test/rule.lua:40: error: … (document 'a.html')`.
  public var description: String {
    (rule.map { $0 + ": " } ?? "") + "error: \(message) (document '\(document)')"
  }
}

/// What went wrong while a script ran.
public struct RuleFailure: Error, Sendable, Hashable {
  public enum Problem: Sendable, Hashable {
    /// The machine stopped the script, or the script raised an error.
    case machine(VMError.Kind, message: String)
    /// `edit` returned something that is no list of edits.
    case badEdits(found: String)
    case wordsNotInBlock(words: String, block: Int)
    /// An edit that does not fit the page.
    case edit(String)
    /// An expression came to something that is neither true, false nor nil.
    case notBoolean(found: String)
    /// A plugin's `process` returned something.
    case badResult(found: String)
    /// A value that the property cannot have.
    case badValue(Field, why: String)
  }

  public var problem: Problem
  /// From 1, where it is known.
  public var line: Int?

  public init(_ problem: Problem, line: Int?) {
    self.problem = problem
    self.line = line
  }

  init(_ error: VMError) {
    self.init(.machine(error.kind, message: error.message), line: error.line)
  }
}

extension RuleFailure.Problem {
  /// A stable name for chains to route on.
  public var code: String {
    switch self {
    case .machine(let kind, _): "rule-\(kind.rawValue)"
    case .badEdits, .wordsNotInBlock, .edit, .badValue: "rule-edit"
    case .notBoolean: "expression-result"
    case .badResult: "plugin-result"
    }
  }

  var message: String {
    switch self {
    case .machine(_, let message): message
    case .badEdits(let found): "'edit' has to return a list of edits, found \(found)"
    case .wordsNotInBlock(let words, let block): "'cut': block \(block) does not contain the \(words.count) characters to cut"
    case .edit(let message): message
    case .notBoolean(let found): "the expression came to \(found); expected true or false"
    case .badResult(let found): "'process' has to return nothing, found \(found)"
    case .badValue(let field, let why): "cannot set '\(field.rawValue)': \(why)"
    }
  }
}
