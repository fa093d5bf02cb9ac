import DPES
import Testing

@testable import Documents

/// Sub-titles, totals and notes among observations, people and réalisés: asked or told as among paliers.
@Suite struct ImportLoneRowsTests {
  private static let circle = """
    Constat;Axe;Couleur
    Points forts :;;
    Bon accueil;U;vert
    Sous-total : 4;;
    Points faibles;;
    Trop cher;U;rouge
    (voir compte rendu);;
    Le local;;
    NB : la suite au prochain CA;;
    Stress;P;rouge
    """

  @Test func `what looks like a title or a note among observations is asked about`() throws {
    let asked = try importation(Self.circle, .observations, into: emptyDemarche)
    let texts = [
      "Points forts :", "Sous-total : 4", "Points faibles", "(voir compte rendu)",
      "NB : la suite au prochain CA",
    ]
    #expect(asked.asked.map(\.subject) == texts.map { .word($0, column: Importation.loneTitle) })
    #expect(asked.asked.allSatisfy { $0.options == ["", "observation"] && $0.proposal == "" })
    #expect(asked.notices.contains(.bareTitles(.observations, rows: [8], ["Le local"])))
    #expect(asked.toldAlone.map(\.options) == [["observation", ""]])
    let done = try importation(
      Self.circle, .observations, into: emptyDemarche,
      choices: importChoices(texts.dropLast().map { $0 + "=" } + [texts[4] + "=observation"]))
    #expect(done.refusals == [])
    #expect(
      done.demarche.cercles[0].observations.map(\.texte) == [
        "Bon accueil", "Trop cher", "Le local", texts[4], "Stress",
      ])
    #expect(done.notices.contains(.leftOut(rows: [2, 4, 5, 7])))
    // One that was told is left aside too, and what is here is told no more.
    let left = try importation(
      Self.circle, .observations, into: emptyDemarche,
      choices: importChoices(texts.map { $0 + "=" } + ["Le local="]))
    #expect(left.added == 3 && left.refusals == [])
    let again = try importation(
      Self.circle, .observations, into: done.demarche,
      choices: importChoices(texts.dropLast().map { $0 + "=" }))
    #expect(again.demarche == done.demarche && again.refusals == [] && again.toldAlone == [])
  }

  @Test func `an axis stands under sub-titles that were answered`() throws {
    let text = """
      Axe;Constat;Couleur
      UTILITÉ SOCIALE;;
      ;Bon accueil;vert
      Points forts :;;
      ;Local clair;vert
      Points à améliorer;;
      ;Trop cher;rouge
      """
    let left = try importation(
      text, .observations, into: emptyDemarche,
      choices: importChoices(["Points forts :=", "Points à améliorer="]))
    #expect(left.refusals == [])
    #expect(left.demarche.cercles[0].observations.map(\.axe) == [.utilite, .utilite, .utilite])
    let named = try importation(
      text, .observations, into: emptyDemarche,
      choices: importChoices(["Points forts :=", "Points à améliorer=territoire"]))
    #expect(named.refusals == [])
    #expect(named.demarche.cercles[0].observations.map(\.axe) == [.utilite, .utilite, .territoire])
  }

  private static let people = """
    Nom;Prénom;Structure
    SALARIÉS;;
    Dupont;Marie;Jardins
    Martin;Paul;
    Excusés;;
    Bernard;Zoé;
    Petit;;
    (à compléter);;
    Secrétaire de séance : Paul;;
    ?;;
    """

  @Test func `what looks like a title among people is asked about, a collège for those below`()
    throws
  {
    let asked = try importation(Self.people, .participants, into: emptyDemarche)
    let texts = ["SALARIÉS", "Excusés", "(à compléter)", "Secrétaire de séance : Paul", "?"]
    #expect(asked.asked.map(\.subject) == texts.map { .word($0, column: Importation.loneTitle) })
    #expect(asked.asked.first?.options == ["", "salaries", "personne"])
    #expect(asked.asked.map(\.proposal) == ["salaries", "", "", "", ""])
    #expect(asked.notices.contains(.bareTitles(.participants, rows: [7], ["Petit"])))
    let done = try importation(
      Self.people, .participants, into: emptyDemarche,
      choices: importChoices(["SALARIÉS=salaries"] + texts.dropFirst().map { $0 + "=" }))
    #expect(done.refusals == [])
    #expect(done.demarche.participants.map(\.initiales) == ["MD", "PM", "ZB", "PE"])
    #expect(done.demarche.participants.map(\.college) == [.salaries, .salaries, nil, nil])
    #expect(done.notices.contains(.collegeTitles(.salaries, rows: [2])))
    let again = try importation(
      Self.people, .participants, into: done.demarche,
      choices: importChoices(["SALARIÉS=salaries"] + texts.dropFirst().map { $0 + "=" }))
    #expect(again.demarche == done.demarche)
  }

  @Test func `a title alone among réalisés is left aside by one answer`() throws {
    let plan = "axe;palier;indicateur\nU;Épicerie;Satisfaction\nP;Tutorat;Satisfaction\n"
    let demarche = try importation(plan, .indicateurs, into: emptyDemarche).demarche
    let month = try #require(demarche.schema.periodes.map(\.mois).first)
    let text = "Indicateur;Période;Statut\nTutorat;;\nSatisfaction;\(month);atteint\n"
    let asked = try importation(text, .realises, into: demarche)
    #expect(asked.asked.map(\.subject) == [.word("Tutorat", column: Importation.loneTitle)])
    #expect(asked.asked.map(\.options) == [[""]])
    let done = try importation(
      text, .realises, into: demarche, choices: importChoices(["Tutorat="]))
    #expect(done.refusals == [])
    #expect(done.demarche.schema.paliers[1].indicateurs[0].realises[month]?.statut == .atteint)
  }

  @Test func `an axis that is none leaves its row of a plan aside`() throws {
    let text = "Axe;Action;Échéance\nUtilité;Un;12\nRouge;en retard;\nContact;Marie;\n"
    let done = try importation(
      text, .indicateurs, into: emptyDemarche, choices: importChoices(["Rouge=", "Contact="]))
    #expect(done.refusals == [] && done.notices.contains(.leftOut(rows: [3, 4])))
    #expect(done.demarche.schema.paliers.map(\.intitule) == ["Un"])
  }

  @Test(arguments: [
    ("\nBilan;;;\n", 4), ("", 3),
  ])
  func `a table below that shares titles is asked about`(gap: String, row: Int) throws {
    let text =
      "Axe;Action;Échéance;Cible\nU;Un;12;5\n\(gap)Axe;Action;Résultat;Note\nU;Marché;120;bien\n"
    let titles = "Axe, Action, Résultat, Note"
    let asked = try importation(text, .indicateurs, into: emptyDemarche)
    #expect(asked.refusals.map(\.row) == [row])
    #expect(asked.asked.map(\.subject) == [.word(titles, column: Importation.otherTable)])
    let read = try importation(
      text, .indicateurs, into: emptyDemarche, choices: importChoices(["\(titles)=lire"]))
    #expect(read.refusals == [])
    #expect(read.demarche.schema.paliers.map(\.intitule) == ["Un", "Marché"])
    let told = read.notices.contains { notice in
      if case .otherTable(_, let left) = notice { left == ["Résultat", "Note"] } else { false }
    }
    #expect(told)
    let left = try importation(
      text, .indicateurs, into: emptyDemarche, choices: importChoices(["\(titles)=laisser"]))
    #expect(left.refusals == [] && left.added == 1)
  }

  @Test func `a table of another thing below, in values of its own, is asked about`() throws {
    let text =
      "Axe;Action;Échéance;Cible\nU;Un;12;5\n\nAnnexe;;;\nNom;Prénom;Téléphone;\nDupont;Marie;0612345678;\n"
    let asked = try importation(text, .indicateurs, into: emptyDemarche)
    #expect(asked.asked.map(\.options) == [["laisser", "lignes"]])
    #expect(asked.asked.map(\.proposal) == ["laisser"])
    let left = try importation(
      text, .indicateurs, into: emptyDemarche,
      choices: importChoices(["Nom, Prénom, Téléphone=laisser"]))
    #expect(left.refusals == [] && left.added == 1)
  }
}
