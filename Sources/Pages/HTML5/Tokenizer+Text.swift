extension Tokenizer where Sink: ~Copyable {
  /// Text up to the next markup: a range of the page if it can stand as it is, else a decoded copy.
  mutating func readText() {
    var start = position
    var scan = start
    while true {
      let hit = ByteSearch.first(of: 0x3C, 0x26, 0x0D, 0, in: base, from: scan, to: end)
      guard hit < end else {
        emit(start, end)
        position = end
        return
      }
      switch base[hit] {
      case 0x3C:
        guard markupStart(hit) != nil else {
          scan = hit + 1
          continue
        }
        emit(start, hit)
        position = hit
        return
      case 0:
        emit(start, hit)
        sink.nullCharacter(&store)
        start = hit + 1
        scan = start
      case 0x26:
        if let reference = reference(after: hit + 1, limit: end, inAttribute: false) {
          return decodeText(from: start, at: hit, first: reference)
        }
        scan = hit + 1
      default:
        return decodeText(from: start, at: hit, first: nil)
      }
    }
  }

  /// Copies text up to the next markup or NUL. At `at` is a carriage return, or the reference `first`.
  @inline(never)
  private mutating func decodeText(from start: Int, at: Int, first: Reference?) {
    let decodedStart = store.decoded.count
    var copied = start
    var hit = at
    var known = first
    while hit < end {
      var next = hit + 1
      switch base[hit] {
      case 0x26:
        if let reference = known ?? reference(after: hit + 1, limit: end, inAttribute: false) {
          decode(copied, hit)
          store.decode(reference)
          next = hit + 1 + reference.length
          copied = next
        }
        known = nil
      case 0x0D:
        decode(copied, hit)
        copied = next
        // The line feed of a pair is copied with what follows.
        if next >= end || base[next] != 0x0A { store.decoded.append(0x0A) }
      default:
        break
      }
      hit = ByteSearch.first(of: 0x3C, 0x26, 0x0D, 0, in: base, from: next, to: end)
      if hit < end, base[hit] == 0 || (base[hit] == 0x3C && markupStart(hit) != nil) { break }
    }
    decode(copied, hit)
    position = hit
    let range = store.decodedRange(from: decodedStart)
    if range.count > 0 { sink.text(range, &store) }
  }

  @inline(__always)
  private mutating func emit(_ start: Int, _ end: Int) {
    if end > start { sink.text(TokenStore.range(from: start, to: end), &store) }
  }

  /// The text of an element that holds no markup, up to `limit`, where its end tag begins or the page ends.
  mutating func readRawText(until limit: Int, references: Bool) {
    let start = position
    let range =
      isRawTextPlain && !references
      ? TokenStore.range(from: start, to: limit) : decoded(start, limit, references: references, inAttribute: false)
    if range.count > 0 { sink.text(range, &store) }
    position = limit
    content = .data
  }

  mutating func readCDATA() {
    var scan = position
    var limit = end
    while true {
      let hit = ByteSearch.first(0x5D, in: base, from: scan, to: end)
      guard hit + 2 < end else { break }
      if base[hit + 1] == 0x5D, base[hit + 2] == 0x3E {
        limit = hit
        break
      }
      scan = hit + 1
    }
    var start = position
    while start < limit {
      let null = ByteSearch.first(0, in: base, from: start, to: limit)
      let range = decoded(start, null, references: false, inAttribute: false)
      if range.count > 0 { sink.text(range, &store) }
      if null < limit { sink.nullCharacter(&store) }
      start = null + 1
    }
    position = min(limit + 3, end)
    content = .data
  }

  /// Copies a range of the page to the decoded text. Between references there are few bytes; what is copied behind them, where the page is
  /// longer, will be written over.
  @inline(__always)
  private mutating func decode(_ start: Int, _ limit: Int) {
    let count = limit &- start
    guard count <= 64, limit &+ 16 <= end else { return store.decoded.append(from: base + start, count: count) }
    if store.decoded.count &+ 80 > store.decoded.capacity { store.decoded.reserve(80) }
    let target = UnsafeMutableRawPointer(store.decoded.base + store.decoded.count)
    var copied = 0
    while copied < count {
      let bytes = UnsafeRawPointer(base + (start &+ copied)).loadUnaligned(as: SIMD16<UInt8>.self)
      target.storeBytes(of: bytes, toByteOffset: copied, as: SIMD16<UInt8>.self)
      copied &+= 16
    }
    store.decoded.count &+= count
  }

  /// The range `start ..< limit` with its carriage returns, NULs and, if asked, references replaced; the page's own bytes if it has none.
  @inline(__always)
  mutating func decoded(_ start: Int, _ limit: Int, references: Bool, inAttribute: Bool) -> ByteRange {
    var scan = start
    while true {
      let hit =
        references
        ? ByteSearch.first(of: 0x26, 0x0D, 0, 0, in: base, from: scan, to: limit)
        : ByteSearch.first(of: 0x0D, 0, in: base, from: scan, to: limit)
      guard hit < limit else { return TokenStore.range(from: start, to: limit) }
      guard base[hit] == 0x26 else {
        return decodeRange(start, hit, limit, first: nil, references: references, inAttribute: inAttribute)
      }
      if let reference = reference(after: hit + 1, limit: limit, inAttribute: inAttribute) {
        return decodeRange(start, hit, limit, first: reference, references: references, inAttribute: inAttribute)
      }
      scan = hit + 1
    }
  }

  /// Copies `start ..< limit`, of which the bytes before `at` need no change. At `at` is the reference `first`, if there is one.
  @inline(never)
  private mutating func decodeRange(
    _ start: Int, _ at: Int, _ limit: Int, first: Reference?, references: Bool, inAttribute: Bool
  ) -> ByteRange {
    let decodedStart = store.decoded.count
    var copied = start
    var hit = at
    var known = first
    while hit < limit {
      var next = hit + 1
      switch base[hit] {
      case 0x26 where references:
        if let reference = known ?? reference(after: hit + 1, limit: limit, inAttribute: inAttribute) {
          decode(copied, hit)
          store.decode(reference)
          next = hit + 1 + reference.length
          copied = next
        }
        known = nil
      case 0x0D:
        decode(copied, hit)
        copied = next
        if next >= limit || base[next] != 0x0A { store.decoded.append(0x0A) }
      case 0:
        decode(copied, hit)
        copied = next
        store.decode(0xFFFD)
      default:
        break
      }
      hit =
        references
        ? ByteSearch.first(of: 0x26, 0x0D, 0, 0, in: base, from: next, to: limit)
        : ByteSearch.first(of: 0x0D, 0, in: base, from: next, to: limit)
    }
    decode(copied, limit)
    return store.decodedRange(from: decodedStart)
  }
}
