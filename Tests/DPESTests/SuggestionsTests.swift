import DPES
import Foundation
import JSONTree
import Testing

@Suite struct SuggestionsTests {
  private func shipped(_ name: String) throws -> (file: Suggestions, bytes: [UInt8]) {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/suggestions/\(name).json").standardized
    let bytes = [UInt8](try Data(contentsOf: url))
    return (try Suggestions(file: JSONValue.parse(bytes)), bytes)
  }

  private func file(_ members: String) throws -> Suggestions {
    let text = #"{"format": "dpes-suggestions", "version": 1, \#(members)}"#
    return try Suggestions(file: JSONValue.parse(Array(text.utf8)))
  }

  @Test func `what to read has its genre, and helps points that there are`() throws {
    let all = try shipped("ressources").file.ressources
    #expect(all.count > 80 && Set(all.map(\.id)).count == all.count)
    #expect(all.allSatisfy { $0.genre != nil && $0.others.unknown.isEmpty })
    let one = try #require(all.first { $0.id == "apes-mooc" })
    #expect(one.pour.contains("charte-apes:sante") && one.origine == "Apes")
    let day = try #require(Day(iso: "2026-12-01"))
    let kept = one.ressource(le: day)
    #expect(kept.titre == "Les cours en ligne de l’Apes, Apes" && kept.date == day)
    #expect(kept.genre == .lien && kept.lieu == "moo.c.apes-hdf.org")
  }

  @Test func `what helps the point comes before what helps its référentiel, and each once`() throws
  {
    let suggestions = try file(
      #"""
      "ressources": [{"id": "a", "titre": "A", "genre": "lien", "pour": ["r", "utilite"]},
       {"id": "b", "titre": "B", "genre": "fiche", "annee": 2010, "pour": ["r:p", "r"]},
       {"id": "c", "titre": "C", "genre": "lien"}]
      """#)
    #expect(suggestions.ressources(pour: ["r:p", "r", "utilite"]).map(\.id) == ["b", "a"])
    #expect(suggestions.ressources(pour: ["x"]).isEmpty)
    var all = suggestions
    all.add(try file(#""ressources": [{"id": "b", "titre": "B2", "genre": "lien"}]"#))
    #expect(all.ressources.map(\.titre) == ["A", "B2", "C"])
    #expect(suggestions.ressources[0].ressource(le: Day(number: 0)).axe == .utilite)
  }

  @Test(arguments: ["indicateurs", "paliers", "profil-strategique", "pilotage", "ressources"])
  func `what is shipped is known whole`(name: String) throws {
    let shipped = try shipped(name).file
    #expect(
      shipped.others.unknown.map(\.key).filter {
        !["description", "source", "licence"].contains($0)
      }.isEmpty)
    #expect(shipped.indicateurs.allSatisfy { $0.others.unknown.isEmpty && $0.nature != nil })
  }

  @Test func `there are forty-five ideas and more, on every axis, each with its id`() throws {
    let ideas = try shipped("indicateurs").file.indicateurs
    #expect(ideas.count >= 45 && Set(ideas.map(\.id)).count == ideas.count)
    #expect(Set(ideas.map(\.axe)) == Set(Axe.allCases))
    for idea in ideas {
      // Only what is counted can rise or fall.
      let isCounted = idea.nature == .nombre || idea.nature == .pourcentage
      #expect((idea.sens != nil) == isCounted, "\(idea.id)")
      #expect((idea.frequence ?? 0) % Periode.duree == 0, "\(idea.id)")
    }
  }

  @Test func `there are nine scales and more, their paliers in the order of their months`() throws {
    let scales = try shipped("paliers").file.echellesDePaliers
    #expect(scales.count >= 9 && Set(scales.map(\.id)).count == scales.count)
    #expect(Set(scales.map(\.axe)) == Set(Axe.allCases))
    for scale in scales {
      let months = scale.paliers.compactMap(\.echeanceMois)
      #expect((4...5).contains(scale.paliers.count) && months.count == scale.paliers.count)
      #expect(zip(months, months.dropFirst()).allSatisfy { $0 < $1 }, "\(scale.id)")
      #expect(scale.paliers.allSatisfy { (1...2).contains($0.indicateurs.count) }, "\(scale.id)")
    }
  }

  @Test func `an idea becomes an indicator without a target, a scale's palier one of its axis`()
    throws
  {
    let ideas = try file(
      #"""
      "indicateurs": [{"id": "a", "axe": "personne", "theme": "T", "intitule": "Part", "nature":
      "pourcentage", "sens": "hausse", "unite": "%", "frequence": 6, "preuve": "registre"}],
      "echellesDePaliers": [{"id": "s", "axe": "territoire", "theme": "T", "paliers": [
      {"intitule": "P", "echeanceMois": 9, "indicateurs": [
      {"intitule": "I", "nature": "oui-non", "cible": true}]}]}]
      """#)
    var part = Indicateur()
    (part.intitule, part.nature, part.sens, part.preuve) = (
      "Part", .pourcentage, .hausse, "registre"
    )
    #expect(ideas.indicateurs.map(\.indicateur) == [part])
    var indice = Indicateur()
    (indice.intitule, indice.nature, indice.cible) = ("I", .ouiNon, .ouiNon(true))
    var palier = Palier()
    (palier.axe, palier.intitule, palier.echeanceMois) = (.territoire, "P", 9)
    palier.indicateurs = [indice]
    let scale = try #require(ideas.echellesDePaliers.first)
    #expect(scale.paliers.map { $0.palier(sur: scale.axe) } == [palier])
    let late = [-3, 5, 6, 14, 900].map {
      scale.paliers[0].palier(sur: .territoire, auMois: $0).echeanceMois
    }
    #expect(late == [9, 9, 15, 21, 600])
  }

  @Test func `a second file adds, and takes the place of what has its id`() throws {
    func idea(_ id: String, _ intitule: String) -> String {
      #"{"id": "\#(id)", "axe": "utilite", "theme": "T", "intitule": "\#(intitule)"}"#
    }
    var all = try file(
      #""statuts": ["SCOP"], "indicateurs": [\#(idea("a", "A")), \#(idea("b", "B"))]"#)
    all.add(
      try file(
        #""statuts": ["SCOP", "SCIC"], "indicateurs": [\#(idea("b", "Bis")), \#(idea("c", "C"))]"#))
    #expect(all.indicateurs.map(\.intitule) == ["A", "Bis", "C"])
    #expect(all.statuts == ["SCOP", "SCIC"])
  }

  @Test func `another file is none`() {
    #expect(throws: FormatError.self) {
      try Suggestions(file: JSONValue.parse(Array(#"{"format": "dpes", "version": 1}"#.utf8)))
    }
    #expect(throws: FormatError.self) { try file(#""indicateurs": 3"#) }
  }
}
