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
    let effects = Arrival.change(&state, since: card.base) { demarche, _ in
      let filled = card.fill(fiche.rubriques, &demarche)
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
          + FormCard.aside(state, card.day("delivreLe") ?? nil, .fait))
    }
    return effects
  }
}
