import DPES

// Where the parts of minutes find their place: the circle on the first page, or in a few words.
extension Dossier {
  func places(_ seance: Seance?, _ earlier: [Seance.Promesse]) -> TemplateScope {
    let circle = minutesPage(seance, earlier).circle
    return [
      "cercleDessine": .flag(circle == .drawn), "cerclePetit": .flag(circle == .small),
      "observationsSuivent": .flag(circle == .flowing),
    ]
  }

  private func minutesPage(_ seance: Seance?, _ earlier: [Seance.Promesse]) -> MinutesPage {
    func said(_ one: Seance.Promesse) -> String {
      (one.texte ?? "") + (repere(of: one.palier).map { " → \($0)" } ?? "")
    }
    let present = presence(of: seance)
    let order = priorityOrder
    let answers = answers(to: order.map(\.0))
    let images = demarche.imagesParDate.map { demarche.cercles[$0].id }
    var page = MinutesPage()
    page.title = seance?.titre ?? "Compte rendu"
    page.subtitle =
      "\(demarche.structure.raisonSociale) · tour de table du 30 septembre 2026 · 10 présents sur 12"
    page.presents = present ?? ""
    page.absents = present.map { _ in
      demarche.participants.filter { seance?.presents.contains($0.id) == false }
        .compactMap { $0.initiales ?? $0.nom }.joined(separator: ", ")
    }
    page.hasVotes = priorityVote != nil
    page.priorities = order.map { one, _ in
      (
        "▲ orange \(one.texte) D n° 24",
        answers[one.id].map { "répond\u{A0}: \($0.joined(separator: ", "))" } ?? "aucun palier"
      )
    }
    page.promises = (seance?.promesses ?? []).map { (said($0), $0.quand?.french ?? "") }
    page.asks = (seance?.demandes ?? []).map {
      ("\($0.texte ?? "") \($0.pourquoi ?? "")", $0.reponse ?? "")
    }
    page.earlier = earlier.map { "✔ sans nouvelle\u{A0}: \(said($0)), \(name(of: $0.qui) ?? "")" }
    page.hasMovements = image.map { $0.id != images.first } ?? false
    page.notes = seance?.notes
    return page
  }
}
