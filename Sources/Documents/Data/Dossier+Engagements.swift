import DPES

// What is said to everybody: no name, and nothing of what is late or lost.
extension Dossier {
  /// A poster has one page: of a very long text its first words.
  private static let posterLength = 100

  /// The four public sentences in the order U P D T, each with what comes next and what is held.
  func engagement(_ axe: Avancement.ParAxe) -> TemplateScope {
    let next = axe.paliers.first { !$0.estTenu && $0.etat != .sansObjet }
    let held = axe.paliers.prefix(axe.actuel).last { $0.etat != .sansObjet }
    return [
      "engagement": .text(
        demarche.charte.engagements?[axe.axe].map { $0.shortened(to: Self.posterLength) }
          ?? axe.axe.engagement),
      "engagementRang": .number((Axe.allCases.firstIndex(of: axe.axe) ?? 0) + 1),
      "prochainIntitule": .text(
        next.map { $0.palier.intitule.shortened(to: Self.posterLength).goingOn.ended }),
      "prochainMois": .text(next.flatMap { newDate($0)?.frenchMonthAndYear }),
      "dernierTenu": .text(
        held.map { $0.palier.intitule.shortened(to: Self.posterLength).goingOn.ended }),
    ]
  }

  /// Its deadline, or the end of the period to come for one that is past.
  private func newDate(_ palier: Avancement.ParPalier) -> Day? {
    guard let day = palier.palier.echeanceMois.flatMap(demarche.schema.jour) else { return nil }
    return day >= jour ? day : nextPeriod?.fin
  }

  /// Whether its texts want smaller letters to stay on one page.
  var isPosterFull: Bool {
    let texts = avancement.axes.map(engagement).flatMap { scope in
      ["engagement", "prochainIntitule", "dernierTenu"].map { name -> Int in
        if case .text(let text) = scope[name] { return text.count }
        return 0
      }
    }
    return demarche.structure.raisonSociale.count > 60 || texts.reduce(0, +) > 720
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
    return said.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}

extension String {
  /// With the point that ends a sentence, unless something ends it.
  fileprivate var ended: String { last.map { ".!?…".contains($0) } ?? true ? self : self + "." }

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
