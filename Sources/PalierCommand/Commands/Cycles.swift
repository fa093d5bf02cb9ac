import ArgumentParser
import DPES
import Documents

struct Cycles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycles",
    abstract: "Montre les cycles d’accompagnement, et d’où ils viennent ; en contrôle un.",
    discussion: """
      Les vôtres vont dans ~/.local/share/palier/cycles ; celui qui a l’identifiant d’un autre \
      prend sa place. Le format est décrit dans cycle-1.schema.json, avec le guide \
      (share/doc/palier, là où Palier est installé).
      """)

  @Option(
    help: ArgumentHelp("Le fichier à contrôler.", valueName: "fichier"),
    completion: .file(extensions: ["json"]))
  var verifier: String?

  func run() throws {
    if let verifier {
      let cycle = try Bookshelf<Cycle>.read(verifier)
      let known = Set(Desk(clock: .system()).aide.outils.map(\.id))
      for outil in cycle.outils where !known.contains(outil) {
        Output.tell(Sentences.unknownTool(outil, known.sorted()))
      }
      let documents = Set((OutgoingDocument.all + TemplateShelf().ownDocuments).map(\.name))
      for modele in cycle.etapes.compactMap(\.modele) where !documents.contains(modele) {
        Output.tell(Sentences.unknownTemplate(modele))
      }
      return try Output.write(
        "\(Sentences.shown(cycle.nom)), \(Self.count(cycle))\u{A0}: rien à redire.\n")
    }
    let shelf = Bookshelf<Cycle>()
    for refusal in shelf.refusals { Output.tell(refusal) }
    guard !shelf.volumes.isEmpty else { throw Failure(Sentences.noCycles) }
    let rows = shelf.volumes.map { volume in
      let cycle = volume.book
      return [
        Sentences.shown(cycle.id), cycle.edition.map { Sentences.shown($0) } ?? "",
        Self.count(cycle), volume.isOwn ? "le vôtre" : "fourni", Sentences.shown(cycle.nom),
      ]
    }
    try Output.write(TextTable(rows, numbers: [2]).lines.map { "\($0)\n" }.joined())
  }

  private static func count(_ cycle: Cycle) -> String { cycle.etapes.count.counting("étape") }
}
