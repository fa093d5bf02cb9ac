import DPES
import TerminalUI

/// A financial year; nil for a new one.
struct ExerciceForm: FormSubject {
  let id: String?

  var words: [String] { ["exercice"] + (id.map { [$0] } ?? []) }

  init(id: String?) { self.id = id }

  init?(words: [String]) {
    guard words.first == "exercice" else { return nil }
    self.init(id: words.dropFirst().first)
  }

  var place: Screen { .etat }
  var repeats: Bool { id == nil }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let id else {
      let next = demarche.exerciceSuivant(le: state.environment.today)
      return card("Nouvel exercice", next, state, demarche)
    }
    guard let exercice = demarche.structure.exercices.first(where: { $0.id == id }) else {
      return nil
    }
    return card("Exercice \(exercice.nom)", exercice, state, demarche)
  }

  private func card(
    _ title: String, _ exercice: Exercice, _ state: State, _ demarche: Demarche
  ) -> FormCard {
    FormCard(
      self, title, Self.fields(exercice), base: demarche, le: state.environment.today)
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    try card.check(field, of: Exercice.rubriques, in: Exercice())
  }

  /// The chiffre d’affaires is asked apart only where the file says another one than the sales.
  func asks(_ field: String, in card: FormCard) -> Bool {
    field != "chiffreAffaires"
      || card.base.structure.exercices.first { $0.id == id }?.aUnChiffreDAffairesAPart == true
  }

  private static func fields(_ exercice: Exercice) -> [Form.Field] {
    FormCard.fields(Exercice.rubriques, of: exercice, nil)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    var faults: [FormCard.Fault] = []
    let known = id
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
      // A figure that repeated the sales, and is not shown, is not left behind by them.
      if exercice.marchand != before.marchand, before.chiffreAffaires == before.marchand {
        exercice.chiffreAffaires = nil
      }
      if let known { return demarche.structure.exercices.modifier(known) { $0 = exercice } }
      id = demarche.structure.exercices.ajouter(exercice, ids: &ids)
      return true
    }
    if let id { _ = state.select(id) }
    if let demarche = state.demarche, let fault = faults.first {
      let kept = demarche.structure.exercices.first { $0.id == id } ?? Exercice()
      state.formsAside[ValueKey(card.subject)] = nil
      FormCard.stay(
        &state, card.continued(ExerciceForm(id: id), original: Self.fields(kept), base: demarche),
        fault, hasKept: !effects.isEmpty)
      return effects
    }
    FormCard.close(&state, card)
    if !effects.isEmpty {
      let asides = [card.day("debut"), card.day("fin")].map {
        FormCard.aside(state, $0.flatMap(\.self), .prevu)
      }
      state.say("Exercice noté." + asides.joined())
    }
    return effects
  }
}
