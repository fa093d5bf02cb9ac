extension Referentiel {
  /// What is read at once: the points of an axis, or of a theme where a tool goes by its themes.
  package enum Onglet: Hashable, Sendable {
    /// nil for the points on none.
    case axe(Axe?)
    /// A theme's code.
    case theme(String)

    package var axe: Axe? { if case .axe(let axe) = self { axe } else { nil } }
  }

  /// In the order in which they are gone through; the four axes are all there, also without points.
  package var onglets: [Onglet] {
    if parThemes { return themes.map { .theme($0.code) } }
    let hasLoose = themes.contains { theme in
      theme.axe == nil && theme.points.contains { $0.axe == nil }
    }
    return Axe.allCases.map { .axe($0) } + (hasLoose ? [.axe(nil)] : [])
  }

  /// The first that has a point; nil when none has.
  package var premierOnglet: Onglet? { onglets.first { !themes(sous: $0).isEmpty } }

  /// The points of a tab, by theme in the order of the file; a theme without any is left out.
  package func themes(sous onglet: Onglet) -> [(theme: Theme, points: [Point])] {
    switch onglet {
    case .axe(let axe): themes(sur: axe)
    case .theme(let code):
      themes.filter { $0.code == code && !$0.points.isEmpty }.map { ($0, $0.points) }
    }
  }

  /// The tab where a point stands that is asked no more, or is known no more.
  package func onglet(retire axe: Axe?) -> Onglet? {
    parThemes ? onglets.first : .axe(axe ?? .utilite)
  }

  /// Whether it calls some of its points « incontournables ».
  package var aDesIncontournables: Bool {
    themes.contains { $0.points.contains(where: \.incontournable) }
  }

  /// The tab that a point stands on; what is asked no more stands on the first.
  package func onglet(de code: String) -> Onglet? {
    guard let found = point(code) else { return nil }
    guard parThemes else { return .axe(found.axe) }
    return (found.theme.map { .theme($0.code) }) ?? onglets.first
  }
}
