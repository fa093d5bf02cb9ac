import DPES
import TerminalUI

extension FormCard {
  private static func axeField(_ axe: Axe?) -> Form.Field {
    .choice(axe, id: "axe", label: "Axe", hint: "Une lettre ou ← →\u{A0}; Suppr n’en dit aucun.") {
      Form.Choice.Option(Character($0.lettre.lowercased()), $0.nomCourt, short: $0.motCourt)
    }
  }

  static func fields(_ one: Ressource, _ demarche: Demarche) -> [Form.Field] {
    let rang = demarche.schema.paliers.first { $0.id == one.palier }?.rang
    return [
      .text(one.titre, id: "titre", label: "Titre", hint: "Ce que l’on cherchera.", limit: 300),
      .choice(one.genre, id: "genre", label: "Genre", hint: "l lien, d document, f fiche.") {
        Form.Choice.Option($0.key, $0.nom)
      },
      Form.Field(
        text: one.lieu ?? "", id: "lieu", label: "Où",
        hint: "Une adresse, un dossier, une étagère.", limit: 1_000, isProse: false),
      axeField(one.axe),
      .value(
        rang.map(String.init), id: "palier", label: "Palier",
        hint: "Son rang sur cet axe\u{A0}: 2\u{A0}; vide s’il sert à tout l’axe.", limit: 4),
      .day(one.date, id: "date", label: "Date"),
    ]
  }

  static func fields(_ note: NoteDeCapitalisation, _ demarche: Demarche) -> [Form.Field] {
    [
      .text(
        note.faitMarquant, id: "fait", label: "Fait marquant",
        hint: "Ce qui s’est passé, en une phrase.", limit: 1_000, lines: 4),
      .text(
        note.lecon, id: "lecon", label: "Leçon", hint: "Ce que l’on en retient.", limit: 1_000,
        lines: 4),
      .text(
        note.decision, id: "decision", label: "Décision",
        hint: "Ce que l’on fera désormais\u{A0}; le conseil le lira sur sa page.", limit: 1_000,
        lines: 4),
      .text(
        note.discuteAvec, id: "avec", label: "Discuté avec",
        hint: "Équipe, conseil, partenaires\u{A0}: des groupes plutôt que des noms.", limit: 300),
      axeField(note.axe),
      .value(
        demarche.repere(dePalier: note.palier), id: "palier", label: "Palier",
        hint: "Celui dont elle décide\u{A0}: U2\u{A0}; vide si elle vaut pour l’axe.", limit: 4),
      .value(
        note.periode.map(String.init), id: "periode", label: "Période",
        hint: "Son dernier mois\u{A0}: 6, 12, 18…", limit: 8),
      .day(note.date, id: "date", label: "Date"),
    ]
  }

  /// The axis chosen in the form.
  fileprivate var axe: Axe? { form.selection("axe").map { Axe.allCases[$0] } }
}

/// What the forms of the notes and of the dossier Ressources are about; nil for a new one.
enum CapitalisationForm: FormSubject {
  case ressource(String?)
  case note(String?)

  var words: [String] {
    switch self {
    case .ressource(let id): ["ressource"] + (id.map { [$0] } ?? [])
    case .note(let id): ["note"] + (id.map { [$0] } ?? [])
    }
  }

  init?(words: [String]) {
    switch words.first {
    case "ressource": self = .ressource(words.dropFirst().first)
    case "note": self = .note(words.dropFirst().first)
    default: return nil
    }
  }

  var place: Screen { CapitalisationEcran.place }
  var repeats: Bool { self == .ressource(nil) || self == .note(nil) }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    switch self {
    case .ressource(nil):
      var one = Ressource()
      one.date = state.environment.today
      return FormCard(
        self, "Nouvelle ressource", FormCard.fields(one, demarche), base: demarche,
        le: state.environment.today)
    case .ressource(let id?):
      return demarche.ressources.first { $0.id == id }.map {
        FormCard(
          self, "Ressource", FormCard.fields($0, demarche), base: demarche,
          le: state.environment.today)
      }
    case .note(nil):
      var note = NoteDeCapitalisation()
      note.date = state.environment.today
      note.periode = state.derived.avancement?.periodeCourante?.mois
      return FormCard(
        self, "Nouvelle note", FormCard.fields(note, demarche), base: demarche,
        le: state.environment.today)
    case .note(let id?):
      return demarche.notes.first { $0.id == id }.map {
        FormCard(
          self, "Note", FormCard.fields($0, demarche), base: demarche,
          le: state.environment.today)
      }
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    switch self {
    case .ressource(let id): Self.confirmRessource(&state, card, id)
    case .note(let id): Self.confirmNote(&state, card, id)
    }
  }

  private static func confirmRessource(
    _ state: inout State, _ card: FormCard, _ known: String?
  ) -> [Effect] {
    guard let titre = card.value("titre") else {
      return FormCard.fail(&state, card, "titre", "Un titre suffit, mais il en faut un.")
    }
    guard let date = FormCard.day(&state, card, "date") else { return [] }
    var palier: String?
    if let text = card.value("palier") {
      guard let axe = card.axe else {
        return FormCard.fail(
          &state, card, "palier", "Un palier se nomme par son rang sur un axe\u{A0}: dites l’axe.")
      }
      let paliers = card.base.schema.paliers(de: axe)
      palier = Int(text).flatMap { rang in zip(1..., paliers).first { $0.0 == rang }?.1.id }
      guard palier != nil else {
        return FormCard.fail(
          &state, card, "palier",
          paliers.isEmpty
            ? "Cet axe n’a pas encore de palier."
            : "Cet axe a \(paliers.count.counting("palier")).")
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
    if let id { _ = state.capitalisation.select(id) }
    return effects
  }

  private static func confirmNote(
    _ state: inout State, _ card: FormCard, _ known: String?
  ) -> [Effect] {
    guard ["fait", "lecon", "decision"].contains(where: { card.value($0) != nil }) else {
      return FormCard.fail(
        &state, card, "fait", "Une note dit au moins un fait, une leçon ou une décision.")
    }
    guard let date = FormCard.day(&state, card, "date") else { return [] }
    var periode: Int?
    if let text = card.value("periode") {
      periode = Int(text.prefix { $0.isNumber })
      guard card.base.schema.periodes.contains(where: { $0.mois == periode }) else {
        return FormCard.fail(
          &state, card, "periode", "Une période se nomme par son dernier mois\u{A0}: 6, 12, 18…")
      }
    }
    let palier: String?
    do throws(FormCard.Fault) {
      palier = try card.palier("palier")
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.notes) { note in
      note.palier = palier
      note.faitMarquant = card.value("fait")
      note.lecon = card.value("lecon")
      note.decision = card.value("decision")
      note.discuteAvec = card.value("avec")
      note.axe = card.axe
      note.periode = periode
      note.date = date
    }
    if !effects.isEmpty { state.say("Note gardée." + FormCard.aside(state, date, .fait)) }
    if let id { _ = state.capitalisation.select(id) }
    return effects
  }
}
