import Copydesk

/// A function that makes an edit, for a rule's `edit` to return: `remove(block, "advertisement", "…")`.
struct EditConstructorSpec: Sendable {
  struct Parameter: Sendable {
    enum Kind: Sendable {
      /// A block of the page, or its number.
      case block
      case role, field, text
      /// Anything that JSON can say.
      case value
    }

    var name: String
    var kind: Kind
    var isOptional = false
  }

  var name: String
  var about: String
  var parameters: [Parameter]
}

extension RuleLanguage {
  private typealias Parameter = EditConstructorSpec.Parameter

  static let editConstructors: [EditConstructorSpec] = {
    let block = Parameter(name: "block", kind: .block)
    let role = Parameter(name: "role", kind: .role)
    let field = Parameter(name: "property", kind: .field)
    let reason = Parameter(name: "reason", kind: .text)
    return [
      EditConstructorSpec(name: "remove", about: "Takes a block out of the article.", parameters: [block, role, reason]),
      EditConstructorSpec(
        name: "keep", about: "Puts a block into the body, whatever was decided before.", parameters: [block, reason]),
      EditConstructorSpec(
        name: "move", about: "Makes a block a property: its text becomes the value unless a `set` of the same property follows.",
        parameters: [block, field, reason]),
      EditConstructorSpec(
        name: "cut", about: "Cuts words out of a block that stays in the body; with a property they become its value.",
        parameters: [
          block, Parameter(name: "words", kind: .text), role, reason, Parameter(name: "property", kind: .field, isOptional: true),
        ]),
      EditConstructorSpec(
        name: "set", about: "Gives a property a value that stands nowhere on the page as such.",
        parameters: [field, Parameter(name: "value", kind: .value), reason]),
      EditConstructorSpec(
        name: "finding", about: "Reports something worth a human's eye, under a stable code.",
        parameters: [Parameter(name: "code", kind: .text), Parameter(name: "message", kind: .text)]),
    ]
  }()
}
