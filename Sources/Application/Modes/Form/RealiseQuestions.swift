import DPES

/// Why an indicator is « non concerné » in a period.
struct MotifQuestion: QuestionSubject {
  let indicateur: String
  let mois: Int

  var onWall: OnWall { .comes }

  func refusal(of text: String, _ state: State) -> String? {
    guard let demarche = state.demarche else { return nil }
    return demarche.refusal(ofIndicateur: indicateur)
      ?? (demarche.estClose(mois)
        ? "Cette période a été close sur un autre poste. Échap renonce." : nil)
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    Saisie.set(&state, .nonConcerne, motif: text, indicateur, mois)
  }
}

/// Why a closed period is corrected, to a status or to nothing.
struct CorrectionQuestion: QuestionSubject {
  let indicateur: String
  let mois: Int
  let statut: Realise.Statut?

  var onWall: OnWall { .comes }

  func refusal(of text: String, _ state: State) -> String? {
    state.demarche?.refusal(ofIndicateur: indicateur)
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    Saisie.corriger(&state, indicateur, mois, statut, motif: text)
  }
}

extension Demarche {
  fileprivate func refusal(ofIndicateur id: String) -> String? {
    lieu(deIndicateur: id) == nil
      ? "Cet indicateur a été supprimé sur un autre poste. Échap renonce." : nil
  }
}
