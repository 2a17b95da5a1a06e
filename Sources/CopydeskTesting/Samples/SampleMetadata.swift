public import Copydesk

/// The optional `meta.json` of a sample: where its input came from.
///
/// ```json
/// { "url": "https://example.test/2025/10/21/story", "headers": { "content-type": "text/html; charset=utf-8" },
///   "contentType": "text/html", "now": "2025-10-22T06:00:00Z" }
/// ```
public struct SampleMetadata: Sendable, Hashable {
  /// The address of the page; without one a rule has to recognise its publisher by the text.
  public var url: String?
  /// Response headers; names are taken in lower case.
  public var headers: [String: String] = [:]
  /// The media type, where it is not that of the file's extension.
  public var contentType: String?
  /// The time at which the sample is read, RFC 3339: relative dates stay what they were when the sample was made.
  public var now: String?
  /// For a Lua plugin, the options it runs with.
  public var options = JSONObject()

  public init(
    url: String? = nil, headers: [String: String] = [:], contentType: String? = nil, now: String? = nil,
    options: JSONObject = JSONObject()
  ) {
    self.url = url
    self.headers = headers
    self.contentType = contentType
    self.now = now
    self.options = options
  }

  static let keys = ["url", "headers", "contentType", "now", "options"]

  /// Reads a `meta.json`.
  /// - Throws: ``SampleError/Problem`` for a key that does not exist or a value of another type.
  public init(json: JSONValue) throws {
    guard case .object(let object) = json else { throw SampleError.Problem.wrongType(key: "", expected: "an object") }
    for member in object.members {
      switch (member.key, member.value) {
      case (_, .null): continue
      case ("url", .string(let text)): url = text
      case ("contentType", .string(let text)): contentType = text
      case ("now", .string(let text)): now = text
      case ("options", .object(let members)): options = members
      case ("headers", .object(let members)):
        for header in members.members {
          guard let value = header.value.stringValue else {
            throw SampleError.Problem.wrongType(key: "headers.\(header.key)", expected: "a string")
          }
          headers[header.key.lowercased()] = value
        }
      case ("url", _), ("contentType", _), ("now", _): throw SampleError.Problem.wrongType(key: member.key, expected: "a string")
      case ("headers", _), ("options", _): throw SampleError.Problem.wrongType(key: member.key, expected: "an object")
      default: throw SampleError.Problem.unknownKey(member.key, known: Self.keys)
      }
    }
  }
}
