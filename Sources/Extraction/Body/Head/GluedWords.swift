/// Words that a dump has run together, as nothing but an element's edge parted them in the markup: `4 min readDec 1`, `Jane DoeUpdated`,
/// `ByJane Doe`.
enum GluedWords {
  /// The line with a space in front of each month and label that is glued to another word, and behind a *By* that opens it; `nil` where all is well.
  static func parted(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    var cuts: [Int] = []
    line.withUnsafeBufferPointer { bytes in
      if bytes.count > 4, bytes[0] == UInt8(ascii: "B"), bytes[1] == UInt8(ascii: "y"), isUpper(bytes[2]), isLower(bytes[3]) {
        cuts.append(2)
      }
      var index = 3
      while index < bytes.count {
        if isUpper(bytes[index]), isLower(bytes[index - 1]), isLower(bytes[index - 2]), isDateWord(bytes, at: index) {
          cuts.append(index)
        }
        index += 1
      }
    }
    if cuts.isEmpty { return nil }
    var parted: [UInt8] = []
    var start = line.startIndex
    for cut in cuts {
      parted += line[start..<line.startIndex + cut]
      parted.append(0x20)
      start = line.startIndex + cut
    }
    return parted + line[start...]
  }

  /// Whether a label begins here, or a month that a number follows: a name may begin like either (*DelMar*).
  private static func isDateWord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var hash = WordHash()
    var end = start
    while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 {
      hash.add(bytes[end] | 0x20)
      end += 1
    }
    let meaning = DateWords.meaning(of: hash)
    if end - start >= 5, !meaning.roles.isDisjoint(with: [.publishedLabel, .modifiedLabel]) { return true }
    guard meaning.month != 0 else { return false }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    return end + 1 < bytes.count && bytes[end] == 0x20 && bytes[end + 1] &- 0x30 < 10
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
