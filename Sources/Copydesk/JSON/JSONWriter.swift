/// Writes JSON into a buffer of bytes, members in the order they are written.
///
/// Strings come out as UTF-8 with nothing escaped that need not be, except U+2028 and U+2029, which JavaScript once took for line
/// ends. A Swift string cannot hold an unpaired surrogate, so none can be written. Numbers that JSON cannot say (infinities, NaN)
/// become `null`. The writer keeps the commas; the caller keeps begin and end in pairs.
///
/// ```swift
/// var json = JSONWriter()
/// json.beginObject()
/// json.member("id", "a1")
/// json.endObject()          // json.bytes is {"id":"a1"}
/// ```
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether to write one member or element to a line, indented by two spaces.
  public let pretty: Bool

  private var depth = 0
  private var position = Position.first

  /// Where the next key or value stands: it decides about the comma and the line break before it.
  private enum Position {
    /// First in its container, or at the very start.
    case first
    /// After another key's value, or another element.
    case following
    /// Right after its key.
    case afterKey
  }

  public init(pretty: Bool = false) {
    self.pretty = pretty
  }

  /// Empties the buffer and keeps its memory.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    position = .first
  }

  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of the member whose value comes next.
  public mutating func key(_ key: String) {
    separate()
    appendQuoted(key)
    bytes.append(UInt8(ascii: ":"))
    if pretty { bytes.append(UInt8(ascii: " ")) }
    position = .afterKey
  }

  public mutating func null() { literal("null") }
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  public mutating func integer(_ value: Int) {
    if 0..<10 ~= value {
      separate()
      bytes.append(UInt8(ascii: "0") + UInt8(value))
      position = .following
    } else {
      literal(value.description)
    }
  }

  /// Writes the shortest decimal that reads back as the same number.
  public mutating func number(_ value: Double) {
    literal(value.isFinite ? value.description : "null")
  }

  public mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
    position = .following
  }

  /// Writes pieces as one string, without putting it together first.
  public mutating func string(_ pieces: some Sequence<String>, separator: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var isFirst = true
    for piece in pieces {
      if !isFirst { appendEscaped(separator) }
      appendEscaped(piece)
      isFirst = false
    }
    bytes.append(UInt8(ascii: "\""))
    position = .following
  }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    bytes.append(0x0A)
    position = .first
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    position = .following
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    position = .first
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(0, depth - 1)
    if pretty, position == .following { indent() }
    bytes.append(bracket)
    position = .following
  }

  private mutating func separate() {
    if position == .afterKey { return }
    if position == .following { bytes.append(UInt8(ascii: ",")) }
    if pretty, depth > 0 { indent() }
  }

  private mutating func indent() {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  private mutating func appendQuoted(_ string: String) {
    if appendShort(string) { return }
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(string)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Keys, names and many values are short and need no escape: they are appended with their quotes in one go.
  /// - Returns: Whether the string was such a one.
  private mutating func appendShort(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { text in
      guard text.count <= 46, JSONEscaping.isPlain(text) else { return false }
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { quoted in
        quoted.initialize(repeating: UInt8(ascii: "\""))
        if let start = text.baseAddress, let target = quoted.baseAddress {
          (target + 1).update(from: start, count: text.count)
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: quoted[..<(text.count + 2)]))
      }
      return true
    }
  }

  private mutating func appendEscaped(_ string: String) {
    var string = string
    string.withUTF8 { JSONEscaping.append($0, to: &bytes) }
  }
}
