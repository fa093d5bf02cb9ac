import ArgumentParser
import DPES
import JSONTree

struct Renseigner: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renseigner",
    abstract: "Note ce qui est réalisé d’un indicateur dans une période.",
    discussion: """
      Ce qui n’est pas dit ne change pas : --date seule corrige la date. Une valeur demande un statut : \
      sans --realise, celui que la cible suggère est dit, et rien n’est écrit. Dans une période close, --motif dit pourquoi on corrige ; \
      ce qui était écrit est gardé.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(help: ArgumentHelp("Identifiant de l’indicateur.", valueName: "id"))
  var indicateur: String

  @Option(help: ArgumentHelp("Le mois qui nomme la période : 6, 12, 18…", valueName: "mois"))
  var periode: String

  @Option(
    help: ArgumentHelp(
      "atteint, partiel, non-atteint, verifie, non-verifie ou non-concerne ; « vérifié » aussi.",
      valueName: "statut"), completion: .list(Realise.Statut.allCases.map(\.rawValue)))
  var realise: String?

  @Option(
    help: ArgumentHelp("Un nombre (31,5), oui, non, ou un texte, selon l’indicateur."))
  var valeur: String?

  @Option(help: ArgumentHelp("D’un pourcentage : ce que l’on compte.", valueName: "nombre"))
  var numerateur: String?

  @Option(help: ArgumentHelp("D’un pourcentage : parmi combien.", valueName: "nombre"))
  var denominateur: String?

  @Option(help: ArgumentHelp("Ce qu’il faut en savoir.", valueName: "texte"))
  var commentaire: String?

  @Option(
    help: ArgumentHelp(
      "Pourquoi il n’est pas concerné, ou pourquoi on corrige une période close.",
      valueName: "texte"))
  var motif: String?

  @Option(help: ArgumentHelp("Le titre de la preuve.", valueName: "texte"))
  var piece: String?

  @Option(
    help: ArgumentHelp(
      "Le jour de la saisie : 2026-12-01, 01/12, hier ; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  @Option(help: ArgumentHelp("Qui le note : ses initiales.", valueName: "initiales"))
  var qui: String?

  func run() throws {
    var entered: (saisie: Saisie, periode: Periode?)?
    var avis: String?
    let changed = try DemarcheFile.change(fichier, at: .system()) { (demarche) throws(Failure) in
      let saisie = try saisie(in: demarche)
      entered = (saisie, saisie.coming(in: demarche.schema))
      let bornes = BornesDeDate(demarche.schema, le: Clock.system().now().day)
      let jour = saisie.signature.jour
      avis = bornes.avis(jour, .fait)?.phrase(jour)
      return saisie.apply(to: &demarche)
    }
    guard let (saisie, periode) = entered else { return }
    let indicateur = Sentences.quoted(saisie.indicateur.intitule)
    guard changed else {
      return try Output.write(Sentences.alreadySaid(indicateur, saisie.mois) + "\n")
    }
    if let periode { Output.tell(Sentences.ahead(periode)) }
    if let avis { Output.tell(avis) }
    try Output.write(Sentences.recorded(indicateur, saisie) + "\n")
  }

  /// What was typed, checked against the démarche.
  private func saisie(in demarche: Demarche) throws(Failure) -> Saisie {
    guard let place = demarche.lieu(deIndicateur: indicateur) else {
      throw Failure(Sentences.unknownID(indicateur, option: "--indicateur"))
    }
    let months = demarche.schema.periodes.map(\.mois)
    guard let mois = Int(periode), months.contains(mois) else {
      throw Failure(
        Sentences.unknown(periode, option: "--periode", known: months.map(String.init)))
    }
    let known = demarche.schema.paliers[place.palier].indicateurs[place.index]
    let before = known.realises[mois]
    let statut = try statut(before)
    let isClosed = demarche.estClose(mois)
    if motif?.isEmpty != false {
      if isClosed { throw Failure(Sentences.closedNeedsReason(mois)) }
      if statut == .nonConcerne { throw Failure(Sentences.notConcernedNeedsReason) }
    }
    var signature = Desk(clock: try .system(typed: date)).signature(in: demarche)
    if let qui { signature.qui = try demarche.participant(typed: qui) }
    let mesure = try mesure(of: known, before)
    // What was said of another value is not said of this one.
    let isOther = mesure.map { $0.valeur != before?.valeur } ?? false
    if statut == nil || realise == nil && isOther, let valeur = mesure?.valeur {
      let held = demarche.schema.paliers[place.palier].tenuAuDepart
      throw Failure(
        Sentences.valueNeedsStatus(
          known, valeur, mois, known.statutPropose(pour: valeur, a: mois, tenuAuDepart: held)))
    }
    return Saisie(
      indicateur: known, mois: mois, statut: statut, mesure: mesure,
      commentaire: commentaire, motif: motif, piece: piece, isCorrection: isClosed,
      isDated: date != nil, signature: signature)
  }

  /// The status that is said, else the one that stands there.
  private func statut(_ before: Realise?) throws(Failure) -> Realise.Statut? {
    guard let realise else {
      guard before != nil || valeur != nil || numerateur != nil else {
        throw Failure(Sentences.nothingToCorrect)
      }
      return before?.statut
    }
    guard let statut = Realise.Statut(typed: realise) else {
      throw Failure(
        Sentences.unknown(
          realise, option: "--realise", known: Realise.Statut.allCases.map(\.rawValue)))
    }
    return statut
  }

  /// The value that is said, with what it is a share of; nil where nothing is said of it.
  private func mesure(of one: Indicateur, _ before: Realise?) throws(Failure) -> Saisie.Mesure? {
    guard numerateur != nil || denominateur != nil else {
      return try valeur.map { (text) throws(Failure) in
        let said = try Valeur(typed: text, nature: one.nature, option: "--valeur")
        // What another value was a share of is not what this one is.
        return Saisie.Mesure(valeur: said, parts: said == before?.valeur ? nil : (nil, nil))
      }
    }
    guard one.nature == .pourcentage else { throw Failure(Sentences.sharesArePercentages) }
    var realise = before ?? Realise()
    do throws(Realise.ValeurRefusee) {
      try realise.ecrire(
        valeur: valeur, numerateur: numerateur ?? before?.numerateur?.french,
        denominateur: denominateur ?? before?.denominateur?.french, nature: one.nature)
    } catch {
      throw Failure(Sentences.sentence(error, valeur))
    }
    return Saisie.Mesure(
      valeur: realise.valeur, parts: (realise.numerateur, realise.denominateur))
  }
}

/// One réalisé to be entered.
struct Saisie {
  let indicateur: Indicateur
  let mois: Int
  let statut: Realise.Statut?
  /// nil leaves what stands there.
  let mesure: Mesure?
  let commentaire: String?
  let motif: String?
  let piece: String?
  /// Its period is closed.
  let isCorrection: Bool
  /// The day was said, and is the day of the entry also when nothing else changes.
  let isDated: Bool
  let signature: Signature

  /// A value, with what it is a share of where that is said.
  struct Mesure {
    let valeur: Valeur?
    let parts: (numerateur: JSONNumber?, denominateur: JSONNumber?)?
  }

  /// Enters it, and returns whether that changed anything.
  func apply(to demarche: inout Demarche) -> Bool {
    guard isCorrection else {
      return demarche.modifierRealise(
        deIndicateur: indicateur.id, periode: mois, signature
      ) { realise in
        let before = realise
        write(in: &realise)
        // The same said again on another day is not news.
        if realise != before {
          sign(&realise)
        } else if isDated {
          realise.date = signature.jour
        }
      }
    }
    return demarche.corrigerRealise(
      deIndicateur: indicateur.id, periode: mois, motif: motif ?? "", signature
    ) { realise in
      // The first entry keeps its day and its author, the correction has its own.
      let before = realise
      write(in: &realise)
      if before.isBlank {
        sign(&realise)
      } else if realise == before, isDated {
        realise.date = signature.jour
      }
    }
  }

  private func write(in realise: inout Realise) {
    realise.statut = statut
    if let mesure {
      realise.valeur = mesure.valeur
      if let parts = mesure.parts {
        (realise.numerateur, realise.denominateur) = (parts.numerateur, parts.denominateur)
      }
    }
    if let commentaire { realise.commentaire = commentaire.isEmpty ? nil : commentaire }
    realise.motif = statut == .nonConcerne ? motif ?? realise.motif : nil
    if let piece, piece != realise.piece?.titre ?? "" {
      realise.piece = piece.isEmpty ? nil : Realise.Piece(titre: piece)
    }
  }

  private func sign(_ realise: inout Realise) {
    realise.date = signature.jour
    realise.auteur = signature.qui ?? realise.auteur
  }

  /// The period, when the entry is ahead of it.
  func coming(in schema: SchemaDeProgres) -> Periode? {
    let periode = schema.periode(mois)
    return periode.debut.flatMap { signature.jour < $0 ? periode : nil }
  }
}

extension Realise.Piece {
  fileprivate init(titre: String) {
    self.init()
    self.titre = titre
  }
}
