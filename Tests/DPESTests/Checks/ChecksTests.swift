import DPES
import Foundation
import JSONTree
import Testing

@Suite struct ChecksTests {
  @Test func `a file without fault has no constat`() throws {
    #expect(try constats(checkedFile) == [])
    // An organisation of its tour de table is in an observation, as it happens.
    #expect(Set(try exampleDemarche().constats().map(\.regle)) == [.nomDansUnTexte])
  }

  @Test(arguments: formatFaults + linkFaults + imageFaults + schemaFaults + followUpFaults)
  func `each fault is found, where it is`(fault: Fault) throws {
    #expect(fault.file != checkedFile)
    let found = try constats(fault.file)
    #expect(found.map(\.regle) == [fault.regle])
    #expect(found.map(\.pointeur.description) == [fault.pointer])
    let words = found.map { "\($0.lieu). \($0.phrase)" }.joined()
    #expect(words.contains(fault.words), "\(words)")
  }

  @Test func `every rule is held by a fault`() {
    let faults =
      Self.formatFaults + Self.linkFaults + Self.imageFaults + Self.schemaFaults
      + Self.followUpFaults
    #expect(Set(faults.map(\.regle)) == Set(Constat.Regle.allCases).subtracting(Self.elsewhere))
  }

  /// The older version has a test of its own, beside the migrations; the clock, beside the dates; what
  /// the file of a cycle says, with the cycles.
  private static let elsewhere: Set<Constat.Regle> = [
    .versionAncienne, .horloge, .cycleInconnu, .passageInconnu,
  ]

  @Test(arguments: Constat.Regle.allCases.filter { !Self.elsewhere.contains($0) })
  func `a rule asked for alone is found alone`(regle: Constat.Regle) throws {
    let faults =
      Self.formatFaults + Self.linkFaults + Self.imageFaults + Self.schemaFaults
      + Self.followUpFaults
    let fault = try #require(faults.first { $0.regle == regle })
    let demarche = try Demarche(file: JSONValue.parse(Array(fault.file.utf8)))
    #expect(demarche.constats([regle]) == demarche.constats())
    #expect(demarche.constats(Set(Constat.Regle.allCases).subtracting([regle])) == [])
  }

  @Test func `a participant who goes leaves broken every link but those of the historique`() throws
  {
    let found = try constats(checkedFile.replacing("{\"id\": \"p\",", with: "{\"id\": \"P\","))
    #expect(found.count == 7)
    #expect(found.allSatisfy { $0.regle == .lienRompu })
  }

  @Test func `the gravest come first`() throws {
    let text = checkedFile.replacing("\"mois\": 6", with: "\"moi\": 5, \"mois\": 6")
      .replacing("\"rang\": 2", with: "\"rang\": 3")
      .replacing("\"seance\": \"s\"", with: "\"seance\": \"z\"")
    #expect(try constats(text).map(\.gravite) == [.erreur, .avertissement, .remarque])
  }

  @Test func `the documentation lists every rule with its gravity, in the order of the rules`()
    throws
  {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/format.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = text.matches(of: /(?m)^\| `([a-z0-9-]+)` \| (erreur|avertissement|remarque) \|/)
      .map { "\($0.1) \($0.2)" }
    #expect(rows == Constat.Regle.allCases.map { "\($0.rawValue) \($0.gravite.rawValue)" })
  }

  @Test func `a rule says no more than anybody reads`() throws {
    var demarche = try Demarche(file: JSONValue.parse(Array(checkedFile.utf8)))
    var link = demarche.seances[0]
    link.presents = (0..<3000).map { "nobody \($0)" }
    demarche.seances.append(link)
    let found = demarche.constats()
    #expect(found.count { $0.regle == .lienRompu } == Constat.most)
    #expect(found.contains { $0.regle == .idEnDouble })
  }

  @Test func `two observations may have arguments of one id, one observation may not`() throws {
    var demarche = try Demarche(file: JSONValue.parse(Array(checkedFile.utf8)))
    let argument = demarche.cercles[0].observations[0].arguments[0]
    demarche.cercles[1].observations[1].arguments = [argument]
    #expect(demarche.constats([.idEnDouble]) == [])
    demarche.cercles[1].observations[1].arguments = [argument, argument]
    let found = demarche.constats([.idEnDouble])
    #expect(found.map(\.pointeur.description) == ["/cercles/1/observations/1/arguments/1/id"])
    #expect(found[0].phrase.contains("observation 8, argument 1"))
  }

  @Test func `only the names of people keep a constat off the wall`() {
    #expect(Constat.Regle.allCases.filter(\.nommeQuelquUn) == [.nomDansUnTexte])
  }

  @Test(arguments: [
    ("Avec Inès, on avance", true), ("INES dit non", true), ("M. Oeuvrard", true),
    ("Chez la pie  VERTE !", true), ("l’Œuvrard", true),
    ("les œuvrards", true), ("Inessa et œuvrardises", false), ("la pie, verte", true),
    ("la pie", false),
    ("la CAF", true), ("la caf, li et po", false),
    ("Ine\u{300}s\u{301}", true),
  ])
  func `a name is found as a word, whatever its case and accents`(text: String, isFound: Bool)
    throws
  {
    var demarche = try Demarche(file: JSONValue.parse(Array(checkedFile.utf8)))
    for place in 0..<4 {
      var changed = demarche
      switch place {
      case 0: changed.cercles[1].observations[1].texte = text
      case 1: changed.cercles[1].observations[1].minorite = text
      case 2: changed.cercles[1].observations[1].formulations = ["", text]
      default: changed.cercles[0].observations[0].arguments[0].texte = text
      }
      #expect(changed.constats([.nomDansUnTexte]).count == (isFound ? 1 : 0))
    }
    demarche.participants = []
    demarche.cercles[1].observations[1].texte = text
    // Whom a civility announces is told, known or not.
    #expect(demarche.constats([.nomDansUnTexte]).isEmpty == !text.hasPrefix("M. "))
  }

  @Test(arguments: [
    ("\"p\", \"q\"]", "\"p\", \"WORD\"]", 1),
    (
      "\"intitule\": \"Haut\", \"echeanceMois\": 24",
      "\"intitule\": \"WORD\", \"echeanceMois\": 23", 1
    ),
    ("\"charte:u1\"", "\"WORD\"", 1), ("\"mois\": 6", "\"mois\": 6, \"WORD\": 1", 1),
    ("\"siren\": \"732829320\"", "\"siren\": \"WORD\"", 1),
    ("{\"point\": \"a\"}", "{\"point\": \"WORD\"}, {\"point\": \"WORD\"}", 1),
    ("\"id\": \"u\"", "\"id\": \"WORD\"}, {\"id\": \"WORD\"", 1),
    ("\"option\": \"h\"", "\"option\": \"WORD\"", 1), ("\"12\": 30", "\"WORD\": 30", 1),
  ])
  func `a word of a megabyte makes no sentence of a megabyte`(
    old: String, new: String, count: Int
  ) throws {
    let word = "e" + String(repeating: "\u{301}", count: 500_000)
    let found = try constats(
      checkedFile.replacing(old, with: new.replacing("WORD", with: word)))
    #expect(found.count == count)
    for constat in found {
      #expect(constat.phrase.utf8.count + constat.lieu.utf8.count < 500)
    }
  }

  @Test func `a ring of origins is told of those that are in it`() throws {
    let text = checkedFile.replacing(
      "\"id\": \"o\",", with: "\"id\": \"o\", \"origine\": \"n\",")
    #expect(
      try constats(text).map(\.pointeur.description) == [
        "/cercles/0/observations/0/origine", "/cercles/1/observations/0/origine",
      ])
    #expect(try constats(text).allSatisfy { $0.regle == .origineEnBoucle })
  }
}

@Suite struct SirenTests {
  @Test(
    arguments: [
      ("732829320", nil), ("200034528", nil), ("245900428", nil), ("356000000", nil),
      ("200034582", .cle), ("000000000", .nul), ("000000001", .cle),
      ("", .forme), ("12345678", .forme), ("1234567890", .forme), ("73282932O", .forme),
      ("732 829 320", .forme), ("٧٣٢٨٢٩٣٢٠", .forme), ("７３２８２９３２０", .forme),
    ] as [(String, Siren.Faute?)])
  func `nine digits that fit together are a SIREN`(text: String, faute: Siren.Faute?) {
    #expect(Siren.faute(text) == faute)
  }

  @Test(arguments: [
    ("732 829 320", "732829320"), ("732\u{A0}829\u{202F}320", "732829320"),
    ("732.829.320", "732829320"), ("73 28", "7328"), ("732-829-320", nil), ("W621000000", nil),
  ])
  func `people write it in groups`(text: String, digits: String?) {
    #expect(Siren.chiffres(text) == digits)
  }
}
