import Copydesk

extension CueVocabulary {
  /// Earlier groups win where a phrase stands in two.
  static let groups: [Group] = common + pointers + appeals + frames

  private static let common: [Group] = [
    Group(
      role: .advertisement, reason: "marks an advertisement",
      phrases: """
        advertisement|advertisements|advert|ad|ads|advertising|advertise with us|sponsored|sponsored content|sponsored by|sponsored links|paid content|paid post|\
        promoted|promoted content|advertisement continue reading below|advertisement article continues below|article continues below advertisement|article continues below this advertisement|\
        article continues after advertisement|story continues below advertisement|story continues after advertisement|continue reading below|scroll to continue|\
        scroll to continue with content|skip advertisement|skip ad|advertisement scroll to continue|this advertisement has not loaded yet|report this ad|report ad|ad feedback|\
        close ad|remove ads|content continues below|content continues below advertisement|continue reading|continue reading the main story|story continues below|article continues below|\
        story continues|story continues below video|continues after advertising|read on for more|\
        anzeige|anzeigen|werbung|advertorial|werbung wird geladen|artikel nach der anzeige weiterlesen|der artikel geht nach der anzeige weiter|\
        weiter nach der werbung|nach der anzeige weiterlesen|anzeige weiterlesen|sponsored post|bezahlte anzeige|\
        publicité|la suite après cette publicité|la suite de votre article après cette publicité|la suite après la publicité|contenu sponsorisé|article réservé à nos abonnés|\
        publicidad|anuncio|anuncios|contenido patrocinado|la noticia continúa después de la publicidad|sigue leyendo después de la publicidad|\
        pubblicità|annuncio|continua a leggere dopo la pubblicità|contenuto sponsorizzato|messaggio promozionale|\
        publicidade|continua após a publicidade|continua depois da publicidade|anúncio|conteúdo patrocinado|\
        advertentie|lees verder na de advertentie|artikel gaat verder na de advertentie|reclame|\
        reklama|dalsza część artykułu pod reklamą|dalsza część tekstu pod reklamą|artykuł sponsorowany|annons|artikeln fortsätter efter annonsen|annonse|artikkelen fortsetter under annonsen|\
        saken fortsetter under annonsen|annoncør|annonce|artiklen fortsætter efter annoncen|mainos|artikkeli jatkuu mainoksen jälkeen|juttu jatkuu mainoksen jälkeen|\
        reklam|ilan|реклама|рекламa|реклама продовжується|προώθηση|διαφήμιση|hirdetés|publicitate|reklaam|reklāma|iklan|advertisement scroll untuk melanjutkan|scroll untuk baca artikel|\
        scroll to continue reading|quảng cáo|إعلان|إعلانات|विज्ञापन|বিজ্ঞাপন|広告|スポンサーリンク|pr|广告|廣告|광고|auglýsing|lysing
        """),
    Group(
      role: .related, reason: "heads a list of other articles", isHeading: true, opens: false,
      phrases: """
        trending now|trending|trending today|trending stories|trending topics|trending news|most read|most popular|most viewed|most shared|most commented|most recent|popular|popular now|\
        popular posts|popular stories|popular articles|latest|latest news|latest stories|latest posts|latest articles|latest headlines|recent posts|recent articles|recent stories|recent news|\
        related|related articles|related stories|related news|related posts|related content|related topics|related reading|related coverage|related links|related video|related videos|\
        more stories|more news|more articles|more from|more like this|more on this|more on this story|more on this topic|more coverage|more top stories|more to read|top stories|\
        top news|top headlines|editor's picks|editors' picks|editors picks|editor's choice|our picks|featured|featured stories|featured articles|don't miss|dont miss|read next|up next|\
        next up|what to read next|keep reading|you may like|you may also like|you might like|you might also like|you may also be interested in|you may be interested in|recommended|recommended for you|\
        recommended stories|recommended articles|recommended reading|around the web|from around the web|from the web|promoted stories|stories you may like|in case you missed it|icymi|in this story|\
        see also|see more|read also|also read|further reading|read more|more in|other news|also in the news|other stories|next article|next story|previous article|previous story|previous|next|in other news|watch next|sponsored stories|\
        today's top stories|must read|must reads|discover more|explore more|join the conversation|more videos|topics|tags|filed under|topics in this article|in this article|tagged|explore related topics|\
        lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|mehr zum thema aus dem archiv|zum thema|auch interessant|das könnte sie auch interessieren|das könnte sie interessieren|\
        das könnte dich auch interessieren|das könnte dich interessieren|weitere artikel|weitere nachrichten|weitere meldungen|weitere themen|weitere news|meistgelesen|meistgelesene artikel|\
        meist gelesen|beliebte artikel|beliebt|empfohlene artikel|empfehlungen|empfohlen|unsere empfehlungen|neueste artikel|aktuelle nachrichten|neueste nachrichten|verwandte artikel|verwandte themen|\
        ähnliche artikel|mehr lesen|mehr dazu|mehr aus|mehr artikel|mehr nachrichten|mehr von|mehr zu diesem thema|passend dazu|siehe auch|dazu passend|themen|themen im artikel|schlagworte|schlagwörter|\
        stichwörter|top themen|top artikel|im trend|auch lesen|lies auch|lesetipp|lesetipps|weiterlesen|weiterführende links|zum weiterlesen|das interessiert andere leser|mehr|\
        à lire aussi|a lire aussi|lire aussi|à lire également|lire également|à voir aussi|voir aussi|à lire|les plus lus|articles les plus lus|le plus lu|les articles les plus lus|articles liés|articles similaires|\
        sur le même sujet|sur le même thème|dans la même rubrique|à la une|vous aimerez aussi|vous pourriez aussi aimer|recommandé pour vous|nos derniers articles|derniers articles|plus d'articles|\
        pour aller plus loin|notre sélection|contenus sponsorisés|ailleurs sur le web|thèmes|sujets|mots clés|\
        lea también|lee también|leer más|lea más|le puede interesar|te puede interesar|también te puede interesar|puede interesarte|quizás te interese|más noticias|noticias relacionadas|\
        artículos relacionados|relacionado|relacionados|contenido relacionado|lo más leído|lo más visto|más leídas|lo más|más información|más sobre|temas|temas relacionados|etiquetas|archivado en|te recomendamos|\
        leggi anche|potrebbe interessarti|potrebbero interessarti|ti potrebbe interessare|ti potrebbe interessare anche|articoli correlati|articoli simili|i più letti|più letti|le più lette|ultime notizie|\
        notizie correlate|da non perdere|approfondimenti|per approfondire|argomenti|vedi anche|leggi di più|altri articoli|consigliati per te|\
        leia também|leia mais|veja também|saiba mais|notícias relacionadas|artigos relacionados|mais lidas|mais lidos|as mais lidas|recomendadas|recomendado|recomendados para você|você pode gostar|últimas notícias|\
        assuntos|tópicos|relacionadas|\
        lees ook|lees meer|lees verder|meest gelezen|gerelateerd|gerelateerde artikelen|meer nieuws|bekijk ook|meer over|onderwerpen|aanbevolen|net binnen|\
        czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|zobacz również|przeczytaj także|przeczytaj też|przeczytaj również|polecane|polecamy|najczęściej czytane|najnowsze|powiązane|\
        läs också|läs även|läs mer|läs vidare|mest läst|mest lästa|relaterat|senaste nytt|fler nyheter|les også|les mer|mest lest|siste nytt|relaterte artikler|læs også|læs mere|mest læste|seneste nyt|\
        lue myös|lue lisää|luetuimmat|uusimmat|katso myös|ilgili haberler|ayrıca bakınız|bunlar da ilginizi çekebilir|çok okunanlar|son dakika|\
        читайте также|читать также|читайте еще|читайте по теме|по теме|самое читаемое|популярное|новости по теме|смотрите также|материалы по теме|ещё по теме|последние новости|главное|\
        читайте також|читайте ще|дивіться також|популярне|новини за темою|останні новини|\
        olvasta már|kapcsolódó cikkek|legolvasottabb|ajánlott cikkek|citește și|citeste si|čtěte také|související články|nejčtenější|mohlo by vás zajímat|διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|δημοφιλή|\
        baca juga|lihat juga|artikel terkait|berita terkait|terpopuler|berita lainnya|topik terkait|tin liên quan|xem thêm|đọc thêm|\
        اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|यह भी पढ़ें|ये भी पढ़ें|यह भी पढें|संबंधित खबरें|আরও পড়ুন|\
        関連記事|関連ニュース|あわせて読みたい|おすすめ記事|人気記事|アクセスランキング|ランキング|関連リンク|相关阅读|相关新闻|延伸阅读|推荐阅读|延伸閱讀|相關新聞|추천기사|관련기사|관련 기사|많이 본 뉴스|인기기사|이 기사를 추천합니다
        """),
    Group(
      role: .related, reason: "points to another article", opens: true,
      phrases: """
        also read|read also|read the full story|read the full article|read full story|see also|related story|related article|\
        watch also|watch more|you may also like|you might also like|click here to read|click here for more|click here to see|for more stories|for more on|\
        learn more about|more|\
        lesen sie auch|lesen sie hier|lesen sie mehr|lies auch|lies hier|mehr zum thema|lesen sie dazu|lesetipp|das könnte sie auch interessieren|\
        lire aussi|à lire aussi|a lire aussi|à lire également|à voir aussi|lire également|\
        lea también|lee también|lea más|leer también|le puede interesar|te puede interesar|también te puede interesar|\
        leggi anche|leggi qui|vedi anche|potrebbe interessarti|leia também|leia mais|veja também|saiba mais|\
        lees ook|lees verder|lees meer|bekijk ook|czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|przeczytaj także|przeczytaj też|\
        läs också|läs även|läs mer|les også|les mer|læs også|læs mere|lue myös|lue lisää|ayrıca bakınız|\
        читайте также|читать также|смотрите также|читайте також|дивіться також|olvasta már|citește și|čtěte také|διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|\
        baca juga|lihat juga|simak juga|اقرأ أيضا|اقرأ أيضاً|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন
        """),
    Group(
      role: .newsletter, reason: "invites to a newsletter", isHeading: true, opens: true, maximumLength: 400,
      phrases: """
        newsletter|newsletters|sign up|sign up now|sign up for our|sign up to our|sign up for the|sign up for free|sign up to receive|sign up to get|sign up here|sign up today|subscribe to|subscribe now|subscribe|subscribe today|subscribe here|subscribe for|get the latest|get our|\
        get breaking news|join our newsletter|join our mailing list|enter your email|email address|your email|your email address|email|stay informed|stay up to date|\
        delivered to your inbox|thank you for subscribing|thanks for signing up|you have successfully subscribed|\
        newsletter abonnieren|jetzt abonnieren|abonnieren sie|abonniere|melden sie sich jetzt|melden sie sich hier|melden sie sich für|melden sie sich an|jetzt anmelden|hier anmelden|newsletter bestellen|ihre e-mail-adresse|jetzt newsletter|kostenlos anmelden|\
        inscrivez-vous|abonnez-vous|recevez|s'inscrire à la newsletter|s'abonner|votre adresse e-mail|votre email|\
        suscríbete|suscríbase|suscribirse|recibe|boletín|regístrate|iscriviti|iscriviti alla newsletter|abbonati|ricevi|assine|assine a newsletter|inscreva-se|receba|cadastre-se|\
        schrijf je in|meld je aan|abonneer|abonneer je|zapisz się|subskrybuj|prenumerera|anmäl dig|abonner|meld deg på|tilmeld dig|tilaa uutiskirje|tilaa|bültene|abone ol|подпишитесь|подписаться|підпишіться|підписуйтесь|\
        iratkozzon fel|abonează-te|přihlaste se|εγγραφείτε|berlangganan|đăng ký|メルマガ|メールマガジン|ニュースレター|订阅|訂閱|구독
        """),
    Group(
      role: .social, reason: "invites to share or follow", isHeading: false, opens: false, maximumLength: 200,
      phrases: """
        share|share this|share this article|share this story|share this post|share article|share story|share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email|share with|\
        share on social media|share link|share full article|share to|copy link|link copied|copied|copy url|print|print this article|email this|email this article|save|save article|save this|bookmark|like|like this|tweet|pin it|pin|retweet|\
        facebook|twitter|x|linkedin|whatsapp|instagram|youtube|telegram|reddit|pinterest|flipboard|threads|bluesky|mastodon|tiktok|rss|messenger|pocket|xing|viber|line|\
        facebook twitter|facebook twitter email|facebook twitter whatsapp|facebook twitter linkedin|facebook twitter linkedin email|follow us|follow|connect with us|gift this article|send tip|listen|listen to this article|\
        comments|like loading|\
        teilen|artikel teilen|diesen artikel teilen|beitrag teilen|merken|drucken|link kopieren|link kopiert|auf facebook teilen|auf twitter teilen|per mail teilen|per e-mail teilen|folgen|folgen sie uns|vorlesen|artikel anhören|\
        partager|partager sur|partager sur facebook|partager l'article|partager cet article|imprimer|envoyer|copier le lien|compartir|compartir en facebook|compartir en|imprimir|copiar enlace|guardar|condividi|condividi su|stampa|salva|ascolta|\
        compartilhar|compartilhe|partilhar|copiar link|ouvir|delen|deel|deel dit artikel|deel op facebook|opslaan|udostępnij|drukuj|dela|dela artikeln|spara|del|del artikkelen|del artiklen|jaa|jaa artikkeli|tallenna|paylaş|yazdır|\
        поделиться|поделитесь|поширити|поділитися|сохранить|megosztás|distribuie|sdílet|κοινοποίηση|bagikan|share artikel|chia sẻ|مشاركة|शेयर करें|शेयर|シェア|シェアする|ツイート|分享|공유|공유하기|북마크|프린트
        """),
    Group(
      role: .social, reason: "invites to follow on social media", opens: true, maximumLength: 300,
      phrases: """
        follow us on|follow us|follow him on|follow her on|follow them on|follow|find us on|like us on|join us on|connect with|share this with|share this article|you can follow|subscribe to our youtube|watch our|\
        folgen sie uns|folgt uns|folge uns|suivez-nous|retrouvez|síguenos|sigue|seguici|segui|siga|acompanhe|volg ons|obserwuj nas|följ oss|følg oss|følg os|seuraa|takip edin|bizi|подписывайтесь|следите|підписуйтеся|ikuti|theo dõi
        """),
    Group(
      role: .promotion, reason: "promotes an app, a channel or a subscription", opens: true, maximumLength: 400,
      phrases: """
        download our app|download the app|get the app|available on the app store|become a member|become a subscriber|support our|support independent|support us|donate|donate now|make a donation|\
        click here to subscribe|click here to sign up|click here to join|click here to get|click here to download|join our whatsapp|join our telegram|buy now|shop now|order now|to read the full story|\
        whatsapp|unlimited access|already a subscriber|already a member|subscribe to continue|login|register|register now|create account|create a free account|\
        jetzt testen|jetzt lesen|jetzt kaufen|zum angebot|unterstützen sie|jetzt spenden|hier geht es zu unserem|mit der app|téléchargez|soutenez|faites un don|descarga|apoya|hazte socio|\
        scarica|sostieni|acquista|baixe|apoie|download de app|steun|wesprzyj|pobierz|ladda ner|last ned|hent|lataa|indir|скачать|установите|підтримайте|unduh
        """),
    Group(
      role: .consent, reason: "asks for consent", opens: true, maximumLength: 700,
      phrases: """
        we use cookies|this website uses cookies|this site uses cookies|we and our partners|by clicking accept|by clicking i agree|by clicking agree|by clicking sign up|by clicking subscribe|by clicking submit|by clicking on sign up|by clicking continue|by signing up you|by signing up i|by subscribing you|by subscribing i|by continuing to use|by continuing to browse|by continuing you|by submitting this|by submitting your|by submitting you|your privacy|privacy policy|cookie policy|manage cookies|\
        accept cookies|accept all|reject all|cookie settings|this site is protected by recaptcha|to view this content|this content is hosted|we need your consent|please enable javascript|enable javascript|javascript is disabled|\
        wir verwenden cookies|diese website verwendet cookies|mit ihrer zustimmung|datenschutz|datenschutzerklärung|an dieser stelle finden sie|empfohlener redaktioneller inhalt|externer inhalt|externe inhalte|hier finden sie externen inhalt|\
        ich bin damit einverstanden|ich bin einverstanden|um diesen inhalt|dieser inhalt wird|dieser inhalt kann|dieser inhalt ist|dieser inhalt stammt|diesen inhalt|zur anzeige dieses inhalts|nous utilisons des cookies|en cliquant sur|pour voir ce contenu|utilizamos cookies|\
        utilizziamo i cookie|usamos cookies|wij gebruiken cookies|deze website gebruikt cookies|używamy plików cookie|vi använder cookies|vi bruker informasjonskapsler|мы используем cookie
        """),
    Group(
      role: .comment, reason: "heads the readers' comments", isHeading: true, opens: false,
      phrases: """
        comments|comment|leave a comment|leave a reply|post a comment|add a comment|view comments|show comments|read comments|reader comments|join the discussion|discussion|write a comment|add comment|comments are closed|no comments|\
        no comments yet|be the first to comment|responses|reply|cancel reply|your email address will not be published|log in to comment|sign in to comment|view all comments|load more comments|have your say|\
        kommentare|kommentar|kommentar schreiben|kommentare anzeigen|kommentare lesen|jetzt kommentieren|kommentieren|diskutieren sie mit|leserkommentare|schreiben sie einen kommentar|ihr kommentar|forum|\
        commentaires|laisser un commentaire|commenter|réagir|comentarios|deja un comentario|deja una respuesta|comentar|commenti|lascia un commento|commenta|comentários|deixe um comentário|\
        reacties|reageer|reageren|komentarze|dodaj komentarz|skomentuj|kommentarer|kommentera|kommentarer|kommentit|kommentoi|yorumlar|yorum yap|комментарии|комментировать|коментарі|коментувати|hozzászólások|comentarii|komentáře|diskuze|σχόλια|komentar|bình luận|コメント|コメントを書く|评论|댓글|تعليقات
        """),
    Group(
      role: .paywall, reason: "stands before a paywall", opens: true, maximumLength: 400,
      phrases: """
        to continue reading|continue reading this article|this article is for subscribers|this content is for subscribers|subscribe to read|subscribe to keep reading|to read this article|you have reached your|\
        you've reached your|this is a subscriber|this story is for subscribers|already have an account|unlock this article|start your free trial|register to continue|this article is exclusive|\
        weiterlesen mit|dieser artikel ist nur|dieser artikel ist exklusiv|dieser artikel ist kostenpflichtig|sie haben keinen zugriff|jetzt weiterlesen|exklusiv für abonnenten|um weiterzulesen|sie möchten weiterlesen|bereits abonnent|\
        cet article est réservé|la suite est réservée|vous avez déjà un compte|contenido exclusivo para suscriptores|para seguir leyendo|questo contenuto è riservato|contenuto riservato agli abbonati|\
        conteúdo exclusivo para assinantes|dit artikel is alleen|dit artikel is exclusief|alleen voor abonnees|ten artykuł jest dostępny|artikeln är låst|for å lese|kun for abonnenter|vain tilaajille|この記事は有料|有料会員|残り|会員限定
        """),
    Group(
      role: .correction, reason: "a correction or a note of the editors", opens: true, maximumLength: 1200,
      phrases: """
        correction|corrections|clarification|editor's note|editors' note|editors note|this article has been corrected|this story has been corrected|this article has been updated|this story has been updated|this article was amended|\
        this article was updated|this story was updated|this post has been updated|an earlier version of this|a previous version of this|this article was corrected|update|\
        korrektur|anmerkung der redaktion|anm d red|hinweis der redaktion|in einer früheren version|in einer früheren fassung|transparenzhinweis|hinweis|redaktioneller hinweis|\
        rectificatif|note de la rédaction|erratum|fe de errores|nota del editor|nota de la redacción|rettifica|nota della redazione|errata|nota da redação|correção|rectificatie|correctie|noot van de redactie|sprostowanie|rättelse|rettelse|oikaisu|düzeltme|исправление|уточнение|примечание редакции|訂正|更正|정정
        """),
    Group(
      role: .credit, reason: "credits a picture", opens: true, maximumLength: 250,
      phrases: """
        photo|photos|photo by|photos by|photograph|photograph by|photography by|image|image credit|image credits|image source|image via|picture|pictures|photo credit|photo courtesy|photo illustration|illustration|illustration by|ap photo|\
        getty images|credit|credits|file photo|screenshot|video by|courtesy of|reuters|afp|shutterstock|istock|\
        foto|fotos|bild|bilder|bildquelle|quelle|grafik|symbolbild|archivbild|symbolfoto|archivfoto|foto von|imago|picture alliance|dpa|\
        crédit photo|crédits photo|photo d'illustration|crédit|foto de|fotografía|imagen|fotografia|foto di|imagem|foto door|beeld|zdjęcie|fot|kuva|fotoğraf|фото|写真|画像|图片来源|사진|ảnh
        """),
    Group(
      role: .navigation, reason: "a control of the page", opens: false,
      phrases: """
        menu|home|search|close|skip to content|skip to main content|skip to main|jump to content|main content|navigation|back to top|top|back|next page|previous page|page|load more|show more|show less|view all|see all|view more|more info|learn more|\
        login|log in|sign in|sign out|log out|register|my account|account|subscribe|contact|contact us|about|about us|terms|terms of use|terms of service|terms and conditions|privacy|privacy policy|cookie policy|imprint|sitemap|faq|help|jobs|careers|\
        advertise|feedback|settings|open menu|close menu|toggle navigation|toggle menu|open in app|play|play video|pause|mute|watch|watch live|live|video|videos|photos|gallery|enlarge|expand|hide caption|toggle caption|show caption|open image modal|view image|image|\
        startseite|zum inhalt|zum inhalt springen|suche|suchen|schließen|menü|anmelden|abmelden|registrieren|einloggen|impressum|kontakt|datenschutz|agb|über uns|hilfe|mediadaten|zurück|weiter|nach oben|zur startseite|mehr anzeigen|alle anzeigen|bild vergrößern|vergrößern|\
        accueil|recherche|rechercher|fermer|se connecter|connexion|mentions légales|contacter|retour|voir plus|inicio|buscar|cerrar|iniciar sesión|aviso legal|contacto|ver más|volver|cerca|chiudi|accedi|contatti|chi siamo|início|entrar|fechar|ver mais|\
        zoeken|sluiten|inloggen|szukaj|zamknij|zaloguj się|sök|stäng|logga in|søk|lukk|logg inn|haku|sulje|kirjaudu|ara|kapat|giriş|поиск|закрыть|войти|меню|ホーム|検索|閉じる|ログイン|首页|搜索|登录|검색|로그인|닫기
        """),
  ]
}
