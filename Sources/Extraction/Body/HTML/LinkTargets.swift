import Pages

/// Says where links lead: to the page's own site, to those of others, or to what somebody offers.
///
/// A class, because every block with links asks it, and what it holds would be retained anew each time.
final class LinkTargets {
  enum Target { case within, away, offer, unknown }

  private let tree: Tree
  private let blocks: [PageBlock]
  private let links: [PageLink]
  /// The page's own site.
  private let site: [UInt8]?

  init(_ html: HTMLReading) {
    tree = html.tree
    blocks = html.reading.page.blocks
    links = html.reading.page.links
    site = html.address.flatMap { Host.of(url: $0) }.map { Array((RegistrableDomain.of($0) ?? $0).utf8) }
  }

  /// Where readers are sent to follow, share, install or buy.
  private static let outposts = [
    "facebook.com", "twitter.com", "x.com", "instagram.com", "whatsapp.com", "t.me", "google.com", "apple.com", "youtube.com",
    "pinterest.com",
    "linkedin.com", "tiktok.com", "threads.net", "bsky.app", "amazon.com", "amzn.to",
  ].map { Array($0.utf8) }

  /// What pages are called where readers can subscribe, sign up, give, buy or ask for an offer.
  private static let offers = Set(
    """
    subscribe subscription subscriptions newsletter newsletters signup register registration donate donation donations patreon trial demo contact
    pricing plans join membership apps download checkout cart shop store services booking quote consultation appointment
    """.utf8.split(whereSeparator: { $0 <= 0x20 }).map { Array($0) })
  /// Their first letters.
  private static let offerRuns = KeySet(offers.map { $0.withUnsafeBufferPointer { LetterRun($0, at: 0).key } })

  /// Whether all of a block's links lead to sites of others.
  func leadElsewhere(from index: Int) -> Bool {
    guard site != nil else { return false }
    return links[blocks[index].links].allSatisfy { link in
      tree.withAttribute(link.node, .href) { address in
        guard let address, let host = Self.host(of: address) else { return false }
        return !isOwn(host) && !Self.outposts.contains { Self.isOf($0, host) }
      }
    }
  }

  func target(of link: Node) -> Target {
    tree.withAttribute(link, .href) { address in
      guard let address, let first = address.first, first != UInt8(ascii: "#") else { return .unknown }
      if Self.namesOffer(address) { return .offer }
      guard let host = Self.host(of: address) else {
        return address.prefix(12).contains(UInt8(ascii: ":")) ? .unknown : .within
      }
      return site == nil ? .unknown : isOwn(host) ? .within : .away
    }
  }

  private func isOwn(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { site.map { Self.isOf($0, host) } ?? false }

  /// What stands between two slashes and the next of an absolute address.
  private static func host(of address: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>>? {
    let slash = UInt8(ascii: "/")
    guard let start = address.prefix(12).firstIndex(of: slash), start + 1 < address.count, address[start + 1] == slash,
      start == 0 || address[start - 1] == UInt8(ascii: ":")
    else { return nil }
    let rest = address[(start + 2)...]
    let end = rest.prefix(255).firstIndex {
      $0 == slash || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":")
    }
    return rest[..<(end ?? rest.endIndex)]
  }

  /// Whether a host is a domain or within it.
  private static func isOf(_ domain: [UInt8], _ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = host.count - domain.count
    guard rest >= 0, rest == 0 || host[host.startIndex + rest - 1] == UInt8(ascii: ".") else { return false }
    return host.suffix(domain.count).elementsEqual(domain) { $0 | 0x20 == $1 | 0x20 }
  }

  private static func namesOffer(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    let address = UnsafeBufferPointer(rebasing: address.prefix(200))
    var index = 0
    while index < address.count {
      let run = LetterRun(address, at: index)
      var end = index + run.length
      if run.length >= 4 {
        while end < address.count, (address[end] | 0x20) &- 0x61 < 26 { end += 1 }
        if offerRuns.mayHold(run.key), offers.contains(address[index..<end].map { $0 | 0x20 }) { return true }
      }
      index = end + 1
    }
    return false
  }
}
