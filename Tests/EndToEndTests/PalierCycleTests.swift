import DPES
import Foundation
import JSONTree
import Testing

/// The way through a network's cycle, in the real program, a session a day.
@Suite(.serialized) struct PalierCycleTests {
  private enum Keys {
    static let left = "\u{1B}OD"
    static let right = "\u{1B}OC"
    static let up = "\u{1B}OA"
    static let down = "\u{1B}OB"
    static let home = "\u{1B}[1~"
    static let end = "\u{1B}[4~"
    static let leave = "\u{3}"
    /// From the tour de table, where the first screen opens, around to the last section.
    static let cycle = "1" + String(repeating: left, count: 4)

    static func downs(_ count: Int) -> String { String(repeating: down, count: count) }
    static func ups(_ count: Int) -> String { String(repeating: up, count: count) }
  }

  /// A démarche and its home.
  private struct Desk {
    let palier: PalierFolder
    let path: String

    init() throws {
      palier = try PalierFolder()
      path = palier.folder.path("jardins.dpes.json")
      let made = try palier.folder.palier(
        "nouveau", path, "--structure", "Les Jardins", "--debut", "2025-09-01")
      try #require(made.status == 0)
    }

    var environment: [String: String] {
      palier.environment(["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"])
    }

    var demarche: Demarche {
      get throws {
        try Demarche(file: JSONValue.parse(try palier.folder.bytes("jardins.dpes.json")))
      }
    }

    /// Types keys on a day, Entrée alone as a person presses it, and leaves.
    func play(_ day: String, _ keys: String) throws {
      let pty = try Pty([Programs.palier, path, "--date", day], environment: environment)
      try pty.waitFor { $0.contains("aide") }
      pty.write(keys.replacing("\r", with: "\(Pty.apart)\r\(Pty.apart)") + Pty.apart + "q")
      #expect(try pty.waitForExit() == .exit(0), "\(day)")
    }

    /// The section of the cycle, the étapes, the screen of what there is to do, the command: each as it
    /// is told on a day.
    func told(_ day: String) throws -> (cycle: String, etapes: String, screen: String, todo: String)
    {
      func screen(_ name: String, _ selection: String?) throws -> String {
        let answer = try palier.folder.run(
          Programs.palier,
          ["ecran", path, "--date", day, "--ecran", name, "--taille", "120x44"]
            + (selection.map { ["--selection", $0] } ?? []), environment)
        try #require(answer.status == 0, "\(answer.error)")
        return answer.output.plainSpaces
      }
      let todo = try palier.folder.run(
        Programs.palier, ["a-faire", path, "--date", day], environment)
      return (
        try screen("etat", "cycle"), try screen("etat", "etapes"), try screen("a-faire", nil),
        todo.output.plainSpaces
      )
    }

    /// The place of a cycle in the list where one is chosen.
    func place(of id: String) throws -> Int {
      let list = try palier.folder.run(Programs.palier, ["cycles"], environment)
      return try #require(
        list.output.split(separator: "\n").firstIndex { $0.hasPrefix(id + " ") })
    }

    /// Chooses a cycle in the identity.
    func choose(_ id: String, _ day: String, then keys: String = "") throws {
      let list = Keys.downs(try place(of: id))
      try play(day, "1" + Keys.left + Keys.left + Keys.downs(8) + "\r" + list + "\r" + keys)
    }
  }

  @Test func `from the candidature to the renewal, with an absence and a late report`() throws {
    let desk = try Desk()
    let referent = Keys.home + "\r\t\t\t\t\tr\r" + Keys.down + "\r\t\t\t\t\tr\r"
    try desk.play("2025-10-06", "1nHV s, SC b\r" + Keys.leave)
    try desk.choose(
      "pas-de-calais", "2025-10-06",
      then: " " + String(repeating: Keys.right, count: 4) + referent)
    #expect(try desk.demarche.participants.map(\.referent) == [true, true])
    var told = try desk.told("2025-10-07")
    #expect(told.cycle.contains("✔ Candidature"))
    #expect(told.cycle.contains("demande envoyée le 6 octobre 2025"))
    #expect(told.etapes.contains("Le cycle") && told.etapes.contains("Ensuite, "))

    try desk.play(
      "2025-11-05", Keys.cycle + "n\r05/11/2025\tdeux questions sur le budget\r")
    try desk.play(
      "2025-12-04", Keys.cycle + "n" + Keys.down + "\r04/12/2025\ta\tjoindre les comptes\r")
    told = try desk.told("2025-12-05")
    #expect(told.cycle.contains("– Comité") && told.cycle.contains("ajourné : joindre les comptes"))
    #expect(told.cycle.contains("5 novembre 2025, deux questions sur le budget"))
    #expect(told.cycle.contains("identifiant, ajourné le 4 décembre 2025"))
    try desk.play(
      "2025-12-12", Keys.cycle + "n" + Keys.down + "\r12/12/2025\td\t\t62-0147\r")
    told = try desk.told("2025-12-13")
    #expect(told.cycle.contains("identifiant n° 62-0147, délivré le 12 décembre 2025"))
    #expect(told.etapes.contains("Remise de la charte et de l’identifiant"))
    #expect(told.screen.contains("Rapport annuel 1") && told.todo.contains("Rapport annuel 1"))

    try deliver(desk)
    try hold(desk)
    try report(desk)
  }

  /// The charter is handed over, and signed.
  private func deliver(_ desk: Desk) throws {
    try desk.play(
      "2026-01-20",
      Keys.cycle + Keys.end + Keys.ups(3) + " " + Keys.end
        + "\r20/01/2026\tAnne Roux\tprésidente\r")
    let told = try desk.told("2026-01-21")
    #expect(told.cycle.contains("✔ Remise de la charte"))
    #expect(told.cycle.contains("signée le 20 janvier 2026, Anne Roux, présidente"))
    #expect(try desk.demarche.charte.signeeLe == Day(iso: "2026-01-20"))
  }

  /// Six journées; HV is away on the third.
  private func hold(_ desk: Desk) throws {
    for (number, day) in ["2026-04-09", "2026-04-10", "2026-05-12", "2026-06-16", "2026-07-07"]
      .enumerated()
    {
      let row = Keys.home + Keys.downs(number == 0 ? 4 : 5) + Keys.right
      try desk.play(day, Keys.cycle + row + " " + (number == 2 ? "\u{15}SC\r" : "\r"))
    }
    var told = try desk.told("2026-07-08")
    #expect(told.cycle.contains("✔ Journées 1 à 5"))
    #expect(told.cycle.contains("du 9 avril au 7 juillet 2026, sans HV le 12 mai 2026"))
    #expect(told.cycle.contains("entre-temps : tableau de bord à finir"))
    #expect(told.etapes.contains("5 journées sur 6, sans HV le 12 mai 2026"))
    #expect(told.screen.contains("Journée 6") && told.todo.contains("07/01/2027"))
    try desk.play("2026-12-01", Keys.cycle + Keys.home + Keys.downs(5) + " \r")
    told = try desk.told("2026-12-02")
    #expect(told.cycle.contains("✔ Journées 1 à 6"))
    let seances = try desk.demarche.seances.filter { $0.genre == .accompagnement }
    #expect(seances.map(\.presents.count) == [2, 2, 1, 2, 2, 2])
  }

  /// The report is late until it is sent, then answered; the renewal moves the next one.
  private func report(_ desk: Desk) throws {
    var told = try desk.told("2026-12-20")
    #expect(told.cycle.contains("! Rapport annuel 1"))
    for text in [told.cycle, told.etapes] { #expect(text.contains("en retard de 8 jours")) }
    for text in [told.screen, told.todo] { #expect(text.contains("8 jours")) }
    let late = try desk.palier.folder.run(
      Programs.palier, ["a-faire", desk.path, "--date", "2026-12-20", "--json"], desk.environment)
    #expect(late.status == 1)
    #expect(
      late.output.contains(#""etape": "rapport""#)
        && late.output.contains(#""cycle": "pas-de-calais""#))
    try desk.play("2026-12-21", Keys.cycle + Keys.end + Keys.ups(3) + " ")
    told = try desk.told("2026-12-22")
    #expect(told.cycle.contains("21 décembre 2026, pas encore de réponse"))
    #expect(!told.todo.contains("Rapport annuel 1") && told.todo.contains("Rapport annuel 2"))
    try desk.play("2027-02-01", Keys.cycle + Keys.end + Keys.ups(3) + " ")
    told = try desk.told("2027-02-02")
    #expect(told.cycle.contains("répondu le 1er février 2027"))
    try desk.play("2027-12-09", Keys.cycle + Keys.end + Keys.up + " r\r")
    told = try desk.told("2027-12-10")
    #expect(told.cycle.contains("renouvelé le 9 décembre 2027"))
    try calendar(desk)
    #expect(told.todo.contains("09/12/2029") && !told.todo.contains("12/12/2029"))
    let words = try desk.demarche.historique.compactMap(\.quoi)
    #expect(Set(words).isSuperset(of: ["passage", "passage-issue", "charte"]))
    #expect(try desk.palier.folder.palier("verifier", desk.path).status == 0)
  }

  /// Each étape as it is told to a calendar, and told again when it moves.
  private func calendar(_ desk: Desk) throws {
    func dates(_ day: String) throws -> String {
      let answer = try desk.palier.folder.run(
        Programs.palier,
        [
          "exporter", desk.path, "--date", day, "--remplacer", "--vers",
          desk.palier.folder.path("dates.ics"),
        ], desk.environment)
      try #require(answer.status == 0, "\(answer.error)")
      let text = String(decoding: try desk.palier.folder.bytes("dates.ics"), as: UTF8.self)
      // Long lines are folded.
      return text.replacing("\r\n ", with: "")
    }
    let text = try dates("2027-12-10")
    for word in [
      "Candidature", "Comité\\, ajourné", "Comité\\, délivré", "Journée 1", "Rapport annuel 1",
      "Renouvellement\\, renouvelé", "DTSTART;VALUE=DATE:20291209",
    ] { #expect(text.contains(word), "\(word)") }
    #expect(text.components(separatedBy: "· Journée 1\r\n").count == 2)
  }

  private static let own = """
    {"format": "dpes-cycle", "version": 1, "id": "mon-reseau", "nom": "Le chemin du réseau", "etapes": [
      {"code": "visite", "genre": "journee", "titre": "Visite d’un pair"},
      {"code": "bilan", "genre": "envoi", "titre": "Bilan croisé", "depuis": "visite", "mois": 3}]}
    """

  @Test func `a network's own file is enough, and a broken one keeps what was noted`() throws {
    let desk = try Desk()
    let name = "home/DATA/palier/cycles/mien.json"
    let file = try desk.palier.folder.put(Self.own, in: name)
    try desk.choose("mon-reseau", "2026-03-02", then: " \r")
    var told = try desk.told("2026-05-20")
    #expect(told.cycle.contains("Le chemin du réseau"))
    #expect(told.cycle.contains("✔ Visite d’un pair") && told.cycle.contains("2 juin 2026"))
    #expect(told.todo.contains("Bilan croisé") && told.todo.contains("02/06/2026"))

    try desk.palier.folder.put(Self.own.replacing("\"bilan\"", with: "\"visite\""), in: name)
    told = try desk.told("2026-05-20")
    #expect(told.cycle.contains("✔ visite") && told.cycle.contains("2 mars 2026"))
    #expect(!told.todo.contains("Bilan croisé"))
    let pty = try Pty(
      [Programs.palier, desk.path, "--date", "2026-05-20"], environment: desk.environment)
    // How much of the sentence two rows hold depends on the length of the folder's path: what is
    // wrong may be beyond them, where it is not, and a word is never parted.
    try pty.waitFor { $0.contains("laissé") && $0.contains("colonne") }
    pty.write("q")
    #expect(try pty.waitForExit() == .exit(0))
    let check = try desk.palier.folder.run(
      Programs.palier, ["verifier", desk.path, "--date", "2026-05-20"], desk.environment)
    #expect(check.status == 0 && check.output.contains("n’est pas sur cet ordinateur"))
    #expect(try desk.demarche.cycles.first?.passages.count == 1)
    #expect(FileManager.default.fileExists(atPath: file))
  }
}
