/// A dated image of the structure: observations on the four axes.
package struct CercleDeQualite: Record {
  package var id = ""
  package var date = Day(number: 0)
  package var titre: String?
  /// The séance that made it.
  package var seance: String?
  /// A frozen image refuses every change inside it.
  package var figee = false
  package var figeeLe: Day?
  package var observations: [Observation] = []
  package var scrutins: [Scrutin] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<CercleDeQualite>] = [
    .required("id", \.id),
    .required("date", \.date).dates(.fait),
    .optional("titre", \.titre),
    .optional("seance", \.seance).called("séance").links(to: .seance),
    .usually("figee", false, \.figee).called("figée"),
    .optional("figeeLe", \.figeeLe).called("figée le").dates(.fait),
    .records("observations", \.observations).each("observation", "numero", "texte"),
    .records("scrutins", \.scrutins).each("scrutin", "titre", "date"),
  ]
}
