import Copydesk

/// The phrases of ``SignTable``, one a line, that the vocabulary of cues does not know: controls with numbers in them, staff credits, and
/// openings that count only where a colon follows.
enum SignPhrases {
  struct Group {
    var role: Role
    var reason: String
    var isHeading = false
    /// How many words may follow; 0 wants the whole line.
    var room: Int
    var phrases: String
  }

  static var all: [String] { groups.flatMap { $0.phrases.split(at: "\n").map(String.init) } }

  static let groups: [Group] = [
    Group(
      role: .keywords, reason: "list of topics", room: 30,
      phrases: """
        tags
        tagged
        tag
        topics
        topic
        filed under
        keywords
        categories
        category
        posted in
        more on
        read more about
        schlagworte
        themen
        mots clés
        etiquetas
        temas
        tópicos
        argomenti
        onderwerpen
        tagi
        темы
        теги
        標籤
        标签
        """),
    Group(
      role: .navigation, reason: "reading time or read-aloud control", room: 3,
      phrases: """
        # min read
        # minute read
        # minutes read
        # mins read
        # min
        # minutes
        reading time
        read time
        estimated reading time
        estimated read time
        min read
        listen to this article
        listen to article
        listen to this story
        listen
        listen now
        listen to
        text size
        font size
        reading mode
        lesezeit
        artikel anhören
        temps de lecture
        lecture # min
        écouter
        tiempo de lectura
        escuchar
        tempo de leitura
        ouvir
        tempo di lettura
        ascolta
        leestijd
        last updated
        """),
    Group(
      role: .navigation, reason: "how long ago something came out", room: 0,
      phrases: """
        # hours ago
        # hour ago
        # minutes ago
        # mins ago
        # days ago
        # day ago
        # h ago
        vor # std
        vor # stunden
        vor # stunde
        vor # minuten
        vor # min
        vor # tagen
        il y a # heures
        il y a # minutes
        hace # horas
        hace # minutos
        # ore fa
        # uur geleden
        """),
    Group(
      role: .comment, reason: "heads the readers' comments", isHeading: true, room: 0,
      phrases: """
        # comments
        # comment
        comments #
        all comments #
        view # comments
        show # comments
        # kommentare
        kommentare #
        # kommentar
        # commentaires
        commentaires #
        # comentarios
        comentarios #
        # commenti
        # reacties
        # kommentarer
        # comentários
        # komentarzy
        """),
    Group(
      role: .credit, reason: "credit line of the staff after the article", room: 60,
      phrases: """
        reporting by
        additional reporting by
        editing by
        writing by
        edited by
        with reporting by
        compiled by
        translated by
        reporting and writing by
        """),
    Group(
      role: .authorBox, reason: "heading of a box about the author", isHeading: true, room: 0,
      phrases: """
        about the author
        about the authors
        about the writer
        about author
        written by
        meet the author
        über den autor
        über die autorin
        zur person
        à propos de lauteur
        sobre el autor
        sobre la firma
        sobre o autor
        """),
    Group(
      role: .authorBox, reason: "about the author", room: 40,
      phrases: """
        follow him on
        follow her on
        follow them on
        follow me on
        you can follow
        contact the author
        contact the reporter
        email the author
        you can reach
        """),
    Group(
      role: .caption, reason: "caption or picture credit", room: 60,
      phrases: """
        photo
        photos
        photo by
        photo credit
        photo courtesy
        photograph by
        photograph
        photographer
        image
        images
        image by
        image credit
        image credits
        image source
        image courtesy
        picture
        picture by
        pic
        file photo
        file image
        file pic
        credit
        credits
        getty images
        illustration
        illustrative
        graphic
        bild
        bildquelle
        foto
        fotos
        symbolbild
        archivfoto
        quelle
        crédit photo
        crédits photo
        crédit
        crédits
        légende
        fotografía
        imagen
        crédito
        imagem
        reprodução
        arquivo
        ansa
        fot
        zdjęcie
        kuva
        görsel
        фото
        фото из архива
        资料图
        写真
        사진
        """),
    Group(
      role: .consent, reason: "asks for consent", room: 60,
      phrases: """
        an dieser stelle findest du
        ein klick für den datenschutz
        für die darstellung von
        personenbezogene daten können an
        datenschutzeinstellungen anpassen
        infografiken anzeigen
        ich bin damit einverstanden dass mir
        """),
  ]
}
