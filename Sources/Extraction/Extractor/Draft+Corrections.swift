import Copydesk
import Pages

extension Draft {
  /// What corrections and editors' notes on the page say, in its order. They are no part of the report, and whoever prints it has to know of them.
  var corrections: [String] {
    decisions.indices.lazy.filter { decisions.ruling($0).role == .correction }.map { page.string(of: page.blocks[$0]).trimmed }
      // A heading or a link that says "Corrections" corrects nothing.
      .filter { $0.split(at: " ").count >= 4 }.prefix(Self.mostCorrections).map { $0 }
  }

  /// No article has more; a page of nothing else is not told all over again.
  private static let mostCorrections = 8
}
