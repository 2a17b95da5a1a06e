import Copydesk
import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ExplainCommand {
  func run() async throws {
    let context = CommandContext.current
    let book = try RuleLocations(options: rules, context: context).book()
    let document = try PageReading.document(file, options: input)
    let result = try PageReading.explained(file) { try RuleArticleMaker(book: book).processed(document) }
    let explanation = Explanation(title: input.url ?? PageReading.shown(file), result: result)
    if htmlPath == "-" { return try context.output.write(explanation.page()) }
    if let htmlPath {
      try OutputFile.write(Array(explanation.page().utf8), to: htmlPath)
      try context.say("wrote \(htmlPath)")
      return
    }
    let traits = TerminalTraits(of: context.output, environment: context.environment)
    let style = Style(isColored: appearance.color.resolved(for: traits, environment: context.environment))
    try context.output.write(explanation.text(style: style, width: traits.width))
  }
}

extension Explanation {
  init(title: String, result: ProcessedDocument) {
    self.init(
      title: title, rule: result.rule.map { rule in rule + (result.routedBy.map { ", found by \($0)" } ?? "") },
      record: result.document.record ?? ArticleRecord())
  }
}
