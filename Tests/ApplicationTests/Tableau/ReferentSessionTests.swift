import Application
import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

/// The method's own tableau (four indicators on three paliers), and a référent's year, by keys.
@Suite struct ReferentSessionTests {
  private func script(_ name: String) throws -> [Substring] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Sessions/\(name).txt").standardized
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  /// Plays a script; `@2026-06-20` is a visit on that day.
  private func play(_ name: String, _ state: inout State) throws {
    for line in try script(name) {
      if line.hasPrefix("@") {
        let day = try #require(Day(iso: String(line.dropFirst())), "\(line)")
        _ = state.update(.day(day))
      } else {
        state.play(String(line))
      }
    }
  }

  private struct Cell: Hashable {
    var objectif: Objectif?
    var statut: Realise.Statut?
  }

  private func cells(_ state: State) throws -> [[Cell]] {
    let demarche = try #require(state.document?.demarche)
    return Avancement(demarche.schema, le: state.environment.today)[.personne].paliers
      .flatMap(\.indicateurs)
      .map { $0.cases.map { Cell(objectif: $0.objectif, statut: $0.realise?.statut) } }
  }

  /// The schéma that the method's tableau follows; nothing achieved yet.
  private func sample() throws -> Demarche {
    var demarche = Demarche(
      id: "d1", raisonSociale: "Les Jardins", debut: try #require(Day(iso: "2026-01-01")))
    for initiales in ["SC", "CF"] {
      var one = Participant()
      one.id = initiales
      one.initiales = initiales
      demarche.participants.append(one)
    }
    let steps: [(String, Int, [(String, String)])] = [
      (
        "Renforcer le recours aux produits éthiques", 6,
        [
          ("30 % des fournitures sont des produits éthiques", "SC"),
          ("Augmentation du budget fournitures de 10 %", "SC"),
        ]
      ),
      (
        "Réduire la consommation de fournitures", 6,
        [("Réduction de la consommation de papier par tête de 10 %", "SC")]
      ),
      (
        "Favoriser les échanges au sein du réseau des partenaires", 12,
        [("Au moins une réunion de chantier par an", "CF")]
      ),
    ]
    demarche.schema.paliers = steps.enumerated().map { index, step in
      var palier = Palier()
      palier.id = "p\(index)"
      palier.axe = .personne
      palier.rang = index + 1
      palier.intitule = step.0
      palier.echeanceMois = step.1
      palier.indicateurs = step.2.enumerated().map { place, one in
        var indicateur = Indicateur()
        indicateur.id = "i\(index)-\(place)"
        indicateur.intitule = one.0
        indicateur.responsable = one.1
        return indicateur
      }
      return palier
    }
    return demarche
  }

  @Test(arguments: [Size(80, 24), Size(40, 12), Size(120, 36)])
  func `the method's tableau, built by keys over three years, cell by cell`(size: Size) throws {
    var state = state(
      try sample(), size, screen: .tableau, today: try #require(Day(iso: "2026-01-01")))
    try play("tableau-de-la-methode", &state)
    let half = Cell(objectif: .atteindre, statut: .atteint)
    let held = Cell(objectif: .verifier, statut: .verifie)
    let none = Cell(objectif: nil, statut: nil)
    let everyHalfYear = [half, held, held, held, held, held]
    #expect(
      try cells(state) == [
        everyHalfYear, everyHalfYear, everyHalfYear, [none, half, none, held, none, held],
      ])
    // Only what is not usual is written: nothing is expected at 18 and at 30 months.
    let demarche = try #require(state.document?.demarche)
    let exceptions = demarche.schema.paliers.flatMap(\.indicateurs).flatMap { one in
      one.objectifs.entries.map { "\(one.id) \($0.mois) \($0.value.rawValue)" }
    }
    #expect(exceptions == ["i2-0 18 aucun", "i2-0 30 aucun"])
    #expect(demarche.constats().isEmpty, "\(demarche.constats())")
    #expect(demarche.historique.count { $0.quoi == "realise" } == 21)
    let avancement = Avancement(demarche.schema, le: state.environment.today)
    #expect(avancement[.personne].actuel == 3)
    #expect(!AFaire(demarche, avancement).presse)
    if size == Size(120, 36) {
      try expectFrame(state.view, named: "seance-tableau-de-la-methode-120x36")
    }
  }

  @Test func `a référent's year: late, proved, lost, corrected in a closed period`() throws {
    var state = state(
      try sample(), Size(80, 24), screen: .aFaire, today: try #require(Day(iso: "2026-01-01")))
    try play("annee-d-un-referent", &state)
    let demarche = try #require(state.document?.demarche)
    let paper = demarche.schema.paliers[1].indicateurs[0]
    let first = demarche.schema.paliers[0].indicateurs[0]
    #expect(demarche.periodesCloses.map(\.mois) == [6])
    #expect(first.realises[6]?.statut == .partiel)
    #expect(first.realises[6]?.corrections.map(\.motif) == ["Deux commandes comptées deux fois"])
    #expect(first.realises[6]?.valeur == .nombre(JSONNumber(27)))
    #expect(first.realises[6]?.piece?.titre == "Factures du semestre")
    #expect(first.realises[6]?.piece?.dateDuFait == Day(iso: "2026-06-15"))
    #expect(paper.realises[6]?.statut == .atteint && paper.realises[12]?.statut == .nonAtteint)
    let avancement = Avancement(demarche.schema, le: state.environment.today)
    // The second palier is lost, the first never held: nothing above it counts.
    #expect(avancement[.personne].actuel == 0)
    #expect(avancement[.personne].paliers.map(\.etat) == [.enRetard, .perdu, .enRetard])
    let lines = AFaire(demarche, avancement).lignes
    #expect(lines.map(\.rubrique.rawValue).prefix(1) == ["perdu"])
    #expect(lines.map(\.presse) == [true, true, true, true])
    #expect(demarche.constats([.saisieApresCloture]).isEmpty)
    try expectFrame(state.view, named: "seance-annee-d-un-referent-80x24")
  }
}
