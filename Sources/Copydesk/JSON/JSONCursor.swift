/// A JSON value together with the way that leads to it, so that whatever is wrong can be told by its place.
public struct JSONCursor: Sendable {
  public let value: JSONValue
  public let path: JSONPath

  public init(_ value: JSONValue, path: JSONPath = JSONPath()) {
    self.value = value
    self.path = path
  }

  /// The member of an object; `nil` where it is missing or `null`.
  /// - Throws: ``JSONMismatch`` when the value is no object.
  public func optional(_ key: String) throws(JSONMismatch) -> JSONCursor? {
    guard case .object(let object) = value else { throw mismatch(.object) }
    guard let member = object[key], member != .null else { return nil }
    return JSONCursor(member, path: path.appending(key))
  }

  /// The member of an object.
  /// - Throws: ``JSONMismatch`` when the value is no object, or the member is missing or `null`.
  public func member(_ key: String) throws(JSONMismatch) -> JSONCursor {
    guard let member = try optional(key) else { throw JSONMismatch(path: path.appending(key), expected: .value, found: .missing) }
    return member
  }

  public func elements() throws(JSONMismatch) -> [JSONCursor] {
    guard case .array(let array) = value else { throw mismatch(.array) }
    var cursors: [JSONCursor] = []
    cursors.reserveCapacity(array.count)
    for (index, element) in array.enumerated() { cursors.append(JSONCursor(element, path: path.appending(index))) }
    return cursors
  }

  public func members() throws(JSONMismatch) -> [(key: String, cursor: JSONCursor)] {
    guard case .object(let object) = value else { throw mismatch(.object) }
    return object.members.map { ($0.key, JSONCursor($0.value, path: path.appending($0.key))) }
  }

  public func string() throws(JSONMismatch) -> String {
    guard let string = value.stringValue else { throw mismatch(.string) }
    return string
  }

  public func integer() throws(JSONMismatch) -> Int {
    guard let integer = value.intValue else { throw mismatch(.integer) }
    return integer
  }

  public func number() throws(JSONMismatch) -> Double {
    guard let number = value.doubleValue else { throw mismatch(.number) }
    return number
  }

  public func bool() throws(JSONMismatch) -> Bool {
    guard let bool = value.boolValue else { throw mismatch(.boolean) }
    return bool
  }

  public func strings() throws(JSONMismatch) -> [String] {
    var strings: [String] = []
    for element in try elements() { strings.append(try element.string()) }
    return strings
  }

  /// One of an enumeration's raw values.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type = Choice.self
  ) throws(JSONMismatch) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try string()) else { throw mismatch(.oneOf(Choice.allCases.map(\.rawValue))) }
    return choice
  }

  /// The error that this value is not what was expected.
  public func mismatch(_ expected: JSONMismatch.Expectation) -> JSONMismatch {
    JSONMismatch(path: path, expected: expected, found: JSONMismatch.Kind(value))
  }
}
