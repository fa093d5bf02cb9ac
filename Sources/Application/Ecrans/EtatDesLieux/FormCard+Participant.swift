import DPES
import TerminalUI

extension FormCard {
  static func fields(_ one: Participant) -> [Form.Field] {
    [
      .text(
        one.initiales, id: "initiales", label: "Initiales",
        hint: "Elles suffisent\u{A0}: deux ou trois lettres.", limit: SpeakerList.longest),
      .choice(
        one.college, id: "college", label: "Collège",
        hint: "Une lettre ou ← →\u{A0}; Suppr n’en dit aucun."
      ) { Form.Choice.Option($0.key, $0.nom, short: $0.motCourt) },
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
      .day(
        one.departLe, id: "depart", label: "Parti le",
        hint: "Vide tant que la personne est là\u{A0}; sinon JJ/MM/AAAA."),
    ]
  }

  /// What is odd about a date that was typed, after another sentence; the date is kept.
  static func aside(_ state: State, _ date: Day?, _ genre: GenreDeDate) -> String {
    guard let date, let demarche = state.demarche,
      let avis = BornesDeDate(demarche.schema, le: state.environment.today).avis(date, genre)
    else { return "" }
    return " \(avis.phrase(date)) Gardé tel quel."
  }

  static func notADay(_ text: String) -> String {
    "«\u{A0}\(TextWidth.truncated(text, to: 20))\u{A0}» n’est pas un jour\u{A0}: 12/03/2026 ou 12 mars 2026."
  }

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
    guard let depart = FormCard.day(&state, card, "depart") else { return [] }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.participants) { one in
      one.initiales = initiales
      one.college = card.form.selection("college").map { College.allCases[$0] }
      one.organisme = card.value("organisme")
      one.implication = card.form.selection("implication").map { Implication.allCases[$0] }
      one.nom = card.value("nom")
      one.departLe = depart
    }
    guard !effects.isEmpty, let id else { return [] }
    _ = state.etat.select(id)
    // Told once, when it comes up: two people may share initials.
    let shared = state.etat.rows.avis.first {
      if case .memesInitiales(let same, _) = $0 { same.folded == initiales.folded } else { false }
    }
    let verb = known == nil ? "rejoint le tour de table" : "est à jour"
    state.say((shared?.phrase ?? "\(initiales) \(verb).") + FormCard.aside(state, depart, .prevu))
    return effects
  }
}
