import Copydesk
import Extraction

/// Tries the clauses of a drafted rule on the page that it was drafted from, and keeps those that hit and change nothing.
///
/// What a rule says outranks what the generic extractor finds, and that may have cut a site's name from a title or removed an
/// advertisement from the midst of the text. A first rule must not undo it: whoever writes the rule is the one to say that the page should come
/// out otherwise.
struct DraftTrial {
  /// What comes out of the page by a draft.
  struct Outcome {
    var article: Article
    /// The paths of the clauses that hit: `take.headline[1]`, `body.within`.
    var fired: Set<String>
  }

  private let process: (RuleDraft) throws -> Outcome
  private let wanted: Article
  private(set) var draft: RuleDraft
  private(set) var leftOut: [RuleScaffold.LeftOut] = []

  init(_ full: RuleDraft, process: @escaping (RuleDraft) throws -> Outcome) throws {
    self.process = process
    draft = full.bare
    wanted = try process(draft).article
    for (field, clauses) in full.take {
      for clause in clauses { try tryTake(field, clause) }
    }
    if try !tryBody(full.within, full.drop) {
      for (role, clauses) in full.drop {
        for clause in clauses { try tryDrop(role, clause) }
      }
    }
  }

  /// A clause that hits first gives the value, so each is tried in front of those that are kept.
  private mutating func tryTake(_ field: Field, _ clause: String) throws {
    let kept = draft.take.first { $0.field == field }?.clauses ?? []
    guard !kept.contains(clause) else { return }
    var trial = draft
    trial.take.removeAll { $0.field == field }
    trial.take.append((field, [clause] + kept))
    let outcome = try process(trial)
    guard outcome.fired.contains("take.\(field.rawValue)[1]") else { return }
    if outcome.article == wanted {
      draft.take.removeAll { $0.field == field }
      draft.take.append((field, kept + [clause]))
    } else {
      leaveOut("\(field.rawValue) = \(clause)", outcome.article, first: field)
    }
  }

  /// The element around the body together with what is dropped from it: alone it would bring all of that back.
  private mutating func tryBody(_ within: String?, _ drop: [(role: Role, clauses: [String])]) throws -> Bool {
    guard let within else { return false }
    var trial = draft
    trial.within = within
    trial.drop = drop
    var outcome = try process(trial)
    guard outcome.fired.contains("body.within") else { return false }
    if outcome.article == wanted {
      // What did not hit did nothing.
      trial.drop = drop.map { role, clauses in
        let path = "drop.\(role.rawValue)"
        return (role, clauses.enumerated().filter { outcome.fired.contains("\(path)[\($0.offset + 1)]") }.map(\.element))
      }
      trial.drop.removeAll { $0.clauses.isEmpty }
      outcome = try process(trial)
    }
    guard outcome.article == wanted else {
      leaveOut("body.within = css \(LuaText.quoted(within))", outcome.article, first: nil)
      return false
    }
    draft = trial
    return true
  }

  private mutating func tryDrop(_ role: Role, _ clause: String) throws {
    var trial = draft
    let index = trial.drop.firstIndex { $0.role == role } ?? trial.drop.endIndex
    if index == trial.drop.endIndex { trial.drop.append((role, [])) }
    trial.drop[index].clauses.append(clause)
    let outcome = try process(trial)
    guard outcome.fired.contains("drop.\(role.rawValue)[\(trial.drop[index].clauses.count)]") else { return }
    if outcome.article == wanted {
      draft = trial
    } else {
      leaveOut("drop.\(role.rawValue) = \(clause)", outcome.article, first: nil)
    }
  }

  // MARK: - What is left out

  private mutating func leaveOut(_ clause: String, _ article: Article, first: Field?) {
    let fields = (first.map { [$0] } ?? []) + Field.allCases
    let difference = fields.first { article.json(of: $0) != wanted.json(of: $0) }
    let why: String
    if let difference, difference == first || article.body == wanted.body {
      why =
        "\(difference.rawValue) would be \(Self.shown(article.json(of: difference))), not \(Self.shown(wanted.json(of: difference)))"
    } else if article.body.count != wanted.body.count {
      why = "the body would have \(article.body.count) paragraphs and other parts, not \(wanted.body.count)"
    } else {
      why = "the body would read otherwise"
    }
    leftOut.append(RuleScaffold.LeftOut(clause: clause, why: why))
  }

  private static func shown(_ value: JSONValue) -> String {
    let text = value.stringValue.map { "“\($0)”" } ?? String(decoding: value.bytes(pretty: false), as: UTF8.self)
    return text.count <= 100 ? text : text.prefix(99) + "…"
  }
}
