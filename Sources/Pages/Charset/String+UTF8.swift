extension String {
  /// The text that bytes are in UTF-8; what is not valid becomes U+FFFD, as by `String(decoding:as:)`.
  ///
  /// The library goes byte by byte over all behind the first character beyond ASCII, and takes three times as long for a paragraph with one quote
  /// in it. So the bytes are checked here, and the library is told the result.
  package init(utf8 bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBufferPointer { bytes in
      #if compiler(>=6.2)
        let ascii = UTF8Validation.endOfASCII(bytes, from: 0)
        if #available(macOS 26, *), UTF8Validation.firstInvalid(bytes, from: ascii) == nil {
          return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: ascii == bytes.count))
        }
      #endif
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
