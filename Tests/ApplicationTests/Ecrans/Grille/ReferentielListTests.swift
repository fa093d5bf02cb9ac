import DPES
import TerminalUI
import Testing

@testable import Application

/// The référentiels side by side.
@Suite struct ReferentielListTests {
  /// All that are shipped, in the order of their files.
  private func all() throws -> [Referentiel] {
    try [
      "bonnes-pratiques", "charte-apes", "developpement-durable", "parcours-richesses-humaines",
      "parcours-transition", "parcours-usagers", "pas-de-calais", "utilite-sociale",
    ].map { try shipped("referentiels/\($0).json") }
  }

  /// The example with answers to three of them, one of which is not on this machine.
  private func answered() throws -> Demarche {
    var demarche = try example()
    var ids = IDGenerator(seed: 5)
    let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay, qui: nil)
    let shelf = try all()
    for (place, points) in [(1, 7), (2, 45)] {
      for point in shelf[place].themes.flatMap(\.points).prefix(points) {
        demarche.repondre(point.code, de: shelf[place], signature, ids: &ids) {
          $0.existante = .partielle
        }
      }
    }
    var (grille, reponse) = (Grille(), Reponse())
    (reponse.point, reponse.existante) = ("x", .oui)
    (grille.id, grille.referentiel, grille.reponses) = ("perdue", "grille-du-reseau", [reponse])
    grille.date = exampleDay.adding(months: -13)
    demarche.grilles.append(grille)
    return demarche
  }

  private func grille(
    _ demarche: Demarche, _ size: Size = Size(100, 30), isASCII: Bool = false
  ) throws -> State {
    var state = state(demarche, size, screen: .grille, isASCII: isASCII)
    _ = state.update(.referentiels(try all()))
    state.press(.escape)
    return state
  }

  private func rows(_ state: State) -> [ReferentielList.Row] {
    guard let list = state.modes.last as? ReferentielList else { return [] }
    return list.rows
  }

  @Test func `each tells its answers by the charter's axis, and their last day`() throws {
    var state = try grille(try answered())
    state.play("r")
    let told = rows(state).map { "\($0.id) \($0.reponses)/\($0.points ?? -1)" }
    #expect(
      told == [
        "bonnes-pratiques 0/43", "charte-apes 15/48", "pas-de-calais 0/20", "utilite-sociale 0/23",
        "developpement-durable 45/45", "parcours-richesses-humaines 0/19",
        "parcours-transition 0/21", "parcours-usagers 0/15", "grille-du-reseau 1/-1",
      ])
    try #require(rows(state).count == 9)
    let charte = rows(state)[1]
    #expect(charte.axes.map(\.points) == [19, 11, 11, 7])
    #expect(charte.axes.map(\.reponses) == [9, 5, 1, 0])
    #expect(rows(state)[4].date == exampleDay && rows(state)[0].date == nil)
    #expect(rows(state)[8].date == exampleDay.adding(months: -13))
  }

  @Test func `an answer to a renamed point counts, one to a point that is gone does not`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    var grille = Grille()
    (grille.id, grille.referentiel) = ("g", "charte-apes")
    grille.reponses = ["vieux", "disparu"].map { code in
      var reponse = Reponse()
      (reponse.point, reponse.existante) = (code, .oui)
      return reponse
    }
    demarche.grilles = [grille]
    var referentiel = try shippedReferentiel()
    referentiel.themes[0].points[0].anciens = ["vieux"]
    let list = ReferentielList(of: demarche, [referentiel], shown: nil)
    #expect(list.rows.map(\.reponses) == [1])
  }

  @Test func `Entrée opens the one selected, Échap stays`() throws {
    var state = try grille(try answered())
    let shown = try #require(GrilleEcran.referentiel(state)?.id)
    state.play("r[Fin][haut][Échap]")
    #expect(GrilleEcran.referentiel(state)?.id == shown && state.modes.isEmpty)
    state.play("r[Fin][haut][Entrée]")
    #expect(GrilleEcran.referentiel(state)?.id == "parcours-usagers" && state.modes.isEmpty)
    // r goes on to the next, around.
    state.play("rrr[Entrée]")
    #expect(GrilleEcran.referentiel(state)?.id == "bonnes-pratiques")
    state.play("[bas]r[Entrée]")
    #expect(state.grille.list.selection > 1)
  }

  @Test func `one that is not on this machine is told, shown by its codes, and not changed`() throws
  {
    var state = try grille(try answered())
    state.play("r[Fin]")
    #expect(state.words.contains("Pas sur cet ordinateur"))
    state.play("[Entrée]o")
    #expect(state.modes.isEmpty && state.grille.referentielID == "grille-du-reseau")
    #expect(state.grille.selected?.point.intitule == "x")
    #expect(state.notice?.text.contains("n’est pas sur cet ordinateur") == true)
  }

  @Test func `without any it says so`() throws {
    var state = state(try example(), Size(80, 24), screen: .grille)
    _ = state.update(.referentiels([]))
    state.play("r")
    #expect(state.modes.isEmpty)
    #expect(state.notice?.text == "Aucun référentiel n’a été trouvé.")
  }

  /// Never a mark: counts stand beside what they are of, and nothing is divided.
  @Test func `no percentage and no rank stand on the list`() throws {
    var state = try grille(try answered())
    state.play("r")
    #expect(!state.words.contains("%"))
  }

  @Test(arguments: designedSizes + [Size(40, 12), Size(140, 40)])
  func `the référentiels at every size`(size: Size) throws {
    var state = try grille(try answered(), size)
    state.play("r")
    try expectContent(state, named: "referentiels-\(size.width)x\(size.height)")
  }

  @Test func `the référentiels in ASCII, and one that is not here`() throws {
    for size in [Size(80, 24), Size(40, 12)] {
      var state = try grille(try answered(), size, isASCII: true)
      state.play("r[Fin]")
      try expectContent(state, named: "referentiels-\(size.width)x\(size.height)-ascii")
    }
  }
}
