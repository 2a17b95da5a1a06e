/// Looks for a charset in the first 1024 bytes of HTML: the standard's "prescan a byte stream to determine its encoding"
/// (HTML, §13.2.3.2), step by step.
enum MetaPrescan {
  /// The label as the page spells it, or `nil`.
  static func charset(in bytes: [UInt8]) -> String? {
    let bytes = bytes.prefix(1024)
    var scanner = Scanner(bytes: bytes, position: bytes.startIndex)
    return scanner.scan()
  }

  /// The standard's "algorithm for extracting a character encoding from a meta element".
  static func charset(fromContent content: ArraySlice<UInt8>) -> String? {
    let word = Array("charset".utf8)
    var i = content.startIndex
    while i + word.count <= content.endIndex {
      guard zip(content[i...], word).allSatisfy({ ASCII.lowercased($0) == $1 }) else {
        i += 1
        continue
      }
      i += word.count
      while i < content.endIndex, ASCII.isWhitespace(content[i]) { i += 1 }
      guard i < content.endIndex, content[i] == 0x3D else { continue }
      i += 1
      while i < content.endIndex, ASCII.isWhitespace(content[i]) { i += 1 }
      guard i < content.endIndex else { return nil }
      if content[i] == 0x22 || content[i] == 0x27 {
        let quote = content[i]
        guard let close = content[(i + 1)...].firstIndex(of: quote) else { return nil }
        return String(decoding: content[(i + 1)..<close], as: UTF8.self)
      }
      let value = content[i...].prefix { !ASCII.isWhitespace($0) && $0 != 0x3B }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    var position: Int

    var end: Int { bytes.endIndex }

    func starts(with text: StaticString) -> Bool {
      guard position + text.utf8CodeUnitCount <= end else { return false }
      return text.withUTF8Buffer { text in
        for i in 0..<text.count where ASCII.lowercased(bytes[position + i]) != text[i] { return false }
        return true
      }
    }

    mutating func scan() -> String? {
      while position < end {
        guard bytes[position] == 0x3C else {
          position += 1
          continue
        }
        if starts(with: "<!--") {
          // `<!-->` is a whole comment.
          position += 2
          while position < end, !starts(with: "-->") { position += 1 }
          position += 3
        } else if starts(with: "<meta"), position + 5 < end,
          ASCII.isWhitespace(bytes[position + 5]) || bytes[position + 5] == 0x2F
        {
          position += 5
          if let label = meta() { return label }
        } else if position + 1 < end,
          ASCII.isLetter(bytes[position + 1]) || (starts(with: "</") && position + 2 < end && ASCII.isLetter(bytes[position + 2]))
        {
          while position < end, !ASCII.isWhitespace(bytes[position]), bytes[position] != 0x3E { position += 1 }
          while attribute() != nil {}
        } else if starts(with: "<!") || starts(with: "</") || starts(with: "<?") {
          while position < end, bytes[position] != 0x3E { position += 1 }
        } else {
          position += 1
        }
      }
      return nil
    }

    private mutating func meta() -> String? {
      var seen: Set<String> = []
      var isPragma = false
      var needsPragma: Bool?
      var label: String?
      while let (name, value) = attribute() {
        guard seen.insert(name).inserted else { continue }
        switch name {
        case "http-equiv":
          if String(decoding: value.map(ASCII.lowercased), as: UTF8.self) == "content-type" { isPragma = true }
        case "content":
          if label == nil, let found = MetaPrescan.charset(fromContent: value[...]) {
            label = found
            needsPragma = true
          }
        case "charset":
          label = String(decoding: value, as: UTF8.self)
          needsPragma = false
        default:
          break
        }
      }
      // A tag that the bytes end in says nothing.
      guard position < end, let needsPragma, let label, isPragma || !needsPragma else { return nil }
      // UTF-16 cannot be: the tag was just read as ASCII.
      switch CharsetLabels.encoding(label: label)?.name {
      case nil: return nil
      case "utf-16be", "utf-16le": return "utf-8"
      case "x-user-defined": return "windows-1252"
      default: return label
      }
    }

    /// The standard's "get an attribute": `nil` at the tag's end.
    private mutating func attribute() -> (name: String, value: [UInt8])? {
      while position < end, ASCII.isWhitespace(bytes[position]) || bytes[position] == 0x2F { position += 1 }
      guard position < end, bytes[position] != 0x3E else { return nil }
      var name: [UInt8] = []
      while position < end {
        let byte = bytes[position]
        if byte == 0x3D, !name.isEmpty { break }
        if ASCII.isWhitespace(byte) || byte == 0x2F || byte == 0x3E { break }
        name.append(ASCII.lowercased(byte))
        position += 1
      }
      while position < end, ASCII.isWhitespace(bytes[position]) { position += 1 }
      let nameText = String(decoding: name, as: UTF8.self)
      guard position < end, bytes[position] == 0x3D else { return (nameText, []) }
      position += 1
      while position < end, ASCII.isWhitespace(bytes[position]) { position += 1 }
      guard position < end, bytes[position] != 0x3E else { return (nameText, []) }
      var value: [UInt8] = []
      if bytes[position] == 0x22 || bytes[position] == 0x27 {
        let quote = bytes[position]
        position += 1
        while position < end, bytes[position] != quote {
          value.append(bytes[position])
          position += 1
        }
        position += 1
      } else {
        while position < end, !ASCII.isWhitespace(bytes[position]), bytes[position] != 0x3E {
          value.append(bytes[position])
          position += 1
        }
      }
      return (nameText, value)
    }
  }
}
