import TerminalUI

/// The screens of the program.
enum Ecrans {
  /// In the order of their digits; a line registers a screen.
  static let all: [any Ecran.Type] = [
    EtatEcran.self,
    GrilleEcran.self,
    CercleEcran.self,
    SchemaEcran.self,
    TableauEcran.self,
    AFaireEcran.self,
    FinancesEcran.self,
    CapitalisationEcran.self,
    PageDuCAEcran.self,
  ]
}

/// The values of the screens, one of each.
struct EcranValues: Sendable {
  private var values: [any Ecran] = Ecrans.all.map { $0.init() }

  /// The value of a screen; reading and changing cost O(screens).
  subscript<E: Ecran>(_: E.Type) -> E {
    get { values.first { type(of: $0) == E.self } as? E ?? E() }
    _modify {
      let index = values.firstIndex { type(of: $0) == E.self }
      var value = self[E.self]
      // Let go of meanwhile, so that what is changed in place is not copied.
      if let index { values[index] = Absent() }
      defer { if let index { values[index] = value } }
      yield &value
    }
  }
}

/// What stands in the place of a value that is being changed.
private struct Absent: Ecran {
  static let place = Screen(0, "", "", short: "", Absent.self)
  static let parts: [EcranPart] = []
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}
