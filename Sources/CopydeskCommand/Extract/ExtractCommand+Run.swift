import Copydesk
import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ExtractCommand {
  func run() async throws {
    let context = CommandContext.current
    let book = try RuleLocations(options: rules, context: context).book()
    if jsonl {
      let workers = parallel.workers ?? ProcessInfo.processInfo.activeProcessorCount
      let input = try OpenFile(reading: file)
      defer { input.close() }
      let counts = try await LineExtraction(workers: workers, blocks: blocks)
        .run(from: input, to: context.output) { RuleArticleMaker(book: book) }
      if counts.failed > 0 {
        try context.say("\(counts.failed) of \(counts.documents) documents failed")
        throw Failed()
      }
      return
    }
    let document = try PageReading.document(file, options: input)
    let result = try PageReading.explained(file) { try RuleArticleMaker(book: book).processed(document) }
    try context.output.write(format.bytes(of: result.document, blocks: blocks))
  }
}
