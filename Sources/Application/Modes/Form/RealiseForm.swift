import DPES
import TerminalUI

/// The réalisé of an indicator, by its id, in a period.
struct RealiseForm: FormSubject {
  let id: String
  let mois: Int

  /// Where it was opened; what was set aside is taken up on any screen.
  let place: Screen

  var words: [String] { ["realise", id, String(mois), place.name] }

  init(id: String, mois: Int, place: Screen) {
    self.id = id
    self.mois = mois
    self.place = place
  }

  init?(words: [String]) {
    guard words.count == 4, words[0] == "realise", let mois = Int(words[2]),
      let place = Screen(name: words[3])
    else { return nil }
    self.init(id: words[1], mois: mois, place: place)
  }

  static func == (one: RealiseForm, other: RealiseForm) -> Bool {
    one.id == other.id && one.mois == other.mois
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(mois)
  }

  /// nil when the démarche has no such indicator, or no such period.
  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let place = demarche.lieu(deIndicateur: id),
      demarche.schema.periodes.contains(where: { $0.mois == mois })
    else { return nil }
    let palier = demarche.schema.paliers[place.palier]
    let one = palier.indicateurs[place.index]
    let isClosed = demarche.estClose(mois)
    let fields = FormCard.fields(
      one, one.realises[mois], one.objectif(a: mois, echeanceMois: palier.echeanceMois),
      par: state.person.flatMap(demarche.initiales(de:)), isClosed: isClosed)
    let title = "\(mois) mois\(isClosed ? ", close" : "") · \(one.intitule)"
    return FormCard(self, title, fields, base: demarche, le: state.environment.today)
  }

  func asks(_ field: String, in card: FormCard) -> Bool { card.asksOfRealise(field) }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    guard let one = card.base.indicateur(id) else { return }
    if field == "fait" { _ = try card.fact() }
    var realise = one.realises[mois] ?? Realise()
    try card.write(one, in: &realise)
  }

  func propose(in card: inout FormCard) {
    if card.form.focusedID == "statut" { card.proposeStatut(id, a: mois) }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    var asked = card
    if asked.proposeStatut(id, a: mois) {
      asked.form.focus(on: "statut")
      return state.replaceMode(asked)
    }
    do throws(FormCard.Fault) {
      return try keep(card, in: &state)
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  /// Keeps the card of a réalisé, and remembers who entered the first one.
  private func keep(_ card: FormCard, in state: inout State) throws(FormCard.Fault) -> [Effect] {
    guard let one = card.base.indicateur(id) else { return state.leaveMode() }
    let before = one.realises[mois]
    var after = try card.realise(one, before)
    if after.attendUnStatut, after.valeur != before?.valeur {
      try card.ask("statut", FormCard.statutAsked)
    }
    let par = try card.person("par", before: before?.auteur)
    let isChanged = after != before ?? Realise()
    let isClosed = card.base.estClose(mois)
    if isClosed, isChanged {
      _ = try card.required(
        "correction", else: "La période est close\u{A0}: dites pourquoi corriger.")
    }
    var signature = state.signature
    signature.qui = par ?? signature.qui
    if isChanged, !isClosed || before == nil {
      after.date = signature.jour
      after.auteur = signature.qui ?? before?.auteur
    }
    let kept = after
    let effects = FormCard.commit(&state, card) { demarche, _ in
      let motif = card.value("correction") ?? ""
      let isEntered =
        isClosed
        ? demarche.corrigerRealise(deIndicateur: id, periode: mois, motif: motif, signature) {
          $0 = kept
        }
        : demarche.modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = kept }
      let isAimed = demarche.modifierObjectif(
        deIndicateur: id, periode: mois, card.objectif, signature)
      return isEntered || isAimed
    }
    guard !effects.isEmpty else { return [] }
    // Together with what came from elsewhere while the card was open.
    let mark = state.marks.mark(state.demarche?.indicateur(id)?.realises[mois]?.statut)
    Saisie.entered(
      &state, id, mois,
      isChanged
        ? "\(mark.sign) \(mark.word)\(Saisie.ahead(state, mois)).\(FormCard.aside(state, kept.piece?.dateDuFait, .fait))"
        : "\(TableauText.words(for: card.objectif)).")
    return effects + remember(&state, par)
  }

  /// Who was asked for once is known from then on, here and on this machine.
  private func remember(_ state: inout State, _ id: String?) -> [Effect] {
    guard state.person == nil, let id, let demarche = state.demarche else { return [] }
    let name = demarche.initiales(de: id) ?? id
    state.environment.person = demarche.participant(named: name) == nil ? id : name
    return state.environment.person.map { [.remember($0)] } ?? []
  }
}
