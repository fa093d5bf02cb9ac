import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// The method's own tableau (four indicators on three paliers), and a référent's year, by keys.
@Suite struct ReferentSessionTests {
  private func script(_ name: String) throws -> [Substring] {
    let file = projectFile("Tests/ApplicationTests/Sessions/\(name).txt")
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

  /// A démarche with two people and nothing else, whose schéma is then typed in.
  private func started(_ size: Size) throws -> State {
    let start = try #require(Day(iso: "2026-01-01"))
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: start)
    for (index, initiales) in ["SC", "CF"].enumerated() {
      var one = Participant()
      one.id = "p\(index)"
      one.initiales = initiales
      demarche.participants.append(one)
    }
    var state = state(demarche, size, screen: .schema, today: start)
    try play("schema-de-la-methode", &state)
    return state
  }

  @Test(arguments: [Size(80, 24), Size(40, 12), Size(120, 36)])
  func `the method's tableau, typed from an empty schéma and kept over three years, cell by cell`(
    size: Size
  ) throws {
    var state = try started(size)
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
      one.objectifs.entries.map { "\(one.intitule) \($0.mois) \($0.value.rawValue)" }
    }
    #expect(
      exceptions == [
        "Au moins une réunion de chantier par an 18 aucun",
        "Au moins une réunion de chantier par an 30 aucun",
      ])
    #expect(demarche.constats().isEmpty, "\(demarche.constats())")
    #expect(demarche.historique.count { $0.quoi == "realise" } == 21)
    let avancement = Avancement(demarche.schema, le: state.environment.today)
    #expect(avancement[.personne].actuel == 3)
    #expect(!AFaire(demarche, avancement, cycles: []).presse)
    if size == Size(120, 36) {
      try expectContent(state, named: "seance-tableau-de-la-methode-120x36")
    }
  }

  /// The slide's rows: what is expected, and what came of it, at 6, 12, 18, 24, 30, 36.
  @Test func `the method's slides are built from nothing by keys, and look like the slides`() throws
  {
    var state = state(
      Demarche(id: "d1", raisonSociale: "Les Jardins"), Size(120, 36), screen: .schema,
      today: try #require(Day(iso: "2026-01-01")))
    try play("diapositives", &state)
    let demarche = try #require(state.document?.demarche)
    #expect(demarche.schema.debut?.iso == "2026-01-01")
    #expect(demarche.participants.map(\.initiales) == ["SC", "CF"])
    let half = Cell(objectif: .atteindre, statut: .atteint)
    let held = Cell(objectif: .verifier, statut: .verifie)
    let none = Cell(objectif: nil, statut: nil)
    let everyHalfYear = [half, held, held, held, held, held]
    #expect(
      try cells(state) == [
        everyHalfYear, everyHalfYear, everyHalfYear, [none, half, none, held, none, held],
      ])
    // By its rhythm alone: no exception is written.
    let all = demarche.schema.paliers.flatMap(\.indicateurs)
    #expect(all.allSatisfy { $0.objectifs.isEmpty } && all.compactMap(\.rythmeMois) == [12])
    let avancement = Avancement(demarche.schema, le: state.environment.today)
    // Le schéma : trois paliers sur deux axes, à 9, 12 et 24 mois.
    #expect(avancement[.territoire].paliers.map(\.palier.echeanceMois) == [9, 12, 24])
    let (people, place) = (avancement[.personne], avancement[.territoire])
    #expect(place.intermediaire == 2 && place.cible == 3)
    #expect(people.depart == 0 && people.actuel == 3)
    #expect(people.intermediaire == 3 && people.cible == 3)
    #expect(demarche.constats().filter { $0.gravite == .erreur }.isEmpty)
    try expectContent(state, named: "seance-diapositives-tableau-120x36")
    state.play("[4][r]")
    try expectContent(state, named: "seance-diapositives-arbre-120x36")
  }

  @Test func `a référent's year: late, proved, lost, corrected in a closed period`() throws {
    var state = try started(Size(80, 24))
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
    let lines = AFaire(demarche, avancement, cycles: []).lignes.filter { $0.rubrique != .aClore }
    #expect(lines.map(\.rubrique.rawValue).prefix(1) == ["perdu"])
    #expect(lines.map(\.presse) == [true, true, true, true])
    #expect(demarche.constats([.saisieApresCloture]).isEmpty)
    try expectContent(state, named: "seance-annee-d-un-referent-80x24")
  }

  /// Keys of a script beside its texts: `[3 bas]` is three.
  private func keys(_ line: String) -> Int {
    line.matches(of: /\[(?:(\d+) )?[^\]]+\]/).reduce(0) { $0 + ($1.1.flatMap { Int($0) } ?? 1) }
  }

  @Test func `three réalisés with values and proofs take at most 24 keys beside the texts`() throws
  {
    var demarche = Demarche(
      id: "d1", raisonSociale: "Les Jardins", debut: try #require(Day(iso: "2026-01-01")))
    for (index, nature) in [Indicateur.Nature.nombre, .pourcentage, .ouiNon].enumerated() {
      var (palier, one) = (Palier(), Indicateur())
      palier.id = "p\(index)"
      palier.rang = index + 1
      palier.intitule = "Palier \(index + 1)"
      palier.echeanceMois = 6
      one.id = "i\(index)"
      one.intitule = "Indicateur \(index + 1)"
      one.nature = nature
      palier.indicateurs = [one]
      demarche.schema.paliers.append(palier)
    }
    var state = state(
      demarche, Size(80, 24), today: try #require(Day(iso: "2026-07-10")))
    let script =
      "[6][Entrée]31[Tab][a][Tab]Registre[Tab]Classeur vert[Tab]15/06[Entrée]"
      + "[Entrée]12,5[3 Tab][p][Tab]Paies[Tab]Classeur vert[Tab]30/06[Entrée]"
      + "[Entrée]oui[2 Tab]Compte rendu[Tab]Partage[Tab]hier[Entrée]"
    #expect(keys(script) <= 24, "\(keys(script))")
    state.play(script)
    let realises = try #require(state.document?.demarche).schema.paliers.map {
      $0.indicateurs[0].realises[6]
    }
    #expect(realises.map { $0?.statut } == [Realise.Statut.atteint, .partiel, .atteint])
    #expect(realises.map { $0?.valeur?.french } == ["31", "12,5", "oui"])
    #expect(realises.map { $0?.piece?.titre } == ["Registre", "Paies", "Compte rendu"])
    #expect(
      realises.map { $0?.piece?.dateDuFait?.iso } == ["2026-06-15", "2026-06-30", "2026-07-09"])
    #expect(state.screen == .aFaire && state.modes.isEmpty)
  }
}
