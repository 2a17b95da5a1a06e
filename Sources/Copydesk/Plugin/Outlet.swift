/// Where a source puts its documents.
public struct Outlet: Sendable {
  public typealias Acknowledgement = @Sendable (DeliveryStatus) async -> Void

  let deliver: @Sendable (Document, (any Error)?, Acknowledgement?) async throws -> Void

  /// Makes an outlet of one's own, for testing a source without a chain.
  /// - Parameter deliver: Takes a document, the error with which it was rejected if it was, and whom to tell what became of it.
  public init(deliver: @escaping @Sendable (Document, (any Error)?, Acknowledgement?) async throws -> Void) {
    self.deliver = deliver
  }

  /// Hands a document to the chain, waiting until there is room.
  /// - Throws: `CancellationError` when the run is being stopped.
  public func emit(_ document: Document, acknowledge: Acknowledgement? = nil) async throws {
    try await deliver(document, nil, acknowledge)
  }

  /// Hands over an input that could not be made a document of; it goes to the dead letter with what bytes there are.
  public func reject(_ document: Document, error: any Error, acknowledge: Acknowledgement? = nil) async throws {
    try await deliver(document, error, acknowledge)
  }
}
