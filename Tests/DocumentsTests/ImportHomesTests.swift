import DPES
import Testing

@testable import Documents

/// Of which palier a row is that leaves it to another, or says it beside an indicator.
@Suite struct ImportHomesTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  @Test(arguments: [
    "Axe;Action;Échéance;Indicateur\nUtilité;Épicerie;12;Tournées\n;;;Clients\nPersonne;;6;Tuteurs\n",
    "Axe;Action;Échéance;Indicateur\nUtilité;Épicerie;12;Tournées\n;;;Clients\nAxe 2 : Personne;;;\n;;6;Tuteurs\n",
  ])
  func `an empty palier is of the row above on its own axis alone, else asked`(
    text: String
  ) throws {
    let row = text.split(separator: "\n").count
    let asked = try importation(text, .indicateurs, into: Self.empty)
    #expect(
      asked.refusals == [
        .init(row: row, reason: .emptyPalier("Tuteurs", above: "Épicerie", .personne))
      ])
    #expect(asked.asked.map(\.options) == [["Épicerie", ""]])
    #expect(asked.demarche.schema.paliers.map(\.indicateurs.count) == [2])
    var choices = ImportChoices()
    _ = choices.add(meaning: "Tuteurs=Tutorat")
    let said = try importation(text, .indicateurs, into: Self.empty, choices: choices)
    #expect(said.refusals == [])
    #expect(said.demarche.schema.paliers.map(\.intitule) == ["Épicerie", "Tutorat"])
    #expect(said.demarche.schema.paliers.map(\.axe) == [.utilite, .personne])
    let again = try importation(text, .indicateurs, into: said.demarche, choices: choices)
    #expect(again.demarche == said.demarche)
    var left = ImportChoices()
    _ = left.add(meaning: "Tuteurs=")
    let none = try importation(text, .indicateurs, into: Self.empty, choices: left)
    #expect(none.refusals == [] && none.notices.contains(.leftOut(rows: [row])))
  }

  @Test func `a row of an id that is here needs no palier on another axis`() throws {
    let first = try importation(
      "axe;palier;indicateur\nU;Épicerie;Tournées\nP;Tutorat;Tuteurs\n", .indicateurs,
      into: Self.empty)
    let id = first.demarche.schema.paliers[1].indicateurs[0].id
    let again = try importation(
      "axe;palier;indicateur;cible;id\nU;Épicerie;Tournées;;\nP;;Tuteurs;5;\(id)\n", .indicateurs,
      into: first.demarche)
    #expect(again.refusals == [] && again.changed == 1)
    #expect(again.demarche.schema.paliers.map(\.intitule) == ["Épicerie", "Tutorat"])
  }

  private static func twins() throws -> (Demarche, month: Int) {
    let plan = """
      axe;palier;indicateur
      U;Épicerie;Satisfaction
      U;Épicerie;Clients
      P;Tutorat;Satisfaction
      """
    let demarche = try importation(plan, .indicateurs, into: empty).demarche
    return (demarche, try #require(demarche.schema.periodes.map(\.mois).first))
  }

  private static func values(_ demarche: Demarche, _ month: Int) -> [Realise.Statut?] {
    demarche.schema.paliers.flatMap(\.indicateurs).map { $0.realises[month]?.statut }
  }

  @Test func `a palier beside an indicator tells it from another of its title`() throws {
    let (demarche, month) = try Self.twins()
    let text = """
      Palier;Indicateur;Période;Statut
      Épicerie;Satisfaction;\(month);atteint
      ;Clients;\(month);partiel
      Tutorat;Satisfaction;\(month);non atteint
      """
    let taken = try importation(text, .realises, into: demarche)
    #expect(taken.refusals == [])
    #expect(Self.values(taken.demarche, month) == [.atteint, .partiel, .nonAtteint])
    // An axis does, too.
    let axes = try importation(
      "Axe;Indicateur;Période;Statut\nP;Satisfaction;\(month);partiel\n", .realises, into: demarche)
    #expect(Self.values(axes.demarche, month) == [nil, nil, .partiel])
  }

  @Test func `what a palier does not tell apart is asked once for each pair`() throws {
    let (demarche, month) = try Self.twins()
    let text = """
      Palier;Indicateur;Période;Statut
      Magasin;Satisfaction;\(month);atteint
      Parrainage;Satisfaction;\(month);partiel
      Tutorat;Clients;\(month);atteint
      """
    let asked = try importation(text, .realises, into: demarche)
    let pairs = ["Satisfaction (Magasin)", "Satisfaction (Parrainage)", "Clients (Tutorat)"]
    #expect(asked.asked.map(\.subject) == pairs.map { .word($0, column: "indicateur") })
    let ids = demarche.schema.paliers.flatMap(\.indicateurs).map(\.id)
    var choices = ImportChoices()
    _ = choices.add(meaning: "\(pairs[0])=\(ids[0])")
    _ = choices.add(meaning: "\(pairs[1])=\(ids[2])")
    _ = choices.add(meaning: "\(pairs[2])=Clients")
    let done = try importation(text, .realises, into: demarche, choices: choices)
    #expect(done.refusals == [])
    #expect(Self.values(done.demarche, month) == [.atteint, .atteint, .partiel])
  }
}
