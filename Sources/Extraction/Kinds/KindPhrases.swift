/// What pages that are no articles say, in the words that servers, shops, forums and consent managers put there. One phrase a line, in lower case,
/// with straight quotes, as ``FoldedText`` has them.
enum KindPhrases {
  /// A page of little text whose title, or a part of it, is one of these is no article.
  static let errorTitles: [[UInt8]] = lines(
    """
    404
    403
    410
    429
    500
    502
    503
    504
    404 error
    error 404
    error 403
    error 500
    404 not found
    404 page not found
    404 - page not found
    403 forbidden
    410 gone
    500 internal server error
    502 bad gateway
    503 service unavailable
    503 service temporarily unavailable
    504 gateway timeout
    504 gateway time-out
    429 too many requests
    not found
    page not found
    page not found!
    error
    error page
    oops!
    forbidden
    access denied
    access to this page has been denied
    access to this page has been denied.
    attention required!
    just a moment...
    one moment, please...
    are you a robot?
    human verification
    robot check
    security check
    verify you are human
    pardon our interruption
    request rejected
    request blocked
    service unavailable
    internal server error
    bad gateway
    too many requests
    site maintenance
    under maintenance
    page unavailable
    page no longer available
    content not available
    this page isn't available
    this page could not be found
    the page cannot be found
    the page you requested was not found
    we can't find that page
    page does not exist
    article not found
    unavailable for legal reasons
    your access to this site has been limited
    please wait...
    ddos-guard
    seite nicht gefunden
    fehler 404
    404 seite nicht gefunden
    nicht gefunden
    artikel nicht gefunden
    zugriff verweigert
    die seite wurde nicht gefunden
    wartungsarbeiten
    page introuvable
    page non trouvée
    erreur 404
    404 page introuvable
    accès refusé
    accès interdit
    cette page n'existe pas
    página no encontrada
    página no encontrada - 404
    no se encontró la página
    error 404: página no encontrada
    acceso denegado
    pagina non trovata
    errore 404
    accesso negato
    página não encontrada
    erro 404
    acesso negado
    pagina niet gevonden
    toegang geweigerd
    strona nie znaleziona
    nie znaleziono strony
    błąd 404
    odmowa dostępu
    sidan hittades inte
    sidan kunde inte hittas
    siden ble ikke funnet
    siden finnes ikke
    siden blev ikke fundet
    siden findes ikke
    sivua ei löytynyt
    síða fannst ekki
    stránka nenalezena
    stránka nebola nájdená
    az oldal nem található
    pagina nu a fost găsită
    страница не найдена
    ошибка 404
    доступ запрещен
    доступ запрещён
    сторінку не знайдено
    помилка 404
    страницата не е намерена
    stranica nije pronađena
    η σελίδα δεν βρέθηκε
    sayfa bulunamadı
    aradığınız sayfa bulunamadı
    erişim engellendi
    الصفحة غير موجودة
    صفحه مورد نظر یافت نشد
    הדף לא נמצא
    पृष्ठ नहीं मिला
    पेज नहीं मिला
    পৃষ্ঠাটি খুঁজে পাওয়া যায়নি
    halaman tidak ditemukan
    không tìm thấy trang
    trang không tồn tại
    ไม่พบหน้าที่ต้องการ
    ページが見つかりません
    お探しのページは見つかりませんでした
    页面不存在
    页面未找到
    找不到页面
    找不到網頁
    您访问的页面不存在
    페이지를 찾을 수 없습니다
    """)

  /// What stands on such a page; a page of little else is one.
  static let errorTexts: [[UInt8]] = lines(
    """
    enable javascript and cookies to continue
    please enable javascript to continue
    please enable js and disable any ad blocker
    you need to enable javascript to run this app
    javascript is required to view this page
    javascript is disabled in your browser
    checking your browser before accessing
    checking if the site connection is secure
    verifying you are human
    verify that you are not a robot
    verify you are a human
    confirm that you're not a robot
    please complete the security check
    needs to review the security of your connection
    performance & security by cloudflare
    cloudflare ray id
    unusual activity from your computer network
    you don't have permission to access
    you do not have permission to access
    you have been blocked
    your ip address has been blocked
    this request was blocked by our security service
    the requested url was not found on this server
    the page you are looking for
    the page you were looking for
    the page you requested could not be found
    the page you've requested
    we couldn't find the page
    we can't find the page
    we can't seem to find the page
    sorry, this page isn't available
    this page doesn't exist
    may have been moved or deleted
    has been moved, deleted or does not exist
    error establishing a database connection
    the server encountered an internal error
    the server is temporarily unable to service your request
    die gewünschte seite wurde nicht gefunden
    die angeforderte seite
    die von ihnen gesuchte seite
    diese seite existiert nicht
    bitte aktivieren sie javascript
    la page que vous recherchez
    la page que vous cherchez
    la page demandée n'existe pas
    veuillez activer javascript
    la página que buscas
    la página que está buscando
    la página solicitada no existe
    la pagina che stai cercando
    la pagina richiesta non è disponibile
    a página que você está procurando
    a página que procura
    de pagina die u zoekt
    de opgevraagde pagina
    strona, której szukasz
    sidan du söker
    siden du leter etter
    siden, du leder efter
    hakemaasi sivua
    запрашиваемая страница не
    страница, которую вы ищете
    включите javascript
    aradığınız sayfa
    お探しのページ
    您要访问的页面
    您访问的页面
    요청하신 페이지
    halaman yang anda cari
    الصفحة التي تبحث عنها
    """)

  /// Titles of pages that ask for consent and hold nothing else.
  static let consentTitles: [[UInt8]] = lines(
    """
    before you continue
    before you continue to google
    before you continue to youtube
    bevor sie fortfahren
    bevor sie zu youtube weitergehen
    avant d'accéder à google
    antes de continuar
    prima di continuare
    voordat je verdergaat
    cookie consent
    cookie settings
    consent
    privacy settings
    privacy gate
    we value your privacy
    your privacy choices
    your data, your choice
    yahoo is part of the yahoo family of brands
    datenschutzeinstellungen
    privatsphäre-einstellungen
    ihre privatsphäre
    zustimmung
    werbefrei oder mit werbung lesen
    pur oder mit werbung
    vos choix en matière de vie privée
    gestion des cookies
    configuración de privacidad
    impostazioni sulla privacy
    """)

  static let consentTexts: [[UInt8]] = lines(
    """
    we value your privacy
    we and our partners
    we, and our partners
    we use cookies and
    we use cookies to
    store and/or access information on a device
    accept all cookies
    manage your privacy settings
    your consent choices
    cookies and other technologies
    before you continue
    wir benötigen ihre zustimmung
    mit ihrer zustimmung
    wir und unsere partner
    wir verwenden cookies
    mit werbung weiterlesen
    mit werbung und cookies
    alle akzeptieren
    informationen auf einem gerät speichern
    einwilligung jederzeit
    nous et nos partenaires
    nous respectons votre vie privée
    continuer sans accepter
    accepter et continuer
    nous utilisons des cookies
    nosotros y nuestros socios
    valoramos tu privacidad
    utilizamos cookies
    aceptar y continuar
    noi e i nostri partner
    la tua privacy è importante
    utilizziamo i cookie
    nós e os nossos parceiros
    utilizamos cookies
    wij en onze partners
    wij gebruiken cookies
    my i nasi partnerzy
    szanujemy twoją prywatność
    używamy plików cookie
    vi och våra partners
    vi bruker informasjonskapsler
    vi og vores partnere
    мы используем файлы cookie
    çerezleri kullanıyoruz
    """)

  /// What stands where an article is cut off for those who have not paid.
  static let paywallTexts: [[UInt8]] = lines(
    """
    subscribe to continue reading
    subscribe to keep reading
    subscribe to read the full
    subscribe now to continue
    subscribe to unlock
    to continue reading
    continue reading with a subscription
    to read the full story
    to read the full article
    read the full article with
    this article is for subscribers
    this article is only available to subscribers
    this content is for subscribers
    this story is for subscribers
    this is a subscriber
    exclusively for subscribers
    for subscribers only
    subscriber exclusive
    already a subscriber
    already have a subscription
    unlock this article
    you have reached your limit of free articles
    you've reached your limit of free articles
    weiterlesen mit
    jetzt weiterlesen
    um weiterzulesen
    artikel weiterlesen mit
    sie möchten weiterlesen
    diesen artikel weiterlesen
    dieser artikel ist exklusiv für
    nur für abonnenten
    für abonnenten
    bereits abonnent
    sie haben bereits ein abo
    jetzt abonnieren und weiterlesen
    testen und weiterlesen
    article réservé aux abonnés
    réservé aux abonnés
    réservé à nos abonnés
    il vous reste
    pour lire la suite
    la suite est réservée
    déjà abonné
    abonnez-vous pour lire
    suscríbete para seguir leyendo
    suscríbete para continuar
    contenido exclusivo para suscriptores
    exclusivo para suscriptores
    solo para suscriptores
    ya soy suscriptor
    ¿ya eres suscriptor
    contenuto riservato agli abbonati
    riservato agli abbonati
    abbonati per continuare a leggere
    per continuare a leggere
    sei già abbonato
    exclusivo para assinantes
    conteúdo exclusivo para assinantes
    assine para continuar lendo
    já é assinante
    alleen voor abonnees
    lees verder met
    om verder te lezen
    al abonnee
    tylko dla prenumeratorów
    dostęp tylko dla
    aby czytać dalej
    för att läsa vidare
    läs vidare med
    endast för prenumeranter
    redan prenumerant
    for å lese videre
    kun for abonnenter
    log ind for at læse videre
    for at læse videre
    vain tilaajille
    lue koko juttu
    только для подписчиков
    чтобы продолжить чтение
    aboneler için
    この記事は有料会員限定
    この記事は会員限定
    有料会員限定
    続きを読むには
    订阅后继续阅读
    구독자 전용
    """)

  /// Software that runs forums, as its `generator` says.
  static let forumGenerators = [
    "phpbb", "vbulletin", "xenforo", "discourse", "mybb", "simple machines", "invision", "vanilla", "flarum", "nodebb",
  ]

  /// What a forum says beside each post.
  static let forumTexts: [[UInt8]] = lines(
    """
    reply with quote
    reply quote
    join date:
    joined:
    posts:
    posts
    quote
    likes received
    registered:
    thread starter
    original poster
    beiträge:
    registriert:
    dabei seit:
    mit zitat antworten
    messages :
    inscrit le
    mensajes:
    registrado:
    сообщения:
    регистрация:
    """)

  /// What a shop says beside a product.
  static let shopTexts: [[UInt8]] = lines(
    """
    add to cart
    add to bag
    add to basket
    buy now
    in stock
    out of stock
    free shipping
    quantity
    in den warenkorb
    auf lager
    lieferzeit
    inkl. mwst
    ajouter au panier
    en stock
    añadir al carrito
    añadir a la cesta
    agregar al carrito
    aggiungi al carrello
    adicionar ao carrinho
    in winkelwagen
    in winkelmand
    do koszyka
    dodaj do koszyka
    lägg i varukorgen
    læg i kurv
    legg i handlekurv
    lisää ostoskoriin
    в корзину
    добавить в корзину
    sepete ekle
    カートに入れる
    加入购物车
    장바구니
    """)

  private static func lines(_ text: String) -> [[UInt8]] {
    text.split(at: "\n").map { Array($0.utf8) }
  }
}
