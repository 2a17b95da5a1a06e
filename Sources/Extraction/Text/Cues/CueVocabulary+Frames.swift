import Copydesk

extension CueVocabulary {
  /// What templates set into an article: marks of advertisements, words of players, placeholders of embedded content, credits of the making.
  static let frames: [Group] = [
    Group(
      role: .advertisement, reason: "marks an advertisement",
      phrases: """
        ad choices|advert continues below|article continues below this ad|story continues below ad|story continues below this ad|story continues after ad|this is a sponsored post|anzeige ende|ende der anzeige|weiterlesen nach der anzeige|\
        publicité continuer la lecture|contenido promocionado|continúa leyendo después de la publicidad|publicidad sigue leyendo|continua após publicidad|publicidade continue lendo|pubblicità continua a leggere|annuncio pubblicitario|\
        advertentie lees hieronder verder|tekst gaat verder onder de advertentie|materiał sponsorowany|materiał partnera|koniec reklamy|inzerce|reklama článek pokračuje níže|článek pokračuje pod reklamou|annonslänk|annons slut|\
        artikeln fortsätter under annonsen|artikkelen fortsetter etter annonsen|artiklen fortsætter under annoncen|juttu jatkuu mainoksen alla|reklam alanı|haberin devamı aşağıda|διαφημιστικός χώρος|на правах рекламы|на правах реклами|\
        рекламный блок|рекламний блок|продолжение после рекламы|اعلان|الإعلان|إعلانات ممولة|פרסומת|פרסומות|תוכן ממומן|תוכן שיווקי|تبلیغات|آگهی|विज्ञापन के बाद जारी|konten bersponsor|lanjutkan membaca di bawah|tài trợ|\
        スポンサードリンク|広告の下に続きます|記事は広告の後に続きます|스폰서|推广|赞助内容|贊助內容|請繼續往下閱讀|请继续往下阅读
        """),
    Group(
      role: .navigation, reason: "a player's control or message", opens: true, maximumLength: 200,
      phrases: """
        video player is loading|beginning of dialog window|end of dialog window|this is a modal window|this video can not be played|this video cannot be played|your browser does not support|to play this video|media playback is unsupported|\
        error loading player|this video is unavailable|video will play in|ihr browser unterstützt|dein browser unterstützt|votre navigateur ne supporte|votre navigateur ne prend pas|tu navegador no soporta|su navegador no soporta|\
        seu navegador não suporta|il tuo browser non supporta|je browser ondersteunt|twoja przeglądarka nie obsługuje|váš prohlížeč nepodporuje|din webbläsare stödjer|nettleseren din støtter|din browser understøtter|tarayıcınız|\
        ваш браузер не поддерживает|ваш браузер не підтримує|お使いのブラウザ|您的浏览器不支持|您的瀏覽器不支援
        """),
    Group(
      role: .navigation, reason: "a player's control or message",
      phrases: """
        current time|remaining time|playback rate|picture in picture|fullscreen|full screen|unmute|now playing|loading video|video unavailable|loading|autoplay|captions off|subtitles off|watch the video|\
        video wird geladen|video abspielen|vollbild|plein écran|reproducir|pantalla completa|tela cheia|schermo intero|volledig scherm|pełny ekran|tam ekran|загрузка|на весь экран|再生|全屏|播放|全螢幕|재생
        """),
    Group(
      role: .consent, reason: "stands for embedded content until the reader agrees", opens: true, maximumLength: 600,
      phrases: """
        this content is hosted by a third party|by showing the third party content|this content is not available due to your privacy|recommended external content|allow external content|allow instagram content|allow facebook content|\
        allow twitter content|allow youtube content|allow google youtube content|allow tiktok content|this article includes content provided by|this article contains content provided by|to see this content|to display this content|javascript is required|try refreshing your browser|your browser does not support|\
        empfohlene redaktionelle inhalte|an dieser stelle befindet sich|hier steht eingebetteter inhalt|dieses element enthält daten|dieser externe inhalt|wir benötigen ihre zustimmung|wir brauchen ihre zustimmung|zum anzeigen dieses inhalts|\
        mit klick auf den button|mit dem laden des|bitte aktivieren sie javascript|ce contenu est bloqué|ce contenu n'a pas pu|ce contenu est hébergé|pour afficher ce contenu|pour visualiser ce contenu|contenu externe|veuillez activer javascript|\
        este contenido no está disponible|este contenido está bloqueado|contenido externo|para ver este contenido|por favor habilita javascript|este conteúdo não está disponível|conteúdo externo|para ver este conteúdo|\
        questo contenuto è bloccato|questo contenuto è ospitato|contenuto esterno|per visualizzare questo contenuto|deze inhoud is geblokkeerd|externe inhoud|om deze inhoud te|treść zewnętrzna|aby wyświetlić tę treść|externí obsah|\
        externt innehåll|för att visa innehållet|eksternt innhold|eksternt indhold|ulkoinen sisältö|upotettu sisältö|bu içeriği görüntülemek|εξωτερικό περιεχόμενο|внешний контент|для просмотра этого контента|включите javascript|увімкніть javascript|\
        يرجى تفعيل جافا سكريبت|javascriptを有効|请启用javascript|請啟用javascript|자바스크립트를 활성화
        """),
    Group(
      role: .credit, reason: "credits those who made the article", opens: true, maximumLength: 250,
      phrases: """
        additional reporting by|with reporting from|with additional reporting|with inputs from|with input from|with agency inputs|with files from|reporting by|fact checked by|propos recueillis par|traduit de l'anglais par|\
        aus dem englischen von|aus dem englischen übersetzt|mit agenturmaterial|mit material von dpa|mit material der dpa|mit material von afp|mit material von reuters|mit informationen von dpa|mit informationen der dpa|con información de efe|con información de afp|con información de reuters|con información de ap|com informações da reuters|com informações da afp|com informações do g1|unter verwendung von material|con información de agencias|com informações da agência|oversat af|met medewerking van|انتهای پیام
        """),
    Group(
      role: .credit, reason: "credits those who made the article", standsAlone: false, opens: true, evidence: .mark,
      maximumLength: 120,
      phrases: """
        editor|edited by|produced by|graphics by|graphic by|videos by|illustrations by|translation|translation by|translated by|sources|source|\
        copy editor|copy editing|photo editor|übersetzung|redaktion|schlussredaktion|bildredaktion|fotoredaktion|audioversion|lektorat|redaktionelle mitarbeit|mitarbeit|schnitt|produktion|recherche|infografik|grafiken|autor|autorin|video|quellen|\
        traduction|montage|réalisation|vidéo|redacción|traducción|vídeo|reportagem|tradução|colaborou|colaboraram|\
        traduzione|a cura di|vertaling|bewerking|oprac|opracowanie|tłumaczenie|tłum|źródło|zdroj|překlad|översättning|källa|oversettelse|kilde|lähde|kuvat|kaynak|editör|çeviri|\
        πηγή|επιμέλεια|φωτογραφία|φωτό|источник|перевод|редактор|автор|джерело|переклад|المصدر|تحرير|ترجمة|تصوير|إعداد|צילום|מקור|עריכה|תרגום|منبع|عکس|ترجمه|स्रोत|फोटो|सूत्र|সূত্র|ছবি|sumber|penulis|penerjemah|nguồn|biên tập|tác giả|\
        編集部|編集|文|撮影|取材|取材・文|翻訳|構成|執筆|出典|写真提供|출처|자료|그래픽|편집|영상편집|촬영기자|번역|责任编辑|责编|编辑|来源|图源|摄影|校对|审核|监制|文章来源|资料来源|翻译|撰文|\
        責任編輯|核稿編輯|責任主編|編輯|資料來源|圖片來源|圖源|攝影|翻譯
        """),
  ]
}
