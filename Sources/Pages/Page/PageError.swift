/// Why bytes cannot be made a page of.
public struct PageError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String { case empty, tooLarge, tooManyBlocks, binary, unsupportedMediaType }
    private let value: Value

    private init(_ value: Value) { self.value = value }

    /// No text at all: no bytes, or nothing but white space.
    public static let empty = Code(.empty)
    /// More bytes than ``PageLimits/bytes``.
    public static let tooLarge = Code(.tooLarge)
    /// More paragraphs or lines than ``PageLimits/blocks``.
    public static let tooManyBlocks = Code(.tooManyBlocks)
    /// Not text: an image, an archive, a PDF, random bytes.
    public static let binary = Code(.binary)
    /// The content type says that it is neither HTML nor text.
    public static let unsupportedMediaType = Code(.unsupportedMediaType)

    public var description: String { value.rawValue }
  }

  public let code: Code
  /// The size of the input and the limit it is over, or the format that was recognised.
  let bytes: Int
  let limit: Int
  let format: String?

  init(_ code: Code, bytes: Int = 0, limit: Int = 0, format: String? = nil) {
    self.code = code
    self.bytes = bytes
    self.limit = limit
    self.format = format
  }

  /// One phrase for people; the wording may change.
  public var description: String {
    switch code {
    case .empty: bytes == 0 ? "the input is empty" : "the input has no text in its \(bytes) bytes"
    case .tooLarge: "the input has \(bytes) bytes, more than the limit of \(limit)"
    case .tooManyBlocks: "the input has more than \(limit) paragraphs"
    case .binary: format.map { "the input is not text but \($0)" } ?? "the input is not text but binary data"
    case .unsupportedMediaType: "the input is \(format ?? "of a type") that is neither HTML nor plain text"
    default: "the input cannot be read"
    }
  }
}
