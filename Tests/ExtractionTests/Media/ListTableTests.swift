import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct ListTableTests {
  @Test func nestedItemsKeepTheirDepth() throws {
    var story = HTMLStory()
    story.middle = """
      <ol><li>Check the hull for cracks below the line.<ul><li>Bow and stern, by two divers.</li><li>Keel, by <a href="/cam">camera</a> only.</li></ul></li>
      <li>Fill the tanks and test both engines.</li></ol>
      """
    let list = try #require(try story.extras().first)
    #expect(try story.extras().count == 1)
    #expect(list.items.count == 4)
    #expect(list.levels == [1, 2, 2, 1])
    #expect(list.ordered == true)
    let link = try #require(list.links.first)
    #expect(Array(list.linkedText.utf8)[link.range].elementsEqual("camera".utf8))
  }

  @Test func definitionsStandBelowTheirTerms() throws {
    var story = HTMLStory()
    story.middle =
      "<dl><dt>Draught, as sailors say</dt><dd>How deep the boat sits in the water.</dd><dt>Beam, its width</dt><dd>How wide the boat is.</dd></dl>"
    let list = try #require(try story.extras().first)
    #expect(list.levels == [1, 2, 1, 2])
  }

  @Test func aFlatListHasNoLevels() throws {
    var story = HTMLStory()
    story.middle = "<ul><li>Monday: two sailings in the morning.</li><li>Tuesday: four sailings, as before.</li></ul>"
    #expect(try story.extras().first?.levels == [])
    #expect(try story.extras().first?.items.count == 2)
  }

  @Test func aTableKeepsItsCaptionHeadAndLinks() throws {
    var story = HTMLStory()
    story.middle = """
      <table><caption>Sailings in May, by day</caption><thead><tr><th>Day</th><th>Sailings</th></tr></thead>
      <tbody><tr><th>Monday</th><td>12</td></tr><tr><td><a href="/tue">Tuesday</a></td><td> 14 </td></tr></tbody></table>
      """
    let extras = try story.extras()
    let table = try #require(extras.first)
    #expect(extras.count == 1)
    #expect(table.type == .table)
    #expect(table.text == "Sailings in May, by day")
    #expect(table.rows == [["Day", "Sailings"], ["Monday", "12"], ["Tuesday", "14"]])
    #expect(table.headerRows == 1)
    let link = try #require(table.links.first)
    #expect(Array(table.linkedText.utf8)[link.range].elementsEqual("Tuesday".utf8))
  }

  @Test func eachCellHasItsOwnLinks() throws {
    var story = HTMLStory()
    story.middle = """
      <table><tr><td><a href="/a">Ada</a> and <a href="/b">Bo</a></td><td></td><td>by <a href="/c">Cy</a></td></tr>
      <tr><td>none</td><td><a href="/d"> Di </a></td><td><a href="/e">Ed</a></td></tr></table>
      """
    let table = try #require(try story.extras().first)
    #expect(table.rows == [["Ada and Bo", "", "by Cy"], ["none", "Di", "Ed"]])
    let text = Array(table.linkedText.utf8)
    #expect(table.links.map { String(decoding: text[$0.range], as: UTF8.self) } == ["Ada", "Bo", "Cy", "Di", "Ed"])
    #expect(table.links.map { $0.url.suffix(2) } == ["/a", "/b", "/c", "/d", "/e"])
  }

  @Test func aLinkThatNothingClosesHasOneAddressInAllCells() throws {
    var story = HTMLStory()
    story.middle = "<a href=' ../a/../b '><table><tr><td>Ada<td>Bo<tr><td>Cy</table></a>"
    let table = try #require(try story.extras().first)
    #expect(table.rows == [["Ada", "Bo"], ["Cy"]])
    #expect(table.links.map(\.url) == Array(repeating: "https://quay.example/news/b", count: 3))
  }

  @Test func codeNamesItsLanguage() throws {
    var story = HTMLStory()
    story.middle = #"<pre><code class="hljs language-swift">let boats = 2</code></pre>"#
    let code = try #require(try story.extras().first)
    #expect(code.type == .code)
    #expect(code.programmingLanguage == "swift")
  }
}
