/// What a block, or a span of one, is. Names follow IPTC ninjs and newsroom usage; raw values are used in JSON and in rules.
public enum Role: String, Sendable, CaseIterable, Hashable {
  // Parts of the article.
  case headline, alternativeHeadline, description, byline, dateline, date, body, heading, list, quote, table, code, embed
  case caption, credit, section, keywords
  // Provenance and rights: moved into fields, never litter.
  case syndication, rights, correction
  // What surrounds an article.
  case advertisement, related, navigation, newsletter, promotion, comment, social, authorBox, paywall, consent, boilerplate
  // What is not text at all: white space that survived, zero-width characters, control characters.
  case artefact
}

/// What became of a block: each block has exactly one.
public enum Fate: String, Sendable, CaseIterable, Hashable {
  /// Stands in the body, unchanged.
  case kept
  /// Stands in the body, with the spans in ``Block/edits`` cut or moved to a field, or joined with its neighbour.
  case edited
  /// Became (part of) the field named in ``Block/to``.
  case moved
  /// Is in neither the body nor a field; ``Block/reason`` says why.
  case removed
}
