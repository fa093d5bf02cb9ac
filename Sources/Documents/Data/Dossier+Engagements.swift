import DPES

// What is said to everybody: no name, and nothing of what is late or lost.
extension Dossier {
  /// The four public sentences in the order U P D T, each with what comes next and what is held.
  func engagement(_ axe: Avancement.ParAxe, _ poster: Poster) -> TemplateScope {
    let row = row(axe, poster.way)
    return [
      "engagement": .text(row.engagement),
      "engagementRang": .number((Axe.allCases.firstIndex(of: axe.axe) ?? 0) + 1),
      "prochainIntitule": .text(row.next),
      "prochainMois": .text(next(axe).flatMap(newDate)?.frenchMonthAndYear),
      "dernierTenu": .text(row.held), "sansPalier": .text(without(axe)),
    ]
  }

  /// What an axis says on the poster when it is set in a way.
  private func row(_ axe: Avancement.ParAxe, _ way: Poster.Way) -> Poster.Row {
    func said(_ palier: Avancement.ParPalier) -> String {
      palier.palier.intitule.shortened(to: way.length).goingOn.ended
    }
    let next = next(axe)
    // Where nothing comes, what is held is all that the axis has to say.
    let held = next == nil || way.keepsHeld ? held(axe) : nil
    return Poster.Row(
      engagement: engagement(axe.axe).shortened(to: way.pledge), next: next.map(said),
      held: held.map(said))
  }

  /// What stands where nothing comes next and nothing is held.
  private func without(_ axe: Avancement.ParAxe) -> String {
    axe.paliers.isEmpty
      ? "Notre premier palier est encore à écrire." : "Notre prochain palier est encore à écrire."
  }

  private func engagement(_ axe: Axe) -> String {
    demarche.charte.engagements?[axe] ?? axe.engagement
  }

  private func held(_ axe: Avancement.ParAxe) -> Avancement.ParPalier? {
    axe.paliers.prefix(axe.actuel).last { $0.etat != .sansObjet }
  }

  private func next(_ axe: Avancement.ParAxe) -> Avancement.ParPalier? {
    axe.paliers.first { !$0.estTenu && $0.etat != .sansObjet }
  }

  /// Its deadline, or the end of the period to come for one that is past.
  private func newDate(_ palier: Avancement.ParPalier) -> Day? {
    guard let day = palier.palier.echeanceMois.flatMap(demarche.schema.jour) else { return nil }
    return day >= jour ? day : nextPeriod?.fin
  }

  /// How its texts are set so that they stay on one page.
  var poster: Poster {
    // The words that stand before a text are counted with it.
    Poster(
      name: demarche.structure.raisonSociale,
      foot: "Charte signée le 30 septembre 2026, \(demarche.charte.qualite ?? ""). "
        + "Engagements revus le 30 septembre 2026, valables jusqu’au 30 septembre 2026."
    ) { way in
      avancement.axes.map { axe in
        let row = row(axe, way)
        return Poster.Row(
          engagement: row.engagement,
          next: row.next.map { "D’ici septembre 2026\u{A0}: \($0)" }
            ?? (row.held == nil ? without(axe) : nil),
          held: row.held.map { "✔ Nous gardons\u{A0}: \($0)" })
      }
    }
  }

  /// What the poster has no room for.
  var posterTold: [String] {
    let way = poster.way
    var (cut, left) = (0, 0)
    for axe in avancement.axes {
      let (next, held) = (next(axe), held(axe))
      let isLeft = next != nil && !way.keepsHeld && held != nil
      if isLeft { left += 1 }
      for palier in [next, isLeft ? nil : held].compactMap(\.self)
      where palier.palier.intitule.count > way.length { cut += 1 }
      if engagement(axe.axe).count > way.pledge { cut += 1 }
    }
    let said = [
      cut > 0
        ? "\(cut.counting("texte")) \(cut < 2 ? "y finit" : "y finissent") par «\u{A0}…\u{A0}»"
        : nil,
      left > 0
        ? "\(left.counting("palier")) \(left.agreeing("tenu")) n’y \(left < 2 ? "est" : "sont") pas"
        : nil,
    ].compactMap(\.self)
    return said.isEmpty
      ? [] : ["L’affiche n’a qu’une page\u{A0}: \(said.joined(separator: ", "))."]
  }

  /// Who may be named where everybody reads it.
  var namesTold: [String] {
    let texts = avancement.axes.flatMap { axe in
      [engagement(axe.axe)] + [next(axe), held(axe)].compactMap { $0?.palier.intitule }
    }
    return demarche.nomsPossibles(dans: texts + [demarche.charte.qualite ?? ""]).map(\.phrase)
  }
}

extension Charte.Engagements {
  /// The sentence of an axis; nil where the charter's own holds.
  subscript(axe: Axe) -> String? {
    let said =
      switch axe {
      case .utilite: utilite
      case .personne: personne
      case .democratie: democratie
      case .territoire: territoire
      }
    return said.flatMap { $0.isBlank ? nil : $0 }
  }
}

extension String {
  /// With the point that ends a sentence, unless something ends it.
  var ended: String { last.map { ".!?…".contains($0) } ?? true ? self : self + "." }

  /// As it stands within a sentence: a capital stays, unless the word is one that only begins.
  fileprivate var goingOn: String {
    let first = prefix { !$0.isWhitespace && $0 != "’" && $0 != "'" }
    let beginners: Set = [
      "Un", "Une", "Le", "La", "Les", "L", "Des", "Du", "De", "D", "Deux", "Trois", "Quatre",
      "Cinq",
      "Six", "Sept", "Huit", "Neuf", "Dix", "Tous", "Toutes", "Tout", "Toute", "Chaque", "Au",
      "Aux",
      "Plus", "Moins", "Nos", "Notre", "Être", "Avoir",
    ]
    return beginners.contains(String(first)) ? prefix(1).lowercased() + dropFirst() : self
  }
}
