/// The figures that a score consists of, each between 0 and 1. The definitions and their sources are in `docs/measure-quality.md`.
public enum Measure: String, Sendable, CaseIterable {
  case wordF1, blockPrecision, blockRecall, blockF1, shingleF1, exactText
  case title, heldTitle, dateDay, heldDay, dateSecond, authorF1
  case with, without

  /// The figure of one page; `nil` where the page is not labelled for it.
  func value(_ page: PageScore) -> Double? {
    func number(_ flag: Bool?) -> Double? { flag.map { $0 ? 1 : 0 } }
    switch self {
    case .wordF1: return page.words?.f1
    case .blockPrecision: return page.blocks?.precision
    case .blockRecall: return page.blocks?.recall
    case .blockF1: return page.blocks?.f1
    case .shingleF1: return page.shingles?.f1
    case .exactText: return number(page.exactText)
    case .title: return number(page.title)
    case .heldTitle: return number(page.heldTitle)
    case .dateDay: return number(page.day)
    case .heldDay: return number(page.heldDay)
    case .dateSecond: return number(page.second)
    case .authorF1: return page.authors
    case .with: return page.with
    case .without: return page.without
    }
  }

  /// The column's heading.
  var heading: String {
    switch self {
    case .wordF1: "word F1"
    case .blockPrecision: "block P"
    case .blockRecall: "block R"
    case .blockF1: "block F1"
    case .shingleF1: "4-gram F1"
    case .exactText: "exact"
    case .title: "title"
    case .heldTitle: "held title"
    case .dateDay: "day"
    case .heldDay: "held day"
    case .dateSecond: "second"
    case .authorF1: "authors"
    case .with: "with"
    case .without: "without"
    }
  }
}
