import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// A nature's indicator, alone on its palier, due at 12 months, in the period of 12.
private func opened(
  _ nature: Indicateur.Nature?, person: String? = nil, size: Size = Size(80, 24)
) throws -> State {
  var demarche = Demarche(
    id: "d1", raisonSociale: "Les Jardins", debut: try #require(Day(iso: "2026-01-01")))
  var palier = Palier()
  palier.id = "p1"
  palier.intitule = "Acheter autrement"
  palier.echeanceMois = 12
  var indicateur = Indicateur()
  indicateur.id = "i1"
  indicateur.intitule = "Part des achats"
  indicateur.nature = nature
  indicateur.preuve = "Factures"
  palier.indicateurs = [indicateur]
  demarche.schema.paliers = [palier]
  for (id, initiales) in [("q1", "SC"), ("q2", "CF")] {
    var one = Participant()
    one.id = id
    one.initiales = initiales
    demarche.participants.append(one)
  }
  var state = state(demarche, size, screen: .tableau)
  state.environment.person = person
  return state
}

extension State {
  fileprivate var indicator: Indicateur? { document?.demarche.schema.paliers[0].indicateurs[0] }

  /// Goes to a field by its place, and types over what it holds.
  fileprivate mutating func fill(_ place: Int, _ text: String) {
    for _ in 0..<place { press(.tab) }
    press(.control("u"))
    type(text)
    // The first one is left too.
    if place == 0 { press(.tab) }
    for _ in 0..<max(1, place) { press(.backTab) }
  }

  /// Says the statut in the card, and comes back to its first field.
  fileprivate mutating func choose(_ key: Character) {
    var steps = 0
    while steps < 9, (modes.last as? FormCard)?.form.focusedID != "statut" {
      press(.tab)
      steps += 1
    }
    press(.character(key))
    for _ in 0..<steps { press(.backTab) }
  }
}

@Suite struct TableauCardTests {
  @Test func `the card holds a réalisé with its proof`() throws {
    var state = try opened(.pourcentage, person: "SC")
    state.press(.enter)
    state.choose("a")
    for (place, text) in [
      (0, "12,5 %"), (1, "5"), (2, "40"), (4, "Factures de mai"), (5, "Classeur bleu"),
      (6, "3 mai 2026"), (7, "Presque tout"),
    ] {
      state.fill(place, text)
    }
    let effects = state.press(.enter)
    var expected = Realise()
    expected.statut = .atteint
    expected.valeur = JSONNumber(12.5).map(Valeur.nombre)
    expected.numerateur = JSONNumber(5)
    expected.denominateur = JSONNumber(40)
    expected.commentaire = "Presque tout"
    expected.date = exampleDay
    expected.auteur = "q1"
    var piece = Realise.Piece()
    piece.titre = "Factures de mai"
    piece.lieu = "Classeur bleu"
    piece.dateDuFait = Day(iso: "2026-05-03")
    expected.piece = piece
    #expect(state.indicator?.realises[12] == expected)
    #expect(effects.count == 1)
    #expect(state.document?.demarche.historique.map(\.quoi) == ["realise"])
    #expect(state.words.contains("« Part des achats », 12 mois : ✔ atteint."))
  }

  @Test(arguments: [
    (Indicateur.Nature.nombre, "beaucoup", "n’est pas un nombre"),
    (.nombre, "12 %", "n’est pas un nombre"), (.pourcentage, "douze", "n’est pas un nombre"),
    (.ouiNon, "peut-être", "ici, c’est oui ou non"),
  ])
  func `a value that is not of the nature stays typed, with a sentence under it`(
    nature: Indicateur.Nature, text: String, sentence: String
  ) throws {
    var state = try opened(nature)
    state.press(.enter)
    state.fill(0, text)
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains(sentence) && state.words.contains(text))
    #expect(state.indicator?.realises.isEmpty == true)
    // Échap keeps what was typed for the next time.
    state.press(.escape, .enter)
    #expect(state.words.contains(text))
  }

  @Test(arguments: [
    (Indicateur.Nature?.some(.nombre), "1 250", Valeur.nombre(JSONNumber(1250))),
    (.pourcentage, "12 %", .nombre(JSONNumber(12))), (.ouiNon, "Oui", .ouiNon(true)),
    (.ouiNon, "n", .ouiNon(false)), (.texte, "12 %", .texte("12 %")),
    (nil, "31", .nombre(JSONNumber(31))), (nil, "peu", .texte("peu")),
  ])
  func `a value is read as its nature says`(
    nature: Indicateur.Nature?, text: String, value: Valeur
  ) throws {
    var state = try opened(nature)
    state.press(.enter)
    state.fill(0, text)
    state.choose("p")
    state.press(.enter)
    #expect(state.indicator?.realises[12]?.valeur == value)
  }

  @Test(arguments: [
    ("", "5", "40", 12.5), ("13", "5", "40", 13), ("", "1", "3", 33.3),
  ])
  func `a numerator and a denominator say the value, or agree with it`(
    value: String, top: String, bottom: String, expected: Double
  ) throws {
    var state = try opened(.pourcentage)
    state.press(.enter)
    state.fill(0, value)
    state.fill(1, top)
    state.fill(2, bottom)
    state.choose("p")
    state.press(.enter)
    #expect(state.indicator?.realises[12]?.valeur == JSONNumber(expected).map(Valeur.nombre))
  }

  @Test(arguments: [
    ("50", "5", "40", "font 12,5 %, pas « 50 »"), ("", "5", "", "Il faut les deux"),
    ("", "", "40", "Il faut les deux"), ("", "5", "0", "Parmi zéro"),
    ("", "cinq", "40", "« cinq » n’est pas un nombre"),
  ])
  func `a share that contradicts itself is said, and nothing is lost`(
    value: String, top: String, bottom: String, sentence: String
  ) throws {
    var state = try opened(.pourcentage)
    state.press(.enter)
    state.fill(0, value)
    state.fill(1, top)
    state.fill(2, bottom)
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains(sentence))
    #expect(state.indicator?.realises.isEmpty == true)
  }

  @Test(arguments: [
    (4, "bientôt", "n’est pas une date"), (4, "demain", "Un fait à venir"),
    (4, "1/1/2027", "Un fait à venir"), (6, "ZZ", "personne n’a ces initiales"),
    (0, "beaucoup", "n’est pas un nombre"),
  ])
  func `a value, a day, a person are checked where one leaves the field, and at Entrée`(
    place: Int, text: String, sentence: String
  ) throws {
    var state = try opened(.nombre)
    state.press(.enter)
    state.choose("a")
    state.fill(place, text)
    #expect(state.words.contains(sentence), "\(state.words)")
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains(sentence), "\(state.words)")
  }

  @Test func `what was wrong is said no more once it is right, and a date is written out`() throws {
    var state = try opened(.nombre)
    state.press(.enter)
    state.choose("a")
    state.fill(4, "bientôt")
    state.fill(4, "28/02")
    #expect(!state.words.contains("n’est pas une date") && state.words.contains("28/02/2026"))
  }

  @Test func `the reason is asked with « non concerné » alone`() throws {
    var state = try opened(.nombre)
    state.press(.enter)
    state.choose("a")
    #expect(!state.words.contains("Motif"))
    state.choose("c")
    #expect(state.words.contains("Motif"))
    state.choose("a")
    #expect(!state.words.contains("Motif"))
  }

  @Test func `non concerné asks its reason in the card too`() throws {
    var state = try opened(.nombre)
    state.press(.enter)
    state.choose("c")
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains("« Non concerné » dit pourquoi."))
    state.type("Pas d’achats cette année")
    state.press(.enter)
    #expect(state.indicator?.realises[12]?.motif == "Pas d’achats cette année")
    #expect(state.indicator?.realises[12]?.statut == .nonConcerne)
  }

  @Test func `who is asked once, in the card, and remembered`() throws {
    var state = try opened(.nombre)
    state.press(.enter)
    state.choose("a")
    #expect(state.words.contains("Noté par"))
    state.fill(6, "cf")
    let effects = state.press(.enter)
    #expect(state.indicator?.realises[12]?.auteur == "q2")
    #expect(state.document?.demarche.historique.map(\.qui) == ["q2"])
    #expect(effects.contains(.remember("CF")))
    // From then on it is known, and no more remembered.
    state.press(.enter)
    #expect(state.words.contains("CF"))
    state.choose("p")
    let later = state.press(.enter)
    #expect(!later.contains(.remember("CF")))
    #expect(state.document?.demarche.historique.map(\.qui) == ["q2", "q2"])
  }

  @Test func `who may stay empty`() throws {
    var state = try opened(.nombre)
    state.press(.enter)
    state.choose("a")
    let effects = state.press(.enter)
    #expect(effects.count == 1)
    #expect(state.indicator?.realises[12]?.auteur == nil && state.environment.person == nil)
  }

  @Test func `an objective is changed in the card, with its trace`() throws {
    var state = try opened(.nombre)
    state.press(.enter, .backTab, .character("n"), .enter)
    #expect(state.indicator?.objectifs[12] == .aucun)
    #expect(state.document?.demarche.historique.map(\.quoi) == ["objectif"])
    #expect(state.indicator?.realises.isEmpty == true)
    // Undo goes back to it, in its period.
    state.press(.right, .character("u"))
    #expect(state.indicator?.objectifs[12] == nil)
    #expect(state.words.contains("12 mois, 1er"))
  }

  @Test func `leaving the card as it was changes nothing`() throws {
    var state = try opened(.nombre)
    #expect(state.press(.enter, .enter).isEmpty)
    #expect(state.document?.revision == 0)
  }

  @Test(arguments: designedSizes + [Size(40, 12)])
  func `the card at each size`(size: Size) throws {
    var state = state(try example(), size, screen: .tableau)
    state.press(.left, .enter)
    try expectContent(state, named: "tableau-fiche-\(size.width)x\(size.height)")
  }

  @Test func `the card in ASCII, with a fault`() throws {
    var state = try opened(.pourcentage)
    state.environment.isASCII = true
    state.press(.enter)
    state.fill(0, "beaucoup")
    state.press(.enter)
    try expectContent(state, named: "tableau-fiche-ascii-80x24")
  }
}

@Suite struct TableauCorrectionTests {
  /// The example's period of 6 months is closed.
  private func closed() throws -> State {
    var state = state(try example(), Size(120, 50), screen: .tableau)
    state.press(.left, .left)
    return state
  }

  private func cell(_ state: State) -> Realise? {
    state.document?.demarche.schema.paliers.first?.indicateurs.first?.realises[6]
  }

  @Test(arguments: [Realise.Statut.nonAtteint, .partiel, .nonConcerne])
  func `a key in a closed period asks why, and keeps what was written`(
    statut: Realise.Statut
  ) throws {
    let key: Character = statut == .nonAtteint ? "x" : statut == .partiel ? "p" : "c"
    var state = try closed()
    let before = try #require(cell(state))
    #expect(state.press(.character(key)).isEmpty)
    #expect(state.words.contains("pourquoi corriger, à 6 mois"))
    state.press(.enter)
    #expect(cell(state) == before)
    state.type("Recompté")
    state.press(.enter)
    let after = try #require(cell(state))
    #expect(after.statut == statut && after.date == before.date && after.auteur == before.auteur)
    let correction = try #require(after.corrections.last)
    #expect(correction.statut == before.statut && correction.motif == "Recompté")
    #expect(correction.date == exampleDay)
    #expect(state.document?.demarche.historique.last?.quoi == "realise")
    #expect(state.words.contains("corrigé le 01/12/2026"))
    state.press(.character("u"))
    #expect(cell(state) == before)
  }

  @Test func `emptying a closed cell keeps its corrections`() throws {
    var state = try closed()
    state.press(.delete)
    state.type("Compté deux fois")
    state.press(.enter)
    let after = try #require(cell(state))
    #expect(after.statut == nil && after.valeur == nil && after.corrections.count == 1)
  }

  @Test func `the card of a closed period wants a reason for what it changes`() throws {
    var state = try closed()
    let before = try #require(cell(state))
    state.press(.enter)
    state.choose("p")
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains("La période est close : dites pourquoi corriger."))
    state.type("Recompté")
    state.press(.enter)
    #expect(cell(state)?.statut == .partiel)
    #expect(cell(state)?.corrections.last?.statut == before.statut)
  }
}
