import Foundation
import Testing

@testable import Pages

/// A test of html5lib's tree construction suite.
struct TreeConstructionCase {
  var file: String
  var line: Int
  var data: [UInt8]
  var context: HTMLParser.Context?
  /// `true` for `#script-on`, `false` for `#script-off`, `nil` where both are to give the same.
  var scripting: Bool?
  var expected: [UInt8]

  static func read(_ url: URL, relativeTo root: URL) throws -> [TreeConstructionCase] {
    let file = url.path.replacingOccurrences(of: root.path + "/tree-construction/", with: "")
    let lines = try Data(contentsOf: url).split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var cases: [TreeConstructionCase] = []
    var section = ""
    var parts: [String: [[UInt8]]] = [:]
    var start = 0
    func finish() {
      guard parts["#data"] != nil, var expected = parts["#document"] else { return }
      while expected.last?.isEmpty == true { expected.removeLast() }
      var context: HTMLParser.Context?
      if let name = parts["#document-fragment"]?.first.map({ String(decoding: $0, as: UTF8.self) }) {
        context =
          name.hasPrefix("svg ")
          ? .init(String(name.dropFirst(4)), namespace: .svg)
          : name.hasPrefix("math ") ? .init(String(name.dropFirst(5)), namespace: .mathml) : .init(name)
      }
      cases.append(
        TreeConstructionCase(
          file: file, line: start, data: Array(parts["#data", default: []].joined(separator: [0x0A])), context: context,
          scripting: parts["#script-on"] != nil ? true : parts["#script-off"] != nil ? false : nil,
          expected: Array(expected.joined(separator: [0x0A]))))
    }
    for (number, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      if text == "#data", section == "" || (section == "#document" && lines[number - 1].isEmpty) {
        finish()
        parts = ["#data": []]
        section = text
        start = number + 1
      } else if ["#errors", "#new-errors", "#document-fragment", "#document", "#script-on", "#script-off"].contains(text),
        section != "#document"
      {
        section = text
        parts[section] = []
      } else {
        parts[section, default: []].append(line)
      }
    }
    finish()
    return cases
  }
}

@Suite(.enabled(if: Corpus.isPresent, "set COPYDESK_HTML5LIB_TESTS to a checkout of html5lib-tests"))
struct TreeConstructionConformance {
  @Test(arguments: Corpus.files(in: "tree-construction", suffix: "dat"))
  func passes(_ file: URL) throws {
    let root = try #require(Corpus.folder)
    let cases = try TreeConstructionCase.read(file, relativeTo: root)
    let headers = try Data(contentsOf: file).split(separator: 0x0A).count { $0.elementsEqual("#data".utf8) }
    #expect(cases.count == headers && headers > 0)
    let parser = HTMLParser()
    let scriptingParser = HTMLParser(scripting: true)
    for test in cases {
      if Corpus.isException(file: test.file, input: String(decoding: test.data, as: UTF8.self)) { continue }
      for scripting in [false, true] where test.scripting == nil || test.scripting == scripting {
        let parser = scripting ? scriptingParser : parser
        let tree = test.context.map { parser.parseFragment(test.data, in: $0) } ?? parser.parse(test.data)
        let expected = String(decoding: test.expected, as: UTF8.self)
        var actual = tree.html5libDescription
        if actual.hasSuffix("\n") { actual.removeLast() }
        #expect(
          actual == expected,
          "\(test.file):\(test.line) scripting \(scripting)\n\(String(decoding: test.data, as: UTF8.self))\n--- expected\n\(expected)\n--- actual\n\(actual)"
        )
        expectInvariants(tree)
      }
    }
  }
}
