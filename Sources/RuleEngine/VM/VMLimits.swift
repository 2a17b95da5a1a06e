/// What a machine may use up.
public struct VMLimits: Sendable, Hashable {
  /// Bytes of all Lua values of a machine together, its libraries (about 50 kB) included.
  public var memory = 64 << 20
  /// Instructions for running a chunk the first time.
  public var loadInstructions = 20_000_000
  /// Instructions for all calls and expressions of one document together.
  public var documentInstructions = 50_000_000
  /// Steps of one `find`, `match`, `gsub` or turn of `gmatch`; 64 steps per byte of the subject are added.
  public var patternSteps = 1_000_000
  /// Bytes of one value that crosses the boundary.
  public var message = 16 << 20
  /// Processor time of one call in milliseconds, 0 for none: a net below the budget for the slowest library functions, generous so that
  /// it does not decide a result.
  public var milliseconds = 30_000

  public init() {}
}
