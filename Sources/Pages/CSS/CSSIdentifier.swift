/// CSS identifiers, as CSSOM serialises them (§2.1 "serialize an identifier").
enum CSSIdentifier {
  static func escaped(_ name: String) -> String {
    var out = ""
    for (index, scalar) in name.unicodeScalars.enumerated() {
      switch scalar {
      case "\u{0}":
        out += "\u{FFFD}"
      case "\u{1}"..."\u{1F}", "\u{7F}":
        out += "\\" + String(scalar.value, radix: 16) + " "
      case "0"..."9" where index == 0 || (index == 1 && name.hasPrefix("-")):
        out += "\\" + String(scalar.value, radix: 16) + " "
      case "-" where name == "-":
        out += "\\-"
      case "0"..."9", "a"..."z", "A"..."Z", "-", "_":
        out.unicodeScalars.append(scalar)
      default:
        if scalar.value < 0x80 { out += "\\" }
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
