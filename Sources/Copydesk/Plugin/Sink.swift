/// A step that writes documents out of a chain.
///
/// The runner makes one instance per run and calls it from one task on a thread of its own, where it may block: ``open()`` once, then
/// ``write(_:)`` with batches, ``complete()`` if all went well, then ``close()`` once, also after failed writes and when the run is cancelled. Making an instance touches
/// nothing outside. Documents may come again, after a failed write or a crash: be idempotent by ``Document/id`` where the medium
/// allows, and never leave half a document behind. Prove a new sink with `SinkConformance` from `CopydeskTesting`.
public protocol Sink {
  /// Opens what is written to.
  /// - Throws: when that is not possible: the run fails before a source is read, and `close` is not called.
  func open() async throws

  /// Writes a batch of at least one document.
  ///
  /// When it returns, the batch is acknowledged to the sources, so return only when the documents are where they should be.
  /// - Throws: ``RefusedDocuments`` when some documents can never be written and the others are; ``OutputClosed`` when nobody reads
  ///   any more. After any other error the whole batch is tried again, and at last goes to the dead letter.
  func write(_ batch: [Document]) async throws

  /// Told once, after the last write and before ``close()``, when the run came to its end in good order: every source was read to
  /// its end or up to the limit. Not when the run failed or was stopped. By default nothing happens.
  ///
  /// A sink that replaces what an earlier run left does so with the first document, or here where there was none.
  /// - Throws: when what was written may not be there after all: the run fails.
  func complete() async throws

  /// Closes what was opened. Cancellation is no reason to close less carefully.
  /// - Throws: when what was written may not be there after all: the run fails.
  func close() async throws
}

extension Sink {
  public func open() async throws {}
  public func complete() async throws {}
  public func close() async throws {}
}
