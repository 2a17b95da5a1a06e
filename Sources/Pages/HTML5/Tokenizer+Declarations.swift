extension Tokenizer where Sink: ~Copyable {
  /// At a `<!`.
  mutating func readDeclaration() {
    let start = position + 2
    if start + 1 < end, base[start] == 0x2D, base[start + 1] == 0x2D { return readComment(from: start + 2) }
    if matches("doctype", at: start) { return readDoctype(from: start + 7) }
    if sink.allowsCDATA, matchesExactly("[CDATA[", at: start) {
      position = start + 7
      return readCDATA()
    }
    readBogusComment(from: start)
  }

  /// A comment's text begins at `start`.
  private mutating func readComment(from start: Int) {
    if start < end, base[start] == 0x3E { return emitComment(start, start, next: start + 1) }
    if start + 1 < end, base[start] == 0x2D, base[start + 1] == 0x3E { return emitComment(start, start, next: start + 2) }
    var scan = start
    while true {
      let hit = ByteSearch.first(0x3E, in: base, from: scan, to: end)
      guard hit < end else { break }
      if hit - start >= 2, base[hit - 1] == 0x2D, base[hit - 2] == 0x2D { return emitComment(start, hit - 2, next: hit + 1) }
      if hit - start >= 3, base[hit - 1] == 0x21, base[hit - 2] == 0x2D, base[hit - 3] == 0x2D {
        return emitComment(start, hit - 3, next: hit + 1)
      }
      scan = hit + 1
    }
    // Cut off by the end of the page: what might have begun the comment's end is not part of it.
    var limit = end
    if limit - start >= 3, base[limit - 1] == 0x21, base[limit - 2] == 0x2D, base[limit - 3] == 0x2D {
      limit -= 3
    } else {
      if limit > start, base[limit - 1] == 0x2D { limit -= 1 }
      if limit > start, limit < end, base[limit - 1] == 0x2D { limit -= 1 }
    }
    emitComment(start, limit, next: end)
  }

  private mutating func emitComment(_ start: Int, _ limit: Int, next: Int) {
    let range = decoded(start, limit, references: false, inAttribute: false)
    position = next
    sink.comment(range, &store)
  }

  /// Everything up to the next `>` is a comment.
  mutating func readBogusComment(from start: Int) {
    let hit = ByteSearch.first(0x3E, in: base, from: start, to: end)
    emitComment(start, hit, next: min(hit + 1, end))
  }

  // MARK: - Doctype

  private mutating func readDoctype(from start: Int) {
    var token = DoctypeToken(name: nil, publicID: nil, systemID: nil, forcesQuirks: false)
    position = start
    readDoctype(&token)
    sink.doctype(token, &store)
  }

  private mutating func readDoctype(_ token: inout DoctypeToken) {
    skipSpace()
    guard position < end, base[position] != 0x3E else { return finishDoctype(&token, quirks: true) }
    let nameStart = position
    while position < end, !ByteClass.isSpace(base[position]), base[position] != 0x3E { position += 1 }
    token.name = lowercased(nameStart, position)
    guard position < end else { return finishDoctype(&token, quirks: true) }
    skipSpace()
    guard position < end else { return finishDoctype(&token, quirks: true) }
    if base[position] == 0x3E { return finishDoctype(&token, quirks: false) }

    if matches("public", at: position) {
      position += 6
      skipSpace()
      guard readIdentifier(\.publicID, &token) else { return }
      skipSpace()
      guard position < end else { return finishDoctype(&token, quirks: true) }
      if base[position] == 0x3E { return finishDoctype(&token, quirks: false) }
    } else if matches("system", at: position) {
      position += 6
      skipSpace()
    } else {
      token.forcesQuirks = true
      return skipBogusDoctype()
    }
    guard readIdentifier(\.systemID, &token) else { return }
    skipSpace()
    guard position < end else { return finishDoctype(&token, quirks: true) }
    // What stands between the last identifier and the `>` is passed over without setting quirks.
    skipBogusDoctype()
  }

  /// Reads a quoted identifier. Returns `false` if the doctype ended with it.
  private mutating func readIdentifier(
    _ identifier: WritableKeyPath<DoctypeToken, ByteRange?>, _ token: inout DoctypeToken
  ) -> Bool {
    guard position < end, base[position] != 0x3E else {
      finishDoctype(&token, quirks: true)
      return false
    }
    let quote = base[position]
    guard quote == 0x22 || quote == 0x27 else {
      token.forcesQuirks = true
      skipBogusDoctype()
      return false
    }
    let start = position + 1
    let hit = ByteSearch.first(of: quote, 0x3E, in: base, from: start, to: end)
    token[keyPath: identifier] = decoded(start, hit, references: false, inAttribute: false)
    position = hit
    guard hit < end, base[hit] == quote else {
      finishDoctype(&token, quirks: true)
      return false
    }
    position = hit + 1
    return true
  }

  /// At the `>` or the end of the page.
  private mutating func finishDoctype(_ token: inout DoctypeToken, quirks: Bool) {
    if quirks { token.forcesQuirks = true }
    if position < end { position += 1 }
  }

  private mutating func skipBogusDoctype() {
    position = min(ByteSearch.first(0x3E, in: base, from: position, to: end) + 1, end)
  }

  private mutating func skipSpace() {
    while position < end, ByteClass.isSpace(base[position]) { position += 1 }
  }

  /// A copy in ASCII lower case, NULs replaced.
  private mutating func lowercased(_ start: Int, _ limit: Int) -> ByteRange {
    let decodedStart = store.decoded.count
    for i in start..<limit {
      let byte = base[i]
      if byte == 0 { store.decode(0xFFFD) } else { store.decoded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    }
    return store.decodedRange(from: decodedStart)
  }

  /// Whether the word, given in small letters, is at `start` in any case.
  private func matches(_ word: StaticString, at start: Int) -> Bool {
    guard end - start >= word.utf8CodeUnitCount else { return false }
    for i in 0..<word.utf8CodeUnitCount where base[start + i] | 0x20 != word.utf8Start[i] { return false }
    return true
  }

  private func matchesExactly(_ word: StaticString, at start: Int) -> Bool {
    guard end - start >= word.utf8CodeUnitCount else { return false }
    for i in 0..<word.utf8CodeUnitCount where base[start + i] != word.utf8Start[i] { return false }
    return true
  }
}
