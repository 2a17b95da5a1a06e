import Testing

@testable import CopydeskCommand

@Suite struct OrderedWindowTests {
  @Test func givesBackOrder() {
    var window = OrderedWindow<String>(width: 4)
    #expect(window.insert("c", at: 2) == [])
    #expect(window.insert("b", at: 1) == [])
    #expect(window.insert("a", at: 0) == ["a", "b", "c"])
    #expect(window.insert("d", at: 3) == ["d"])
  }

  @Test func whatIsTooFarAheadWaits() {
    var window = OrderedWindow<Int>(width: 2)
    #expect(window.hasRoom(for: 1))
    #expect(!window.hasRoom(for: 2))
    _ = window.insert(0, at: 0)
    #expect(window.hasRoom(for: 2))
  }
}
