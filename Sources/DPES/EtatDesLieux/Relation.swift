/// What is said of a tie: a perception of those who say it, never a fact.
package struct Lien: Hashable, Sendable {
  package var nature: Acteur.Nature?
  package var porteSur: Acteur.PorteSur?
  package var objet: String?

  package init(
    _ nature: Acteur.Nature? = nil, _ porteSur: Acteur.PorteSur? = nil, _ objet: String? = nil
  ) {
    (self.nature, self.porteSur, self.objet) = (nature, porteSur, objet)
  }

  /// `alliance, porte sur les moyens, Le prix de journée`; empty where nothing is said.
  package var phrase: String {
    [nature?.nom, porteSur.map { "porte sur \($0.mot)" }, objet].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// Whether nothing is said.
  package var estVide: Bool { self == Lien() }
}

/// Two who may be tied, whichever is named first; the structure has no id.
package struct Paire: Hashable, Sendable {
  /// nil is the structure.
  package let de: String?
  package let vers: String

  /// Two of the ids of acteurs; nil for one of them is the structure.
  package init(_ one: String?, _ other: String) {
    guard let one else {
      (de, vers) = (nil, other)
      return
    }
    (de, vers) = (min(one, other), max(one, other))
  }

  /// Whether an acteur is one of the two.
  package func contient(_ id: String) -> Bool { de == id || vers == id }
}

/// A tie between two acteurs.
package struct Relation: IdentifiedRecord {
  package var id = ""
  /// Ids of acteurs; the structure is never written here.
  package var de: String?
  package var vers: String?
  package var nature: Acteur.Nature?
  package var porteSur: Acteur.PorteSur?
  package var objet: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Relation>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("de", { $0.de }, { $0.de = $1 }).links(to: .acteur),
    .optional("vers", { $0.vers }, { $0.vers = $1 }).links(to: .acteur),
    .optional("nature", { $0.nature }, { $0.nature = $1 }),
    .optional("porteSur", { $0.porteSur }, { $0.porteSur = $1 }).called("porte sur"),
    .optional("objet", { $0.objet }, { $0.objet = $1 }),
  ]

  /// nil where it does not say between whom.
  package var paire: Paire? {
    guard let de, let vers else { return nil }
    return Paire(de, vers)
  }

  package var lien: Lien {
    get { Lien(nature, porteSur, objet) }
    set { (nature, porteSur, objet) = (newValue.nature, newValue.porteSur, newValue.objet) }
  }

  /// How an observation names the tie that it comes from, in its `points`.
  package var point: String { "relations:\(id)" }
}

extension Acteur {
  /// What ties it to the structure.
  package var lien: Lien {
    get { Lien(nature, porteSur, objet) }
    set { (nature, porteSur, objet) = (newValue.nature, newValue.porteSur, newValue.objet) }
  }

  /// How an observation names the acteur that it comes from, in its `points`.
  package var point: String { "acteurs:\(id)" }
}

/// What all the ties were on a day: written once, and then as it is.
package struct CarteDesActeurs: IdentifiedRecord {
  /// One tie of that day; `de` is absent for the structure's own.
  package struct LienDate: Record {
    package var de: String?
    package var vers: String?
    package var nature: Acteur.Nature?
    package var porteSur: Acteur.PorteSur?
    package var objet: String?
    package var others = Others()

    package init() {}

    package init(_ paire: Paire, _ lien: Lien) {
      self.init()
      (de, vers) = (paire.de, paire.vers)
      (nature, porteSur, objet) = (lien.nature, lien.porteSur, lien.objet)
    }

    package static let fields: [Field<LienDate>] = [
      .optional("de", { $0.de }, { $0.de = $1 }).links(to: .acteur),
      .optional("vers", { $0.vers }, { $0.vers = $1 }).links(to: .acteur),
      .optional("nature", { $0.nature }, { $0.nature = $1 }),
      .optional("porteSur", { $0.porteSur }, { $0.porteSur = $1 }).called("porte sur"),
      .optional("objet", { $0.objet }, { $0.objet = $1 }),
    ]

    package var paire: Paire? { vers.map { Paire(de, $0) } }

    package var lien: Lien { Lien(nature, porteSur, objet) }
  }

  package var id = ""
  package var date: Day?
  package var titre: String?
  package var seance: String?
  package var liens: [LienDate] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<CarteDesActeurs>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("seance", { $0.seance }, { $0.seance = $1 }).called("séance").links(to: .seance),
    .records("liens", { $0.liens }, { $0.liens = $1 }).each("lien", "objet").lines(by: "vers"),
  ]

  /// By pair what was said, the first where one is said twice.
  package var parPaire: [Paire: Lien] {
    Dictionary(
      liens.compactMap { lien in lien.paire.map { ($0, lien.lien) } },
      uniquingKeysWith: { first, _ in first })
  }
}
