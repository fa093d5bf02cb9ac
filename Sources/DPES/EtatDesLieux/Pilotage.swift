/// Who designs, conducts and validates the démarche, and why.
package struct Pilotage: Record {
  package var conception: String?
  package var conduite: String?
  package var validation: String?
  package var portage: String?
  package var regardExterieur: String?
  package var pourquoi: String?
  /// The networks and alliances that it leans on.
  package var reseaux: String?
  /// What it lacks to know or do, and who lends it.
  package var renfort: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Pilotage>] = [
    .optional("conception", { $0.conception }, { $0.conception = $1 }),
    .optional("conduite", { $0.conduite }, { $0.conduite = $1 }),
    .optional("validation", { $0.validation }, { $0.validation = $1 }),
    .optional("portage", { $0.portage }, { $0.portage = $1 }),
    .optional("regardExterieur", { $0.regardExterieur }, { $0.regardExterieur = $1 }),
    .optional("pourquoi", { $0.pourquoi }, { $0.pourquoi = $1 }),
    .optional("reseaux", { $0.reseaux }, { $0.reseaux = $1 }).called("réseaux"),
    .optional("renfort", { $0.renfort }, { $0.renfort = $1 }),
  ]
}
