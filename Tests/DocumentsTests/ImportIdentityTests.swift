import DPES
import JSONTree
import Testing

@testable import Documents

/// What a row is about, when a table comes in again: corrected texts change what is there.
@Suite struct ImportIdentityTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  private static func observations() throws -> Demarche {
    try importation(
      "axe;texte;numero\nU;Le bus du soir passe trop tôt;1\nP;Les plannings changent sans prévenir;2\n",
      .observations, into: empty
    ).demarche
  }

  @Test(arguments: [
    "U;Le bus du soir passe bien trop tôt;1\n", "U;Le bus du soir pase trop tôt;1\n",
    "T;Le bus passe trop tôt le soir;1\n", ";Le bus du soir passe trop tard;1\n",
  ])
  func `a text corrected under its number changes it, said before and after`(row: String) throws {
    let before = try Self.observations()
    let taken = try importation("axe;texte;numero\n" + row, .observations, into: before)
    #expect(taken.refusals == [] && taken.added == 0 && taken.changed == 1)
    let texts = taken.changes.filter { $0.column == "texte" }
    #expect(texts.map(\.before) == ["Le bus du soir passe trop tôt"])
    #expect(taken.demarche.cercles[0].observations.count == 2)
  }

  @Test func `another document's number is asked about, and never overwrites`() throws {
    let before = try Self.observations()
    let text = """
      N°;axe;texte
      1;D;Le conseil se réunit deux fois par an
      2;U;La cuisine centrale ferme en août
      3;T;La mairie nous invite
      """
    let asked = try importation(text, .observations, into: before)
    #expect(
      asked.refusals == [
        .init(row: 2, reason: .otherNumber(1, text: "Le bus du soir passe trop tôt")),
        .init(row: 3, reason: .otherNumber(2, text: "Les plannings changent sans prévenir")),
      ])
    #expect(
      asked.asked == [
        .init(subject: .numeros, rows: [2, 3], proposal: nil, options: ["memes", "autres"])
      ])
    var choices = ImportChoices()
    choices.numeros = .autres
    let new = try importation(text, .observations, into: before, choices: choices)
    #expect(new.added == 3 && new.changed == 0 && new.notices == [.otherNumbers(3)])
    #expect(
      new.demarche.cercles[0].observations.prefix(2)
        == before.cercles[0].observations.prefix(2))
    #expect(new.demarche.cercles[0].observations.map(\.numero) == [1, 2, 3, 4, 5])
    choices.numeros = .memes
    let same = try importation(text, .observations, into: before, choices: choices)
    #expect(same.added == 1 && same.changed == 2 && same.changes.count == 4)
  }

  @Test func `words said again under another number are pointed out, by the line that adds them`()
    throws
  {
    let text = "numero;texte\n1;Le bus du soir passe trop tôt\n6;Le bus du soir passe trop tôt\n"
    let again = try importation(text, .observations, into: Self.observations())
    #expect(again.notices == [.near(row: 3, to: "Le bus du soir passe trop tôt")])
    let first = try importation(text, .observations, into: Self.empty)
    #expect(
      first.added == 2 && first.notices == [.near(row: 3, to: "Le bus du soir passe trop tôt")])
  }

  private static let plan = """
    axe;palier;echeance;indicateur;cible
    U;Former les équipes au tri;12;Salariés formés;20
    U;Un composteur par site;18;Sites équipés;4
    P;Des plannings à l’avance;6;Plannings affichés à temps;90
    """

  private static func planned() throws -> Demarche {
    try importation(plan, .indicateurs, into: empty).demarche
  }

  @Test func `a plan that comes in again, corrected, has nothing twice`() throws {
    let before = try Self.planned()
    let again = try importation(Self.plan, .indicateurs, into: before)
    #expect(again.demarche == before && again.unchanged == 3 && again.counts == [])
    let corrected = Self.plan.replacing("Former les équipes au tri", with: "Former l’équipe au tri")
      .replacing("Sites équipés", with: "Sites équipés et suivis").replacing(";90", with: ";95")
    let taken = try importation(corrected, .indicateurs, into: before)
    #expect(taken.refusals == [] && taken.added == 0 && taken.changed == 3)
    #expect(
      taken.changes == [
        .init(
          row: 2, column: "palier", subject: "Former les équipes au tri",
          before: "Former les équipes au tri", after: "Former l’équipe au tri"),
        .init(
          row: 3, column: "indicateur", subject: "Sites équipés", before: "Sites équipés",
          after: "Sites équipés et suivis"),
        .init(
          row: 4, column: "cible", subject: "Plannings affichés à temps", before: "90", after: "95"),
      ])
    #expect(taken.demarche.schema.paliers.count == 3)
    #expect(taken.demarche.schema.paliers.map(\.id) == before.schema.paliers.map(\.id))
    #expect(taken.demarche.schema.paliers.allSatisfy { $0.indicateurs.count == 1 })
    #expect(
      taken.counts == [
        .init(name: "Utilité et emplois", thing: .palier, new: 0, changed: 1),
        .init(name: "Utilité et emplois", thing: .indicateur, new: 0, changed: 1),
        .init(name: "Personne d’abord", thing: .indicateur, new: 0, changed: 1),
      ])
  }

  @Test func `another plan corrects nothing, and what is not said again stays`() throws {
    let before = try Self.planned()
    let other = "axe;palier;indicateur\nU;Former les équipes à la tri;Autre\n"
    let asked = try importation(other, .indicateurs, into: before)
    #expect(
      asked.asked.map(\.subject) == [.word("Former les équipes à la tri", column: "palier")])
    var choices = ImportChoices()
    choices.add(meaning: "", of: "Former les équipes à la tri", in: "palier")
    let taken = try importation(other, .indicateurs, into: before, choices: choices)
    #expect(taken.added == 1 && taken.changes == [] && taken.demarche.schema.paliers.count == 4)
    choices.add(meaning: "", of: "Tout autre chose", in: "palier")
    let part = try importation(
      "axe;palier\nU;Un composteur par site\nU;Tout autre chose\n", .indicateurs, into: before,
      choices: choices)
    #expect(part.demarche.schema.paliers.count == 4)
    #expect(
      part.notices == [.absent(["Former les équipes au tri", "Des plannings à l’avance"])])
    #expect(
      part.counts == [.init(name: "Utilité et emplois", thing: .palier, new: 1, changed: 0)])
  }

  @Test func `an id is who an indicator is, whatever its words became`() throws {
    let before = try Self.planned()
    let palier = before.schema.paliers[0]
    let id = palier.indicateurs[0].id
    let text = "id;axe;palier;indicateur\n\(id);U;Le tri est l’affaire de tous;Gestes observés\n"
    let taken = try importation(text, .indicateurs, into: before)
    #expect(taken.refusals == [] && taken.added == 0 && taken.changed == 1)
    let after = taken.demarche.schema.paliers[0]
    #expect(after.id == palier.id && after.intitule == "Le tri est l’affaire de tous")
    #expect(after.indicateurs.map(\.id) == [id])
    #expect(after.indicateurs.map(\.intitule) == ["Gestes observés"])
    #expect(taken.changes.map(\.column) == ["palier", "indicateur"])
    let moved = try importation(
      "id;axe;palier;indicateur\n\(id);U;Un composteur par site;Gestes\n", .indicateurs,
      into: before)
    #expect(moved.refusals == [.init(row: 2, reason: .otherPalier("Former les équipes au tri"))])
    let twice = try importation(
      text + "\(id);U;Le tri est l’affaire de tous;Autre\n", .indicateurs, into: before)
    #expect(twice.refusals == [.init(row: 3, reason: .sameID(id, row: 2))])
    let code = "id;axe;palier;indicateur\nA;U;Un palier;Une\nA;U;Un autre;Deux\n"
    #expect(
      try importation(code, .indicateurs, into: Self.empty).refusals
        == [.init(row: 3, reason: .sameID("A", row: 2))])
  }

  @Test func `an id of one's own is kept, and found again`() throws {
    let text = "id;axe;palier;indicateur\nA1;U;Un palier;Une preuve\n"
    let first = try importation(text, .indicateurs, into: Self.empty).demarche
    #expect(first.schema.paliers[0].indicateurs.map(\.id) == ["A1"])
    let again = try importation(
      "id;axe;palier;indicateur\nA1;U;Un palier;Tout autre chose\n", .indicateurs, into: first)
    #expect(again.added == 0 && again.demarche.schema.paliers[0].indicateurs.count == 1)
  }

  @Test func `a réalisé is its indicator's and its period's, by id or by title`() throws {
    let before = try Self.planned()
    let id = before.schema.paliers[0].indicateurs[0].id
    let first = try importation(
      "indicateur;periode;statut;valeur\nSalariés formés;6;partiel;12\n", .realises, into: before)
    #expect(first.added == 1)
    #expect(first.counts == [.init(name: "partiel", thing: .realise, new: 1, changed: 0)])
    let again = try importation(
      "id;indicateur;periode;statut;valeur\n\(id);Autres mots;6;atteint;20\n", .realises,
      into: first.demarche)
    #expect(again.refusals == [] && again.added == 0 && again.changed == 1)
    #expect(again.changes.map(\.column) == ["statut", "valeur"])
    let near = try importation(
      "indicateur;periode;statut\nLes salariés sont formés;6;atteint\n", .realises, into: before)
    #expect(
      near.refusals.map(\.reason)
        == [.unknownIndicateur("Les salariés sont formés", near: "Salariés formés")])
  }

  @Test func `words, names and a missing axis are asked once for all their rows`() throws {
    let text = "palier;indicateur;responsable\nUn;A;Marie Dupont\nDeux;B;Marie Dupont\nTrois;C;SC\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(
      taken.asked == [
        .init(subject: .person("Marie Dupont"), rows: [2, 3], proposal: "MD", options: []),
        .init(
          subject: .axe, rows: [4], proposal: nil,
          options: ["utilite", "personne", "democratie", "territoire"]),
      ])
    var choices = ImportChoices(axe: .personne)
    choices.add(meaning: "MD", of: "Marie Dupont", in: Importation.personColumn)
    let done = try importation(text, .indicateurs, into: Self.empty, choices: choices)
    #expect(done.refusals == [] && done.added == 3)
    #expect(Set(done.demarche.participants.compactMap(\.initiales)) == ["MD", "SC"])
    #expect(done.demarche.participants.allSatisfy { $0.nom == nil })
    choices.add(meaning: "", of: "Marie Dupont", in: Importation.personColumn)
    let none = try importation(text, .indicateurs, into: Self.empty, choices: choices)
    #expect(none.demarche.participants.compactMap(\.initiales) == ["SC"])
  }

  @Test func `a free statut is asked with what it may be, and may be left out`() throws {
    let text = "statut;texte\nPas commencé;Un\nà améliorer;Deux\nPas commencé;Trois\n"
    let taken = try importation(text, .observations, into: Self.empty)
    let options = Statut.allCases.map(\.rawValue) + [""]
    #expect(
      taken.asked == [
        .init(
          subject: .word("Pas commencé", column: "statut"), rows: [2, 4], proposal: nil,
          options: options),
        .init(
          subject: .word("à améliorer", column: "statut"), rows: [3], proposal: "orange",
          options: options),
      ])
    var choices = ImportChoices()
    choices.add(meaning: "", of: "pas commence", in: "statut")
    let isTaken = choices.add(meaning: "À améliorer=orange")
    #expect(isTaken)
    let done = try importation(text, .observations, into: Self.empty, choices: choices)
    #expect(done.refusals == [])
    #expect(done.demarche.cercles[0].observations.map(\.statut) == [nil, .orange, nil])
  }

  @Test func `one of several names in a cell is asked for by itself`() throws {
    let text =
      "axe;palier;responsable\nU;Un;\"Marie Dupont, SC\"\nU;Deux;\"Dupont, Marie\"\n"
      + "U;Trois;\"Marie Dupont, Jean Martin\"\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(
      taken.asked.map(\.subject) == [.person("Marie Dupont"), .person("Dupont, Marie")])
    #expect(taken.asked.map(\.rows) == [[2, 4], [3]])
  }

  @Test(arguments: [
    ("texte;axe\nUn;U\n", Importation.Kind.observations), ("Action;Pilote;Délai\n", .indicateurs),
    ("indicateur;periode;statut\n", .realises), ("initiales;college\n", .participants),
    ("Palier;Échéance;Indicateur;Cible\n", .indicateurs),
    ("Action;Responsable;Échéance;Indicateur;Statut;Commentaire\n", .indicateurs),
    ("Axe;Action;Indicateur;Échéance prévue;Échéance révisée;Statut;Commentaire\n", .indicateurs),
    ("Axe;Action;Indicateur;Échéance;Valeur initiale;Cible 2026;Cible 2027\n", .indicateurs),
    ("Axe;Action;Indicateur;Cible à 18 mois;Cible à 36 mois;Responsable\n", .indicateurs),
    ("Indicateur;Semestre;Valeur;Constaté le\n", .realises),
  ])
  func `what a table holds is seen by its titles`(text: String, kind: Importation.Kind) throws {
    #expect(Importation.Kind.likely(try Grid(csv: Array(text.utf8)), try importWords()) == kind)
  }

  @Test func `a table of nothing known is of no kind`() throws {
    #expect(
      Importation.Kind.likely(try Grid(csv: Array("Budget;Montant\n1;2\n".utf8)), try importWords())
        == nil)
  }
}
