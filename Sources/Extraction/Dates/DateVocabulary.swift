/// The words of dates, by language, in lower case; alternatives apart by spaces, the usual form first. Names of months and days follow
/// the Unicode CLDR's Gregorian calendar tables, with the short forms that newsrooms print.
enum DateVocabulary {
  /// Languages whose month names mean other months elsewhere: *listopada* is October in Croatian, November in Polish.
  static let onlyOnRequest: Set<String> = ["hr"]

  static let months: [(language: String, names: [String])] = [
    (
      "en",
      [
        "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sep sept", "october oct", "november nov", "december dec",
      ]
    ),
    (
      "de",
      [
        "januar jan jänner jän", "februar feb feber", "märz mär mrz maerz", "april apr", "mai", "juni jun", "juli jul",
        "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez",
      ]
    ),
    (
      "fr",
      [
        "janvier janv jan", "février fevrier févr fév fevr", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
        "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc dec",
      ]
    ),
    (
      "es",
      [
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
        "septiembre setiembre sep sept set", "octubre oct", "noviembre nov", "diciembre dic",
      ]
    ),
    (
      "it",
      [
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug", "agosto ago",
        "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic",
      ]
    ),
    (
      "pt",
      [
        "janeiro jan", "fevereiro fev", "março mar marco", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago",
        "setembro set", "outubro out", "novembro nov", "dezembro dez",
      ]
    ),
    (
      "nl",
      [
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
        "september sep sept", "oktober okt", "november nov", "december dec",
      ]
    ),
    (
      "pl",
      [
        "stycznia sty styczeń", "lutego lut luty", "marca mar marzec", "kwietnia kwi kwiecień", "maja maj",
        "czerwca cze czerwiec",
        "lipca lip lipiec", "sierpnia sie sierpień", "września wrz wrzesień", "października paź październik",
        "listopada lis listopad", "grudnia gru grudzień",
      ]
    ),
    (
      "sv",
      [
        "januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
        "september sep sept",
        "oktober okt", "november nov", "december dec",
      ]
    ),
    (
      "no",
      [
        "januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sep sept",
        "oktober okt", "november nov", "desember des",
      ]
    ),
    (
      "da",
      [
        "januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug", "september sep sept",
        "oktober okt", "november nov", "december dec",
      ]
    ),
    (
      "fi",
      [
        "tammikuuta tammikuu tammi", "helmikuuta helmikuu helmi", "maaliskuuta maaliskuu maalis", "huhtikuuta huhtikuu huhti",
        "toukokuuta toukokuu touko", "kesäkuuta kesäkuu kesä", "heinäkuuta heinäkuu heinä", "elokuuta elokuu elo",
        "syyskuuta syyskuu syys", "lokakuuta lokakuu loka", "marraskuuta marraskuu marras", "joulukuuta joulukuu joulu",
      ]
    ),
    (
      "is",
      [
        "janúar jan", "febrúar feb", "mars", "apríl apr", "maí", "júní jún", "júlí júl", "ágúst ágú", "september sep",
        "október okt", "nóvember nóv", "desember des",
      ]
    ),
    (
      "tr",
      [
        "ocak oca", "şubat şub", "mart mar", "nisan nis", "mayıs may", "haziran haz", "temmuz tem", "ağustos ağu", "eylül eyl",
        "ekim eki", "kasım kas", "aralık ara",
      ]
    ),
    (
      "ru",
      [
        "января янв январь", "февраля фев февр февраль", "марта мар март", "апреля апр апрель", "мая май", "июня июн июнь",
        "июля июл июль", "августа авг август", "сентября сен сент сентябрь", "октября окт октябрь", "ноября ноя нояб ноябрь",
        "декабря дек декабрь",
      ]
    ),
    (
      "uk",
      [
        "січня січ січень", "лютого лют лютий", "березня бер березень", "квітня кві квіт квітень", "травня тра трав травень",
        "червня чер черв червень", "липня лип липень", "серпня сер серп серпень", "вересня вер вересень",
        "жовтня жов жовт жовтень", "листопада лис лист листопад", "грудня гру груд грудень",
      ]
    ),
    (
      "bg",
      [
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември", "декември",
      ]
    ),
    (
      "cs",
      [
        "ledna leden", "února únor", "března březen", "dubna duben", "května květen", "června červen", "července červenec",
        "srpna srpen", "září", "října říjen", "listopadu", "prosince prosinec",
      ]
    ),
    (
      "sk",
      [
        "januára január", "februára február", "marca marec", "apríla apríl", "mája máj", "júna jún", "júla júl",
        "augusta august", "septembra september", "októbra október", "novembra november", "decembra december",
      ]
    ),
    (
      "sl",
      [
        "januar januarja", "februar februarja", "marec marca", "april aprila", "maj maja", "junij junija", "julij julija",
        "avgust avgusta", "september septembra", "oktober oktobra", "november novembra", "december decembra",
      ]
    ),
    (
      "hr",
      [
        "siječnja siječanj", "veljače veljača", "ožujka ožujak", "travnja travanj", "svibnja svibanj", "lipnja lipanj",
        "srpnja srpanj", "kolovoza kolovoz", "rujna rujan", "listopada listopad", "studenoga studeni", "prosinca prosinac",
      ]
    ),
    (
      "hu",
      [
        "január jan", "február febr", "március márc", "április ápr", "május máj", "június jún", "július júl", "augusztus aug",
        "szeptember szept", "október okt", "november nov", "december dec",
      ]
    ),
    (
      "ro",
      [
        "ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug",
        "septembrie sept", "octombrie oct", "noiembrie noi nov", "decembrie dec",
      ]
    ),
    (
      "ca",
      [
        "gener gen", "febrer febr", "març", "abril abr", "maig", "juny", "juliol jul", "agost ag", "setembre set", "octubre oct",
        "novembre nov", "desembre des",
      ]
    ),
    (
      "el",
      [
        "ιανουαρίου ιαν ιανουάριος", "φεβρουαρίου φεβ φεβρουάριος", "μαρτίου μαρ μάρτιος", "απριλίου απρ απρίλιος",
        "μαΐου μαϊ μάι μαίου μάιος", "ιουνίου ιουν ιούνιος", "ιουλίου ιουλ ιούλιος", "αυγούστου αυγ αύγουστος",
        "σεπτεμβρίου σεπ σεπτ σεπτέμβριος", "οκτωβρίου οκτ οκτώβριος", "νοεμβρίου νοε νοέμβριος", "δεκεμβρίου δεκ δεκέμβριος",
      ]
    ),
    (
      "lt",
      [
        "sausio sausis", "vasario vasaris", "kovo kovas", "balandžio balandis", "gegužės gegužė", "birželio birželis",
        "liepos liepa", "rugpjūčio rugpjūtis", "rugsėjo rugsėjis", "spalio spalis", "lapkričio lapkritis", "gruodžio gruodis",
      ]
    ),
    (
      "lv",
      [
        "janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī", "maijs maijā", "jūnijs jūnijā",
        "jūlijs jūlijā",
        "augusts augustā", "septembris septembrī", "oktobris oktobrī", "novembris novembrī", "decembris decembrī",
      ]
    ),
    (
      "et",
      [
        "jaanuar jaan", "veebruar veebr", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober okt",
        "november", "detsember dets",
      ]
    ),
    (
      "id",
      [
        "januari jan", "februari feb pebruari", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt",
        "september sep", "oktober okt", "november nov nopember", "desember des",
      ]
    ),
    (
      "ms",
      [
        "januari", "februari", "mac", "april", "mei", "jun", "julai", "ogos", "september", "oktober", "november", "disember",
      ]
    ),
    (
      "sw",
      [
        "januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba", "oktoba", "novemba", "desemba",
      ]
    ),
    (
      "af",
      [
        "januarie", "februarie", "maart", "april", "mei", "junie", "julie", "augustus", "september", "oktober", "november",
        "desember",
      ]
    ),
    (
      "ar",
      [
        "يناير جانفي", "فبراير شباط فيفري", "مارس آذار", "أبريل ابريل إبريل نيسان أفريل", "مايو أيار ماي", "يونيو حزيران جوان",
        "يوليو تموز جويلية", "أغسطس اغسطس آب أوت", "سبتمبر أيلول", "أكتوبر اكتوبر", "نوفمبر", "ديسمبر",
      ]
    ),
    (
      "he",
      [
        "ינואר בינואר", "פברואר בפברואר", "מרץ במרץ", "אפריל באפריל", "מאי במאי", "יוני ביוני", "יולי ביולי", "אוגוסט באוגוסט",
        "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר",
      ]
    ),
    (
      "hi",
      [
        "जनवरी", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर", "अक्टूबर अक्तूबर", "नवंबर नवम्बर",
        "दिसंबर दिसम्बर",
      ]
    ),
    (
      "bn",
      [
        "জানুয়ারি জানুয়ারী", "ফেব্রুয়ারি ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর",
        "ডিসেম্বর",
      ]
    ),
    (
      "th",
      [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
        "ธันวาคม",
      ]
    ),
  ]

  /// Monday first.
  static let weekdays: [(language: String, names: [String])] = [
    (
      "en",
      ["monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun"]
    ),
    ("de", ["montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sa sonnabend", "sonntag so"]),
    ("fr", ["lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"]),
    (
      "es",
      ["lunes lun", "martes mar", "miércoles miercoles mié", "jueves jue", "viernes vie", "sábado sabado sáb", "domingo dom"]
    ),
    (
      "it",
      [
        "lunedì lunedi lun", "martedì martedi mar", "mercoledì mercoledi mer", "giovedì giovedi gio", "venerdì venerdi ven",
        "sabato sab", "domenica dom",
      ]
    ),
    ("pt", ["segunda seg", "terça ter terca", "quarta qua", "quinta qui", "sexta sex", "sábado sáb", "domingo dom"]),
    ("nl", ["maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za", "zondag zo"]),
    ("pl", ["poniedziałek pon", "wtorek wt", "środa śr", "czwartek czw", "piątek pt", "sobota sob", "niedziela niedz"]),
    ("sv", ["måndag mån", "tisdag tis", "onsdag ons", "torsdag tors", "fredag fre", "lördag lör", "söndag sön"]),
    ("no", ["mandag man", "tirsdag tirs", "onsdag ons", "torsdag tors", "fredag fre", "lørdag lør", "søndag søn"]),
    (
      "fi",
      [
        "maanantai maanantaina ma", "tiistai tiistaina ti", "keskiviikko keskiviikkona ke", "torstai torstaina to",
        "perjantai perjantaina pe", "lauantai lauantaina la", "sunnuntai sunnuntaina su",
      ]
    ),
    ("is", ["mánudagur", "þriðjudagur", "miðvikudagur", "fimmtudagur", "föstudagur", "laugardagur", "sunnudagur"]),
    ("tr", ["pazartesi pzt", "salı sal", "çarşamba çar", "perşembe per", "cuma cum", "cumartesi cmt", "pazar paz"]),
    ("ru", ["понедельник пн", "вторник вт", "среда ср", "четверг чт", "пятница пт", "суббота сб", "воскресенье вс"]),
    ("uk", ["понеділок пн", "вівторок вт", "середа ср", "четвер чт", "п'ятниця пт", "субота сб", "неділя нд"]),
    ("cs", ["pondělí po", "úterý út", "středa st", "čtvrtek čt", "pátek pá", "sobota so", "neděle ne"]),
    ("hu", ["hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"]),
    ("ro", ["luni", "marți marţi", "miercuri", "joi", "vineri", "sâmbătă", "duminică"]),
    ("el", ["δευτέρα δευ", "τρίτη τρι", "τετάρτη τετ", "πέμπτη πεμ", "παρασκευή παρ", "σάββατο σαβ", "κυριακή κυρ"]),
    ("lt", ["pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis", "sekmadienis"]),
    ("id", ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu ahad"]),
    ("af", ["maandag", "dinsdag", "woensdag", "donderdag", "vrydag", "saterdag", "sondag"]),
    ("ar", ["الاثنين الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]),
    ("hi", ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"]),
    ("ja", ["月", "火", "水", "木", "金", "土", "日"]),
    ("zh", ["一", "二", "三", "四", "五", "六", "日"]),
    ("ko", ["월", "화", "수", "목", "금", "토", "일"]),
  ]

  static let roles: [(DateWords.Roles, String)] = [
    (.link, "of the de del den der d di da do dos le il el em a"),
    (
      .timeLink,
      "at t um à as a las la às alle ore ora om kl klo ob um v в о o at jam pukul saat saati hora ca klokka klokken kello orë"
    ),
    (.ordinal, "st nd rd th er ste de e a o º ª ro do té"),
    (.clock, "uhr h hs hrs hr hours uur น"),
    (.yearMark, "г год года году р року рік m metų gada gadā năm года yil đ"),
    (.am, "am"),
    (.pm, "pm"),
    (
      .publishedLabel,
      """
      published publication publish posted created date released issued veröffentlicht erstellt erschienen publiziert datum publié publie paru \
      publicado publicada creado fecha pubblicato pubblicata data gepubliceerd geplaatst opublikowano publikacja dodano publicerad publicerat \
      publisert opprettet publiceret udgivet offentliggjort julkaistu birt yayınlanma yayın tarihi giriş oluşturulma опубликовано дата \
      опубліковано публикувано publikováno vydáno publikované megjelent közzétéve publicat paskelbta publicēts avaldatud terbit \
      diterbitkan نشر النشر प्रकाशित প্রকাশ প্রকাশিত 公 開 掲 載 発 表 발 행 입 력 등 록 δημοσίευση đăng
      """
    ),
    (
      .modifiedLabel,
      """
      updated update modified edited revised aktualisiert aktualisierung geändert bearbeitet stand actualisé modifié maj jour mis mise \
      actualizado actualizada modificado modificada aggiornato aggiornata aggiornamento modifica atualizado atualizada bijgewerkt gewijzigd \
      laatste aktualizacja aktualizováno aktualizované uppdaterad uppdaterat oppdatert endret opdateret päivitetty muokattu uppfært güncelleme \
      güncellenme обновлено изменено оновлено обновена frissítve actualizat atnaujinta diperbarui diperbaharui تحديث التحديث अपडेट আপডেট \
      更 新 修 正 수 정 ενημέρωση nhật
      """
    ),
    (
      .labelFiller,
      """
      on last first am im at le la el il lo em at the und and à zuletzt ursprünglich ultima última último dernière senast sist zuletzt op \
      ostatnia dne den il alle time zeit um seit since originally article artikel artículo article uhrzeit na
      """
    ),
  ]
}
