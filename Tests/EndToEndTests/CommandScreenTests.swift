import Application
import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import PalierCommand

@Suite struct CommandScreenTests {
  /// The example on the day it is fourteen months old, as the full screen shows it at first.
  private func state(
    _ screen: Screen, _ size: Size, isASCII: Bool = false, theme: Theme = .sombre
  ) throws -> State {
    let day = try #require(Day(iso: "2026-12-01"))
    let demarche = try Demarche(file: JSONValue.parse(try shippedExample()))
    var state = State(
      State.Environment(
        today: day, now: Instant(seconds: 0), ids: IDGenerator(seed: 1), isASCII: isASCII),
      size: size, screen: screen, theme: theme, document: Document(demarche, path: "x"))
    if state.wantsReferentiels { _ = state.update(.referentiels(try shippedReferentiels())) }
    return state
  }

  @Test(
    arguments: Screen.all,
    [Size(60, 16), Size(80, 24), Size(100, 30), Size(160, 45), Size(240, 67), Size(30, 5)])
  func `a printed screen is what the full screen shows`(screen: Screen, size: Size) throws {
    let folder = try CommandFolder()
    let path = try folder.putExample()
    let arguments = [
      "ecran", path, "--ecran", screen.name, "--taille", "\(size.width)x\(size.height)",
      "--date", "2026-12-01",
    ]
    let plain = try folder.run(palierPath, arguments)
    #expect(plain.output == (try state(screen, size).view.description) + "\n")
    #expect(plain.error == "")
    let ascii = try folder.run(palierPath, arguments + ["--ascii"])
    #expect(ascii.output == (try state(screen, size, isASCII: true).view.description) + "\n")
    let colours = try folder.run(palierPath, arguments + ["--couleurs", "--theme", "clair"])
    #expect(
      colours.output
        == (try state(screen, size, theme: .clair).view.ansi(theme: .clair, colors: .many)) + "\n")
    #expect([plain, ascii, colours].map(\.status) == [0, 0, 0])
  }

  @Test func `without a word it is the cercle at 100 by 30`() throws {
    let folder = try CommandFolder()
    let answer = try folder.palier("ecran", folder.putExample(), "--date", "01/12/2026")
    #expect(answer.output == (try state(.cercle, Size(100, 30)).view.description) + "\n")
  }

  @Test(arguments: [
    (["LC_ALL": "C"], true), (["LC_ALL": "", "LANG": "fr_FR.ISO-8859-1"], true),
    (["LC_ALL": "", "LANG": "fr_FR.UTF-8"], false), (["LC_ALL": ""], true),
  ])
  func `a locale that is not UTF-8 has ASCII signs and UTF-8 texts`(
    environment: [String: String], isASCII: Bool
  ) throws {
    let folder = try CommandFolder()
    let answer = try folder.palier(
      "ecran", folder.putExample(), "--date", "2026-12-01", environment: environment)
    let expected = try state(.cercle, Size(100, 30), isASCII: isASCII).view.description
    #expect(answer.output == expected + "\n")
    #expect(answer.output.contains("Résidence"))
  }

  @Test func `NO_COLOR leaves bold and reverse, and a named theme wins`() throws {
    let folder = try CommandFolder()
    let path = try folder.putExample()
    func colours(_ more: [String], _ environment: [String: String]) throws -> String {
      try folder.run(
        palierPath, ["ecran", path, "--couleurs", "--date", "2026-12-01"] + more, environment
      ).output
    }
    let canvas = try state(.cercle, Size(100, 30)).view
    #expect(try colours([], ["NO_COLOR": "1"]) == canvas.ansi(theme: .mono, colors: .many) + "\n")
    #expect(try colours([], ["NO_COLOR": ""]) == canvas.ansi(theme: .sombre, colors: .many) + "\n")
    #expect(
      try colours(["--theme", "clair"], ["NO_COLOR": "1"])
        == canvas.ansi(theme: .clair, colors: .many) + "\n")
  }

  @Test func `the selection is the one that was named`() throws {
    let folder = try CommandFolder()
    let path = try folder.putExample()
    let demarche = try Demarche(file: JSONValue.parse(try shippedExample()))
    let observation = try #require(demarche.cercles.last?.observations.last)
    var expected = try state(.cercle, Size(100, 30))
    let isThere = expected.select(observation.id)
    #expect(isThere)
    let answer = try folder.palier(
      "ecran", path, "--date", "2026-12-01", "--selection", observation.id)
    #expect(answer.output == expected.view.description + "\n")
    #expect(answer.output != (try state(.cercle, Size(100, 30)).view.description) + "\n")
  }

  @Test(arguments: [
    (
      ["--ecran", "carré"],
      "--ecran\u{A0}: «\u{A0}carré\u{A0}» n’est pas etat, grille, cercle, schema, tableau, a-faire, finances, capitalisation ou ca."
    ),
    (["--theme", "rose"], "«\u{A0}rose\u{A0}» n’est pas sombre, clair, contraste ou mono."),
    (["--taille", "100"], "«\u{A0}100\u{A0}» n’est pas une taille."),
    (["--taille", "0x10"], "de 1 à 1000, comme 100x30."),
    (["--taille", "99999x99999"], "n’est pas une taille."),
    (
      ["--date", "bientôt"],
      "«\u{A0}bientôt\u{A0}» n’est pas un jour. Écrivez-le 2026-03-12, 12/03/2026 ou hier."
    ),
    (["--date", "2026-02-30"], "n’est pas un jour"),
    (["--selection", "zzz"], "rien dans la démarche n’a l’identifiant «\u{A0}zzz\u{A0}»"),
    (
      ["--couleur"],
      "L’option «\u{A0}--couleur\u{A0}» n’existe pas. Est-ce «\u{A0}--couleurs\u{A0}»\u{A0}?"
    ),
    (["--taille"], "Il manque la valeur de «\u{A0}--taille <LxH>\u{A0}»."),
    (["trop"], "«\u{A0}trop\u{A0}» est en trop."),
  ])
  func `a wrong value is said in French`(arguments: [String], sentence: String) throws {
    let folder = try CommandFolder()
    let answer = try folder.run(palierPath, ["ecran", try folder.putExample()] + arguments)
    #expect(answer.status == 2)
    #expect(answer.output == "")
    #expect(answer.error.contains(sentence), "\(answer.error)")
  }

  @Test func `a closed pipe ends quietly`() throws {
    let folder = try CommandFolder()
    let path = try folder.putExample()
    let script =
      "{ env --default-signal=PIPE \"$0\" ecran \"$1\" --taille 1000x1000; echo $? > status; } | true"
    let answer = try folder.run("/bin/sh", ["-c", script, palierPath, path])
    #expect(answer.error == "")
    #expect(try folder.text("status") == "0\n")
  }

  @Test func `a full disk is said`() throws {
    let folder = try CommandFolder()
    let script = "\"$0\" ecran \"$1\" > /dev/full"
    let answer = try folder.run("/bin/sh", ["-c", script, palierPath, try folder.putExample()])
    #expect(answer.status == 2)
    #expect(answer.error.hasPrefix("Le résultat ne peut pas être écrit"))
  }

  @Test func `the version and the help go to standard output`() throws {
    let folder = try CommandFolder()
    let version = try folder.palier("--version")
    #expect(version.status == 0 && version.error == "")
    #expect(version.output.first?.isNumber == true)
    for arguments in [["--help"], ["ecran", "--help"], ["help", "renseigner"]] {
      let help = try folder.run(palierPath, arguments)
      #expect(help.status == 0 && help.error == "")
      #expect(help.output.contains("UTILISATION\u{A0}: palier"))
      let english = ["USAGE", "OVERVIEW", "Show ", "default", "subcommand", "See ", "ARGUMENTS:"]
      for word in english { #expect(!help.output.contains(word), "\(word)") }
    }
  }
}
