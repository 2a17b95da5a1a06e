public import Copydesk
public import Extraction

/// One publisher's rule, read, checked and compiled.
public struct Rule: Sendable {
  /// The name of its folder, which is the publisher's domain.
  public let domain: String
  /// The publisher's name.
  public let name: String
  /// In comparable form: lower case, international names in ASCII.
  public let hosts: [String]
  /// Its place in reports and evidence, `rules/headlineusa.com/rule.lua`.
  public let file: String
  /// Where it was read from, as the rules directory was given.
  public let path: String
  /// The plan for articles newer than any version.
  public let plan: Plan
  /// How older articles are treated, oldest first.
  public let versions: [Version]
  /// All clauses, the versions' included.
  public let clauses: [RuleClause]
  /// Where the newsroom's clock stands; never applied to a date.
  public let timezone: String?
  /// Whether the rule has an `edit` function.
  public let hasEdit: Bool
  /// The line of the key `edit`, for what the function as a whole got wrong; `nil` where it is not written down.
  let editLine: Int?

  let fingerprints: [Fingerprint]
  /// The text, which a worker runs again in its own machine when there is a function to call.
  let source: [UInt8]

  /// What a rule says of articles up to a day.
  public struct Version: Sendable {
    public var untilDate: CalendarDay
    public var plan: Plan
  }

  /// The words by which documents without an address are recognised, as the rule states them.
  public var recognizedBy: [String] { fingerprints.map(\.text) }

  /// The plan for an article of this date: the oldest version whose last day the date does not pass. Without a date it is the newest;
  /// a date that is known to the month only counts as the month's last day.
  public func plan(for date: PartialDate?) -> Plan {
    guard let date else { return plan }
    let day = CalendarDay(latestOf: date)
    return versions.first { day <= $0.untilDate }?.plan ?? plan
  }
}
