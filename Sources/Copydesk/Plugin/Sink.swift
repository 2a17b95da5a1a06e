/// A step that writes documents out of a chain.
///
/// The runner makes one instance per run and calls it from one task: ``open()`` once, then ``write(_:)`` with batches, then
/// ``close()`` once, also after an error. When `write` returns, the batch is acknowledged to the sources, so return only when the
/// documents are where they should be; when it throws, the whole batch is retried or dead-lettered. Documents may come again after a
/// crash: be idempotent by ``Document/id`` where the medium allows. Prove a new sink with `SinkConformance` from `CopydeskTesting`.
public protocol Sink {
  func open() async throws
  func write(_ batch: [Document]) async throws
  func close() async throws
}

extension Sink {
  public func open() async throws {}
  public func close() async throws {}
}
