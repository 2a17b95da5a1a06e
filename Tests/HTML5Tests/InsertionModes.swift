import Foundation
import Testing

@testable import Pages

/// Cases of our own, at least one for each insertion mode, in the html5lib tests' format; `#errors` names the mode.
@Suite struct InsertionModes {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases/insertion-modes.dat")

  @Test func passes() throws {
    let cases = try TreeConstructionCase.read(Self.file, relativeTo: Self.file)
    #expect(cases.count == 80)
    let parser = HTMLParser()
    for test in cases {
      let tree = test.context.map { parser.parseFragment(test.data, in: $0) } ?? parser.parse(test.data)
      let data = String(decoding: test.data, as: UTF8.self)
      #expect(tree.html5libDescription == String(decoding: test.expected, as: UTF8.self) + "\n", "line \(test.line): \(data)")
      expectInvariants(tree)
    }
  }

  /// What the tests' notation does not show.
  @Test func keepsWhatWasParsed() {
    let tree = HTMLParser.parse(Array("<p class=x title='a &amp; b'>c &lt; d<p>plain".utf8))
    let paragraphs = tree.nodes.indices.filter { tree.nodes[$0].name == .p }
    #expect(paragraphs.count == 2)
    let first = Node(Int32(paragraphs[0]))
    #expect(tree.attribute(first, .class) == "x")
    #expect(tree.attribute(first, .title) == "a & b")
    #expect(tree.rawText(of: first) == "c < d")
    let plain = tree.nodes[paragraphs[1] + 1]
    #expect(!plain.bytes.isDecoded && plain.bytes.offset == 40)
    #expect(tree.textLength(tree.root) == 8)
  }

  @Test func parserIsReusable() {
    let parser = HTMLParser()
    let pages = [
      "<table>a<x-one b=1>", "<p>x", "<svg><x-two>", "", "<frameset>", "<b><p></b>a<body c=d>", "<!DOCTYPE html><title>",
    ]
    for page in pages + pages.reversed() + pages {
      #expect(
        parser.parse(Array(page.utf8)).html5libDescription == HTMLParser.parse(Array(page.utf8)).html5libDescription, "\(page)")
      #expect(
        parser.parseFragment(Array(page.utf8)).html5libDescription
          == HTMLParser().parseFragment(Array(page.utf8)).html5libDescription, "\(page)")
    }
  }

  @Test func bytesThatAreNoTextDoNoHarm() {
    var generator = SplitMix(state: 7)
    let pieces: [[UInt8]] = [
      "<", "</", "p", "table", ">", "td", " a=\"", "\"", "&", "&amp;", "svg", "<!--", "-->", "\r", "\0", "b",
    ].map {
      Array($0.utf8)
    }
    let parser = HTMLParser(limits: .init(maxDepth: 24))
    for _ in 0..<2_000 {
      var page: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        if Int.random(in: 0..<4, using: &generator) == 0 {
          page.append(.random(in: .min ... .max, using: &generator))
        } else {
          page += pieces.randomElement(using: &generator) ?? []
        }
      }
      let tree = parser.parse(page)
      expectInvariants(tree)
      expectInvariants(parser.parse(tree.utf8SerializedHTML(of: tree.root)))
    }
  }
}

/// A small generator with a seed, so that a failure comes again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
