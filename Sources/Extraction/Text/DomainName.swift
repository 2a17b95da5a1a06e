/// What a host name looks like in running text.
enum DomainName {
  /// Whether folded bytes are a host name with a dot: `antiwar.com`.
  static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (4...253).contains(bytes.count), bytes.first != 0x2E, bytes.last != 0x2E else { return false }
    let labels = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, (2...24).contains(top.count),
      top.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 &- 0x30 < 10 }),
      top.contains(where: { ($0 | 0x20) &- 0x61 < 26 })
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.count)
        && label.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 >= 0x80 }
    }
  }
}
