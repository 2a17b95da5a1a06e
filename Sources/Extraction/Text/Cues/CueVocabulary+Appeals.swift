import Copydesk

extension CueVocabulary {
  /// Appeals to the reader: to subscribe, follow, install, write in, discuss or vote.
  static let appeals: [Group] = [
    Group(
      role: .promotion, reason: "promotes an app, a channel or a subscription", opens: true, maximumLength: 350,
      phrases: """
        for the latest news|for all the latest|for more news|for more stories|for breaking news|stay tuned for more|stay updated with|stay ahead with|keep up with the latest|follow all the latest|catch all the|visit our website|\
        watch our latest|listen to our|subscribe to our|download our|join our|get our free|become a paid subscriber|support our journalism|support independent journalism|help us keep|if you liked this|if you enjoyed this|\
        laden sie jetzt|laden sie unsere|laden sie sich unsere|laden sie die app|lade jetzt|lade dir|lade unsere|holen sie sich unsere|hol dir unsere|unterstützen sie unsere|unterstützen sie uns|jetzt die app|hier geht es zu unserem|hier geht es zur app|\
        folgen sie unserem|folge unserem|folgt unserem|abonnieren sie unseren|abonniere unseren|bleiben sie auf dem laufenden|bleiben sie informiert|\
        téléchargez l'application|téléchargez notre|rejoignez notre|rejoignez nous|suivez l'actualité|suivez toute l'actualité|soutenez notre|pour ne rien manquer|\
        únete a nuestro|únete a nuestra|únase a nuestro|unite a nuestro|sumate a nuestro|descarga nuestra|descarga la app|descargue nuestra|sigue toda la información|sigue toda la actualidad|sigue nuestro canal|apoya nuestro|haz clic aquí|haga clic aquí|\
        siga o canal|siga nosso|siga o nosso|siga nos|entre no nosso|entre no canal|participe do nosso|participe do canal|baixe o app|baixe nosso|baixe o nosso|inscreva se no|assine nossa|clique aqui|receba as notícias|receba notícias|fique por dentro|\
        unisciti al nostro|iscriviti al nostro|iscriviti alla nostra|iscriviti al canale|scarica l'app|scarica la nostra|segui il nostro|segui i nostri|seguici su|clicca qui|resta aggiornato|per restare aggiornato|\
        download onze|volg ons|schrijf je in voor|meld je aan voor|blijf op de hoogte|abonneer je op|\
        dołącz do nas|dołącz do naszego|obserwuj nas|śledź nas|polub nas|pobierz aplikację|pobierz naszą|zapisz się na|bądź na bieżąco|wesprzyj nas|\
        sledujte nás|přihlaste se k odběru|stáhněte si|odebírejte náš|podpořte nás|följ oss|ladda ner vår|ladda ner appen|prenumerera på|følg oss|last ned appen|meld deg på|følg os på|hent vores|tilmeld dig vores|\
        seuraa meitä|lataa sovellus|lataa sovelluksemme|tilaa uutiskirje|bizi takip edin|whatsapp kanalımıza|youtube kanalımıza|telegram kanalımıza|uygulamamızı indirin|bültenimize abone|\
        ακολουθήστε μας|ακολουθήστε το|κατεβάστε την εφαρμογή|εγγραφείτε στο|όλες οι ειδήσεις από|δείτε όλες τις τελευταίες ειδήσεις|\
        подписывайтесь на|подпишитесь на|присоединяйтесь к нашему|читайте нас в|следите за нами|следите за нашими|скачайте приложение|больше новостей в|поддержите нас|поддержите нашу|\
        підписуйтесь на|підписуйтеся на|підпишіться на|долучайтесь до нашого|читайте нас у|читайте нас в|стежте за нами|завантажте додаток|більше новин у|підтримайте нас|\
        تابعنا على|تابعونا على|تابعوا آخر الأخبار|لمتابعة آخر الأخبار|اشترك في نشرتنا|اشترك في قناتنا|اشتركوا في|انضم إلى قناتنا|انضموا إلى|حمل تطبيق|حملوا تطبيق|\
        עקבו אחרינו|הצטרפו לערוץ|הצטרפו לקבוצת|הצטרפו אלינו|הירשמו לניוזלטר|להורדת האפליקציה|הורידו את האפליקציה|לעדכונים נוספים|ما را در تلگرام|ما را در اینستاگرام|به کانال تلگرام ما|ما را دنبال کنید|\
        हमारे whatsapp|हमारे व्हाट्सएप|हमारे व्हाट्सऐप|हमारे टेलीग्राम|हमारे यूट्यूब|हमें फॉलो करें|ताजा खबरों के लिए|ताज़ा ख़बरों के लिए|আমাদের ফলো করুন|আমাদের ফেসবুক পেজ|আমাদের ইউটিউব চ্যানেল|আমাদের হোয়াটসঅ্যাপ|\
        ikuti kami di|ikuti saluran whatsapp|ikuti whatsapp channel|ikuti berita|gabung di channel|dapatkan update berita|download aplikasi|unduh aplikasi|klik di sini|theo dõi chúng tôi|tải ứng dụng|đăng ký nhận bản tin|đăng ký kênh|\
        アプリをダウンロード|メルマガ登録|メールマガジン登録|友だち追加|友達追加|チャンネル登録|会員登録はこちら|公式アカウントをフォロー|네이버에서 구독|구독하기|뉴스레터 구독|채널 추가|카카오톡 채널|\
        关注我们|扫码关注|长按识别|下载客户端|欢迎关注|欢迎订阅|訂閱我們|訂閱電子報|加入line|加入會員|下載app|追蹤我們|按讚追蹤|點擊訂閱|歡迎訂閱|歡迎追蹤
        """),
    Group(
      role: .promotion, reason: "promotes an app, a channel or a subscription", opens: true, evidence: .mark, maximumLength: 350,
      phrases: """
        stay informed|stay connected|never miss a story|newsletter|podcast|whatsapp channel|nichts verpassen|nichts mehr verpassen|immer informiert|app tipp|podcast tipp|whatsapp kanal|whatsapp|telegram|youtube|\
        ne manquez rien|no te pierdas nada|no te pierdas ninguna noticia|não perca nada|non perderti nulla|mis niets|nie przegap|missa inget|gå ikke glip af noget|βρείτε μας|телеграм|telegram канал
        """),
    Group(
      role: .boilerplate, reason: "asks readers for tips or mistakes", opens: true, maximumLength: 250,
      phrases: """
        found an error|found a mistake|spotted an error|spotted a mistake|spot an error|notice an error|noticed an error|see an error|report an error|report a typo|got a tip|got a news tip|have a news tip|do you have a story|\
        do you have a tip|do you have a news tip|have you got a story|got a story|send us your tips|send your tips|send us a tip|do you have information about this|\
        fehler gefunden|fehler melden|fehler entdeckt|haben sie einen fehler|ist ihnen ein fehler|haben sie hinweise für|haben sie anregungen|schreiben sie uns|\
        signaler une erreur|une erreur dans cet article|vous avez repéré une erreur|vous avez trouvé une erreur|une information à nous|has encontrado un error|encontraste un error|ha encontrado un error|reportar un error|reporta un error|\
        encontrou um erro|encontrou algum erro|viu algum erro|comunicar erro|hai trovato un errore|segnala un errore|segnalaci|hai notato un errore|fout gezien|fout gevonden|taalfout gezien|zie je een fout|heb je een fout|heb je een tip|tip de redactie|\
        zauważyłeś błąd|zauważyłaś błąd|znalazłeś błąd|widzisz błąd|zgłoś błąd|masz dla nas temat|masz ciekawy temat|našli jste chybu|našli jste v článku chybu|nahlásit chybu|máte tip|\
        har du hittat ett fel|hittat fel|rapportera fel|såg du något fel|tipsa oss|har du tips|funnet feil|fant du en feil|tips oss|har du fundet en fejl|fandt du en fejl|tip os|huomasitko virheen|löysitkö virheen|ilmoita virheestä|lähetä juttuvinkki|\
        hata bildir|εντοπίσατε λάθος|βρήκατε λάθος|нашли ошибку|нашли опечатку|заметили ошибку|заметили опечатку|если вы нашли ошибку|если вы нашли опечатку|если вы заметили ошибку|сообщить об ошибке|есть чем поделиться|\
        знайшли помилку|помітили помилку|якщо ви знайшли помилку|якщо ви помітили помилку|повідомити про помилку|מצאתם טעות|טעינו נתקן|hibát talált|ai găsit o greșeală|기사제보|기사 제보|제보하기|제보는|誤りを見つけ|发现错误|發現錯誤
        """),
    Group(
      role: .comment, reason: "asks readers for their opinion", opens: true, maximumLength: 160,
      phrases: """
        join the conversation|join the discussion|have your say|tell us what you think|let us know what you think|let us know in the comments|tell us in the comments|share your thoughts|share your opinion|\
        comment below|take our poll|vote in our poll|take part in our poll|\
        diskutieren sie mit|jetzt mitdiskutieren|diskutiere mit|ihre meinung ist gefragt|sagen sie uns ihre meinung|schreiben sie ihre meinung|schreiben sie einen leserbrief|stimmen sie ab|nehmen sie an unserer umfrage|\
        donnez votre avis|votre avis nous intéresse|participez à la discussion|rejoignez la conversation|laissez un commentaire|réagissez à cet article|\
        danos tu opinión|déjanos tu comentario|deja tu comentario|únete a la conversación|participa en la conversación|comparte tu opinión|\
        deixe seu comentário|deixe o seu comentário|dê sua opinião|comente abaixo|participe da conversa|dicci la tua|partecipa alla discussione|\
        praat mee|reageer hieronder|podziel się opinią|dołącz do dyskusji|zapojte se do diskuze|vstoupit do diskuze|přidat komentář|\
        delta i debatten|kommentera artikeln|si din mening|deltag i debatten|osallistu keskusteluun|kerro mielipiteesi|kommentoi juttua|\
        düşüncelerinizi paylaşın|yorumlarınızı bekliyoruz|γράψτε το σχόλιό σας|πείτε μας τη γνώμη σας|поделитесь мнением|оставьте комментарий|оставить комментарий|\
        присоединяйтесь к обсуждению|пишите в комментариях|залишити коментар|поділіться думкою|долучайтесь до обговорення|пишіть у коментарях|شاركنا رأيك|اترك تعليقا|اترك تعليقاً|أضف تعليقا|\
        הוסיפו תגובה|הצטרפו לדיון|ارسال نظر|अपनी राय दें|कमेंट करें|মন্তব্য করুন|মতামত দিন|tulis komentar|berikan komentar|ý kiến của bạn|gửi bình luận|\
        コメントする|みんなのコメント|コメントを投稿|댓글쓰기|댓글 쓰기|댓글 작성|전체 댓글|发表评论|网友评论|我要评论|發表評論|網友留言
        """),
    // An interviewer asks them too, of something: they count alone.
    Group(
      role: .comment, reason: "asks readers for their opinion",
      phrases: """
        what's your opinion|what do you think|was meinen sie|was meinst du|qu'en pensez vous|qué opinas|qué piensas|qué te parece|\
        o que você acha|o que achou|cosa ne pensi|cosa ne pensate|wat vind jij|wat vindt u|co o tym sądzisz|co o tym myślisz|\
        co si o tom myslíte|vad tycker du|hva synes du|hva mener du|hvad synes du|hvad mener du|mitä mieltä olet|siz ne düşünüyorsunuz|\
        ποια είναι η γνώμη σας|что вы думаете об этом|а что вы думаете|що ви думаєте про це|ما رأيك|מה דעתכם|نظر شما چیست|bagaimana menurut anda
        """),
  ]
}
