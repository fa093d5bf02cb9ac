import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct CycleFrameTests {
  static let sizes = [
    Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40),
  ]

  @Test(arguments: sizes) func `the way of a cycle at each size`(size: Size) throws {
    var state = try cycleState(nil, size)
    _ = state.select("pas-de-calais/rapport/1")
    try expectContent(state, named: "cycle-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(60, 16), Size(100, 30)])
  func `late, unfolded, and in ASCII`(size: Size) throws {
    var state = try cycleState(nil, size, isASCII: true, today: "2028-01-15")
    _ = state.select("pas-de-calais/accompagnement/true")
    state.play("[droite]")
    try expectContent(state, named: "cycle-retard-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(100, 30)])
  func `the cards of an étape, and the list of cycles`(size: Size) throws {
    var state = try cycleState(nil, size)
    _ = state.select("pas-de-calais/rapport/1")
    state.play("[Entrée]")
    try expectContent(state, named: "cycle-fiche-\(size.width)x\(size.height)")
    state.play("[Échap]")
    _ = state.select("pas-de-calais/renouvellement")
    state.play(" ")
    try expectContent(state, named: "cycle-decision-\(size.width)x\(size.height)")
    state.play("[Échap]")
    _ = state.etat.select(EtatRows.cycleID)
    state.play("[Entrée]")
    try expectContent(state, named: "cycle-choix-\(size.width)x\(size.height)")
  }

  @Test(arguments: sizes) func `the fifth band of the étapes`(size: Size) throws {
    var state = try cycleState(nil, size, today: "2026-12-20")
    _ = state.select("etapes")
    state.play("[Fin]")
    try expectContent(state, named: "cycle-etapes-\(size.width)x\(size.height)")
  }
}
