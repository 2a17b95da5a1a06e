/// Job titles that stand behind names, by language.
enum AuthorRoles {
  /// Whether a text is a job title or a label, and no name: it ends in one, or has one before a preposition (*reporter at large*).
  static func isRole(_ text: String) -> Bool {
    let folded = FoldedText(text, case: .folded).bytes
    let words = folded.split(separator: 0x20)
    guard let last = words.last, words.count <= 10 else { return false }
    if roles.contains(WordHash(last)) || labels.contains(WordHash(folded)) { return true }
    return words.dropLast().contains { roles.contains(WordHash($0)) }
  }

  /// Whether there may be a job title among a text's words: told by their first letters, before anything is folded.
  static func mayHoldTitle(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      if CharacterFolding.mayHoldOtherLetters(text) { return true }
      var index = 0
      while let (run, end) = LetterRun.next(in: text, from: index) {
        if titleRuns.mayHold(run.key) { return true }
        index = end
      }
      return false
    }
  }

  /// Whether a text has a job title as its last word, or before a preposition.
  static func isJobTitle(_ text: String) -> Bool {
    let words = FoldedText(text, case: .folded).bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C || $0 == 0x26 })
    return words.count <= 10 && words.contains { roles.contains(WordHash($0)) }
  }

  /// Whether a line's first word is a job title: *Corresponsal en Atenas*.
  static func opensWithJobTitle(_ line: ArraySlice<UInt8>) -> Bool {
    guard titleRuns.mayOpen(line) else { return false }
    let word = FoldedText(line.prefix(60), case: .folded).bytes.prefix { $0 != 0x20 && $0 != 0x2C }
    return roles.contains(WordHash(word))
  }

  /// The text without job titles at its ends, where a name is left: `배윤경 기자`, `André Klein Redakteur`, `Reporter Jane Doe`.
  static func withoutRoles(_ text: String) -> String {
    var words = text.split(at: " ")[...]
    guard words.count >= 2 else { return text }
    func isRole(_ word: Substring) -> Bool { roles.contains(WordHash(folding: word)) }
    let isSpaceless = PersonName.isWrittenWithoutSpaces(text)
    let all = words.count
    while words.count > (isSpaceless ? 1 : 2), let last = words.last, isRole(last) { words.removeLast() }
    // With the title goes its desk: "Jane Doe Lifestyle Editor".
    if words.count < all {
      while words.count > 2, let last = words.last, desks.contains(WordHash(folding: last)) {
        words.removeLast()
      }
    }
    while words.count > 2, let first = words.first, isRole(first) { words.removeFirst() }
    // What stands behind the name is a button.
    while words.count > 2, let last = words.last, buttons.contains(WordHash(folding: last)) {
      words.removeLast()
    }
    if words.count == all { return text }
    let rest = words.joined(separator: " ")
    // The "Harbour Post Staff" is a staff.
    return Organizations.isOrganization(rest) ? text : rest
  }

  static let buttons = PhraseSet("follow twitter facebook linkedin instagram folgen suivre seguir segui volgen", separator: " ")

  /// Words that stand between a name and its title.
  private static let desks = PhraseSet(
    """
    senior chief deputy assistant associate managing executive special contributing freelance staff foreign national political politics business economics financial finance sports sport football lifestyle \
    technology tech science health environment climate culture arts travel food features news crime education royal showbiz entertainment consumer digital audience trends city local regional security defence defense \
    diplomatic europe us uk world global investigations data legal property money personal music film tv edtech content leitender stellvertretende stellvertretender freier freie
    """, separator: " ")

  static let roles = PhraseSet(titles, separator: " ")

  /// The first letters of the titles.
  private static let titleRuns = KeySet(
    titles.split(at: " ").compactMap { LetterRun.keys(in: String($0)).first?.key })

  private static let titles = """
    writer reporter correspondent editor columnist columnists journalist contributor author \
    founder co-founder cofounder ceo cto cfo coo cmo president owner consultant strategist executive engineer marketer copywriter coach instructor officer reviewer producer photographer staff editor-in-chief critic analyst fellow professor lecturer \
    photojournalist videographer intern researcher director manager specialist freelancer blogger host anchor presenter commentator cartoonist illustrator translator \
    redakteur redakteurin reporterin korrespondent korrespondentin journalistin autor autorin volontär volontärin chefredakteur chefredakteurin ressortleiter ressortleiterin \
    mitarbeiter mitarbeiterin kolumnist kolumnistin fotograf fotografin herausgeber praktikant praktikantin politikredakteur sportredakteur \
    journaliste rédacteur rédactrice correspondant correspondante éditorialiste chroniqueur chroniqueuse photographe reporters redactor redactora corresponsal periodista columnista colaborador \
    colaboradora editora director directora fotógrafo giornalista redattore redattrice corrispondente inviato inviata direttore collaboratore redacteur verslaggever correspondente repórter \
    jornalista colunista dziennikarz dziennikarka redaktor redaktorka publicysta journalist skribent toimittaja muhabir muhabiri editör yazar yazarı журналист корреспондент редактор обозреватель \
    журналіст журналістка кореспондент редакторка wartawan reporternya 記者 编辑 编辑 기자 특파원
    """

  /// Whole texts that stand where a name could.
  static let labels = PhraseSet(
    """
    learn more|view full profile|full profile|see full profile|privacy policy|terms of use|contact|contact us|about|about us|about the author|subscribe|sign up|log in|sign in|\
    share this|share this article|print|save|listen|editorial policy|editorial guidelines|affiliate disclosure|disclosure|fact checked|fact-checked|newsletter|\
    accounting|finance|technology|health|travel|lifestyle|marketing|education|science|culture|entertainment|blog|articles|guides|reviews|\
    datenschutz|impressum|kontakt|merken|drucken|teilen|anhören|en savoir plus|voir le profil|s'abonner|leer más|ver perfil|suscríbete|leggi di più|saiba mais|meer lezen|\
    redakteure|autoren|autorinnen|autorinnen und autoren|unsere autoren|unsere autorinnen|authors|writers|editors|reporters|contributors|columnists|kolumnen|full bio|\
    updated|published|posted|read more|see all articles|all articles|more from this author|follow|share|opinion|exclusive|comment|analysis|news|sport|sports|politics|business|view profile|view bio|profile|bio|biography|\
    meinung|kommentar|exklusiv|politik|wirtschaft|mehr erfahren|alle artikel|zur person|abonnés|réservé aux abonnés|opinión|opinião|contributing|contributing writer|guest|guest contributor
    """, separator: "|")
}
