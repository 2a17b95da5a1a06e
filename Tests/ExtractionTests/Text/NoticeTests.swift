import Copydesk
import Extraction
import Testing

@Suite struct RightsNoticeTests {
  @Test func readsAnonymousNotice() throws {
    let text =
      "Copyright 2025. Nothing on this site may be copied in any manner other than RSS without the permission of the copyright owner. Use of the feed is subject to our RSS Terms of Service. For licences write to https://www.harbourpost.co.uk/licences."
    let notice = try #require(RightsNotice.read(text))
    #expect(notice.notice == text)
    #expect(notice.year == 2025)
    #expect(notice.holder == nil)
    #expect(notice.usageInfo == "Use of the feed is subject to our RSS Terms of Service.")
    #expect(notice.contactURL == "https://www.harbourpost.co.uk/licences")
    #expect(notice.contactDomain == "harbourpost.co.uk")
  }

  @Test(
    arguments: [
      ("© 2024 Harbour Media Ltd. All rights reserved.", 2024, "Harbour Media Ltd"),
      ("Copyright © 1998–2025 Harbour Post", 2025, "Harbour Post"), ("© Harbour Media 2023", 2023, "Harbour Media"),
      ("(c) 2021 Hafenpost GmbH", 2021, "Hafenpost GmbH"),
      (
        "Copyright 2025 The Harbour Press. This material may not be published, broadcast, rewritten or redistributed.", 2025,
        "The Harbour Press"
      ), ("All rights reserved.", nil, nil), ("© 2025", 2025, nil),
      ("Alle Rechte vorbehalten. © 2025 Hafenpost", 2025, "Hafenpost"),
      ("Copyright © 2023-24 Harbour Corp ltd., All Rights Reserved", 2024, "Harbour Corp ltd."),
      ("© 2024–25 Harbour Post", 2025, "Harbour Post"), ("© 2024 24 Hours of Harbour", 2024, "24 Hours of Harbour"),
      ("© 2024 Harbour Post Powered by Quayware Your choices", 2024, "Harbour Post"),
      ("© 2025 Harbour & Sons, PC • All Rights Reserved • Sitemap", 2025, "Harbour & Sons, PC"),
      ("© 2025 Ada Quay · Privacy ∙ Terms ∙ Collection notice", 2025, "Ada Quay"),
      ("Copyright ©2025 Quay LLC All Rights Reserved", 2025, "Quay LLC"), ("© 2025 Terms and Privacy Policy", 2025, nil),
      ("Copyright Harbour Post", nil, nil), ("Tous droits réservés", nil, nil),
      ("Copyright 2025. All rights reserved.", 2025, nil),
    ] as [(String, Int?, String?)])
  func reads(text: String, year: Int?, holder: String?) throws {
    let notice = try #require(RightsNotice.read(text))
    #expect(notice.year == year)
    #expect(notice.holder == holder)
  }

  @Test(arguments: [
    "Copyright law protects works of art for seventy years after the death of their author, the court held.",
    "Copyright & Licensing", "Copyright agent", "Copyright Policy", "The parties reserved judgment in 2025.", "© dpa", "",
    "Rights groups met in 2025.", "Nobody asked for permission.",
  ])
  func refuses(text: String) {
    #expect(RightsNotice.read(text) == nil)
  }
}

@Suite struct SyndicationNoticeTests {
  @Test(arguments: [
    ("This article originally appeared at Harbour.test.", "Harbour.test"),
    ("This article originally appeared at Harbour.test.\u{A0}", "Harbour.test"),
    ("This story was first published by The Harbour Post on October 3, 2025.", "The Harbour Post"),
    ("The post Nine ferries appeared first on Harbour Post.", "Harbour Post"),
    ("Republished with permission from Harbour Post under a Creative Commons licence.", "Harbour Post"),
    ("This piece was originally published in “The Quay” and is used here with thanks.", "The Quay"),
    ("This story appears courtesy of Harbour Post.", "Harbour Post"), ("First published in March Review.", "March Review"),
    ("Dieser Artikel erschien zuerst auf Hafenpost.", "Hafenpost"),
    ("Cet article a été initialement publié sur Le Quai.", "Le Quai"),
    ("Este artículo fue publicado originalmente en El Muelle.", "El Muelle"),
    ("Questo articolo è stato pubblicato originariamente su Il Molo.", "Il Molo"),
    ("Este artigo foi publicado originalmente no Cais.", "Cais"), ("Dit artikel verscheen eerder op De Kade.", "De Kade"),
  ])
  func reads(text: String, name: String) throws {
    let notice = try #require(SyndicationNotice.read(text))
    #expect(notice.name == name)
    #expect(text.hasPrefix(notice.notice))
  }

  /// A translation republishes too, and so does what is printed in part with a link to the whole.
  @Test(arguments: [
    (
      "Dieser Artikel ist eine Übersetzung, im Original ist er in der norwegischen Tageszeitung Havneposten erschienen.",
      "Havneposten"
    ),
    ("Im Original erschien der Text in der Havneposten.", "Havneposten"),
    ("Dies ist eine maschinelle Übersetzung eines Artikels unserer Kollegen von Harbour Post.", "Harbour Post"),
    ("Dieser Text ist eine Übersetzung eines Artikels aus Le Quai.", "Le Quai"),
    ("This is a translation of an article published by Harbour Post.", "Harbour Post"),
    ("Read the original article on Harbour Post.", "Harbour Post"),
    ("Lesen Sie den Originalartikel bei Harbour Post.", "Harbour Post"),
    ("Cet article est la traduction d’un article paru dans The Quay.", "The Quay"),
    ("Este texto es una traducción de un artículo publicado en The Quay.", "The Quay"),
    ("Questo testo è la traduzione di un articolo pubblicato su The Quay.", "The Quay"),
  ])
  func readsTranslations(text: String, name: String) throws {
    #expect(try #require(SyndicationNotice.read(text)).name == name)
  }

  @Test(arguments: [
    "Lest den Originalartikel auf Englisch hier.", "Lea el artículo original en inglés.", "Read the original article.",
    "Das Original ist in der Kunsthalle zu sehen.", "The translation of the article took the whole night.",
    "Im Original singt er den Titel auf Englisch.",
  ])
  func refusesWhatNamesNobody(text: String) {
    #expect(SyndicationNotice.read(text) == nil)
  }

  @Test(arguments: [
    ("Dieser Artikel ist eine Übersetzung, im Original ist er in der finnischen Tageszeitung Laituri erschienen.", "Laituri"),
    (
      "Dies ist eine maschinelle Übersetzung eines Artikels unserer US-Kollegen von Harbour Insider. Sie wurde geprüft.",
      "Harbour Insider"
    ),
    ("Dieser Text ist eine gekürzte Übersetzung eines Artikels aus der Harbour Post.", "Harbour Post"),
    ("Dieser Beitrag wurde übersetzt. Das Original erschien in der Zeitschrift „Kade“.", "Kade"),
    ("This article is a translation of an article published in the Finnish newspaper Laituri.", "Laituri"),
    ("This story was translated from Dutch. The original article appeared in De Kade.", "De Kade"),
    ("This article is published under licence from Harbour Post.", "Harbour Post"),
    ("Cet article est une traduction d'un article d'Ada Quay, publié dans Harbour Post.", "Harbour Post"),
    ("Este artículo es una traducción de un artículo publicado en el diario Harbour Post.", "Harbour Post"),
    ("El artículo original se publicó en Harbour Post.", "Harbour Post"),
  ])
  func readsTranslationsAndLicences(text: String, name: String) {
    #expect(SyndicationNotice.read(text)?.name == name)
  }

  @Test(arguments: [
    ("Originally published in March 2022. Last updated on December 20, 2024.", "2022-03"),
    ("The article was originally published in April 2020 and was updated in April 2024", "2020-04"),
  ])
  func readsWhenItFirstAppeared(text: String, month: String) throws {
    let notice = try #require(SyndicationNotice.read(text))
    #expect(notice.name == nil)
    #expect(notice.published?.description == month)
  }

  @Test func readsWhoWroteIt() throws {
    let notice = try #require(SyndicationNotice.read("This article was originally written by Ada Quay."))
    #expect(notice.name == nil)
    #expect(notice.writer == "Ada Quay")
  }

  @Test func knowsDomains() {
    #expect(SyndicationNotice.read("This article originally appeared at News.Harbour.co.uk.")?.domain == "harbour.co.uk")
    #expect(SyndicationNotice.read("This article originally appeared in The Quay.")?.domain == nil)
  }

  @Test(arguments: [
    "The comet first appeared in the sky over the harbour.", "He originally appeared before a judge on Monday.",
    "Photo courtesy of Harbour Museum", "Courtesy of Harbour Museum", "Some images courtesy of Harbour Museum.",
    "This article's pictures are courtesy of Harbour Museum.",
    "The article was first published on Monday.", "The study was first published in March 2022, and its author left.",
    "Originally published in March 2022, the study has been read by nine ferrymen.",
    "The play was originally written by Ada Quay.",
    "This article was originally written by the harbour's own people.",
    "The original appeared in Quay Review in 1950, in blue silk.",
    "Eine Übersetzung eines Artikels aus dem Quay Review lag auf jedem Tisch.",
    "Das Original erschien in Hafenburg, und neun Fähren standen still.",
    "She was first published at the age of nine.", "", "The ferry has been published.",
    "The photographs, which were taken by a passenger and which first appeared on social media, show nine ferries at the quay.",
  ])
  func refuses(text: String) {
    #expect(SyndicationNotice.read(text) == nil)
  }
}

@Suite struct AddressTests {
  @Test(
    arguments: [
      ("https://www.Harbour.co.uk/a?b#c", "www.harbour.co.uk"), ("http://harbour.test:8080", "harbour.test"),
      ("//cdn.harbour.test/x", "cdn.harbour.test"), ("https://user:pw@harbour.test/", "harbour.test"),
      ("https://a.test\\@b.test/", "a.test"), ("https://harbour.test./", "harbour.test"),
      ("HTTPS://HARBOUR.TEST", "harbour.test"), ("https://münchen.test/", "münchen.test"),
      ("ftp://harbour.test", nil), ("/relative", nil), ("", nil), ("https://", nil), ("https://[::1]/", nil),
      ("https://localhost/", nil), ("mailto:a@b.test", nil), ("https://a..b/", nil), ("javascript:alert(1)", nil),
      ("https://127.0.0.1/", nil),
    ] as [(String, String?)])
  func findsHost(url: String, host: String?) {
    #expect(Host.of(url: url) == host)
  }

  @Test(
    arguments: [
      ("www.harbour.co.uk", "harbour.co.uk"), ("harbour.com", "harbour.com"), ("a.b.c.harbour.com.", "harbour.com"),
      ("News.Harbour.DE", "harbour.de"), ("co.uk", nil), ("com", nil), ("", nil), ("no spaces.com", nil), ("127.0.0.1", nil),
    ] as [(String, String?)])
  func findsRegistrableDomain(host: String, domain: String?) {
    #expect(RegistrableDomain.of(host) == domain)
  }
}
