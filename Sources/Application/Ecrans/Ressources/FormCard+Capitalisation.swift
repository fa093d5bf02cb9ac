import DPES
import TerminalUI

extension FormCard {
  private static func axeField(_ axe: Axe?) -> Form.Field {
    Form.Field(
      choice: Form.Choice(
        Axe.allCases.map {
          Form.Choice.Option(
            Character($0.lettre.lowercased()), $0.nomCourt, short: $0.motCourt)
        },
        selection: axe.flatMap(Axe.allCases.firstIndex)),
      id: "axe", label: "Axe", hint: "Une lettre ou ← →\u{A0}; Suppr n’en dit aucun.")
  }

  private static func dateField(_ date: Day?) -> Form.Field {
    Form.Field(
      text: date?.frenchShort ?? "", id: "date", label: "Date",
      hint: "12/03/2026 ou 12 mars 2026\u{A0}; peut rester vide.", limit: 40)
  }

  static func fields(_ one: Ressource, _ demarche: Demarche) -> [Form.Field] {
    let rang = demarche.schema.paliers.first { $0.id == one.palier }?.rang
    return [
      Form.Field(
        text: one.titre ?? "", id: "titre", label: "Titre", hint: "Ce que l’on cherchera.",
        limit: 300),
      Form.Field(
        choice: Form.Choice(
          Ressource.Genre.allCases.map { Form.Choice.Option($0.key, $0.nom) },
          selection: one.genre.flatMap(Ressource.Genre.allCases.firstIndex)),
        id: "genre", label: "Genre", hint: "l lien, d document, f fiche."),
      Form.Field(
        text: one.lieu ?? "", id: "lieu", label: "Où",
        hint: "Une adresse, un dossier, une étagère.", limit: 1_000),
      axeField(one.axe),
      Form.Field(
        text: rang.map(String.init) ?? "", id: "palier", label: "Palier",
        hint: "Son rang sur cet axe\u{A0}: 2\u{A0}; vide s’il sert à tout l’axe.", limit: 4),
      dateField(one.date),
    ]
  }

  static func fields(_ note: NoteDeCapitalisation) -> [Form.Field] {
    [
      Form.Field(
        text: note.faitMarquant ?? "", id: "fait", label: "Fait marquant",
        hint: "Ce qui s’est passé, en une phrase.", limit: 1_000, lines: 4),
      Form.Field(
        text: note.lecon ?? "", id: "lecon", label: "Leçon", hint: "Ce que l’on en retient.",
        limit: 1_000, lines: 4),
      Form.Field(
        text: note.decision ?? "", id: "decision", label: "Décision",
        hint: "Ce que l’on fera désormais\u{A0}; le conseil le lira sur sa page.", limit: 1_000,
        lines: 4),
      Form.Field(
        text: note.discuteAvec ?? "", id: "avec", label: "Discuté avec",
        hint: "Équipe, conseil, partenaires\u{A0}: des groupes plutôt que des noms.", limit: 300),
      axeField(note.axe),
      Form.Field(
        text: note.periode.map(String.init) ?? "", id: "periode", label: "Période",
        hint: "Son dernier mois\u{A0}: 6, 12, 18…", limit: 8),
      dateField(note.date),
    ]
  }

  /// The axis chosen in the form.
  fileprivate var axe: Axe? { form.selection("axe").map { Axe.allCases[$0] } }
}

extension CapitalisationEcran {
  /// A note of today, in the present period.
  static func newNote(_ state: State) -> NoteDeCapitalisation {
    var note = NoteDeCapitalisation()
    note.date = state.environment.today
    note.periode = state.derived.avancement?.periodeCourante?.mois
    return note
  }

  /// The form of an entry of the dossier; of a new one when `id` is nil.
  static func ressourceCard(_ state: State, _ id: String?, _ demarche: Demarche) -> FormCard? {
    let known = demarche.ressources.first { $0.id == id }
    guard id == nil || known != nil else { return nil }
    var one = known ?? Ressource()
    if id == nil { one.date = state.environment.today }
    return FormCard(
      CapitalisationForm.ressource(id), id == nil ? "Nouvelle ressource" : "Ressource",
      FormCard.fields(one, demarche), base: demarche)
  }

  /// The form of a note; of a new one when `id` is nil.
  static func noteCard(_ state: State, _ id: String?, _ demarche: Demarche) -> FormCard? {
    let known = demarche.notes.first { $0.id == id }
    guard id == nil || known != nil else { return nil }
    return FormCard(
      CapitalisationForm.note(id), id == nil ? "Nouvelle note" : "Note",
      FormCard.fields(known ?? newNote(state)), base: demarche)
  }

  static func confirmRessource(_ state: inout State, _ card: FormCard, _ known: String?) -> [Effect]
  {
    guard let titre = card.value("titre") else {
      return FormCard.fail(&state, card, "titre", "Un titre suffit, mais il en faut un.")
    }
    guard let date = card.day("date") else {
      return FormCard.fail(&state, card, "date", FormCard.notADay(card.value("date") ?? ""))
    }
    var palier: String?
    if let text = card.value("palier") {
      guard let axe = card.axe else {
        return FormCard.fail(
          &state,
          card, "palier", "Un palier se nomme par son rang sur un axe\u{A0}: dites l’axe.")
      }
      palier = Int(text).flatMap { rang in
        let paliers = card.base.schema.paliers(de: axe)
        return (1...max(paliers.count, 1)).contains(rang)
          ? paliers.dropFirst(rang - 1).first?.id : nil
      }
      guard palier != nil else {
        let count = card.base.schema.paliers(de: axe).count
        return FormCard.fail(
          &state,
          card, "palier",
          count == 0
            ? "Cet axe n’a pas encore de palier."
            : "Cet axe a \(count.counting("palier"))."
        )
      }
    }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.ressources) { one in
      one.titre = titre
      one.genre = card.form.selection("genre").map { Ressource.Genre.allCases[$0] }
      one.lieu = card.value("lieu")
      one.axe = card.axe
      one.palier = palier
      one.date = date
    }
    if !effects.isEmpty {
      state.say("Rangé au dossier Ressources." + FormCard.aside(state, date, .document))
    }
    if let id {
      _ = state.capitalisation.ressources.select(
        id, of: state.capitalisation.rows.ressources.map(\.id))
    }
    return effects
  }

  static func confirmNote(_ state: inout State, _ card: FormCard, _ known: String?) -> [Effect] {
    guard card.value("fait") != nil || card.value("lecon") != nil || card.value("decision") != nil
    else {
      return FormCard.fail(
        &state, card, "fait", "Une note dit au moins un fait, une leçon ou une décision.")
    }
    guard let date = card.day("date") else {
      return FormCard.fail(&state, card, "date", FormCard.notADay(card.value("date") ?? ""))
    }
    var periode: Int?
    if let text = card.value("periode") {
      periode = Int(text.prefix { $0.isNumber })
      guard let mois = periode, card.base.schema.periodes.contains(where: { $0.mois == mois })
      else {
        return FormCard.fail(
          &state,
          card, "periode", "Une période se nomme par son dernier mois\u{A0}: 6, 12, 18…")
      }
    }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.notes) { note in
      note.faitMarquant = card.value("fait")
      note.lecon = card.value("lecon")
      note.decision = card.value("decision")
      note.discuteAvec = card.value("avec")
      note.axe = card.axe
      note.periode = periode
      note.date = date
    }
    if !effects.isEmpty { state.say("Note gardée." + FormCard.aside(state, date, .fait)) }
    if let id {
      _ = state.capitalisation.notes.select(id, of: state.capitalisation.rows.notes.map(\.id))
    }
    return effects
  }
}

/// What the forms of the notes and of the dossier Ressources are about; nil for a new one.
enum CapitalisationForm: FormSubject {
  case ressource(String?)
  case note(String?)

  var place: Screen { CapitalisationEcran.place }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    switch self {
    case .ressource(let id): CapitalisationEcran.ressourceCard(state, id, demarche)
    case .note(let id): CapitalisationEcran.noteCard(state, id, demarche)
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    switch self {
    case .ressource(let id): CapitalisationEcran.confirmRessource(&state, card, id)
    case .note(let id): CapitalisationEcran.confirmNote(&state, card, id)
    }
  }
}
