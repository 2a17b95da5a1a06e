import Foundation
import Testing

/// The built command, run as a user would.
enum Copydesk {
  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The program that was built together with these tests.
  static func executable() throws -> URL {
    // Beside the test bundle on Linux, beside the folder that is the bundle on macOS.
    var folder = Bundle.main.bundleURL
    for _ in 0..<4 {
      let file = folder.appending(path: "copydesk")
      if FileManager.default.isExecutableFile(atPath: file.path), !isDirectory(file) { return file }
      folder.deleteLastPathComponent()
    }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "copydesk")
    try #require(FileManager.default.isExecutableFile(atPath: beside.path), "the command is not built")
    return beside
  }

  private static func isDirectory(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  /// Runs the command and waits for its end.
  static func run(
    _ arguments: [String], input: String? = nil, in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try run(executable(), arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a line of shell in which `copydesk` is the command.
  static func shell(_ line: String, in folder: String? = nil) throws -> Result {
    let path = try executable().path
    return try run(
      URL(filePath: "/bin/sh"), ["-c", "copydesk() { '\(path)' \"$@\"; }\n" + line], input: nil, in: folder, environment: [:])
  }

  private static func run(
    _ executable: URL, _ arguments: [String], input: String?, in folder: String?, environment: [String: String]
  ) throws -> Result {
    // Files, not pipes: nothing can fill up and block.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "copydesk-run-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let output = scratch.appending(path: "output")
    let messages = scratch.appending(path: "messages")
    let inputFile = scratch.appending(path: "input")
    try Data().write(to: output)
    try Data().write(to: messages)
    try Data((input ?? "").utf8).write(to: inputFile)

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "COLUMNS": "100"].merging(environment) {
      $1
    }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
  }
}

/// A folder of a test's own, gone after it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/copydesk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders on the way to it, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
