extension Referentiel {
  /// The heading of those that say none.
  package static let sansFamille = "Autres"

  /// What holds référentiels under the headings of their families.
  ///
  /// That of the charter comes first, then the others by name, those without any last. In a family they
  /// stay as they came.
  package static func parFamille<Element>(
    _ elements: [Element], _ referentiel: (Element) -> Referentiel
  ) -> [(famille: String?, membres: [Element])] {
    let groups = Dictionary(grouping: elements) { referentiel($0).famille }
    func place(_ famille: String?, _ membres: [Element]) -> String {
      if membres.contains(where: { referentiel($0).id == charte }) { return "" }
      return famille.map { "a" + $0.folded } ?? "z"
    }
    return groups.map { ($0, $1) }.sorted { place($0.0, $0.1) < place($1.0, $1.1) }
      .map { (famille: $0.0, membres: $0.1) }
  }
}
