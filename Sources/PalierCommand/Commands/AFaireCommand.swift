import Application
import ArgumentParser
import DPES
import JSONTree

struct AFaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "a-faire",
    abstract: "Dit ce qui est perdu, en retard ou dû, pour qui et pour quand, et les promesses.",
    discussion: """
      Rend 1 quand quelque chose est perdu, en retard ou d’échéance passée, 0 sinon : pour un \
      courriel de cron, par exemple.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(
    help: ArgumentHelp("Seulement ce qui est à cette personne.", valueName: "initiales"))
  var qui: String?

  @Option(
    help: ArgumentHelp("Jour à prendre pour aujourd’hui : 2026-12-01.", valueName: "jour"))
  var date: String?

  @Flag(help: "Imprime la liste en JSON.")
  var json = false

  func run() throws {
    let today = try Clock.system(typed: date).now().day
    let file = try DemarcheFile.open(fichier)
    if let reason = file.readOnlyReason { Output.tell(reason) }
    let demarche = file.demarche
    let person = try qui.map { (text) throws(Failure) in try demarche.participant(typed: text) }
    let avancement = Avancement(demarche.schema, le: today)
    let afaire = AFaire(
      demarche, avancement,
      cycles: demarche.suitUnCycle ? Bookshelf<Cycle>().volumes.map(\.book) : [],
      referentiels: demarche.grilles.isEmpty
        ? [] : Bookshelf<Referentiel>().volumes.map(\.book))
    let lignes = person.map(afaire.lignes(de:)) ?? afaire.lignes
    if json {
      try Output.write(.array(lignes.map { $0.json(in: demarche, le: today) }))
    } else {
      let report = AFaireReport(lignes, of: demarche, le: today, Look.usual.symbols)
      try Output.write(report.text)
    }
    if lignes.contains(where: \.presse) { throw ExitCode(ExitStatus.problems) }
  }
}

extension AFaire.Ligne {
  /// The line for a program (`docs/format.md`).
  fileprivate func json(in demarche: Demarche, le jour: Day) -> JSONValue {
    var object: JSONObject = ["rubrique": .string(rubrique.rawValue)]
    switch objet {
    case .indicateur(let id, let mois):
      object["indicateur"] = .string(Sentences.shown(id))
      object["periode"] = mois.scalar
    case .palier(let id): object["palier"] = .string(Sentences.shown(id))
    case .promesse(let id): object["promesse"] = .string(Sentences.shown(id))
    case .cloture(let mois):
      object["periode"] = mois.scalar
      object["sansReponse"] = sansReponse.scalar
    case .outil(let id): object["outil"] = .string(Sentences.shown(id))
    case .carte(let id): object["carte"] = .string(Sentences.shown(id))
    case .cycle: object["cycle"] = cycle.map { .string(Sentences.shown($0)) }
    case .passage:
      object["etape"] = etape.map { .string(Sentences.shown($0)) }
      object["cycle"] = cycle.map { .string(Sentences.shown($0)) }
    }
    object["texte"] = .string(Sentences.shown(AFaireText.texte(self)))
    object["axe"] = axe?.scalar
    object["rang"] = rang?.scalar
    object["objectif"] = objectif.map { .string($0.rawValue) }
    object["statut"] = statut?.scalar
    object["suivi"] = suivi.map { .string($0.rawValue) }
    object["qui"] = qui.flatMap { id in
      demarche.participants.first { $0.id == id }?.initiales.map { .string(Sentences.shown($0)) }
    }
    if !avec.isEmpty {
      let names = avec.compactMap { id in demarche.participants.first { $0.id == id }?.initiales }
      object["avec"] = .array(names.map { .string(Sentences.shown($0)) })
    }
    object["quand"] = quand?.scalar
    object["retardJours"] = joursDeRetard(le: jour)?.scalar
    object["presse"] = presse.scalar
    return .object(object)
  }
}
