/// Job titles that stand behind names.
enum AuthorRoles {
  static func isRole(_ text: String) -> Bool {
    let words = FoldedText(text, case: .folded).bytes.split(separator: 0x20)
    guard let last = words.last, words.count <= 8 else { return false }
    return words.contains { roles.contains(WordHash($0)) } || roles.contains(WordHash(last))
  }

  private static let roles: Set<WordHash> = Set(
    """
    writer reporter correspondent editor columnist journalist contributor author producer photographer staff editor-in-chief critic analyst \
    redakteur redakteurin reporterin korrespondent korrespondentin journalistin autor autorin volontär volontärin chefredakteur \
    journaliste rédacteur rédactrice correspondant correspondante redactor redactora corresponsal periodista giornalista redattore \
    redacteur verslaggever correspondente repórter jornalista dziennikarz dziennikarka journalista skribent toimittaja muhabir muhabiri
    """.split(separator: " ").map { WordHash($0.utf8) })
}
