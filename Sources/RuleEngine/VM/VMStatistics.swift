internal import CRuleVM

/// Figures of a machine since it was made.
public struct VMStatistics: Sendable, Hashable {
  /// Instructions executed, counted in steps of 200, with charges for pattern steps, allocations and host work.
  public var instructions: Int
  /// The same for the last run or call alone.
  public var lastInstructions: Int
  /// Bytes held now, and at most.
  public var memory: Int
  public var peakMemory: Int
  /// Crossings of the boundary: runs and calls into the machine, host calls out of it.
  public var entries: Int
  public var hostCalls: Int
  /// How often a chunk was run again because a new document called one of its functions.
  public var instances: Int
  /// Allocations asked for, Lua's and the machine's own.
  public var allocations: Int
  /// Of these, those refused; a collection may have made room after all.
  public var failedAllocations: Int
}

extension VMStatistics {
  init(_ statistics: crv_statistics) {
    instructions = Int(statistics.instructions)
    lastInstructions = Int(statistics.last_instructions)
    memory = statistics.memory
    peakMemory = statistics.peak_memory
    entries = Int(statistics.entries)
    hostCalls = Int(statistics.host_calls)
    instances = Int(statistics.instances)
    allocations = Int(statistics.allocations)
    failedAllocations = Int(statistics.failed_allocations)
  }
}

extension crv_limits {
  init(_ limits: VMLimits) {
    self.init(
      memory: max(limits.memory, 0), load_instructions: Int64(limits.loadInstructions),
      document_instructions: Int64(limits.documentInstructions), pattern_steps: Int64(limits.patternSteps),
      message: max(limits.message, 0), milliseconds: Int64(limits.milliseconds))
  }
}

extension VMError {
  init(_ error: crv_error) {
    let kind: Kind =
      switch error.status {
      case CRV_SYNTAX: .syntax
      case CRV_BUDGET: .budget
      case CRV_MEMORY: .memory
      case CRV_PATTERN: .pattern
      case CRV_HOST: .host
      case CRV_INVALID: .invalidArgument
      case CRV_CLOSED: .closedHandle
      case CRV_REENTRY: .reentry
      default: .runtime
      }
    let chunk = String(decoding: error.chunk.buffer, as: UTF8.self)
    let traceback = String(decoding: error.traceback.buffer, as: UTF8.self)
    self.init(
      kind: kind, message: String(decoding: error.message.buffer, as: UTF8.self), chunk: chunk.isEmpty ? nil : chunk,
      line: error.line > 0 ? Int(error.line) : nil, traceback: traceback.split(separator: "\n").map(String.init))
  }
}
