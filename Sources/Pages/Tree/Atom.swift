/// The name of an element or attribute as a number: names that HTML knows have fixed numbers, others are numbered per tree.
public struct Atom: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let none = Atom(rawValue: 0)

  /// Numbers from here on index a tree's own names.
  @usableFromInline static let firstDynamic: UInt32 = 1024
}
