public import Copydesk
import Logging

/// Reads documents from files.
public struct FilesSource: SourcePlugin {
  public static let spec = PluginSpec(
    "files", .source, summary: "Reads each file as a document, in the order of their names.",
    details: """
      A document's id is its path as the pattern writes it, so it stays the same from run to run. The media type follows from the \
      file name's extension; where that says nothing, `extract` looks at the bytes. A folder, a pipe, a missing or an unreadable \
      file goes to the dead letter. `-` is standard input.
      """,
    options: [
      OptionSpec(
        "paths", .globs, required: true,
        about: "Files to read: `*`, `?`, `[a-z]` within a name, `{a,b}`, and `**` for any number of folders."),
      OptionSpec("max_size", .byteSize, default: "64 MiB", about: "A bigger file goes to the dead letter unread."),
    ],
    examples: [
      PluginSpec.Example("All text dumps and pages of a folder", ["paths": ["input/*.txt", "input/**/*.html"]]),
      PluginSpec.Example("Standard input", ["paths": "-"]),
    ])

  private let patterns: [String]
  private let sizeLimit: Int
  private let baseDirectory: String
  private let logger: Logger

  public init(options: Options, context: PluginContext) throws {
    var patterns: [String] = []
    for text in try options.strings("paths") {
      guard !text.isEmpty, !text.utf8.contains(0) else { throw OptionError("paths", .refused("expected a path, found nothing")) }
      guard let expanded = Glob.expand(text) else {
        throw OptionError("paths", .refused("'\(text)' stands for more than a thousand patterns"))
      }
      patterns += expanded
    }
    guard !patterns.isEmpty else { throw OptionError("paths", .refused("expected at least one path")) }
    self.patterns = patterns
    sizeLimit = try options.integer("max_size")
    baseDirectory = options.baseDirectory
    logger = context.logger
  }

  public func run(_ outlet: Outlet) async throws {
    var seen: Set<String> = []
    for pattern in patterns {
      if pattern == "-" {
        try await emit(path: "-", to: outlet) { try InputDescriptor.standardInput.readAll(limit: sizeLimit) }
        continue
      }
      let glob = Glob(pattern)
      if glob.isLiteral {
        if seen.insert(pattern).inserted { try await emitFile(pattern, to: outlet) }
        continue
      }
      var walk = GlobWalk(glob, in: baseDirectory)
      var count = 0
      while let found = walk.next() {
        count += 1
        let path = glob.isAbsolute ? "/" + found : found
        // Remembered only where another pattern could find it again.
        if patterns.count > 1, !seen.insert(path).inserted { continue }
        try await emitFile(path, to: outlet)
      }
      for failure in walk.failures { logger.warning("folder not read", metadata: ["error": "\(failure)"]) }
      if count == 0 { logger.warning("no file fits the pattern", metadata: ["pattern": "\(pattern)"]) }
    }
  }

  private func emitFile(_ path: String, to outlet: Outlet) async throws {
    let location = ResolvedPath(path, in: baseDirectory).resolved
    try await emit(path: path, to: outlet) { try InputDescriptor(path: location).readAll(limit: sizeLimit) }
  }

  private func emit(path: String, to outlet: Outlet, reading read: () throws -> [UInt8]) async throws {
    var document = Document(id: path, origin: Origin(path: path), mediaType: MediaTypes.type(ofFile: path))
    do {
      document.content = try read()
    } catch var error as FileError {
      // Told by the path the user knows.
      error.path = path
      try await outlet.reject(document, error: error)
      return
    }
    try await outlet.emit(document)
  }
}
