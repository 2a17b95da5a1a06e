import Copydesk
import CopydeskTesting
import Testing

@Suite struct ReportTests {
  private let report = TestReport(cases: [
    TestCase(
      subject: "example.test", name: "page", path: "rules/example.test/samples/page",
      results: [
        FieldResult(field: "rule"),
        FieldResult(
          field: "article.headline",
          mismatches: [
            FieldMismatch(
              path: "article.headline", condition: .equals(.string("The old harbour <opens>")),
              actual: .string("The new harbour <opens>"))
          ]),
      ]),
    TestCase(
      subject: "example.test", name: "rule", path: "rules/example.test/rule.lua",
      results: [FieldResult(field: "samples", message: "there is no negative sample #1")]),
  ])

  @Test func textForPeople() {
    #expect(
      report.rendered(as: .text) == """
        ✗ example.test page  2 fields
            article.headline
              - The [-old -]harbour <opens>
              + The {+new +}harbour <opens>
            in rules/example.test/samples/page
        ✗ example.test rule  1 field
            samples
              there is no negative sample #1
            in rules/example.test/rule.lua
        failed: 2 of 2 cases, 2 of 3 fields

        """)
  }

  @Test func junit() {
    #expect(
      report.rendered(as: .junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="copydesk" tests="3" failures="2">
          <testsuite name="example.test/page" tests="2" failures="1">
            <testcase classname="example.test/page" name="rule" file="rules/example.test/samples/page"/>
            <testcase classname="example.test/page" name="article.headline" file="rules/example.test/samples/page">
              <failure message="- The [-old -]harbour &lt;opens&gt;">- The [-old -]harbour &lt;opens&gt;
        + The {+new +}harbour &lt;opens&gt;</failure>
            </testcase>
          </testsuite>
          <testsuite name="example.test/rule" tests="1" failures="1">
            <testcase classname="example.test/rule" name="samples" file="rules/example.test/rule.lua">
              <failure message="there is no negative sample #1">there is no negative sample #1</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func tap() {
    #expect(
      report.rendered(as: .tap) == """
        TAP version 14
        1..3
        ok 1 - example.test/page: rule
        not ok 2 - example.test/page: article.headline
          ---
          at: "rules/example.test/samples/page"
          message: |
            - The [-old -]harbour <opens>
            + The {+new +}harbour <opens>
          ...
        not ok 3 - example.test/rule: samples
          ---
          at: "rules/example.test/rule.lua"
          message: |
            there is no negative sample #1
          ...

        """)
  }

  @Test func aConditionOfTheOtherKindIsNamedInsteadOfPrinted() {
    let body: JSONValue = ["first": "Harbour", "startsWith": "Harbour"]
    let mismatch = Comparison.mismatches(body, ["Harbour reopens"], path: "body").last
    #expect(
      mismatch.map { FieldDiff($0).lines() } == [
        "'startsWith' does not apply to a list, which has count, first, last, includes and excludes; first and last take conditions on a text"
      ])
    let count = Comparison.mismatches(["count": 3], "Harbour reopens", path: "headline").first
    #expect(
      count.map { FieldDiff($0).lines() } == [
        "'count' does not apply to a text, which has includes, excludes, startsWith and endsWith"
      ])
  }

  @Test func countsAndVerdict() {
    #expect(report.failureCount == 2)
    #expect(!report.passed)
    #expect(TestReport(cases: [TestCase(subject: "a", name: "b", path: "c", results: [FieldResult(field: "x")])]).passed)
  }

  @Test(arguments: [
    ("a b c", "a b c", "a b c", "a b c"), ("a b c", "a x c", "a b c", "a x c"), ("", "new", "", "new"), ("old", "", "old", ""),
    ("one two three", "three two one", "one two three", "three two one"), ("a\n\nb", "a\nb", "a\n\nb", "a\nb"),
  ])
  func piecesMakeUpBothTexts(_ old: String, _ new: String, _ left: String, _ right: String) {
    let pieces = TextDiff.pieces(from: old, to: new)
    #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == left)
    #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined() == right)
    #expect((old == new) == pieces.allSatisfy { $0.kind == .same })
  }

  @Test func longTextsAreToldApartToo() {
    let words = (0..<20_000).map { "w\($0)" }
    let old = words.joined(separator: " ")
    let new = words.reversed().joined(separator: " ")
    let pieces = TextDiff.pieces(from: old, to: new)
    #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == old)
    #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined() == new)
  }

  @Test func longAgreementIsCutShort() {
    let filler = String(repeating: "word ", count: 100)
    let lines = FieldDiff(
      FieldMismatch(path: "a", condition: .equals(.string(filler + "old end")), actual: .string(filler + "new end"))
    )
    .lines()
    #expect(lines.allSatisfy { $0.count < 80 })
    #expect(lines.first?.hasSuffix("[-old -]end") == true)
  }
}
