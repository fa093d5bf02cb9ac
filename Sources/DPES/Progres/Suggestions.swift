package import JSONTree

/// What is proposed and never imposed: words for the identity card, questions for the profil
/// stratégique and the pilotage, ideas of indicators, scales of paliers, what to read.
///
/// Once in a démarche nothing ties them to it: a network can extend them without code
/// (`docs/suggestions-1.schema.json`).
package struct Suggestions: Record {
  /// The newest version of the format that this program reads.
  package static let currentVersion = 1

  package var format = "dpes-suggestions"
  package var version = currentVersion
  package var pilotage = QuestionsDuPilotage()
  package var profilStrategique = Questions()
  package var statuts: [String] = []
  /// How far a structure acts, from near to far.
  package var echelles: [String] = []
  package var indicateurs: [IdeeDIndicateur] = []
  package var echellesDePaliers: [EchelleDePaliers] = []
  package var ressources: [RessourceProposee] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Suggestions>] = [
    .required("format", { $0.format }, { $0.format = $1 }),
    .required("version", { $0.version }, { $0.version = $1 }),
    .part("pilotage", { $0.pilotage }, { $0.pilotage = $1 }),
    .part("profilStrategique", { $0.profilStrategique }, { $0.profilStrategique = $1 }),
    .scalars("statuts", { $0.statuts }, { $0.statuts = $1 }),
    .scalars("echelles", { $0.echelles }, { $0.echelles = $1 }),
    .records("indicateurs", { $0.indicateurs }, { $0.indicateurs = $1 }),
    .records("echellesDePaliers", { $0.echellesDePaliers }, { $0.echellesDePaliers = $1 }),
    .records("ressources", { $0.ressources }, { $0.ressources = $1 }),
  ]

  /// Reads a file's tree.
  ///
  /// - Throws: ``FormatError``; `notSuggestions` when the tree does not say that it holds them.
  package init(file tree: JSONValue) throws(FormatError) {
    guard tree["format"] == .string("dpes-suggestions") else { throw FormatError(.notSuggestions) }
    try self.init(tree)
    guard (1...Self.currentVersion).contains(version) else {
      throw FormatError(.unknownVersion(version)).inside("version")
    }
  }

  /// Takes in what another file proposes: what has an id that is known takes its place.
  ///
  /// - Complexity: O(n) in both.
  package mutating func add(_ other: Suggestions) {
    pilotage.pourquoi = pilotage.pourquoi.taking(other.pilotage.pourquoi, by: \.id)
    profilStrategique.add(other.profilStrategique)
    for statut in other.statuts where !statuts.contains(statut) { statuts.append(statut) }
    for echelle in other.echelles where !echelles.contains(echelle) { echelles.append(echelle) }
    indicateurs = indicateurs.taking(other.indicateurs, by: \.id)
    echellesDePaliers = echellesDePaliers.taking(other.echellesDePaliers, by: \.id)
    ressources = ressources.taking(other.ressources, by: \.id)
  }

  /// A question that helps to fill in a box.
  package struct Question: Record {
    package var id = ""
    package var texte = ""
    package var others = Others()

    package init() {}

    package static let fields: [Field<Question>] = [
      .required("id", { $0.id }, { $0.id = $1 }),
      .required("texte", { $0.texte }, { $0.texte = $1 }),
    ]
  }

  /// The questions that help to say why one changes.
  package struct QuestionsDuPilotage: Record {
    package var pourquoi: [Question] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<QuestionsDuPilotage>] = [
      .records("pourquoi", { $0.pourquoi }, { $0.pourquoi = $1 })
    ]
  }

  /// The questions of the nine boxes of the profil stratégique.
  package struct Questions: Record {
    package var ambition: [Question] = []
    package var ressourcesInternes: [Question] = []
    package var contraintesInternes: [Question] = []
    package var ressourcesEnvironnement: [Question] = []
    package var contraintesEnvironnement: [Question] = []
    package var externalitesPositives: [Question] = []
    package var externalitesNegatives: [Question] = []
    package var mobilisation: [Question] = []
    package var priorites: [Question] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Questions>] = [
      .records("ambition", { $0.ambition }, { $0.ambition = $1 }),
      .records("ressourcesInternes", { $0.ressourcesInternes }, { $0.ressourcesInternes = $1 }),
      .records("contraintesInternes", { $0.contraintesInternes }, { $0.contraintesInternes = $1 }),
      .records(
        "ressourcesEnvironnement", { $0.ressourcesEnvironnement },
        { $0.ressourcesEnvironnement = $1 }),
      .records(
        "contraintesEnvironnement", { $0.contraintesEnvironnement },
        { $0.contraintesEnvironnement = $1 }),
      .records(
        "externalitesPositives", { $0.externalitesPositives }, { $0.externalitesPositives = $1 }),
      .records(
        "externalitesNegatives", { $0.externalitesNegatives }, { $0.externalitesNegatives = $1 }),
      .records("mobilisation", { $0.mobilisation }, { $0.mobilisation = $1 }),
      .records("priorites", { $0.priorites }, { $0.priorites = $1 }),
    ]

    fileprivate mutating func add(_ other: Questions) {
      for box in ProfilStrategique.Cle.allCases {
        self[box] = self[box].taking(other[box], by: \.id)
      }
    }
  }
}

extension Array {
  /// With others added, those of an id that is known in its place.
  fileprivate func taking(_ others: [Element], by id: (Element) -> String) -> [Element] {
    var all = self
    var places = Dictionary(
      enumerated().map { (id($1), $0) }, uniquingKeysWith: { first, _ in first })
    for other in others {
      if let place = places[id(other)] {
        all[place] = other
      } else {
        places[id(other)] = all.count
        all.append(other)
      }
    }
    return all
  }
}

/// An indicator that others found telling.
package struct IdeeDIndicateur: Record {
  package var id = ""
  package var axe = Axe.utilite
  package var theme = ""
  package var intitule = ""
  package var nature: Indicateur.Nature?
  package var sens: Indicateur.Sens?
  package var unite: String?
  /// How many months apart it is looked at.
  package var frequence: Int?
  package var preuve: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<IdeeDIndicateur>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .required("axe", { $0.axe }, { $0.axe = $1 }),
    .required("theme", { $0.theme }, { $0.theme = $1 }),
    .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
    .optional("nature", { $0.nature }, { $0.nature = $1 }),
    .optional("sens", { $0.sens }, { $0.sens = $1 }),
    .optional("unite", { $0.unite }, { $0.unite = $1 }),
    .optional("frequence", { $0.frequence }, { $0.frequence = $1 }, .mois),
    .optional("preuve", { $0.preuve }, { $0.preuve = $1 }),
  ]

  /// The indicator that it suggests; its target is the group's to say.
  package var indicateur: Indicateur {
    Indicateur(intitule: intitule, nature, sens, unite: unite, cible: nil, preuve: preuve)
  }
}

/// Cumulative paliers of one theme, from the first to the last.
package struct EchelleDePaliers: Record {
  package var id = ""
  package var axe = Axe.utilite
  package var theme = ""
  package var note: String?
  package var paliers: [Palier] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<EchelleDePaliers>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .required("axe", { $0.axe }, { $0.axe = $1 }),
    .required("theme", { $0.theme }, { $0.theme = $1 }),
    .optional("note", { $0.note }, { $0.note = $1 }),
    .records("paliers", { $0.paliers }, { $0.paliers = $1 }),
  ]

  /// One palier of a scale.
  package struct Palier: Record {
    package var intitule = ""
    package var echeanceMois: Int?
    package var indicateurs: [Indice] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Palier>] = [
      .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
      .optional("echeanceMois", { $0.echeanceMois }, { $0.echeanceMois = $1 }, .mois),
      .records("indicateurs", { $0.indicateurs }, { $0.indicateurs = $1 }),
    ]

    /// The palier that it suggests, on an axis, in a schéma that began so many months ago.
    ///
    /// Its deadline counts from the present period: what is only thought of now is not late.
    package func palier(sur axe: Axe, auMois mois: Int = 0) -> DPES.Palier {
      var palier = DPES.Palier()
      palier.axe = axe
      palier.intitule = intitule
      let elapsed = min(max(0, mois), Periode.dernierMois) / Periode.duree * Periode.duree
      palier.echeanceMois = echeanceMois.map { min($0, Periode.dernierMois - elapsed) + elapsed }
      palier.indicateurs = indicateurs.map { indice in
        Indicateur(
          intitule: indice.intitule, indice.nature, indice.sens, unite: indice.unite,
          cible: indice.cible, preuve: indice.preuve)
      }
      return palier
    }
  }

  /// What shows that it is reached.
  package struct Indice: Record {
    package var intitule = ""
    package var nature: Indicateur.Nature?
    package var sens: Indicateur.Sens?
    package var unite: String?
    package var cible: Valeur?
    package var preuve: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Indice>] = [
      .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
      .optional("nature", { $0.nature }, { $0.nature = $1 }),
      .optional("sens", { $0.sens }, { $0.sens = $1 }),
      .optional("unite", { $0.unite }, { $0.unite = $1 }),
      .optional("cible", { $0.cible }, { $0.cible = $1 }, .valeur),
      .optional("preuve", { $0.preuve }, { $0.preuve = $1 }),
    ]
  }
}

extension Indicateur {
  /// One that is suggested: a share needs no other unit.
  fileprivate init(
    intitule: String, _ nature: Nature?, _ sens: Sens?, unite: String?, cible: Valeur?,
    preuve: String?
  ) {
    self.init()
    self.intitule = intitule
    (self.nature, self.sens, self.cible, self.preuve) = (nature, sens, cible, preuve)
    self.unite = nature == .pourcentage ? nil : unite
  }
}
