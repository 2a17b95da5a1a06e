import Pages
import Testing

@testable import RuleEngine

/// What a look at the page costs a script.
@Suite struct HostChargeTests {
  @Test(arguments: [
    (#"page:select("p.lead")"#, 1), (#"page:xpath("//p[@class]")"#, 1), (#"page:select("main")[1]:select("p.lead")"#, 2),
  ])
  func aSearchCostsAboutThePagesNodes(_ search: String, searches: Int) throws {
    let html = "<html><body><main>" + String(repeating: "<p>Boats.</p>", count: 2_000) + "</main></body></html>"
    let page = try Page.parse(Array(html.utf8), contentType: "text/html")
    let nodes = try #require(page.tree).count
    #expect(nodes > 4_000)
    let host = RuleHost()
    let vm = try RuleVM(limits: RuleHost.limits, hosts: host.table)
    host.state.page = page
    let chunk = try vm.load(source: Array("return { look = function(page) return #\(search) end }".utf8), name: "look.lua")
    let look = try #require(try vm.run(chunk).tableValue?["look"]?.functionValue)
    _ = try vm.call(look, [ScriptHandle.page.value()])
    #expect(vm.statistics.lastInstructions >= searches * (nodes - 10))
    #expect(vm.statistics.lastInstructions <= searches * nodes + 2_000)
  }
}
