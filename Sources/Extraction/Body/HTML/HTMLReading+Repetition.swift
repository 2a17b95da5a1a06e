import Pages

extension HTMLReading {
  /// Whether the text around a block, twenty blocks and 16 kB each way, has its words too, quotation marks at its ends apart.
  func isRepeated(_ index: Int) -> Bool {
    // Quotation marks begin with 0xC2 or 0xE2, and all after the first byte is below both.
    let isLetter = { (byte: UInt8) in
      byte >= 0x80 ? byte >= 0xC3 && byte != 0xE2 : (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
    let bytes = reading.bytes(index)
    guard let first = bytes.firstIndex(where: isLetter), let last = bytes.lastIndex(where: isLetter), last - first >= 20
    else { return false }
    let literal = Literal(Array(bytes[first...last]))
    let blocks = reading.page.blocks
    let start = max(blocks[max(0, index - 20)].text.lowerBound, first - 16_384)
    let end = min(blocks[min(blocks.count - 1, index + 20)].text.upperBound, last + 16_384)
    return reading.page.text[start..<end].withUnsafeBufferPointer { text in
      guard let found = literal.find(in: text, from: 0) else { return false }
      return found != first - start || literal.find(in: text, from: found + 1) != nil
    }
  }
}
