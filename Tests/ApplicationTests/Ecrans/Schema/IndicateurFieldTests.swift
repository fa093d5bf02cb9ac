import DPES
import TerminalUI
import Testing

@testable import Application

/// What is typed in the card of an indicator is looked at where one leaves it.
@Suite struct IndicateurFieldTests {
  @Test(arguments: [
    ("avec", "ZZ", "ZZ"), ("rythme", "7", "Un rythme est de 6, 12, 18 ou 24"),
    ("rythme", "12", nil), ("avec", "", nil),
  ])
  func `who else follows it, and how often, is looked at where one leaves it`(
    field: String, typed: String, said: String?
  ) throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.play("[i]X")
    while (state.modes.last as? FormCard)?.form.focusedID != field { state.press(.tab) }
    state.play("\(typed)[Tab]")
    let card = try #require(state.modes.last as? FormCard)
    let fault = card.form.fields.first { $0.id == field }?.fault
    #expect(said.map { fault?.contains($0) == true } ?? (fault == nil), "\(fault ?? "")")
  }
}
