import ArgumentParser
import DPES
import DPESStore
import Documents

/// What every command that writes a document takes.
struct DocumentOptions: ParsableArguments {
  @Flag(help: "Sans initiales, ni noms, ni auteurs, ni organisations.")
  var sansNoms = false

  @Flag(help: "Remplace le fichier s’il existe déjà.")
  var remplacer = false

  @Option(help: ArgumentHelp("Le jour dont on parle ; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "L’image dont on parle, par son identifiant ou son jour ; celle du jour sinon.",
      valueName: "id"))
  var image: String?

  @Option(
    help: ArgumentHelp(
      "La séance dont on parle, par son identifiant ou son jour ; celle de l’image sinon.",
      valueName: "id"))
  var seance: String?

  @Option(
    help: ArgumentHelp(
      "Le jour depuis lequel on compare ; un an, ou pour la page du CA le dernier CA ou six mois, sinon.",
      valueName: "jour"))
  var depuis: String?

  @Option(
    help: ArgumentHelp(
      "L’outil dont on parle, par l’identifiant de son référentiel.", valueName: "id"))
  var outil: String?

  @Option(
    help: ArgumentHelp(
      "La fiche de l’outil, ou l’acteur, par son identifiant ; toutes sinon.", valueName: "id"))
  var fiche: String?

  /// Which tool, and which of its sheets.
  private func chooseTool(
    _ choix: inout ChoixDeDocument, _ demarche: Demarche
  ) throws(Failure) {
    if let outil {
      let known = Bookshelf<Referentiel>().volumes.map(\.book.id)
      guard known.contains(outil) || demarche.referentielInconnu(outil) != nil else {
        throw Failure(Sentences.unknown(outil, option: "--outil", known: known))
      }
      choix.outil = outil
    }
    if let fiche {
      let known = demarche.fiches.filter { outil == nil || $0.referentiel == outil }
      guard
        known.contains(where: { $0.id == fiche })
          || demarche.acteurs.contains(where: { $0.id == fiche })
      else { throw Failure(Sentences.unknown(fiche, option: "--fiche", known: known.map(\.id))) }
      choix.fiche = fiche
    }
  }

  /// Which image and séance, and since when.
  private func choix(_ demarche: Demarche, le jour: Day) throws(Failure) -> ChoixDeDocument {
    var choix = ChoixDeDocument()
    if let image {
      let day = Day(ecrit: image, le: jour, .fait)
      let known = demarche.imagesParDate.map { demarche.cercles[$0] }
      guard
        let found = known.first(where: { $0.id == image }) ?? known.last(where: { $0.date == day })
      else { throw Failure(Sentences.unknownImage(image, option: "--image", known: known)) }
      choix.image = found.id
    }
    if let seance {
      let day = Day(ecrit: seance, le: jour, .fait)
      let known = demarche.seancesParDate.map { demarche.seances[$0] }
      guard
        let found = known.first(where: { $0.id == seance })
          ?? known.first(where: { $0.date != nil && $0.date == day })
      else { throw Failure(Sentences.unknownSeance(seance, known: known)) }
      choix.seance = found.id
    }
    if let depuis {
      guard let day = Day(ecrit: depuis, le: jour, .fait) else {
        throw Failure(Sentences.notADay(depuis, option: "--depuis"))
      }
      choix.depuis = day
    }
    try chooseTool(&choix, demarche)
    return choix
  }

  /// What says nothing of a document is refused.
  private func check(
    _ choix: ChoixDeDocument, for file: OutgoingDocument.File, _ demarche: Demarche, le jour: Day
  ) throws(Failure) {
    let useless = ChoixDeDocument.Part.allCases.first {
      choix.chosen.contains($0) && !file.takes.contains($0)
    }
    if let useless { throw Failure(Sentences.changesNothing("--\(useless.rawValue)")) }
    if file.isOfTool, choix.outil == nil { throw Failure(Sentences.noTool(of: demarche)) }
    if let image = choix.image, let seance = choix.seance,
      let own = demarche.image(deSeance: seance), own.id != image
    {
      throw Failure(Sentences.isOtherImage(own.date))
    }
    let day = file.isOfBoard ? choix.jourDuConseil(dans: demarche, le: jour) : jour
    if let depuis, let since = choix.depuis, since > day {
      throw Failure(Sentences.isAfter(depuis, since, day))
    }
    guard file.isOfBoard, let id = choix.seance else { return }
    let seance = demarche.seances.first { $0.id == id }
    if seance?.genre != .ca {
      let boards = demarche.seancesParDate.map { demarche.seances[$0] }.filter { $0.genre == .ca }
      throw Failure(Sentences.isNoBoard(seance?.date, known: boards.compactMap(\.date)))
    }
  }

  /// Writes a document of a démarche, and says so.
  func write(
    _ file: OutgoingDocument.File, of fichier: String, in vers: String, papier: Papier? = nil
  ) throws(Failure) {
    let source = try DemarcheFile.open(fichier)
    if let reason = source.readOnlyReason { Output.tell(reason) }
    try NewDocument.check(vers, isNot: fichier)
    let isNameless = sansNoms || file.isAlwaysNameless
    let clock = try Clock.system(typed: date)
    let now = clock.now()
    let choix = try choix(source.demarche, le: now.day)
    try check(choix, for: file, source.demarche, le: now.day)
    let asked = AskedDossier(
      // An agenda is of what comes.
      sansNoms: isNameless, jour: now.day, isPast: clock.isPast && file.format != .ics,
      isOfBoard: file.isOfBoard, choix: choix)
    var dossier = try Dossier(source.demarche, asked, instant: now.instant)
    if let papier { dossier.papier = papier }
    let (bytes, notice) = try dossier.bytes(
      file, TemplateShelf(), replacing: remplacer ? vers : nil)
    if let notice { Output.tell(notice) }
    for sentence in file.told(dossier) { Output.tell(sentence) }
    try NewDocument.put(bytes, in: vers, replacing: remplacer, for: source.file.readers)
    let excess = file.excess(dossier.equipped(for: file, TemplateShelf()).dossier)
    if excess > 0 { Output.tell(Sentences.tooLong(lines: excess)) }
    let cuts = file.cuts(dossier)
    if cuts > 0 { Output.tell(Sentences.cut(texts: cuts)) }
    try Output.write(Sentences.written(vers, sansNoms: isNameless) + "\n")
  }
}
