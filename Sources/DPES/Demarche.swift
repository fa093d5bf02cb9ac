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
  package var profilStrategique = ProfilStrategique()
  package var seances: [Seance] = []
  package var grilles: [Grille] = []
  package var cercles: [CercleDeQualite] = []
  package var schema = SchemaDeProgres()
  package var periodesCloses: [PeriodeClose] = []
  package var ressources: [Ressource] = []
  package var notes: [NoteDeCapitalisation] = []
  package var retours: [Retour] = []
  package var historique: [Trace] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Demarche>] = [
    .required("format", \.format).names(.mot),
    .required("version", \.version),
    .required("id", \.id),
    .part("structure", \.structure, isRequired: true),
    .part("candidature", \.candidature),
    .part("identifiant", \.identifiant).names(.identite),
    .records("cycles", \.cycles).each("cycle", "modele"),
    .part("charte", \.charte),
    .part("pilotage", \.pilotage),
    .records("participants", \.participants).each("participant", "initiales"),
    .records("acteurs", \.acteurs).each("acteur", "nom"),
    .part("profilStrategique", \.profilStrategique),
    .records("seances", \.seances).called("séances").each("séance", "date", "titre"),
    .records("grilles", \.grilles).each("grille", "date"),
    .records("cercles", \.cercles).each("image", "date").merged(.list(.images)),
    .part("schema", \.schema).merged(.large(isPart: true)),
    .records("periodesCloses", \.periodesCloses).called("périodes closes")
      .each("période close", "mois").keyed(by: "mois"),
    .records("ressources", \.ressources).each("ressource", "titre"),
    .records("notes", \.notes).each("note", "date"),
    .records("retours", \.retours).each("retour", "date"),
    .records("historique", \.historique).each("historique, ligne").lines(by: "quand"),
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
