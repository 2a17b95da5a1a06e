import Copydesk

/// Writes the front matter of a Markdown file. Every text is a double-quoted scalar (YAML 1.2.2, section 7.3.1), so that no value can be
/// taken for a number, a date, a key or an end of the front matter.
struct YAMLFrontMatter {
  private var lines: [String] = ["---"]

  var text: String { (lines + ["---"]).joined(separator: "\n") + "\n\n" }

  mutating func add(_ key: String, _ value: String?) {
    if let value { lines.append("\(key): \(Self.quoted(value))") }
  }

  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { lines.append("\(key): \(value)") }
  }

  mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    lines.append("\(key):")
    lines += values.map { "  - \(Self.quoted($0))" }
  }

  mutating func add(_ key: String, _ members: [(String, String?)]?) {
    let present = (members ?? []).compactMap { name, value in value.map { (name, $0) } }
    guard !present.isEmpty else { return }
    lines.append("\(key):")
    lines += present.map { "  \($0): \(Self.quoted($1))" }
  }

  mutating func add(_ key: String, _ items: [[(String, String?)]]) {
    guard !items.isEmpty else { return }
    lines.append("\(key):")
    for item in items {
      let present = item.compactMap { name, value in value.map { (name, $0) } }
      for (index, (name, value)) in present.enumerated() {
        lines.append((index == 0 ? "  - " : "    ") + "\(name): \(Self.quoted(value))")
      }
    }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        // What YAML does not count as printable, and what some readers take for a line break.
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
          || scalar.value == 0xFEFF || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
