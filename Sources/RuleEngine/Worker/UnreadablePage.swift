public import Copydesk
public import Pages

/// There is no page to be made of a document's bytes: what the dead letter and the command say about it.
public struct UnreadablePage: DocumentError, Sendable, Hashable, CustomStringConvertible {
  /// Why, as the reader of pages says it.
  public var reason: PageError

  public init(_ reason: PageError) {
    self.reason = reason
  }

  /// `page-empty`, `page-binary`, ….
  public var code: String { "page-\(reason.code)" }
  public var message: String { reason.description }
  public var description: String { message }
}
