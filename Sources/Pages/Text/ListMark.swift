/// The mark that a line of a text dump begins with where it is the item of a list.
///
/// Bullets and the asterisk. A hyphen or a dash as well opens what somebody says, a square or a circle a heading, a number a section: those lines
/// stay as they are.
package enum ListMark {
  /// How many bytes the mark takes with the blanks behind it; 0 where the line begins with none, or is nothing else.
  package static func length(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    let mark: Int
    switch first {
    case UInt8(ascii: "*"): mark = 1
    // U+00B7
    case 0xC2 where line.count > 2 && line[1] == 0xB7: mark = 2
    case 0xE2 where line.count > 3 && isBullet(line[1], line[2]): mark = 3
    default: return 0
    }
    var length = mark
    while length < line.count, line[length] == 0x20 || line[length] == 0x09 { length += 1 }
    // A row of them parts sections: "* * *".
    guard length > mark, length < line.count, !line[length...].starts(with: line[..<mark]) else { return 0 }
    return length
  }

  /// The last two bytes of U+2022, U+2023, U+2043, U+25AA and U+25E6.
  private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83), (0x96, 0xAA), (0x97, 0xA6): true
    default: false
    }
  }
}
