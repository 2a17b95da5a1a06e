import Copydesk
import Testing

@testable import Extraction

/// Lines around an article, kind by kind: what has to go, and a story's sentence that only looks like it and has to stay.
@Suite struct CueKindTests {
  private func role(_ text: String) -> Role? { Cue.read(text)?.role }

  // MARK: - Pointers to other articles

  @Test(arguments: [
    "Also on Harbour Post: Nine ferries stand still", "Don’t miss: The tide tables", "Read more: Nine ferries stand still",
    "See more >",
    "You may also like: The last ferry", "Lesen Sie auch: Neun Fähren stehen still", "Mehr zum Thema: Der Hafen",
    "A LIRE AUSSI : Neuf bacs à quai", "Lire aussi | Neuf bacs à quai", "Te puede interesar: Nueve barcos parados",
    "LEE TAMBIEN: Nueve barcos", "Leia também: Nove barcos", "Leggi anche: Nove traghetti fermi", "Lees ook: Negen veerboten",
    "Czytaj też: Dziewięć promów", "Čtěte také: Devět přívozů", "Läs också: Nio färjor", "Les også: Ni ferjer",
    "Læs også: Ni færger",
    "Lue myös: Yhdeksän lauttaa", "İLGİNİZİ ÇEKEBİLİR: Körfezin son vapuru", "AYRICA BAKINIZ: Son vapur",
    "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Εννέα πλοία", "Διαβάστε επίσης: Εννέα πλοία", "Читайте также: Девять паромов",
    "Читайте також: Дев’ять поромів",
    "اقرأ أيضًا: تسع عبارات", "קראו גם: תשע מעבורות", "بیشتر بخوانید: نه کشتی", "यह भी पढ़ें: नौ नावें", "यह भी पढ\u{93C}ें: नौ नावें",
    "আরও পড়ুন: নয়টি ফেরি", "Baca juga: Sembilan feri", "Xem thêm: Chín chuyến phà", "関連記事：九隻のフェリー", "【関連記事】九隻のフェリー",
    "관련기사: 여객선 아홉 척", "延伸閱讀：九艘渡輪停駛", "相关阅读：九艘渡轮停驶",
  ])
  func pointersGo(_ text: String) { #expect(role(text) == .related) }

  @Test(arguments: [
    "Also on Friday, the board voted to keep the night ferry until the end of the winter.",
    "More from the northern villages came by boat, and they stayed until the last ferry had left.",
    "See more of the island by bicycle, the guide says, and less of the queue.",
    "Mehr dazu wollte die Sprecherin am Montag nicht sagen.", "Hier geht es um viel Geld, sagte der Bürgermeister.",
    "À lire sa lettre, on croirait que le bac ne reviendra plus.",
    "Más información llegó por la tarde, cuando el barco ya había zarpado.",
    "Mer om olyckan fick ingen veta den kvällen.", "相关报道称，渡轮将于周一停驶。", "По теме парома в совете спорили до вечера.",
    "Laden Sie die Batterie nie über Nacht, rät die Feuerwehr.", "“Read more about the sea,” she told the children.",
  ])
  func sentencesThatBeginLikePointersStay(_ text: String) { #expect(Cue.read(text) == nil) }

  // MARK: - Promotion

  @Test(arguments: [
    "Nichts mehr verpassen: Laden Sie jetzt unsere kostenlose App herunter!",
    "Jetzt unserem WhatsApp-Kanal folgen und informiert bleiben.",
    "Únete a nuestro canal de WhatsApp y recibe las noticias en tu móvil.",
    "Get the tide tables straight to your inbox every morning.",
    "Harbour Post is the place for the latest breaking news from the coast.", "Suivez-nous sur Google Actualités.",
    "Siga o canal do Diário no WhatsApp", "Segui il nostro canale Telegram per restare aggiornato", "Volg ons op Instagram",
    "Dołącz do nas na Facebooku!", "Følg os på Facebook",
    "Ακολουθήστε το Λιμάνι στο Google News και μάθετε πρώτοι όλες τις ειδήσεις.",
    "Подписывайтесь на наш телеграм-канал", "Підписуйтесь на наш Telegram-канал", "تابعونا على تويتر", "הצטרפו לערוץ הטלגרם",
    "ما را در تلگرام دنبال کنید", "हमारे व्हाट्सएप चैनल से जुड़ें", "আমাদের ফেসবুক পেজ লাইক করুন", "Ikuti kami di Google News",
    "Theo dõi chúng tôi trên Facebook", "友だち追加はこちら", "구독과 좋아요 부탁드립니다", "扫码关注我们的公众号", "訂閱電子報，每天收到新聞",
  ])
  func promotionGoes(_ text: String) { #expect([.promotion, .social, .newsletter].contains(role(text))) }

  @Test(arguments: [
    "The harbour board opened a WhatsApp channel for passengers on Monday, after two winters of late ferries.",
    "“Join our WhatsApp channel,” the police said, “and you will hear of storms first.”",
    "Die Polizei hat seit Montag einen eigenen WhatsApp-Kanal, dem schon tausend Menschen folgen.",
    "El canal de WhatsApp del puerto tiene ya mil seguidores, dijo el alcalde.", "渡轮公司周一推出微信公众号，方便乘客查询。",
    "Телеграм-канал порта читает тысяча человек.", "Newsletter writers on the island earn little, a survey found.",
  ])
  func sentencesAboutChannelsStay(_ text: String) { #expect(Cue.read(text) == nil) }

  // MARK: - Notices

  @Test(arguments: [
    ("If you buy something using links in our stories, Harbour Post may earn a commission.", Role.advertisement),
    ("This article contains affiliate links.", .advertisement),
    ("Dieser Text enthält Affiliate-Links. Kaufen Sie darüber ein, erhalten wir eine Provision.", .advertisement),
    ("Cet article contient des liens affiliés.", .advertisement), ("Found an error? Tell us.", .boilerplate),
    ("Fehler gefunden? Jetzt melden.", .boilerplate), ("¿Encontraste un error? Avísanos", .boilerplate),
    ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", .boilerplate), ("Har du tips? Ring redaksjonen.", .boilerplate),
    ("מצאתם טעות? כתבו לנו", .boilerplate),
  ])
  func noticesGo(_ text: String, _ expected: Role) { #expect(role(text) == expected) }

  @Test(arguments: [
    "The broker may earn a commission of nine per cent, the court heard, “whatever the ferry costs”.",
    "The commission found that affiliate marketing had cost passengers nine million a year.",
    "Fehler machten beide Seiten, urteilte das Gericht am Montag.", "Found guilty, the captain said nothing.",
  ])
  func sentencesAboutCommissionsStay(_ text: String) { #expect(Cue.read(text) == nil) }

  // MARK: - Credits of the making

  @Test(arguments: [
    "Additional reporting by Ada Quill", "Übersetzung: Ada Quill", "Redaktion: Ada Quill", "Mit Agenturmaterial (dpa)",
    "Propos recueillis par Ada Quill", "Traducción: Ada Quill", "Źródło: PAP", "Перевод: Ада Квилл", "المصدر: وكالات",
    "责任编辑：张三", "責任編輯：張三", "撮影：山田", "출처: 연합", "Ada Quill and Ben Oar contributed to this report.",
  ])
  func creditsGo(_ text: String) { #expect(role(text) == .credit) }

  @Test(arguments: [
    "Redaktion und Verlag zogen am Montag in das alte Zollhaus um.", "编辑部周一搬进了旧海关大楼。", "Editors of the paper left on Monday.",
    "Die Zahl der Störche steigt, heißt es bei der Naturwarte. (dpa)", "Source material from the harbour filled nine boxes.",
  ])
  func sentencesAboutMakersStay(_ text: String) { #expect(Cue.read(text) == nil) }

  // MARK: - Comments and polls

  @Test(arguments: [
    "Join the conversation", "What do you think?", "Diskutieren Sie mit!", "Qu’en pensez-vous ?", "¿Qué opinas?",
    "Cosa ne pensi?", "Wat vind jij?", "Что вы думаете об этом?", "מה דעתכם?", "コメントを投稿", "댓글 쓰기", "发表评论",
  ])
  func invitationsToCommentGo(_ text: String) { #expect([.comment, .related].contains(role(text))) }

  @Test(arguments: [
    "“What do you think?” the captain asked.", "What do you think of the new boat, and would you sail with it?",
    "Was sie meinen, sagten die Anwohner am Montag deutlich: Die Brücke soll bleiben.",
  ])
  func questionsInTheStoryStay(_ text: String) { #expect(Cue.read(text) == nil) }

  // MARK: - Players and placeholders

  @Test(arguments: [
    ("Advertisement", Role.advertisement), ("Anzeige", .advertisement), ("Publicidad", .advertisement),
    ("Реклама", .advertisement),
    ("פרסומת", .advertisement), ("Video Player is loading.", .navigation), ("This content is hosted by a third party.", .consent),
    ("Empfohlener redaktioneller Inhalt", .consent), ("Recommended external content", .consent),
    ("Please enable JavaScript to view the comments.", .consent), ("Ваш браузер не поддерживает видео", .navigation),
  ])
  func placeholdersGo(_ text: String, _ expected: Role) { #expect(role(text) == expected) }

  @Test(arguments: [
    "By continuing to deny the claim, the board made matters worse.", "Ce contenu de la mer du Nord surprend les chercheurs.",
    "Dieser Inhalt der Truhe überraschte die Taucher.", "By signing up to the treaty, nine islands gave up their own fleets.",
  ])
  func sentencesThatBeginLikePlaceholdersStay(_ text: String) { #expect(Cue.read(text) == nil) }
}

@Suite struct CueSpellingTests {
  @Test(arguments: [
    ("à lire aussi", "a lire aussi"), ("ayrıca bakınız", "ayrica bakiniz"), ("διαβάστε επίσης", "διαβαστε επισησ"),
    ("leia também", "leia tambem"),
  ])
  func knowsThePhraseWithoutAccents(_ phrase: String, _ plain: String) {
    #expect(CueSpelling.all(of: phrase).contains { $0.utf8.elementsEqual(plain.utf8) })
  }

  @Test func knowsDottedLettersInOneAndInTwoParts() {
    for phrase in ["प\u{922}\u{93C}", "प\u{95D}"] {
      let spellings = CueSpelling.all(of: phrase).map { $0.unicodeScalars.map(\.value) }
      #expect(spellings.contains([0x92A, 0x922, 0x93C]) && spellings.contains([0x92A, 0x95D]))
    }
  }

  @Test func saysPlainPhrasesOnce() { #expect(CueSpelling.all(of: "read more") == ["read more"]) }
}
