import DPES
import TerminalUI
import Testing

@testable import Application

/// A démarche whose schéma holds these paliers.
func demarche(
  paliers: [Palier], debut: String? = "2026-01-01", dureeMois: Int = 36,
  intermediaireMois: Int = 18
) throws -> Demarche {
  var demarche = try demarche(
    """
    {"format": "dpes", "version": 1, "id": "d", "structure": {"raisonSociale": "Les Tilleuls"}}
    """)
  demarche.schema.debut = try debut.map { try #require(Day(iso: $0)) }
  demarche.schema.dureeMois = dureeMois
  demarche.schema.intermediaireMois = intermediaireMois
  demarche.schema.paliers = paliers
  return demarche
}

/// Paliers of one axis, ranked in this order, one for each deadline.
func paliers(
  _ axe: Axe, _ echeances: [Int?], intitule: (Int) -> String = { "Palier de \($0)" }
) -> [Palier] {
  echeances.enumerated().map { index, echeance in
    var palier = Palier()
    palier.id = "\(axe.lettre)\(index + 1)"
    palier.axe = axe
    palier.rang = index + 1
    palier.intitule = intitule(index + 1)
    palier.echeanceMois = echeance
    return palier
  }
}

private let longTitle =
  "Accueillir, écouter et accompagner chaque personne jusqu’au terme de son parcours d’emploi"

/// The schémas that bend the screen, by name.
private let edges: [(name: String, make: @Sendable () throws -> Demarche)] = [
  ("empty", { try demarche(paliers: []) }),
  ("required-only", { try demarche(paliers: [], debut: nil) }),
  ("one", { try demarche(paliers: paliers(.personne, [12])) }),
  (
    "eight",
    {
      try demarche(
        paliers: Axe.allCases.flatMap { paliers($0, [3, 6, 9, 14, 18, 24, 30, 36]) })
    }
  ),
  ("two-hundred", { try demarche(paliers: paliers(.utilite, (1...200).map { $0 / 6 + 1 })) }),
  (
    "long-titles",
    {
      try demarche(
        paliers: Axe.allCases.flatMap { paliers($0, [2, 18, 36]) { "\($0) \(longTitle)" } })
    }
  ),
  (
    "no-deadline",
    {
      var all = paliers(.utilite, [nil, 12, nil]) { "\($0) \(longTitle)" }
      all += paliers(.personne, [nil, nil, nil])
      for index in all.indices { all[index].rang = nil }
      return try demarche(paliers: all)
    }
  ),
  (
    "no-start",
    { try demarche(paliers: Axe.allCases.flatMap { paliers($0, [6, 18]) }, debut: nil) }
  ),
  (
    "beyond",
    { try demarche(paliers: paliers(.utilite, [12, 40]) + paliers(.territoire, [60])) }
  ),
  ("fifty-years", { try demarche(paliers: paliers(.utilite, [12, 599])) }),
  (
    "month-nine",
    { try demarche(paliers: Axe.allCases.flatMap { paliers($0, [9, 9, 9, 9, 9]) }) }
  ),
  ("out-of-order", { try demarche(paliers: paliers(.utilite, [30, 12, 24, 6])) }),
  (
    "short-duration",
    {
      try demarche(
        paliers: paliers(.democratie, [3, 6, 12]), dureeMois: 12, intermediaireMois: 12)
    }
  ),
]

@Suite struct SchemaFrameTests {
  @Test(arguments: designedSizes + [Size(40, 12)])
  func `the example's schéma at every size`(size: Size) throws {
    let state = state(try example(), size, screen: .schema)
    let pane = try #require(state.panes.first { $0.screen == .schema })
    guard pane.title != nil else {
      return try expectContent(state, named: "schema-\(size.width)x\(size.height)")
    }
    // Its pane alone: what stands beside it is held elsewhere.
    var canvas = Canvas(pane.area.size)
    SchemaView.draw(state, in: canvas.area, on: &canvas)
    try expectFrame(canvas, named: "schema-\(size.width)x\(size.height)")
  }

  /// One that is lost, one with an engagement, one whose title takes two lines.
  @Test(arguments: [
    ("lost", [Key.right, .right, .up]), ("engagement", [.left, .up]), ("long", [.right, .end]),
  ])
  func `what is said of a palier`(name: String, keys: [Key]) throws {
    for size in [Size(60, 16), Size(80, 24), Size(120, 36)] {
      var state = state(try example(), size, screen: .schema)
      for key in keys { state.press(key) }
      try expectContent(state, named: "schema-\(name)-\(size.width)x\(size.height)")
    }
  }

  @Test func `the example's schéma in ASCII`() throws {
    let state = state(try example(), Size(80, 24), screen: .schema, isASCII: true)
    try expectContent(state, named: "schema-80x24-ascii")
  }

  @Test(arguments: edges.map(\.name))
  func `a schéma out of the ordinary is arranged too`(name: String) throws {
    let edge = try #require(edges.first { $0.name == name })
    let demarche = try edge.make()
    for size in [Size(60, 16), Size(80, 24), Size(120, 36)] {
      let state = state(demarche, size, screen: .schema)
      try expectContent(state, named: "schema-\(name)-\(size.width)x\(size.height)")
    }
  }
}
