/// A step that brings documents into a chain.
///
/// The runner makes one instance per run and calls ``run(_:)`` once, in a task on a thread of its own, where it may block in a read
/// as long as it looks at `Task.isCancelled` every now and then. Making an instance touches nothing outside. Emit each document with
/// ``Outlet/emit(_:acknowledge:)``, which suspends while the chain is full: that is how a slow sink slows a source, so never buffer
/// documents of your own. Return when there is nothing more to read; throw only when the *source* is broken (a bad single input is
/// emitted with ``Outlet/reject(_:error:)`` and goes to the dead letter). When the run is stopped gracefully `emit` throws
/// `CancellationError`: let it through. What was emitted before is still delivered and acknowledged.
///
/// A source that keeps a position advances it only when the `acknowledge` closure of a document is called, and may see those calls
/// in any order and from any task: exactly one for each `emit` or `reject` that returned, however the run ends. The same input gives
/// documents with the same ids, in the same order, in every run. Prove a new source with `SourceConformance` from `CopydeskTesting`.
public protocol Source: Sendable {
  /// Emits all there is.
  /// - Throws: when the source as a whole is broken. The run fails, after what was emitted has been brought to its end.
  func run(_ outlet: Outlet) async throws
}

/// What became of a document at the end of a chain; over a fan-out the worst of all sinks' answers.
public enum DeliveryStatus: Int, Sendable, Comparable {
  /// Every sink has it, or a transform dropped it on purpose.
  case delivered
  /// It is in the dead letter.
  case deadLettered
  /// It is nowhere: the chain stopped first, or it failed and the chain has no dead letter. The source must offer it again next time.
  case undelivered

  public static func < (a: DeliveryStatus, b: DeliveryStatus) -> Bool { a.rawValue < b.rawValue }
}
