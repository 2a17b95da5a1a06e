import Pages

/// How an embedded post or player is marked up, and so where its address is.
enum EmbedElement: Hashable, Sendable {
  /// A frame of another site, its address in `src` or in an attribute that a script copies there.
  case frame
  /// A quotation that a script turns into the post; the address is in an attribute, else in its last link.
  case quotation(attribute: String?)
  /// Facebook's: the address in `data-href`.
  case facebook
  /// Telegram's: the post's path in `data-telegram-post`.
  case telegram
  /// A custom element that names the post by an id: the address is the prefix and the id.
  case identified(attributes: [String], prefix: String)
  /// A custom element that has the address in an attribute.
  case addressed(attribute: String)

  /// The classes that the networks' own embed codes give to the quotation, as their documentation has them.
  private static let quotations: [(word: StaticString, attribute: String?)] = [
    ("twitter-tweet", nil), ("twitter-video", nil), ("instagram-media", "data-instgrm-permalink"), ("tiktok-embed", "cite"),
    ("bluesky-embed", "data-bluesky-uri"), ("reddit-embed-bq", nil), ("reddit-card", nil), ("mastodon-embed", "data-embed-url"),
    ("text-post-media", "data-text-post-permalink"), ("imgur-embed-pub", nil),
  ]

  static func quote(_ tree: Tree, _ node: Node) -> EmbedElement? {
    tree.withAttribute(node, .class) { value in
      guard let value else { return nil }
      for (word, attribute) in quotations where contains(value, word) { return .quotation(attribute: attribute) }
      return nil
    }
  }

  static func division(_ tree: Tree, _ node: Node) -> EmbedElement? {
    tree.withAttribute(node, .class) { value in
      guard let value, value.count >= 7, value[0] == UInt8(ascii: "f"), value[1] == UInt8(ascii: "b"),
        value[2] == UInt8(ascii: "-")
      else { return nil }
      return contains(value, "fb-post") || contains(value, "fb-video") ? .facebook : nil
    }
  }

  /// AMP's components (https://amp.dev/documentation/components/) and the best-known element that loads a player only when it is asked for.
  static func custom(_ name: String) -> EmbedElement? {
    switch name {
    case "amp-youtube": .identified(attributes: ["data-videoid"], prefix: "https://www.youtube.com/watch?v=")
    case "lite-youtube": .identified(attributes: ["videoid"], prefix: "https://www.youtube.com/watch?v=")
    case "lite-vimeo": .identified(attributes: ["videoid"], prefix: "https://vimeo.com/")
    case "amp-twitter": .identified(attributes: ["data-tweetid"], prefix: "https://twitter.com/i/status/")
    case "amp-instagram": .identified(attributes: ["data-shortcode"], prefix: "https://www.instagram.com/p/")
    case "amp-vimeo": .identified(attributes: ["data-videoid"], prefix: "https://vimeo.com/")
    case "amp-dailymotion": .identified(attributes: ["data-videoid"], prefix: "https://www.dailymotion.com/video/")
    case "amp-soundcloud": .identified(attributes: ["data-trackid"], prefix: "https://api.soundcloud.com/tracks/")
    case "amp-facebook", "amp-bluesky": .addressed(attribute: "data-href")
    case "amp-tiktok", "amp-reddit": .addressed(attribute: "data-src")
    default: nil
    }
  }

  /// The address that an element of this kind states, as it stands there.
  func address(_ tree: Tree, _ node: Node) -> String? {
    func attribute(_ name: String) -> String? {
      tree.atom(named: name).flatMap { tree.attribute(node, $0)?.trimmedOfWhitespace }.flatMap { $0.isEmpty ? nil : $0 }
    }
    switch self {
    case .frame:
      // A lazy frame has its address in another attribute, and nothing or a blank page in `src`.
      for name in ["data-src", "data-lazy-src", "data-original", "data-url", "data-embed-src", "data-cookieblock-src", "src"] {
        if let address = attribute(name), !address.hasPrefix("about:"), !address.hasPrefix("data:") { return address }
      }
      return nil
    case .quotation(let name):
      if let name, let address = attribute(name) { return Self.webAddress(address) }
      var last: String?
      for link in tree.elements(.a, within: node) { last = tree.attribute(link, .href) ?? last }
      return last
    case .facebook: return attribute("data-href")
    case .telegram: return attribute("data-telegram-post").map { "https://t.me/" + $0 }
    case .identified(let names, let prefix):
      for name in names {
        // An id is a path segment; anything else is not from the network.
        if let id = attribute(name),
          id.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F })
        {
          return prefix + id
        }
      }
      return nil
    case .addressed(let name): return attribute(name)
    }
  }

  /// Bluesky names posts by `at://did/app.bsky.feed.post/key` (https://atproto.com/specs/at-uri-scheme).
  private static func webAddress(_ address: String) -> String {
    guard address.hasPrefix("at://") else { return address }
    let parts = address.dropFirst(5).split(separator: "/")
    guard parts.count == 3, parts[1] == "app.bsky.feed.post" else { return address }
    return "https://bsky.app/profile/\(parts[0])/post/\(parts[2])"
  }

  /// Whether a class has this word.
  private static func contains(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard value.count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      value.split(whereSeparator: { $0 <= 0x20 }).contains { $0.count == word.count && $0.elementsEqual(word) }
    }
  }
}
