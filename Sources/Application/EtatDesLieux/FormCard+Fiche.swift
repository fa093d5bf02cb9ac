import DPES
import TerminalUI

extension FormCard {
  /// A field for each rubrique, with what a part of the démarche says already.
  static func fields<Part>(
    _ rubriques: [Rubrique<Part>], of part: Part, _ suggestions: Suggestions?
  ) -> [Form.Field] {
    rubriques.map { rubrique in
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
      if let text = rubrique.ecrire(value(rubrique.id), &part) {
        faults.append(Fault(id: rubrique.id, text: text))
      } else {
        isChanged = isChanged || rubrique.lire(part) != before
      }
    }
    return (isChanged, faults)
  }
}

extension EtatEcran {
  static func fields(_ state: State, _ fiche: Fiche, of demarche: Demarche) -> [Form.Field] {
    FormCard.fields(fiche.rubriques, of: demarche, state.suggestions)
  }

  static func fields(_ state: State, _ exercice: Exercice) -> [Form.Field] {
    FormCard.fields(Exercice.rubriques, of: exercice, nil)
  }

  static func confirmFiche(_ state: inout State, _ card: FormCard, _ fiche: Fiche) -> [Effect] {
    var faults: [FormCard.Fault] = []
    let effects = Arrival.change(&state, since: card.base) { demarche, _ in
      let filled = card.fill(fiche.rubriques, &demarche)
      faults = filled.faults
      return filled.isChanged
    }
    if let demarche = state.demarche, let fault = faults.first {
      stay(
        &state,
        card.continued(card.purpose, original: fields(state, fiche, of: demarche), base: demarche),
        fault,
        hasKept: !effects.isEmpty)
      return effects
    }
    close(&state, card)
    if !effects.isEmpty {
      state.say(
        "\(fiche.titre)\u{A0}: c’est noté." + aside(state, card.day("delivreLe") ?? nil, .fait))
    }
    return effects
  }

  static func confirmExercice(_ state: inout State, _ card: FormCard, _ known: String?) -> [Effect]
  {
    var faults: [FormCard.Fault] = []
    var id = known
    let effects = Arrival.change(&state, since: card.base) { demarche, ids in
      let before = demarche.structure.exercices.first { $0.id == known } ?? Exercice()
      var exercice = before
      let filled = card.fill(Exercice.rubriques, &exercice)
      faults = filled.faults
      if exercice.estALEnvers {
        faults.append(FormCard.Fault(id: "fin", text: "La fin vient avant le début."))
        exercice.fin = before.fin
        if exercice.estALEnvers { exercice.debut = before.debut }
      }
      guard filled.isChanged else { return false }
      if let known { return demarche.structure.exercices.modifier(known) { $0 = exercice } }
      id = demarche.structure.exercices.ajouter(exercice, ids: &ids)
      return true
    }
    if let id, !FinancesEcran.select(&state, id) {
      _ = state.etat.select(id)
    }
    if let demarche = state.demarche, let fault = faults.first {
      let kept = demarche.structure.exercices.first { $0.id == id } ?? Exercice()
      state.formsAside[card.purpose] = nil
      stay(
        &state,
        card.continued(
          id.map(FormCard.Purpose.exercice) ?? card.purpose, original: fields(state, kept),
          base: demarche),
        fault, hasKept: !effects.isEmpty)
      return effects
    }
    close(&state, card)
    if !effects.isEmpty { state.say("Exercice noté.") }
    return effects
  }

  /// What is right is kept; the form stays on what is not, with all that was typed.
  private static func stay(
    _ state: inout State, _ card: FormCard, _ fault: FormCard.Fault, hasKept: Bool
  ) {
    var card = card
    card.form.fail(fault.id, fault.text)
    state.replaceMode(card)
    if hasKept { state.say("Le reste est noté.") }
  }

  private static func close(_ state: inout State, _ card: FormCard) {
    state.modes.removeLast()
    state.formsAside[card.purpose] = nil
  }
}
