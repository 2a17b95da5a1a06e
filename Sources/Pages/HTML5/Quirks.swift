/// When a doctype makes a page quirky. In the tree it matters for one thing: whether a table closes a paragraph.
enum Quirks {
  /// https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode
  static func isQuirky(_ token: DoctypeToken, _ store: borrowing TokenStore) -> Bool {
    if token.forcesQuirks { return true }
    guard let name = token.name, equals(name, "html", store) else { return true }
    if let id = token.publicID {
      if exactIDs.contains(where: { equals(id, $0, store) }) { return true }
      if prefixes.contains(where: { starts(id, $0, store) }) { return true }
      if token.systemID == nil, transitional.contains(where: { starts(id, $0, store) }) { return true }
    }
    if let id = token.systemID, equals(id, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd", store) { return true }
    return false
  }

  private static func equals(_ range: ByteRange, _ text: StaticString, _ store: borrowing TokenStore) -> Bool {
    Int(range.count) == text.utf8CodeUnitCount && starts(range, text, store)
  }

  private static func starts(_ range: ByteRange, _ text: StaticString, _ store: borrowing TokenStore) -> Bool {
    guard Int(range.count) >= text.utf8CodeUnitCount else { return false }
    let bytes = store.pointer(range)
    for i in 0..<text.utf8CodeUnitCount {
      let byte = bytes[i]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != text.utf8Start[i] { return false }
    }
    return true
  }

  private static let exactIDs: [StaticString] = [
    "-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html",
  ]

  private static let transitional: [StaticString] = [
    "-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//",
  ]

  private static let prefixes: [StaticString] = [
    "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html 2.0 level 1//", "-//ietf//dtd html 2.0 level 2//",
    "-//ietf//dtd html 2.0 strict level 1//", "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//",
    "-//ietf//dtd html 2.0//", "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//", "-//ietf//dtd html 3.2 final//",
    "-//ietf//dtd html 3.2//", "-//ietf//dtd html 3//", "-//ietf//dtd html level 0//", "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//", "-//ietf//dtd html level 3//", "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//", "-//ietf//dtd html strict level 2//", "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//", "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//", "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//", "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//", "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//", "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//", "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//", "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//", "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//", "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//", "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//", "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//", "-//w3c//dtd html experimental 970421//", "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//", "-//webtechs//dtd mozilla html 2.0//", "-//webtechs//dtd mozilla html//",
  ]
}
