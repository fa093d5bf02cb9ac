/// A dated image of the structure: observations on the four axes.
package struct CercleDeQualite: Record {
  /// Who looks, where it is not the group: peers who visit, and see its image their own way.
  package enum Regard: String, Word {
    case pairs
  }

  package var id = ""
  package var date = Day(number: 0)
  package var titre: String?
  /// The séance that made it.
  package var seance: String?
  /// nil for an image of the group's own.
  package var regard: Regard?
  /// The organisation that looked, of a regard.
  package var parQui: String?
  /// A frozen image refuses every change inside it.
  package var figee = false
  package var figeeLe: Day?
  package var observations: [Observation] = []
  package var scrutins: [Scrutin] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<CercleDeQualite>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .required("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("seance", { $0.seance }, { $0.seance = $1 }).called("séance").links(to: .seance),
    .optional("regard", { $0.regard }, { $0.regard = $1 }),
    .optional("parQui", { $0.parQui }, { $0.parQui = $1 }).called("par qui").names(.organisme),
    .usually("figee", false, { $0.figee }, { $0.figee = $1 }).called("figée"),
    .optional("figeeLe", { $0.figeeLe }, { $0.figeeLe = $1 }).called("figée le").dates(.fait),
    .records("observations", { $0.observations }, { $0.observations = $1 }).each(
      "observation", "numero", "texte"),
    .records("scrutins", { $0.scrutins }, { $0.scrutins = $1 }).each("scrutin", "titre", "date"),
  ]
}
