import DPES
import JSONTree

// What a network's call asks of a structure, and where the answer is sent.
extension Dossier {
  /// Of an axis no more than two pages have room for.
  private static let mostProposals = 2
  private static let longest = 96

  /// The cycle whose call is answered: the one that expects a candidature, else the first.
  var call: Cycle? {
    let known = demarche.cyclesSuivis(cycles).compactMap(\.cycle)
    return known.first { $0.etapes.contains { $0.modele == "candidature" } } ?? known.first
  }

  /// The ids of référentiels whose themes are the criteria of the call.
  package var criteria: [String] { call.flatMap(\.referentiel).map { [$0] } ?? [] }

  var candidacy: TemplateScope {
    let means = moyensParGenre.filter { !($0.1?.isBlank ?? true) }
    return [
      "cycleNom": .text(call?.nom),
      "adresses": .each(call?.adresses ?? []) { one in
        [
          "canal": .text(one.canal.map { "par \($0.rawValue)" }),
          "ligne": .text(one.lignes.joined(separator: ", ")),
        ]
      },
      "referents": .text(names(of: demarche.participants.filter(\.referent).map(\.id))),
      "adresse": .text(demarche.structure.adresse),
      "presentation": .each(presentation) { ["nom": .text($0.0), "valeur": .text($0.1)] },
      "motivations": .each(motivations) { ["nom": .text($0.0), "valeur": .text($0.1)] },
      "moyens": .text(demarche.candidature.moyens),
      "moyensParGenre": lines(means),
      "actionsMenees": .text(demarche.candidature.actionsMenees),
      "axesSouhaites": .text(demarche.candidature.axesSouhaites),
      // What is written says it in the structure's own words.
      "avecPropositions": .flag(!areActionsWritten || !areWishesWritten),
      "engagementSimultane": .text(pledge),
    ]
  }

  /// What a structure binds itself to by asking: the four axes at once, and every journée of the cycle.
  var pledge: String {
    let days = call?.etapes.count { $0.genre == .journee } ?? 0
    let followed =
      days > 1 ? ", et à suivre la totalité des \(days.counting("journée")) d’accompagnement" : ""
    return "La structure s’engage à respecter ces quatre axes simultanément\(followed)."
  }

  /// What of the four axes a call reads: its own word for it, and what is proposed where nobody wrote
  /// it, from what the last image sees green and from the first paliers to reach.
  func candidacy(on axe: Avancement.ParAxe) -> TemplateScope {
    [
      "critere": .text(criterion(of: axe.axe)),
      "dejaMenes": .each(alreadyDone(on: axe.axe)) { ["texte": .text($0)] },
      "aDevelopper": .each(toDevelop(on: axe)) { ["texte": .text($0)] },
    ]
  }

  var areActionsWritten: Bool { !(demarche.candidature.actionsMenees?.isBlank ?? true) }
  var areWishesWritten: Bool { !(demarche.candidature.axesSouhaites?.isBlank ?? true) }

  func criterion(of axe: Axe) -> String {
    let themes = criteria.first.flatMap { referentiels[$0] }?.themes
    return themes?.first { $0.axe == axe }?.intitule ?? axe.nom
  }

  func alreadyDone(on axe: Axe) -> [String] {
    let greens = (image?.observations ?? []).filter { $0.axe == axe && $0.statut == .vert }
    return greens.ordered { $0.priorite ? 0 : 1 }.prefix(Self.mostProposals)
      .map { $0.texte.shortened(to: Self.longest) }
  }

  func toDevelop(on axe: Avancement.ParAxe) -> [String] {
    axe.paliers.filter { !$0.estTenu && $0.etat != .sansObjet }.prefix(Self.mostProposals)
      .map { $0.palier.intitule.shortened(to: Self.longest) }
  }

  /// What the structure is, in the order that calls ask it; nil for what is still to be said.
  var presentation: [(String, String?)] {
    let structure = demarche.structure
    let statut = structure.statut.flatMap { $0.isBlank ? nil : $0 }
    let who = statut.map { "\(structure.raisonSociale), \($0)" } ?? structure.raisonSociale
    let asked = [
      (statut == nil ? "Raison sociale" : "Raison sociale, statut", who),
      ("SIREN", structure.siren.map(Siren.groupes)), ("Activités", structure.activites),
      ("Échelle d’intervention", structure.echelle), ("Effectif", staff),
      ("Chiffre d’affaires", chiffreAffaires),
    ]
    return asked + (autresRessources.map { [("Autres ressources", $0)] } ?? [])
  }

  private var staff: String? {
    let etp = demarche.structure.etp
    let permanents = etp.permanents.map { number in
      "\(number.french) ETP \((number.double ?? 2) < 2 ? "permanent" : "permanents")"
    }
    let said = [permanents, etp.insertion.map { "\($0.french) ETP en insertion" }]
      .compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  var motivations: [(String, String?)] {
    let candidature = demarche.candidature
    return [
      ("Raisons", candidature.motivation), ("Valeurs et pratiques", candidature.valeurs),
      ("Résultats attendus", candidature.resultatsAttendus),
    ]
  }

  var moyensParGenre: [(String, String?)] {
    let means = demarche.candidature.moyensParGenre
    return [
      ("Humains", means.humains), ("Matériels", means.materiels),
      ("Quantitatifs", means.quantitatifs), ("Qualitatifs", means.qualitatifs),
    ]
  }
}

extension String {
  /// Whether it says nothing.
  var isBlank: Bool {
    // Nearly always the first byte says so; a table is asked for each of its cells, more than once.
    if let first = utf8.first, first > 0x20, first < 0x7F { return false }
    return allSatisfy(\.isWhitespace)
  }
}
