public import Copydesk

/// What a line says about itself: an advertisement's mark, the heading of a widget, a rights notice, a syndication line, a credit.
public struct Cue: Sendable, Hashable {
  public var role: Role
  public var scope: Scope
  /// The words that gave it away, folded to lower case.
  public var phrase: String
  /// Why, in one phrase for a newsroom reader.
  public var reason: String
  /// For a rights notice, what it says.
  public var rights: RightsNotice?
  /// For a syndication line, what it says.
  public var syndication: SyndicationNotice?

  /// How much the cue is about.
  public enum Scope: String, Sendable, Hashable {
    /// The whole line is the cue, as in `- Advertisement -`: safe anywhere on a line of its own.
    case line
    /// The line is a heading, and what follows belongs to it: `TRENDING NOW`.
    case heading
    /// The line only begins with the cue: `Read more: …`. Weigh it with the line's length, links and place.
    case opening
  }

  public init(
    role: Role, scope: Scope, phrase: String, reason: String, rights: RightsNotice? = nil, syndication: SyndicationNotice? = nil
  ) {
    self.role = role
    self.scope = scope
    self.phrase = phrase
    self.reason = reason
    self.rights = rights
    self.syndication = syndication
  }
}

/// A statement of rights: `Copyright 2025 Example Ltd. All rights reserved.`
public struct RightsNotice: Sendable, Hashable {
  /// The whole notice, verbatim.
  public var notice: String
  public var year: Int?
  /// Who holds the rights, where the notice names them.
  public var holder: String?
  /// The terms of use that it names, verbatim.
  public var usageInfo: String?
  /// The address for inquiries, without the full stop that ends the sentence.
  public var contactURL: String?
  /// The registrable domain of ``contactURL``.
  public var contactDomain: String?

  public init(
    notice: String, year: Int? = nil, holder: String? = nil, usageInfo: String? = nil, contactURL: String? = nil,
    contactDomain: String? = nil
  ) {
    self.notice = notice
    self.year = year
    self.holder = holder
    self.usageInfo = usageInfo
    self.contactURL = contactURL
    self.contactDomain = contactDomain
  }
}

/// A statement of where, or but when or by whom, an article first appeared: `This article originally appeared at Antiwar.com.`,
/// `Originally published in April 2020.`
public struct SyndicationNotice: Sendable, Hashable {
  /// The whole line, verbatim.
  public var notice: String
  /// The publication named.
  public var name: String?
  public var domain: String?
  public var url: String?
  /// The month named, where no publication is.
  public var published: PartialDate?
  /// The author named, where no publication is.
  public var writer: String?

  public init(notice: String, name: String? = nil, domain: String? = nil, url: String? = nil) {
    self.notice = notice
    self.name = name
    self.domain = domain
    self.url = url
  }

  /// The field that the line goes to.
  var field: Field { published != nil ? .datePublished : writer != nil ? .author : .isBasedOn }
}
