package import JSONTree

/// One démarche de progrès en économie solidaire: what one file holds.
///
/// A plain value. Its parts follow the four étapes of the method, in the order of the file
/// (`docs/format.md`).
package struct Demarche: Record {
  /// The newest version of the format that this program writes.
  package static let currentVersion = 1

  package var format = "dpes"
  package var version = currentVersion
  package var id = ""
  package var structure = Structure()
  package var candidature = Candidature()
  package var identifiant = Identifiant()
  /// What it went through of each cycle of accompaniment.
  package var cycles: [CycleSuivi] = []
  package var charte = Charte()
  package var pilotage = Pilotage()
  package var participants: [Participant] = []
  package var acteurs: [Acteur] = []
  /// What ties two acteurs: the structure's own ties stand in ``acteurs``.
  package var relations: [Relation] = []
  /// What all the ties were on a day.
  package var cartes: [CarteDesActeurs] = []
  package var profilStrategique = ProfilStrategique()
  package var seances: [Seance] = []
  package var fiches: [FicheOutil] = []
  package var grilles: [Grille] = []
  package var cercles: [CercleDeQualite] = []
  package var schema = SchemaDeProgres()
  package var periodesCloses: [PeriodeClose] = []
  package var ressources: [Ressource] = []
  package var notes: [NoteDeCapitalisation] = []
  package var retours: [Retour] = []
  /// Of a territory: the structures that it reads together, and what it told of them.
  package var territoire: Territoire?
  /// What it handed over, and to whom.
  package var transmissions: [Transmission] = []
  package var historique: [Trace] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Demarche>] = [
    .required("format", { $0.format }, { $0.format = $1 }).names(.mot),
    .required("version", { $0.version }, { $0.version = $1 }),
    .required("id", { $0.id }, { $0.id = $1 }),
    .part("structure", { $0.structure }, { $0.structure = $1 }, isRequired: true),
    .part("candidature", { $0.candidature }, { $0.candidature = $1 }),
    .part("identifiant", { $0.identifiant }, { $0.identifiant = $1 }).names(.identite),
    .records("cycles", { $0.cycles }, { $0.cycles = $1 }).each("cycle", "modele"),
    .part("charte", { $0.charte }, { $0.charte = $1 }),
    .part("pilotage", { $0.pilotage }, { $0.pilotage = $1 }),
    .records("participants", { $0.participants }, { $0.participants = $1 }).each(
      "participant", "initiales"),
    .records("acteurs", { $0.acteurs }, { $0.acteurs = $1 }).each("acteur", "nom"),
    .records("relations", { $0.relations }, { $0.relations = $1 }).each("relation", "objet"),
    .records("cartes", { $0.cartes }, { $0.cartes = $1 }).each("carte", "date"),
    .part("profilStrategique", { $0.profilStrategique }, { $0.profilStrategique = $1 }),
    .records("seances", { $0.seances }, { $0.seances = $1 }).called("séances").each(
      "séance", "date", "titre"),
    .records("fiches", { $0.fiches }, { $0.fiches = $1 }).each("fiche", "titre"),
    .records("grilles", { $0.grilles }, { $0.grilles = $1 }).each("grille", "date"),
    .records("cercles", { $0.cercles }, { $0.cercles = $1 }).each("image", "date").merged(
      .list(.images)),
    .part("schema", { $0.schema }, { $0.schema = $1 }).merged(.large(isPart: true)),
    .records("periodesCloses", { $0.periodesCloses }, { $0.periodesCloses = $1 }).called(
      "périodes closes"
    )
    .each("période close", "mois").keyed(by: "mois"),
    .records("ressources", { $0.ressources }, { $0.ressources = $1 }).each("ressource", "titre"),
    .records("notes", { $0.notes }, { $0.notes = $1 }).each("note", "date"),
    .records("retours", { $0.retours }, { $0.retours = $1 }).each("retour", "date"),
    // Of whom it is, which a copy that says it of nobody does not hold.
    .optionalPart("territoire", { $0.territoire }, { $0.territoire = $1 }).names(.identite),
    .records("transmissions", { $0.transmissions }, { $0.transmissions = $1 }).names(.identite)
      .each("transmission", "a", "le"),
    .records("historique", { $0.historique }, { $0.historique = $1 }).each("historique, ligne")
      .lines(by: "quand"),
  ]

  /// Reads a whole file's tree, of today's version of the format or an older one.
  ///
  /// - Throws: ``FormatError``; `notADemarche` when the tree does not say that it is one.
  package init(
    file tree: JSONValue, _ migrations: Migrations = .known
  ) throws(FormatError) {
    guard case .object(let object) = tree, object["format"] == .string("dpes") else {
      throw FormatError(.notADemarche)
    }
    try self.init(.object(migrations.upgraded(object)))
  }

  /// Written by a newer program: to be read, never to be written.
  package var isNewer: Bool { version > Demarche.currentVersion }

  /// A new one, whose month 0 is still to be fixed.
  package init(id: String, raisonSociale: String) {
    self.init()
    self.id = id
    structure.raisonSociale = raisonSociale
  }

  package init(id: String, raisonSociale: String, debut: Day) {
    self.init(id: id, raisonSociale: raisonSociale)
    schema.debut = debut
  }
}
