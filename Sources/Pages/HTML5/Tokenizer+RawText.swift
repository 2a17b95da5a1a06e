/// Whether a script is within a `<!--`, and there within a `<script>`.
private enum ScriptEscape { case none, escaped, doubly }

extension Tokenizer where Sink: ~Copyable {
  /// Where the end tag of the element whose raw text is being read begins, or the end of the page.
  mutating func endOfRawText() -> Int {
    var scan = position
    isRawTextPlain = true
    while true {
      let hit = nextLessThan(from: scan)
      if hit >= end || isEndTag(at: hit) { return hit }
      scan = hit + 1
    }
  }

  /// The next `<`, or the end of the page. Notes on the way what would have to be replaced, so that raw text is read once and not twice.
  @inline(__always)
  private mutating func nextLessThan(from start: Int) -> Int {
    var scan = start
    if isRawTextPlain {
      scan = ByteSearch.first(of: 0x3C, 0x0D, 0, 0, in: base, from: scan, to: end)
      if scan >= end || base[scan] == 0x3C { return scan }
      isRawTextPlain = false
    }
    return ByteSearch.first(0x3C, in: base, from: scan, to: end)
  }

  /// Whether an end tag with the name of the last start tag begins at the `<`, and is one: its name is followed by white space, `/` or `>`.
  @inline(__always)
  private func isEndTag(at hit: Int) -> Bool {
    guard hit + 2 < end, base[hit + 1] == 0x2F else { return false }
    return isName(store.names.name(of: lastStartTag), at: hit + 2)
  }

  private func isName(_ name: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard !name.isEmpty, start + name.count < end else { return false }
    for i in 0..<name.count {
      let byte = base[start + i]
      if (ByteClass.isLetter(byte) ? byte | 0x20 : byte) != name[i] { return false }
    }
    return classes[Int(base[start + name.count])] & ByteClass.tagNameEnd.rawValue != 0
  }

  /// As ``endOfRawText()``, with the rules for scripts: a `<!--` in one hides a `<script>` and that one's end tag until `-->`.
  mutating func endOfScript() -> Int {
    var escape = ScriptEscape.none
    var scan = position
    isRawTextPlain = true
    while true {
      if escape == .none {
        let hit = nextLessThan(from: scan)
        guard hit + 1 < end else { return end }
        scan = hit + 1
        if base[scan] == 0x2F {
          if isEndTag(at: hit) { return hit }
        } else if base[scan] == 0x21, hit + 3 < end, base[hit + 2] == 0x2D, base[hit + 3] == 0x2D {
          escape = .escaped
          isRawTextPlain = false
          // The two dashes may belong to a `-->` already.
          scan = hit + 2
        }
        continue
      }
      let hit = ByteSearch.first(of: 0x3C, 0x2D, in: base, from: scan, to: end)
      guard hit + 1 < end else { return end }
      scan = hit + 1
      if base[hit] == 0x2D {
        guard base[scan] == 0x2D else { continue }
        while scan < end, base[scan] == 0x2D { scan += 1 }
        if scan < end, base[scan] == 0x3E { escape = .none }
      } else if escape == .escaped {
        if isEndTag(at: hit) { return hit }
        if isScriptName(at: scan) { escape = .doubly }
      } else if base[scan] == 0x2F, isScriptName(at: scan + 1) {
        escape = .escaped
      }
    }
  }

  private func isScriptName(at start: Int) -> Bool {
    isName(AtomTable.shared.name(of: .script), at: start)
  }
}
