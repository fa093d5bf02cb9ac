import DPES

// Two observations that say the same become one, and one that says two things becomes two.
extension CercleEcran {
  /// Opens the list of what the selected observation can be put together with.
  static func beginGrouping(_ state: inout State) -> [Effect] {
    guard let id = state.cercle.selectedID else { return [] }
    let others = Search.groupingIndex(&state, for: id)
    if others.isEmpty {
      state.refuse("Il n’y a pas d’autre observation dans cette image.")
    } else {
      state.modes.append(Search(others, for: .grouping(id)))
    }
    return []
  }

  /// Puts two observations together, both wordings kept.
  static func group(_ state: inout State, _ one: String, with other: String) -> [Effect] {
    guard let demarche = state.demarche else { return [] }
    let pair: (reste: Observation, rejoint: Observation)
    do throws(Demarche.RefusDeRegroupement) {
      pair = try demarche.regroupement(de: one, et: other)
    } catch {
      state.refuse(sentence(state, error))
      return []
    }
    let votes = demarche.scrutins(opposant: one, a: other).count
    let signature = state.signature
    let effects = state.change { demarche, _ in
      try demarche.regrouper(one, other, signature)
      return true
    }
    guard !effects.isEmpty else { return [] }
    state.cercle.select(pair.reste.id, in: state.derived)
    accompany(&state)
    let here = told(state, pair.rejoint, with: pair.reste)
    let there = told(state, pair.reste, with: pair.rejoint)
    let added =
      votes == 0
      ? "" : ", leurs points s’ajoutent dans \(votes.agreeing("le vote", "\(votes) votes"))"
    state.say(
      "\(here.capitalizedFirst) rejoint \(there)\u{A0}: les deux formulations restent\(added).")
    return effects
  }

  /// The number, with the colour where the two differ: only one is kept.
  static func told(
    _ state: State, _ observation: Observation, with other: Observation
  ) -> String {
    let number = observation.numero.map { "le n°\u{A0}\($0)" } ?? "l’observation sans numéro"
    guard let statut = observation.statut, let than = other.statut, statut != than else {
      return number
    }
    return "\(number) (\(state.marks.mark(statut).word))"
  }

  static func sentence(_ state: State, _ refusal: Demarche.RefusDeRegroupement) -> String {
    switch refusal {
    case .horsImage: "Ces deux observations ne sont plus dans la même image."
    case .figee: Self.refusal(state) ?? "L’image est figée."
    case .suite(let day):
      "L’image du \(day.french) continue ces deux observations\u{A0}: c’est là qu’elles se regroupent."
    }
  }

  /// Cuts an observation in two where the cursor is.
  static func split(_ state: inout State, _ edit: TextEdit) -> [Effect] {
    let (premier, second) = edit.halves
    guard !premier.isBlank, !second.isBlank else {
      state.refuse("Le curseur va entre les deux idées\u{A0}: il en faut une de chaque côté.")
      return []
    }
    let signature = state.signature
    let before = state.derived.image?.cercle.observations.first { $0.id == edit.place.id }
    var newest: String?
    let effects = state.change { demarche, ids in
      newest = demarche.scinder(edit.place.id, en: (premier, second), signature, ids: &ids)
      // What it said since the cut was begun stays beside.
      if let before, before.texte != edit.original {
        demarche.modifierObservation(edit.place.id, signature) {
          $0.formulations.append(before.texte)
        }
      }
      return newest != nil
    }
    guard !effects.isEmpty, let newest else {
      if state.notice == nil {
        state.refuse("Rien n’est coupé\u{A0}: \(refusal(state) ?? "l’image a changé.")")
      }
      return []
    }
    state.modes.removeLast()
    state.corrections[edit.place] = nil
    state.cercle.select(newest, in: state.derived)
    accompany(&state)
    let numbers = [before?.numero, state.cercle.selected(in: state.derived)?.numero]
      .compactMap { $0.map(String.init) }.joined(separator: " et n°\u{A0}")
    state.say("Coupée en deux\u{A0}: n°\u{A0}\(numbers).")
    return effects
  }
}
