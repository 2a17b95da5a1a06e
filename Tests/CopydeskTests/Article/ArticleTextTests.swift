import Copydesk
import Testing

@Suite struct ArticleTextTests {
  private func article(_ texts: String...) -> Article {
    var article = Article()
    article.body = texts.map { BodyElement(.paragraph, $0) }
    return article
  }

  @Test func elementsStandApartByABlankLine() {
    #expect(article().articleBody == "")
    #expect(article("One.", "Two.").articleBody == "One.\n\nTwo.")
    #expect(article("", "One.", "", "Two.", "").articleBody == "One.\n\nTwo.")
  }

  @Test(arguments: [
    ("", 0), (" \t\n", 0), ("one", 1), ("two words", 2), ("it's well-known", 2), ("- dash – only …", 2), ("§ 5 §5", 2),
    ("no\u{A0}break\u{2003}space\u{3000}here\u{85}too\u{205F}and\u{2028}on", 7), ("zero\u{200B}width", 1),
    ("Größe Ünï \u{201C}quoted\u{201D}", 3), ("\u{201C} \u{201D}", 0), ("½ ⅔", 2), ("漢字 かな", 2), ("\"a\u{7F}b\" c", 2),
  ])
  func wordsHaveALetterOrADigit(text: String, words: Int) {
    #expect(article(text).wordCount == words)
  }
}
