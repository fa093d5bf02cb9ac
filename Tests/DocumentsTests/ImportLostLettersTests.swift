import DPES
import Testing

@testable import Documents

/// Texts that lost letters before they came here are never kept without a word.
@Suite struct ImportLostLettersTests {
  private static let empty = Demarche(id: "d", raisonSociale: "Essai", debut: today)

  /// A sheet of a workbook, in which nothing was decoded.
  private static func taken(
    _ texts: [String], _ answers: [(String, String)] = []
  ) throws -> Importation {
    let rows =
      [Grid.Row(number: 1, fields: ["axe", "texte"])]
      + texts.enumerated().map { Grid.Row(number: $0 + 2, fields: ["U", $1]) }
    var choices = ImportChoices()
    for (text, meaning) in answers {
      choices.add(meaning: meaning, of: text, in: Importation.lostLetters)
    }
    return try Importation(
      Grid(rows: rows, separator: nil, remarks: []), .observations, into: empty,
      Signature(quand: Instant(seconds: 0), jour: today), ids: IDGenerator(seed: 1),
      words: importWords(), choices: choices)
  }

  private static func kept(_ taken: Importation) -> [String] {
    taken.demarche.cercles.first?.observations.map(\.texte) ?? []
  }

  @Test(arguments: [
    "L'?quipe a ?t? form?e ? l'?coute", "La pr?vention des chutes", "Les id?es manquent",
    "Un probl?me de mat?riel", "L?accueil du samedi", "R?UNION MENSUELLE", "Salle n?5",
    "L\u{FFFD}quipe", "Ã l'accueil du samedi", "Une journ?e par mois", "Coop?ration",
  ])
  func `a text that lost letters is asked about with its line`(text: String) throws {
    let asked = try Self.taken(["Le bus passe trop tôt", text])
    #expect(asked.refusals == [.init(row: 3, reason: .lostLetters(text, column: "texte"))])
    #expect(
      asked.asked.map(\.subject) == [.word(text, column: Importation.lostLetters)])
    #expect(asked.asked.first?.options == [text, ""])
    let mended = try Self.taken([text], [(text, "L’équipe formée")])
    #expect(mended.refusals == [] && Self.kept(mended) == ["L’équipe formée"])
    let same = try Self.taken([text], [(text, text)])
    #expect(same.refusals == [] && Self.kept(same) == [text])
    let none = try Self.taken([text, "Un autre"], [(text, "")])
    #expect(none.refusals == [] && Self.kept(none) == ["Un autre"])
    #expect(none.notices.contains(.leftOut(rows: [2])))
  }

  @Test(arguments: [
    "Quand ?", "Qui ? Quoi ?", "pourquoi pas?et alors", "Ça va? oui, plutôt", "Vraiment ?!",
    "Qui fait quoi?", "Quoi ?Comment ?", "Voir https://x.fr/a?b=c", "Où ? Ici.", "« Pourquoi? »",
    "Est-ce utile ? non", "São Paulo", "SÃO PAULO",
  ])
  func `a true question is a text as another`(text: String) throws {
    let taken = try Self.taken([text])
    #expect(taken.refusals == [] && Self.kept(taken) == [text])
  }

  @Test func `beside others that lost letters a doubtful mark is asked about too`() throws {
    let doubtful = "La qualit? de l'accueil"
    #expect(try Self.taken([doubtful]).refusals == [])
    #expect(try Self.taken([doubtful, "La pr?vention"]).refusals.map(\.row) == [2, 3])
  }

  @Test func `letters read in another encoding are brought back, and told`() throws {
    let texts = [
      "L\u{E2}\u{80}\u{99}Ã©quipe Ã©coutÃ©e", "LâÃ©quipe", "Les agents Ã\u{A0} l’heure", "Été",
      "Le cÅ“ur",
    ]
    let taken = try Self.taken(texts)
    #expect(taken.refusals == [])
    #expect(
      Self.kept(taken) == [
        "L’équipe écoutée", "L’équipe", "Les agents à l’heure", "Été", "Le cœur",
      ])
    #expect(
      taken.notices.contains(
        .mended(rows: [2, 3, 4, 6], before: texts[0], after: "L’équipe écoutée")))
  }

  @Test func `many texts that lost letters are asked about as one`() throws {
    let texts = (0..<9).map { "La pr?vention \($0)" }
    let taken = try Self.taken(texts)
    #expect(taken.asked.map(\.subject) == [.aside("lostLetters")])
    #expect(taken.asked.first?.rows.count == 9)
  }
}
