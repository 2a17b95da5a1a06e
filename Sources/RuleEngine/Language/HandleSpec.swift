/// A kind of handle as scripts see it: its members with their types and words. ``RuleHost`` declares the same members with their
/// bodies; a test holds the two against each other.
struct HandleSpec: Sendable {
  enum Member: Sendable {
    case property(String, type: String, about: String)
    case method(String, parameters: [(name: String, type: String)], returns: String, about: String)
    /// `handle[i]` and `#handle`.
    case list(of: String)

    var name: String? {
      switch self {
      case .property(let name, _, _), .method(let name, _, _, _): name
      case .list: nil
      }
    }
  }

  /// As ``RuleHost`` declares it.
  var kind: String
  /// In the annotations: `copydesk.Page`.
  var className: String
  var about: String
  var members: [Member]
}
