import Testing

@testable import Extraction

/// What class names and ids say, and what only seems to be said.
@Suite struct MarkReaderTests {
  private func marks(_ value: String) -> NodeMark {
    var value = value
    return value.withUTF8 { MarkReader.read($0) }
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
