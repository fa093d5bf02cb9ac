import DPES
import JSONTree
import Testing

@testable import Documents

/// An indicator that a table without ids says of another palier than its own: moved, left or another one.
@Suite struct ImportPartingTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)
  private static let plan = """
    axe;palier;echeance;indicateur;cible
    U;Tri;12;Sites équipés;4
    P;Planning partagé;9;Semaines connues;4
    P;Planning partagé;9;Changements la veille;5
    P;Parité;24;Candidatures;2
    T;Local;36;Part locale;50
    """

  private static func planned() throws -> Demarche {
    var demarche = try importation(plan, .indicateurs, into: empty).demarche
    var reached = Realise()
    reached.statut = .atteint
    for place in demarche.schema.paliers.indices {
      for index in demarche.schema.paliers[place].indicateurs.indices {
        demarche.schema.paliers[place].indicateurs[index].realises[6] = reached
      }
    }
    return demarche
  }

  private static func taken(
    _ text: String, _ answers: [(String, Importation.Move)] = []
  ) throws -> Importation {
    var choices = ImportChoices()
    for (title, move) in answers {
      choices.add(meaning: move.rawValue, of: title, in: Importation.indicatorPalier)
    }
    return try importation(text, .indicateurs, into: planned(), choices: choices)
  }

  private static func titles(_ demarche: Demarche) -> [String] {
    demarche.schema.paliers.map { palier in
      "\(palier.axe.lettre) \(palier.intitule): \(palier.indicateurs.map(\.intitule))"
    }
  }

  /// One row of two on another axis; all rows of a palier under another one; one alone there; and the
  /// same under a palier of another axis.
  private static let moves: [(String, String, String, String, String)] = [
    (
      "P;Planning partagé;9;Semaines", "T;Planning partagé;9;Semaines", "Semaines connues",
      "Planning partagé (Personne)", "Planning partagé (Territoire)"
    ),
    (
      "P;Planning partagé;9;Changements", "P;Parité;9;Changements", "Changements la veille",
      "Planning partagé (Personne)", "Parité (Personne)"
    ),
    ("U;Tri;12;Sites", "P;Parité;12;Sites", "Sites équipés", "Tri (Utilité)", "Parité (Personne)"),
    (
      "U;Tri;12;Sites", "U;Un palier neuf;12;Part locale;1\nU;Tri;12;Sites", "Part locale",
      "Local (Territoire)", "Un palier neuf (Utilité)"
    ),
  ]

  @Test(arguments: moves.indices)
  func
    `an indicator that only another palier says is asked about, and goes there with its réalisés`(
      place: Int
    ) throws
  {
    let (old, new, title, from, to) = Self.moves[place]
    var text = Self.plan.replacing(old, with: new)
    if place == 3 { text = text.replacing("T;Local;36;Part locale;50", with: "T;Local;36;;") }
    let asked = try Self.taken(text)
    #expect(
      asked.refusals.map(\.reason) == [.movedIndicateur(title, from: from, to: to)])
    let question = try #require(asked.asked.first)
    #expect(question.subject == .word(title, column: Importation.indicatorPalier))
    #expect(question.options == ["deplacer", "laisser", "nouveau"])
    #expect(question.proposal == "deplacer")
    let moved = try Self.taken(text, [(title, .deplacer)])
    #expect(moved.refusals == [])
    let all = moved.demarche.schema.paliers.flatMap(\.indicateurs)
    #expect(all.count == 5 && all.allSatisfy { !$0.realises.entries.isEmpty })
    let palier = try #require(
      moved.demarche.schema.paliers.first { $0.indicateurs.contains { $0.intitule == title } })
    #expect("\(palier.intitule) (\(palier.axe.motCourt))" == to)
    #expect(moved.changes.contains { $0.before == from && $0.after == to })
    // The same table again says nothing more, and asks nothing.
    let again = try importation(text, .indicateurs, into: moved.demarche)
    #expect(again.refusals == [] && again.added == 0)
    #expect(Self.titles(again.demarche) == Self.titles(moved.demarche))
    let left = try Self.taken(text, [(title, .laisser)])
    #expect(left.refusals == [])
    #expect(Self.titles(left.demarche).prefix(4) == Self.titles(try Self.planned()).prefix(4))
    let twice = try Self.taken(text, [(title, .nouveau)])
    #expect(twice.demarche.schema.paliers.flatMap(\.indicateurs).count == 6)
  }

  @Test func `an indicator that moves leaves the deadline of its new palier as it was`() throws {
    let text = Self.plan.replacing("P;Planning partagé", with: "P;Parité")
    let asked = try Self.taken(text)
    #expect(asked.asked.count == 2)
    let moved = try Self.taken(
      text, [("Semaines connues", .deplacer), ("Changements la veille", .deplacer)])
    #expect(moved.refusals == [])
    let parite = try #require(moved.demarche.schema.paliers.first { $0.intitule == "Parité" })
    #expect(parite.echeanceMois == 24 && parite.indicateurs.count == 3)
    #expect(moved.notices.contains(.absent(["Planning partagé"])))
  }

  @Test func `an indicator of a title that both paliers say is asked nothing`() throws {
    let text = Self.plan.replacing("P;Parité", with: "T;Local;36;Candidatures;2\nP;Parité")
    let taken = try Self.taken(text)
    #expect(taken.refusals == [] && taken.added == 1)
  }

  @Test func `a table of one other axis alone moves nothing`() throws {
    let taken = try Self.taken(
      "axe;palier;indicateur\nT;Local;Part locale\nT;Local;Candidatures\n")
    #expect(taken.refusals == [] && taken.added == 1)
  }

  // Rows that name no indicator.

  private static func unnamed(
    _ text: String, _ answer: (String, String)? = nil
  ) throws -> Importation {
    var choices = ImportChoices()
    if let answer {
      choices.add(meaning: answer.1, of: answer.0, in: Importation.unnamedIndicator)
    }
    return try importation(text, .indicateurs, into: planned(), choices: choices)
  }

  @Test func `an indicator left empty is the palier's only one, which keeps its title`() throws {
    let taken = try Self.unnamed(Self.plan.replacing("Part locale;50", with: ";60"))
    #expect(taken.refusals == [] && taken.added == 0)
    #expect(taken.changes.map(\.column) == ["cible"])
    #expect(taken.notices.contains(.unnamedIndicateurs(rows: [6])))
    #expect(Self.titles(taken.demarche) == Self.titles(try Self.planned()))
    // Of two, the one that another row does not name.
    let other = try Self.unnamed(Self.plan.replacing("Changements la veille;5", with: ";7"))
    #expect(other.refusals == [] && other.added == 0 && other.changed == 1)
    #expect(Self.titles(other.demarche) == Self.titles(try Self.planned()))
  }

  @Test func `of several indicators that no row names the one that is meant is asked`() throws {
    let text = "axe;palier;cible\nP;Planning partagé;7\nP;Parité;2\n"
    let asked = try Self.unnamed(text)
    #expect(asked.asked.map(\.rows) == [[2]])
    #expect(
      asked.asked.first?.options == ["Semaines connues", "Changements la veille", ""])
    let taken = try Self.unnamed(text, ("Planning partagé", "Changements la veille"))
    #expect(taken.refusals == [] && taken.added == 0)
    #expect(taken.changes.map(\.subject) == ["Changements la veille"])
    let new = try Self.unnamed(text, ("Planning partagé", ""))
    #expect(new.added == 1 && new.notices.contains(.namedAfterPalier(rows: [2])))
  }
}
