import Logging

/// Writes what the program logs to standard error, one line each: `warning: document failed (stage=extract)`.
///
/// No times and no colours: the same run gives the same lines.
struct MessageLog: LogHandler {
  var metadata = Logger.Metadata()
  var logLevel: Logger.Level
  private let output: Output
  /// Whether a progress bar may stand on the line.
  private let clearsLine: Bool

  init(output: Output, traits: TerminalTraits, level: Logger.Level = .info) {
    self.output = output
    clearsLine = traits.isTerminal
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let line = Self.line(
      level: event.level, message: event.message.description, metadata: metadata.merging(event.metadata ?? [:]) { $1 })
    // A log that nobody can read is no reason to stop.
    try? output.write((clearsLine ? "\r\u{1B}[K" : "") + line + "\n")
  }

  static func line(level: Logger.Level, message: String, metadata: Logger.Metadata) -> String {
    let facts = metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ("\(level.rawValue): \(message)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")).printable
  }
}
