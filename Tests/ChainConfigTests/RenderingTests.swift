import ChainConfig
import Copydesk
import Testing

@Suite struct RenderingTests {
  @Test func aDiagnosticShowsItsLineUnderlined() {
    let text = """
      name: daily
      sources: [files: { paths: a }]
      transforms:
        - dedup: { key: url }
      sinks: [stdout]
      """
    let checked = ChainConfig(registry: SamplePlugins.registry).check(Array(text.utf8), file: "chains/daily.yaml")
    #expect(
      checked.rendered() == [
        """
        chains/daily.yaml:4:5: error: unknown transform 'dedup' (at transforms[0])
          4 |   - dedup: { key: url }
            |     ^~~~~ did you mean 'dedupe'? `copydesk plugin list` shows all transforms
        """
      ])
  }

  @Test func tabsAndLongLinesStayReadable() throws {
    let name = String(repeating: "x", count: 300)
    let text = "name: n\nsources: [files: { paths: \(name), wrong: 1 }]\nsinks: [stdout]\n"
    let checked = ChainConfig(registry: SamplePlugins.registry).check(Array(text.utf8), file: "c.yaml")
    let rendered = try #require(checked.rendered().first)
    let lines = rendered.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].count < 170)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(offset).hasPrefix("wrong: 1"))
  }

  @Test func whatHasNoPlaceIsStillNamed() {
    let checked = ChainConfig(registry: SamplePlugins.registry).check([], file: "c.yaml")
    #expect(checked.rendered() == ["c.yaml: error: the file is empty"])
    // Each line refers to the one before it nine times.
    let bomb =
      "a0: &a0 [1]\n"
      + (1...12).map { n in
        "a\(n): &a\(n) [" + repeatElement("*a\(n - 1)", count: 9).joined(separator: ", ") + "]\n"
      }.joined()
    let rendered = ChainConfig(registry: SamplePlugins.registry).check(Array(bomb.utf8), file: "b.yaml").rendered()
    #expect(rendered.count == 1)
    #expect(rendered.first?.hasPrefix("b.yaml: error: more than ") == true)
  }
}
