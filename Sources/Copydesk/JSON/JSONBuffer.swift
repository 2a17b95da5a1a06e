/// The bytes of a ``JSONWriter``. All of an article goes through here, so room is made once for each piece, with the signs around it, and
/// nothing is looked at twice: a string is copied eight bytes at a time up to the first that needs an escape.
struct JSONBuffer: Sendable {
  /// Bytes beyond ``count`` are room.
  private var storage: [UInt8] = []
  private(set) var count = 0

  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Forgets the bytes and keeps the room.
  mutating func removeAll() { count = 0 }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  private mutating func append(_ first: UInt8, _ second: UInt8) {
    reserve(2)
    storage[count] = first
    storage[count + 1] = second
    count += 2
  }

  /// Appends a text as it is.
  mutating func append(_ text: String) { text.withBytes { append($0) } }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    reserve(text.count)
    storage.withUnsafeMutableBufferPointer { room in
      guard let target = room.baseAddress else { return }
      (target + count).update(from: source, count: text.count)
    }
    count += text.count
  }

  /// Appends bytes again that stand in the buffer already.
  mutating func append(copyOf range: Range<Int>) {
    reserve(range.count)
    storage.withUnsafeMutableBufferPointer { room in
      guard let base = room.baseAddress else { return }
      (base + count).update(from: base + range.lowerBound, count: range.count)
    }
    count += range.count
  }

  mutating func append(decimal value: Int) {
    if 0..<10 ~= value { return append(UInt8(ascii: "0") + UInt8(value)) }
    if value < 0 { append(UInt8(ascii: "-")) }
    let value = value.magnitude
    var digits = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    reserve(digits)
    rest = value
    storage.withUnsafeMutableBufferPointer { room in
      for place in (count..<count + digits).reversed() {
        room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
    count += digits
  }

  /// Appends a string in quotes.
  /// - Parameters:
  ///   - comma: Whether a comma comes first.
  ///   - colon: Whether a colon comes last.
  /// - Returns: Where the string stands without its quotes.
  @discardableResult
  mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>, comma: Bool = false, colon: Bool = false) -> Range<Int> {
    // Eight bytes are written at a time, some of them beyond the end; four more for the signs.
    reserve(text.count + 12)
    let (start, copied) = storage.withUnsafeMutableBufferPointer { room in
      guard let base = room.baseAddress else { return (count, 0) }
      var end = count
      if comma {
        base[end] = UInt8(ascii: ",")
        end += 1
      }
      base[end] = UInt8(ascii: "\"")
      end += 1
      let copied = JSONEscaping.copy(text, to: base + end)
      if copied == text.count {
        base[end + copied] = UInt8(ascii: "\"")
        base[end + copied + 1] = UInt8(ascii: ":")
      }
      return (end, copied)
    }
    count = start + copied
    if copied < text.count {
      appendEscaped(UnsafeBufferPointer(rebasing: text[copied...]))
      append(UInt8(ascii: "\""))
      if colon { append(UInt8(ascii: ":")) }
    } else {
      count += colon ? 2 : 1
    }
    return start..<count - (colon ? 2 : 1)
  }

  /// Appends a member's name in quotes and the colon behind it.
  /// - Parameters:
  ///   - name: One without anything that must be escaped.
  ///   - comma: Whether a comma comes first.
  mutating func append(name: UnsafeBufferPointer<UInt8>, comma: Bool) {
    reserve(name.count + 4)
    count = storage.withUnsafeMutableBufferPointer { room in
      var end = count
      if comma {
        room[end] = UInt8(ascii: ",")
        end += 1
      }
      room[end] = UInt8(ascii: "\"")
      end += 1
      if let source = name.baseAddress, let base = room.baseAddress { (base + end).update(from: source, count: name.count) }
      end += name.count
      room[end] = UInt8(ascii: "\"")
      room[end + 1] = UInt8(ascii: ":")
      return end + 2
    }
  }

  @inline(__always)
  @discardableResult
  mutating func appendQuoted(_ text: String, comma: Bool = false, colon: Bool = false) -> Range<Int> {
    text.withBytes { appendQuoted($0, comma: comma, colon: colon) }
  }

  mutating func appendEscaped(_ text: String) { text.withBytes { appendEscaped($0) } }

  /// Appends a string's UTF-8 with what must be escaped escaped.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let rest = UnsafeBufferPointer(rebasing: text[index...])
      reserve(rest.count + 8)
      let copied = storage.withUnsafeMutableBufferPointer { room in
        room.baseAddress.map { JSONEscaping.copy(rest, to: $0 + count) } ?? 0
      }
      index += copied
      count += copied
      if index < text.count { index += appendEscape(at: index, in: text) }
    }
  }

  /// - Returns: How many bytes of the text the escape stands for.
  private mutating func appendEscape(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    switch text[index] {
    case 0x0A: append(UInt8(ascii: "\\"), UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "\\"), UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "\\"), UInt8(ascii: "t"))
    case 0x08: append(UInt8(ascii: "\\"), UInt8(ascii: "b"))
    case 0x0C: append(UInt8(ascii: "\\"), UInt8(ascii: "f"))
    case let control where control < 0x20:
      let digits = String(control, radix: 16)
      append("\\u00" + (digits.utf8.count < 2 ? "0" : "") + digits)
    case 0xE2:
      append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      return 3
    case let sign: append(UInt8(ascii: "\\"), sign)
    }
    return 1
  }

  /// Makes room for so many bytes in all.
  mutating func reserveCapacity(_ size: Int) {
    if storage.count < size { grow(size - count) }
  }

  /// Makes room for so many more bytes.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if storage.count - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let size = max(count + more, storage.count * 2, 1024)
    storage.append(contentsOf: repeatElement(0, count: size - storage.count))
  }
}

extension String {
  /// Calls a closure with the string's UTF-8. The library's `withUTF8` wants a string that can be changed, which is a copy to be counted.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = self
    return text.withUTF8(body)
  }
}
