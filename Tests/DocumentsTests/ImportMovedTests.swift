import DPES
import JSONTree
import Testing

@testable import Documents

/// A palier that a table says on another axis: moved, left or another one, as is answered.
@Suite struct ImportMovedTests {
  private static let plan = """
    axe;palier;echeance;indicateur;cible
    U;Tri;12;Sites équipés;4
    P;Charte;24;Charte signée;1
    D;Élire;36;Élus;2
    T;Local;36;Part locale;50
    """

  private static var reached: Realise {
    var one = Realise()
    one.statut = .atteint
    return one
  }

  private static func planned(_ text: String = plan) throws -> Demarche {
    let empty = Demarche(id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)
    var demarche = try importation(text, .indicateurs, into: empty).demarche
    for place in demarche.schema.paliers.indices {
      demarche.schema.paliers[place].indicateurs[0].realises[6] = Self.reached
    }
    return demarche
  }

  private static func exported(_ demarche: Demarche) -> String {
    String(decoding: Dossier(of: demarche).indicateurSheet.csv(.neutral), as: UTF8.self)
      .replacing("\r\n", with: "\n")
  }

  private static func choices(_ answer: Importation.Move) -> ImportChoices {
    var choices = ImportChoices()
    choices.add(meaning: answer.rawValue, of: "Charte", in: Importation.palierAxis)
    return choices
  }

  /// The exported table with its ids, the charte's row on another axis.
  private static func moved(_ demarche: Demarche) -> String {
    exported(demarche).split(separator: "\n").map { line in
      let line = String(line)
      return line.contains("Charte") ? line.replacing("personne", with: "democratie") : line
    }.joined(separator: "\n")
  }

  @Test func `the axis of a row with an id is asked about, and moves the palier`() throws {
    let before = try Self.planned()
    let text = Self.moved(before)
    #expect(
      text != Self.exported(before) && text.contains(before.schema.paliers[1].indicateurs[0].id))
    let asked = try importation(text, .indicateurs, into: before)
    let question = try #require(asked.asked.first)
    #expect(question.subject == .word("Charte", column: Importation.palierAxis))
    #expect(question.options == ["deplacer", "laisser"] && question.proposal == "deplacer")
    #expect(question.rows == [3])
    let taken = try importation(text, .indicateurs, into: before, choices: Self.choices(.deplacer))
    #expect(taken.refusals == [] && taken.added == 0 && taken.changed == 1)
    let charte = try #require(taken.demarche.schema.paliers.first { $0.intitule == "Charte" })
    let old = before.schema.paliers[1]
    #expect(charte.axe == .democratie && charte.rang == 2 && charte.id == old.id)
    #expect(charte.indicateurs == old.indicateurs)
    #expect(
      taken.changes == [
        .init(
          row: 3, column: "axe", subject: "Charte", before: "Personne d’abord", after: "Démocratie")
      ])
    #expect(
      taken.demarche.historique.last?.quoi == "axe"
        && taken.demarche.historique.last?.objet == old.id)
    #expect(taken.counts.map(\.changed) == [1])
    // What is new afterwards comes last on both axes.
    let more = text + "\ndemocratie,Débattre\npersonne,Accueillir\n"
    let added = try importation(
      more, .indicateurs, into: before, choices: Self.choices(.deplacer)
    ).demarche.schema.paliers
    #expect(added.suffix(2).map(\.rang) == [3, 1])
    // The same table says nothing more.
    let again = try importation(
      text, .indicateurs, into: taken.demarche, choices: Self.choices(.deplacer))
    #expect(again.demarche == taken.demarche && again.unchanged == 4)
    let left = try importation(text, .indicateurs, into: before, choices: Self.choices(.laisser))
    #expect(left.refusals == [] && left.demarche == before)
  }

  @Test func `another title beside another axis overwrites nothing`() throws {
    let before = try Self.planned()
    let text = Self.moved(before).replacing("Charte,", with: "Élire,")
    let taken = try importation(text, .indicateurs, into: before)
    #expect(taken.refusals == [.init(row: 3, reason: .otherPalier("Charte"))])
    #expect(taken.notices.isEmpty)
    let new = Self.moved(before).replacing("Charte,", with: "Écrire une charte,")
    #expect(
      try importation(new, .indicateurs, into: before).asked.map(\.subject)
        == [.word("Écrire une charte", column: Importation.palierAxis)])
    var choices = ImportChoices()
    choices.add(meaning: "deplacer", of: "Écrire une charte", in: Importation.palierAxis)
    let done = try importation(new, .indicateurs, into: before, choices: choices)
    #expect(done.changes.map(\.column) == ["axe", "palier"] && done.refusals == [])
    #expect(done.demarche.schema.paliers[1].axe == .democratie)
  }

  @Test func `a palier whose indicators are said on two axes is refused`() throws {
    let two = Self.plan.replacing("D;Élire", with: "P;Charte;24;Pages;8\nD;Élire")
    let before = try Self.planned(two)
    var lines = Self.exported(before).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("Pages") })
    lines[place] = lines[place].replacing("personne", with: "democratie")
    let taken = try importation(lines.joined(separator: "\n"), .indicateurs, into: before)
    #expect(taken.refusals == [.init(row: place + 1, reason: .onTwoAxes("Charte", .personne))])
  }

  @Test func `an id beside a new title, where the table says the former one too, moves nothing`()
    throws
  {
    let two = Self.plan.replacing("D;Élire", with: "P;Charte;24;Pages;8\nD;Élire")
    let before = try Self.planned(two)
    var lines = Self.exported(before).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("Pages") })
    lines[place] = lines[place].replacing("Charte,", with: "Livret,")
    let taken = try importation(lines.joined(separator: "\n"), .indicateurs, into: before)
    #expect(taken.refusals == [.init(row: place + 1, reason: .otherPalier("Charte"))])
  }

  @Test func `without an id the palier is moved, or another one of the same title`() throws {
    let before = try Self.planned()
    let text = Self.plan.replacing("P;Charte", with: "D;Charte")
    let asked = try importation(text, .indicateurs, into: before)
    #expect(asked.asked.map(\.options) == [["deplacer", "nouveau"]])
    #expect(asked.asked.map(\.proposal) == ["deplacer"])
    let moved = try importation(
      text, .indicateurs, into: before, choices: Self.choices(.deplacer))
    #expect(moved.demarche.schema.paliers.count == 4 && moved.added == 0)
    #expect(moved.demarche.schema.paliers(de: .democratie).map(\.intitule) == ["Élire", "Charte"])
    let new = try importation(text, .indicateurs, into: before, choices: Self.choices(.nouveau))
    #expect(new.demarche.schema.paliers.count == 5 && new.added == 1)
    #expect(new.notices.contains(.otherAxis(palier: "Charte", .personne)))
  }

  @Test func `an axis of the row above is likely the palier's own left empty`() throws {
    let before = try Self.planned()
    let text = "axe;palier;indicateur\nU;Tri;Sites équipés\n;Charte;Charte signée\n"
    let asked = try importation(text, .indicateurs, into: before).asked
    #expect(asked.map(\.options) == [["deplacer", "laisser"]])
    #expect(asked.map(\.proposal) == ["laisser"])
    let taken = try importation(
      text, .indicateurs, into: before, choices: Self.choices(.laisser))
    #expect(taken.demarche == before)
  }

  @Test func `a palier of another title, known by its id, is called as it is here`() throws {
    let before = try Self.planned()
    let text = Self.moved(before).replacing("Charte,", with: "Écrire une charte,")
    let asked = try importation(text, .indicateurs, into: before)
    #expect(
      asked.refusals.map(\.reason) == [
        .otherAxis(
          "Écrire une charte", known: "Charte", from: .personne, to: .democratie,
          unless: .laisser, likely: .deplacer)
      ])
    #expect(!asked.notices.contains(.absent(["Charte"])))
  }

  @Test func `a palier on another axis, its title and its indicator reworded, is asked about`()
    throws
  {
    let before = try importation(
      "axe;palier;indicateur\nU;Tenir une réunion mensuelle;11 réunions par an\nT;Local;Part\n",
      .indicateurs, into: Demarche(id: "d", raisonSociale: "Essai", debut: today)
    ).demarche
    let text = "axe;palier;indicateur\nT;Tenir une réunion par mois;12 réunions\nT;Local;Part\n"
    #expect(
      try importation(text, .indicateurs, into: before).refusals.map(\.reason) == [
        .maybeCorrected("Tenir une réunion par mois", of: ["Tenir une réunion mensuelle"])
      ])
  }

  @Test func `a number alone makes no title another one corrected`() throws {
    let before = try importation(
      "axe;palier\nD;Répondre à 3 appels\nD;Local\n", .indicateurs,
      into: Demarche(id: "d", raisonSociale: "Essai", debut: today)
    ).demarche
    let taken = try importation(
      "axe;palier\nD;CA ouvert 3\nD;Atelier 4\nD;Local\n", .indicateurs, into: before)
    #expect(taken.refusals == [] && taken.added == 2)
  }

  @Test func `two paliers of one title on two axes are each their own`() throws {
    let both = Self.plan + "\nT;Tri;12;Kilos;300\n"
    let before = try Self.planned(both)
    let again = try importation(both, .indicateurs, into: before)
    #expect(again.demarche == before && again.refusals == [])
  }

  @Test func `a title reworded on another axis is asked about, and moved with its new title`()
    throws
  {
    let before = try Self.planned()
    let text = Self.plan.replacing("P;Charte", with: "D;Une règle commune")
    let asked = try importation(text, .indicateurs, into: before)
    #expect(asked.asked.map(\.subject) == [.word("Une règle commune", column: "palier")])
    var choices = ImportChoices()
    choices.add(meaning: "Charte", of: "Une règle commune", in: "palier")
    let taken = try importation(text, .indicateurs, into: before, choices: choices)
    #expect(taken.changes.map(\.column) == ["axe", "palier"] && taken.added == 0)
    #expect(taken.demarche.schema.paliers.count == 4)
  }
}
