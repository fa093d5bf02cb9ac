import Application
import DPES
import TerminalUI
import Testing

/// Démarches at the edge of what a screen has to hold.
enum EdgeFile: String, CaseIterable {
  case onlyRequired, noImage, noObservation, one, longTexts, unplaced, crowd

  var demarche: Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins du Temps", debut: exampleDay)
    if self == .noImage { return demarche }
    var ids = IDGenerator(seed: 3)
    let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
    demarche.creerImage(signature, ids: &ids)
    switch self {
    case .onlyRequired:
      demarche.schema = SchemaDeProgres()
      var observation = Observation()
      observation.id = "o1"
      observation.texte = "Sans axe, sans statut, sans numéro"
      demarche.cercles[0].observations = [observation]
    case .noImage, .noObservation: break
    case .one:
      demarche.ajouterObservation(
        "Un accueil ouvert", axe: .territoire, statut: .vert, signature, ids: &ids)
    case .longTexts:
      demarche.structure.raisonSociale = String(repeating: "Association intercommunale ", count: 4)
      for index in 0..<9 {
        demarche.ajouterObservation(
          "Une observation de quatre-vingt-dix caractères, dite lentement, notée mot à mot, et la fin \(index)",
          axe: .personne, statut: [.rouge, .orange, .vert][index % 3], signature, ids: &ids)
      }
    case .unplaced:
      for texte in ["À ranger", "À ranger aussi"] {
        demarche.ajouterObservation(texte, axe: nil, statut: .rouge, signature, ids: &ids)
      }
    case .crowd:
      for index in 0..<500 {
        demarche.ajouterObservation(
          "Observation numéro \(index)", axe: Axe.allCases[index % 4],
          statut: [.rouge, .orange, .vert, nil][index / 4 % 4], signature, ids: &ids)
      }
    }
    return demarche
  }
}

@Suite struct CercleFrameTests {
  @Test(arguments: designedSizes + [Size(40, 12), Size(140, 40)])
  func `the example's circle at every size`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.right, .down, .down)
    try expectContent(state, named: "cercle-\(size.width)x\(size.height)")
  }

  @Test func `the example's circle in ASCII`() throws {
    var state = state(try example(), Size(80, 24), isASCII: true)
    state.press(.right, .down, .down)
    try expectContent(state, named: "cercle-80x24-ascii")
  }

  @Test(arguments: EdgeFile.allCases)
  func `any file is shown whole`(file: EdgeFile) throws {
    var state = state(file.demarche, Size(80, 24))
    if file == .longTexts { state.press(.right) }
    if file == .unplaced { state.press(.left) }
    try expectContent(state, named: "cercle-80x24-\(file.rawValue)")
  }

  @Test(arguments: EdgeFile.allCases, designedSizes)
  func `nothing is cut without … at any size`(file: EdgeFile, size: Size) {
    var state = state(file.demarche, size)
    for _ in 0..<5 {
      let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == size.height)
      state.press(.right, .end)
    }
  }

  @Test(arguments: [Size(60, 16), Size(100, 30)])
  func `help and search over the circle`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.character("?"))
    try expectContent(state, named: "aide-\(size.width)x\(size.height)")
    state.press(.escape, .character("/"))
    state.type("tri")
    try expectContent(state, named: "recherche-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(60, 16), Size(80, 24)])
  func `the start screen`(size: Size) throws {
    let state = State(
      State.Environment(today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: size,
      start: StartState(
        recents: ["/home/anne/Documents/le-halage.dpes.json", "/mnt/cle/jardins.dpes.json"],
        lost: ["/media/anne/CLE/ferme.dpes.json"]))
    try expectFrame(state.view, named: "accueil-\(size.width)x\(size.height)")
  }
}
