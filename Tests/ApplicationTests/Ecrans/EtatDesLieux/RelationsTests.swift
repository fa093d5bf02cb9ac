import DPES
import TerminalUI
import Testing

@testable import Application

/// The example with some ties between its acteurs; up to `count` of them.
func tied(_ count: Int = 5) throws -> Demarche {
  var demarche = try example()
  var ids = IDGenerator(seed: 22)
  while demarche.acteurs.count < count {
    var acteur = Acteur()
    acteur.nom = "Acteur de plus, le n°\u{A0}\(demarche.acteurs.count + 1)"
    demarche.acteurs.ajouter(acteur, ids: &ids)
  }
  demarche.acteurs = Array(demarche.acteurs.prefix(count))
  let all = demarche.acteurs.map(\.id)
  for (index, nature) in Acteur.Nature.allCases.enumerated() where index + 1 < all.count {
    _ = demarche.dire(Paire(all[index], all[index + 1]), ids: &ids) { lien in
      lien.nature = nature
      lien.porteSur = Acteur.PorteSur.allCases[index % 4]
      lien.objet = index == 0 ? "Le transport des résidents vers le centre" : nil
    }
  }
  return demarche
}

private func relations(_ demarche: Demarche, _ size: Size = Size(100, 30)) throws -> State {
  var state = state(demarche, size, screen: .etat)
  try #require(state.select("acteurs") == true)
  state.play("r")
  return state
}

@Suite struct RelationFrameTests {
  private static let sizes = designedSizes + [Size(40, 12), Size(140, 40)]

  private func name(_ what: String, _ size: Size) -> String {
    "relations-\(what)-\(size.width)x\(size.height)"
  }

  @Test(arguments: sizes) func `the pairs of five acteurs, and of twelve`(size: Size) throws {
    var state = try relations(try tied(), size)
    state.play(size.width < 72 ? "[droite][bas]" : "[bas][droite]")
    try expectContent(state, named: name("cinq", size))
    state = try relations(try tied(12), size)
    state.play(size.width < 72 ? "[Fin]" : "[Fin][2 droite]")
    try expectContent(state, named: name("douze", size))
  }

  @Test(arguments: sizes) func `one acteur alone, and two`(size: Size) throws {
    try expectContent(relations(try tied(1), size), named: name("un", size))
    try expectContent(relations(try tied(2), size), named: name("deux", size))
  }

  @Test(arguments: sizes) func `two dated maps beside each other`(size: Size) throws {
    let state = try RelationGestureTests.compared(size)
    try expectContent(state, named: name("comparees", size))
  }
}

@Suite struct RelationGestureTests {
  private func lien(_ state: State, _ one: Int?, _ other: Int) -> Lien? {
    guard let demarche = state.document?.demarche else { return nil }
    return demarche.lien(Paire(one.map { demarche.acteurs[$0].id }, demarche.acteurs[other].id))
  }

  @Test func `letters say the nature and what it bears on, Entrée the object`() throws {
    var state = try relations(try tied())
    let column = try #require(lien(state, nil, 0))
    state.play("o")
    #expect(lien(state, nil, 0)?.nature == .opposition)
    #expect(lien(state, nil, 0)?.objet == column.objet)
    // One row down and one column on: the second acteur with the first.
    state.play("[bas][droite]tp[Entrée][Ctrl-U]Le bail[Entrée]")
    #expect(lien(state, 0, 1) == Lien(.neutralite, .pratiques, "Le bail"))
    #expect(state.modes.last is RelationsMode)
    state.play("[Entrée][Ctrl-U][Entrée]")
    #expect(lien(state, 0, 1) == Lien(.neutralite, .pratiques))
    state.play("[Suppr]")
    #expect(lien(state, 0, 1)?.estVide == true)
    state.press(.control("d"))
    #expect(state.notice?.text.contains("Rien n’est dit") == true)
    state.play("uu")
    #expect(lien(state, 0, 1)?.objet == "Le bail" && state.modes.last is RelationsMode)
    state.play("r")
    #expect(state.modes.isEmpty)
  }

  @Test func `the arrows stay among the pairs`() throws {
    var state = try relations(try tied())
    let ids = try tied().acteurs.map(\.id)
    func paire() -> Paire? { RelationsMode.paire(state) }
    state.play("[haut][gauche]")
    #expect(paire() == Paire(nil, ids[0]))
    state.play("[droite]")
    #expect(paire() == Paire(nil, ids[0]))
    state.play("[Fin][9 droite]")
    #expect(paire() == Paire(ids[3], ids[4]))
    state.play("[3 haut]")
    #expect(paire() == Paire(ids[0], ids[1]))
  }

  @Test func `below 72 columns the same keys say the pairs of one acteur`() throws {
    var state = try relations(try tied(), Size(60, 16))
    state.play("[droite][2 bas]ig")
    // The second acteur with the structure, the first one, then the third.
    #expect(lien(state, 1, 2)?.nature == .interdependance)
    #expect(lien(state, 1, 2)?.porteSur == .globale)
  }

  @Test func `without an acteur it says how to add one`() throws {
    var demarche = try tied()
    demarche.acteurs = []
    demarche.relations = []
    let state = try relations(demarche)
    #expect(state.modes.isEmpty)
    #expect(state.notice?.text.contains("n en ajoute") == true)
  }

  @Test func `an observation of a tie knows where it comes from, and leads back`() throws {
    var state = try relations(try tied())
    state.play("[bas][droite]c[Ctrl-U]Le transport tient à une personne[Entrée]")
    let demarche = try #require(state.document?.demarche)
    let observation = try #require(
      demarche.cercles.flatMap(\.observations).first {
        $0.texte == "Le transport tient à une personne"
      })
    let point = try #require(
      demarche.point(de: Paire(demarche.acteurs[0].id, demarche.acteurs[1].id)))
    #expect(observation.points == [point] && observation.axe == nil)
    state.play("r3")
    let isThere = state.select(observation.id)
    #expect(isThere)
    state.play("l")
    #expect(state.words.contains("relation"))
    state.play("[Début][Entrée]")
    #expect(state.screen == .etat && state.etat.section == .acteurs)
  }

  @Test func `it never comes to the wall`() throws {
    var state = try relations(try tied())
    state.play("[F8]")
    let nom = try tied().acteurs[0].nom ?? ""
    #expect(!state.isOnWall || !state.view.description.contains(nom))
    #expect(!(state.isOnWall && state.modes.last is RelationsMode))
  }

  @Test func `hidden names are hidden in it`() throws {
    var state = try relations(try tied(), Size(140, 40))
    let nom = try #require(try tied().acteurs[0].nom)
    #expect(state.words.contains(nom))
    state.press(.escape, .control("n"), .character("r"))
    #expect(state.hidesNames && state.modes.last is RelationsMode)
    #expect(!state.words.contains(nom) && state.words.contains(Demarche.nomCache))
  }

  @Test func `d dates the map, and takes up that of the same day`() throws {
    var state = try relations(try tied())
    state.play("d")
    #expect(state.document?.demarche.cartes.count == 1)
    state.play("d")
    #expect(state.notice?.text.contains("dit déjà") == true)
    state.play("ad")
    #expect(state.document?.demarche.cartes.count == 1)
    #expect(state.notice?.text.contains("reprise") == true)
    state.play("[Échap]u")
    #expect(state.notice?.text.contains("carte du") == true)
  }

  @Test func `v wants two dates`() throws {
    var state = state(try tied(), Size(100, 30), screen: .etat)
    try #require(state.select("acteurs") == true)
    state.play("v")
    #expect(state.modes.isEmpty && state.notice?.text.contains("Aucune carte") == true)
    state.play("dv")
    #expect(state.modes.isEmpty && state.notice?.text.contains("Une seule carte") == true)
  }

  /// Two maps of the example's acteurs, eight months apart, compared.
  static func compared(_ size: Size = Size(100, 30)) throws -> State {
    var demarche = try tied()
    var ids = IDGenerator(seed: 5)
    let all = demarche.acteurs.map(\.id)
    func signature(_ months: Int) -> Signature {
      Signature(quand: Instant(seconds: 0), jour: exampleDay.adding(months: months))
    }
    _ = demarche.daterLaCarte(signature(-20), ids: &ids)
    _ = demarche.dire(Paire(all[0], all[1]), ids: &ids) { $0.nature = .negociation }
    _ = demarche.daterLaCarte(signature(-8), ids: &ids)
    _ = demarche.dire(Paire(all[0], all[1]), ids: &ids) { $0.nature = .alliance }
    _ = demarche.dire(Paire(all[1], all[2]), ids: &ids) { $0 = Lien() }
    _ = demarche.dire(Paire(all[0], all[4]), ids: &ids) { $0.nature = .interdependance }
    _ = demarche.daterLaCarte(signature(0), ids: &ids)
    var state = state(demarche, size, screen: .etat)
    try #require(state.select("acteurs") == true)
    state.play("v")
    return state
  }

  @Test func `two dates say what appeared, closed and changed, and ← goes further back`() throws {
    var state = try Self.compared()
    for word in ["1 apparue", "1 close", "1 changée", "inchangée"] {
      #expect(state.words.contains(word), "\(word)")
    }
    for word in ["mieux", "moins bien", "dégrad", "amélior"] {
      #expect(!state.words.contains(word))
    }
    state.play("[gauche]")
    #expect(state.words.contains("Cartes du \(exampleDay.adding(months: -20).french)"))
    state.play("[gauche]")
    #expect(state.notice?.text.contains("plus ancienne") == true)
    state.play("v")
    #expect(state.modes.isEmpty)
  }

  @Test func `an acteur that a dated map names is noted as gone, and makes room`() throws {
    var state = state(try tied(12), Size(100, 30), screen: .etat)
    try #require(state.select("acteurs") == true)
    var full = state
    full.play("n")
    #expect(full.modes.isEmpty)
    state.play("d[Suppr]")
    #expect(state.notice?.text.contains("noté parti") == true)
    #expect(state.document?.demarche.acteurs.count == 12 && state.etat.rows.carte.count == 11)
    state.play("n")
    #expect(state.modes.last is FormCard)
  }
}
