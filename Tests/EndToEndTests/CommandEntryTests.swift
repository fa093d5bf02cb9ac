import DPES
import Foundation
import JSONTree
import Testing

/// `palier renseigner`.
@Suite struct CommandEntryTests {
  private func enter(
    _ folder: CommandFolder, _ arguments: [String], in text: String = smallFile
  ) throws -> CommandFolder.Answer {
    try folder.put(text, in: "x.dpes.json")
    return try folder.run(
      palierPath, ["renseigner", "x.dpes.json", "--indicateur", "i1"] + arguments)
  }

  private func demarche(_ folder: CommandFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes("x.dpes.json")))
  }

  private func cell(_ folder: CommandFolder, _ mois: Int = 12) throws -> Realise? {
    try demarche(folder).schema.paliers[0].indicateurs[0].realises[mois]
  }

  @Test func `one réalisé is written, traced, and nothing else`() throws {
    let folder = try CommandFolder()
    let answer = try enter(
      folder,
      [
        "--periode", "12", "--realise", "partiel", "--valeur", "31,5 %", "--commentaire", "Presque",
        "--piece", "Compte rendu", "--date", "2026-08-01", "--qui", "sc",
      ])
    #expect(answer.status == 0 && answer.error == "")
    #expect(
      answer.output
        == "Enregistré\u{A0}: «\u{A0}Part des repas\u{A0}», période 12, noté «\u{A0}partiel\u{A0}».\n"
    )
    var realise = Realise()
    realise.statut = .partiel
    realise.valeur = JSONNumber(31.5).map(Valeur.nombre)
    realise.commentaire = "Presque"
    realise.date = Day(iso: "2026-08-01")
    realise.auteur = "p1"
    realise.piece = Realise.Piece()
    realise.piece?.titre = "Compte rendu"
    var trace = Trace()
    trace.quand = try demarche(folder).historique.last?.quand
    trace.qui = "p1"
    trace.quoi = "realise"
    trace.objet = "i1/12"
    trace.apres = .texte("partiel")
    var expected = try Demarche(file: JSONValue.parse(Array(smallFile.utf8)))
    expected.schema.paliers[0].indicateurs[0].realises[12] = realise
    expected.historique = [trace]
    #expect(trace.quand != nil)
    #expect(try folder.bytes("x.dpes.json") == JSONValue.write(expected.json))
  }

  @Test(arguments: ["vérifié", "Vérifié", "verifie"])
  func `a statut and a day are taken as people write them`(statut: String) throws {
    let folder = try CommandFolder()
    let answer = try enter(folder, ["--periode", "12", "--realise", statut, "--date", "hier"])
    #expect(answer.status == 0, "\(answer.error)")
    let realise = try #require(try cell(folder))
    #expect(realise.statut == .verifie)
    let entered = try #require(try demarche(folder).historique.last?.quand?.day)
    let date = try #require(realise.date)
    // The machine's midnight may pass meanwhile, and is not universal time's.
    #expect((-2...0).contains(date.number - entered.number))
  }

  @Test(
    arguments: [
      ("exporte", "voulez-vous dire « exporter » ?"),
      ("renseinger", "voulez-vous dire « renseigner » ?"),
      ("blabla", "commande inconnue."),
    ])
  func `a misspelt command is none of a file`(word: String, said: String) throws {
    let folder = try CommandFolder()
    for more in [[], ["x.dpes.json"]] {
      let answer = try folder.run(palierPath, [word] + more)
      #expect(answer.status == 2 && answer.output == "")
      #expect(answer.error.plainSpaces.contains("« \(word) » : commande inconnue"))
      #expect(answer.error.plainSpaces.contains(said), "\(answer.error)")
    }
    // A file of that name is a file.
    try folder.put(smallFile, in: word)
    #expect(try !folder.run(palierPath, [word]).error.contains("commande inconnue"))
  }

  @Test func `a value without a statut is refused with the one that its target suggests`() throws {
    let folder = try CommandFolder()
    let bytes = Array(smallFile.utf8)
    let answer = try enter(folder, ["--periode", "12", "--valeur", "31"])
    #expect(answer.status == 2 && answer.output == "", "\(answer)")
    #expect(answer.error.contains("Une valeur demande un statut\u{A0}: 31"), "\(answer.error)")
    #expect(try folder.bytes("x.dpes.json") == bytes)
    // With a target it names one, which is then taken.
    let aimed = smallFile.replacing(
      "\"id\": \"i1\",", with: "\"id\": \"i1\", \"sens\": \"hausse\", \"cible\": 30,")
    let told = try enter(folder, ["--periode", "12", "--valeur", "31"], in: aimed)
    #expect(
      told.error.contains(
        "pour une cible de 30\u{A0}% suggère --realise atteint\u{A0}; rien n’est écrit sans lui."),
      "\(told.error)")
    #expect(try cell(folder) == nil)
    let done = try enter(
      folder, ["--periode", "12", "--valeur", "31", "--realise", "atteint"], in: aimed)
    #expect(done.status == 0)
    #expect(try cell(folder)?.statut == .atteint)
  }

  @Test func `another value than the one that stands there asks for its own statut`() throws {
    let folder = try CommandFolder()
    let shares = ["--numerateur", "5", "--denominateur", "6"]
    _ = try enter(folder, ["--periode", "12", "--realise", "atteint"] + shares)
    let first = try folder.text("x.dpes.json")
    for typed in [["--valeur", "5"], ["--numerateur", "1"]] {
      let answer = try enter(folder, ["--periode", "12"] + typed, in: first)
      #expect(answer.status == 2 && answer.error.contains("Une valeur demande un statut"))
      #expect(try folder.text("x.dpes.json") == first)
    }
    // With one it is kept, and no more a share of what the other was.
    let told = try enter(
      folder, ["--periode", "12", "--valeur", "5", "--realise", "non-atteint"], in: first)
    #expect(told.status == 0)
    let cell = try #require(try cell(folder))
    #expect(cell.statut == .nonAtteint && cell.valeur == .nombre(JSONNumber(5)))
    #expect(cell.numerateur == nil && cell.denominateur == nil)
  }

  @Test(arguments: [(["--qui", "LB"], nil), (["--qui", "p2"], "p2"), ([], "p1")])
  func `an entry is signed by whom the machine serves, unless it says by whom`(
    qui: [String], id: String?
  ) throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    let answer = try folder.run(
      palierPath,
      [
        "renseigner", "x.dpes.json", "--indicateur", "i1", "--periode", "12", "--realise",
        "partiel",
      ]
        + qui, folder.serving("SC"))
    // Two are called LB.
    #expect(answer.status == (id == nil ? 2 : 0), "\(answer)")
    #expect(try demarche(folder).historique.map(\.qui) == (id == nil ? [] : [id]))
    #expect(try cell(folder)?.auteur == id)
  }

  @Test func `what is not said again stays, and saying the same writes nothing`() throws {
    let folder = try CommandFolder()
    _ = try enter(
      folder, ["--periode", "12", "--realise", "partiel", "--valeur", "10", "--date", "2026-08-01"])
    let first = try folder.text("x.dpes.json")
    let same = try enter(folder, ["--periode", "12", "--realise", "partiel"], in: first)
    #expect(same.status == 0)
    #expect(
      same.output
        == "Rien à changer\u{A0}: «\u{A0}Part des repas\u{A0}», période 12, le dit déjà.\n")
    #expect(try folder.text("x.dpes.json") == first)

    _ = try enter(
      folder, ["--periode", "12", "--realise", "atteint", "--date", "2026-09-01"], in: first)
    let cell = try #require(try cell(folder))
    #expect(cell.statut == .atteint && cell.valeur == .nombre(JSONNumber(10)))
    #expect(cell.date?.iso == "2026-09-01")
  }

  @Test func `a date alone corrects the date, also of what stands the same`() throws {
    let folder = try CommandFolder()
    let none = try enter(folder, ["--periode", "12", "--date", "2026-08-02"])
    #expect(none.status == 2 && none.error.contains("--realise dit ce qu’il en est"))
    _ = try enter(folder, ["--periode", "12", "--realise", "verifie", "--date", "2026-08-01"])
    for date in ["2026-08-02", "2026-08-03"] {
      let status = date.hasSuffix("3") ? ["--realise", "verifie"] : []
      let text = try folder.text("x.dpes.json")
      let answer = try enter(folder, ["--periode", "12", "--date", date] + status, in: text)
      #expect(answer.status == 0, "\(answer.error)")
      #expect(answer.output.contains("noté «\u{A0}vérifié\u{A0}»"))
      #expect(try cell(folder)?.date?.iso == date)
      #expect(try cell(folder)?.statut == .verifie)
    }
  }

  @Test(
    arguments: [
      (["--numerateur", "3", "--denominateur", "4"], 75, nil),
      (["--numerateur", "1", "--denominateur", "3", "--valeur", "33"], 33, nil),
      (["--numerateur", "3"], nil, "--denominateur manque"),
      (["--numerateur", "3", "--denominateur", "0"], nil, "parmi zéro"),
      (["--numerateur", "trois", "--denominateur", "4"], nil, "--numerateur"),
      (["--numerateur", "3", "--denominateur", "4", "--valeur", "80"], nil, "font 75"),
    ] as [([String], Double?, String?)])
  func `a share is what is counted, and among how many`(
    said: [String], value: Double?, refusal: String?
  ) throws {
    let folder = try CommandFolder()
    let answer = try enter(
      folder, ["--periode", "12", "--realise", "partiel", "--date", "2026-08-01"] + said)
    #expect(answer.status == (value == nil ? 2 : 0), "\(answer.error)")
    #expect(try cell(folder)?.valeur == value.flatMap { JSONNumber($0).map(Valeur.nombre) })
    #expect(try cell(folder)?.denominateur?.double == (value == nil ? nil : Double(said[3])))
    if let refusal { #expect(answer.error.plainSpaces.contains(refusal)) }
  }

  @Test(arguments: [
    (["--valeur", "1 250"], JSONNumber(1250)), (["--valeur", "31,50"], JSONNumber(31.5)),
    (["--valeur", "0.5"], JSONNumber(0.5)), (["--valeur=-3"], JSONNumber(-3)),
    (["--valeur", "12 %"], JSONNumber(12)),
  ])
  func `numbers are typed as the French type them`(value: [String], number: JSONNumber?) throws {
    let folder = try CommandFolder()
    let answer = try enter(
      folder, ["--periode", "12", "--realise", "partiel", "--date", "2026-08-01"] + value)
    #expect(answer.status == 0)
    #expect(try cell(folder)?.valeur == number.map(Valeur.nombre))
  }

  @Test func `ahead of its period it is written, with a notice`() throws {
    let folder = try CommandFolder()
    let answer = try enter(
      folder, ["--periode", "24", "--realise", "partiel", "--date", "2026-08-01"])
    #expect(answer.status == 0)
    #expect(
      answer.error
        == "C’est en avance sur la période 24, qui commence le 5 juillet 2027.\n")
    #expect(try cell(folder, 24)?.statut == .partiel)
  }

  @Test func `a closed period is corrected with a reason, and keeps what it said`() throws {
    let folder = try CommandFolder()
    let before = smallFile.replacing(
      "\"nature\": \"pourcentage\"\n",
      with: """
        "nature": "pourcentage",
        "realises": {"6": {"statut": "atteint", "valeur": 82, "date": "2026-06-01", "auteur": "p2"}}
        """)
    let refused = try enter(folder, ["--periode", "6", "--realise", "partiel"], in: before)
    #expect(refused.status == 2)
    #expect(
      refused.error.hasPrefix(
        "La période 6 est close. Pour corriger, dites pourquoi\u{A0}: --motif"))
    #expect(try folder.text("x.dpes.json") == before)

    let done = try enter(
      folder,
      [
        "--periode", "6", "--realise", "partiel", "--valeur", "54,9", "--motif",
        "Comptés deux fois",
        "--date", "2026-09-01", "--qui", "SC",
      ], in: before)
    #expect(done.status == 0)
    #expect(done.output.contains("en correction d’une période close"))
    var expected = Realise()
    expected.statut = .partiel
    expected.valeur = JSONNumber(54.9).map(Valeur.nombre)
    expected.date = Day(iso: "2026-06-01")
    expected.auteur = "p2"
    var correction = Realise.Correction()
    correction.statut = .atteint
    correction.valeur = .nombre(JSONNumber(82))
    correction.date = Day(iso: "2026-09-01")
    correction.auteur = "p1"
    correction.motif = "Comptés deux fois"
    expected.corrections = [correction]
    #expect(try cell(folder, 6) == expected)
  }

  @Test func `a disk without room leaves the file as it was`() throws {
    let folder = try CommandFolder()
    let path = try folder.putExample()
    let before = try folder.bytes("exemple.dpes.json")
    let id = try Demarche(file: JSONValue.parse(before)).schema.paliers[0].indicateurs[0].id
    // A file may grow to 8 blocks of 512 bytes.
    let script = """
      ulimit -f 8; exec env --default-signal=XFSZ "$0" renseigner "$1" --indicateur "$2" \
      --periode 30 --realise partiel
      """
    let answer = try folder.run("/bin/sh", ["-c", script, palierPath, path, id])
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.error.contains("il n’y a plus de place sur le disque"))
    #expect(try folder.bytes("exemple.dpes.json") == before)
    #expect(try folder.names == ["exemple.dpes.json"])
  }

  @Test(arguments: [
    (
      ["--periode", "12", "--realise", "partiel", "--indicateur", "zz"],
      "l’identifiant «\u{A0}zz\u{A0}»"
    ),
    (
      ["--periode", "13", "--realise", "partiel"],
      "«\u{A0}13\u{A0}» n’est pas 6, 12, 18, 24, 30 ou 36."
    ),
    (["--periode", "42", "--realise", "partiel"], "«\u{A0}42\u{A0}» n’est pas"),
    (
      ["--periode", "12", "--realise", "fait"],
      "«\u{A0}fait\u{A0}» n’est pas atteint, partiel, non-atteint"
    ),
    (["--periode", "12", "--realise", "non-concerne"], "«\u{A0}non-concerne\u{A0}» se justifie."),
    (["--periode", "12", "--realise", "partiel", "--valeur", "beaucoup"], "n’est pas un nombre"),
    (["--periode", "12", "--realise", "partiel", "--valeur", "nan"], "n’est pas un nombre"),
    (["--periode", "12", "--realise", "partiel", "--valeur", "0x10"], "n’est pas un nombre"),
    (["--periode", "12", "--realise", "partiel", "--valeur", "1,2,3"], "n’est pas un nombre"),
    (["--periode", "12", "--realise", "partiel", "--qui", "ZZ"], "il y a SC, LB et lb."),
    (
      ["--periode", "12", "--realise", "partiel", "--qui", "LB"], "son identifiant\u{A0}: p2 ou p3."
    ),
    (
      ["--periode", "12", "--realise", "partiel", "--date", "1/13"],
      "«\u{A0}1/13\u{A0}» n’est pas un jour"
    ),
    (["--periode", "12"], "Rien n’est noté dans cette case\u{A0}: --realise dit ce qu’il en est."),
    (
      ["--periode", "12", "--realise", "atteint", "--indicateur", "i2", "--valeur", "1"],
      "«\u{A0}1\u{A0}» n’est pas oui ou non."
    ),
  ])
  func `what is wrong is said, and nothing is written`(
    arguments: [String], sentence: String
  ) throws {
    let folder = try CommandFolder()
    let answer = try enter(folder, arguments)
    #expect(answer.status == 2)
    #expect(answer.output == "")
    #expect(answer.error.contains(sentence), "\(answer.error)")
    #expect(try folder.text("x.dpes.json") == smallFile)
  }
}
