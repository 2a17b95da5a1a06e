import Logging
import Testing

@testable import CopydeskCommand

@Suite struct StyleTests {
  @Test(
    arguments: [
      (ColorChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true), (.auto, true, ["TERM": "dumb"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false), (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["CLICOLOR_FORCE": "1"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func colorFollowsChoiceDeviceAndEnvironment(
    _ choice: ColorChoice, isTerminal: Bool, environment: [String: String], colored: Bool
  ) {
    #expect(choice.resolved(for: TerminalTraits(isTerminal: isTerminal), environment: environment) == colored)
  }

  @Test func paintsOnlyWhenAsked() {
    #expect(Style(isColored: true)(.bold, .red, text: "x") == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(Style(isColored: false)(.bold, text: "x") == "x")
    #expect(Style(isColored: true)(.bold, text: "") == "")
  }

  @Test func pagesCannotSendCommandsToTheTerminal() {
    #expect("a\u{1B}[31mb\u{7}\u{7F}\u{9B}c\td\n".printable == "a␛[31mb␇␡\u{FFFD}c\td\n")
    #expect("plain – “text”".printable == "plain – “text”")
  }

  @Test(arguments: [(nil, 100), (10, 40), (80, 80), (400, 160)] as [(Int?, Int)])
  func widthStaysWithinReason(_ columns: Int?, width: Int) {
    #expect(TerminalTraits(isTerminal: true, columns: columns).width == width)
  }

  @Test func columnsInTheEnvironmentCount() {
    #expect(TerminalTraits(of: .standard, environment: ["COLUMNS": "72"]).columns == 72)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("overlongword x", 4, ["overlongword", "x"]), ("a\n\nb", 10, ["a", "", "b"]),
    ("", 5, [""]),
    ("exact fit", 9, ["exact fit"]),
  ])
  func folds(_ text: String, width: Int, lines: [String]) {
    #expect(folded(text, width: width) == lines)
  }

  @Test func foldsLongLinesUnderTheirIndent() {
    #expect(
      foldedKeepingIndent("a b c\n  one two three four five six\n", width: 22) == "a b c\n  one two three four\n  five six\n")
  }

  @Test func clips() {
    #expect("line\none".clipped(to: 20) == "line one")
    #expect("abcdef".clipped(to: 4) == "abc…")
  }
}

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (ProgressBar.State(done: 50, total: nil, failed: 0, elapsed: .seconds(2)), 80, "50 documents, 25/s"),
    (.init(done: 50, total: nil, failed: 3, elapsed: .zero), 80, "50 documents, 0/s, 3 failed"),
    (.init(done: 5, total: 10, failed: 0, elapsed: .seconds(1)), 42, "[██████████··········] 5/10 documents, 5/s"),
    (.init(done: 5, total: 10, failed: 0, elapsed: .seconds(1)), 24, "5/10 documents, 5/s"),
    (.init(done: 12, total: 10, failed: 0, elapsed: .seconds(1)), 34, "[██████████] 12/10 documents, 12/s"),
  ])
  func line(_ state: ProgressBar.State, width: Int, expected: String) {
    #expect(ProgressBar.line(for: state, width: width) == expected)
  }
}

@Suite struct MessageLogTests {
  @Test func oneLineWithoutTimes() {
    let line = MessageLog.line(
      level: .warning, message: "document\u{1B} failed", metadata: ["stage": "extract", "code": "page-empty"])
    #expect(line == "warning: document␛ failed (code=page-empty, stage=extract)")
  }
}
