import Pages

/// Which of the addresses that a picture's markup states is the picture.
///
/// A page that loads its pictures late has a blank one, or a blurred one of a few pixels, in `src`, and the picture itself in an attribute that a
/// script copies there; `srcset` (WHATWG HTML, section 4.8.4.2) has the same picture in several sizes, of which the largest is taken.
enum PictureAddress {
  /// The picture's address as the page writes it; `nil` for a placeholder, an icon, a tracking pixel or someone's portrait.
  static func of(_ node: Node, in tree: Tree) -> String? {
    guard !isSmall(node, tree), !isOrnament(node, tree) else { return nil }
    for name in [Atom.dataSrcset, .dataLazySrcset, .srcset] {
      if let set = tree.attribute(node, name), let address = largest(of: set) { return address }
    }
    for name in [Atom.dataSrc, .dataLazySrc, .dataOriginal, .dataLazy] {
      if let address = tree.attribute(node, name).flatMap(usable) { return address }
    }
    if let address = tree.attribute(node, .src).flatMap(usable) { return address }
    guard let parent = tree.parent(node), tree.name(parent) == .picture else { return nil }
    for source in tree.children(parent) where tree.name(source) == .source {
      for name in [Atom.srcset, .dataSrcset] {
        if let set = tree.attribute(source, name), let address = largest(of: set) { return address }
      }
    }
    return nil
  }

  /// The address with the greatest width or density.
  static func largest(of set: String) -> String? {
    var best: (address: String, size: Double)?
    for candidate in candidates(of: set).prefix(64) {
      guard candidate.size > best?.size ?? 0, let address = usable(candidate.address) else { continue }
      best = (address, candidate.size)
    }
    return best?.address
  }

  /// Addresses may hold commas; a comma followed by white space, or one that ends an address, parts two candidates.
  private static func candidates(of set: String) -> [(address: String, size: Double)] {
    var result: [(String, Double)] = []
    var words = set.utf8.split { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }.map { Substring($0) }[...]
    while let word = words.popFirst() {
      var address = word
      while address.hasPrefix(",") { address.removeFirst() }
      if address.hasSuffix(",") {
        while address.hasSuffix(",") { address.removeLast() }
        result.append((String(address), 1))
        continue
      }
      guard !address.isEmpty else { continue }
      var size = 1.0
      if let descriptor = words.first, !descriptor.contains("/") {
        words.removeFirst()
        let end = descriptor.firstIndex(of: ",") ?? descriptor.endIndex
        // `640w,next.jpg 2x`: what follows the comma is the next candidate.
        let rest = descriptor[end...].dropFirst()
        if !rest.isEmpty { words = [rest] + words }
        size = Double(descriptor[..<end].dropLast()) ?? 1
      }
      result.append((String(address), size))
    }
    return result
  }

  /// An address that leads to a picture: not the picture itself in `data:`, nothing blank.
  private static func usable(_ address: String) -> String? {
    let address = address.trimmedOfWhitespace
    guard !address.isEmpty, !address.hasPrefix("data:"), !address.hasPrefix("blob:"), SafeAddress.isSafe(address) else {
      return nil
    }
    let name = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last?.lowercased() ?? ""
    if name.contains("transparent") { return nil }
    for word in placeholders where name.hasPrefix(word) { return nil }
    return address
  }

  /// File names of blank pictures.
  private static let placeholders = [
    "blank.", "spacer.", "pixel.", "placeholder", "1x1", "clear.gif", "empty.", "lazy.", "loading.", "trans.gif",
    "dot.gif",
    "grey.", "gray.", "default-image", "no-image", "noimage",
  ]

  /// Below 100 pixels either way is an icon, a flag, a portrait in a byline, a pixel.
  private static func isSmall(_ node: Node, _ tree: Tree) -> Bool {
    for name in [Atom.width, .height] {
      guard let size = tree.attribute(node, name) else { continue }
      let digits = size.trimmedOfWhitespace.prefix { $0.isASCII && $0.isNumber }
      if size.contains("%") || digits.isEmpty { continue }
      // A lazy picture is written 1 pixel wide by some; then its real size is elsewhere, and it is one only where it has another address.
      if let pixels = Int(digits), pixels < 100, pixels > 1 || !isLate(node, tree) { return true }
    }
    return false
  }

  private static func isLate(_ node: Node, _ tree: Tree) -> Bool {
    [Atom.dataSrc, .dataSrcset, .dataLazySrc, .dataLazySrcset, .dataOriginal].contains { tree.hasAttribute(node, $0) }
  }

  private static func isOrnament(_ node: Node, _ tree: Tree) -> Bool {
    let words = (tree.attribute(node, .class) ?? "") + " " + (tree.attribute(node, .id) ?? "")
    if words.count > 1 {
      let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
      if parts.contains(where: { ornaments.contains($0) }) { return true }
    }
    let address = Array((tree.attribute(node, .src) ?? "").lowercased().utf8)
    return address.withUnsafeBufferPointer { hosts.first(in: $0) != nil }
  }

  private static let ornaments: Set<Substring> = [
    "icon", "icons", "ico", "avatar", "gravatar", "logo", "emoji", "smiley", "flag", "badge", "spinner", "loader", "pixel",
    "tracking", "portrait",
    "author", "byline", "headshot", "share", "social",
  ]

  /// Hosts and paths that serve portraits, signs and counters.
  private static let hosts = PhraseList([
    "gravatar.com/", "/emoji/", "/s.w.org/images/core/emoji", "/avatars/", "/icons/", "pixel.wp.com", "b.scorecardresearch",
  ])
}
