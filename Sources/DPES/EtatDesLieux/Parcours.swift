/// The way through the four étapes: what each still lacks, in words.
///
/// Never a share or a score: a démarche lacks this or that, and nobody has to fill everything in.
package struct Parcours: Hashable, Sendable {
  /// The four étapes of the method, by their numbers.
  package enum Etape: Int, CaseIterable, Hashable, Sendable {
    case mobiliser = 1
    case diagnostic, progres, suivi

    private var noms: (entier: String, court: String) {
      switch self {
      case .mobiliser: ("Mobiliser, faire l’état des lieux", "Mobiliser")
      case .diagnostic: ("Poser le diagnostic", "Diagnostic")
      case .progres: ("Organiser la montée en qualité", "Progrès")
      case .suivi: ("Suivre", "Suivi")
      }
    }

    /// Its whole name.
    package var nom: String { noms.entier }

    /// Its name in a word.
    package var motCourt: String { noms.court }
  }

  /// How far an étape is; never a share.
  package enum Etat: CaseIterable, Hashable, Sendable {
    case rienEncore, enCours, rienNeManque

    /// As people read it.
    package var mot: String {
      switch self {
      case .rienEncore: "rien encore"
      case .enCours: "en cours"
      case .rienNeManque: "rien ne manque"
      }
    }
  }

  /// Where what lacks is put right.
  package enum But: Hashable, Sendable {
    case identite, pilotage, tourDeTable, profilStrategique, grille
    /// On an observation of the last image, by its id, when there is one.
    case cercle(String?)
    /// On a palier, by its id, when there is one.
    case schema(String?)
    /// On an indicator, by its id, when there is one.
    case tableau(String?)
    /// At the answer to an observation, by its id.
    case retour(String?)
  }

  /// Something that is still to be done or said.
  package struct Manque: Hashable, Sendable {
    /// The étape that lacks it.
    package let etape: Etape
    /// What lacks, in words.
    package let phrase: String
    /// Where it is put right.
    package let but: But
  }

  /// All that lacks, in the order of the étapes.
  package private(set) var manques: [Manque] = []
  private var commencees: Set<Etape> = []
  /// Where the group is: at the diagnostic while an image of the cercle is open, else at the furthest
  /// étape begun; a diagnostic that is frozen leads on to the schéma.
  package private(set) var ici = Etape.mobiliser

  /// Of nothing yet.
  package init() {}

  /// - Complexity: O(length of the démarche): for when somebody looks at it.
  package init(_ demarche: Demarche, _ avancement: Avancement) {
    mobiliser(demarche, le: avancement.jour)
    diagnostic(demarche)
    progres(demarche)
    suivi(demarche, avancement)
    ici = commencees.max { $0.rawValue < $1.rawValue } ?? .mobiliser
    let images = demarche.cercles.filter { !$0.observations.isEmpty && $0.regard == nil }
    if images.contains(where: { !$0.figee }) {
      ici = .diagnostic
    } else if !images.isEmpty, ici == .diagnostic {
      ici = .progres
    }
  }

  /// What an étape still lacks.
  package func manques(de etape: Etape) -> [Manque] { manques.filter { $0.etape == etape } }

  /// How far an étape is.
  package func etat(de etape: Etape) -> Etat {
    if manques(de: etape).isEmpty { return .rienNeManque }
    return commencees.contains(etape) ? .enCours : .rienEncore
  }

  /// Whether something of an étape is there.
  package func estCommencee(_ etape: Etape) -> Bool { commencees.contains(etape) }

  private mutating func add(_ etape: Etape, _ but: But, _ phrase: String) {
    manques.append(Manque(etape: etape, phrase: phrase, but: but))
  }

  /// « Pilotage, à dire : portage, validation »; nothing where there is no name.
  private mutating func add(_ etape: Etape, _ but: But, _ start: String, _ noms: [String]) {
    if !noms.isEmpty { add(etape, but, "\(start)\u{A0}: \(Self.liste(noms))") }
  }

  /// « 3 observations à placer », on the first of them.
  private mutating func add(
    _ etape: Etape, _ but: (String?) -> But, _ found: [String], _ one: String, _ several: String
  ) {
    guard let first = found.first else { return }
    add(etape, but(first), found.count.counting(one, several))
  }

  private mutating func mobiliser(_ demarche: Demarche, le jour: Day) {
    // The SIREN may stay empty: not every structure has one.
    let identite = Self.vides(.identite, demarche).filter { $0 != "SIREN" }
    add(.mobiliser, .identite, "Organisation, à dire", identite)
    if demarche.structure.exercices.isEmpty {
      add(.mobiliser, .identite, "Organisation\u{A0}: aucun exercice comptable")
    }
    let pilotage = Self.vides(.pilotage, demarche)
    add(.mobiliser, .pilotage, "Pilotage, à dire", pilotage)
    tourDeTable(demarche.participants, le: jour)
    profil(demarche.profilStrategique)
    let isPiloted = Fiche.pilotage.rubriques.contains { !$0.lire(demarche).isEmpty }
    if isPiloted || demarche.structure.statut != nil {
      commencees.insert(.mobiliser)
    }
  }

  private mutating func tourDeTable(_ participants: [Participant], le jour: Day) {
    let people = participants.filter { !$0.estParti(le: jour) }
    if people.isEmpty { add(.mobiliser, .tourDeTable, "Tour de table\u{A0}: personne encore") }
    let unsaid = people.count { $0.college == nil }
    if unsaid > 0 {
      add(
        .mobiliser, .tourDeTable,
        "Tour de table\u{A0}: \(unsaid.counting("personne")) sans collège")
    }
    for avis in AvisDuTourDeTable.avis(participants, le: jour) {
      switch avis {
      case .seul, .sansUsager, .sansPartenaire:
        add(.mobiliser, .tourDeTable, "Tour de table\u{A0}: \(avis.phrase)")
      case .memesInitiales: break
      }
    }
    if !people.isEmpty { commencees.insert(.mobiliser) }
  }

  private mutating func profil(_ profil: ProfilStrategique) {
    let boites = ProfilStrategique.Cle.allCases.filter {
      profil[$0].etat != .neant && profil[$0].elements.isEmpty
    }
    let isNew = boites.count == ProfilStrategique.Cle.allCases.count
    if !isNew { commencees.insert(.mobiliser) }
    if isNew {
      add(.mobiliser, .profilStrategique, "Profil stratégique\u{A0}: rien encore")
    } else {
      add(
        .mobiliser, .profilStrategique, "Profil stratégique, à demander", boites.map(\.nom))
    }
  }

  private mutating func diagnostic(_ demarche: Demarche) {
    if demarche.grilles.allSatisfy(\.reponses.isEmpty) {
      add(.diagnostic, .grille, "Grille\u{A0}: aucun point n’a de réponse")
    } else {
      commencees.insert(.diagnostic)
    }
    guard let last = demarche.imagesParDate.last.map({ demarche.cercles[$0] }),
      !last.observations.isEmpty
    else { return add(.diagnostic, .cercle(nil), "Cercle\u{A0}: aucune observation") }
    commencees.insert(.diagnostic)
    let all = last.observations
    func ids(_ filter: (Observation) -> Bool) -> [String] { all.filter(filter).map(\.id) }
    add(
      .diagnostic, But.cercle, ids { $0.axe == nil }, "observation à placer",
      "observations à placer")
    add(
      .diagnostic, But.cercle, ids { $0.statut == nil }, "observation sans couleur",
      "observations sans couleur")
    let silent = Axe.allCases.filter { axe in !all.contains { $0.axe == axe } }
    add(.diagnostic, .cercle(nil), "Cercle, rien encore sur", silent.map(\.nomCourt))
    if !all.contains(where: \.priorite) {
      add(.diagnostic, .cercle(nil), "Cercle\u{A0}: aucune priorité n’est choisie")
    }
    if !last.figee {
      add(.diagnostic, .cercle(nil), "L’image du \(last.date.french) n’est pas figée")
    }
  }

  private mutating func progres(_ demarche: Demarche) {
    let paliers = demarche.schema.paliers
    guard !paliers.isEmpty else {
      return add(.progres, .schema(nil), "Schéma\u{A0}: aucun palier")
    }
    if demarche.schema.debut == nil {
      add(.progres, .schema(nil), "Schéma\u{A0}: mois 0 à fixer")
    }
    commencees.insert(.progres)
    let empty = Axe.allCases.filter { axe in !paliers.contains { $0.axe == axe } }
    add(.progres, .schema(nil), "Schéma, aucun palier sur", empty.map(\.nomCourt))
    add(
      .progres, But.schema, paliers.filter { $0.echeanceMois == nil }.map(\.id),
      "palier sans échéance", "paliers sans échéance")
    add(
      .progres, But.schema,
      paliers.filter { $0.indicateurs.isEmpty && $0.atteintLe == nil && !$0.tenuAuDepart }.map(
        \.id),
      "palier sans indicateur", "paliers sans indicateur")
    add(
      .progres, But.cercle, Self.prioritesSansPalier(demarche), "priorité sans palier",
      "priorités sans palier")
  }

  private mutating func suivi(_ demarche: Demarche, _ avancement: Avancement) {
    let indicateurs = avancement.axes.flatMap(\.paliers).flatMap(\.indicateurs)
    if indicateurs.isEmpty {
      add(.suivi, .tableau(nil), "Tableau de bord\u{A0}: le schéma n’a pas d’indicateur")
    }
    if indicateurs.contains(where: { !$0.indicateur.realises.entries.isEmpty })
      || !demarche.periodesCloses.isEmpty
    {
      commencees.insert(.suivi)
    }
    add(
      .suivi, But.tableau,
      indicateurs.filter { $0.estEnRetard && !$0.estPerdu }.map(\.indicateur.id),
      "indicateur en retard", "indicateurs en retard")
    add(
      .suivi, But.tableau, indicateurs.filter(\.estPerdu).map(\.indicateur.id),
      "indicateur perdu", "indicateurs perdus")
    // R13: what is lost or late, and nobody decided anything about.
    add(
      .suivi, But.schema,
      Suite.suites(demarche, avancement).filter(\.decisions.isEmpty).map(\.palier.id),
      "palier perdu ou en retard, sans suite dite", "paliers perdus ou en retard, sans suite dite")
    // R12: what was said, and nobody answered; before the first palier everything is.
    if !demarche.schema.paliers.isEmpty {
      add(
        .suivi, But.retour,
        Devenir.devenirs(demarche, avancement).filter { $0.sort == .sansReponse }
          .map(\.derniere.id),
        "parole sans réponse", "paroles sans réponse")
    }
    let over = avancement.periodes.filter { periode in
      periode.fin.map { $0 < avancement.jour } == true && !demarche.estClose(periode.mois)
    }
    if !over.isEmpty, !indicateurs.isEmpty {
      let months = Self.liste(over.map { "\($0.mois)" })
      add(
        .suivi, .tableau(nil),
        over.count == 1
          ? "La période de \(months) mois est finie, et n’est pas close"
          : "Les périodes de \(months) mois sont finies, et ne sont pas closes")
    }
    if demarche.ressources.isEmpty, demarche.notes.isEmpty {
      add(.suivi, .tableau(nil), "Capitalisation\u{A0}: ni document, ni note encore")
    } else {
      commencees.insert(.suivi)
    }
  }

  private static func vides(_ fiche: Fiche, _ demarche: Demarche) -> [String] {
    fiche.rubriques.filter { !facultatives.contains($0.id) && $0.lire(demarche).isEmpty }
      .map(\.label)
  }

  /// Lines of a fiche that nobody lacks.
  private static let facultatives: Set = ["reseaux", "renfort"]

  /// Names one after the other, as a sentence goes on.
  private static func liste(_ noms: [String]) -> String {
    noms.enumerated().map { index, nom in
      // Acronyms keep their capitals.
      index == 0 || nom.prefix(2).allSatisfy(\.isUppercase)
        ? nom : nom.prefix(1).lowercased() + nom.dropFirst()
    }.joined(separator: ", ")
  }

  /// Priorities of the last image that no palier answers, whatever image it cites.
  private static func prioritesSansPalier(_ demarche: Demarche) -> [String] {
    let lignees = Lignees(demarche.cercles)
    let answered = Set(
      demarche.schema.paliers.flatMap(\.observations).map { lignees.racine(de: $0) })
    let last = demarche.imagesParDate.last.map { demarche.cercles[$0].observations } ?? []
    return last.filter { $0.priorite && !answered.contains(lignees.racine(de: $0.id)) }.map(\.id)
  }
}
