#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Converts to UTF-8 by iconv(3), with U+FFFD for each byte that does not fit.
enum IconvDecoder {
  static func decode(
    _ bytes: [UInt8], from start: Int, encoding: CharsetLabels.Encoding, verdict: CharsetVerdict
  ) -> CharsetDecoder.Decoded {
    if encoding.name == "x-user-defined" { return userDefined(bytes, verdict: verdict) }
    let invalidDescriptor = iconv_t(bitPattern: -1)
    guard let descriptor = iconv_open("UTF-8", encoding.iconv), descriptor != invalidDescriptor else {
      // A system without that converter: what is left is to keep the ASCII.
      var result = UTF8Repair.repaired(
        bytes, from: start, firstInvalid: UTF8Validation.firstInvalid(bytes, from: start), verdict: verdict)
      result.notes.append("this system cannot convert \(encoding.name)")
      return result
    }
    defer { iconv_close(descriptor) }
    let isWide = encoding.iconv.hasPrefix("UTF-16")
    let isSingleByte = !isWide && !["GB18030", "BIG5-HKSCS", "EUC-JP-MS", "ISO-2022-JP", "CP932", "UHC"].contains(encoding.iconv)

    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    var replaced = 0
    var input = bytes
    input.withUnsafeMutableBytes { raw in
      guard let base = raw.baseAddress else { return }
      var position: UnsafeMutablePointer<CChar>? = (base + start).assumingMemoryBound(to: CChar.self)
      var left = raw.count - start
      let capacity = 1 << 16
      let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
      defer { buffer.deallocate() }
      func flush(_ room: Int) {
        let made = UnsafeRawBufferPointer(start: buffer, count: capacity - room)
        out.append(contentsOf: made)
      }
      // What the converter holds back, waiting for a combining mark, and its shift state.
      func drain() {
        var target: UnsafeMutablePointer<CChar>? = buffer
        var room = capacity
        _ = iconv(descriptor, nil, nil, &target, &room)
        flush(room)
      }
      while left > 0 {
        var target: UnsafeMutablePointer<CChar>? = buffer
        var room = capacity
        let status = iconv(descriptor, &position, &left, &target, &room)
        let code = errno
        flush(room)
        guard status == -1, code != E2BIG else { continue }
        // EILSEQ: bytes that mean nothing; EINVAL: the input ends within a sequence.
        guard left > 0, let bad = position else { break }
        let byte = UInt8(bitPattern: bad.pointee)
        if isSingleByte { drain() }
        if isSingleByte, byte >= 0x80, byte < 0xA0 {
          // The standard's windows tables give unassigned bytes the control character of the same number.
          out.append(contentsOf: [0xC2, byte])
        } else {
          out.append(contentsOf: [0xEF, 0xBF, 0xBD])
          replaced += 1
        }
        let step = min(isWide ? 2 : 1, left)
        position = bad + step
        left -= step
        if !isWide, !isSingleByte { drain() }
      }
      drain()
    }
    return CharsetDecoder.Decoded(utf8: out, charset: verdict, replaced: replaced, notes: [])
  }

  /// Bytes from 0x80 on are U+F780 … U+F7FF (Encoding Standard, §14.5).
  private static func userDefined(_ bytes: [UInt8], verdict: CharsetVerdict) -> CharsetDecoder.Decoded {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let scalar = 0xF700 + UInt32(byte)
        out.append(UInt8(0xE0 | scalar >> 12))
        out.append(UInt8(0x80 | (scalar >> 6) & 0x3F))
        out.append(UInt8(0x80 | scalar & 0x3F))
      }
    }
    return CharsetDecoder.Decoded(utf8: out, charset: verdict, replaced: 0, notes: [])
  }
}
