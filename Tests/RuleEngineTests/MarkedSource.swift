import Testing

@testable import RuleEngine

/// A rule with numbers where messages are expected: `①hots = …`. The numbers are taken out before the rule is read.
struct MarkedSource {
  static let markers: [Character] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"]

  let text: String
  /// Per marker, line and column.
  let places: [Character: (line: Int, column: Int)]

  init(_ marked: String) {
    var text = ""
    var places: [Character: (line: Int, column: Int)] = [:]
    var line = 1
    var column = 1
    for character in marked {
      if Self.markers.contains(character) {
        places[character] = (line, column)
        continue
      }
      text.append(character)
      if character == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    self.text = text
    self.places = places
  }
}

/// Reads rules from texts, as if each were `rules/<domain>/rule.lua`.
func readBook(_ rules: [String: String], modules: [String: String] = [:]) throws -> RuleBook {
  try RuleBook(layers: [layer(rules, modules: modules)])
}

func layer(_ rules: [String: String], modules: [String: String] = [:], path: String = "rules") -> RuleLayer {
  RuleLayer(
    path: path,
    sources: rules.sorted { $0.key < $1.key }.map {
      RuleSource(domain: $0.key, path: "\(path)/\($0.key)/rule.lua", text: Array($0.value.utf8))
    },
    modules: modules.sorted { $0.key < $1.key }.map { RuleModule(name: $0.key, text: Array($0.value.utf8)) })
}

/// All messages about one rule for `example.test`, errors and warnings.
func diagnostics(_ text: String, domain: String = "example.test", modules: [String: String] = [:]) -> [RuleDiagnostic] {
  do {
    return try readBook([domain: text], modules: modules).warnings
  } catch {
    return (error as? RuleErrors)?.diagnostics ?? []
  }
}

/// Expects exactly these messages, each at its marker: `"error: unknown key 'hots' | did you mean 'hosts'?"`.
func expectDiagnostics(
  _ marked: String, _ expected: [Character: String], domain: String = "example.test",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let source = MarkedSource(marked)
  let found = diagnostics(source.text, domain: domain).map { diagnostic in
    "\(diagnostic.line):\(diagnostic.column): \(diagnostic.severity.rawValue): \(diagnostic.problem.message)"
      + (diagnostic.problem.hint.map { " | " + $0 } ?? "")
  }
  let wanted = expected.map { marker, message in
    "\(source.places[marker]?.line ?? -1):\(source.places[marker]?.column ?? -1): " + message
  }
  #expect(Set(found) == Set(wanted), sourceLocation: sourceLocation)
  #expect(found.count == wanted.count, sourceLocation: sourceLocation)
}

/// The shortest rule that is one, with more keys.
func rule(_ keys: String = "", hosts: String = "\"example.test\"") -> String {
  """
  return publisher {
    api = 1, name = "Example", hosts = { \(hosts) },
    drop = { related = { line { "MORE STORIES", at = "tail" } } },
    \(keys)
  }
  """
}
