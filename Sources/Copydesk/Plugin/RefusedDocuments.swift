/// Thrown by a sink that has written a batch but for some documents, which it can never write, such as one without an article.
///
/// Those go to the dead letter at once, without a retry; the others count as written.
public struct RefusedDocuments: Error, Sendable {
  /// Why, by position in the batch.
  public var errors: [Int: any Error]

  public init(_ errors: [Int: any Error]) {
    self.errors = errors
  }
}
