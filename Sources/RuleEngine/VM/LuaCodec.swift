internal import CRuleVM

/// Values as bytes, in the encoding that `CRuleVM.h` declares.
enum LuaCodec {
  /// No value's tag: the other side refuses it.
  private static let malformed: UInt8 = 0xFF

  /// A table nested more deeply than the other side reads becomes an error there.
  static func encode(_ value: LuaValue, into bytes: inout [UInt8], depth: Int = 0) {
    guard depth <= Int(CRV_MAX_DEPTH) else {
      bytes.append(malformed)
      return
    }
    switch value {
    case .nil: bytes.append(UInt8(CRV_TAG_NIL))
    case .bool(let bool): bytes.append(UInt8(bool ? CRV_TAG_TRUE : CRV_TAG_FALSE))
    case .integer(let integer):
      bytes.append(UInt8(CRV_TAG_INTEGER))
      append(Int64(integer), to: &bytes)
    case .number(let number):
      bytes.append(UInt8(CRV_TAG_NUMBER))
      append(number.bitPattern, to: &bytes)
    case .string(let string):
      bytes.append(UInt8(CRV_TAG_STRING))
      append(string, to: &bytes)
    case .bytes(let string):
      bytes.append(UInt8(CRV_TAG_STRING))
      append(UInt32(clamping: string.count), to: &bytes)
      bytes += string
    case .table(let table):
      bytes.append(UInt8(CRV_TAG_TABLE))
      append(UInt32(clamping: table.elements.count), to: &bytes)
      append(UInt32(clamping: table.members.count), to: &bytes)
      for element in table.elements { encode(element, into: &bytes, depth: depth + 1) }
      for member in table.members {
        append(member.key, to: &bytes)
        encode(member.value, into: &bytes, depth: depth + 1)
      }
    case .function(let function):
      bytes.append(UInt8(CRV_TAG_FUNCTION))
      append(function.chunk, to: &bytes)
      append(function.ordinal, to: &bytes)
      append(function.generation, to: &bytes)
    case .handle(let handle):
      bytes.append(UInt8(CRV_TAG_HANDLE))
      append(handle.kind.rawValue, to: &bytes)
      append(handle.id, to: &bytes)
    }
  }

  private static func append(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    string.withUTF8 { utf8 in
      append(UInt32(clamping: utf8.count), to: &bytes)
      bytes.append(contentsOf: utf8)
    }
  }

  private static func append(_ integer: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Reads values one after the other; `nil` when the bytes are malformed.
  struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func value(depth: Int = 0) -> LuaValue? {
      guard depth <= Int(CRV_MAX_DEPTH), let tag: UInt8 = integer() else { return nil }
      switch Int(tag) {
      case Int(CRV_TAG_NIL): return .nil
      case Int(CRV_TAG_FALSE): return .bool(false)
      case Int(CRV_TAG_TRUE): return .bool(true)
      case Int(CRV_TAG_INTEGER):
        guard let integer: Int64 = integer() else { return nil }
        return .integer(Int(integer))
      case Int(CRV_TAG_NUMBER):
        guard let pattern: UInt64 = integer() else { return nil }
        return .number(Double(bitPattern: pattern))
      case Int(CRV_TAG_STRING):
        guard let utf8 = string() else { return nil }
        return String(validating: utf8, as: UTF8.self).map(LuaValue.string) ?? .bytes(Array(utf8))
      case Int(CRV_TAG_TABLE): return table(depth: depth)
      case Int(CRV_TAG_FUNCTION):
        guard let chunk: UInt32 = integer(), let ordinal: UInt32 = integer(), let generation: UInt32 = integer() else {
          return nil
        }
        return .function(LuaFunction(chunk: chunk, ordinal: ordinal, generation: generation))
      case Int(CRV_TAG_HANDLE):
        guard let kind: UInt32 = integer(), let id: UInt64 = integer() else { return nil }
        return .handle(LuaHandle(kind: HandleKind.ID(rawValue: kind), id: id))
      default: return nil
      }
    }

    private mutating func table(depth: Int) -> LuaValue? {
      guard let count: UInt32 = integer(), let memberCount: UInt32 = integer(),
        Int(count) + Int(memberCount) * 5 <= bytes.count - at
      else { return nil }
      var table = LuaTable()
      table.elements.reserveCapacity(Int(count))
      for _ in 0..<count {
        guard let element = value(depth: depth + 1) else { return nil }
        table.elements.append(element)
      }
      table.members.reserveCapacity(Int(memberCount))
      for _ in 0..<memberCount {
        guard let key = string(), let value = value(depth: depth + 1) else { return nil }
        table.members.append(LuaTable.Member(key: String(decoding: key, as: UTF8.self), value: value))
      }
      return .table(table)
    }

    private mutating func string() -> UnsafeBufferPointer<UInt8>? {
      guard let count: UInt32 = integer(), Int(count) <= bytes.count - at else { return nil }
      defer { at += Int(count) }
      return UnsafeRawBufferPointer(rebasing: bytes[at..<at + Int(count)]).assumingMemoryBound(to: UInt8.self)
    }

    private mutating func integer<Integer: FixedWidthInteger>() -> Integer? {
      let size = MemoryLayout<Integer>.size
      guard size <= bytes.count - at else { return nil }
      defer { at += size }
      return Integer(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Integer.self))
    }
  }
}
