import Copydesk
import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RuleNewCommand {
  func run() async throws {
    let context = CommandContext.current
    var document = try PageReading.document(sample, options: input)
    // The sample must not carry the path of whoever made it.
    document.id = domain
    document.origin.path = nil
    let contents = try PageReading.explained(sample) { try RuleScaffold(domain: domain, sample: document).contents() }
    let files = contents.files
    try Self.write(files, into: into)
    var text = ""
    for file in files { text += "\(into)/\(file.path)\n" }
    try context.output.write(text)
    if !contents.leftOut.isEmpty {
      let list = contents.leftOut.map { "  \($0)\n" }.joined()
      try context.say("\nLeft out, because with it the page would come out otherwise than without a rule:\n" + list.dropLast())
    }
    let rule = files.first.map { "\(into)/\($0.path)" } ?? into
    let folder = parentFolder(of: rule)
    try context.say(
      """

      Next:
        1. Read \(rule) and put right what is wrong; `copydesk rule lint \(folder)` finds typos.
        2. Read the expectations under \(folder)/samples: they say what comes out now, not what should.
        3. copydesk test \(folder)
      """)
  }

  /// Writes all files, or none: what is there stays as it is.
  static func write(_ files: [RuleScaffold.File], into folder: String) throws {
    for file in files {
      let path = folder + "/" + file.path
      if FileManager.default.fileExists(atPath: path) { throw CommandError.alreadyExists(path: path) }
    }
    for file in files {
      let path = folder + "/" + file.path
      do {
        try FileManager.default.createDirectory(atPath: parentFolder(of: path), withIntermediateDirectories: true)
      } catch {
        throw CommandError.notWritten(path: parentFolder(of: path), reason: OutputFile.reason(error))
      }
      try OutputFile.write(file.content, to: path)
    }
  }
}
