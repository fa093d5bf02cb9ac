import DPES
import TerminalUI

/// The answer to an observation that gets no palier; a frozen image can still be answered.
struct RetourForm: FormSubject {
  /// Its id, in any image of its lineage.
  let observation: String

  var words: [String] { ["retour", observation] }

  init(_ observation: String) { self.observation = observation }

  init?(words: [String]) {
    guard words.count == 2, words[0] == "retour" else { return nil }
    observation = words[1]
  }

  var place: Screen { .cercle }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    let all = demarche.cercles.lazy.flatMap(\.observations)
    guard let one = all.first(where: { $0.id == observation }) else { return nil }
    let number = one.numero.map { " n°\u{A0}\($0)" } ?? ""
    return FormCard(
      self, "Réponse à l’observation\(number)",
      [
        .text(
          demarche.retour(a: observation)?.texte, id: "texte", label: "Réponse",
          hint:
            "Pourquoi elle n’a pas de palier, pour ceux qui l’ont dit\u{A0}; sans nom de personne.",
          limit: 1_000, lines: 4)
      ], base: demarche, le: state.environment.today)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    let signature = state.signature
    let texte = card.value("texte")
    let effects = FormCard.commit(&state, card) { demarche, ids in
      demarche.repondre(a: observation, texte, signature, ids: &ids)
    }
    guard !effects.isEmpty else { return [] }
    state.say(
      texte == nil
        ? "Réponse retirée."
        : "Réponse gardée\u{A0}: le document «\u{A0}parole\u{A0}» la rend à la table.")
    return effects
  }

  static func whyNot(_ state: State) -> String? {
    state.readOnlyReason ?? state.whyOnlyRegard
      ?? (state.cercle.selected(in: state.derived) == nil
        ? "Aucune observation n’est sélectionnée." : nil)
  }

  static func open(_ state: inout State) -> [Effect] {
    guard let id = state.cercle.selected(in: state.derived)?.id else { return [] }
    return state.open(RetourForm(id))
  }
}
