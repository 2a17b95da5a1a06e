import Copydesk
import Pages

/// Carries out a ``LineMatcher``: which lines say what it wants, and stand where it wants them.
struct LineSearch {
  private let matcher: LineMatcher
  private let draft: Draft
  private let isBlank: [Bool]

  init(_ matcher: LineMatcher, _ draft: Draft, _ isBlank: [Bool]) {
    self.matcher = matcher
    self.draft = draft
    self.isBlank = isBlank
  }

  func hits() -> [ClauseHit] {
    var found = matches()
    guard !found.isEmpty else { return [] }
    if let place = matcher.place { found = standing(found, place) }
    if let mark = matcher.after {
      guard let after = position(of: mark) else { return [] }
      found.removeAll { $0.blocks[0] <= after }
    }
    if let mark = matcher.until {
      guard let until = position(of: mark) else { return [] }
      found.removeAll { $0.blocks[0] >= until }
    }
    if let nth = matcher.nth {
      let index = nth > 0 ? nth - 1 : found.count + nth
      found = found.indices.contains(index) ? [found[index]] : []
    }
    return extended(found)
  }

  /// All lines that say it, wherever they stand.
  private func matches() -> [ClauseHit] {
    var found: [ClauseHit] = []
    for index in draft.decisions.indices where !isBlank[index] {
      if let hit = match(index) { found.append(hit) }
    }
    return found
  }

  private func match(_ index: Int) -> ClauseHit? {
    let bytes = draft.page.text[draft.page.blocks[index].text]
    var match: TemplateMatch?
    if let template = matcher.template {
      match = template.match(FoldedText(bytes, case: template.folding))
      if match == nil { return nil }
    }
    var hit = ClauseHit(blocks: [index], raw: String(decoding: bytes[VisibleRange.of(bytes)], as: UTF8.self), match: match)
    if let format = matcher.date {
      // Where the template has a place for the value the date stands there, else it is the whole line.
      let value = hit.match?["value"].map { FoldedText($0, case: .folded) } ?? FoldedText(bytes, case: .folded)
      guard let date = format.parse(value) else { return nil }
      hit.date = date
    }
    return hit
  }

  /// The hits before the first or after the last paragraph of the body. A line that itself fits is no paragraph here: a syndication line
  /// with a full stop would else be the end it has to stand after.
  private func standing(_ found: [ClauseHit], _ place: LineMatcher.Place) -> [ClauseHit] {
    let fitting = Set(found.flatMap(\.blocks))
    func isParagraph(_ index: Int) -> Bool {
      let decision = draft.decisions[index]
      return decision.isInBody && decision.role != .heading && decision.role != .caption && decision.role != .credit
        && !fitting.contains(index)
    }
    switch place {
    case .head:
      let first = draft.decisions.indices.first(where: isParagraph) ?? draft.decisions.count
      return found.filter { $0.blocks[0] < first }
    case .tail:
      let last = draft.decisions.indices.last(where: isParagraph) ?? -1
      return found.filter { $0.blocks[0] > last }
    }
  }

  private func position(of mark: LineMatcher.Mark) -> Int? {
    switch mark {
    case .field(let field):
      draft.decisions.indices.last { draft.decisions.ruling($0).fate == .moved && draft.decisions.ruling($0).to == field }
        ?? draft.decisions.indices.last { index in draft.decisions.cuts(index).contains { $0.to == field } }
    case .template(let template):
      draft.decisions.indices.first { index in
        template.match(FoldedText(draft.page.text[draft.page.blocks[index].text], case: template.folding)) != nil
      }
    }
  }

  private func extended(_ found: [ClauseHit]) -> [ClauseHit] {
    guard let extent = matcher.through else { return found }
    var result: [ClauseHit] = []
    var covered = -1
    for var hit in found where hit.blocks[0] > covered {
      let start = hit.blocks[0]
      var end = start
      switch extent {
      case .end: end = draft.decisions.count - 1
      case .count(let count):
        var rest = count - 1
        while rest > 0, end + 1 < draft.decisions.count {
          end += 1
          if !isBlank[end] { rest -= 1 }
        }
      case .template(let template):
        end =
          (start..<draft.decisions.count).dropFirst().first { index in
            template.match(FoldedText(draft.page.text[draft.page.blocks[index].text], case: template.folding)) != nil
          } ?? start
      }
      hit.blocks = Array(start...end).filter { !isBlank[$0] }
      covered = end
      result.append(hit)
    }
    return result
  }
}

/// Finds a byline template on a line of its own above the first paragraph, or in front of that paragraph.
struct BylineSearch {
  private let template: TextTemplate
  private let draft: Draft

  init(_ template: TextTemplate, _ draft: Draft) {
    self.template = template
    self.draft = draft
  }

  func hits() -> [ClauseHit] {
    let first =
      draft.decisions.indices.first { index in
        draft.decisions.ruling(index).isInBody && draft.decisions.ruling(index).role != .heading
          && draft.decisions.ruling(index).role != .caption
      } ?? draft.decisions.count
    for index in 0..<first {
      let bytes = draft.page.text[draft.page.blocks[index].text]
      if let match = template.match(FoldedText(bytes, case: template.folding)) {
        return [ClauseHit(blocks: [index], raw: String(decoding: bytes[VisibleRange.of(bytes)], as: UTF8.self), match: match)]
      }
    }
    guard first < draft.decisions.count else { return [] }
    let bytes = draft.page.text[draft.page.blocks[first].text]
    guard let match = template.matchPrefix(FoldedText(bytes, case: template.folding)), match.range.upperBound < bytes.count else {
      return []
    }
    // White space between the byline and the text goes with the byline.
    let rest = VisibleRange.of(bytes[(bytes.startIndex + match.range.upperBound)...])
    let raw = bytes[bytes.startIndex + match.range.lowerBound..<bytes.startIndex + match.range.upperBound]
    return [
      ClauseHit(
        blocks: [], cuts: [ClauseHit.Part(block: first, range: 0..<rest.lowerBound - bytes.startIndex)],
        raw: String(decoding: raw, as: UTF8.self), match: match)
    ]
  }
}
