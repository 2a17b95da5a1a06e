import Copydesk

/// What a transform's script asks to be done to its document, in the order in which it asks.
enum DocumentChange {
  case set(Field, JSONValue, reason: String, line: Int)
  case setMetadata(String, JSONValue)
  case finding(Finding)
  case drop(reason: String)

  /// The methods by which scripts ask.
  static func declare(_ kind: inout HandleKind, _ state: ScriptState) {
    kind.method("set") { call in
      let name = try RuleHost.text(call, 1, "a property")
      guard let field = Field(rawValue: name), field != .articleBody else {
        let names = RuleLanguage.takeableFields.map(\.rawValue)
        let hint = Copydesk.NearestName.find(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
        throw HostError("unknown property '\(name)'\(hint)")
      }
      guard let value = call.argument(2).json else { throw HostError("'\(name)': expected a value that JSON can hold") }
      guard try state.currentDocument().record != nil else { throw HostError("there is no article yet: 'extract' makes it") }
      state.changes.append(.set(field, value, reason: try RuleHost.text(call, 3, "a reason"), line: call.line))
      return .nil
    }
    kind.method("set_metadata") { call in
      let name = try RuleHost.text(call, 1, "a name")
      guard let value = call.argument(2).json else { throw HostError("'\(name)': expected a value that JSON can hold") }
      state.changes.append(.setMetadata(name, value))
      return .nil
    }
    kind.method("finding") { call in
      let code = try RuleHost.text(call, 1, "a code")
      state.changes.append(.finding(Finding(code: code, message: try RuleHost.text(call, 2, "a message"))))
      return .nil
    }
    kind.method("drop") { call in
      state.changes.append(.drop(reason: try RuleHost.text(call, 1, "a reason")))
      return .nil
    }
  }
}
