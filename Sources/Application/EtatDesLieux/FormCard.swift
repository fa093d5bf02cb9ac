import DPES
import TerminalUI

/// A form about something of the démarche, in a card: Entrée keeps what it holds, Échap sets it aside.
struct FormCard: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case nouveauParticipant
    /// By the id.
    case participant(String)
    case seance(String)
    /// In the séance of this id.
    case nouvellePromesse(String)
    case promesse(String)
    /// Of the dossier Ressources; nil for a new one.
    case ressource(String?)
    /// A note de capitalisation; nil for a new one.
    case note(String?)
    case fiche(Fiche)
    /// A financial year; nil for a new one.
    case exercice(String?)
    /// Of the map; nil for a new one.
    case acteur(String?)
    /// Of an indicator, by its id, in a period.
    case realise(String, mois: Int)
    case schema(SchemaCard)
    /// Which answers the grille compares: nothing of the démarche.
    case grilleDates
  }

  let purpose: Purpose
  let title: String
  private(set) var original: Form
  /// The démarche when the form was opened: what another person did since is not written over.
  let base: Demarche
  var form: Form

  init(_ purpose: Purpose, _ title: String, _ fields: [Form.Field], base: Demarche) {
    self.purpose = purpose
    self.title = title
    self.base = base
    form = Form(fields)
    original = form
  }

  /// The same form about what it kept, with what is typed in it still.
  func continued(_ purpose: Purpose, original: [Form.Field], base: Demarche) -> FormCard {
    var card = FormCard(purpose, title, original, base: base)
    card.form = form
    return card
  }

  /// A text of the form without blanks around, nil when it is empty: an absent value is an absent
  /// key.
  func value(_ id: String) -> String? {
    let text = form.text(id).trimmed
    return text.isBlank ? nil : text
  }

  /// The day typed in a field: nothing, or one; nil when it is no day.
  func day(_ id: String) -> Day?? {
    guard let text = value(id) else { return .some(nil) }
    return Day(ecrit: text).map { .some($0) }
  }

  /// Columns of its fields and their labels.
  static func width(in area: Rect) -> Int { max(1, min(76, area.width - 4)) }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let width = Self.width(in: area)
    let card = canvas.drawCard(
      title: title, content: Size(width, form.rows(width: width)), in: area)
    form.draw(on: &canvas, in: card)
  }
}

extension State {
  /// Opens a form, with what was set aside last time if any, on the field of an id.
  mutating func openForm(_ purpose: FormCard.Purpose, on field: String? = nil) -> [Effect] {
    guard var card = formsAside[purpose] ?? newCard(purpose) else { return [] }
    if let field { card.form.focus(on: field) }
    modes.append(.form(card))
    return []
  }

  private func newCard(_ purpose: FormCard.Purpose) -> FormCard? {
    guard let demarche else { return nil }
    switch purpose {
    case .nouveauParticipant:
      return FormCard(purpose, "Nouvelle personne", FormCard.fields(Participant()), base: demarche)
    case .participant(let id):
      guard let one = demarche.participants.first(where: { $0.id == id }) else { return nil }
      return FormCard(
        purpose, one.initiales ?? "Participant", FormCard.fields(one), base: demarche)
    case .seance(let id):
      guard let seance = demarche.seances.first(where: { $0.id == id }) else { return nil }
      let title = seance.date.map { "Séance du \($0.french)" } ?? "Séance"
      return FormCard(purpose, title, FormCard.fields(seance, demarche), base: demarche)
    case .nouvellePromesse:
      return FormCard(
        purpose, "Nouvelle promesse", FormCard.fields(Seance.Promesse(), demarche), base: demarche)
    case .promesse(let id):
      guard let place = demarche.lieu(dePromesse: id) else { return nil }
      return FormCard(
        purpose, "Promesse",
        FormCard.fields(demarche.seances[place.seance].promesses[place.index], demarche),
        base: demarche)
    case .ressource(let id): return ressourceCard(id, demarche)
    case .note(let id): return noteCard(id, demarche)
    case .fiche(let fiche):
      return FormCard(purpose, fiche.titre, fields(fiche, of: demarche), base: demarche)
    case .exercice(nil):
      let next = demarche.exerciceSuivant(le: environment.today)
      return FormCard(purpose, "Nouvel exercice", fields(next), base: demarche)
    case .exercice(let id?):
      guard let exercice = demarche.structure.exercices.first(where: { $0.id == id }) else {
        return nil
      }
      return FormCard(purpose, "Exercice \(exercice.nom)", fields(exercice), base: demarche)
    case .acteur(nil):
      return FormCard(purpose, "Nouvel acteur", FormCard.fields(Acteur()), base: demarche)
    case .acteur(let id?):
      guard let acteur = demarche.acteurs.first(where: { $0.id == id }) else { return nil }
      return FormCard(
        purpose, acteur.nom ?? "Acteur", FormCard.fields(acteur), base: demarche)
    case .realise(let id, let mois):
      return FormCard.realise(id, mois, in: demarche, par: person.flatMap(demarche.initiales(de:)))
    case .schema(let card): return card.form(in: demarche)
    case .grilleDates: return grilleDatesCard(demarche)
    }
  }

  mutating func press(_ key: Key, in card: FormCard) -> [Effect] {
    if let action = Action.action(for: key, in: [.form, fieldScope]) {
      return action.performed(in: &self)
    }
    var card = card
    let width = FormCard.width(in: WindowLayout(size).content)
    if card.form.handle(key, width: width) { replaceMode(.form(card)) }
    return []
  }

  mutating func paste(_ text: String, in card: FormCard) {
    var card = card
    if !card.form.insert(text) { refuse("Le texte collé n’entre pas en entier dans ce champ.") }
    replaceMode(.form(card))
  }

  mutating func confirmForm() -> [Effect] {
    guard case .form(let card) = modes.last else { return [] }
    switch card.purpose {
    case .nouveauParticipant, .participant: return confirmParticipant(card)
    case .seance(let id): return confirmSeance(card, id)
    case .nouvellePromesse, .promesse: return confirmPromise(card)
    case .ressource(let id): return confirmRessource(card, id)
    case .note(let id): return confirmNote(card, id)
    case .fiche(let fiche): return confirmFiche(card, fiche)
    case .exercice(let id): return confirmExercice(card, id)
    case .acteur(let id): return confirmActeur(card, id)
    case .realise(let id, let mois): return confirmRealise(card, id, mois)
    case .schema(let purpose): return confirm(card, purpose)
    case .grilleDates: return confirmGrilleDates(card)
    }
  }

  /// Says what is wrong with a field, under it; nothing typed goes.
  mutating func fail(_ card: FormCard, _ field: String, _ fault: String) -> [Effect] {
    var card = card
    card.form.fail(field, fault)
    replaceMode(.form(card))
    return []
  }

  /// Who does something and by when, of the fields `qui` and `quand`; nil once what is wrong is said.
  ///
  /// `before` is who was named there: still taken where they have left.
  mutating func whoAndWhen(_ card: FormCard, before: String?) -> (qui: String?, quand: Day?)? {
    var qui: String?
    if let text = card.value("qui") {
      qui = card.base.personne(text, parmi: before.map { [$0] } ?? [])
      guard qui != nil else {
        _ = fail(card, "qui", FormCard.unknown(text, card.base))
        return nil
      }
    }
    guard let quand = card.day("quand") else {
      _ = fail(card, "quand", FormCard.notADay(card.value("quand") ?? ""))
      return nil
    }
    return (qui, quand)
  }

  /// Closes a form and makes its edit, together with what came from elsewhere while it was open.
  mutating func commit(
    _ card: FormCard, _ edit: (inout Demarche, inout IDGenerator) -> Bool
  ) -> [Effect] {
    modes.removeLast()
    formsAside[card.purpose] = nil
    return change(since: card.base, edit)
  }

  mutating func leaveForm() -> [Effect] {
    guard case .form(let card) = modes.last else { return [] }
    modes.removeLast()
    let isChanged =
      card.purpose != .grilleDates && !card.form.holdsTheSame(as: card.original)
    formsAside[card.purpose] = isChanged ? card : nil
    if isChanged { say("Fiche mise de côté\u{A0}: la même touche la reprend.") }
    return []
  }

  /// The program has to end now: a form that says enough is kept.
  mutating func keepForm() -> [Effect] {
    guard case .form(let card) = modes.last, !card.form.holdsTheSame(as: card.original) else {
      return []
    }
    return confirmForm()
  }
}

extension Action {
  /// What is heard in a form, beside what its fields understand.
  static let form = [
    Action(
      "fiche.garder", .form, [.enter], "Garder la fiche", short: "garder", weight: 100,
      help: "Garde ce qui est écrit.", perform: { $0.confirmForm() }),
    Action(
      "fiche.champ", .form, [.tab], "Champ suivant", short: "champ suivant", weight: 80,
      help: "Passe au champ suivant\u{A0}; Maj-Tab au précédent, ↑ ↓ aussi."
    ) { state in
      guard case .form(var card) = state.modes.last else { return [] }
      _ = card.form.handle(.tab)
      state.replaceMode(.form(card))
      return []
    },
    Action(
      "fiche.laisser", .form, [.escape, .control("c")], "Laisser comme avant",
      short: "laisser comme avant", weight: 90,
      help: "Rien ne change\u{A0}; ce qui est écrit est mis de côté.",
      perform: { $0.leaveForm() }),
  ]
}
