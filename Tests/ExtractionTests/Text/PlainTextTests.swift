import Testing

@testable import Extraction

@Suite struct PlainTextTests {
  /// Eight bytes are folded at a time: what stands beside a letter must not change it, whatever bytes it has.
  @Test(arguments: [
    ("NewsArticle", "newsarticle"), ("ÀÉÎ NEWS ÿÿÿÿ AZ", "ÀÉÎ news ÿÿÿÿ az"), ("@[`{ @[`{ AZaz09", "@[`{ @[`{ azaz09"),
    ("日本ABC語DEF記事GHI", "日本abc語def記事ghi"), ("", ""),
  ])
  func lowerCaseIsASCIIsAlone(_ text: String, _ expected: String) {
    #expect(PlainText.lowercased(text) == expected)
    #expect(PlainText.lowercased(Array(text.utf8)[...]) == Array(expected.utf8))
  }

  @Test func everyByteBesideEveryOther() {
    for byte in UInt8.min...UInt8.max {
      for neighbour: UInt8 in [0x00, 0x40, 0x41, 0x5A, 0x7F, 0x80, 0xC1, 0xFF] {
        let bytes = [neighbour, byte, neighbour, byte, byte, neighbour, neighbour, byte, byte]
        let folded = bytes.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
        #expect(PlainText.lowercased(bytes[...]) == folded)
      }
    }
  }
}
