import Pages

/// The address that an HTML page gives for itself.
enum StatedAddress {
  /// `link rel=canonical`, else `og:url`, where it is an absolute address; and which of them it was.
  static func of(_ page: Page) -> (url: String, from: String)? {
    guard let tree = page.tree else { return nil }
    if let link = tree.atom(named: "link"), let rel = tree.atom(named: "rel"), let href = tree.atom(named: "href") {
      for node in tree.elements(link) {
        guard let words = tree.attribute(node, rel)?.lowercased(), words.split(separator: " ").contains("canonical"),
          let url = tree.attribute(node, href), HostName(url: url) != nil
        else { continue }
        return (url, "canonical")
      }
    }
    if let meta = tree.atom(named: "meta"), let property = tree.atom(named: "property"), let content = tree.atom(named: "content")
    {
      for node in tree.elements(meta) {
        guard tree.attribute(node, property)?.lowercased() == "og:url", let url = tree.attribute(node, content),
          HostName(url: url) != nil
        else { continue }
        return (url, "og:url")
      }
    }
    return nil
  }
}
