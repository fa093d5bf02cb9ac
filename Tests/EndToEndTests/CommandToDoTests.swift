import DPES
import Foundation
import JSONTree
import Testing

/// `palier a-faire`.
@Suite struct CommandToDoTests {
  /// The small démarche starts on 5 January 2026; its palier is due at 9 months.
  private func ask(
    _ arguments: [String], in text: String = smallFile
  ) throws -> CommandFolder.Answer {
    let folder = try CommandFolder()
    try folder.put(text, in: "x.dpes.json")
    return try folder.run(palierPath, ["a-faire", "x.dpes.json"] + arguments)
  }

  @Test(arguments: [
    ("2026-06-01", 0, "Rien n’est dû, en retard ni perdu."), ("2026-10-01", 0, "Ce mois-ci"),
    ("2026-08-01", 0, "À atteindre"), ("2026-10-06", 1, "Échéance passée"),
    ("2027-01-05", 1, "À clore"), ("2027-01-05", 1, "En retard"),
  ])
  func `it says what is to be done, and answers 1 when something is late`(
    day: String, status: Int32, text: String
  ) throws {
    let answer = try ask(["--date", day])
    #expect(answer.status == status && answer.error.isEmpty && answer.isHarmless)
    #expect(answer.output.contains(text), "\(answer.output)")
  }

  @Test func `a cycle without its file is told, on paper and to a program`() throws {
    let text = smallFile.replacing(
      "\"participants\": [",
      with: """
        "cycles": [{"id": "ybbbbbbbbb1", "modele": "bio", "passages": [
          {"id": "ybbbbbbbbb2", "etape": "bilan", "faitLe": "2026-01-10"}]}],
            "participants": [
        """)
    let answer = try ask(["--date", "2026-06-01"], in: text)
    #expect(answer.status == 0 && !answer.output.contains("Rien n’est dû"))
    #expect(
      answer.output.plainSpaces.contains("« bio » : le fichier de ce cycle n’est pas sur cet"),
      "\(answer.output)")
    let json = try ask(["--date", "2026-06-01", "--json"], in: text)
    #expect(json.output.contains(#""rubrique": "cycle-inconnu""#), "\(json.output)")
    #expect(json.output.contains(#""cycle": "bio""#))
  }

  @Test func `the example, whole`() throws {
    let folder = try CommandFolder()
    try folder.putExample(in: "x.dpes.json")
    let answer = try folder.palier("a-faire", "x.dpes.json", "--date", "2026-12-01")
    #expect(answer.status == 1 && answer.error.isEmpty)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.first == "Résidence du Halage, à faire le 1er décembre 2026")
    #expect(
      lines.contains(
        "  ▼  vérifier   21/09/2026                   PG  Réunions du conseil de la vie sociale dans le semestre"
      ))
    #expect(
      lines.contains(
        "  !  en retard  27/11/2026  depuis 4 jours   PG  Relancer le conseil de la vie sociale et fixer une date"
      ))
  }

  @Test func `one person's, and what is late of somebody else is no alarm for them`() throws {
    let folder = try CommandFolder()
    try folder.putExample(in: "x.dpes.json")
    let date = ["--date", "2026-12-01"]
    let one = try folder.run(palierPath, ["a-faire", "x.dpes.json", "--qui", "sc"] + date)
    #expect(one.status == 0 && one.output.contains("Semaines de planning connues d’avance"))
    #expect(!one.output.contains("CDD devenus CDI"))
    let other = try folder.run(palierPath, ["a-faire", "x.dpes.json", "--qui", "JR"] + date)
    #expect(other.status == 1)
    let unknown = try folder.run(palierPath, ["a-faire", "x.dpes.json", "--qui", "ZZ"] + date)
    #expect(unknown.status == 2 && unknown.output.isEmpty)
    #expect(unknown.error.plainSpaces.contains("« ZZ »"))
  }

  @Test func `a program reads it as JSON`() throws {
    let answer = try ask(["--date", "2027-01-05", "--json"])
    #expect(answer.status == 1)
    guard case .array(let lines) = try JSONValue.parse(Array(answer.output.utf8)) else {
      Issue.record("not a list: \(answer.output)")
      return
    }
    #expect(
      lines.first
        == .object([
          "rubrique": .string("en-retard"), "indicateur": .string("i1"),
          "periode": .number(JSONNumber(12)), "texte": .string("Part des repas"),
          "axe": .string("utilite"), "rang": .number(JSONNumber(1)),
          "objectif": .string("atteindre"), "quand": .string("2027-01-04"),
          "retardJours": .number(JSONNumber(1)), "presse": .bool(true),
        ]))
    let nothing = try ask(["--date", "2026-06-01", "--json"])
    #expect(nothing.output == "[]\n" && nothing.status == 0)
  }

  @Test func `what is late says for how many days`() throws {
    let answer = try ask(["--date", "2027-01-15"])
    #expect(answer.status == 1)
    #expect(answer.output.plainSpaces.contains("04/01/2027  depuis 11 jours"), "\(answer.output)")
    #expect(try !ask(["--date", "2026-08-01"]).output.contains("depuis"))
  }

  /// Run by a shell as cron runs it, but with a mail that keeps what it is told.
  @Test(arguments: [
    ("x.dpes.json", 0, ""), ("late.dpes.json", 1, "À faire"), ("none.dpes.json", 2, "lire"),
    ("x.dpes.json", 127, "lire"),
  ])
  func `the line of cron that the guide prints tells the answers apart, and leaves no file`(
    file: String, status: Int, subject: String
  ) throws {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/guide/suivre.md").standardized
    let guide = try String(contentsOf: source, encoding: .utf8)
    let line = try #require(
      guide.split(separator: "\n").first { $0.hasPrefix("0 8 1 * * ") && $0.contains("a-faire") })
    let folder = try CommandFolder()
    // Not begun yet, and over, whatever day it is.
    for (name, start) in [("x", "2090-01-05"), ("late", "2020-01-05")] {
      try folder.put(
        smallFile.replacing("2026-01-05", with: start), in: "\(name).dpes.json")
    }
    try folder.put(
      "cd '\(folder.url.path)'\necho \"$2\" >subject\nstat -L -c %a /dev/stdin >rights\ncat >told\n",
      in: "mail")
    try FileManager.default.createDirectory(
      atPath: folder.path("passing"), withIntermediateDirectories: false)
    let program = status == 127 ? "/nowhere/palier" : palierPath
    let command = line.split(separator: " ", maxSplits: 5)[5]
      .replacing("/usr/bin/palier", with: program)
      .replacing("/chemin/NOM.dpes.json", with: "\(folder.url.path)/\(file)")
      .replacing("mail -s", with: "sh \(folder.url.path)/mail -s")
    _ = try folder.run("/bin/sh", ["-c", String(command)], ["TMPDIR": folder.path("passing")])
    let told = (try? folder.text("subject")) ?? ""
    #expect(subject.isEmpty ? told.isEmpty : told.contains(subject), "\(told)")
    // What names people is for nobody else to read, and does not stay.
    if !subject.isEmpty { #expect(try folder.text("rights") == "600\n") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("passing")).isEmpty)
  }

  @Test(arguments: [["--date", "bientôt"], ["--qui", "LB"], ["inconnu.dpes.json"]])
  func `what is wrong is said in French, with status 2`(arguments: [String]) throws {
    let answer = try ask(arguments)
    #expect(answer.status == 2 && answer.output.isEmpty && !answer.error.isEmpty)
  }
}
