import Copydesk

/// The JSON Schema of what `extract` and the sinks write. A test holds it against what is really written.
enum DocumentSchema {
  static var schema: JSONValue {
    var object = object(
      [
        ("id", identifier), ("url", nullable("string", "The address of the page.")),
        ("source", origin), ("mediaType", string("As the source states it.")),
        ("metadata", ["type": "object", "description": "Free-form facts that travel with the document."]),
        ("error", failure), ("content", string("The raw bytes, where they are UTF-8; always there with an error.")),
        (
          "contentBase64",
          [
            "type": "string", "contentEncoding": "base64",
            "description": "The raw bytes, where they are not UTF-8; always there with an error.",
          ]
        ),
        ("kind", kind), ("quality", quality), ("article", article), ("nextPage", nextPage), ("evidence", evidence),
        ("blocks", array(block, "Blocks of the input, in order, each with exactly one fate.")),
        ("findings", array(finding, "What is worth a human's eye.")),
      ], required: ["id"], about: "An article with the account of how it came about, or why there is none."
    ).adding([("anyOf", [["required": ["article"]], ["required": ["error"]]])])
    object = .object(
      JSONObject(
        [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "Copydesk document")]
          + (object.objectValue?.members.map { ($0.key, $0.value) } ?? [])))
    return object
  }

  private static var origin: JSONValue {
    object(
      [
        ("name", nullable("string", "The name of the source in the chain.")),
        ("path", nullable("string", "The file it was read from.")),
        ("headers", ["type": "object", "additionalProperties": ["type": "string"]]), ("fetchedAt", string("RFC 3339.")),
      ], about: "Where the document came from.")
  }

  private static var identifier: JSONValue {
    [
      "type": ["string", "integer", "null"],
      "description": "Identifies the document from run to run. From `extract`: as the line gives it, null where it gives none.",
    ]
  }

  private static var failure: JSONValue {
    let schema = object(
      [
        ("stage", string("In a dead letter: the label of the step that failed.")),
        ("rule", nullable("string", "The rule that was being carried out, with its line.")),
        ("code", string("In a dead letter: a stable name for the kind of error.")),
        ("kind", string("From `extract`: the same.")), ("message", string("In words.")),
      ], required: ["message"], about: "Why there is no article: in dead letters, and in lines of `extract`.")
    return schema.adding([("anyOf", [["required": ["stage", "code"]], ["required": ["kind"]]])])
  }

  private static var article: JSONValue {
    func text(_ about: String) -> JSONValue { nullable("string", about) }
    func truth(_ about: String) -> JSONValue { nullable("boolean", about + " null: not stated.") }
    func either(_ object: JSONValue) -> JSONValue { ["anyOf": [object, ["type": "null"]]] }
    let named: [(String, JSONValue)] = [("name", text("The name.")), ("domain", text("The registrable domain."))]
    let author = object(
      [
        ("name", string("The name.")), ("affiliation", text("The outlet or agency.")), ("url", string("The author's page.")),
        ("type", ["enum": ["Person", "Organization"]]),
      ], required: ["name"])
    let image = object(
      [("url", string("The address.")), ("caption", text("The caption.")), ("creditText", text("The credit."))], required: ["url"]
    )
    var schema = object(
      [
        ("headline", text("The headline, verbatim.")), ("alternativeHeadline", text("Another headline of the page.")),
        ("description", text("The deck or lead that the page sets apart.")), ("author", array(author, "Who wrote it.")),
        ("datePublished", text("ISO 8601, as precise as stated and no more.")), ("dateModified", text("As datePublished.")),
        ("dateline", text("The place line, as printed.")), ("publisher", either(object(named))),
        ("articleSection", text("The section.")), ("keywords", array(["type": "string"], "Keywords.")),
        ("inLanguage", text("BCP 47.")), ("image", array(image, "Images.")), ("url", text("The canonical address.")),
        (
          "isBasedOn",
          either(
            object(
              named + [("url", text("The original's address.")), ("notice", text("The syndication line, verbatim."))],
              about: "The work that this one republishes."))
        ),
        ("creditText", text("The agency or person credited, as printed.")),
        ("copyrightYear", nullable("integer", "The year of the notice.")), ("copyrightHolder", text("Who is named as holder.")),
        ("copyrightNotice", text("The notice, verbatim.")), ("usageInfo", text("The terms of use that are named, verbatim.")),
        ("correction", array(["type": "string"], "Corrections and editors' notes that stand with the article, verbatim.")),
        ("isAccessibleForFree", truth("Whether it can be read without paying.")),
        ("tdmReservation", truth("Whether text and data mining is reserved.")), ("sponsored", truth("Whether it is paid for.")),
        ("body", array(bodyElement, "The body.")), ("articleBody", string("The body as plain text.")),
        (
          "wordCount",
          ["type": "integer", "minimum": 0, "description": "Words; two Chinese or Japanese characters count as one."]
        ),
      ], about: "Property names are schema.org NewsArticle's; null means not stated.")
    if case .object(var members) = schema {
      members["type"] = ["object", "null"]
      schema = .object(members)
    }
    return schema
  }

  private static var bodyElement: JSONValue {
    let link = object(
      [("start", offset), ("end", offset), ("url", string("Where it leads."))], required: ["start", "end", "url"])
    return object(
      [
        ("type", choice(BodyElement.Kind.allCases.map(\.rawValue))), ("text", string("The text.")),
        ("level", ["type": "integer", "minimum": 1, "maximum": 6]), ("ordered", ["type": "boolean"]),
        ("items", array(["type": "string"], "The items of a list.")),
        ("levels", array(["type": "integer", "minimum": 1], "How deep each item stands; absent where all stand at 1.")),
        ("rows", array(array(["type": "string"], "Cells."), "The rows of a table.")),
        ("headerRows", ["type": "integer", "minimum": 1, "description": "How many rows at the top are headings."]),
        ("url", string("A figure's or embed's address.")), ("creditText", string("A figure's credit.")),
        ("provider", string("Whose post, film or map an embed shows.")),
        ("programmingLanguage", string("The language of a code block, as the page names it.")),
        ("datePublished", string("In the heading that opens a live blog's entry: its time, ISO 8601 as precise as stated.")),
        ("line", ["type": "integer", "minimum": 1, "description": "Where a figure or embed that is in no block stands."]),
        (
          "links",
          array(
            link,
            "Links. Offsets are UTF-8 within the text; of a list or table, within its lines joined by line feeds, cells by tabs."
          )
        ),
      ], required: ["type"])
  }

  private static var kind: JSONValue {
    object(
      [
        ("name", choice(PageKind.Name.allCases.map(\.rawValue))), ("confidence", confidence),
        ("evidence", array(["type": "string"], "What speaks for it, each with its place.")),
      ], required: ["name", "confidence", "evidence"], about: "What the page is.")
  }

  private static var quality: JSONValue {
    let signal = object(
      [
        ("name", string("A stable name.")), ("value", confidence),
        ("effect", ["type": "number", "description": "What it adds to the log odds; below 0 it speaks for a doubtful article."]),
      ], required: ["name", "value", "effect"])
    return object(
      [("value", confidence), ("signals", array(signal, "What it was judged by, the weightiest first."))],
      required: ["value", "signals"], about: "How good the article likely is: an estimate of the share of the body that is right."
    )
  }

  private static var nextPage: JSONValue {
    object(
      [("url", string("The address.")), ("from", string("Where it is stated."))], required: ["url", "from"],
      about: "Where the article goes on, if the page is but a part of it.")
  }

  private static var evidence: JSONValue {
    let candidate = object(
      [
        ("value", string("The value.")), ("raw", string("The source's words.")), ("from", string("Where it was found.")),
        ("confidence", confidence), ("agrees", ["type": "boolean"]),
      ], required: ["value", "raw", "from", "confidence"])
    let evidence = object(
      [
        ("raw", string("The source's own words.")), ("from", string("Where it was found.")), ("confidence", confidence),
        ("precision", choice(PartialDate.Precision.allCases.map(\.rawValue))),
        ("notes", array(["type": "string"], "What was checked.")),
        ("others", array(candidate, "The candidates that lost.")),
      ], required: ["raw", "from", "confidence"])
    return object(Field.allCases.map { ($0.rawValue, evidence) }, about: "Why a field has the value it has.")
  }

  private static var block: JSONValue {
    let role = choice(Role.allCases.map(\.rawValue))
    let field = choice(Field.allCases.map(\.rawValue))
    let decided: [(String, JSONValue)] = [
      ("text", string("Exactly as in the normalised input.")), ("role", role), ("to", field),
      ("by", string("Who decided: a rule's file and line, or generic:<heuristic>.")), ("reason", string("Why.")),
    ]
    let span = object(
      [("start", offset), ("end", offset)] + decided, required: ["start", "end", "text", "role", "by", "reason"])
    return object(
      [("n", ["type": "integer", "minimum": 1]), ("fate", choice(Fate.allCases.map(\.rawValue)))] + decided + [
        ("edits", array(span, "Spans that went elsewhere; offsets are UTF-8.")), ("line", ["type": "integer", "minimum": 1]),
      ], required: ["n", "text", "role", "fate", "by", "reason"])
  }

  private static var finding: JSONValue {
    object([("code", string("A stable name.")), ("message", string("In words."))], required: ["code", "message"])
  }

  // MARK: - Parts

  private static let offset: JSONValue = ["type": "integer", "minimum": 0]
  private static let confidence: JSONValue = ["type": "number", "minimum": 0, "maximum": 1]

  private static func object(_ properties: [(String, JSONValue)], required: [String] = [], about: String? = nil) -> JSONValue {
    var schema = JSONObject([("type", "object")])
    if let about { schema["description"] = .string(about) }
    schema["properties"] = .object(JSONObject(properties))
    if !required.isEmpty { schema["required"] = .array(required.map(JSONValue.string)) }
    schema["additionalProperties"] = false
    return .object(schema)
  }

  private static func array(_ items: JSONValue, _ about: String) -> JSONValue {
    ["type": "array", "description": .string(about), "items": items]
  }

  private static func string(_ about: String) -> JSONValue { ["type": "string", "description": .string(about)] }
  private static func nullable(_ type: String, _ about: String) -> JSONValue {
    ["type": [.string(type), "null"], "description": .string(about)]
  }
  private static func choice(_ names: [String]) -> JSONValue { ["enum": .array(names.map(JSONValue.string))] }
}

extension JSONValue {
  /// An object with more members.
  fileprivate func adding(_ members: [(String, JSONValue)]) -> JSONValue {
    guard case .object(var object) = self else { return self }
    for (key, value) in members { object[key] = value }
    return .object(object)
  }
}
