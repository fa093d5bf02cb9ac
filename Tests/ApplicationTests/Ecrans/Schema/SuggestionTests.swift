import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// The ideas and scales, as they are shipped.
private func shippedSuggestions() throws -> Suggestions {
  var all = Suggestions()
  for name in ["indicateurs", "paliers"] {
    let file = projectFile("Data/suggestions/\(name).json")
    all.add(try Suggestions(file: JSONValue.parse([UInt8](try Data(contentsOf: file)))))
  }
  return all
}

@Suite struct SuggestionTests {
  private func opened(
    _ demarche: Demarche, _ size: Size = Size(80, 24), isASCII: Bool = false
  ) throws -> State {
    var state = state(demarche, size, screen: .schema, isASCII: isASCII)
    #expect(!state.wantsSuggestions)
    state.press(.character("b"))
    #expect(state.wantsSuggestions)
    _ = state.update(.suggestions(try shippedSuggestions()))
    #expect(!state.wantsSuggestions)
    return state
  }

  private var empty: Demarche {
    Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  }

  @Test func `a whole scale goes in the schéma in one gesture, and out in one`() throws {
    var state = try opened(empty)
    let scale = try #require(
      try shippedSuggestions().echellesDePaliers.first { $0.axe == .utilite })
    let effects = state.press(.enter)
    let paliers = try #require(state.demarche?.schema.paliers(de: .utilite))
    #expect(!effects.isEmpty && paliers.map(\.intitule) == scale.paliers.map(\.intitule))
    #expect(paliers.map(\.rang) == [1, 2, 3, 4])
    #expect(paliers.map(\.echeanceMois) == scale.paliers.map(\.echeanceMois))
    #expect(Set(paliers.flatMap(\.indicateurs).map(\.id)).count >= paliers.count)
    state.press(.character("u"))
    #expect(state.demarche?.schema.paliers.isEmpty == true)
  }

  @Test func `one palier of a scale is found by its words, and goes last on its axis`() throws {
    var state = try opened(try example())
    let before = try #require(state.demarche?.schema.paliers(de: .democratie))
    state.type("votent là où")
    state.press(.down, .enter)
    let after = try #require(state.demarche?.schema.paliers(de: .democratie))
    #expect(after.count == before.count + 1)
    #expect(after.last?.intitule == "Des usagers votent là où l’on décide")
    #expect(after.last?.rang == after.count && state.words.contains("Palier ajouté"))
    // At month 14, 36 months are counted from the third period.
    #expect(after.last?.echeanceMois == 48)
  }

  @Test func `an idea becomes an indicator of the selected palier`() throws {
    var state = try opened(try example())
    let palier = try #require(state.demarche?.schema.paliers(de: .utilite).first)
    state.press(.tab)
    state.type("tresorerie")
    state.press(.enter)
    let indicateurs = try #require(
      state.demarche?.schema.paliers.first { $0.id == palier.id }?.indicateurs)
    #expect(indicateurs.count == palier.indicateurs.count + 1)
    let added = try #require(indicateurs.last)
    #expect(added.intitule == "Mois de dépenses couverts par la trésorerie")
    #expect(added.nature == .nombre && added.sens == .hausse && added.unite == "mois")
    #expect(added.cible == nil && !added.id.isEmpty)
    // It was reached: nobody should find that out later.
    #expect(state.words.contains("ce palier n’est plus atteint"))
  }

  @Test func `without a palier an indicator is refused, and the list stays`() throws {
    var state = try opened(empty)
    state.press(.tab, .enter)
    #expect(state.demarche == empty)
    #expect(state.words.contains("Un indicateur va dans un palier"))
    #expect(state.words.contains("Idées d’indicateurs"))
  }

  @Test func `an axis, a theme and no accents are enough to find`() throws {
    var state = try opened(try example())
    state.press(.tab)
    state.type("territoire mutualisation")
    #expect(state.words.contains("3 idées") && state.words.contains("Achats faits en groupement"))
    state.type(" zzz")
    #expect(state.words.contains("Rien ne correspond"))
    state.press(.enter)
    #expect(state.demarche == (try example()))
  }

  @Test(arguments: designedSizes + [Size(40, 12)])
  func `the scales at each size`(size: Size) throws {
    var state = try opened(try example(), size)
    state.press(.down)
    try expectContent(state, named: "idees-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `the indicators`(size: Size) throws {
    var state = try opened(try example(), size, isASCII: size.width == 80)
    state.press(.tab)
    try expectContent(state, named: "idees-indicateurs-\(size.width)x\(size.height)")
  }
}
