public import Copydesk

/// A stored input with what is expected of it: one folder `samples/<name>/` beside a rule, a Lua plugin or a chain.
///
/// ```
/// rules/example.test/
///   rule.lua
///   samples/
///     text-dump/
///       input.txt         the input: input.html, input.txt, input.json or input.jsonl
///       expected.json     what is expected; only what is listed is compared
///       meta.json         optional: where the input came from
/// ```
public struct Sample: Sendable, Hashable {
  /// The folder's name.
  public var name: String
  /// The folder's path.
  public var folder: String
  /// What the sample tests.
  public var subject: SampleSubject
  /// The path of the input.
  public var inputPath: String
  public var metadata: SampleMetadata
  /// What is expected; its JSON is described by ``Expectation``.
  public var expectation: Expectation

  public init(
    name: String, folder: String, subject: SampleSubject, inputPath: String, metadata: SampleMetadata = SampleMetadata(),
    expectation: Expectation
  ) {
    self.name = name
    self.folder = folder
    self.subject = subject
    self.inputPath = inputPath
    self.metadata = metadata
    self.expectation = expectation
  }

  /// The path of the expectation.
  public var expectationPath: String { folder + "/" + Self.expectationName }

  /// How the input is told to the program: the address and headers of `meta.json`, the media type of the file's extension unless
  /// `meta.json` states one, and the frozen time as the time of fetching.
  public func document(content: [UInt8]) -> Document {
    let name = SamplePath.lastComponent(of: inputPath)
    return Document(
      id: subject.name + "/" + self.name,
      origin: Origin(
        url: metadata.url, source: "samples", path: name, headers: metadata.headers, fetchedAt: metadata.now),
      mediaType: metadata.contentType ?? (name.hasSuffix(".html") ? "text/html" : name.hasSuffix(".txt") ? "text/plain" : nil),
      content: content)
  }

  static let expectationName = "expected.json"
  static let metadataName = "meta.json"
  /// In the order in which they are looked for.
  static let inputNames = ["input.html", "input.txt", "input.json", "input.jsonl"]
}

/// What a sample's folder lies beside.
public struct SampleSubject: Sendable, Hashable, Comparable {
  public enum Kind: String, Sendable, CaseIterable {
    /// `rule.lua`.
    case rule
    /// `plugin.lua`.
    case plugin
    /// `chain.yaml`: the sample goes through the chain's transforms; sources and sinks are left alone.
    case chain
  }

  public var kind: Kind
  /// The name of the folder that holds it: for a rule the publisher's domain.
  public var name: String
  /// The path of the rule, plugin or chain.
  public var path: String

  public init(kind: Kind, name: String, path: String) {
    self.kind = kind
    self.name = name
    self.path = path
  }

  public static func < (a: SampleSubject, b: SampleSubject) -> Bool { a.path < b.path }
}
