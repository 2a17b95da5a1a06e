/// Writes the little YAML that examples in manuals need.
public enum YAMLText {
  /// A step of a chain: `- name: { key: value }`.
  public static func step(plugin: String, options: JSONValue) -> String {
    guard case .object(let object) = options, !object.members.isEmpty else { return "- \(plugin)\n" }
    let short = "- \(plugin): \(inline(options))\n"
    if short.count <= 100 { return short }
    return "- \(plugin):\n" + object.members.map { "    \(key($0.key)): \(inline($0.value))\n" }.joined()
  }

  /// A value on one line, in flow style.
  public static func inline(_ value: JSONValue) -> String {
    switch value {
    case .null, .bool, .integer, .number: value.description
    case .string(let text): scalar(text)
    case .array(let elements): "[" + elements.map(inline).joined(separator: ", ") + "]"
    case .object(let object):
      object.members.isEmpty
        ? "{}" : "{ " + object.members.map { "\(key($0.key)): \(inline($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  private static func key(_ text: String) -> String { scalar(text) }

  /// Plain where that is safe everywhere, even in flow style; else in double quotes, whose escapes JSON shares.
  private static func scalar(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy(isPlainByte) && !(text.utf8.first.map(isDoubtful) ?? true)
    let words: Set = ["null", "true", "false", "yes", "no", "on", "off"]
    return isPlain && !words.contains(text.lowercased()) ? text : JSONValue.string(text).description
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "./_-*".utf8.contains(byte)
    }
  }

  /// Bytes that mean something at the start of a scalar; digits, as the whole might be a number.
  private static func isDoubtful(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2A || byte == 0x2D || byte == 0x2E
  }
}
