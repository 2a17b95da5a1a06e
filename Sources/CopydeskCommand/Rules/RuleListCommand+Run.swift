import Copydesk
import CopydeskTesting
import RuleEngine

extension RuleListCommand {
  func run() async throws {
    let context = CommandContext.current
    let locations = try RuleLocations(options: rules, context: context)
    let book = try locations.book()
    let samples = try sampleCounts(in: locations.directories)
    if json {
      var writer = JSONWriter()
      for rule in book.rules {
        writer.object { json in
          json.member("domain", rule.domain)
          json.member("name", rule.name)
          json.member("hosts", rule.hosts)
          json.member("recognizedBy", rule.recognizedBy)
          json.member("versions", rule.versions.count)
          json.member("clauses", rule.clauses.count)
          json.member("samples", samples[rule.domain] ?? 0)
          json.member("path", rule.path)
          json.member("shadows", book.shadowed.filter { $0.domain == rule.domain }.map(\.path))
        }
        writer.newline()
      }
      try context.output.write(writer.bytes)
      return
    }
    let traits = TerminalTraits(of: context.output, environment: context.environment)
    let style = Style(isColored: appearance.color.resolved(for: traits, environment: context.environment))
    try context.output.write(Self.table(book, samples: samples, style: style))
    if book.rules.isEmpty {
      try context.say(
        "no rules in \(locations.directories.isEmpty ? "no folder" : locations.directories.joined(separator: ", "))")
    }
  }

  static func table(_ book: RuleBook, samples: [String: Int], style: Style) -> String {
    let width = book.rules.map(\.domain.count).max() ?? 0
    var text = ""
    for rule in book.rules {
      text += style(.bold, text: rule.domain.padded(to: width)) + "  " + rule.name.printable + "\n"
      let versions = rule.versions.isEmpty ? "" : ", \(rule.versions.count + 1) versions"
      let count = samples[rule.domain] ?? 0
      text += "  hosts    " + rule.hosts.joined(separator: ", ").printable + "\n"
      if !rule.recognizedBy.isEmpty {
        text += "  words    " + rule.recognizedBy.map { "“\($0)”" }.joined(separator: ", ").printable + "\n"
      }
      text += "  holds    \(rule.clauses.count) clauses\(versions), \(count) \(count == 1 ? "sample" : "samples")\n"
      text += "  file     " + rule.path.printable + "\n"
      for shadow in book.shadowed where shadow.domain == rule.domain {
        text += "  hides    " + style(.dim, text: shadow.path.printable) + "\n"
      }
    }
    return text
  }

  private func sampleCounts(in directories: [String]) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    // A rule's samples lie beside it: those of a rule that is hidden do not count for the one that hides it.
    for directory in directories.reversed() {
      let suite = try SampleSuite(at: [directory])
      for subject in suite.subjects where subject.kind == .rule {
        counts[subject.name] = suite.samples.count { $0.subject == subject }
      }
    }
    return counts
  }
}
