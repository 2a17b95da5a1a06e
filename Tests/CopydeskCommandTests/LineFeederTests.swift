import Foundation
import Testing

@testable import CopydeskCommand

@Suite struct LineFeederTests {
  /// The lines of an input that is read so many bytes at a time.
  private func lines(_ input: String, chunkSize: Int, limit: Int = 1000) async throws -> [String] {
    let path = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID()).jsonl").path
    try Data(input.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try OpenFile(reading: path)
    defer { file.close() }
    let feeder = LineFeeder(file: file, lineLimit: limit, chunkSize: chunkSize)
    var lines: [String] = []
    while let batch = try await feeder.next() {
      for (bytes, number) in batch.lines {
        lines.append(batch.isOverlong ? "\(number) too long" : "\(number) " + String(decoding: bytes, as: UTF8.self))
      }
    }
    return lines
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 100])
  func chunksDoNotShow(_ chunkSize: Int) async throws {
    #expect(
      try await lines("one\ntwo\r\n\n\r\nfive, é\nsix", chunkSize: chunkSize) == [
        "1 one", "2 two", "3 ", "4 ", "5 five, é", "6 six",
      ])
    #expect(try await lines("one\n", chunkSize: chunkSize) == ["1 one"])
    #expect(try await lines("", chunkSize: chunkSize) == [])
    #expect(try await lines("\n", chunkSize: chunkSize) == ["1 "])
    #expect(try await lines("a\r", chunkSize: chunkSize) == ["1 a"])
  }

  @Test(arguments: [1, 2, 3])
  func linesAfterALongOneAreNumberedOn(_ chunkSize: Int) async throws {
    let input = "a\n" + String(repeating: "x", count: 40) + "\nb\nc"
    #expect(try await lines(input, chunkSize: chunkSize, limit: 10) == ["1 a", "2 too long", "3 b", "4 c"])
  }

  @Test func handsOutNothingMoreOnceStopped() async throws {
    let file = try OpenFile(reading: "/dev/zero")
    defer { file.close() }
    let feeder = LineFeeder(file: file, lineLimit: 10, chunkSize: 16)
    let overlong = try await feeder.next()
    #expect(overlong?.isOverlong == true)
    feeder.stop()
    // The rest of an endless line would be read for ever.
    let end = try await feeder.next()
    #expect(end == nil)
  }

  /// Whoever writes into a pipe and waits for the answer gets it before writing on.
  @Test(.timeLimit(.minutes(1))) func linesOfAPipeAreHandedOutAsTheyCome() async throws {
    let pipe = Pipe()
    let file = try OpenFile(reading: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    defer { file.close() }
    let feeder = LineFeeder(file: file, lineLimit: 1000, chunkSize: 16)
    for (written, expected) in [("one\ntw", ["one"]), ("o\nthree\nf", ["two", "three"]), ("our\n", ["four"])] {
      try pipe.fileHandleForWriting.write(contentsOf: Data(written.utf8))
      let batch = try await feeder.next()
      #expect(batch?.lines.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
    }
    try pipe.fileHandleForWriting.close()
    let end = try await feeder.next()
    #expect(end == nil)
  }
}
