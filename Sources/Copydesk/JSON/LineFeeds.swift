#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds the line feeds in what was read of a JSON Lines input.
package enum LineFeeds {
  /// The place of the first line feed.
  package static func first(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { first(in: $0, from: 0) }.map { bytes.startIndex + $0 }
  }

  package static func isAny(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { first(in: bytes, from: 0) != nil }

  /// The places of all line feeds.
  package static func all(in bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      var places: [Int] = []
      var searched = 0
      while let place = first(in: buffer, from: searched) {
        places.append(bytes.startIndex + place)
        searched = place + 1
      }
      return places
    }
  }

  private static func first(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < buffer.count, let base = buffer.baseAddress else { return nil }
    // The library's own search looks at a vector of bytes at a time.
    guard let found = memchr(base + start, 0x0A, buffer.count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
