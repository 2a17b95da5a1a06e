/// Writes texts as Lua and as templates.
enum LuaText {
  /// A string literal, by the Lua 5.4 manual, §3.1.
  static func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value)
          literal += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        } else {
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal + "\""
  }

  /// A template that fits just this text: white space trimmed, what templates give a meaning escaped.
  static func template(_ text: String) -> String {
    var template = ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for character in words {
      if character == "*" || character == "\\" || character == "$" { template += "\\" }
      template.append(character)
    }
    return template
  }
}
