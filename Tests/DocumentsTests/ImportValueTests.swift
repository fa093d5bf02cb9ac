import DPES
import JSONTree
import Testing

@testable import Documents

/// What values say of themselves, and what they never are.
@Suite struct ImportValueTests {
  private static let empty = Demarche(id: "d", raisonSociale: "Essai", debut: today)

  private func indicateur(
    _ cible: String, nature: String = ""
  ) throws -> (one: Indicateur, notices: [Importation.Notice]) {
    let text = "axe;palier;indicateur;nature;cible\nU;Un;Une;\(nature);\"\(cible)\"\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [])
    return (
      try #require(taken.demarche.schema.paliers.first?.indicateurs.first), taken.notices
    )
  }

  private static func measured(
    _ nature: Indicateur.Nature, _ unite: String?, _ valeur: String
  ) throws -> Importation {
    var demarche = try importation(
      "axe;palier;indicateur\nU;Tri;Sites\n", .indicateurs,
      into: Demarche(id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)
    ).demarche
    demarche.schema.paliers[0].indicateurs[0].nature = nature
    demarche.schema.paliers[0].indicateurs[0].unite = unite
    return try importation(
      "indicateur;periode;statut;valeur\nSites;6;atteint;\(valeur)\n", .realises, into: demarche)
  }

  @Test(arguments: [("8/10", "80"), ("8 sur 10", "80"), ("1 / 3", "33,3")])
  func `so many of so many are the percentage that they make, and told`(
    text: String, share: String
  ) throws {
    let taken = try Self.measured(.pourcentage, nil, text)
    let realise = taken.demarche.schema.paliers[0].indicateurs[0].realises[6]
    #expect(taken.refusals == [] && realise?.valeur?.french == share)
    #expect(realise?.denominateur != nil)
    #expect(taken.notices == [.share(row: 2, text, share)])
    #expect(try Self.measured(.nombre, nil, text).refusals.count == 1)
  }

  /// As spreadsheets and French write them; several in one cell are none.
  @Test(arguments: [
    ("1 250", "1250"), ("1\u{202F}250\u{A0}€", "1250"), ("180 000,50", "180000.50"),
    ("1.234,50", "1234.50"), ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("31,5 %", "31.5"),
    ("− 4", "-4"), ("+10 %", "10"), ("-0,50", "-0.50"), ("31.0", "31.0"), ("€ 12", "12"),
    ("80 120", "80120"), ("3,5,7", nil), ("8 10", nil), ("5\n6", nil), ("12\t13", nil),
    ("40\n200\n50", nil), ("2 3", nil), ("1 2 3 4", nil), ("12 03 2027", nil), ("2026 2027", nil),
    ("1.23.456", nil), ("1 234.5.6", nil), ("12,5 13,5", nil), ("06 12 34 56 78", nil), ("", nil),
  ])
  func `one number in a cell is a number, several are none`(text: String, spelling: String?) {
    #expect(JSONNumber(spreadsheet: text)?.spelling == spelling)
  }

  @Test func `a number may have the unit of its indicator behind it`() throws {
    for text in ["3 semaines", "3 semaine", "3 Semaines "] {
      let taken = try Self.measured(.nombre, "semaines", text)
      let realise = taken.demarche.schema.paliers[0].indicateurs[0].realises[6]
      #expect(taken.refusals == [] && realise?.valeur == .nombre(JSONNumber(3)))
    }
    #expect(try Self.measured(.nombre, "jours", "3 semaines").refusals.count == 1)
  }

  @Test(
    arguments: [
      ("12,5 %", .pourcentage, "12.5"), ("60\u{A0}%", .pourcentage, "60"),
      ("1 250,50 €", .nombre, "1250.50"), ("18.5", nil, "18.5"), ("1.5", nil, "1.5"),
    ] as [(String, Indicateur.Nature?, String)])
  func `a number says its nature by its sign`(
    text: String, nature: Indicateur.Nature?, value: String
  ) throws {
    let (one, notices) = try indicateur(text)
    #expect(one.nature == nature)
    guard case .nombre(let number)? = one.cible else {
      Issue.record("no number")
      return
    }
    #expect(number.spelling == value && one.unite == (text.contains("€") ? "€" : nil))
    #expect(notices.contains { if case .nature = $0 { true } else { false } } == (nature != nil))
  }

  @Test(arguments: ["VRAI", "oui", "Non", "FAUX"])
  func `yes and no say theirs`(text: String) throws {
    let (one, notices) = try indicateur(text)
    #expect(one.nature == .ouiNon && notices == [.nature(row: 2, text, .ouiNon)])
    #expect(one.cible == .ouiNon(["VRAI", "oui"].contains(text)))
  }

  @Test func `a number that its nature contradicts is told`() throws {
    #expect(
      try indicateur("80 %", nature: "nombre").notices == [.percentAsNumber(row: 2, "80 %")])
    #expect(
      try indicateur("0,8", nature: "pourcentage").notices == [.shareAsPercent(row: 2, "0,8")])
    #expect(try indicateur("80", nature: "pourcentage").notices == [])
  }

  @Test(arguments: ["#REF!", "#N/A", "#NOM?", "#DIV/0!", "#VALEUR!", "Err:502"])
  func `an error of a formula is no text`(text: String) throws {
    for table in ["axe;texte\nU;\(text)\n", "statut;texte\n\(text);Un\n"] {
      let column = table.hasPrefix("axe") ? "texte" : "statut"
      #expect(
        try importation(table, .observations, into: Self.empty).refusals
          == [.init(row: 2, reason: .cellError(text, column: column))])
    }
  }

  @Test(arguments: ["#1 du quartier", "# ", "#priorité", "#N", "Err: non"])
  func `a text that begins alike is one`(text: String) throws {
    #expect(
      try importation("axe;texte\nU;\(text)\n", .observations, into: Self.empty).refusals == [])
  }

  @Test func `a text longer than a field is told, and a word explained for nothing`() throws {
    let text = String(repeating: "mot ", count: 1300)
    var choices = ImportChoices()
    #expect(choices.add(meaning: "rien=vert") && choices.add(meaning: "R=vert"))
    let taken = try importation(
      "statut;texte\nr;\(text)\n", .observations, into: Self.empty, choices: choices)
    #expect(taken.refusals == [])
    #expect(
      taken.notices == [.long(row: 2, column: "texte", text.count), .unusedMeaning("rien")])
  }

  @Test(arguments: [
    ("en cours", "partiel"), ("à faire", "non-atteint"), ("oui", "atteint"), ("non", "non-atteint"),
    ("orange", "partiel"), ("OK", "atteint"),
  ])
  func `a réalisé in other words is offered what a réalisé may be`(
    word: String, proposal: String
  ) throws {
    let text = "indicateur;periode;statut\nCDD devenus CDI;18;\(word)\n"
    let asked = try importation(text, .realises, into: try example()).asked
    #expect(asked.map(\.proposal) == [proposal])
    #expect(asked.first?.options.contains(proposal) == true)
    var choices = ImportChoices()
    let isTaken = choices.add(meaning: "\(word)=\(proposal)")
    #expect(isTaken)
    #expect(
      try importation(text, .realises, into: try example(), choices: choices).refusals == [])
  }

  @Test(arguments: ["en continu", "dès que possible", "permanent", "bientôt", "T5 2027"])
  func `what is no deadline may be left empty, or said`(text: String) throws {
    let table = "axe;palier;echeance\nU;Un;\(text)\n"
    let asked = try importation(table, .indicateurs, into: Self.empty).asked
    let saysNone = !["bientôt", "T5 2027"].contains(text)
    #expect(asked.map(\.proposal) == [saysNone ? "" : nil])
    for (answer, months) in [("", nil), ("24 mois", 24), ("2 ans", 24)] as [(String, Int?)] {
      var choices = ImportChoices()
      let isTaken = choices.add(meaning: "\(text)=\(answer)")
      #expect(isTaken)
      let taken = try importation(table, .indicateurs, into: Self.empty, choices: choices)
      #expect(taken.refusals == [] && taken.demarche.schema.paliers.map(\.echeanceMois) == [months])
    }
  }
}
