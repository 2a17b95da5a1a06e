/// The names of pseudo-classes, for messages.
enum CSSPseudoClasses {
  static let known = [
    "not", "is", "where", "has", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type", "first-child", "last-child",
    "first-of-type", "last-of-type", "only-child", "only-of-type", "empty", "root", "scope", "link", "any-link", "contains",
  ]

  /// Known to browsers; of no meaning for a page that nobody looks at, or not worth having here.
  static let browserOnly: Set<String> = [
    "hover", "active", "focus", "focus-within", "focus-visible", "visited", "target", "target-within", "local-link", "checked",
    "indeterminate", "default", "disabled", "enabled", "read-only", "read-write", "placeholder-shown", "valid", "invalid",
    "in-range",
    "out-of-range", "required", "optional", "autofill", "blank", "user-valid", "user-invalid", "playing", "paused", "muted",
    "seeking",
    "buffering", "stalled", "volume-locked", "fullscreen", "modal", "picture-in-picture", "popover-open", "open", "defined",
    "host",
    "host-context", "dir", "lang", "state", "nth-col", "nth-last-col", "current", "past", "future", "before", "after",
    "first-line",
    "first-letter", "heading",
  ]

  /// The known name that differs from a misspelled one in fewer than four places, if any does.
  static func nearest(to name: String) -> String? {
    guard name.utf8.count <= 32 else { return nil }
    let distances = known.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 < 4, best.1 < name.utf8.count else { return nil }
    return best.0
  }

  /// Levenshtein's distance.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}

/// Attributes whose values HTML has selectors compare without regard to ASCII case (HTML, §4.16.2).
enum CSSLegacyAttributes {
  static let caseless: Set<Atom> = [
    .accept, .acceptCharset, .align, .alink, .axis, .bgcolor, .charset, .checked, .clear, .codetype, .color, .compact, .declare,
    .defer,
    .dir, .direction, .disabled, .enctype, .face, .frame, .hreflang, .httpEquiv, .lang, .language, .link, .media, .method,
    .multiple,
    .nohref, .noresize, .noshade, .nowrap, .readonly, .rel, .rev, .rules, .scope, .scrolling, .selected, .shape, .target, .text,
    .type,
    .valign, .valuetype, .vlink,
  ]
}
