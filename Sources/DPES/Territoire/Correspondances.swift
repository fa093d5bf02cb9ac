package import JSONTree

/// What is the same thing in several référentiels: data that a network can write without code
/// (`docs/correspondances-1.schema.json`).
///
/// Never « more » or « part of »: two points are about the same, or they are not.
package struct Correspondances: Record {
  /// The newest version of the format that this program reads.
  package static let currentVersion = 1
  /// More sujets than a room or a region reads.
  package static let mostSujets = 500

  /// Something that several référentiels ask, each in its words.
  package struct Sujet: Record {
    /// Unique in the file, for ever: syntheses that were handed out name it.
    package var code = ""
    package var axe: Axe?
    package var intitule = ""
    /// As observations name them: `référentiel:code`.
    package var points: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Sujet>] = [
      .required("code", { $0.code }, { $0.code = $1 }),
      .optional("axe", { $0.axe }, { $0.axe = $1 }),
      .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
      .scalars("points", { $0.points }, { $0.points = $1 }),
    ]
  }

  package var format = "dpes-correspondances"
  package var version = currentVersion
  package var id = ""
  package var edition: String?
  package var nom = ""
  package var description: String?
  package var source: String?
  package var licence: String?
  package var sujets: [Sujet] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Correspondances>] = [
    .required("format", { $0.format }, { $0.format = $1 }),
    .required("version", { $0.version }, { $0.version = $1 }),
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("edition", { $0.edition }, { $0.edition = $1 }),
    .required("nom", { $0.nom }, { $0.nom = $1 }),
    .optional("description", { $0.description }, { $0.description = $1 }),
    .optional("source", { $0.source }, { $0.source = $1 }),
    .optional("licence", { $0.licence }, { $0.licence = $1 }),
    .records("sujets", { $0.sujets }, { $0.sujets = $1 }),
  ]

  /// Reads a file's tree.
  ///
  /// - Throws: ``FormatError``; `notCorrespondances` when the tree does not say that it holds them.
  package init(file tree: JSONValue) throws(FormatError) {
    guard tree["format"] == .string("dpes-correspondances") else {
      throw FormatError(.notCorrespondances)
    }
    try self.init(tree)
    guard (1...Self.currentVersion).contains(version) else {
      throw FormatError(.unknownVersion(version)).inside("version")
    }
  }
}

extension Correspondances {
  /// Why a file can be read and yet joins nothing that people could count.
  package enum Faute: Hashable, Sendable {
    case codeEnDouble(String)
    /// A code that a synthesis could not name: it is empty, or holds a blank, a colon or a slash.
    case codeIllisible(String)
    case sansTitre(String)
    case sansPoint(String)
    /// It is no `référentiel:code`.
    case pointIllisible(String)
    /// A point of two sujets: the one less the other would be somebody.
    case pointEnDouble(String)
    case tropDeSujets(Int)
    /// A text that holds what a terminal obeys.
    case commande(String)
  }

  /// What is wrong with it, with the place of each.
  ///
  /// - Complexity: O(length of the texts).
  package var fautes: [(faute: Faute, pointer: JSONPointer)] {
    var found: [(faute: Faute, pointer: JSONPointer)] = []
    if !Self.isCode(id) { found.append((.codeIllisible(id), ["id"])) }
    if Self.holdsCommand(nom) { found.append((.commande(nom), ["nom"])) }
    if sujets.count > Self.mostSujets { found.append((.tropDeSujets(sujets.count), ["sujets"])) }
    var (codes, points): (Set<String>, Set<String>) = ([], [])
    for (index, sujet) in sujets.enumerated() {
      let place: JSONPointer = ["sujets", .index(index)]
      if !Self.isCode(sujet.code) {
        found.append((.codeIllisible(sujet.code), place.appending("code")))
      } else if !codes.insert(sujet.code).inserted {
        found.append((.codeEnDouble(sujet.code), place.appending("code")))
      }
      if sujet.intitule.allSatisfy(\.isWhitespace) {
        found.append((.sansTitre(sujet.code), place.appending("intitule")))
      }
      if Self.holdsCommand(sujet.intitule) {
        found.append((.commande(sujet.intitule), place.appending("intitule")))
      }
      if sujet.points.isEmpty { found.append((.sansPoint(sujet.code), place)) }
      for (number, point) in sujet.points.enumerated() {
        let spot = place.appending("points").appending(number)
        if !Fait.estUnSujet(point) {
          found.append((.pointIllisible(point), spot))
        } else if !points.insert(point).inserted {
          found.append((.pointEnDouble(point), spot))
        }
      }
    }
    return found
  }

  private static func isCode(_ code: String) -> Bool {
    Fait.estUnSujet("x:\(code)") && !code.contains("/")
  }

  private static func holdsCommand(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains($0)
    }
  }
}
