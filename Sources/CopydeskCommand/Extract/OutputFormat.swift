import ArgumentParser

/// In what form an article is printed.
enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case json, jsonld, markdown, text, html
}
