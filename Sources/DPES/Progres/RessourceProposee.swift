/// Something to read, or an address, that may go to the dossier Ressources: its title and where it is,
/// never its text.
package struct RessourceProposee: Record {
  /// Of a sheet of the manual, its code.
  package var id = ""
  package var titre = ""
  package var genre: Ressource.Genre?
  package var auteur: String?
  package var annee: Int?
  package var lieu: String?
  package var note: String?
  /// What it helps: points (`referentiel:code`), référentiels, axes.
  package var pour: [String] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<RessourceProposee>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .required("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("genre", { $0.genre }, { $0.genre = $1 }),
    .optional("auteur", { $0.auteur }, { $0.auteur = $1 }),
    .optional("annee", { $0.annee }, { $0.annee = $1 }),
    .optional("lieu", { $0.lieu }, { $0.lieu = $1 }),
    .optional("note", { $0.note }, { $0.note = $1 }),
    .scalars("pour", { $0.pour }, { $0.pour = $1 }),
  ]

  /// Who made it, and when; nil where nobody says.
  package var origine: String? {
    let parts = [auteur, annee.map(String.init)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// As it goes to the dossier on a day.
  package func ressource(le jour: Day) -> Ressource {
    var one = Ressource()
    one.titre = [titre, origine].compactMap(\.self).joined(separator: ", ")
    (one.genre, one.lieu, one.date) = (genre, lieu, jour)
    one.axe = pour.lazy.compactMap(Axe.init(rawValue:)).first
    return one
  }
}

extension Suggestions {
  /// What helps one of these, the first that names it before the others: points, then their
  /// référentiels, then axes, in the order given.
  ///
  /// - Complexity: O(resources × what they help).
  package func ressources(pour cibles: [String]) -> [RessourceProposee] {
    var met: Set<String> = []
    return cibles.flatMap { cible in ressources.filter { $0.pour.contains(cible) } }
      .filter { met.insert($0.id).inserted }
  }
}
