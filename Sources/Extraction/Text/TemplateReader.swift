/// Reads the source of a ``TextTemplate`` into its parts.
struct TemplateReader {
  private let source: [UInt8]
  private let ignoringCase: Bool

  init(_ source: String, ignoringCase: Bool) {
    self.source = Array(source.utf8)
    self.ignoringCase = ignoringCase
  }

  func read() throws(TemplateError) -> [TextTemplate.Part] {
    guard source.count <= TextTemplate.maximumLength else {
      throw TemplateError(reason: .tooLong, offset: TextTemplate.maximumLength)
    }
    var parts: [TextTemplate.Part] = []
    var names: Set<String> = []
    var literal: [UInt8] = []
    var index = 0

    func flush() {
      let folded = folded(literal, trimsStart: parts.isEmpty)
      literal.removeAll()
      if !folded.isEmpty { parts.append(.literal(Literal(folded))) }
    }
    func appendOpen(_ part: TextTemplate.Part, at offset: Int) throws(TemplateError) {
      flush()
      switch (parts.last, part) {
      case (.wildcard?, .wildcard): return
      case (.capture?, _), (.wildcard?, _): throw TemplateError(reason: .adjacentCaptures, offset: offset)
      default: parts.append(part)
      }
    }

    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "\\"):
        guard index + 1 < source.count else { throw TemplateError(reason: .danglingEscape, offset: index) }
        literal.append(source[index + 1])
        index += 2
      case UInt8(ascii: "*"):
        try appendOpen(.wildcard, at: index)
        index += 1
      case UInt8(ascii: "$") where index + 1 < source.count && source[index + 1] == UInt8(ascii: "{"):
        guard let close = source[index...].firstIndex(of: UInt8(ascii: "}")) else {
          throw TemplateError(reason: .unclosedCapture, offset: index)
        }
        let name = String(decoding: source[index + 2..<close], as: UTF8.self)
        guard Self.isName(source[index + 2..<close]) else {
          throw TemplateError(reason: .invalidCaptureName(name), offset: index + 2)
        }
        guard names.insert(name).inserted else { throw TemplateError(reason: .duplicateCapture(name), offset: index) }
        try appendOpen(.capture(name), at: index)
        index = close + 1
      default:
        literal.append(source[index])
        index += 1
      }
    }
    flush()
    if case .literal(let last)? = parts.last, last.bytes.last == 0x20 {
      parts.removeLast()
      let trimmed = Array(last.bytes.dropLast())
      if !trimmed.isEmpty { parts.append(.literal(Literal(trimmed))) }
    }
    guard !parts.isEmpty else { throw TemplateError(reason: .empty, offset: 0) }
    return parts
  }

  private func folded(_ literal: [UInt8], trimsStart: Bool) -> [UInt8] {
    var buffer = FoldingBuffer(capacity: literal.count, folding: ignoringCase ? .folded : .kept, trims: false)
    literal.withUnsafeBufferPointer { buffer.append($0) }
    return trimsStart && buffer.bytes.first == 0x20 ? Array(buffer.bytes.dropFirst()) : buffer.bytes
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == 0x5F || (first | 0x20) &- 0x61 < 26 else { return false }
    return bytes.allSatisfy { $0 == 0x5F || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }
}
