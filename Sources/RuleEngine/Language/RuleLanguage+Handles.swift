import Copydesk

extension RuleLanguage {
  /// The handles that `edit`, expressions and Lua plugins meet. All are read-only and die with the document.
  static let handles: [HandleSpec] = [
    HandleSpec(
      kind: "page", className: "copydesk.Page", about: "The parsed input: an HTML page or a text dump.",
      members: [
        .property("text", type: "string", about: "The whole text, one block to a line."),
        .property("kind", type: "\"html\"|\"text\"", about: "What the input is."),
        .property("url", type: "string?", about: "The address that the document came with."),
        .property("blocks", type: "copydesk.Blocks", about: "The paragraphs, headings, list items and lines, in order."),
        .method(
          "select", parameters: [("selector", "string")], returns: "copydesk.Node[]",
          about: "The elements that a CSS selector matches; none in a text dump."),
        .method(
          "xpath", parameters: [("expression", "string")], returns: "copydesk.Node[]|string[]|string|number|boolean",
          about: "What an XPath 1.0 expression comes to."),
        .method(
          "meta", parameters: [("name", "string")], returns: "string?",
          about: "The content of the first `meta` element with this name, property or itemprop."),
        .method(
          "jsonld", parameters: [("path", "string")], returns: "any",
          about: "The first value at a path such as `author.name` in the page's JSON-LD."),
      ]),
    HandleSpec(
      kind: "node", className: "copydesk.Node", about: "An element of an HTML page.",
      members: [
        .property("text", type: "string", about: "Its visible text."),
        .property("name", type: "string", about: "The element's name, `p`."),
        .property("path", type: "string", about: "Where it is, for messages."),
        .property("parent", type: "copydesk.Node?", about: "The element around it."),
        .property("blocks", type: "copydesk.Block[]", about: "The blocks that begin within it."),
        .method("attr", parameters: [("name", "string")], returns: "string?", about: "An attribute's value."),
        .method(
          "select", parameters: [("selector", "string")], returns: "copydesk.Node[]",
          about: "The elements within it that a CSS selector matches."),
      ]),
    HandleSpec(
      kind: "blocks", className: "copydesk.Blocks", about: "The blocks of a page; `#` and `ipairs` work.",
      members: [.list(of: "copydesk.Block")]),
    HandleSpec(
      kind: "block", className: "copydesk.Block", about: "A paragraph-level run of text and what was decided about it.",
      members: [
        .property("n", type: "integer", about: "Its position in the document, from 1."),
        .property("text", type: "string", about: "Its text, exactly as in the input."),
        .property(
          "kind", type: "\"paragraph\"|\"heading\"|\"listItem\"|\"quote\"|\"caption\"|\"tableRow\"|\"preformatted\"|\"line\"",
          about: "What sort of run it is."),
        .property("level", type: "integer", about: "The level of a heading, the depth of a list item; else 0."),
        .property("line", type: "integer?", about: "The line of the input that it begins in."),
        .property("link_density", type: "number", about: "The share of its text that is within links, 0 to 1."),
        .property("node", type: "copydesk.Node?", about: "The nearest block-level element around it."),
        .property("role", type: "copydesk.Role|\"body\"|nil", about: "What it was found to be."),
        .property("fate", type: "\"kept\"|\"edited\"|\"moved\"|\"removed\"|nil", about: "What is to become of it."),
        .property("to", type: "copydesk.Property?", about: "The property that it became."),
      ]),
    HandleSpec(
      kind: "article", className: "copydesk.Article",
      about: "The article as it stands; properties are as in the article's JSON, `nil` where nothing is stated.",
      members: Field.allCases.filter { $0 != .articleBody }.map {
        .property($0.rawValue, type: luaType(of: $0), about: "schema.org `\($0.rawValue)`.")
      } + [
        .property("articleBody", type: "string", about: "The body as plain text."),
        .property("wordCount", type: "integer", about: "The words of the body."),
      ]),
    HandleSpec(
      kind: "quality", className: "copydesk.Quality", about: "How good an article likely is, estimated without its truth.",
      members: [
        .property("value", type: "number", about: "The share of the body that is likely right, 0 to 1."),
        .property("signals", type: "table<string, number>", about: "What it was judged by, each 0 to 1, by name."),
      ]),
    HandleSpec(
      kind: "document", className: "copydesk.Document", about: "A document on its way through a chain.",
      members: [
        .property("id", type: "string", about: "The same from run to run."),
        .property("url", type: "string?", about: "The address it came with."),
        .property("source", type: "string?", about: "The name of its source in the chain."),
        .property("path", type: "string?", about: "The file it was read from."),
        .property("media_type", type: "string?", about: "As its source states it."),
        .property("size", type: "integer", about: "Its raw bytes."),
        .property("metadata", type: "table<string, any>", about: "The free-form facts that travel with it."),
        .property("article", type: "copydesk.Article?", about: "`nil` before `extract`."),
        .property("quality", type: "copydesk.Quality?", about: "How good the article likely is; `nil` before `extract`."),
        .property("findings", type: "{ code: string, message: string }[]", about: "What was noticed so far."),
        .method(
          "set", parameters: [("property", "copydesk.Property"), ("value", "any"), ("reason", "string")], returns: "nil",
          about: "Gives a property of the article a value."),
        .method(
          "set_metadata", parameters: [("name", "string"), ("value", "any")], returns: "nil",
          about: "Leaves a fact; `nil` takes it away."),
        .method(
          "finding", parameters: [("code", "string"), ("message", "string")], returns: "nil",
          about: "Reports something worth a human's eye."),
        .method("drop", parameters: [("reason", "string")], returns: "nil", about: "Takes the document out of the chain."),
      ]),
  ]

  private static func luaType(of field: Field) -> String {
    switch field {
    case .author: "{ name: string, affiliation: string?, url: string?, type: string? }[]"
    case .publisher: "{ name: string?, domain: string? }?"
    case .isBasedOn: "{ name: string?, domain: string?, url: string?, notice: string? }?"
    case .keywords, .correction: "string[]"
    case .image: "{ url: string, caption: string?, creditText: string? }[]"
    case .copyrightYear: "integer?"
    case .isAccessibleForFree, .tdmReservation, .sponsored: "boolean?"
    default: "string?"
    }
  }
}
