/// A step that changes, splits or drops documents on their way to a sink.
///
/// The runner makes one instance per worker and calls ``process(_:)`` for one document at a time, always from that worker: keep
/// state inside the instance, share nothing, and no lock is needed. A failed document must leave the instance as good as new. Leave
/// ``Document/content`` and ``Document/origin`` as the source gave them: the dead letter keeps them. The same document must always
/// give the same result. Prove a new transform with `TransformConformance` from `CopydeskTesting`.
public protocol Transform {
  /// Processes one document.
  ///
  /// Check `Task.isCancelled` in anything that may take longer than a second.
  /// - Returns: the changed document; nothing to drop it, which counts as delivered; several to split it, with ids of their own.
  /// - Throws: when *this document* cannot be processed. It goes to the dead letter with its raw bytes, the step and the error (make
  ///   that a ``DocumentError`` to give it a stable code), and the next document comes.
  func process(_ document: Document) async throws -> [Document]

  /// Called once, after the worker's last document, unless the run was cancelled.
  ///
  /// What was held back was acknowledged to its source when `process` returned nothing for it, so hold back only what may be lost.
  /// - Returns: documents that were held back; they go on to the next step.
  /// - Throws: when the *step* is broken: the run fails.
  func finish() async throws -> [Document]
}

extension Transform {
  public func finish() async throws -> [Document] { [] }
}
