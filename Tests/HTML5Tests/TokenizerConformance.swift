import Foundation
import Testing

@testable import Pages

/// Keeps tokens as the html5lib tests write them.
struct TokenRecorder: TokenSink {
  enum Token: Equatable, CustomStringConvertible {
    case doctype(name: String?, publicID: String?, systemID: String?, isCorrect: Bool)
    case startTag(String, [String: String], isSelfClosing: Bool)
    case endTag(String)
    case comment(String)
    case character(String)

    var description: String {
      switch self {
      case .doctype(let name, let publicID, let systemID, let isCorrect):
        "doctype(\(name ?? "nil"), \(publicID ?? "nil"), \(systemID ?? "nil"), \(isCorrect))"
      case .startTag(let name, let attributes, let isSelfClosing):
        "<\(name) \(attributes.sorted { $0.key < $1.key })\(isSelfClosing ? "/" : "")>"
      case .endTag(let name): "</\(name)>"
      case .comment(let text): "comment(\(text.debugDescription))"
      case .character(let text): text.debugDescription
      }
    }
  }

  var tokens: [Token] = []
  var allowsCDATA: Bool { false }

  private func string(_ range: ByteRange, _ store: borrowing TokenStore) -> String {
    String(decoding: store.bytes(range), as: UTF8.self)
  }

  private func name(_ atom: Atom, _ store: borrowing TokenStore) -> String {
    String(decoding: store.names.name(of: atom), as: UTF8.self)
  }

  mutating func doctype(_ token: DoctypeToken, _ store: inout TokenStore) {
    tokens.append(
      .doctype(
        name: token.name.map { string($0, store) }, publicID: token.publicID.map { string($0, store) },
        systemID: token.systemID.map { string($0, store) }, isCorrect: !token.forcesQuirks))
  }

  mutating func startTag(_ tag: TagToken, _ store: inout TokenStore) -> ContentModel {
    var attributes: [String: String] = [:]
    for i in tag.firstAttribute..<tag.firstAttribute + tag.attributeCount {
      let attribute = store.attributes[i]
      attributes[name(attribute.name, store)] = string(attribute.value, store)
    }
    tokens.append(.startTag(name(tag.name, store), attributes, isSelfClosing: tag.isSelfClosing))
    return .data
  }

  mutating func endTag(_ tag: TagToken, _ store: inout TokenStore) { tokens.append(.endTag(name(tag.name, store))) }
  mutating func text(_ range: ByteRange, _ store: inout TokenStore) { append(string(range, store)) }
  mutating func nullCharacter(_ store: inout TokenStore) { append("\0") }
  mutating func comment(_ range: ByteRange, _ store: inout TokenStore) { tokens.append(.comment(string(range, store))) }
  mutating func endOfFile(_ store: inout TokenStore) {}

  private mutating func append(_ text: String) {
    if case .character(let before) = tokens.last {
      tokens[tokens.count - 1] = .character(before + text)
    } else {
      tokens.append(.character(text))
    }
  }

  /// The tokens of a whole input, read from the given state.
  static func tokens(of input: [UInt8], content: ContentModel = .data, lastStartTag: String? = nil) -> [Token] {
    input.withUnsafeBufferPointer { bytes in
      let base = bytes.baseAddress ?? ByteClass.table
      var tokenizer = Tokenizer(sink: TokenRecorder(), source: base)
      tokenizer.reset(source: base, count: bytes.count)
      tokenizer.content = content
      if var name = lastStartTag {
        tokenizer.lastStartTag = name.withUTF8 { tokenizer.store.names.atom($0.baseAddress ?? base, $0.count) }
      }
      tokenizer.run()
      return tokenizer.sink.tokens
    }
  }
}

@Suite(.enabled(if: Corpus.isPresent, "set COPYDESK_HTML5LIB_TESTS to a checkout of html5lib-tests"))
struct TokenizerConformance {
  private struct File: Decodable {
    var tests: [Case]?
    var xmlViolationTests: [Case]?
  }

  private struct Case: Decodable {
    var description: String
    var input: String
    var output: [Output]
    var initialStates: [String]?
    var lastStartTag: String?
    var doubleEscaped: Bool?
  }

  /// A token of the expected output, by its shape in JSON: an array of strings, nulls, booleans and one object.
  private struct Output: Decodable {
    var fields: [Field]
    init(from decoder: any Decoder) throws {
      fields = try decoder.singleValueContainer().decode([Field].self)
    }
  }

  private enum Field: Decodable {
    case null, flag(Bool), text(String), attributes([String: String])
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .attributes(try container.decode([String: String].self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var isTrue: Bool { if case .flag(true) = self { true } else { false } }
  }

  private static let states: [String: ContentModel] = [
    "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
    "Script data state": .scriptData, "CDATA section state": .cdata,
  ]

  @Test(arguments: Corpus.files(in: "tokenizer", suffix: "test"))
  func passes(_ url: URL) throws {
    let name = "tokenizer/" + url.lastPathComponent
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    let cases = file.tests ?? file.xmlViolationTests ?? []
    #expect(!cases.isEmpty || url.lastPathComponent == "pendingSpecChanges.test")
    for test in cases {
      if Corpus.isException(file: name, input: test.description) { continue }
      let unescape = test.doubleEscaped == true ? Self.unescaped : { $0 }
      let input = try #require(unescape(test.input), "\(test.description): a lone surrogate")
      let expected = try test.output.map { try Self.token($0, unescape) }
      for state in test.initialStates ?? ["Data state"] {
        let content = try #require(Self.states[state])
        let actual = TokenRecorder.tokens(of: Array(input.utf8), content: content, lastStartTag: test.lastStartTag)
        #expect(actual == expected, "\(name): \(test.description) from \(state): \(input.debugDescription)")
      }
    }
  }

  private static func token(_ output: Output, _ unescape: (String) -> String?) throws -> TokenRecorder.Token {
    func text(_ index: Int) -> String? { output.fields[index].text.flatMap(unescape) }
    switch output.fields[0].text {
    case "DOCTYPE":
      return .doctype(name: text(1), publicID: text(2), systemID: text(3), isCorrect: output.fields[4].isTrue)
    case "StartTag":
      guard case .attributes(let attributes) = output.fields[2] else { break }
      var unescaped: [String: String] = [:]
      for (name, value) in attributes { unescaped[unescape(name) ?? ""] = unescape(value) }
      return .startTag(text(1) ?? "", unescaped, isSelfClosing: output.fields.count > 3 && output.fields[3].isTrue)
    case "EndTag": return .endTag(text(1) ?? "")
    case "Comment": return .comment(text(1) ?? "")
    case "Character": return .character(text(1) ?? "")
    default: break
    }
    throw UnknownToken(description: "\(output)")
  }

  private struct UnknownToken: Error { var description: String }

  /// Replaces `\uHHHH`, which some tests escape twice; `nil` if a lone surrogate is among them.
  private static func unescaped(_ text: String) -> String? {
    var units: [UInt16] = []
    var rest = Substring(text)
    while let character = rest.first {
      if rest.hasPrefix("\\u"), let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16) {
        units.append(unit)
        rest = rest.dropFirst(6)
      } else {
        units.append(contentsOf: String(character).utf16)
        rest = rest.dropFirst()
      }
    }
    return String(validating: units, as: UTF16.self)
  }
}
