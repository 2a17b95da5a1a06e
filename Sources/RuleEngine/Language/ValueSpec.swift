/// What may stand in one place of a rule.
indirect enum ValueSpec: Sendable {
  /// Plain text of some kind; the kind decides which further checks are made.
  case string(StringKind)
  case integer(ClosedRange<Int>, butNotZero: Bool = false)
  /// A share from 0 to 1.
  case share
  case boolean
  case function(parameters: [(name: String, type: String)], returns: String)
  /// One of a few words.
  case choice([String])
  /// The name of an article property.
  case field
  /// A field's name, or a `line`: what another line is measured from.
  case mark
  /// `"end"`, a number of lines, or a `line`.
  case extent
  case list(ValueSpec)
  /// One value, or a list of them.
  case oneOrMore(ValueSpec)
  /// A constructor's value, such as `css "h1"`.
  case clause(ClausePlace)
  case table(TableSpec)
  /// A table whose keys are fields or roles.
  case fields(ValueSpec)
  case roles(ValueSpec)
  /// A table whose keys the author chooses.
  case names(ValueSpec)
  /// Anything that JSON can say.
  case data

  enum StringKind: Sendable {
    case text, host, language, timezone, date, dateFormat, selector, xpath, template, metaName, jsonPath
  }
}

/// The places that take clauses; what may stand there differs.
enum ClausePlace: String, Sendable, CaseIterable {
  case take, within, keep, drop, recognize
}

/// A table of the rule language with fixed keys.
struct TableSpec: Sendable {
  /// Its class in the editor annotations, `copydesk.body`.
  var name: String
  var about: String
  var keys: [KeySpec]

  func key(_ name: String) -> KeySpec? { keys.first { $0.name == name } }
}

/// One key of a table, or one option of a constructor.
struct KeySpec: Sendable {
  var name: String
  var type: ValueSpec
  var about: String
  var isRequired: Bool
  /// Of an option: where the clause has to stand for the option to mean anything; `nil` anywhere.
  var places: Set<ClausePlace>?

  init(_ name: String, _ type: ValueSpec, required: Bool = false, in places: Set<ClausePlace>? = nil, _ about: String) {
    self.name = name
    self.type = type
    self.about = about
    self.isRequired = required
    self.places = places
  }

  func applies(in place: ClausePlace) -> Bool { places?.contains(place) ?? true }
}

/// A function that makes clauses: `css "h1"`, `line { "…", at = "tail" }`.
struct ConstructorSpec: Sendable {
  var name: String
  var about: String
  var example: String
  /// The value without a key.
  var argument: ValueSpec.StringKind
  var argumentName: String
  /// Whether a clause makes sense without it.
  var needsArgument: Bool
  var options: [KeySpec]
  var places: Set<ClausePlace>

  func option(_ name: String, in place: ClausePlace) -> KeySpec? {
    options.first { $0.name == name && $0.applies(in: place) }
  }
}
