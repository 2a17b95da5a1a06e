import Copydesk
import Testing

/// The list of a document's blocks, as `extract` leaves it and as a program changes it.
struct BlockListTests {
  private static let text = "By Mara Quist\nThe ice went out.\n\u{A0}\n"

  private static let blocks = [
    Block(
      n: 1, text: "By Mara Quist", role: .byline, fate: .edited, by: "generic:byline", reason: "a byline",
      edits: [.init(range: 0..<3, text: "By ", role: .byline, to: .author, by: "generic:byline", reason: "cut")], line: 1),
    Block(n: 2, text: "The ice went out.", role: .body, fate: .kept, by: "generic:body", reason: "a paragraph", line: 2),
    Block(n: 3, text: "\u{A0}", role: .artefact, fate: .moved, to: .dateline, by: "generic:body", reason: "a paragraph"),
  ]

  /// The same blocks as an overlay over the page's text.
  private var extracted: BlockList {
    var grounds = Grounds()
    var start = 0
    let entries = Self.blocks.map { block in
      defer { start += block.text.utf8.count + 1 }
      return BlockOverlay.Entry(
        text: start..<start + block.text.utf8.count, line: block.line, role: block.role, fate: block.fate, to: block.to,
        grounds: grounds.place(by: block.by, reason: block.reason))
    }
    return BlockList(
      BlockOverlay(text: Array(Self.text.utf8), entries: entries, grounds: grounds, edits: [0: Self.blocks[0].edits]))
  }

  @Test func givesBlocksAsAnArrayWould() {
    #expect(Array(extracted) == Self.blocks)
    #expect(extracted.last { $0.fate != .kept } == Self.blocks[2])
    #expect(extracted == BlockList(Self.blocks))
    #expect(Set([extracted, BlockList(Self.blocks)]).count == 1)
    #expect(extracted != BlockList(Self.blocks.dropLast()))
  }

  @Test func changesLikeAnArray() {
    var list = extracted
    list[1].reason = "another"
    list.append(Self.blocks[0])
    list.removeFirst()
    #expect(list.map(\.reason) == ["another", "a paragraph", "a byline"])
    #expect(list.map(\.text) == ["The ice went out.", "\u{A0}", "By Mara Quist"])
    #expect(Array(extracted) == Self.blocks)
  }

  @Test(arguments: BlockSelection.allCases)
  func writesWhatTheBlocksThemselvesWrite(selection: BlockSelection) {
    func json(_ blocks: BlockList) -> String {
      var json = JSONWriter()
      json.object { ArticleRecord(blocks: blocks).writeMembers(to: &$0, blocks: selection) }
      return String(decoding: json.bytes, as: UTF8.self)
    }
    #expect(json(extracted) == json(BlockList(Self.blocks)))
    #expect(json(extracted).contains("\"n\":2") == (selection == .all))
    #expect(json(extracted).contains("\"edits\"") == (selection != .none))
  }
}

/// Who decided and why, kept once.
struct GroundsTests {
  @Test func keepsEachOnce() {
    var grounds = Grounds()
    let first = grounds.place(by: "generic:a", reason: "before the article")
    // As long as the first, so that it takes its place among those that are known.
    let second = grounds.place(by: "generic:b", reason: "before the article")
    #expect(first != second)
    #expect(grounds.place(by: "generic:b", reason: "before the article") == second)
    let third = grounds.place(by: "generic:a", reason: "before the article")
    for place in [first, third] { #expect(grounds[place].by == "generic:a" && grounds[place].reason == "before the article") }
    #expect(grounds[second].by == "generic:b")
  }
}
