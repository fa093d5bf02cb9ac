import ArgumentParser
import DPES
import DPESStore

struct Anonymiser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anonymiser",
    abstract: "Écrit une copie sans ce qui dit qui et où, à donner sans crainte.",
    discussion: """
      Partent les initiales, noms, auteurs et organisations, l’identité de la structure, le lieu \
      des preuves et ce que Palier ne connaît pas ; les noms connus sont masqués dans les textes. \
      Un nom qui n’est que dans un texte y reste\u{A0}: relisez la copie.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(
    help: ArgumentHelp(
      "Le fichier à écrire\u{A0}; sans extension, .dpes.json est ajouté.", valueName: "fichier"),
    completion: .file())
  var vers: String

  @Flag(help: "Remplace une copie anonyme de la même démarche, que ce fichier contient déjà.")
  var remplacer = false

  func run() throws {
    let file = try DemarcheFile.openWritable(fichier)
    let path = FileName.completed(vers)
    guard !GlibcFileSystem().isSameFile(fichier, path) else {
      throw Failure(Sentences.keepsNames(path))
    }
    try DemarcheFile.put(
      try file.demarche.anonymised(.complet, fichier), in: path, replacing: remplacer,
      for: file.file.readers, mayReplace: { $0.estCopieAnonyme(de: file.demarche) },
      refusal: Sentences.isNoAnonymousCopy)
    try Output.write(Sentences.anonymised(path) + "\n")
  }
}

extension Demarche {
  /// A copy without what the level takes out; `name` is how the person knows it.
  func anonymised(_ level: Anonymat, _ name: String) throws(Failure) -> Demarche {
    var ids = IDGenerator(seed: .random(in: .min ... .max))
    return try telling(try anonymisee(level, ids: &ids)) {
      Failure(Sentences.sentence(.format($0, nil), in: name))
    }
  }
}
