import Testing

@testable import Extraction

@Suite struct ValueCacheTests {
  /// Far more values than there is room for, each asked for again and again.
  @Test func findingsAreThoseOfTheValue() {
    var cache = ValueCache<Int>()
    var read = 0
    for round in 0..<3 {
      for number in 0..<5000 {
        let value = String(repeating: "x", count: number % 23) + String(number)
        let finding = Array(value.utf8).withUnsafeBufferPointer { bytes in
          cache.finding(for: bytes) { bytes in
            read += 1
            return String(decoding: bytes, as: UTF8.self).count
          }
        }
        #expect(finding == value.count, "\(value) in round \(round)")
      }
    }
    #expect(read >= 5000)
  }

  @Test func aValueIsReadOnce() {
    var cache = ValueCache<String>()
    var read = 0
    for value in ["", "a", "story-body", "story-body", "a", "", "story-body"] {
      let finding = Array(value.utf8).withUnsafeBufferPointer { bytes in
        cache.finding(for: bytes) { bytes in
          read += 1
          return String(decoding: bytes, as: UTF8.self)
        }
      }
      #expect(finding == value)
    }
    #expect(read == 3)
  }
}
