import Copydesk

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads and writes the files of samples.
enum SampleFile {
  static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SampleError(path: path, problem: .unreadable(reason: "no permission, or it is gone"))
    }
    return [UInt8](data)
  }

  static func readJSON(_ path: String) throws -> JSONValue {
    let bytes = try read(path)
    do {
      return try JSONValue.parse(bytes)
    } catch {
      throw SampleError(path: path, problem: .invalidJSON(reason: String(describing: error)))
    }
  }

  /// Writes JSON for people: one member to a line, and a line feed at the end.
  static func write(_ value: JSONValue, to path: String) throws {
    let bytes = value.bytes(pretty: true) + [0x0A]
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw SampleError(path: path, problem: .unreadable(reason: "cannot be written: \(error)"))
    }
  }
}
