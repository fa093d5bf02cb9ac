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
///
/// Each stands in a box of its own: one is read a hundred times while a frame is drawn, and a cast of an
/// existential copies all that it holds.
struct EcranValues: Sendable {
  private var boxes: [EcranBox] = Ecrans.all.map { Self.box($0) }

  private static func box<E: Ecran>(_: E.Type) -> EcranBox { OneEcran(E()) }

  /// The value of a screen; reading and changing cost O(screens).
  subscript<E: Ecran>(_: E.Type) -> E {
    _read {
      for box in boxes {
        guard let box = box as? OneEcran<E> else { continue }
        yield box.value
        return
      }
      yield E()
    }
    _modify {
      let index = boxes.firstIndex { $0 is OneEcran<E> }
      var box = index.flatMap { boxes[$0] as? OneEcran<E> } ?? OneEcran(E())
      // Let go of meanwhile, so that only another state's is copied.
      if let index { boxes[index] = EcranBox.absent }
      if !isKnownUniquelyReferenced(&box) { box = OneEcran(box.value) }
      defer { if let index { boxes[index] = box } }
      yield &box.value
    }
  }
}

/// The place of a screen's value.
///
/// It is changed only by the one state that holds it.
private class EcranBox: @unchecked Sendable {
  /// Stands where a value is being changed.
  static let absent = EcranBox()
}

private final class OneEcran<E: Ecran>: EcranBox, @unchecked Sendable {
  var value: E

  init(_ value: E) { self.value = value }
}
