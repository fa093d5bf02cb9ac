/// What becomes of the values of the format, by the keys that lead to them; a text that no line
/// names is masked.
enum AnonymisationTable {
  /// What goes, and from which level on.
  static let removed: [String: Anonymat] = {
    let observation = "cercles/observations"
    let indicateur = "schema/paliers/indicateurs"
    let persons = [
      "participants/initiales", "participants/nom", "\(observation)/auteur",
      "\(observation)/arguments/auteur", "\(indicateur)/realises/auteur",
      "\(indicateur)/realises/corrections/auteur", "periodesCloses/par", "historique/qui",
      "notes/discuteAvec", "participants/organisme", "acteurs/nom",
      "schema/paliers/engagements/organisme",
    ]
    var table: [String: Anonymat] = [:]
    for path in persons { table[path] = .sansNoms }
    for path in identities where path != "structure/raisonSociale" { table[path] = .complet }
    return table
  }()

  /// Who the structure is, and where: what goes with all that says it.
  static let identities: Set<String> = {
    let indicateur = "schema/paliers/indicateurs"
    return [
      "structure/raisonSociale", "structure/siren", "structure/statut", "structure/adresse",
      "structure/activites",
      "structure/echelle", "structure/etp", "structure/exercices", "identifiant",
      "\(indicateur)/preuve", "\(indicateur)/realises/piece/lieu", "ressources/lieu",
    ]
  }()

  /// Names of référentiels and of their points, which are known everywhere: a network's one word is
  /// left in them.
  static let codes: Set<String> = [
    "grilles/referentiel", "grilles/version", "grilles/reponses/point",
    "cercles/observations/points",
  ]

  /// Where votes are, and their options in them.
  static let vote = "cercles/scrutins"
  static let options = [
    ["options", "*"], ["resultats", "*", "option"],
    ["parCollege", "*", "resultats", "*", "option"],
  ]

  /// Values of the historique: what was taken out elsewhere may still stand there.
  static let past: Set<String> = ["historique/avant", "historique/apres"]

  /// Every word that the format allows somewhere, such as `rouge` or `atteint`.
  static let words: Set<String> = words(of: Demarche.self)

  private static func words<R: Record>(of type: R.Type) -> Set<String> {
    var found: Set<String> = []
    for field in R.fields {
      if case .oneOf(let words) = field.expected { found.formUnion(words) }
      switch field.parts {
      case .one(let type), .list(let type), .byPeriod(let type?): found.formUnion(words(of: type))
      case .none, .byPeriod(nil): break
      }
    }
    return found.union(ObjectifEcrit.allCases.map(\.rawValue))
  }
}
