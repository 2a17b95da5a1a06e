import Copydesk

extension CueVocabulary {
  /// Lines that send the reader on to another article.
  static let pointers: [Group] = [
    // Imperatives and set phrases that no story's sentence begins with.
    Group(
      role: .related, reason: "points to another article", opens: true,
      phrases: """
        read this next|read this too|read more about|read more on|read more here|read more at|read more from|read the rest of this|you may also be interested in|you might also be interested in|\
        lesen sie dazu auch|lesen sie hierzu|lesen sie außerdem|lesen sie jetzt|lies dazu|lies mehr|lest auch|das könnte dich auch interessieren|mehr aus dieser rubrik|mehr zu diesem thema|\
        mehr lesen sie hier|mehr dazu lesen sie|alles zum thema|hier weiterlesen|hier lesen sie|sehen sie auch|hören sie auch|\
        lire la suite|lisez aussi|lisez également|retrouvez aussi|lire notre|lire l'article|lire l'enquête|lire l'entretien|lire l'analyse|lire l'éditorial|lire le reportage|lire la tribune|à écouter aussi|\
        écouter aussi|regarder aussi|à découvrir aussi|cet article pourrait vous intéresser|ça peut vous intéresser|vous pourriez être intéressé|\
        lea además|lee además|leé también|lea aquí|lee aquí|lee más|ver también|vea también|mira también|mirá también|te podría interesar|le podría interesar|te recomendamos leer|le recomendamos leer|\
        además lee|además lea|también lea|también lee|lea la nota|para leer más|consulta también|noticia relacionada|nota relacionada|quizás te interese|quizá te interese|\
        leia ainda|leia a seguir|veja mais|veja ainda|confira também|assista também|ouça também|talvez você goste|também pode interessar|pode interessar lhe|você também pode gostar|clique aqui para ler|lê também|ler mais|\
        leggi pure|leggi l'articolo|leggi tutte le notizie|leggi le altre notizie|guarda anche|ascolta anche|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbe interessare anche|\
        ti potrebbero interessare|forse ti interessa|scopri anche|da leggere anche|\
        lees hier|lees ons|bekijk hier|kijk ook|luister ook|beluister ook|zie ook|meer over dit onderwerp|misschien vind je dit ook interessant|\
        czytaj więcej|czytaj dalej|przeczytaj więcej|przeczytaj również|zobacz również|zobacz więcej|zobacz wideo|sprawdź też|sprawdź także|posłuchaj także|obejrzyj także|obejrzyj też|dowiedz się więcej|\
        warto przeczytać|polecamy także|polecamy również|to może cię zainteresować|może cię zainteresować|\
        čtěte též|čtěte i|čtěte dále|čtěte více|přečtěte si|více čtěte|mohlo by vás zajímat|mohlo by se vám líbit|související článek|podívejte se také|dále čtěte|čítajte aj|čítajte tiež|prečítajte si|mohlo by vás zaujať|\
        läs hela artikeln|läs vidare|läs mera|lyssna också|du kanske också gillar|les hele saken|se også|hør også|læs hele|læs videre|lue seuraavaksi|lue koko juttu|lue täältä|katso myös|kuuntele myös|aiheesta lisää|lisää aiheesta|\
        ilginizi çekebilir|bu da ilginizi çekebilir|bunlar da ilginizi çekebilir|bu haber de ilginizi çekebilir|bu haberler de ilginizi çekebilir|ayrıca okuyun|bunu da okuyun|bunları da okuyun|haberin devamı için|devamını oku|\
        ilgili haber|ilgili haberler|önerilen haberler|mutlaka okuyun|sıradaki haber|haberin detayları için|detaylar için tıklayın|ayrıntılar için tıklayın|\
        διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε εδώ|διαβάστε σχετικά|διάβασε επίσης|δείτε ακόμη|δείτε ακόμα|δείτε περισσότερα|δείτε εδώ|σχετικά άρθρα|σχετικό άρθρο|σχετικά θέματα|ίσως σας ενδιαφέρει|\
        читайте еще|читайте ещё|читайте подробнее|читайте далее|читать далее|читать подробнее|подробнее читайте|смотрите еще|смотри также|материал по теме|вам может быть интересно|вам также может понравиться|\
        вас может заинтересовать|вам будет интересно|рекомендуем прочитать|рекомендуем почитать|\
        читайте ще|читайте далі|читайте більше|також читайте|детальніше читайте|дивись також|вас може зацікавити|вас також може зацікавити|вам може бути цікаво|рекомендуємо прочитати|радимо прочитати|матеріали за темою|\
        اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|إقرأ أيضا|إقرأ أيضاً|إقرأ أيضًا|اقرأ ايضا|اقرا ايضا|اقرأ المزيد|إقرأ المزيد|اقرأ كذلك|شاهد أيضا|شاهد أيضاً|شاهد أيضًا|شاهد المزيد|قد يهمك أيضا|قد يهمك أيضاً|قد يهمك أيضًا|قد يعجبك أيضا|\
        قد يعجبك أيضاً|قد يعجبك أيضًا|طالع أيضا|طالع أيضاً|اخترنا لك|مقالات ذات صلة|موضوعات متعلقة|أخبار متعلقة|لقراءة المزيد|\
        קראו גם|קראו עוד|קרא גם|קראו בהרחבה|לקריאה נוספת|ראו גם|צפו גם|עוד בנושא|כתבות נוספות|כתבות קשורות|כתבות מומלצות|אולי יעניין אותך|אולי יעניין אתכם|לכתבה המלאה|\
        بیشتر بخوانید|بیشتر بدانید|بیشتر ببینید|همچنین بخوانید|همچنین ببینید|این مطلب را هم بخوانید|این مطالب را هم بخوانید|مطالب مرتبط|اخبار مرتبط|مطالب پیشنهادی|یہ بھی پڑھیں|مزید پڑھیں|\
        यह भी पढ़ें|ये भी पढ़ें|यह भी पढें|ये भी पढें|यह भी देखें|ये भी देखें|इसे भी पढ़ें|आगे पढ़ें|पूरी खबर पढ़ें|संबंधित खबरें|आरও पড়ুন|আরও পড়ুন|আরো পড়ুন|আরও দেখুন|আরো দেখুন|বিস্তারিত পড়ুন|সম্পর্কিত খবর|\
        baca lebih lanjut|baca selengkapnya|simak selengkapnya|tonton juga|artikel terkait|berita terkait|mời độc giả xem thêm|mời bạn đọc|tin liên quan|bài viết liên quan|có thể bạn quan tâm|bạn có thể quan tâm
        """),
    // These begin sentences too: "More from the north is expected …", "Also on Friday, the board …".
    Group(
      role: .related, reason: "points to another article", opens: true, evidence: .shape,
      phrases: """
        read more|read next|read our|related|recommended|trending|must read|voir aussi|mehr lesen|weiterlesen|see more|more from|more on|more on this|also on|don't miss|don't miss our|dont miss|in case you missed it|you may like|up next|check out more|what to read next|keep reading|see all|\
        mehr dazu|mehr aus|mehr von|mehr über|auch interessant|passend dazu|dazu passt|siehe auch|im video|\
        à lire|à voir|à écouter|en savoir plus|pour en savoir plus|pour aller plus loin|notre dossier|notre article|nos articles|\
        más información|más sobre|más en|no te pierdas|no se pierda|ver más|conoce más|conozca más|sigue leyendo|siga leyendo|te recomendamos|le recomendamos|\
        não perca|mais sobre|continue lendo|ver mais|da non perdere|per saperne di più|per approfondire|leggi tutto|guarda il video|meer over|ook interessant|\
        więcej o|więcej na ten temat|więcej informacji|więcej zde|více o|více zde|k tématu|mer om|missa inte|se även|se också|mer fra|mere om|\
        haberin devamı|daha fazla haber|δείτε το βίντεο|μη χάσετε|подробнее о|подробнее об|по теме|еще по теме|ещё по теме|за темою|до теми|більше про|\
        المزيد من|قد يهمك|עוד באותו נושא|عکس و فیلم|और पढ़ें|xem thêm|đọc thêm|xem chi tiết|baca artikel|baca berita
        """),
    // In scripts without spaces a phrase runs on into the sentence: 相关报道称, "related reports say".
    Group(
      role: .related, reason: "points to another article", isHeading: true, opens: true, evidence: .mark,
      phrases: """
        関連記事|関連ニュース|関連動画|関連リンク|関連トピックス|あわせて読みたい|合わせて読みたい|併せて読みたい|おすすめ記事|おすすめの記事|こちらもおすすめ|こちらの記事もおすすめ|この記事もおすすめ|続きを読む|続きはこちら|\
        もっと見る|もっと読む|詳しくはこちら|詳細はこちら|よく読まれている記事|人気の記事|次の記事|前の記事|\
        관련기사|관련 기사|관련뉴스|관련 뉴스|관련 영상|함께 보면 좋은 기사|함께 읽으면 좋은 기사|추천 기사|추천 뉴스|더보기|더 보기|기사 더보기|많이 본 기사|이 시각 주요뉴스|이 시각 주요 뉴스|주요 뉴스|인기 뉴스|이전 기사|다음 기사|\
        相关阅读|相关新闻|相关报道|相关文章|相关链接|相关推荐|延伸阅读|推荐阅读|更多阅读|更多新闻|阅读更多|点击阅读|猜你喜欢|编辑推荐|热门文章|热门推荐|精彩推荐|你可能还喜欢|往期回顾|上一篇|下一篇|\
        延伸閱讀|相關新聞|相關報導|相關報道|相關文章|相關閱讀|更多新聞|更多報導|推薦閱讀|推薦新聞|你可能還想看|你可能也想看|看更多|閱讀更多|繼續閱讀|熱門新聞|熱門文章|猜你喜歡|同場加映
        """),
  ]
}
