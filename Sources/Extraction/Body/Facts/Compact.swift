/// A number kept in as few bytes as what it counts needs: four for anything in a page, as no page has 2³¹ bytes (`PageLimits`), two where no
/// heuristic counts further. What is more than they hold counts as the most they do.
@propertyWrapper
struct Compact<Stored: FixedWidthInteger & Sendable>: Sendable {
  private var value: Stored

  init(wrappedValue: Int) { value = Stored(clamping: wrappedValue) }

  var wrappedValue: Int {
    get { Int(value) }
    set { value = Stored(clamping: newValue) }
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
