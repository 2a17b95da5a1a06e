import Copydesk

/// Escapes running text for Markdown.
enum MarkdownText {
  /// Text on one line.
  static func line(_ text: String) -> String {
    escaped(Array(text.utf8)[...], atLineStart: true).replacing("\n", with: " ")
  }

  /// A text with its links.
  static func runs(_ run: LinkedText) -> String {
    let bytes = Array(run.text.utf8)
    var result = ""
    var position = 0
    for link in run.links where SafeAddress.isSafe(link.url) {
      result += escaped(bytes[position..<link.range.lowerBound], atLineStart: position == 0)
      result += "[\(escaped(bytes[link.range], atLineStart: false))](\(address(link.url)))"
      position = link.range.upperBound
    }
    return result + escaped(bytes[position...], atLineStart: position == 0)
  }

  /// A text with its links, on one line.
  static func line(_ run: LinkedText) -> String { runs(run).replacing("\n", with: " ") }

  /// An address for use in round brackets.
  static func address(_ url: String) -> String {
    var result = ""
    for byte in url.utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"),
        UInt8(ascii: "\""), UInt8(ascii: "`"), 0x80...0xFF:
        let digits = Array("0123456789ABCDEF".utf8)
        result += "%"
        result.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
        result.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }

  /// Puts a backslash before what Markdown would read as a mark: some characters anywhere, others at the start of a line.
  private static func escaped(_ bytes: ArraySlice<UInt8>, atLineStart: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var isStart = atLineStart
    var onlyDigits = atLineStart
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
        if isStart { result.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        // `1.` would begin a list.
        if onlyDigits, !isStart { result.append(UInt8(ascii: "\\")) }
      default: break
      }
      result.append(byte)
      isStart = byte == 0x0A || isStart && byte == 0x20
      onlyDigits = byte == 0x0A || onlyDigits && byte &- 0x30 < 10
    }
    return String(decoding: result, as: UTF8.self)
  }
}
