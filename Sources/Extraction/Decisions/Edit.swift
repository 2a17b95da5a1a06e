public import Copydesk

/// One change that a rule's `edit` function asks for. Blocks are named by ``Copydesk/Block/n``, from 1.
public struct Edit: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    /// Takes the block out of the article.
    case remove(block: Int, role: Role, reason: String)
    /// Puts the block into the body, whatever was decided before.
    case keep(block: Int, reason: String)
    /// Makes the block (part of) a field; the block's text becomes the value unless a `set` of the same field follows.
    case move(block: Int, to: Field, reason: String)
    /// Cuts a span out of a block that stays in the body. `range` is in UTF-8 bytes of the block's text; `to` moves the span to a field.
    case cut(block: Int, range: Range<Int>, role: Role, to: Field?, reason: String)
    /// Gives a field a value that stands nowhere on the page as such.
    case set(field: Field, value: JSONValue, reason: String)
    /// Reports something worth a human's eye.
    case finding(code: String, message: String)
  }

  public var action: Action
  /// The line of the rule that asked: `rules/example.test/rule.lua:40`.
  public var by: String

  public init(_ action: Action, by: String) {
    self.action = action
    self.by = by
  }
}

/// Why an ``Edit`` cannot be carried out.
public struct EditError: Error, Sendable, Hashable {
  public enum Problem: Sendable, Hashable {
    case noSuchBlock(Int, count: Int)
    /// The range reaches out of the block, is empty, or splits a character.
    case badRange(Range<Int>, block: Int, bytes: Int)
    case overlappingCut(Range<Int>, block: Int)
    /// A cut needs a block that stands in the body.
    case notInBody(block: Int)
    /// The value's type does not fit the field; `expected` in words of JSON.
    case wrongType(Field, expected: String)
    /// The field is made from the blocks and cannot be set.
    case notSettable(Field)
  }

  public var problem: Problem
  /// Where in the rule the edit comes from.
  public var by: String

  public init(_ problem: Problem, by: String) {
    self.problem = problem
    self.by = by
  }
}

extension EditError: CustomStringConvertible {
  public var description: String { "\(by): error: \(message)" }

  /// What is wrong, without the place.
  public var message: String {
    switch problem {
    case .noSuchBlock(let n, let count): "no block \(n): the page has \(count), counted from 1"
    case .badRange(let range, let block, let bytes):
      "cannot cut bytes \(range.lowerBound)..<\(range.upperBound) from block \(block): it has \(bytes) bytes, and a cut must "
        + "not be empty or split a character"
    case .overlappingCut(let range, let block):
      "cannot cut bytes \(range.lowerBound)..<\(range.upperBound) from block \(block): another cut covers part of them"
    case .notInBody(let block): "cannot cut from block \(block): it does not stand in the body"
    case .wrongType(let field, let expected): "cannot set '\(field.rawValue)': expected \(expected)"
    case .notSettable(let field): "cannot set '\(field.rawValue)': it is made from the blocks"
    }
  }
}
