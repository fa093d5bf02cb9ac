package import JSONTree

/// The way that a network accompanies a structure along: étapes that somebody else expects, as data
/// that a network can write without code.
///
/// No code knows a network, its instance or its durations; an étape is known by its code, which stays
/// when a later edition renames it (`docs/cycle-1.schema.json`).
package struct Cycle: Record {
  /// The newest version of the format that this program reads.
  package static let currentVersion = 1
  /// More étapes than anybody walks through: a file that holds more is refused.
  package static let mostEtapes = 200

  package var format = "dpes-cycle"
  package var version = currentVersion
  package var id = ""
  package var edition: String?
  package var nom = ""
  package var description: String?
  package var source: String?
  package var licence: String?
  package var mots = Mots()
  /// The id of the référentiel whose themes are the network's criteria.
  package var referentiel: String?
  /// Whether it is the cycle of the `identifiant` that older files hold.
  package var reprendIdentifiant = false
  package var adresses: [Adresse] = []
  package var etapes: [Etape] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Cycle>] = [
    .required("format", { $0.format }, { $0.format = $1 }),
    .required("version", { $0.version }, { $0.version = $1 }),
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("edition", { $0.edition }, { $0.edition = $1 }),
    .required("nom", { $0.nom }, { $0.nom = $1 }),
    .optional("description", { $0.description }, { $0.description = $1 }),
    .optional("source", { $0.source }, { $0.source = $1 }),
    .optional("licence", { $0.licence }, { $0.licence = $1 }),
    .part("mots", { $0.mots }, { $0.mots = $1 }),
    .optional("referentiel", { $0.referentiel }, { $0.referentiel = $1 }),
    .usually(
      "reprendIdentifiant", false, { $0.reprendIdentifiant }, { $0.reprendIdentifiant = $1 }),
    .records("adresses", { $0.adresses }, { $0.adresses = $1 }),
    .records("etapes", { $0.etapes }, { $0.etapes = $1 }),
  ]

  /// What the network calls what it gives, and who decides.
  package struct Mots: Record {
    /// Absent: nothing is delivered, the cycle is a path of days.
    package var reconnaissance: String?
    package var instance: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Mots>] = [
      .optional("reconnaissance", { $0.reconnaissance }, { $0.reconnaissance = $1 }),
      .optional("instance", { $0.instance }, { $0.instance = $1 }),
    ]
  }

  /// Where documents are sent.
  package struct Adresse: Record {
    package var canal: Canal?
    package var lignes: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Adresse>] = [
      .optional("canal", { $0.canal }, { $0.canal = $1 }),
      .scalars("lignes", { $0.lignes }, { $0.lignes = $1 }),
    ]
  }

  package enum Canal: String, Word {
    case courriel, courrier
  }

  /// Reads a file's tree.
  ///
  /// - Throws: ``FormatError``; `notACycle` when the tree does not say that it is one.
  package init(file tree: JSONValue) throws(FormatError) {
    guard tree["format"] == .string("dpes-cycle") else { throw FormatError(.notACycle) }
    try self.init(tree)
    guard (1...Self.currentVersion).contains(version) else {
      throw FormatError(.unknownVersion(version)).inside("version")
    }
  }

  /// The étape that a passage names.
  package func etape(_ code: String?) -> Etape? { etapes.first { $0.code == code } }
}
