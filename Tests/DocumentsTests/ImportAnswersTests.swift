import DPES
import JSONTree
import Testing

@testable import Documents

/// Which question an answer settles that says a text and no column.
@Suite struct ImportAnswersTests {
  private static let circle = """
    N°;Axe;Texte;Statut;Auteur;Priorité
    10;U;jaune;jaune;;
    20;U;Trop cher;rouge;tous;
    2;P;tous;vert;Léa;2
    """

  @Test func `an answer is of the column where its text is asked, and of no other`() throws {
    let taken = try importation(
      Self.circle, .observations, into: emptyDemarche,
      choices: importChoices(["jaune=orange", "tous=", "2=non", "Léa=LE"]))
    #expect(taken.refusals == [])
    let all = taken.demarche.cercles[0].observations
    #expect(all.map(\.numero) == [10, 20, 2])
    #expect(all.map(\.texte) == ["jaune", "Trop cher", "tous"])
    #expect(all.map(\.statut) == [.orange, .rouge, .vert])
    #expect(all.map(\.auteur) == [nil, nil, taken.demarche.participants[0].id])
  }

  private static func board() -> Demarche {
    var demarche = emptyDemarche
    var palier = Palier()
    (palier.id, palier.axe, palier.intitule) = ("p", .utilite, "Charte")
    var (signed, days) = (Indicateur(), Indicateur())
    (signed.id, signed.intitule, signed.nature) = ("i", "Signée", .ouiNon)
    (days.id, days.intitule, days.nature) = ("j", "Jours", .nombre)
    palier.indicateurs = [signed, days]
    demarche.schema.paliers = [palier]
    return demarche
  }

  @Test func `a word that one column asks about and another knows ends in no circle`() throws {
    let months = Self.board().schema.periodes.map(\.mois)
    let month = try #require(months.first)
    let text = "Indicateur;Période;Statut;Valeur\nSignée;\(month);oui;oui\n"
    let taken = try importation(
      text, .realises, into: Self.board(), choices: importChoices(["oui=atteint"]))
    #expect(taken.refusals == [])
    let done = taken.demarche.schema.paliers[0].indicateurs[0].realises[month]
    #expect(done?.statut == .atteint && done?.valeur == .ouiNon(true))
  }

  @Test func `a word that two columns ask about is answered for each, with its column`() throws {
    let month = try #require(Self.board().schema.periodes.map(\.mois).first)
    let text = "Indicateur;Période;État;Valeur\nJours;\(month);en cours;en cours\n"
    let first = try importation(
      text, .realises, into: Self.board(), choices: importChoices(["en cours=partiel"]))
    #expect(first.asked.map(\.subject) == [.word("en cours", column: "valeur")])
    #expect(first.refusals.map { first.scope(of: $0.reason) } == ["valeur"])
    let both = try importation(
      text, .realises, into: Self.board(),
      choices: importChoices(["en cours=partiel", "Valeur:en cours=5"]))
    #expect(both.refusals == [] && both.notices.allSatisfy { !$0.isToBeSeen })
    let done = both.demarche.schema.paliers[0].indicateurs[1].realises[month]
    #expect(done?.statut == .partiel && done?.valeur == .nombre(JSONNumber(5)))
    // By the title of the table too.
    let titled = try importation(
      text, .realises, into: Self.board(),
      choices: importChoices(["État:en cours=partiel", "valeur:en cours="]))
    #expect(titled.refusals == [] && titled.added == 1)
  }

  @Test func `an answer that is none in its column is told, and one that nothing asks for`()
    throws
  {
    let text = "axe;statut;texte\nUtilité;à améliorer;Un\nU;vert;vert\n"
    let wrong = try importation(
      text, .observations, into: emptyDemarche, choices: importChoices(["à améliorer=orangé vif"]))
    #expect(
      wrong.notices == [.refusedMeaning("à améliorer", "orangé vif", column: "statut")])
    #expect(wrong.asked.map(\.proposal) == ["orange"])
    let axis = try importation(
      text, .observations, into: emptyDemarche,
      choices: importChoices(["à améliorer=orange", "Utilité=zzz"]))
    #expect(axis.refusals == [])
    #expect(axis.notices == [.refusedMeaning("Utilité", "zzz", column: "axe")])
    let two = try importation(
      text, .observations, into: emptyDemarche,
      choices: importChoices(["à améliorer=orange", "vert=rouge", "nulle part=U"]))
    #expect(
      two.notices == [
        .idleMeaning("vert", "rouge", columns: ["statut", "texte"]), .unusedMeaning("nulle part"),
      ])
    let named = try importation(
      text, .observations, into: emptyDemarche,
      choices: importChoices(["à améliorer=orange", "statut:vert=rouge"]))
    #expect(named.demarche.cercles[0].observations.map(\.statut) == [.orange, .rouge])
  }

  @Test func `a text with a sign of its own is answered`() throws {
    let text = "Axe;Action\nU;Un\nGras = urgent;Deux\n"
    let taken = try importation(
      text, .indicateurs, into: emptyDemarche, choices: importChoices(["Gras = urgent=territoire"]))
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers.map(\.axe) == [.utilite, .territoire])
  }
}
