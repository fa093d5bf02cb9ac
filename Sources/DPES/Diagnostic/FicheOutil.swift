/// One sheet of a tool whose answers are about a fiche: a scénario, an expérience, a convention.
///
/// What is said on it stands in the grilles whose `sujet` it is.
package struct FicheOutil: IdentifiedRecord {
  package var id = ""
  /// The tool's id.
  package var referentiel: String?
  package var titre: String?
  package var axe: Axe?
  /// The palier that it serves, by its id.
  package var palier: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<FicheOutil>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("referentiel", { $0.referentiel }, { $0.referentiel = $1 }).names(.code),
    .optional("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("axe", { $0.axe }, { $0.axe = $1 }),
    .optional("palier", { $0.palier }, { $0.palier = $1 }).links(to: .palier),
  ]

  /// As an observation cites it among its points.
  package var point: String { "fiches:\(id)" }
}
