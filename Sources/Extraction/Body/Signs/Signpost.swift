import Copydesk

/// What the first words of a line, or the whole of it, say about its place in a paper: something that no sentence of an article says.
struct Signpost: Sendable {
  var role: Role
  /// For a newsroom reader.
  var reason: String
  var scope: Cue.Scope

  /// Whether what follows in the same column is no longer the article.
  var opensSection: Bool {
    scope == .heading && (role == .related || role == .comment || role == .authorBox || role == .newsletter)
  }

  /// Whether a block of such counts is a paragraph of the article all the same: some signs open sentences too.
  func yields(to facts: BlockFacts) -> Bool {
    if facts.linkShare >= 0.5 { return false }
    if scope != .opening { return facts.weight >= 30 && facts.endsSentence }
    switch role {
    case .correction, .rights, .consent, .paywall, .advertisement: return facts.weight >= 90
    default: return facts.weight >= 45 && facts.sentenceEnds >= 2
    }
  }
}
