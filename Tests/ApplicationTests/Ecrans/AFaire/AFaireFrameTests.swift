import Application
import DPES
import TerminalUI
import Testing

@Suite struct AFaireFrameTests {
  @Test(arguments: designedSizes + [Size(40, 12)])
  func `what the example has to do at each size`(size: Size) throws {
    let state = state(try example(), size, screen: .aFaire)
    try expectContent(state, named: "a-faire-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `by person, and scrolled to the end`(size: Size) throws {
    var state = state(try example(), size, screen: .aFaire)
    state.press(.character("g"), .end)
    try expectContent(state, named: "a-faire-personnes-\(size.width)x\(size.height)")
  }

  @Test func `what is to be done in ASCII, with what a cycle expects`() throws {
    var demarche = try example()
    demarche.identifiant.delivreLe = Day(iso: "2024-12-10")
    var state = state(demarche, Size(80, 24), screen: .aFaire, isASCII: true)
    _ = state.update(.cycles(try shippedCycles()))
    try expectContent(state, named: "a-faire-ascii-80x24")
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `an empty démarche says where what is to be done will come from`(size: Size) throws {
    let empty = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    let state = state(empty, size, screen: .aFaire)
    try expectContent(state, named: "a-faire-vide-\(size.width)x\(size.height)")
  }
}
