import Copydesk

/// The rule language as one value: what the reader checks against, what nearest names are looked up in, and what the editor
/// annotations and the reference page are printed from.
public enum RuleLanguage {
  /// The version of the language; a rule states the one that it is written in.
  public static let version = 1

  static let publisher = TableSpec(
    name: "publisher",
    about:
      "One publisher's rule. Everything but `name` and `hosts` may be left out; what a rule does not say, the generic extractor finds.",
    keys: [
      KeySpec("api", .integer(1...Int.max), required: true, "The version of the rule language that the rule is written in: 1."),
      KeySpec("name", .string(.text), required: true, "The publisher's name as readers know it."),
      KeySpec(
        "hosts", .list(.string(.host)), required: true,
        "Hosts whose pages the rule is for, the publisher's domain first; a host includes its subdomains."),
      KeySpec(
        "recognize", .oneOrMore(.clause(.recognize)),
        "Words by which a document that carries no address is known to be the publisher's."),
      KeySpec("language", .string(.language), "The language of the articles, BCP 47."),
      KeySpec(
        "timezone", .string(.timezone),
        "Where the newsroom's clock stands. Noted beside a time that is printed without an offset; never applied to it."),
      KeySpec(
        "take", .fields(.oneOrMore(.clause(.take))),
        "Per article property, where it stands: the first clause that hits wins, the others are kept as evidence."),
      KeySpec("body", .table(body), "Where the body is and what of it stays."),
      KeySpec("drop", .roles(.oneOrMore(.clause(.drop))), "Per role, what does not belong to the article."),
      KeySpec("versions", .list(.table(datedVersion)), "How the rule differs for older articles, oldest first."),
      KeySpec(
        "edit", .function(parameters: [("article", "copydesk.Article"), ("page", "copydesk.Page")], returns: "copydesk.Edit[]?"),
        "The escape hatch: looks at the article and its page and returns a list of edits."),
      KeySpec("expect", .table(expect), "What the rule promises; a broken promise is a finding."),
    ])

  static let body = TableSpec(
    name: "body", about: "Where the body is and what of it stays.",
    keys: [
      KeySpec(
        "within", .oneOrMore(.clause(.within)),
        "The element that holds the body: the first clause that hits. A string is a CSS selector."),
      KeySpec(
        "keep", .oneOrMore(.clause(.keep)),
        "Which blocks of it stay, whatever they look like; without it, all but what `drop` names or the generic extractor knows for something else. A string is a CSS selector."
      ),
    ])

  static let expect = TableSpec(
    name: "expect", about: "What the rule promises of its articles.",
    keys: [
      KeySpec("required", .list(.field), "Properties that every article has."),
      KeySpec("forbids", .list(.string(.text)), "Texts that must not be in the body."),
      KeySpec("max_removed", .share, "The largest share of the article's text that may be removed, 0 to 1."),
      KeySpec("min_words", .integer(0...1_000_000), "The fewest words a body has."),
    ])

  static let datedVersion = TableSpec(
    name: "version",
    about:
      "What was different up to a day. A property in `take`, a role in `drop` and a key of `body` replaces the rule's own; the rest is inherited.",
    keys: [
      KeySpec("until_date", .string(.date), required: true, "The last day of publication that the version is for."),
      KeySpec("language", .string(.language), "The language of the articles then."),
      KeySpec("take", .fields(.oneOrMore(.clause(.take))), "Where properties stood then."),
      KeySpec("body", .table(body), "Where the body was then."),
      KeySpec("drop", .roles(.oneOrMore(.clause(.drop))), "What did not belong then."),
      KeySpec("expect", .table(expect), "What is promised of articles of that time."),
    ])

  // MARK: - Constructors

  private static let reason = KeySpec(
    "reason", .string(.text), in: [.take, .keep, .drop], "Why, in your own words; shown in place of the generated reason.")
  private static let maxShare = KeySpec(
    "max_share", .share, in: [.drop],
    "The largest share of the document's text that the clause may remove; beyond it the clause does not act and leaves a finding."
  )
  private static let date = KeySpec(
    "date", .string(.dateFormat), in: [.take], "The value is a date of this format, such as `%A, %B %d, %Y`.")

  static let constructors: [ConstructorSpec] = [
    ConstructorSpec(
      name: "css", about: "Elements that a CSS selector matches; as a value, the text of the first.",
      example: #"css { "time.published", attr = "datetime" }"#,
      argument: .selector, argumentName: "selector", needsArgument: true,
      options: [
        KeySpec("attr", .string(.text), in: [.take], "The value is this attribute's, not the text."),
        date, reason, maxShare,
      ], places: [.take, .within, .keep, .drop]),
    ConstructorSpec(
      name: "xpath",
      about: "Elements or values that an XPath 1.0 expression finds. Slower than `css`: use it for what `css` cannot say.",
      example: #"xpath "//p[strong[starts-with(., 'By ')]]""#,
      argument: .xpath, argumentName: "expression", needsArgument: true, options: [date, reason, maxShare],
      places: [.take, .within, .keep, .drop]),
    ConstructorSpec(
      name: "meta", about: "The content of a `meta` element by its name, property or itemprop.", example: #"meta "og:title""#,
      argument: .metaName, argumentName: "name", needsArgument: true, options: [date, reason], places: [.take]),
    ConstructorSpec(
      name: "jsonld", about: "A value in the page's JSON-LD by its path, looked up in the article's object first.",
      example: #"jsonld "author.name""#,
      argument: .jsonPath, argumentName: "path", needsArgument: true, options: [date, reason], places: [.take]),
    ConstructorSpec(
      name: "line",
      about:
        "Lines of a text dump, or blocks of a page, by what they say and where they stand. The text is a template: `${name}` captures, "
        + "`*` is any run of characters; the shapes of quotes, dashes and spaces need not agree.",
      example: #"line { "TRENDING NOW", at = "tail", through = "end", max_share = 0.05 }"#,
      argument: .template, argumentName: "template", needsArgument: false,
      options: [
        KeySpec("at", .choice(LineMatcherPlace.names), "`head`: before the body's first paragraph; `tail`: after its last."),
        KeySpec("nth", .integer(-1...1000, butNotZero: true), "Which of the hits counts, from 1; -1 is the last."),
        KeySpec("after", .mark, "Only lines after the one that became this property, or after this `line`."),
        KeySpec("before", .mark, "Only lines before the one that became this property, or before this `line`."),
        KeySpec(
          "through", .extent, in: [.drop],
          "How far the hit extends: to the `\"end\"` of the document, over this many lines in all, or up to and including the next such `line`."
        ),
        KeySpec("ignore_case", .boolean, "Whether capitals and small letters are equal; without it they are not."),
        date, reason, maxShare,
      ], places: [.take, .keep, .drop]),
    ConstructorSpec(
      name: "byline",
      about: "A template cut from the front of the first paragraph, or from a line of its own above it.",
      example: #"byline "(${name}, ${affiliation})""#,
      argument: .template, argumentName: "template", needsArgument: true, options: [reason], places: [.take]),
    ConstructorSpec(
      name: "value", about: "A fixed value that only the rule can know.", example: #"value "Opinion""#,
      argument: .text, argumentName: "text", needsArgument: true, options: [reason], places: [.take]),
    ConstructorSpec(
      name: "text",
      about: "For `recognize`: the document contains these words; case, quotes, dashes and spaces need not agree.",
      example: #"text { "example.test/terms", at = "tail" }"#,
      argument: .text, argumentName: "words", needsArgument: true,
      options: [KeySpec("at", .choice(["head", "tail"]), "Only among the first, or the last, ten lines that are not empty.")],
      places: [.recognize]),
  ]

  static func constructor(_ name: String) -> ConstructorSpec? { constructorsByName[name] }

  private static let constructorsByName = Dictionary(uniqueKeysWithValues: constructors.map { ($0.name, $0) })

  /// The constructors that may stand in a place.
  static func constructors(in place: ClausePlace) -> [String] { constructorNames[place] ?? [] }

  private static let constructorNames = Dictionary(
    uniqueKeysWithValues: ClausePlace.allCases.map { place in
      (place, constructors.filter { $0.places.contains(place) }.map(\.name))
    })

  /// What a string by itself means in a place; `nil` where it means nothing.
  static func constructor(forBareStringIn place: ClausePlace) -> String? {
    switch place {
    case .within, .keep: "css"
    case .recognize: "text"
    case .take, .drop: nil
    }
  }

  /// The roles that a rule may drop blocks as: every role but the body's own.
  static let droppableRoles = Role.allCases.filter { $0 != .body }

  /// The properties that a rule may take: all but those that are made from the blocks.
  static let takeableFields = Field.allCases.filter { $0 != .articleBody }

  /// The captures that a template may have for a property, where it has parts.
  static func captures(for field: Field) -> [String] {
    switch field {
    case .author: ["name", "affiliation", "value"]
    case .isBasedOn: ["name", "domain", "url", "value"]
    case .publisher: ["name", "domain", "value"]
    default: ["value"]
    }
  }
}

/// The places of a `line`, as `Plan` knows them.
enum LineMatcherPlace {
  static let names = ["head", "tail"]
}
