/// Cuts a text dump into blocks: one for each line that is not blank or, in hard-wrapped text, one for each paragraph.
struct TextBlocks {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [PageBlock] = []
  private(set) var isHardWrapped = false

  /// - Parameter source: UTF-8 without byte order mark.
  init(_ source: [UInt8], limits: PageLimits) throws(PageError) {
    text.reserveCapacity(source.count + 1)
    let limit = limits.blocks
    let isWithinLimit = source.withUnsafeBufferPointer { bytes in
      var lines: [TextLines.Line] = []
      // Of most dumps there are fewer; growing would move them again and again.
      lines.reserveCapacity(bytes.count / 64 + 16)
      lines.append(contentsOf: TextLines(bytes))
      let wrap = HardWrap(bytes, lines)
      isHardWrapped = wrap != nil
      blocks.reserveCapacity(min(lines.count, limit))
      var previous: TextLines.Line?
      var followsGap = true
      for line in lines {
        guard !line.text.isEmpty else {
          previous = nil
          followsGap = true
          continue
        }
        let content = UnsafeBufferPointer(rebasing: bytes[line.text])
        if let wrap, let previous, wrap.joins(bytes, previous, line), var block = blocks.popLast() {
          text[text.count - 1] = 0x20
          text.append(contentsOf: content)
          block.join(line: line.number, textEnd: text.count)
          blocks.append(block)
        } else {
          guard blocks.count < limit else { return false }
          let start = text.count
          text.append(contentsOf: content)
          blocks.append(
            PageBlock(
              text: start..<text.count, lines: line.number..<line.number + 1, isListItem: ListMark.length(content) > 0,
              followsGap: followsGap))
        }
        text.append(0x0A)
        followsGap = false
        previous = line
      }
      return true
    }
    guard isWithinLimit else { throw PageError(.tooManyBlocks, bytes: source.count, limit: limit) }
    leaveFootnotes()
  }

  /// A line with an asterisk that has no other item beside it is a footnote, and no list.
  private mutating func leaveFootnotes() {
    var previousIsItem = false
    for index in blocks.indices {
      let isItem = blocks[index].kind == .listItem
      if isItem, !previousIsItem, text[blocks[index].text.lowerBound] == UInt8(ascii: "*"),
        index + 1 == blocks.count || blocks[index + 1].kind != .listItem
      {
        blocks[index].kind = blocks[index].lines.count == 1 ? .line : .paragraph
        blocks[index].level = 0
      }
      previousIsItem = isItem
    }
  }
}
