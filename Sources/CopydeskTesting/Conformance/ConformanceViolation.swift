/// One promise that a plugin does not keep.
public struct ConformanceViolation: Error, Sendable, Hashable, CustomStringConvertible {
  /// The promise, as a stable name: `unique-ids`.
  public var requirement: String
  /// What was seen instead.
  public var explanation: String

  public init(_ requirement: String, _ explanation: String) {
    self.requirement = requirement
    self.explanation = explanation
  }

  public var description: String { "\(requirement): \(explanation)" }
}

/// All promises that a plugin does not keep.
public struct ConformanceFailure: Error, Sendable, CustomStringConvertible {
  public var violations: [ConformanceViolation]

  public init(_ violations: [ConformanceViolation]) {
    self.violations = violations
  }

  public var description: String { violations.map(\.description).joined(separator: "\n") }
}

/// Runs `body`, and cancels it where it takes longer than `limit`.
/// - Returns: what `body` returns, or `nil` where it had to be cancelled. A body that ignores its cancellation is waited for.
func withTimeLimit<Value: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try? await Task.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    return try await group.next() ?? nil
  }
}
