import DPES
import JSONTree
import Testing

@testable import Documents

/// A value that can't be read is converted and told, or asked about; its answer settles it.
@Suite struct ImportQuestionsTests {
  @Test func `a title that is like a column which the table has not is asked about`() throws {
    let text = "Axe;Constat;Niveau\nU;Un;rouge\n"
    let (grid, words) = (try Grid(csv: Array(text.utf8)), try importWords())
    let asked = try #require(
      Importation.columnAsked(of: grid, .observations, words, ImportChoices()))
    #expect(asked.subject == .title("Niveau", column: "statut") && asked.options == ["oui", "non"])
    for answer in ["Niveau=statut", "Niveau="] {
      var choices = ImportChoices()
      let isTaken = choices.add(column: answer)
      #expect(isTaken)
      #expect(Importation.columnAsked(of: grid, .observations, words, choices) == nil, "\(answer)")
    }
  }

  @Test func `titles on several lines of a cell are one, and told`() throws {
    let demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    let text = "axe;palier;indicateur\nU;Un;\"Cafés\nThés\"\nU;Deux;\"Un \n\"\n"
    let done = try importation(text, .indicateurs, into: demarche)
    #expect(done.notices.contains(.joinedLines(rows: [2], "Cafés Thés")), "\(done.notices)")
  }

  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  private static func planned() throws -> Demarche {
    try importation(
      "axe;palier;indicateur;nature\nU;Un;Sites;nombre\nU;Deux;Repas;nombre\nP;Un;Sites;nombre\n",
      .indicateurs, into: empty
    ).demarche
  }

  private static let cases: [(Importation.Kind, String, String, String?, String)] = [
    (.observations, "texte;priorite\nUn;haute\n", "priorite", "oui", "oui"),
    (.observations, "texte;priorite\nUn;2\n", "priorite", "non", "non"),
    (.observations, "texte;priorite\nUn;peut-être\n", "priorite", nil, ""),
    (.observations, "texte;numero\nUn;1,5\n", "numero", nil, ""),
    (.observations, "texte;numero\nUn;99999999999\n", "numero", nil, "7"),
    (.observations, "texte;statut\nUn;#N/A\n", "statut", nil, "vert"),
    (.indicateurs, "axe;palier;echeance\nU;Neuf;0\n", "echeance", nil, "6"),
    (.indicateurs, "axe;palier;echeance\nU;Neuf;#REF!\n", "echeance", nil, ""),
    (
      .indicateurs, "axe;palier;indicateur;nature;cible\nU;Neuf;A;nombre;20 salariés\n", "cible",
      "20", "20"
    ),
    (
      .indicateurs, "axe;palier;indicateur;nature;cible\nU;Neuf;A;oui-non;bientôt\n", "cible", nil,
      "oui"
    ),
    (
      .indicateurs, "axe;palier;indicateur;nature;cible\nU;Neuf;A;nombre;beaucoup\n", "cible", nil,
      "12"
    ),
    (.realises, "indicateur;periode;statut\nRepas;T3 2028;atteint\n", "periode", "36", "36"),
    (.realises, "indicateur;periode;statut\nRepas;7;atteint\n", "periode", "12", "6"),
    (.realises, "indicateur;periode;statut;date\nRepas;6;atteint;au printemps\n", "date", nil, ""),
    (.realises, "indicateur;periode;valeur\nRepas;6;environ 30\n", "valeur", "30", "30"),
    (
      .realises, "indicateur;periode;statut\nRepas servis au club;6;atteint\n", "indicateur", nil,
      "Repas"
    ),
    (.realises, "indicateur;periode;statut\nRien de tel;6;atteint\n", "indicateur", nil, ""),
  ]

  @Test(arguments: cases)
  func `what is not read is asked about, and settled by its answer`(
    kind: Importation.Kind, text: String, column: String, proposal: String?, answer: String
  ) throws {
    let before = try Self.planned()
    let asked = try importation(text, kind, into: before)
    let question = try #require(asked.asked.first, "\(asked.refusals)")
    guard case .word(let word, column) = question.subject else {
      Issue.record("\(question.subject)")
      return
    }
    #expect(question.proposal == proposal)
    #expect(question.options.contains(proposal ?? question.options[0]))
    var choices = ImportChoices()
    choices.add(meaning: answer, of: word, in: column)
    let taken = try importation(text, kind, into: before, choices: choices)
    #expect(taken.refusals == [], "\(taken.refusals)")
  }

  @Test func `rows that nothing settles are left aside where that is the answer, and told`() throws
  {
    let text = "axe;palier;id\nU;Neuf;A\nU;Autre;A\nP;Encore;B\n"
    let asked = try importation(text, .indicateurs, into: Self.empty)
    let question = try #require(asked.asked.last)
    #expect(question.subject == .aside("sameID") && question.rows == [3])
    #expect(question.options == ["oui"])
    var choices = ImportChoices()
    choices.aside = ["sameID"]
    let taken = try importation(text, .indicateurs, into: Self.empty, choices: choices)
    #expect(taken.refusals == [] && taken.added == 2)
    #expect(taken.notices.contains(.leftOut(rows: [3])))
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Neuf", "Encore"])
    // Another cause is not that one.
    choices.aside = ["missing palier"]
    #expect(
      try importation(text, .indicateurs, into: Self.empty, choices: choices).refusals.count == 1)
  }

  @Test func `an answer that can't be read either asks about the same cell`() throws {
    let text = "axe;palier;echeance\nU;Neuf;en continu\n"
    var choices = ImportChoices()
    choices.add(meaning: "un de ces jours", of: "en continu", in: "echeance")
    let again = try importation(text, .indicateurs, into: Self.empty, choices: choices)
    #expect(again.asked.map(\.subject) == [.word("en continu", column: "echeance")])
  }

  @Test func `a number that is a reference is left aside and told, and the row comes in`() throws {
    let text = "numero;texte\nA1;Le bus passe trop tôt\nA2;Le pain est bon\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 2)
    #expect(taken.demarche.cercles[0].observations.map(\.numero) == [1, 2])
    #expect(taken.notices.contains(.references(rows: [2, 3], "A1")))
    #expect(taken.notices.contains { $0.isToBeSeen })
  }

  @Test(arguments: [("fin 2026", 12), ("30/06/2026", 6), ("2027", 24)])
  func `a time is the period that ends with it, and told`(text: String, month: Int) throws {
    let taken = try importation(
      "indicateur;periode;statut\nRepas;\(text);atteint\n", .realises, into: Self.planned())
    #expect(taken.refusals == [] && taken.added == 1)
    let repas = taken.demarche.schema.paliers.flatMap(\.indicateurs).first {
      $0.intitule == "Repas"
    }
    #expect(repas?.realises[month]?.statut == .atteint)
    #expect(taken.notices.contains { if case .period(2, _, _, month) = $0 { true } else { false } })
  }

  @Test func `two indicators of one title are told apart by their paliers`() throws {
    let before = try Self.planned()
    let text = "indicateur;periode;statut\nSites;6;atteint\n"
    let asked = try importation(text, .realises, into: before)
    guard case .ambiguousIndicateur(_, let ids, let called)? = asked.refusals.first?.reason else {
      Issue.record("\(asked.refusals)")
      return
    }
    #expect(called == ["Un (Utilité)", "Un (Personne)"])
    var choices = ImportChoices()
    choices.add(meaning: ids[1], of: "Sites", in: "indicateur")
    let taken = try importation(text, .realises, into: before, choices: choices)
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers[2].indicateurs[0].realises[6]?.statut == .atteint)
  }

  @Test func `two people of the same initials are told apart as people are`() throws {
    var before = Self.empty
    var ids = IDGenerator(seed: 3)
    for (nom, college) in [("Sophie Colin", College.salaries), (nil, .usagers), (nil, .usagers)] {
      var one = Participant()
      (one.initiales, one.nom, one.college) = ("SC", nom, college)
      _ = before.participants.ajouter(one, ids: &ids)
    }
    let text = "texte;auteur\nUn;SC\n"
    let asked = try importation(text, .observations, into: before)
    guard case .ambiguousPerson(_, let people, let called)? = asked.refusals.first?.reason else {
      Issue.record("\(asked.refusals)")
      return
    }
    #expect(called[0] == "SC (Sophie Colin, \(College.salaries.nom))")
    #expect(called[1].contains("n°\u{A0}2 du tour de table") && Set(called).count == 3)
    #expect(asked.asked.map(\.options) == [people])
    var choices = ImportChoices()
    choices.add(meaning: people[2], of: "SC", in: Importation.personColumn)
    let taken = try importation(text, .observations, into: before, choices: choices)
    #expect(taken.demarche.cercles[0].observations[0].auteur == people[2])
    let table = "initiales;implication\nSC;consultation\n"
    let one = try importation(table, .participants, into: before, choices: choices)
    #expect(one.refusals == [] && one.added == 0 && one.changed == 1)
    #expect(one.demarche.participants[2].implication == .consultation)
  }

  @Test func `a list of names is one of people, and gives them initials, told`() throws {
    let text =
      "Nom;Prénom;Téléphone;Remarques\nDupont;Marie;01;\nDurand;Marc;02;\nColin;Sophie;03;\n"
    #expect(
      Importation.Kind.likely(try Grid(csv: Array(text.utf8)), try importWords()) == .participants)
    let taken = try importation(text, .participants, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 3)
    #expect(taken.demarche.participants.map(\.initiales) == ["MD", "MDu", "SC"])
    #expect(
      taken.demarche.participants.map(\.nom) == ["Marie Dupont", "Marc Durand", "Sophie Colin"])
    #expect(
      taken.notices.contains(
        .initialsOfNames(["Marie Dupont, MD", "Marc Durand, MDu", "Sophie Colin, SC"])))
    let again = try importation(text, .participants, into: taken.demarche)
    #expect(again.demarche == taken.demarche && again.unchanged == 3)
  }

  @Test(arguments: [
    "Axe;Action;;Suivi;\n;;Échéance;Indicateur;Cible\nU;Ouvrir;12;Foyers;30\n",
    "Axe;Action;Calendrier;Évaluation;\n;;Échéance (mois);Indicateur;Cible\nU;Ouvrir;12;Foyers;30\n",
  ])
  func `titles on two rows are read together`(text: String) throws {
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 1)
    let palier = try #require(taken.demarche.schema.paliers.first)
    #expect(palier.intitule == "Ouvrir" && palier.echeanceMois == 12)
    #expect(palier.indicateurs.map(\.intitule) == ["Foyers"])
    #expect(palier.indicateurs.first?.cible == .nombre(JSONNumber(30)))
    // Nothing stands above them.
    #expect(!taken.notices.contains { if case .titles = $0 { true } else { false } })
  }
}
