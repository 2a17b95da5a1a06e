import Copydesk

/// The signs by which editors of German and other papers sign below their texts: `ssi, dan`, `mmq/rel; Foto: Shutterstock`.
enum Initials {
  /// Who signed a line with two signs or more; nobody where it has other words in front of a semicolon. One sign alone could be any short word.
  static func read(_ line: ArraySlice<UInt8>) -> [Author] {
    guard let first = line.first, first &- 0x61 < 26 else { return [] }
    let head = line.prefix(20).prefix { $0 != UInt8(ascii: ";") }
    guard head.count < 20, !Agencies.isAgency(folded: head) else { return [] }
    let signs = head.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") || $0 == 0x20 })
    guard signs.count >= 2, head.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") }),
      signs.allSatisfy({ (2...4).contains($0.count) && $0.allSatisfy { $0 &- 0x61 < 26 } })
    else { return [] }
    return signs.map { Author(name: String(decoding: $0, as: UTF8.self), type: "Person") }
  }
}
