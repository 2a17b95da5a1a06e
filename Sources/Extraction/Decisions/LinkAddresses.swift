import Pages

/// The addresses that links within blocks lead to.
///
/// Remembers the last one: a link that nothing closes is opened anew in every cell and paragraph behind it, with one and the same address.
struct LinkAddresses {
  private let tree: Tree?
  private let base: AddressBase
  private var href: [UInt8] = []
  private var address: String?

  init(_ draft: Draft) {
    tree = draft.page.tree
    base = draft.addresses
  }

  /// The address, absolute where the page's own is known; `nil` for one that is empty, within the page, or runs code.
  mutating func address(of link: PageLink) -> String? {
    guard let tree else { return nil }
    return tree.withAttribute(link.node, .href) { value in
      guard let value else { return nil }
      if !value.elementsEqual(href) {
        href = Array(value)
        address = resolved(String(decoding: value, as: UTF8.self).trimmedOfWhitespace)
      }
      return address
    }
  }

  private func resolved(_ address: String) -> String? {
    guard !address.isEmpty, !address.hasPrefix("#"), SafeAddress.isSafe(address) else { return nil }
    return base.resolved(address)
  }
}
