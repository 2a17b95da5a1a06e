import Copydesk

extension Draft {
  /// Carries out what follows from a page's kind: of an error page or a question for consent nothing stands in the body, unless a rule says so;
  /// what a section front, a shop or a forum says is kept, with a finding.
  mutating func settle(_ kind: PageKind) {
    switch kind.name {
    case .article, .liveBlog: return
    case .paywallStub: note("paywall-stub", "the page has but the beginning of the article")
    case .video, .gallery, .sectionFront, .product, .forum: note("not-an-article", kind.name.words)
    case .errorPage, .consentWall:
      note("not-an-article", kind.name.words)
      let role: Role = kind.name == .consentWall ? .consent : .boilerplate
      for index in decisions.indices where decisions.ruling(index).isInBody && decisions.ruling(index).authority == .generic {
        decisions[index] = Heuristic.pageKind.removes(
          role, "the page is \(kind.name == .errorPage ? "an error page" : "a question for consent")")
      }
      media = []
      entryTimes = [:]
    }
  }
}
