import Copydesk

extension Metadata {
  /// What the site calls itself, and its domain's own word.
  func collectSiteNames() -> [String] {
    var names: [String] = []
    for name in [
      "og:site_name", "application-name", "publisher", "apple-mobile-web-app-title", "al:android:app_name", "al:ios:app_name",
      "dc.publisher",
    ] {
      names += meta(name)
    }
    names += meta("twitter:site").map { String($0.drop { $0 == "@" }) }
    names += linkedData.values(at: ["publisher", "name"]).compactMap(\.stringValue)
    for item in linkedData.objects
    where item.types.contains(where: { $0 == "website" || $0.hasSuffix("organization") }) && item.property != "author" {
      if let name = item.object["name"]?.stringValue { names.append(name) }
      if let name = item.object["alternateName"]?.stringValue { names.append(name) }
    }
    if let domain {
      names.append(domain)
      names.append(String(domain.prefix { $0 != "." }))
    }
    return names.filter { $0.utf8.count <= 200 }.map(HTMLText.plain).filter { !$0.isEmpty }
  }

  func registrableDomain() -> String? {
    (canonicalURL.flatMap { Host.of(url: $0) } ?? pageURL.flatMap { Host.of(url: $0) }).flatMap { RegistrableDomain.of($0) }
  }

  /// Whether a name is one of the site's own: the same, or one within the other (*Example* and *Example Times Ltd*).
  func isSiteName(_ name: String) -> Bool {
    let key = HeadlineText.key(name)
    if siteNameKeys.contains(key) { return true }
    guard key.count >= 4 else { return false }
    return siteNameKeys.contains { site in
      site.count >= 4
        && (key.starts(with: site) || site.starts(with: key)
          || key.count >= 6 && site.count > key.count && site.suffix(key.count).elementsEqual(key))
    }
  }
}
