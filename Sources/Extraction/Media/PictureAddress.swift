import Pages

/// Which of the addresses that a picture's markup states is the picture.
///
/// A page that loads its pictures late has a blank one, or a blurred one of a few pixels, in `src`, and the picture itself in an attribute that a
/// script copies there; `srcset` (WHATWG HTML, section 4.8.4.2) has the same picture in several sizes, of which the largest is taken.
enum PictureAddress {
  /// The picture's address as the page writes it; `nil` for a placeholder, an icon, a tracking pixel or someone's portrait.
  static func of(_ node: Node, in tree: Tree) -> String? {
    guard !isSmall(node, tree), !isOrnament(node, tree) else { return nil }
    for name in sets {
      if let address = tree.withAttribute(node, name, { $0.flatMap(largest) }) { return address }
    }
    for name in late {
      if let address = tree.withAttribute(node, name, { $0.flatMap(usable) }) { return address }
    }
    if let address = tree.withAttribute(node, .src, { $0.flatMap(usable) }) { return address }
    guard let parent = tree.parent(node), tree.name(parent) == .picture else { return nil }
    for source in tree.children(parent) where tree.name(source) == .source {
      for name in [Atom.srcset, .dataSrcset] {
        if let address = tree.withAttribute(source, name, { $0.flatMap(largest) }) { return address }
      }
    }
    return nil
  }

  /// Attributes with several addresses, and those with one, that a script copies into the picture's own.
  private static let sets: [Atom] = [.dataSrcset, .dataLazySrcset, .srcset]
  private static let late: [Atom] = [.dataSrc, .dataLazySrc, .dataOriginal, .dataLazy]

  /// An address that leads to a picture: not the picture itself in `data:`, nothing blank.
  private static func usable(_ value: UnsafeBufferPointer<UInt8>) -> String? {
    let range = VisibleRange.of(value)
    return isUsable(value, range) ? String(decoding: value[range], as: UTF8.self) : nil
  }

  /// The address with the greatest width or density.
  static func largest(of set: UnsafeBufferPointer<UInt8>) -> String? {
    var candidates = PictureSet(set)
    var best: (address: Range<Int>, size: Double)?
    for _ in 0..<64 {
      guard let candidate = candidates.next() else { break }
      guard candidate.size > best?.size ?? 0, isUsable(set, candidate.address) else { continue }
      best = candidate
    }
    return best.map { String(decoding: set[$0.address], as: UTF8.self) }
  }

  private static func isUsable(_ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let address = UnsafeBufferPointer(rebasing: value[range])
    guard !address.isEmpty, !isData(address), !address.starts(with: "blob:".utf8), SafeAddress.isSafe(address) else {
      return false
    }
    // The last part of the path is the file's name.
    var end = address.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.count
    while end > 0, address[end - 1] == UInt8(ascii: "/") { end -= 1 }
    let start = address[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return PlainText.withLowercased(UnsafeBufferPointer(rebasing: address[start..<end])) { name in
      transparent.first(in: name) == nil && !placeholders.contains { name.starts(with: $0) }
    }
  }

  private static func isData(_ address: UnsafeBufferPointer<UInt8>) -> Bool { address.starts(with: "data:".utf8) }

  private static let transparent = PhraseList(["transparent"])
  /// File names of blank pictures.
  private static let placeholders = [
    "blank.", "spacer.", "pixel.", "placeholder", "1x1", "clear.gif", "empty.", "lazy.", "loading.", "trans.gif",
    "dot.gif",
    "grey.", "gray.", "default-image", "no-image", "noimage",
  ].map { Array($0.utf8) }

  /// Below 100 pixels either way is an icon, a flag, a portrait in a byline, a pixel.
  private static func isSmall(_ node: Node, _ tree: Tree) -> Bool {
    for name in [Atom.width, .height] {
      guard let pixels = tree.withAttribute(node, name, { $0.flatMap(pixels) }), pixels < 100 else { continue }
      // A lazy picture is written 1 pixel wide by some; then its real size is elsewhere, and it is one only where it has another address.
      if pixels > 1 || !isLate(node, tree) { return true }
    }
    return false
  }

  /// The number that a size begins with; `nil` for a percentage.
  private static func pixels(_ size: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !size.contains(UInt8(ascii: "%")) else { return nil }
    let digits = size[VisibleRange.of(size)].prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int($1 &- 0x30), 1_000_000) }
  }

  private static func isLate(_ node: Node, _ tree: Tree) -> Bool {
    [Atom.dataSrc, .dataSrcset, .dataLazySrc, .dataLazySrcset, .dataOriginal].contains { tree.hasAttribute(node, $0) }
  }

  private static func isOrnament(_ node: Node, _ tree: Tree) -> Bool {
    for name in [Atom.class, .id] where tree.withAttribute(node, name, { $0.map(holdsOrnament) ?? false }) { return true }
    return tree.withAttribute(node, .src) { value in
      guard let value, !isData(value) else { return false }
      return PlainText.withLowercased(value) { hosts.first(in: $0) != nil }
    }
  }

  /// Whether one of the words of a class or an id is an ornament's.
  private static func holdsOrnament(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var hash = WordHash()
    var length = 0
    for byte in value {
      let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lowered >= 0x80 || lowered &- 0x61 < 26 || lowered &- 0x30 < 10 {
        hash.add(lowered)
        length += 1
        continue
      }
      if length > 0, isOrnament(hash) { return true }
      hash = WordHash()
      length = 0
    }
    return length > 0 && isOrnament(hash)
  }

  private static func isOrnament(_ word: WordHash) -> Bool { filter.mayHold(word.value) && ornaments.contains(word) }

  private static let filter = HashFilter(ornaments.lazy.map(\.value))
  private static let ornaments: Set<WordHash> = Set(
    [
      "icon", "icons", "ico", "avatar", "gravatar", "logo", "emoji", "smiley", "flag", "badge", "spinner", "loader", "pixel",
      "tracking", "portrait", "author", "byline", "headshot", "share", "social",
    ].map { WordHash($0.utf8) })

  /// Hosts and paths that serve portraits, signs and counters.
  private static let hosts = PhraseList([
    "gravatar.com/", "/emoji/", "/s.w.org/images/core/emoji", "/avatars/", "/icons/", "pixel.wp.com", "b.scorecardresearch",
  ])
}
