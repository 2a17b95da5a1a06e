/// When to colour output.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether to colour, from the choice, the device and the environment: `NO_COLOR` (https://no-color.org), `TERM=dumb` and
  /// `CLICOLOR_FORCE` decide only where the choice is ``auto``.
  func resolved(for traits: TerminalTraits, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = environment["NO_COLOR"], !value.isEmpty { return false }
      if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
      return traits.isTerminal && environment["TERM"] != "dumb"
    }
  }
}

/// Colours text for a terminal, or leaves it alone.
struct Style: Sendable {
  enum Tone: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"
  }

  var isColored: Bool

  func callAsFunction(_ tones: Tone..., text: String) -> String {
    guard isColored, !text.isEmpty else { return text }
    return "\u{1B}[\(tones.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

extension String {
  /// The text with control characters shown as pictures, so that a page cannot send commands to the terminal that shows it.
  var printable: String {
    guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: result.append(scalar)
      case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      case 0x80...0x9F: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The first `count` characters on one line, with an ellipsis where there was more.
  func clipped(to count: Int) -> String {
    let line = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= count ? line : String(line.prefix(max(count - 1, 0))) + "…"
  }

  func padded(to count: Int) -> String {
    let missing = count - self.count
    return missing > 0 ? self + String(repeating: " ", count: missing) : self
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
