import Copydesk
import Testing

/// An element's seldom values are kept apart; nobody who uses it should notice.
struct BodyElementTests {
  @Test func isAValue() {
    var list = BodyElement(.list)
    list.items = ["salt"]
    var copy = list
    copy.items.append("tar")
    copy.ordered = true
    #expect(list.items == ["salt"] && list.ordered == nil)
    #expect(copy.items == ["salt", "tar"])
    #expect(list != copy)
    copy.items.removeLast()
    copy.ordered = nil
    #expect(list == copy && Set([list, copy]).count == 1)
  }

  @Test func anEmptyValueIsNone() {
    var paragraph = BodyElement(.paragraph, "The ice went out.")
    paragraph.url = nil
    paragraph.items = []
    #expect(paragraph == BodyElement(.paragraph, "The ice went out."))
    #expect(paragraph.hashValue == BodyElement(.paragraph, "The ice went out.").hashValue)
  }

  private static func element(_ type: BodyElement.Kind, items: [String] = [], rows: [[String]] = []) -> BodyElement {
    var element = BodyElement(type, type == .table ? "a caption" : "")
    element.items = items
    element.rows = rows
    return element
  }

  @Test(arguments: [
    element(.list), element(.list, items: [""]), element(.list, items: ["", ""]), element(.list, items: ["a", "", "b c"]),
    element(.table), element(.table, rows: [[]]), element(.table, rows: [[""]]), element(.table, rows: [["", ""]]),
    element(.table, rows: [["a", "b"], ["", "c d"], []]), BodyElement(.paragraph, "a b"), BodyElement(.paragraph),
    BodyElement(.figure, "a caption"), BodyElement(.embed, "a post"), BodyElement(.heading, "A", level: 3),
  ])
  func itsPiecesAreItsText(element: BodyElement) {
    var text = ""
    element.forEachPlainPiece { text += $0 }
    #expect(text == element.plainText)
    #expect(element.hasPlainText == !element.plainText.isEmpty)
    var article = Article()
    article.body = [element, BodyElement(.paragraph, "z"), element]
    let parts = [element.plainText, "z", element.plainText].filter { !$0.isEmpty }
    #expect(article.articleBody == parts.joined(separator: "\n\n"))
    #expect(article.wordCount == article.articleBody.split(whereSeparator: \.isWhitespace).count)
  }
}
