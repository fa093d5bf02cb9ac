// The fiches of tools, and what is said on them.
extension Demarche {
  /// The fiches of a tool, in the order in which they were made.
  package func fiches(de referentiel: String) -> [FicheOutil] {
    fiches.filter { $0.referentiel == referentiel }
  }

  /// Adds a fiche of a tool.
  ///
  /// - Returns: Its id.
  package mutating func ajouterFiche(
    _ titre: String, de referentiel: String, ids: inout IDGenerator
  ) -> String {
    var fiche = FicheOutil()
    fiche.referentiel = referentiel
    fiche.titre = titre
    return fiches.ajouter(fiche, ids: &ids)
  }

  /// Deletes a fiche with all that is said on it.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  package mutating func supprimerFiche(_ id: String) -> Bool {
    supprimerReponses(sur: id)
    return fiches.supprimer(id)
  }

  /// Deletes what is said of an acteur or on a fiche, at every date.
  package mutating func supprimerReponses(sur sujet: String) {
    grilles.removeAll { $0.sujet == sujet }
  }

  /// How many points are answered about a sujet, at its last date, whatever the tool.
  package func reponses(sur sujet: String) -> Int {
    Dictionary(grouping: grilles.filter { $0.sujet == sujet }, by: \.referentiel).values
      .compactMap { $0.max { ($0.date ?? Day(number: 0)) < ($1.date ?? Day(number: 0)) } }
      .reduce(0) { $0 + $1.reponses.count }
  }
}
