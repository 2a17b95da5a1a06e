import Foundation
import Testing

/// The map: who may see what of Lua.
@Suite struct BoundaryTests {
  /// Only the C target includes Lua's headers, and no Swift file names a Lua state.
  @Test func onlyCRuleVMSeesLua() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var includes: Set<String> = []
    for folder in ["Sources", "plugins"] {
      let base = root.appending(path: folder).resolvingSymlinksInPath()
      for case let file as URL in try #require(FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)) {
        let parts = file.pathComponents.drop { $0 != folder }.dropFirst()
        guard let target = parts.first, ["c", "h", "swift", "modulemap"].contains(file.pathExtension) else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        if file.pathExtension == "swift" {
          #expect(!text.contains("import CLua"), "\(file.path)")
        } else if ["<lua.h>", "<lauxlib.h>", "<lualib.h>"].contains(where: { text.contains("include \($0)") }) {
          includes.insert(target)
        }
        if file.lastPathComponent == "CRuleVM.h" { #expect(!text.contains("include <l")) }
      }
    }
    #expect(includes == ["CLua", "CRuleVM"])
  }
}
