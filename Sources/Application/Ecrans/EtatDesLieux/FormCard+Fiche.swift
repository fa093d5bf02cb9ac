import DPES
import TerminalUI

extension FormCard {
  /// A field for each rubrique, with what a part of the démarche says already.
  static func fields<Part>(
    _ rubriques: [Rubrique<Part>], of part: Part, _ suggestions: Suggestions?
  ) -> [Form.Field] {
    rubriques.map { rubrique in
      if rubrique.genre.isDay || rubrique.genre == .nombre {
        return .value(
          rubrique.lire(part), id: rubrique.id, label: rubrique.label, hint: rubrique.aide)
      }
      let isLong = rubrique.genre == .texteLong
      let known: [String] =
        switch rubrique.genre {
        case .statut: suggestions?.statuts ?? []
        case .echelle: suggestions?.echelles ?? []
        default: []
        }
      return Form.Field(
        text: rubrique.lire(part), id: rubrique.id, label: rubrique.label, hint: rubrique.aide,
        limit: isLong ? 5_000 : 300, lines: isLong ? 6 : 1, suggestions: known)
    }
  }

  /// What is wrong with a field.
  struct Fault: Error, Hashable {
    let id: String
    let text: String
  }

  /// Puts what was typed in a part of the démarche; what is wrong stays out of it.
  func fill<Part>(
    _ rubriques: [Rubrique<Part>], _ part: inout Part
  ) -> (isChanged: Bool, faults: [Fault]) {
    var (isChanged, faults) = (false, [Fault]())
    for rubrique in rubriques {
      let before = rubrique.lire(part)
      // What nobody touched stays as it is written in the file, blanks and all.
      guard form.text(rubrique.id) != before else { continue }
      do throws(Fault) {
        if rubrique.genre == .jourPasse { try refuseToCome(rubrique.id, "videz-le jusque-là.") }
        if let text = rubrique.ecrire(written(rubrique), &part) {
          throw Fault(id: rubrique.id, text: text)
        }
        isChanged = isChanged || rubrique.lire(part) != before
      } catch {
        faults.append(error)
      }
    }
    return (isChanged, faults)
  }

  /// What was typed, a day as it was understood.
  private func written<Part>(_ rubrique: Rubrique<Part>) -> String? {
    guard rubrique.genre.isDay, case .some(.some(let day)) = day(rubrique.id) else {
      return value(rubrique.id)
    }
    return day.frenchShort
  }

  /// Throws what is wrong with the field of a rubrique.
  func check<Part>(
    _ id: String, of rubriques: [Rubrique<Part>], in part: Part
  ) throws(Fault) {
    var part = part
    let fault = value(id).flatMap { _ in fill(rubriques, &part).faults.first { $0.id == id } }
    if let fault { throw fault }
  }

  /// What is right is kept; the form stays on what is not, with all that was typed.
  static func stay(
    _ state: inout State, _ card: FormCard, _ fault: Fault, hasKept: Bool
  ) {
    var card = card
    card.form.fail(fault.id, fault.text)
    state.replaceMode(card)
    if hasKept { state.say("Le reste est noté.") }
  }

  static func close(_ state: inout State, _ card: FormCard) {
    state.modes.removeLast()
    state.formsAside[ValueKey(card.subject)] = nil
  }
}

extension EtatEcran {
  static func confirmFiche(_ state: inout State, _ card: FormCard, _ fiche: Fiche) -> [Effect] {
    var faults: [FormCard.Fault] = []
    let signature = state.signature
    let effects = Arrival.change(&state, since: card.base) { demarche, _ in
      let signed = demarche.charte.signeeLe
      let filled = card.fill(fiche.rubriques, &demarche)
      demarche.tracer(
        "charte", demarche.id, de: signed, a: demarche.charte.signeeLe, signature)
      faults = filled.faults
      return filled.isChanged
    }
    if let demarche = state.demarche, let fault = faults.first {
      let fields = FormCard.fields(fiche.rubriques, of: demarche, state.suggestions)
      FormCard.stay(
        &state, card.continued(card.subject, original: fields, base: demarche), fault,
        hasKept: !effects.isEmpty)
      return effects
    }
    FormCard.close(&state, card)
    if !effects.isEmpty {
      state.say(
        "\(fiche.titre)\u{A0}: c’est noté."
          + FormCard.aside(state, card.day("signeeLe") ?? nil, .fait))
    }
    return effects
  }

  static func whyNoFiche(_ state: State) -> String? {
    state.etat.ficheRow?.content == .cycle && state.cycles == nil
      ? "Les cycles ne sont pas encore lus." : state.readOnlyReason
  }

  static func whyNoExercice(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.ficheRow?.content == .exercice ? nil : "Choisissez un exercice\u{A0}: ↑ ↓.")
  }

  static func openFiche(_ state: inout State) -> [Effect] {
    guard let row = state.etat.ficheRow else { return [] }
    switch row.content {
    case .exercice: return state.open(ExerciceForm(id: row.id))
    case .cycle: return CycleList.open(&state)
    case .rubrique(let fiche): return state.open(EtatForm.fiche(fiche), on: row.id)
    }
  }

  static func removeExercice(_ state: inout State) -> [Effect] {
    guard let row = state.etat.ficheRow else { return [] }
    return change(&state, saying: "Exercice supprimé.") { demarche, _ in
      demarche.structure.exercices.supprimer(row.id)
    }
  }
}

extension Action {
  /// What can be done on the identity, its fiche and the financial years.
  static let structure: [Action] = [
    edit("structure.modifier", "Modifier la fiche"),
    Action(
      "exercice.nouveau", [.character("n")], "Nouvel exercice", short: "exercice", weight: 80,
      help: "Ajoute un exercice comptable, avec son début et sa fin.", opensText: true,
      impossible: \.readOnlyReason,
      perform: { $0.open(ExerciceForm(id: nil)) }),
    Action(
      "exercice.supprimer", [.delete, .control("d")],
      "Supprimer l’exercice", help: "Supprime l’exercice choisi.",
      impossible: EtatEcran.whyNoExercice, perform: { EtatEcran.removeExercice(&$0) }),
    choisirUnCycle,
  ]

  /// What is heard in the section of the pilotage.
  static let pilotage = [edit("pilotage.modifier", "Modifier la fiche"), pilotageQuestion]

  private static func edit(_ id: String, _ title: String) -> Action {
    Action(
      id, [.enter], title, short: "modifier", weight: 90,
      help: "Ouvre la fiche, sur la ligne choisie\u{A0}; ce qui manque peut rester vide.",
      opensText: true, impossible: EtatEcran.whyNoFiche, perform: { EtatEcran.openFiche(&$0) })
  }
}
