import Pages
import Testing

@testable import Extraction

/// What class names and ids say, and what only seems to be said.
@Suite struct MarkReaderTests {
  private func marks(_ value: String) -> NodeMark {
    var value = value
    return value.withUTF8 { MarkReader.read($0) }
  }

  /// What is no text is read when it is asked for, and once.
  @Test func elementsSayTheSameWithTextAndWithout() throws {
    let page = try Page.parse(
      html: "<div class=share-bar><img src=a.jpg></div><div class=share-bar>Share</div><p data-qa=byline></p><p data-qa=byline>Jo"
    )
    let tree = try #require(page.tree)
    var marks = try #require(Metadata(page: page).elementMarks)
    for _ in 0..<2 {
      #expect(tree.elements(.div).map { marks.mark(of: $0) } == [.social, .social])
      #expect(tree.elements(.p).map { marks.mark(of: $0) } == [.byline, .byline])
      #expect(tree.elements(.img).map { marks.mark(of: $0) } == [[]])
    }
  }

  @Test(arguments: [
    ("article__relatedLinks", NodeMark.related), ("c-share-bar", .social), ("adSlot", .advertisement),
    ("ad-300x250", .advertisement),
    ("is-hidden", .hidden), ("visuallyHidden", .hidden), ("comments2", .comment), ("AuthorBio", .authorBox),
    ("figure related-content", .related),
  ])
  func wordsMark(_ value: String, _ mark: NodeMark) {
    #expect(marks(value).contains(mark))
  }

  @Test(arguments: [
    // Layout, not what the text is.
    "overflow-hidden", "overflow-x-hidden grid", "vds-overflow_hidden", "backface-hidden", "md:hidden", "hidden md:block",
    "hidden lg:flex",
    "hover:overlay", "[&_h4]:hidden",
    // Letters that spell a word by chance.
    "record-PFk9dAd2pTo", "css-1x9Ad3kQ",
    // Parts of other words.
    "shared", "heading", "adventure", "commentary",
  ])
  func chanceAndLayoutMarkNothing(_ value: String) {
    #expect(marks(value).isDisjoint(with: NodeMark.surroundings))
  }
}
