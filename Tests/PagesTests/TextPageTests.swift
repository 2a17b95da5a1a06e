import Testing

@testable import Pages

@Suite struct TextPageTests {
  private func texts(_ text: String) throws -> [String] {
    let page = try Page.parse(text: text)
    return page.blocks.map(page.string(of:))
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{C}", "\u{B}"])
  func anyLineEnding(_ end: String) throws {
    let page = try Page.parse(text: ["", "One  two ", "", " \t ", "three", "four"].joined(separator: end))
    #expect(page.blocks.map(page.string(of:)) == ["One  two", "three", "four"])
    #expect(page.blocks.map(\.followsGap) == [true, true, false])
    #expect(page.blocks.map(\.lines) == [2..<3, 5..<6, 6..<7])
  }

  @Test func invisibleLinesAreBlocks() throws {
    #expect(try texts("a\n\u{A0}\n\u{200B}\u{FEFF}\nb\u{A0}\n") == ["a", "\u{A0}", "\u{200B}\u{FEFF}", "b\u{A0}"])
  }

  @Test func byteOrderMarkGoes() throws {
    let page = try Page.parse([0xEF, 0xBB, 0xBF] + Array("Text".utf8))
    #expect(page.string(of: page.blocks[0]) == "Text")
    #expect(page.charset == CharsetVerdict(name: "utf-8", basis: .bom))
  }

  @Test func typographyStays() throws {
    let line = "“Curly” ‘quotes’ — dashes\u{2026} 250 to 250 \u{200D}\u{AD}"
    #expect(try texts(line) == [line])
  }

  private static let words = """
    The council voted on Tuesday to keep the two ferries in service until the bridge has been repaired, a spokeswoman said. \
    Work on the bridge had been due to end in spring but a survey found cracks in one of the piers, and the builders now expect to need \
    another year. Islanders had feared that they would be cut off in winter, when the older of the ferries is often kept in harbour by wind.
    """

  private static func wrap(_ text: String, _ column: Int, indent: String = "") -> String {
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      if line.count + 1 + word.count > column, line != indent {
        lines.append(line)
        line = String(word)
      } else {
        line += (line == indent ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  @Test(arguments: [60, 65, 72, 78, 80, 100])
  func hardWrappedParagraphsAreRejoined(column: Int) throws {
    let second = "Another paragraph, shorter than the first but still one that has to be wrapped at this column, says little."
    let text = "A headline\n\n" + Self.wrap(Self.words, column) + "\n\n" + Self.wrap(second, column) + "\n\n- Advertisement -\n"
    let page = try Page.parse(text: text)
    #expect(page.blocks.map(page.string(of:)) == ["A headline", Self.words, second, "- Advertisement -"])
    #expect(page.notes == ["rejoined hard-wrapped lines"])
    #expect(page.blocks[1].lines.count == Self.wrap(Self.words, column).split(separator: "\n").count)
    #expect(page.blocks[1].kind == .paragraph)
  }

  @Test func shortLinesItemsAndIndentsEndAWrappedParagraph() throws {
    let body = Self.wrap(Self.words, 72)
    let text = "By A. Writer\n" + body + "\n- first item\n- second item\n" + Self.wrap(Self.words, 72, indent: "   ")
    #expect(try texts(text) == ["By A. Writer", Self.words, "- first item", "- second item", Self.words])
  }

  @Test func bulletsMakeItems() throws {
    let items = ["• one", "* two", "·\tthree", "◦ four", "▪ five", "  ‣ six"]
    let others = [
      "•none", "*", "• ", "- speech", "– speech", "1. section", "■ heading", "*starred*", "·", "* * *", "• • •", "* a footnote",
    ]
    let page = try Page.parse(text: (items + others).joined(separator: "\n"))
    for block in page.blocks {
      let isItem = block.lines.lowerBound <= items.count
      #expect(block.kind == (isItem ? .listItem : .line), "line \(block.lines.lowerBound)")
      #expect(block.level == (isItem ? 1 : 0))
    }
  }

  @Test func anAsteriskAloneIsAFootnote() throws {
    let page = try Page.parse(text: "The price is ninety crowns.*\n\n* Without the lift.\n\nThe harbour office\n\n* one\n* two")
    #expect(page.blocks.map(\.kind) == [.line, .line, .line, .listItem, .listItem])
  }

  @Test func aRowOfAsterisksEndsAWrappedParagraph() throws {
    let lines = Self.wrap(Self.words, 72).split(separator: "\n")
    // Behind the longest line even a short word might go on.
    let longest = try #require(lines.indices.max { lines[$0].count < lines[$1].count })
    let text = (lines[...longest] + ["* * *"] + lines).joined(separator: "\n")
    #expect(try texts(text).contains("* * *"))
  }

  @Test func wrappedItemsStayItems() throws {
    let body = Self.wrap(Self.words, 72)
    let page = try Page.parse(text: body + "\n\n" + Self.wrap("• " + Self.words, 72) + "\n• second\n\n" + body)
    #expect(page.blocks.map(\.kind) == [.paragraph, .listItem, .listItem, .paragraph])
  }

  @Test func unwrappedParagraphsStayApart() throws {
    let lines = [
      Self.words, "TRENDING NOW", "One headline of middling length about a thing",
      "Another headline that is rather longer than the one above it", "- Ad -",
    ]
    #expect(try texts(lines.joined(separator: "\n")) == lines)
    let headlines = (1...40).map { "Headline number \($0) " + String(repeating: "word ", count: $0 % 9) + "end" }
    #expect(try texts(headlines.joined(separator: "\n")) == headlines)
  }

  @Test func linesOfScriptsWithoutSpacesStayApart() throws {
    let lines = Array(repeating: String(repeating: "日本", count: 25), count: 12)
    #expect(try texts(lines.joined(separator: "\n")) == lines)
  }

  @Test func nothingIsLost() throws {
    let pieces = [
      "word", "a", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u{A0}", "\u{200B}", "é", "日本語", "\u{2028}", "\u{85}", "- ",
      "\u{FEFF}", "longer-word,",
    ]
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = RandomInput(seed: seed)
      let text = "x" + (0..<200).map { _ in random.pick(pieces) }.joined()
      let page = try Page.parse(text: text)
      // The input, normalised without the code under test: lines trimmed, blank ones dropped.
      var scalars = String.UnicodeScalarView()
      var previous: Unicode.Scalar?
      for scalar in text.unicodeScalars {
        if "\r\u{85}\u{2028}\u{2029}\u{B}\u{C}".unicodeScalars.contains(scalar) {
          scalars.append("\n")
        } else if !(scalar == "\n" && previous == "\r") {
          scalars.append(scalar)
        }
        previous = scalar
      }
      let lines = scalars.split(separator: "\n").map { line in
        let blank: Set<Unicode.Scalar> = [" ", "\t"]
        return Array(line.drop(while: blank.contains).reversed().drop(while: blank.contains).reversed())
      }
      .filter { !$0.isEmpty }
      let joined = page.notes.contains("rejoined hard-wrapped lines")
      var expected = String.UnicodeScalarView()
      for line in lines {
        expected.append(contentsOf: line)
        expected.append(joined ? " " : "\n")
      }
      let got = String(decoding: page.text, as: UTF8.self).unicodeScalars.map { joined && $0 == "\n" ? " " : $0 }
      #expect(Array(got) == Array(expected), "seed \(seed)")
      checkBlocks(page)
    }
  }

  private func checkBlocks(_ page: Page) {
    var position = 0
    for block in page.blocks {
      #expect(block.text.lowerBound == position)
      #expect(!block.text.isEmpty)
      #expect(page.text[block.text.upperBound] == 0x0A)
      position = block.text.upperBound + 1
    }
    #expect(position == page.text.count)
  }

  @Test func fiftyMegabytes() throws {
    let paragraph = Array((String(repeating: "An ordinary sentence of an ordinary length. ", count: 10) + "\n\n").utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(51 << 20)
    while bytes.count < 50 << 20 { bytes += paragraph }
    let page = try Page.parse(bytes)
    #expect(page.blocks.count == bytes.count / paragraph.count)
    #expect(throws: PageError.self) { try Page.parse(bytes, limits: PageLimits(bytes: 50 << 20)) }
    #expect(throws: PageError.self) { try Page.parse(bytes, limits: PageLimits(blocks: 1000)) }
  }
}
