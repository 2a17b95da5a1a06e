extension Tokenizer where Sink: ~Copyable {
  /// At a `<` with a letter after it.
  @inline(__always)
  mutating func readStartTag() {
    guard let tag = readTag(nameStart: position + 1) else { return dropTag() }
    lastStartTag = tag.name
    content = sink.startTag(tag, &store)
  }

  /// At a `</` with something after it.
  @inline(__always)
  mutating func readEndTag() {
    let next = base[position + 2]
    if ByteClass.isLetter(next) {
      guard var tag = readTag(nameStart: position + 2) else { return dropTag() }
      store.attributes.count = tag.firstAttribute
      tag.attributeCount = 0
      sink.endTag(tag, &store)
    } else if next == 0x3E {
      position += 3
    } else {
      readBogusComment(from: position + 2)
    }
  }

  /// The page ended inside a tag: there is no tag.
  private mutating func dropTag() { position = end }

  /// Reads a tag through its `>`; `nil` if the page ends before.
  @inline(__always)
  private mutating func readTag(nameStart: Int) -> TagToken? {
    guard let (name, nameEnd) = readName(nameStart, endingAt: .tagNameEnd) else { return nil }
    var i = nameEnd
    var tag = TagToken(name: name, firstAttribute: store.attributes.count, attributeCount: 0, isSelfClosing: false)
    if base[i] == 0x3E {
      position = i &+ 1
      return tag
    }
    guard readAttributes(&i, &tag) else {
      store.attributes.count = tag.firstAttribute
      return nil
    }
    tag.attributeCount = store.attributes.count &- tag.firstAttribute
    position = i
    return tag
  }

  /// From behind the tag's name to behind its `>`. Returns `false` if the page ends before.
  private mutating func readAttributes(_ i: inout Int, _ tag: inout TagToken) -> Bool {
    let base = base
    let end = end
    let classes = classes
    tagNumber &+= 1
    var p = i
    while true {
      while p < end, ByteClass.isSpace(base[p]) { p &+= 1 }
      guard p < end else { return false }
      let byte = base[p]
      if byte == 0x3E {
        i = p &+ 1
        return true
      }
      if byte == 0x2F {
        if p &+ 1 < end, base[p &+ 1] == 0x3E {
          tag.isSelfClosing = true
          i = p &+ 2
          return true
        }
        p &+= 1
        continue
      }
      guard let (name, nameEnd) = readName(p, endingAt: .attributeNameEnd) else { return false }
      p = nameEnd
      while p < end, ByteClass.isSpace(base[p]) { p &+= 1 }
      guard p < end else { return false }
      var value = ByteRange.empty
      if base[p] == 0x3D {
        p &+= 1
        while p < end, ByteClass.isSpace(base[p]) { p &+= 1 }
        guard p < end else { return false }
        let quote = base[p]
        if quote == 0x22 || quote == 0x27 {
          let start = p &+ 1
          let hit = ByteSearch.first(of: quote, 0x26, 0x0D, 0, in: base, from: start, to: end)
          guard hit < end else { return false }
          if base[hit] == quote {
            value = TokenStore.range(from: start, to: hit)
            p = hit &+ 1
          } else {
            let close = ByteSearch.first(quote, in: base, from: hit, to: end)
            guard close < end else { return false }
            value = decoded(start, close, references: true, inAttribute: true)
            p = close &+ 1
          }
        } else if quote != 0x3E {
          let start = p
          var special = false
          while p < end {
            let byte = base[p]
            if classes[Int(byte)] & ByteClass.unquotedStop.rawValue != 0 {
              if byte != 0x26 && byte != 0 { break }
              special = true
            }
            p &+= 1
          }
          guard p < end else { return false }
          value =
            special
            ? decoded(start, p, references: true, inAttribute: true) : TokenStore.range(from: start, to: p)
        }
      }
      addAttribute(name, value, to: &tag)
    }
  }

  /// Adds an attribute unless the tag has one of that name, or more than a node can count.
  @inline(__always)
  private mutating func addAttribute(_ name: Atom, _ value: ByteRange, to tag: inout TagToken) {
    let index = Int(name.rawValue)
    while index >= lastTagOfAttribute.count { lastTagOfAttribute.append(0) }
    guard lastTagOfAttribute[index] != tagNumber, store.attributes.count &- tag.firstAttribute < Int(UInt16.max) else { return }
    lastTagOfAttribute[index] = tagNumber
    tag.attributeNames.insert(name)
    store.attributes.append(AttributeRecord(name: name, value: value))
  }

  /// The name that begins at `start` and goes on to the first byte of a class; `nil` if the page ends before. Its own first byte is never
  /// its end, as an attribute's may be `=`.
  ///
  /// Most names are of less than eight bytes, which are looked at all at once.
  @inline(__always)
  private mutating func readName(_ start: Int, endingAt stop: ByteClass) -> (name: Atom, end: Int)? {
    if start &+ 8 <= end {
      let bytes = eightBytes(start)
      let count = ByteClass.stopsInNames(bytes).trailingZeroBitCount &>> 3
      if count > 0, count < 8, classes[Int(base[start &+ count])] & stop.rawValue != 0 {
        return (store.names.atom(base + start, count, bytes: bytes), start &+ count)
      }
    }
    return readLongName(start, endingAt: stop)
  }

  /// The bytes from an index on, the first lowest.
  @inline(__always)
  private func eightBytes(_ index: Int) -> UInt64 {
    UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
  }

  @inline(never)
  private mutating func readLongName(_ start: Int, endingAt stop: ByteClass) -> (name: Atom, end: Int)? {
    var i = start &+ 1
    var holdsNUL = base[start] == 0
    while i < end, classes[Int(base[i])] & stop.rawValue == 0 {
      // A control character is never stepped over.
      if base[i] == 0 { holdsNUL = true }
      i &+= i &+ 8 > end ? 1 : max(1, ByteClass.stopsInNames(eightBytes(i)).trailingZeroBitCount &>> 3)
    }
    guard i < end else { return nil }
    return (holdsNUL ? atomReplacingNULs(start, i) : store.names.atom(base + start, i &- start), i)
  }

  @inline(never)
  private mutating func atomReplacingNULs(_ start: Int, _ end: Int) -> Atom {
    let decodedStart = store.decoded.count
    for i in start..<end {
      if base[i] == 0 { store.decode(0xFFFD) } else { store.decoded.append(base[i]) }
    }
    let atom = store.names.atom(store.decoded.base + decodedStart, store.decoded.count - decodedStart)
    store.decoded.count = decodedStart
    return atom
  }
}
