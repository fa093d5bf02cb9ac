import DPES

// What something says now, for telling what was undone: of what changed, and no more.
extension State {
  /// What an observation, a palier or a cell of the tableau says now.
  func stand(of ecart: Edit.Change, _ before: Demarche, _ after: Demarche) -> [String] {
    switch ecart {
    case .observation(let id, let image):
      let versions = [before, after].compactMap { demarche in
        demarche.cercles.first { $0.id == image }?.observations.first { $0.id == id }
      }
      guard versions.count == 2 else { return [] }
      return stand(of: versions[1], since: versions[0])
    case .depart:
      let depart = after.schema.depart
      return [
        depart.debut.map { "mois 0 le \($0.french)" } ?? "mois 0 à fixer",
        "\(depart.intermediaireMois) et \(depart.dureeMois)\u{A0}mois",
      ]
    case .palier(let id):
      let versions = [before, after].compactMap { $0.schema.paliers.first { $0.id == id } }
      return versions.count == 2 ? stand(of: versions[1], since: versions[0]) : []
    case .indicateur(let id, let mois?), .realise(let id, let mois):
      let realise = after.lieu(deIndicateur: id).flatMap {
        after.schema.paliers[$0.palier].indicateurs[$0.index].realises[mois]
      }
      let mark = marks.mark(realise?.statut)
      return ["\(mois) mois\u{A0}: \(mark.sign) \(mark.word)"]
    case .reponse(let point, let grille):
      let reponse = after.grilles.first { $0.id == grille }?.reponses.first { $0.point == point }
      let existante = reponse?.existante.map(\.mot)
      return [existante, reponse?.aIntegrerMot.map { "à intégrer\u{A0}: \($0)" }].compactMap(\.self)
    default: return []
    }
  }

  /// Its colour where nothing changed.
  private func stand(of new: Observation, since old: Observation) -> [String] {
    let mark = marks.mark(new.statut)
    let words = [
      (old.texte != new.texte, "texte"),
      (old.axe != new.axe, new.axe.map(axis) ?? "à placer"),
      (old.statut != new.statut || old == new, "\(mark.sign) \(mark.word)"),
      (old.priorite != new.priorite, new.priorite ? "priorité" : "sans priorité"),
      (old.desaccord != new.desaccord, new.desaccord ? "désaccord" : "sans désaccord"),
      (old.minorite != new.minorite, "minorité"),
      (old.formulations != new.formulations, "autres mots"),
      (old.arguments != new.arguments, "arguments"),
      (old.auteur != new.auteur, "auteur"),
      (old.points != new.points, "points de la grille"),
      (old.mainsLevees != new.mainsLevees, "mains levées"),
      (old.axe == new.axe && old.place != new.place, "place"),
    ]
    return words.filter(\.0).map(\.1)
  }

  private func stand(of new: Palier, since old: Palier) -> [String] {
    let echeance = new.echeanceMois.map { "échéance \($0)\u{A0}mois" } ?? "sans échéance"
    let words = [
      (old.intitule != new.intitule, "intitulé"),
      (old.axe != new.axe, axis(new.axe)),
      (old.axe == new.axe && old.rang != new.rang, new.rang.map { "rang \($0)" } ?? "sans rang"),
      (old.echeanceMois != new.echeanceMois, echeance),
      (old.atteintLe != new.atteintLe, new.atteintLe == nil ? "pas atteint" : "atteint"),
      (
        old.tenuAuDepart != new.tenuAuDepart,
        new.tenuAuDepart ? "tenu au départ" : "pas tenu au départ"
      ),
      (old.observations != new.observations, "observations"),
      (old.engagements != new.engagements, "engagements"),
    ]
    return words.filter(\.0).map(\.1)
  }

  private func axis(_ axe: Axe) -> String { "axe «\u{A0}\(axe.nomCourt)\u{A0}»" }
}
