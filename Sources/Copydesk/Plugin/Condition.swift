/// A question about a document, as asked by `when:`.
///
/// One instance serves one worker, for one document at a time.
public protocol Condition {
  /// - Throws: when the question cannot be answered for this document; the document then counts as failed at this step.
  func holds(for document: Document) throws -> Bool
}

/// Makes a condition's instance for one worker.
public typealias ConditionFactory = @Sendable () throws -> any Condition

/// Compiles the text of a condition once; what it returns makes an instance for each worker.
///
/// The second parameter names the place of the text for error messages: `chain.yaml:12`.
public typealias ConditionCompiler = @Sendable (_ expression: String, _ place: String) throws -> ConditionFactory
