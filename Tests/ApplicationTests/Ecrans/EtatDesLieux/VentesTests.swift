import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// A figure that the card does not show follows the one that it repeated.
@Suite struct VentesTests {
  @Test func `sales that change leave no older chiffre d’affaires behind`() throws {
    var demarche = try example()
    let last = try #require(demarche.structure.exercices.indices.last)
    let sold = try #require(demarche.structure.exercices[last].marchand)
    demarche.structure.exercices[last].chiffreAffaires = sold
    let id = demarche.structure.exercices[last].id
    var state = state(demarche, Size(100, 30), screen: .finances)
    let effects = state.open(ExerciceForm(id: id))
    #expect(effects.isEmpty)
    while (state.modes.last as? FormCard)?.form.focusedID != "marchand" { state.press(.tab) }
    state.play("[Ctrl-U]950000[Entrée]")
    let now = try #require(state.demarche?.structure.exercices.first { $0.id == id })
    #expect(now.marchand?.double == 950_000 && now.chiffreAffaires == nil)
    #expect(now.ventes?.double == 950_000)
  }
}
