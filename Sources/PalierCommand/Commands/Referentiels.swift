import ArgumentParser
import DPES

struct Referentiels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referentiels",
    abstract: "Montre les référentiels de la grille, et d’où ils viennent ; en contrôle un.",
    discussion: """
      Les vôtres vont dans ~/.local/share/palier/referentiels ; celui qui a l’identifiant d’un \
      autre prend sa place. Le format est décrit dans referentiel-1.schema.json, avec le guide \
      (share/doc/palier, là où Palier est installé).
      """)

  @Option(
    help: ArgumentHelp("Le fichier à contrôler.", valueName: "fichier"),
    completion: .file(extensions: ["json"]))
  var verifier: String?

  func run() throws {
    if let verifier {
      let referentiel = try Bookshelf<Referentiel>.read(verifier)
      return try Output.write(Self.line(referentiel) + "\u{A0}: rien à redire.\n")
    }
    let shelf = Bookshelf<Referentiel>()
    for refusal in shelf.refusals + SuggestionShelf().refusals { Output.tell(refusal) }
    guard !shelf.volumes.isEmpty else { throw Failure(Sentences.noReferentiels) }
    try Output.write(Self.list(shelf.volumes))
  }

  /// A line each, under the headings of their families.
  private static func list(_ volumes: [Bookshelf<Referentiel>.Volume]) -> String {
    let families = Referentiel.parFamille(volumes, \.book)
    let rows = families.flatMap(\.membres).map { volume in
      let referentiel = volume.book
      return [
        Sentences.shown(referentiel.id), referentiel.edition.map { Sentences.shown($0) } ?? "",
        count(referentiel), volume.isOwn ? "le vôtre" : "fourni",
        Sentences.shown(referentiel.nom),
      ]
    }
    var lines = TextTable(rows, numbers: [2]).lines[...]
    return families.map { famille, membres in
      let own = lines.prefix(membres.count).map { "  \($0)\n" }.joined()
      lines = lines.dropFirst(membres.count)
      return Sentences.shown(famille ?? Referentiel.sansFamille) + "\n" + own
    }.joined(separator: "\n")
  }

  private static func line(_ referentiel: Referentiel) -> String {
    let themes = referentiel.themes.count
    return "\(Sentences.shown(referentiel.nom)), \(count(referentiel)) en "
      + themes.counting("thème")
  }

  private static func count(_ referentiel: Referentiel) -> String {
    referentiel.themes.reduce(0) { $0 + $1.points.count }.counting("point")
  }
}
