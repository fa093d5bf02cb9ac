/// Who designs, conducts and validates the démarche, and why.
package struct Pilotage: Record {
  package var conception: String?
  package var conduite: String?
  package var validation: String?
  package var portage: String?
  package var regardExterieur: String?
  package var pourquoi: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Pilotage>] = [
    .optional("conception", \.conception),
    .optional("conduite", \.conduite),
    .optional("validation", \.validation),
    .optional("portage", \.portage),
    .optional("regardExterieur", \.regardExterieur),
    .optional("pourquoi", \.pourquoi),
  ]
}
