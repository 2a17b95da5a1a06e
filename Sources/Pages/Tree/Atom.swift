/// The name of an element or attribute as a number: names that HTML knows have fixed numbers, others are numbered per tree.
public struct Atom: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  public var rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public static var none: Atom { Atom(rawValue: 0) }

  /// Numbers from here on index a tree's own names.
  @usableFromInline static let firstDynamic: UInt32 = 1024

  /// Whether the atom is the same in every tree.
  @inlinable public var isFixed: Bool { rawValue < 1024 }
}

extension Atom {
  /// The fixed atom of a name in UTF-8, case mattering, or `nil` if the name is not in the fixed table.
  public init?(fixed name: UnsafeBufferPointer<UInt8>) {
    guard let atom = AtomTable.shared.atom(of: name) else { return nil }
    self = atom
  }

  /// The fixed atom of a name whose ASCII letters count as lower case, or `nil` if the name is not in the fixed table.
  public init?(fixedFoldingCase name: UnsafeBufferPointer<UInt8>) {
    guard let atom = AtomTable.shared.atomFoldingCase(of: name) else { return nil }
    self = atom
  }

  /// The fixed atom of a name, case mattering, or `nil` if the name is not in the fixed table.
  public init?(fixed name: String) {
    var name = name
    guard let atom = name.withUTF8({ AtomTable.shared.atom(of: $0) }) else { return nil }
    self = atom
  }

  /// The name of a fixed atom, or `nil` of one that belongs to a tree.
  public var fixedName: String? {
    guard rawValue > 0, Int(rawValue) <= AtomTable.shared.count else { return nil }
    return String(decoding: AtomTable.shared.name(of: self), as: UTF8.self)
  }
}
