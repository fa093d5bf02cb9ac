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

extension State {
  func fields(_ fiche: Fiche, of demarche: Demarche) -> [Form.Field] {
    FormCard.fields(fiche.rubriques, of: demarche, suggestions)
  }

  func fields(_ exercice: Exercice) -> [Form.Field] {
    FormCard.fields(Exercice.rubriques, of: exercice, nil)
  }

  mutating func confirmFiche(_ card: FormCard, _ fiche: Fiche) -> [Effect] {
    var faults: [FormCard.Fault] = []
    let effects = change(since: card.base) { demarche, _ in
      let filled = card.fill(fiche.rubriques, &demarche)
      faults = filled.faults
      return filled.isChanged
    }
    if let demarche, let fault = faults.first {
      stay(
        card.continued(card.purpose, original: fields(fiche, of: demarche), base: demarche), fault,
        hasKept: !effects.isEmpty)
      return effects
    }
    close(card)
    if !effects.isEmpty {
      say("\(fiche.titre)\u{A0}: c’est noté." + aside(card.day("delivreLe") ?? nil, .fait))
    }
    return effects
  }

  mutating func confirmExercice(_ card: FormCard, _ known: String?) -> [Effect] {
    var faults: [FormCard.Fault] = []
    var id = known
    let effects = change(since: card.base) { demarche, ids in
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
    if let id, !selectAnnexe(id) {
      _ = etat.select(id, in: derived)
    }
    if let demarche, let fault = faults.first {
      let kept = demarche.structure.exercices.first { $0.id == id } ?? Exercice()
      formsAside[card.purpose] = nil
      stay(
        card.continued(
          id.map(FormCard.Purpose.exercice) ?? card.purpose, original: fields(kept), base: demarche),
        fault, hasKept: !effects.isEmpty)
      return effects
    }
    close(card)
    if !effects.isEmpty { say("Exercice noté.") }
    return effects
  }

  /// What is right is kept; the form stays on what is not, with all that was typed.
  private mutating func stay(_ card: FormCard, _ fault: FormCard.Fault, hasKept: Bool) {
    var card = card
    card.form.fail(fault.id, fault.text)
    replaceMode(.form(card))
    if hasKept { say("Le reste est noté.") }
  }

  private mutating func close(_ card: FormCard) {
    modes.removeLast()
    formsAside[card.purpose] = nil
  }
}
