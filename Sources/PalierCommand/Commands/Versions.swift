import ArgumentParser
import DPES
import DPESStore
import JSONTree

struct Versions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Montre les états gardés d’un fichier, le plus récent d’abord, ou en restaure un.",
    discussion: """
      Restaurer garde d’abord ce qui est là comme une version\u{A0}: on en revient de même. Un fichier \
      abîmé est gardé à côté, sous un autre nom.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(help: ArgumentHelp("Le numéro de la version à restaurer.", valueName: "n"))
  var restaurer: String?

  func run() throws {
    let desk = Desk(clock: .system())
    let versions = try desk.keptVersions(of: fichier)
    let folder = desk.folder(of: fichier)
    if let fault = folder.check() { Output.tell(Sentences.sentence(fault, in: folder.path)) }
    guard let restaurer else { return try list(versions, desk.clock) }
    let version = try version(restaurer, among: versions)
    let restoration = try desk.restore(version, in: fichier)
    try Output.write(
      Sentences.restored(desk.clock.words(for: version.instant), restoration, in: fichier) + "\n")
  }

  private func list(_ versions: [KeptVersion], _ clock: Clock) throws(Failure) {
    guard !versions.isEmpty else {
      return try Output.write(Sentences.noVersions(of: fichier) + "\n")
    }
    let rows = versions.map { version in
      [
        String(version.number), clock.words(for: version.instant),
        "\(JSONNumber(version.bytes).french)\u{A0}octets",
      ]
    }
    try Output.write(TextTable(rows, numbers: [0, 2]).lines.map { "\($0)\n" }.joined())
  }

  /// The version with a number, or with a file's name where two machines gave one number.
  private func version(
    _ typed: String, among versions: [KeptVersion]
  ) throws(Failure) -> KeptVersion {
    let found = versions.filter { String($0.number) == typed || $0.name == typed }
    guard let version = found.first else {
      throw Failure(Sentences.unknownVersion(typed, of: fichier))
    }
    guard found.count == 1 else { throw Failure(Sentences.ambiguousVersion(found.map(\.name))) }
    return version
  }
}
