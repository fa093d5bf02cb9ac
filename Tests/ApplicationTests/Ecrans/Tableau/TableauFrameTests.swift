import Application
import DPES
import JSONTree
import TerminalUI
import Testing

@Suite struct TableauFrameTests {
  @Test(arguments: designedSizes + [Size(40, 12)])
  func `the example's tableau at each size`(size: Size) throws {
    let state = state(try example(), size, screen: .tableau)
    try expectContent(state, named: "tableau-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(60, 16), Size(80, 24), Size(120, 36)])
  func `a cell with a value, a proof and a comment, scrolled to`(size: Size) throws {
    var state = state(try example(), size, screen: .tableau)
    state.press(.end, .up, .left)
    try expectContent(state, named: "tableau-fin-\(size.width)x\(size.height)")
  }

  @Test func `a late cell, a lost one and a correction say so in words`() throws {
    var state = state(try example(), Size(100, 30), screen: .tableau)
    state.press(.left)
    for _ in 0..<16 { state.press(.down) }
    try expectContent(state, named: "tableau-perdu-100x30")
    state.press(.home, .left)
    for _ in 0..<7 { state.press(.down) }
    try expectContent(state, named: "tableau-correction-100x30")
  }

  @Test func `the example's tableau in ASCII`() throws {
    var state = state(try example(), Size(80, 24), screen: .tableau, isASCII: true)
    state.press(.end, .left)
    try expectContent(state, named: "tableau-ascii-80x24")
  }

  @Test func `a wide window has words in its cells`() throws {
    var state = state(try example(), Size(240, 40), screen: .tableau)
    state.press(.down, .down, .left)
    try expectContent(state, named: "tableau-240x40")
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `an empty schéma says what will fill the tableau`(size: Size) throws {
    let empty = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    let state = state(empty, size, screen: .tableau)
    try expectContent(state, named: "tableau-vide-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(60, 16), Size(120, 36)])
  func `long titles, a palier without indicator, no start, exceptions`(size: Size) throws {
    var state = state(unusual(), size, screen: .tableau)
    try expectContent(state, named: "tableau-cas-\(size.width)x\(size.height)")
    state.press(.end)
    try expectContent(state, named: "tableau-sans-indicateur-\(size.width)x\(size.height)")
  }

  @Test func `a hundred periods scroll, the selected one always in sight`() throws {
    var demarche = unusual()
    demarche.schema.debut = Day(iso: "2024-01-31")
    demarche.schema.dureeMois = 600
    var state = state(demarche, Size(80, 24), screen: .tableau)
    try expectContent(state, named: "tableau-600-mois-80x24")
    for _ in 0..<100 { state.press(.left) }
    for mois in stride(from: 6, through: 600, by: 6) {
      let heading = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(heading[3].contains(" \(mois) "))
      state.press(.right)
    }
    try expectContent(state, named: "tableau-600-mois-fin-80x24")
  }

  @Test func `sixteen hundred indicators: the last is reached, and seen`() throws {
    var state = state(large(), Size(80, 24), screen: .tableau)
    state.press(.end)
    try expectContent(state, named: "tableau-1600-fin-80x24")
  }
}

/// Titles of 90 characters, a palier without indicator, axes without palier, no start.
private func unusual() -> Demarche {
  var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  demarche.schema.debut = nil
  let title =
    "Rencontrer chaque année les voisins, les familles et les élus qui tiennent à la résidence"
  var first = Palier()
  first.id = "p1"
  first.intitule = title
  first.echeanceMois = 9
  var indicateur = Indicateur()
  indicateur.id = "i1"
  indicateur.intitule = title
  indicateur.nature = .pourcentage
  indicateur.sens = .baisse
  indicateur.cible = .nombre(JSONNumber(12))
  indicateur.objectifs[24] = .aucun
  indicateur.responsable = "inconnu"
  var realise = Realise()
  realise.statut = .atteint
  realise.valeur = .texte("douze")
  realise.commentaire = title
  indicateur.realises[12] = realise
  realise.statut = .partiel
  indicateur.realises[18] = realise
  first.indicateurs = [indicateur]
  var second = Palier()
  second.id = "p2"
  second.axe = .democratie
  second.intitule = title
  second.atteintLe = Day(iso: "2026-02-03")
  demarche.schema.paliers = [first, second]
  return demarche
}

/// 200 paliers an axis, two indicators each.
private func large() -> Demarche {
  var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  demarche.schema.paliers = (0..<800).map { number in
    var palier = Palier()
    palier.id = "p\(number)"
    palier.axe = Axe.allCases[number % 4]
    palier.intitule = "Palier \(number)"
    palier.echeanceMois = number % 36 + 1
    palier.indicateurs = (0..<2).map { index in
      var indicateur = Indicateur()
      indicateur.id = "i\(number)-\(index)"
      indicateur.intitule = "Indicateur \(index) du palier \(number)"
      return indicateur
    }
    return palier
  }
  return demarche
}
