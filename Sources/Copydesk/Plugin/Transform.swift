/// A step that changes, splits or drops documents on their way to a sink.
///
/// The runner makes one instance per worker and calls ``process(_:)`` for one document at a time, always from that worker: keep
/// state inside the instance, share nothing, and no lock is needed. Return an empty array to drop the document (it counts as
/// delivered; say why with ``ProcessingContext/note(_:)``), several to split it. Throw when *this document* cannot be processed: it goes to the
/// dead letter with its raw bytes, stage and error, and the next document comes. Check `Task.isCancelled` in anything that may take
/// longer than a second. Prove a new transform with `TransformConformance` from `CopydeskTesting`.
public protocol Transform {
  func process(_ document: Document) async throws -> [Document]
  /// Called once, after the last document: returns documents that were held back.
  func finish() async throws -> [Document]
}

extension Transform {
  public func finish() async throws -> [Document] { [] }
}
