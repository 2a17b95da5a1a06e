extension JSONParser {
  /// Reads the string that starts at the quote under ``position`` as bytes, looking at each once.
  mutating func parseContent() throws(JSONSyntaxError) -> [UInt8] {
    let start = position + 1
    let input = base
    var read = start
    var fault: JSONSyntaxError.Reason?
    // A text is never longer than its escapes, so what is left of the input is room enough.
    let content = [UInt8](unsafeUninitializedCapacity: input.count - start) { output, written in
      while fault == nil {
        Self.copyText(input, &read, output, &written)
        guard read < input.count else {
          fault = .unexpectedEnd
          break
        }
        switch input[read] {
        case UInt8(ascii: "\""): return
        case UInt8(ascii: "\\"):
          // Where one character is written as an escape, those around it mostly are.
          repeat {
            guard let escape = Self.escape(at: read, in: input) else {
              fault = read + 1 < input.count ? .invalidEscape : .unexpectedEnd
              break
            }
            written += Self.put(escape.scalar, output, written)
            read += escape.width
          } while read < input.count && input[read] == UInt8(ascii: "\\")
        default: fault = .controlCharacterInString
        }
      }
    }
    if let fault { throw error(fault, at: fault == .unexpectedEnd ? input.count : read) }
    position = read + 1
    return content
  }

  /// How many bytes ``copyText(_:_:_:_:)`` takes at once: as many as a mask has bits.
  private static let span = 64

  /// Copies text and escapes of two bytes up to a quote, a control character or another escape.
  ///
  /// A span of bytes goes over as it is, and wherever an escape is in it, what the escape stands for and all that is behind it once more,
  /// one byte further to the front: copying too much takes less time than finding out how much it is. Near the end of the input bytes go
  /// over one by one.
  private static func copyText(
    _ input: UnsafeBufferPointer<UInt8>, _ read: inout Int, _ output: UnsafeMutableBufferPointer<UInt8>, _ written: inout Int
  ) {
    guard let source = UnsafeRawPointer(input.baseAddress), let target = UnsafeMutableRawPointer(output.baseAddress) else {
      return
    }
    var (from, to) = (read, written)
    defer { (read, written) = (from, to) }
    let isWhole = shortEscapes.withUnsafeBufferPointer { shortEscapes in
      while from &+ 2 &* span &+ 2 <= input.count {
        var specials = copySpan(source + from, target + to)
        var next = span
        var removed = 0
        while specials != 0 {
          let place = specials.trailingZeroBitCount
          let escape = source + (from &+ place)
          let meant = shortEscapes[Int(escape.load(fromByteOffset: 1, as: UInt8.self))]
          guard escape.load(as: UInt8.self) == UInt8(ascii: "\\"), meant != 0 else {
            (from, to) = (from &+ place, to &+ place &- removed)
            return false
          }
          let copy = target + (to &+ place &- removed)
          copy.storeBytes(of: meant, as: UInt8.self)
          _ = copySpan(escape + 2, copy + 1)
          removed &+= 1
          next = max(span, place &+ 2)
          specials &= ~(0b11 &<< UInt64(truncatingIfNeeded: place))
        }
        from &+= next
        to &+= next &- removed
      }
      return true
    }
    guard isWhole else { return }
    while from < input.count, !isSpecial(input[from]) {
      output[to] = input[from]
      from += 1
      to += 1
    }
  }

  /// Copies a span of bytes.
  /// - Returns: A bit for each that is a quote, a backslash or a control character, the first lowest.
  @inline(__always)
  private static func copySpan(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) -> UInt64 {
    typealias Vector = SIMD16<UInt8>
    @inline(__always)
    func specials(_ offset: Int) -> SIMDMask<SIMD16<Int8>> {
      let bytes = source.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      target.storeBytes(of: bytes, toByteOffset: offset, as: Vector.self)
      return (bytes .== Vector(repeating: 0x22)) .| (bytes .== Vector(repeating: 0x5C)) .| (bytes .< Vector(repeating: 0x20))
    }
    /// A lane is all ones or all zeros. Each of eight lanes leaves a bit of its own, and multiplying adds them up in the top byte.
    @inline(__always)
    func bits(_ lanes: SIMDMask<SIMD16<Int8>>) -> UInt64 {
      let words = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      let low = ((words[0].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
      let high = ((words[1].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
      return low | high &<< 8
    }
    let (first, second, third, fourth) = (specials(0), specials(16), specials(32), specials(48))
    let any = unsafeBitCast((first .| second) .| (third .| fourth), to: SIMD2<UInt64>.self)
    if any[0] | any[1] == 0 { return 0 }
    return bits(first) | bits(second) &<< 16 | bits(third) &<< 32 | bits(fourth) &<< 48
  }

  /// By the byte behind the backslash, the byte that an escape of two bytes stands for; 0 where there is none.
  private static let shortEscapes: [UInt8] = {
    var escapes = [UInt8](repeating: 0, count: 256)
    for (letter, meant) in zip("\"\\/bfnrt".utf8, "\"\\/\u{8}\u{C}\n\r\t".utf8) { escapes[Int(letter)] = meant }
    return escapes
  }()
}
