import DPES

/// Why an indicator is « non concerné » in a period.
struct MotifQuestion: KeptQuestion {
  let indicateur: String
  let mois: Int

  var words: [String] { ["motif", indicateur, String(mois)] }

  init(indicateur: String, mois: Int) {
    self.indicateur = indicateur
    self.mois = mois
  }

  init?(words: [String]) {
    guard words.count == 3, words[0] == "motif", let mois = Int(words[2]) else { return nil }
    self.init(indicateur: words[1], mois: mois)
  }

  func isThere(_ state: State) -> Bool { state.demarche?.has(indicateur, mois) == true }

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
struct CorrectionQuestion: KeptQuestion {
  let indicateur: String
  let mois: Int
  let statut: Realise.Statut?

  var words: [String] {
    ["correction", indicateur, String(mois)] + (statut.map { [$0.rawValue] } ?? [])
  }

  init(indicateur: String, mois: Int, statut: Realise.Statut?) {
    self.indicateur = indicateur
    self.mois = mois
    self.statut = statut
  }

  init?(words: [String]) {
    guard words.count > 2, words[0] == "correction", let mois = Int(words[2]) else { return nil }
    var statut: Realise.Statut?
    if let word = words.dropFirst(3).first {
      statut = Realise.Statut(rawValue: word)
      if statut == nil { return nil }
    }
    self.init(indicateur: words[1], mois: mois, statut: statut)
  }

  func isThere(_ state: State) -> Bool { state.demarche?.has(indicateur, mois) == true }

  var onWall: OnWall { .comes }

  func refusal(of text: String, _ state: State) -> String? {
    state.demarche?.refusal(ofIndicateur: indicateur)
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    Saisie.corriger(&state, indicateur, mois, statut, motif: text)
  }
}

extension Demarche {
  fileprivate func has(_ indicateur: String, _ mois: Int) -> Bool {
    lieu(deIndicateur: indicateur) != nil && schema.periodes.contains { $0.mois == mois }
  }

  fileprivate func refusal(ofIndicateur id: String) -> String? {
    lieu(deIndicateur: id) == nil
      ? "Cet indicateur a été supprimé sur un autre poste. Échap renonce." : nil
  }
}
