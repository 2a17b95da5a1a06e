/// News agencies, whose names stand for a credit and not for an author.
public enum Agencies {
  /// The agency named by the whole text (`AP`, `AFP, Manila` is not, `dpa/lno` is), as printed; `nil` where it names none.
  public static func name(in text: String) -> String? {
    let trimmed = text.trimmed
    return isAgency(trimmed) ? trimmed : nil
  }

  /// Whether a text is the name or sign of a news agency, or of several with signs between them.
  public static func isAgency(_ text: String) -> Bool {
    isAgency(folded: FoldedText(text, case: .folded).bytes)
  }

  /// The same for a text that is folded.
  static func isAgency(folded: ArraySlice<UInt8>) -> Bool {
    guard !folded.isEmpty, folded.count <= 80 else { return false }
    if isKnown(folded) { return true }
    guard folded.contains(where: isJoint) else { return false }
    let parts = folded.split(whereSeparator: isJoint)
    guard parts.count > 1 else { return false }
    return isKnown(trim(parts[0])) && parts.dropFirst().allSatisfy { isKnown(trim($0)) || isDesk(trim($0)) }
  }

  /// Whether a sign stands between the names of agencies and their desks.
  static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+")
  }

  private static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
    let bare = name.starts(with: article) ? name.dropFirst(article.count) : name
    return known.contains(WordHash(bare))
  }

  /// The regional or sports desk behind an agency's sign: `dpa/lno`, `sid/er`.
  private static func isDesk(_ name: ArraySlice<UInt8>) -> Bool {
    (1...4).contains(name.count) && name.allSatisfy { $0 &- 0x61 < 26 }
  }

  private static func trim(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var name = name
    while name.first == 0x20 { name = name.dropFirst() }
    while name.last == 0x20 { name = name.dropLast() }
    return name
  }

  private static let article = Array("the ".utf8)
  static let known = PhraseSet(names)

  /// Signs and names in lower case.
  static let names: [String] = """
    ap|a.p.|associated press|reuters|thomson reuters|reuters staff|afp|agence france-presse|agence france presse|upi|united press international|bloomberg|\
    bloomberg news|dow jones|dow jones newswires|pa|pa media|press association|dpa|dpa-afx|deutsche presse-agentur|\
    deutsche presse-agentur gmbh|epd|kna|sid|afp/sid|dapd|ddp|apa|austria presse agentur|sda|keystone-sda|ats|keystone-ats|efe|agencia efe|europa press|\
    europapress|ep|lusa|agência lusa|agência brasil|estadão conteúdo|folhapress|ansa|agi|adnkronos|askanews|italpress|lapresse|anp|belga|\
    tt|ntb|ritzau|stt|bns|elta|leta|pap|polska agencja prasowa|čtk|ctk|tasr|mti|agerpres|mediafax|bta|hina|tanjug|fena|\
    tass|тасс|interfax|интерфакс|ria novosti|риа новости|ukrinform|укрінформ|unian|уніан|belta|anadolu|anadolu agency|anadolu ajansı|aa|dha|iha|ihȧ|\
    xinhua|新华社|新華社|cna|kyodo|kyodo news|共同|共同通信|時事|時事通信|jiji|jiji press|yonhap|yonhap news|연합뉴스|뉴시스|뉴스1|newsis|\
    pti|press trust of india|ani|ians|uni|bernama|antara|ttxvn|vna|aap|australian associated press|nzpa|sapa|wam|spa|mena|petra|kuna|irna|\
    tns|tribune news service|cnn wire|cnn newswire|ians life|notimex|telam|télam|cp|canadian press|the canadian press|la presse canadienne|news agencies|agencies|agencias|agenturen|agences|agenzie
    """.split(at: "|").map(String.init)
}
