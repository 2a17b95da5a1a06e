import Testing

@testable import Extraction

@Suite struct HashTableTests {
  @Test(arguments: [0, 1, 2, 3, 100, 5000])
  func holdsWhatItWasGivenAndNothingElse(_ count: Int) {
    let keys = (0..<count).map { WordHash("ferry \($0)".utf8).value }
    let table = HashTable(Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) }))
    for (index, key) in keys.enumerated() {
      #expect(table[key] == index)
      #expect(table.contains(key) && table.mayHold(key))
    }
    for other in 0..<1000 {
      let key = WordHash("harbour \(other)".utf8).value
      #expect(table[key] == nil && !table.contains(key))
    }
  }

  /// Keys that differ in few bits, and those whose values are `nil` themselves.
  @Test func keysNeedNotBeHashes() {
    let keys = (0..<64).map { UInt64(1) << UInt64($0) } + [0]
    let table = HashTable(Dictionary(uniqueKeysWithValues: keys.map { ($0, $0 == 0 ? nil : Optional($0)) }))
    for key in keys { #expect(table[key] == .some(key == 0 ? nil : key)) }
    #expect(table[3] == nil)
  }

  @Test func wordsAreFoundByTheirHash() {
    let table = HashTable([WordHash("quay".utf8): "a berth", WordHash("ferry".utf8): "a boat"])
    #expect(table[WordHash("ferry".utf8).value] == "a boat")
    #expect(table[WordHash("ferr".utf8).value] == nil)
  }
}
