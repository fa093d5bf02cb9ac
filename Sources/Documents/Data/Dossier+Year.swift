import DPES

// What became of the axes in a year, side by side and never summed.
extension Dossier {
  /// The image that the one shown is compared with: that of a year ago, or of the day that was
  /// chosen, else the first of all.
  var earlierImage: CercleDeQualite? {
    guard let image else { return nil }
    let before = demarche.imagesParDate.map { demarche.cercles[$0] }
      .filter { $0.id != image.id && $0.date < image.date }
    return before.last { $0.date <= depuis } ?? before.first
  }

  /// What of the comparison with an earlier image an axis says.
  func changes(
    on axe: Axe, _ comparison: ComparaisonDImages?, from before: CercleDeQualite?
  ) -> TemplateScope {
    guard let comparison, let before, let image else { return [:] }
    func count(_ image: CercleDeQualite, _ statut: Statut) -> TemplateScope.Value {
      .number(image.observations.count { $0.axe == axe && $0.statut == statut })
    }
    let counts = comparison.comptes(sur: axe)
    return [
      "rougesAvant": count(before, .rouge), "rougesApres": count(image, .rouge),
      "orangesAvant": count(before, .orange), "orangesApres": count(image, .orange),
      "vertsAvant": count(before, .vert), "vertsApres": count(image, .vert),
      "ameliorees": .number(counts[.amelioree] ?? 0),
      "degradees": .number(counts[.degradee] ?? 0),
    ]
  }

  /// The year in a few lines since the axes were as they were `before`: the paliers by their names
  /// (« D2 »), as no figure is of all axes.
  func yearLines(before axes: [Avancement.ParAxe], _ suites: [Suite]) -> [String] {
    guard !demarche.schema.paliers.isEmpty else { return [] }
    let earlier = Set(axes.flatMap(\.paliers).filter(\.estTenu).map(\.palier.id))
    var (held, without): ([String], [String]) = ([], [])
    for axe in avancement.axes {
      for palier in axe.paliers
      where palier.estTenu && palier.etat != .sansObjet && !earlier.contains(palier.palier.id) {
        let name = "\(axe.axe.lettre)\(palier.rang)"
        if axe.estSansEffet(palier) { without.append(name) } else { held.append(name) }
      }
    }
    func names(_ some: (Suite) -> Bool) -> [String] {
      suites.filter(some).map { "\($0.axe.lettre)\($0.rang)" }
    }
    let lost = names { $0.etat == .perdu }
    let late = names { $0.etat == .enRetard && !$0.estTenu }
    let unchecked = names { $0.etat == .enRetard && $0.estTenu }
    // The rest of very many are where each axis is told.
    func list(_ names: [String]) -> String {
      let shown = names.prefix(12).joined(separator: ", ")
      let all = names.count > 12 ? "\(shown) et \((names.count - 12).counting("autre"))" : shown
      return "\(names.count.counting("palier")) (\(all))"
    }
    let troubles = [
      lost.isEmpty ? nil : "perdu\u{A0}: \(list(lost))",
      late.isEmpty ? nil : "en retard\u{A0}: \(list(late))",
      unchecked.isEmpty ? nil : "tenu, un indicateur en retard\u{A0}: \(list(unchecked))",
    ].compactMap(\.self)
    let proofs = avancement.axes.flatMap(\.paliers).flatMap(\.indicateurs).flatMap(\.cases).count {
      $0.estConnue && $0.realise?.piece != nil
    }
    let levels = zip(axes, avancement.axes).compactMap(levelTold)
    var lines: [String] = []
    if !held.isEmpty {
      let when = since.map { "depuis le \($0.french)" } ?? "dans l’année"
      lines.append("Atteint \(when)\u{A0}: \(list(held)).")
    } else if levels.isEmpty {
      lines.append("Aucun palier de plus \(since == nil ? "qu’" : "que ")\(before).")
    }
    lines += levels
    if !without.isEmpty {
      lines.append(
        "Tenu, sans compter encore, un palier d’en dessous manque\u{A0}: \(list(without)).")
    }
    lines.append(
      troubles.isEmpty
        ? "Rien n’est perdu ni en retard."
        : (troubles.joined(separator: "\u{A0}; ") + ".").firstUppercased)
    lines.append(Self.told(proofs: proofs))
    return lines
  }

  private static func told(proofs: Int) -> String {
    switch proofs {
    case 0: "Aucune preuve n’est encore citée."
    case 1: "1\u{A0}preuve, citée avec son axe."
    default: "\(proofs)\u{A0}preuves, citées avec leur axe."
    }
  }

  /// « Le niveau de T passe de 1 à 3 : T2 est sans objet »; nil where no palier stopped to concern the
  /// structure, or the level is as it was.
  private func levelTold(_ before: Avancement.ParAxe, _ now: Avancement.ParAxe) -> String? {
    let earlier = Set(before.paliers.filter { $0.etat == .sansObjet }.map(\.palier.id))
    let without = now.paliers.filter {
      $0.etat == .sansObjet && !earlier.contains($0.palier.id) && $0.rang <= now.actuel
    }
    guard now.actuel > before.actuel, !without.isEmpty else { return nil }
    let names = without.map { "\(now.axe.lettre)\($0.rang)" }.joined(separator: ", ")
    return
      "Le niveau de \(now.axe.lettre) passe de \(before.actuel) à \(now.actuel)\u{A0}: \(names) "
      + "\(without.count > 1 ? "sont" : "est") sans objet."
  }
}
