import Foundation
import Testing

/// Nothing of the argument parser comes out in English: its version is pinned for that.
@Suite struct CommandFrenchTests {
  private static let commands = [
    "ouvrir", "exemple", "nouveau", "ecran", "renseigner", "verifier", "a-faire", "comparer",
    "exporter", "rapport", "importer", "anonymiser", "fusionner", "versions", "referentiels",
    "cycles",
  ]

  private static let english = [
    "Error", "Usage", "USAGE", "OVERVIEW", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS", "Missing",
    "Unknown", "Unexpected", "expected", "Did you", "See ", "Show ", "Help:", "default",
    "subcommand", "invalid", "The value", "The option", "Invalid", "does not", "and one of",
    "Can't", "Please",
  ]

  private func check(_ text: String) {
    for word in Self.english { #expect(!text.contains(word), "\(word) in \(text)") }
  }

  @Test(arguments: commands)
  func `the help of a command is French`(name: String) throws {
    let help = try CommandFolder().palier("help", name)
    #expect(help.status == 0 && help.error == "" && help.output.contains("UTILISATION"))
    check(help.output)
  }

  @Test(arguments: commands)
  func `what is wrong with a command line is said in French`(name: String) throws {
    let folder = try CommandFolder()
    let lines = [
      [name, "--nimporte"], [name, "--dat", "2026-12-01", "a", "b", "c", "d", "e"], [name, "-z"],
      [name, "--date"], [name, "--vers"], [name, "--ascii=oui", "a"], [name, "--remplacer=1"],
      [name, "a", "b", "c", "d", "e", "f"], [name, "--vers", "x", "--vers", "y", "a"],
    ]
    for line in lines {
      let answer = try folder.run(palierPath, line)
      check(answer.error + answer.output)
      #expect(answer.status != 0, "\(line)")
    }
  }

  @Test(
    arguments: [
      (["--generate-completion-script", "rien"], 2),
      (["a-faire", "--generate-completion-script", "rien"], 2),
      (["help", "help"], 0),
    ] as [([String], Int32)])
  func `what is asked of the commands themselves is answered in French`(
    line: [String], status: Int32
  ) throws {
    let answer = try CommandFolder().run(palierPath, line)
    check(answer.error + answer.output)
    #expect(answer.status == status && !(answer.error + answer.output).isEmpty)
  }

  @Test(arguments: [
    (["help", "rien"], nil), (["help", "rapor"], "rapport"), (["a-fair"], "a-faire"),
  ])
  func `a command that is none is an error, with the one that is near`(
    line: [String], near: String?
  ) throws {
    let answer = try CommandFolder().run(palierPath, line)
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.error.contains("commande inconnue"))
    if let near { #expect(answer.error.contains("«\u{A0}\(near)\u{A0}»")) }
  }

  @Test func `the version says that of the format too`() throws {
    let answer = try CommandFolder().palier("--version")
    #expect(answer.status == 0)
    #expect(answer.output.wholeMatch(of: /\d+\.\d+\.\d+, format dpes 1\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know files and words`(shell: String) throws {
    let script = try CommandFolder().palier("--generate-completion-script", shell).output
    for word in ["dpes.json", "xlsx", "compte-rendu", "a-faire", "non-atteint", "contraste"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  /// What the parser leaves out, where a shell is told.
  @Test(arguments: [
    (
      "bash",
      [
        "-o default -F _palier palier", "|| COMPREPLY+=($(compgen -W 'ouvrir ",
        "COMPREPLY < <(compgen -f -X '!*.dpes.json'",
      ]
    ),
    ("zsh", ["_files -g '*.dpes.json' && ret=0", "'1:commande:{_describe -V commande "]),
    ("fish", ["\"palier\" -eq 1' -fa '(for p in ", "\"palier help\" -eq 1' -fa 'a-faire'"]),
  ])
  func `the installed completions know a file at the first word, and a command after help`(
    shell: String, words: [String]
  ) throws {
    let script = Programs.repository.appending(path: "Packaging/completions.sh").path
    let answer = try CommandFolder().run("/bin/sh", [script, palierPath, shell])
    #expect(answer.status == 0 && answer.error == "")
    for word in words { #expect(answer.output.contains(word), "\(word)") }
  }
}
