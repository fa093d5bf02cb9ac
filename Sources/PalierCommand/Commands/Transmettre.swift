import ArgumentParser
import DPES
import DPESStore

struct Transmettre: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transmettre",
    abstract: "Écrit ce qu’une structure transmet à un réseau, et note son accord.",
    discussion: """
      Le fichier écrit est une démarche plus petite, sans noms ni textes\u{A0}: ouvrez-le avec Palier \
      pour voir ce que vous donnez. L’accord est noté dans votre démarche\u{A0}; --retirer le retire, et \
      avec --vers écrit de quoi le dire au réseau. Transmettre à nouveau au même réseau remplace ce \
      qu’il a\u{A0}: il ne vous compte qu’une fois.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(help: ArgumentHelp("À qui, comme vous l’appelez.", valueName: "réseau"))
  var a: String

  @Option(
    help: ArgumentHelp(
      "Le fichier à écrire\u{A0}; sans extension, .dpes.json est ajouté.", valueName: "fichier"),
    completion: .file())
  var vers: String?

  @Option(
    help: ArgumentHelp(
      "Les numéros des observations dont les mots sont donnés, séparés par des virgules.",
      valueName: "numéros"))
  var textes: String?

  @Option(
    help: ArgumentHelp(
      "Le dernier jour de l’accord ; sans lui, jusqu’à son retrait.", valueName: "jour"))
  var jusquau: String?

  @Flag(help: "Retire l’accord donné à ce réseau.")
  var retirer = false

  @Flag(help: "Remplace ce qui a déjà été transmis au même réseau, que ce fichier contient.")
  var remplacer = false

  func run() throws {
    guard retirer || vers != nil else { throw Failure(Sentences.handsOverToFile) }
    guard !retirer || textes == nil && jusquau == nil else {
      throw Failure(Sentences.withdrawsOnly)
    }
    let receiver = Sentences.shown(a)
    guard receiver.contains(where: \.isLetter) else { throw Failure(Sentences.noReceiver) }
    let numbers = try textes.map { (text) throws(Failure) in try Self.numbers(text) } ?? []
    let last = try jusquau.map { (text) throws(Failure) in try day(text) }
    let path = vers.map(FileName.completed)
    let file = try DemarcheFile.openWritable(fichier)
    try check(file.demarche, numbers, path)
    let desk = Desk(clock: .system())
    var (given, after) = (Transmission(), file.demarche)
    try DemarcheFile.change(fichier, at: desk.clock) { (demarche) throws(Failure) in
      let before = demarche
      given = try note(in: &demarche, receiver, numbers, jusquau: last, desk)
      after = demarche
      return demarche != before
    }
    if let path {
      var ids = IDGenerator(seed: .random(in: .min ... .max))
      let extrait = try telling(try after.extrait(given, textes: numbers, ids: &ids)) {
        Failure(Sentences.sentence(.format($0, nil), in: fichier))
      }
      try DemarcheFile.put(
        extrait, in: path, replacing: remplacer, for: file.file.readers,
        mayReplace: { $0.id == given.id && $0.estUnExtrait }, refusal: Sentences.isNoExtract)
    }
    try Output.write(
      Sentences.handedOver(given, texts: numbers.count, in: path, to: receiver) + "\n")
  }

  /// Refuses, before anything is written, what could not be done whole.
  private func check(
    _ demarche: Demarche, _ numbers: Set<Int>, _ path: String?
  ) throws(Failure) {
    if demarche.estUnExtrait { throw Failure(Sentences.isExtract(fichier)) }
    if demarche.territoire != nil { throw Failure(Sentences.givesNoTerritory(fichier)) }
    let known = Set(demarche.cercles.flatMap(\.observations).compactMap(\.numero))
    if let unknown = numbers.subtracting(known).min() {
      throw Failure(Sentences.noObservation(unknown))
    }
    guard let path else { return }
    try NewDocument.check(path, isNot: fichier)
    let isThere = (try? GlibcFileSystem().status(at: path)) != nil
    if isThere, !remplacer {
      throw Failure(Sentences.exists(path), status: ExitStatus.problems)
    }
    if isThere, try !DemarcheFile.open(path).demarche.estUnExtrait {
      throw Failure(Sentences.isNoExtract(path))
    }
  }

  private func note(
    in demarche: inout Demarche, _ receiver: String, _ numbers: Set<Int>, jusquau: Day?,
    _ desk: Desk
  ) throws(Failure) -> Transmission {
    let signature = desk.signature(in: demarche)
    if retirer {
      guard let given = demarche.retirer(a: receiver, signature) else {
        throw Failure(
          Sentences.neverHandedOver(to: receiver, known: demarche.transmissions.compactMap(\.a)),
          status: ExitStatus.problems)
      }
      return given
    }
    var ids = IDGenerator(seed: .random(in: .min ... .max))
    return demarche.transmettre(
      a: receiver, numbers.isEmpty ? .comptes : .textes, jusquau: jusquau, signature, ids: &ids)
  }

  private func day(_ text: String) throws(Failure) -> Day {
    guard let day = Day(ecrit: text, le: Clock.system().now().day, .prevu) else {
      throw Failure(Sentences.notADay(text, option: "--jusquau"))
    }
    return day
  }

  private static func numbers(_ text: String) throws(Failure) -> Set<Int> {
    var numbers: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Int(part.filter { $0 != " " }), Limite.numero.admet(number) else {
        throw Failure(Sentences.notNumbers(text))
      }
      numbers.insert(number)
    }
    return numbers
  }
}
