import Foundation

/// The checkout that the tests run in, and the command that was built beside them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `copydesk`, in the folder of the test bundle.
  static let copydesk: URL = {
    let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    var folder = products
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "copydesk")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return root.appending(path: ".build/debug/copydesk")
  }()

  struct Outcome {
    var status: Int32
    var stdout: String
    var stderr: String
  }

  /// Runs a shell line in a folder of the repository, with `copydesk` on the PATH.
  static func run(_ line: String, in folder: URL) throws -> Outcome {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "copydesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: a pipe that nobody reads in time would stop the command.
    let (out, err) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = copydesk.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "")
    environment["NO_COLOR"] = "1"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      stdout: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      stderr: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }
}
