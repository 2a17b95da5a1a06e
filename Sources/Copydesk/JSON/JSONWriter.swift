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
  private var buffer = JSONBuffer()
  /// Whether to write one member or element to a line, indented by two spaces.
  public let pretty: Bool

  /// Where the last string that was written as a value stands in ``bytes``, without its quotes.
  private(set) var lastString = 0..<0

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

  /// What has been written so far.
  public var bytes: [UInt8] { Array(buffer.bytes) }

  /// The same without a copy. While the slice is held, the next write makes one.
  public var written: ArraySlice<UInt8> { buffer.bytes }

  /// How many bytes have been written so far.
  public var count: Int { buffer.count }

  /// Empties the buffer and keeps its memory.
  public mutating func reset() {
    buffer.removeAll()
    depth = 0
    position = .first
  }

  /// Makes room for so many bytes, so that what has been written is not moved while more comes.
  public mutating func reserveCapacity(_ count: Int) { buffer.reserveCapacity(count) }

  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of the member whose value comes next.
  public mutating func key(_ key: String) {
    if pretty {
      separate()
      buffer.appendQuoted(key, colon: true)
      buffer.append(UInt8(ascii: " "))
    } else {
      buffer.appendQuoted(key, comma: position == .following, colon: true)
    }
    position = .afterKey
  }

  /// The same for a name that stands in the source and has nothing in it that must be escaped, as nearly all have.
  public mutating func key(literal name: StaticString) {
    if pretty { separate() }
    let comma = !pretty && position == .following
    name.withUTF8Buffer { name in
      assert(JSONEscaping.isPlain(name), "a name of a member that needs an escape")
      buffer.append(name: name, comma: comma)
    }
    if pretty { buffer.append(UInt8(ascii: " ")) }
    position = .afterKey
  }

  public mutating func null() { literal("null") }
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  public mutating func integer(_ value: Int) {
    separate()
    buffer.append(decimal: value)
    position = .following
  }

  /// Writes the shortest decimal that reads back as the same number.
  public mutating func number(_ value: Double) {
    literal(value.isFinite ? value.description : "null")
  }

  public mutating func string(_ value: String) {
    separate()
    lastString = buffer.appendQuoted(value)
    position = .following
  }

  /// Writes a string of which the UTF-8 is at hand. Bytes that are no UTF-8 go out as they are.
  public mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    buffer.appendQuoted(utf8)
    position = .following
  }

  /// Begins a string that comes in pieces, so that it need not be put together first.
  public mutating func beginString() {
    separate()
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes the next piece of the string that is open.
  public mutating func append(_ piece: String) { buffer.appendEscaped(piece) }

  /// Writes a piece again that stands in ``bytes`` already, escaped.
  mutating func append(copyOf piece: Range<Int>) { buffer.append(copyOf: piece) }

  public mutating func endString() {
    buffer.append(UInt8(ascii: "\""))
    position = .following
  }

  /// Writes members again that follow another in an object as deep as this one.
  /// - Parameter range: Where they stand in ``bytes``, with the comma before them.
  mutating func repeatMembers(_ range: Range<Int>) {
    buffer.append(copyOf: range)
    position = .following
  }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    buffer.append(0x0A)
    position = .first
  }

  private mutating func literal(_ text: String) {
    separate()
    buffer.append(text)
    position = .following
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    depth += 1
    position = .first
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(0, depth - 1)
    if pretty, position == .following { indent() }
    buffer.append(bracket)
    position = .following
  }

  private mutating func separate() {
    if position == .afterKey { return }
    if position == .following { buffer.append(UInt8(ascii: ",")) }
    if pretty, depth > 0 { indent() }
  }

  private mutating func indent() {
    buffer.append(0x0A)
    for _ in 0..<2 * depth { buffer.append(0x20) }
  }
}
