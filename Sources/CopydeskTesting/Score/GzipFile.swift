import CZlib

/// Reads a file that may be gzip-compressed, in pieces.
///
/// zlib passes plain files through, so callers need not know which they have.
struct GzipFile: ~Copyable {
  private let handle: gzFile

  /// - Throws: ``CorpusError/unreadable(_:)`` when the file cannot be opened.
  init(path: String) throws(CorpusError) {
    guard let handle = gzopen(path, "rb") else { throw .unreadable(path) }
    gzbuffer(handle, 1 << 17)
    self.handle = handle
  }

  deinit { gzclose(handle) }

  /// Returns up to `count` bytes; none at the end.
  /// - Throws: ``CorpusError/damaged(_:)`` when the compressed data is broken.
  func read(_ count: Int, path: String) throws(CorpusError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = gzread(handle, buffer.baseAddress, UInt32(buffer.count))
      // A file that was cut short ends like any other, and says so only when asked.
      var status: Int32 = Z_OK
      if got == 0 { _ = gzerror(handle, &status) }
      failed = got < 0 || status < 0
      filled = max(0, Int(got))
    }
    if failed { throw .damaged(path) }
    return bytes
  }

  /// Returns the whole file.
  /// - Throws: ``CorpusError/tooLarge(_:)`` beyond `limit` bytes, which a compression bomb would reach.
  static func contents(of path: String, limit: Int = 256 << 20) throws(CorpusError) -> [UInt8] {
    let file = try GzipFile(path: path)
    var all: [UInt8] = []
    while true {
      let piece = try file.read(1 << 18, path: path)
      if piece.isEmpty { return all }
      all += piece
      if all.count > limit { throw .tooLarge(path) }
    }
  }

  /// Calls `body` with each line, without its line feed.
  static func forEachLine(of path: String, _ body: (ArraySlice<UInt8>, _ number: Int) throws -> Void) throws {
    let bytes = try contents(of: path, limit: 1 << 30)
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start { try body(bytes[start..<end], number) }
      start = end + 1
      number += 1
    }
  }
}
