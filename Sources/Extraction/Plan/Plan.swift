public import Copydesk
public import Pages

/// One publisher's rule in native form: what the extractor carries out without calling Lua.
///
/// `RuleEngine` compiles a Lua rule to a plan once; ``Extractor`` carries it out for each page. A plan is data: it can be counted,
/// listed and compared.
public struct Plan: Sendable {
  /// The rule's identity in reports: its domain, such as `headlineusa.com`.
  public var name: String
  public var publisher: Publisher
  /// Where the publisher's table stands, `rules/headlineusa.com/rule.lua:3`.
  public var from: String
  /// BCP 47; decides the language of date words and of cue phrases.
  public var language: String?
  /// What is to be taken as each field, first hit wins; all hits are kept as evidence.
  public var take: [Take] = []
  /// Where the body is: the first clause that hits; empty leaves it to the generic extractor.
  public var within: [Clause] = []
  /// In the body, which blocks stay; empty: all but what is dropped, or known for something else.
  public var keep: [Clause] = []
  public var drop: [Drop] = []
  public var expect = Expectations()

  public init(name: String, publisher: Publisher, from: String) {
    self.name = name
    self.publisher = publisher
    self.from = from
  }

  public struct Take: Sendable {
    public var field: Field
    public var alternatives: [Clause]

    public init(field: Field, alternatives: [Clause]) {
      self.field = field
      self.alternatives = alternatives
    }
  }

  public struct Drop: Sendable {
    public var role: Role
    public var clauses: [Clause]

    public init(role: Role, clauses: [Clause]) {
      self.role = role
      self.clauses = clauses
    }
  }

  /// What a rule promises of its articles; a broken promise is a finding.
  public struct Expectations: Sendable {
    public var required: [Field] = []
    /// Texts that must not be in the body.
    public var forbids: [String] = []
    /// The largest share of the page's *article region* that may be removed, 0 to 1.
    public var maxRemoved: Double?
    public var minWords: Int?

    public init() {}
  }
}

/// One condition of a rule: a matcher, and where in the rule it stands.
public struct Clause: Sendable {
  /// Position among all clauses of the plan, from 0; ``ExtractionOutcome/fired`` reports by it.
  public var id: Int
  /// `rules/headlineusa.com/rule.lua:9`.
  public var from: String
  public var matcher: Matcher
  /// A reason in the author's words, shown in place of the generated one.
  public var reason: String?
  /// A drop clause that would remove more than this share of the document's text does not fire, and leaves a finding.
  public var maxShare: Double?

  public init(id: Int, from: String, matcher: Matcher, reason: String? = nil, maxShare: Double? = nil) {
    self.id = id
    self.from = from
    self.matcher = matcher
    self.reason = reason
    self.maxShare = maxShare
  }
}

/// What a clause looks at.
public enum Matcher: Sendable {
  /// Elements; as a value their text, or the attribute's value. `format` parses the value as a date.
  case css(CSSSelector, attribute: String?, format: DateFormat?)
  case xpath(XPathExpression, format: DateFormat?)
  /// `meta name|property|itemprop`.
  case meta(String, format: DateFormat?)
  /// A path into the page's JSON-LD such as `author.name`, looked up in the article's object first, then in all.
  case jsonLD([String], format: DateFormat?)
  case line(LineMatcher)
  /// A template cut from the front of the first body paragraph (or from a line of its own above it).
  case byline(TextTemplate)
  /// A fixed value that only the rule can know.
  case value(String)
}

/// Finds blocks by their text and place. In HTML the lines are the page's blocks.
public struct LineMatcher: Sendable {
  /// Where a line has to be.
  public enum Place: String, Sendable, CaseIterable {
    /// Before the body's first paragraph.
    case head
    /// After the body's last paragraph.
    case tail
  }

  /// A line that another clause, or a template, points out.
  public enum Mark: Sendable {
    /// The block that became this field.
    case field(Field)
    case template(TextTemplate)
  }

  /// How far a hit extends.
  public enum Extent: Sendable {
    /// To the end of the document.
    case end
    /// Up to and including the next line that fits.
    case template(TextTemplate)
    /// This many lines in all.
    case count(Int)
  }

  /// What the line says; `nil` fits any line that is not empty.
  public var template: TextTemplate?
  /// The line is a date of this format.
  public var date: DateFormat?
  public var place: Place?
  /// The how-manieth hit counts, from 1; -1 is the last. `nil`: all.
  public var nth: Int?
  /// Only lines after this one.
  public var after: Mark?
  /// Only lines before this one.
  public var until: Mark?
  public var through: Extent?

  public init(template: TextTemplate? = nil) {
    self.template = template
  }
}
