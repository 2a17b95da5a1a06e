/// A number kept in four bytes. What it counts is in a page, and no page has 2³¹ bytes (`PageLimits`).
@propertyWrapper
struct Compact: Sendable {
  private var value: Int32

  init(wrappedValue: Int) { value = Int32(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: Int {
    get { Int(value) }
    set { value = Int32(truncatingIfNeeded: newValue) }
  }
}

/// A number kept in two bytes, of something that no heuristic counts that far: what is more than they hold counts as the most they do.
@propertyWrapper
struct Few: Sendable {
  private var value: UInt16

  init(wrappedValue: Int) { value = UInt16(clamping: wrappedValue) }

  var wrappedValue: Int {
    get { Int(value) }
    set { value = UInt16(clamping: newValue) }
  }
}

/// A range of offsets into a page, kept in eight bytes.
@propertyWrapper
struct CompactRange: Sendable {
  private var value: Range<Int32>

  init(wrappedValue: Range<Int>) {
    value = Int32(truncatingIfNeeded: wrappedValue.lowerBound)..<Int32(truncatingIfNeeded: wrappedValue.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Int(value.lowerBound)..<Int(value.upperBound) }
    set { self = CompactRange(wrappedValue: newValue) }
  }
}
