#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is known about the device behind an output stream; decides on colour, width and progress bars.
struct TerminalTraits: Sendable, Equatable {
  var isTerminal: Bool
  /// In characters; `nil` where the device has none.
  var columns: Int?

  /// The width to fold text at: the device's, within reason, or 100 characters.
  var width: Int { min(max(columns ?? 100, 40), 160) }

  init(isTerminal: Bool, columns: Int? = nil) {
    self.isTerminal = isTerminal
    self.columns = columns
  }

  /// Asks the device; `COLUMNS` in the environment has the last word on the width.
  init(of output: Output, environment: [String: String]) {
    isTerminal = isatty(output.fileDescriptor) == 1
    if let stated = environment["COLUMNS"].flatMap({ Int($0) }), stated > 0 {
      columns = stated
      return
    }
    var size = winsize()
    if isTerminal, ioctl(output.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      columns = Int(size.ws_col)
    }
  }
}
