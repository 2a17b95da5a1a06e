import ByteLanes

/// The words that publishers' templates use in class names and ids, and what they mark.
///
/// A class is cut into words at hyphens, underscores, capitals and digits (`article__relatedLinks` is article, related, links), and words
/// and pairs of neighbours are looked up. Whole words, so that `shared` is no share bar and `header` no head. Several languages: templates are
/// named in the tongue of those who make them.
enum MarkVocabulary {
  /// The hash of a word of ASCII letters, case apart: eight bytes at a time, each mixed in by multiplication (Knuth, *The Art of Computer
  /// Programming* 3, section 6.4).
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: word.count)
    var index = word.lowerBound
    while index < word.upperBound {
      let left = word.upperBound - index
      let letters = EightBytes.load(text, at: index) | 0x2020_2020_2020_2020
      hash = mix(hash, left < 8 ? letters & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 - 8 * left)) : letters)
      index += 8
    }
    return hash
  }

  /// The hash of two words next to each other.
  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { mix(first &* 3, second) }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The hash of a word, or of several with hyphens between them.
  static func hash(_ words: some Sequence<UInt8>) -> UInt64 {
    Array(words).withUnsafeBufferPointer { bytes in
      var joined: UInt64?
      for word in bytes.split(separator: UInt8(ascii: "-")) {
        let hash = hash(bytes, word.startIndex..<word.endIndex)
        joined = joined.map { pair($0, hash) } ?? hash
      }
      return joined ?? 0
    }
  }

  /// By ``hash(_:_:)`` of a word or ``pair(_:_:)`` of two.
  static let marks = {
    var marks: [UInt64: NodeMark] = [:]
    for (mark, words) in words {
      for word in words.utf8.split(whereSeparator: { $0 <= 0x20 }) { marks[hash(word), default: []].formUnion(mark) }
    }
    return HashTable(marks)
  }()

  private static let words: [(NodeMark, String)] = [
    (
      .navigation,
      """
      nav navbar navi navigation menu submenu megamenu breadcrumb breadcrumbs crumbs pagination pager paging toc skiplink skip-link masthead
      topbar toolbar hamburger site-header sitemap tabs jump-links prev-next table-contents ariane fil-ariane migas
      """
    ),
    (.footer, "footer foot colophon site-footer page-footer pie-pagina fusszeile rodape"),
    (
      .sidebar,
      """
      sidebar aside rail rightrail right-rail left-rail complementary sidecol rightcol leftcol right-col left-col seitenleiste barra-lateral
      """
    ),
    (
      .related,
      """
      related relateds recommend recommended recommendation recommendations recirc recirculation readmore read-more read-next read-also
      see-also also-read more-stories more-news more-from more-on morefrom mostread most-read most-popular popular trending latest-news
      latest-stories latest-posts teaser teasers outbrain taboola revcontent mgid nativo plista ligatus suggested suggestions suggestion similar
      upnext up-next next-article next-story next-post prev-post post-navigation keepreading keep-reading linkbox crosslink crosslinks
      inline-link relatedarticles relatedposts relatedlinks related-content yarpp jp-relatedposts onward further-reading
      top-stories topstories headlines storylist story-list article-list post-list newslist news-list river
      relacionadas relacionados relacionada relacionado relacion leia-mais leiamais veja-tambem saiba-mais
      lire-aussi aussi mas-noticias mas-leidas noticias-relacionadas te-puede
      correlati correlate leggi-anche articoli-correlati
      verwandt mehr-zum weiterlesen empfehlungen lesetipps lesen-sie
      gerelateerd lees-ook lees-meer meer-lezen relaterte relaterade relaterede les-ogsa lue-myos powiazane czytaj-takze podobne
      souvisejici ilgili benzer baca-juga artikel-terkait terkait bacajuga
      """
    ),
    (
      .social,
      """
      share shares sharing sharebar share-bar sharetools sharebuttons share-buttons sharedaddy addthis addtoany sharethis social socials
      socialmedia social-media social-links follow-us followus whatsapp compartir compartilhar partage partager condividi teilen
      delen dela paylas bagikan reactions
      """
    ),
    (
      .comment,
      """
      comment comments commenting commentlist comment-list disqus discussion respond reply livefyre coral viafoura spotim openweb
      kommentar kommentare comentario comentarios commentaire commentaires commenti reacties kommentarer komentarze yorumlar komentar
      """
    ),
    (
      .newsletter,
      """
      newsletter newsletters newslettersignup subscribe subscription subscriptions signup sign-up optin opt-in mailchimp mailinglist
      mailing-list email-signup boletin
      """
    ),
    (
      .promotion,
      """
      promo promos promotion promotional cta callout-promo call-action banner banners appbanner app-promo app-download download-app donate
      donation donations appeal fundraising membership supportus support-us marketing affiliate affiliates shop-now buybox buy-box
      preferred-source google-news gnews follow-google
      """
    ),
    (
      .advertisement,
      """
      ad ads adv advert adverts advertisement advertisements advertising adslot ad-slot adunit ad-unit adwrap adwrapper adcontainer
      adplaceholder adsense adsbygoogle dfp googlead doubleclick mpu leaderboard skyscraper billboard-ad interstitial
      sponsor sponsors sponsored sponsorship native-ad advertorial
      anzeige anzeigen werbung publicidad publicidade publicite pubblicita reklama reklame reklam annonce annons iklan mainos
      """
    ),
    (
      .authorBox,
      """
      authorbox author-box authorbio author-bio author-info author-details author-card author-profile author-description
      about-author aboutauthor abouttheauthor post-author-box bio biography author-about contributor-bio writer-bio tagline-author
      """
    ),
    (
      .hidden,
      """
      hidden hide visuallyhidden visually-hidden sronly sr-only screenreader screen-reader offscreen invisible only-print print-only printonly
      tooltip tooltips popover popovers popup popups modal modals overlay lightbox dialog hovercard flyout offcanvas skeleton noprint
      toast tooltip-content
      """
    ),
    (.paywall, "paywall regwall piano-offer subscriber-only paywalled metered meter-wall login-wall"),
    (.consent, "cookie cookies consent gdpr onetrust didomi cookiebar cookie-banner usercentrics privacy-notice"),
    (
      .player,
      "player videoplayer video-player jwplayer brightcove audioplayer audio-player videojs vjs playlist podcast-player listen-article"
    ),
    (
      .tags,
      "tags taglist tag-list tagcloud tag-cloud topics topic-list keywords categories category-list etiquetas schlagworte mots-cles"
    ),
    (.form, "searchform search-form loginform login-form contact-form poll quiz survey"),
    (
      .caption,
      """
      caption captions figcaption imagecaption image-caption photocaption photo-caption imgcaption caption-text captiontext cutline
      bildunterschrift bildtext legende legenda didascalia pie-foto piefoto bildtekst billedtekst kuvateksti media-caption
      """
    ),
    (
      .credit,
      """
      credit credits photocredit photo-credit image-credit imagecredit photographer photo-by image-source imagesource image-copyright
      bildnachweis fotocredit copyright-image bildquelle
      """
    ),
    (
      .byline,
      """
      byline bylines byline-wrapper author authors author-name authorname autor autoren autores auteur auteurs autore autori writer
      reporter contributor contributors signature firma redator yazar penulis skribent forfatter
      """
    ),
    (
      .date,
      """
      date dates datetime dateline timestamp timestamps publish-date published publishdate pubdate pub-date post-date postdate
      posted posted-on updated last-updated lastmodified meta-date article-date time fecha datum data-pubblicazione tanggal tarih dato
      """
    ),
    (
      .deck,
      """
      deck dek standfirst subheadline sub-headline subtitle sub-title article-summary article-excerpt articlesummary article-description
      article-lead article-lede story-summary post-excerpt entry-summary strapline teaser-text article-intro article-subtitle
      chapo chapeau sommario occhiello entradilla bajada copete sumario vorspann untertitel linha-fina linhafina gravata
      underrubrik ingress
      """
    ),
    (
      .kicker,
      "kicker eyebrow dachzeile overline rubrik section-label article-section section-name post-category cintillo volanta antetitulo"
    ),
    (
      .headline,
      "headline headlines article-title articletitle post-title entry-title story-title page-title article-headline titulo titre"
    ),
    (
      .bodyText,
      """
      articlebody article-body articlecontent article-content articletext article-text entry-content entrycontent post-content postcontent
      post-body postbody story-body storybody story-content storycontent story-text storytext body-text bodytext body-content body-copy
      bodycopy article-copy content-body contentbody content-text news-content newscontent news-text newstext news-body news-detail
      article-main article-inner rich-text richtext main-content-text articulo-cuerpo cuerpo cuerpo-noticia corpo-noticia noticia-texto
      corpo texto-noticia artikeltext artikel-text artikel-inhalt article-paragraphs detail-text detail-content detail-body isi-berita
      read-content td-post-content single-content text-content html-content wysiwyg prose
      """
    ),
    (
      .foldout,
      "accordion accordions accordeon akkordeon acordeon collapse collapsed collapsible expandable faq faqs panel-collapse disclosure"
    ),
    (.article, "article articulo artikel articolo artigo story post hentry single-post newsarticle"),
    (.main, "main content maincontent main-content primary site-content page-content"),
    (
      .embed,
      "embed embeds oembed twitter-tweet twitter-tweet-rendered tweet instagram-media tiktok-embed fb-post facebook-post bluesky-embed embedded"
    ),
    (.figure, "figure wp-caption image-wrapper image-container photo-wrapper gallery slideshow carousel"),
  ]
}
