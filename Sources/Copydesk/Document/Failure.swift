/// Why a document could not be processed: what the dead letter says about it.
public struct Failure: Sendable, Hashable {
  /// The label of the step that failed.
  public var stage: String
  /// The publisher's rule that was being carried out, `rules/example.test/rule.lua:9`.
  public var rule: String?
  /// A stable name for the kind of error, such as `budget` or `unreadable`.
  public var code: String
  /// In words, without any of the article's text.
  public var message: String

  public init(stage: String, rule: String? = nil, code: String, message: String) {
    self.stage = stage
    self.rule = rule
    self.code = code
    self.message = message
  }

  /// Describes an error thrown by a step.
  public init(stage: String, error: any Error) {
    if let error = error as? any DocumentError {
      self.init(stage: stage, rule: error.rule, code: error.code, message: error.message)
    } else {
      self.init(stage: stage, code: String(describing: type(of: error)), message: "\(error)")
    }
  }
}

/// An error that says more about a failed document than words: a stable code, and the rule at fault.
///
/// Never put the article's text, cookies or keys into the message: it is logged and stored.
public protocol DocumentError: Error {
  var code: String { get }
  var message: String { get }
  var rule: String? { get }
}

extension DocumentError {
  public var rule: String? { nil }
}

extension Failure {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("stage", stage)
    json.member("rule", rule)
    json.member("code", code)
    json.member("message", message)
    json.endObject()
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      stage: try json.member("stage").string(), rule: try json.optional("rule")?.string(), code: try json.member("code").string(),
      message: try json.member("message").string())
  }
}
