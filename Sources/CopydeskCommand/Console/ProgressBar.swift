/// Draws one line of progress on a terminal, at most ten times a second; elsewhere it stays silent.
struct ProgressBar {
  struct State: Equatable {
    var done: Int
    /// `nil` where the source cannot tell how many there will be.
    var total: Int?
    var failed: Int
    var elapsed: Duration
  }

  let output: Output
  let traits: TerminalTraits
  private var lastDrawn: Duration?
  private var isVisible = false

  init(output: Output, traits: TerminalTraits) {
    self.output = output
    self.traits = traits
  }

  mutating func update(_ state: State) throws {
    guard traits.isTerminal else { return }
    if let lastDrawn, state.elapsed - lastDrawn < .milliseconds(100) { return }
    lastDrawn = state.elapsed
    isVisible = true
    try output.write("\r" + Self.line(for: state, width: traits.width - 1) + "\u{1B}[K")
  }

  /// Takes the bar off the screen, so that what follows starts on an empty line.
  mutating func clear() throws {
    guard isVisible else { return }
    isVisible = false
    try output.write("\r\u{1B}[K")
  }

  /// The bar as text: count, share where the total is known, rate, failures.
  static func line(for state: State, width: Int) -> String {
    let seconds = state.elapsed.seconds
    let rate = seconds > 0 ? Int((Double(state.done) / seconds).rounded()) : 0
    var facts = "\(state.done)"
    if let total = state.total { facts += "/\(total)" }
    facts += " documents, \(rate)/s"
    if state.failed > 0 { facts += ", \(state.failed) failed" }
    guard let total = state.total, total > 0 else { return facts.clipped(to: width) }
    let room = min(width - facts.count - 3, 40)
    guard room >= 8 else { return facts.clipped(to: width) }
    let filled = min(room, room * state.done / total)
    return "[" + String(repeating: "█", count: filled) + String(repeating: "·", count: room - filled) + "] " + facts
  }
}

extension Duration {
  var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
