extension JSONWriter {
  /// Writes any value. As deep as the value is nested: bound the depth where values come from outside.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  public mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(literal: name)
    self.value(value)
  }

  /// Writes a member, `null` where there is no value.
  public mutating func member(_ name: StaticString, _ value: String?) {
    key(literal: name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member, `null` where there is no value.
  public mutating func member(_ name: StaticString, _ value: Int?) {
    key(literal: name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member, `null` where there is no value.
  public mutating func member(_ name: StaticString, _ value: Bool?) {
    key(literal: name)
    if let value { bool(value) } else { null() }
  }

  public mutating func member(_ name: StaticString, _ value: Double) {
    key(literal: name)
    number(value)
  }

  public mutating func member(_ name: StaticString, _ values: [String]) {
    key(literal: name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// Writes a member only where there is a value.
  public mutating func optionalMember(_ name: StaticString, _ value: String?) {
    if let value { member(name, value) }
  }

  /// Writes a member only where there is a value.
  public mutating func optionalMember(_ name: StaticString, _ value: Int?) {
    if let value { member(name, value) }
  }

  /// Writes a member whose value is written by a closure.
  public mutating func member(_ name: StaticString, writing body: (inout JSONWriter) -> Void) {
    key(literal: name)
    body(&self)
  }

  /// Writes an array member, each element by a closure.
  public mutating func member<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements, writing body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(literal: name)
    beginArray()
    for element in elements { body(&self, element) }
    endArray()
  }

  /// Writes an object.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }
}

extension JSONValue {
  /// The value as JSON text in UTF-8.
  public func bytes(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.value(self)
    return writer.bytes
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON text.
  public var description: String { String(decoding: bytes(), as: UTF8.self) }
}
