import DPES
import TerminalUI

extension FormCard {
  /// nil for people who are not there yet: one, or several in a line.
  static func fields(_ known: Participant?) -> [Form.Field] {
    let one = known ?? Participant()
    return [
      known == nil
        ? .text(
          nil, id: "initiales", label: "Initiales",
          hint:
            "Elles suffisent. Plusieurs d’un coup, avec la lettre du collège\u{A0}: MB s, JPL b, SD u",
          limit: 1_000, lines: 3)
        : .text(
          one.initiales, id: "initiales", label: "Initiales",
          hint: "Elles suffisent\u{A0}: deux ou trois lettres.", limit: SpeakerList.longest),
      .choice(
        one.college, id: "college", label: "Collège",
        hint: "Une lettre ou ← →\u{A0}; Suppr n’en dit aucun."
      ) { Form.Choice.Option($0.lettre, $0.nom, short: $0.motCourt) },
      .text(
        one.organisme, id: "organisme", label: "Organisme",
        hint: "Pour un partenaire\u{A0}: d’où vient la personne.", limit: 200),
      .choice(
        one.implication, id: "implication", label: "Implication",
        hint: "Jusqu’où la personne prend part\u{A0}: une lettre ou ← →."
      ) { Form.Choice.Option($0.key, $0.nom, short: $0.nom.lowercased()) },
      .text(
        one.nom, id: "nom", label: "Nom",
        hint:
          "Peut rester vide\u{A0}: les initiales suffisent, et un nom se lirait dans le fichier.",
        limit: 200),
      Form.Field(
        choice: Form.Choice(
          [Form.Choice.Option("r", "suit le cycle")], selection: one.referent ? 0 : nil),
        id: "referent", label: "Référent",
        hint: "r\u{A0}: ses présences aux journées du cycle sont suivies\u{A0}; Suppr l’enlève."),
      .day(
        one.departLe, id: "depart", label: "Parti le",
        hint: "Vide tant que la personne est là\u{A0}; sinon 12/03/2026, 28/02, hier."),
    ]
  }

  /// What is odd about a date that was typed, after another sentence; the date is kept.
  static func aside(_ state: State, _ date: Day?, _ genre: GenreDeDate) -> String {
    guard let date, let demarche = state.demarche,
      let avis = BornesDeDate(demarche.schema, le: state.environment.today).avis(date, genre)
    else { return "" }
    return " \(avis.phrase(date)) Gardé tel quel."
  }

  static func notADay(_ text: String) -> String { Form.Field.notADay(text) }

  /// The day typed in a field, or none; nil once it is said that it is no day.
  static func day(_ state: inout State, _ card: FormCard, _ id: String) -> Day?? {
    guard let day = card.day(id) else {
      _ = fail(&state, card, id, notADay(card.value(id) ?? ""))
      return nil
    }
    return day
  }
}

extension Implication {
  /// The key that chooses it: the two that begin alike take a later letter.
  var key: Character {
    switch self {
    case .information: "i"
    case .consultation: "c"
    case .concertation: "n"
    case .codecision: "d"
    }
  }
}

extension EtatEcran {
  static func confirmParticipant(
    _ state: inout State, _ card: FormCard, _ known: String?
  ) -> [Effect] {
    guard let initiales = card.value("initiales")?.uppercased() else {
      return FormCard.fail(
        &state, card, "initiales", "Il faut des initiales, deux ou trois lettres.")
    }
    if known == nil { return addParticipants(&state, card) }
    guard let depart = FormCard.day(&state, card, "depart") else { return [] }
    let signature = state.signature
    let effects = FormCard.commit(&state, card) { demarche, _ in
      let before = demarche
      defer { demarche.tracerReferents(depuis: before, signature) }
      return demarche.participants.modifier(known ?? "") { one in
        one.initiales = initiales
        one.college = card.form.selection("college").map { College.allCases[$0] }
        one.organisme = card.value("organisme")
        one.implication = card.form.selection("implication").map { Implication.allCases[$0] }
        one.nom = card.value("nom")
        one.referent = card.form.selection("referent") != nil
        one.departLe = depart
      }
    }
    guard !effects.isEmpty, let id = known else { return [] }
    _ = state.etat.select(id)
    state.say(
      (shared(state, initiales) ?? "\(initiales) est à jour.")
        + FormCard.aside(state, depart, .prevu))
    return effects
  }

  /// Told once, when it comes up: two people may share initials.
  private static func shared(_ state: State, _ initiales: String) -> String? {
    state.etat.rows.avis.first {
      if case .memesInitiales(let same, _) = $0 { same.folded == initiales.folded } else { false }
    }?.phrase
  }

  /// One person, or those of a line; what is said under the initials is said of each.
  ///
  /// The pieces of a line that are wrong stay in the form, with what is wrong: the others are here.
  private static func addParticipants(_ state: inout State, _ card: FormCard) -> [Effect] {
    let (people, wrong) = read(card)
    guard let first = people.first else {
      return FormCard.fail(
        &state, card, "initiales",
        wrong.first?.fault ?? "Il faut des initiales, deux ou trois lettres.")
    }
    if people.count + wrong.count > 1, card.value("nom") != nil {
      return FormCard.fail(&state, card, "nom", "Un nom va avec une seule personne.")
    }
    guard let depart = FormCard.day(&state, card, "depart") else { return [] }
    var id: String?
    let signature = state.signature
    let effects = FormCard.commit(&state, card) { demarche, ids in
      let before = demarche
      defer { demarche.tracerReferents(depuis: before, signature) }
      id = demarche.ajouterParticipants(people, ids: &ids) { one in
        one.college = card.form.selection("college").map { College.allCases[$0] }
        one.organisme = card.value("organisme")
        one.implication = card.form.selection("implication").map { Implication.allCases[$0] }
        one.nom = card.value("nom")
        one.referent = card.form.selection("referent") != nil
        one.departLe = depart
      }
      return id != nil
    }
    guard !effects.isEmpty, let id else { return [] }
    _ = state.etat.select(id)
    let told =
      people.count == 1
      ? shared(state, first.initiales) ?? "\(first.initiales) rejoint le tour de table."
      : "\(people.count) personnes rejoignent le tour de table\u{A0}: "
        + people.prefix(12).map(\.initiales).joined(separator: ", ")
        + (people.count > 12 ? "…" : ".")
    state.say(told + FormCard.aside(state, depart, .prevu))
    return effects + askAgain(&state, card, wrong)
  }

  /// Opens the form again with the pieces that were wrong, the first one's fault under them.
  private static func askAgain(
    _ state: inout State, _ card: FormCard, _ wrong: [(piece: String, fault: String)]
  ) -> [Effect] {
    guard let first = wrong.first, let demarche = state.demarche else { return [] }
    var card = card
    card.base = demarche
    card.form.write(wrong.map(\.piece).joined(separator: ", "), in: "initiales")
    card.form.fail("initiales", first.fault)
    return state.open(card)
  }

  /// Those of the line who can join, and the pieces that say nobody or somebody who is there.
  private static func read(
    _ card: FormCard
  ) -> (people: [PersonneEcrite], wrong: [(piece: String, fault: String)]) {
    let pieces = PersonneEcrite.morceaux(de: card.value("initiales") ?? "")
    // One person alone may share initials with another, and it is said.
    let known =
      pieces.count > 1 ? Set(card.base.participants.compactMap { $0.initiales?.folded }) : []
    var people: [PersonneEcrite] = []
    var wrong: [(piece: String, fault: String)] = []
    for piece in pieces {
      switch piece.lu {
      case .success(let one) where known.contains(one.initiales.folded):
        wrong.append(
          (
            piece.ecrit,
            "\(one.initiales) y est déjà\u{A0}: une lettre de plus distingue deux personnes."
          ))
      case .success(let one): people.append(one)
      case .failure(let fault): wrong.append((piece.ecrit, fault.phrase))
      }
    }
    return (people, wrong)
  }
}

extension PersonneEcrite.Faute {
  /// The piece that is wrong, and how it is written.
  fileprivate var phrase: String {
    func shown(_ piece: String) -> String { "«\u{A0}\(TextWidth.truncated(piece, to: 20))\u{A0}»" }
    return switch self {
    case .initiales(let piece):
      "\(shown(piece))\u{A0}: des initiales ont \(PersonneEcrite.initialesMax) signes au plus."
    case .college(let piece):
      "\(shown(piece))\u{A0}: des initiales, puis s, b, u ou p, puis une virgule."
    case .deuxFois(let initiales):
      "\(initiales) est deux fois dans la ligne\u{A0}: une lettre de plus les distingue."
    }
  }
}
