import ArgumentParser
import DPES
import DPESStore
import Documents
import JSONTree

struct TerritoireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "territoire",
    abstract: "Lit ensemble les démarches de plusieurs structures, sans les nommer ni les classer.",
    discussion: """
      Sont comptées les structures qui ont transmis leur démarche, ou dont l’accord est noté dans \
      le fichier du territoire, s’il est nommé en premier\u{A0}: ses dossiers sont alors lus aussi. \
      « @LISTE » nomme un fichier de chemins séparés par des caractères nuls. Avec --faits, les \
      faits de chaque structure vont dans un fichier confidentiel, que la même commande réunit à \
      d’autres. Rend 1 quand quelque chose est à regarder, 2 quand un fichier de faits est abîmé \
      ou qu’il y a trop peu de structures.
      """)

  @Argument(
    help: ArgumentHelp(
      "Démarches, dossiers, fichiers de faits (.faits.jsonl) ou @LISTE.", valueName: "fichier"),
    completion: .demarches)
  var fichiers: [String]

  @Option(help: ArgumentHelp("Le jour dont on parle ; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  @Option(
    help: ArgumentHelp("\(Sentences.list(Self.pars)) ; theme sinon.", valueName: "niveau"),
    completion: .list(Self.pars))
  var par: String?

  @Option(
    help: ArgumentHelp(
      "De combien de structures au moins une chose est dite ; 3 sinon, jamais moins.",
      valueName: "nombre"))
  var seuil: Int?

  @Option(
    help: ArgumentHelp(
      "\(Sentences.list(Self.formats)), quand la fin du nom ne le dit pas.", valueName: "format"),
    completion: .list(Self.formats))
  var format: String?

  @Option(
    help: ArgumentHelp("Le fichier à écrire, à la place de l’écran.", valueName: "chemin"),
    completion: .file())
  var vers: String?

  @Option(
    help: ArgumentHelp(
      "Écrit les faits de chaque structure, confidentiels, dans ce fichier\u{A0}; - pour la sortie.",
      valueName: "chemin"), completion: .file(extensions: ["faits.jsonl"]))
  var faits: String?

  @Option(
    help: ArgumentHelp(
      "Rend la synthèse au groupe ou au dehors, avec les nombres permis\u{A0}; le territoire s’en "
        + "souvient, pour que la suivante ne la trahisse pas.", valueName: "à qui"),
    completion: .list(Self.pours))
  var rendre: String?

  @Flag(help: "Remplace le fichier s’il existe déjà.")
  var remplacer = false

  private static let pars = Territoire.Par.allCases.map(\.rawValue)
  private static let pours = Territoire.Restitution.Pour.allCases.map(\.rawValue)
  private static let formats = SyntheseReport.Format.allCases.map(\.rawValue)

  func run() throws {
    let format = try chosenFormat()
    let asked = try par.map { (word) throws(Failure) in try Self.par(word) }
    if let seuil, !Limite.seuil.admet(seuil) {
      throw Failure(Sentences.notEnough(seuil, option: "--seuil", least: Territoire.seuilUsuel))
    }
    guard faits == nil || vers == nil else { throw Failure(Sentences.factsAreNoSynthesis) }
    guard faits == nil || rendre == nil else { throw Failure(Sentences.handsOutNoFacts) }
    let pour = try rendre.map { (word) throws(Failure) in try Self.pour(word) }
    let day = try date.map { (text) throws(Failure) in try Day(typed: text, option: "--date") }
    var reading = try TerritoireReading(fichiers, le: day)
    if pour != nil {
      guard reading.territoire != nil else { throw Failure(Sentences.needsTerritory) }
      if let vers { try NewDocument.check(vers, isNot: fichiers[0]) }
    }
    try reading.readAll()
    reading.tell(reading.participantes)
    if let faits {
      try write(reading, to: faits)
    } else {
      try tell(reading, format, par: asked, pour: pour)
    }
    if reading.isToBeLookedAt { throw ExitCode(ExitStatus.problems) }
  }

  private static func par(_ word: String) throws(Failure) -> Territoire.Par {
    guard let par = Territoire.Par(rawValue: word) else {
      throw Failure(Sentences.unknown(word, option: "--par", known: pars))
    }
    return par
  }

  /// What `--format` says, else the end of the name.
  private func chosenFormat() throws(Failure) -> SyntheseReport.Format {
    if let format {
      guard let known = SyntheseReport.Format(rawValue: format) else {
        throw Failure(Sentences.unknown(format, option: "--format", known: Self.formats))
      }
      return known
    }
    guard let vers else { return .texte }
    if vers.hasSuffix(".json") { return .json }
    return vers.hasSuffix(".csv") ? .csv : .texte
  }

  private static func pour(_ word: String) throws(Failure) -> Territoire.Restitution.Pour {
    guard let pour = Territoire.Restitution.Pour(rawValue: word) else {
      throw Failure(Sentences.unknown(word, option: "--rendre", known: pours))
    }
    return pour
  }

  private func tell(
    _ reading: TerritoireReading, _ format: SyntheseReport.Format, par asked: Territoire.Par?,
    pour: Territoire.Restitution.Pour?
  ) throws(Failure) {
    let lecture = lecture(reading, par: asked ?? reading.territoire?.par ?? .theme)
    let least = seuil ?? reading.territoire?.seuil ?? Territoire.seuilUsuel
    let synthese: Synthese
    if let pour {
      synthese = try handOut(reading, lecture, pour, least: least)
    } else {
      synthese = try telling(
        try Synthese(reading.assemblage, reading.participantes, seuil: least, lecture)
      ) { (few: Synthese.TropPeu) in
        Failure(Sentences.tooFew(few.structures, needed: few.ilEnFaut))
      }
    }
    let bytes = SyntheseReport(synthese, named: reading.name).bytes(format)
    guard let vers else {
      return try Output.write(String(decoding: bytes, as: UTF8.self))
    }
    try NewDocument.put(bytes, in: vers, replacing: remplacer, for: .own)
    try Output.write(Sentences.syntheseWritten(vers, isHandedOut: pour != nil) + "\n")
  }

  private func lecture(_ reading: TerritoireReading, par: Territoire.Par) -> Lecture {
    var joined: [Correspondances] = []
    if par == .sujet {
      let shelf = Bookshelf<Correspondances>()
      for refusal in shelf.refusals { Output.tell(refusal) }
      // A network's own come before what came with the program.
      joined = (shelf.volumes.filter(\.isOwn) + shelf.volumes.filter { !$0.isOwn }).map(\.book)
    }
    return Lecture(
      par: par, Bookshelf<Referentiel>().volumes.map(\.book), reading.territoire?.sujets ?? [],
      joined)
  }

  /// Notes the restitution in the file of the territory, by what it holds when it is written.
  private func handOut(
    _ reading: TerritoireReading, _ lecture: Lecture, _ pour: Territoire.Restitution.Pour,
    least: Int
  ) throws(Failure) -> Synthese {
    let desk = Desk(clock: .system())
    var restitution = Territoire.Restitution()
    try DemarcheFile.change(fichiers[0], at: desk.clock) { (demarche) throws(Failure) in
      var ids = IDGenerator(seed: .random(in: .min ... .max))
      let signature = desk.signature(in: demarche)
      do throws(Restitutions.Refus) {
        restitution = try demarche.rendre(
          reading.assemblage, reading.participantes, pour: pour, seuil: least, lecture, signature,
          ids: &ids)
      } catch {
        let isFew = if case .tropPeu = error { true } else { false }
        throw Failure(
          Sentences.refused(error, least: least),
          status: isFew ? ExitStatus.unusable : ExitStatus.problems)
      }
      return true
    }
    return Synthese(restitution, le: reading.assemblage.jour, lecture)
  }

  private func write(_ reading: TerritoireReading, to faits: String) throws(Failure) {
    if faits == "-" {
      for line in reading.assemblage.lignes {
        try Output.write(String(decoding: line.bytes, as: UTF8.self))
      }
      return
    }
    let path = faits.hasSuffix(Walk.endingOfLines) ? faits : faits + Walk.endingOfLines
    guard !OwnFile.isOpenToOthers(path.folder) else {
      throw Failure(Sentences.openFolder(path.folder))
    }
    try reading.write(to: path, replacing: remplacer)
    try Output.write(Sentences.factsWritten(path, structures: reading.assemblage.nombre) + "\n")
  }
}
