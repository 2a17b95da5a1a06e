/// A step that brings documents into a chain.
///
/// The runner makes one instance per run and calls ``run(_:)`` once, in a task of its own. Emit each document with
/// ``Outlet/emit(_:acknowledge:)``, which suspends while the chain is full: that is how a slow sink slows a source, so never buffer
/// documents of your own. Return when there is nothing more to read; throw only when the *source* is broken (a bad single input is
/// emitted with ``Outlet/reject(_:error:)`` and goes to the dead letter). When the run is stopped gracefully `emit` throws
/// `CancellationError`: let it through. What was emitted before is still delivered and acknowledged.
///
/// A source that keeps a position advances it only when the `acknowledge` closure of a document is called, and may see those calls
/// in any order and from any task. Prove a new source with `SourceConformance` from `CopydeskTesting`.
public protocol Source: Sendable {
  func run(_ outlet: Outlet) async throws
}

/// What became of a document at the end of a chain; over a fan-out the worst of all sinks' answers.
public enum DeliveryStatus: Int, Sendable, Comparable {
  /// Every sink has it, or a transform dropped it on purpose.
  case delivered
  /// It is in the dead letter.
  case deadLettered
  /// It is nowhere: the chain stopped first. The source must offer it again next time.
  case undelivered

  public static func < (a: DeliveryStatus, b: DeliveryStatus) -> Bool { a.rawValue < b.rawValue }
}
