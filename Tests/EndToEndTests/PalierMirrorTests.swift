import DPES
import Foundation
import JSONTree
import Testing

/// One laptop whose screen the room sees, and two windows of which one is held: the real program.
@Suite(.serialized) struct PalierMirrorTests {
  private enum Keys {
    static let up = "\u{1B}OA"
    static let down = "\u{1B}OB"
    static let undo = "\u{1B}[20~"
    static let wall = "\u{1B}[19~"
  }

  /// The example, whose people are named so that no text can hold a name.
  private func marked(_ palier: PalierFolder) throws -> [String] {
    var demarche = try palier.demarche
    var secrets: [String] = []
    for index in demarche.participants.indices {
      let names = ["Zq\(index)", "Prénomsecret\(index)", "Organismesecret\(index)"]
      demarche.participants[index].initiales = names[0]
      demarche.participants[index].nom = names[1]
      demarche.participants[index].organisme = names[2]
      secrets += names
    }
    let last = demarche.cercles.indices.last ?? 0
    for index in demarche.cercles[last].observations.indices {
      let who = demarche.participants[index % demarche.participants.count].id
      demarche.cercles[last].observations[index].auteur = who
    }
    try Data(JSONValue.write(demarche.json)).write(to: URL(fileURLWithPath: palier.file))
    return secrets
  }

  @Test func `sixty observations with names hidden send the terminal nobody's name`() throws {
    let palier = try PalierFolder()
    let secrets = try marked(palier)
    let before = try palier.texts.count
    let pty = try palier.pty()
    pty.write("\u{E}")
    try pty.waitFor { $0.contains("sans noms") }
    let start = pty.output.count
    /// Presses keys, and goes on once a frame has answered them.
    func play(_ keys: String) throws {
      let count = pty.output.count
      pty.write(keys.replacing("\r", with: "\r\(Pty.apart)"))
      try pty.waitFor { _ in pty.output.count > count }
    }
    var texts: [String] = []
    try play("n")
    for index in 0..<60 {
      var text = "Ce que dit le groupe à l’instant n° \(index), « tel quel »"
      try play(text)
      try play("\r\(["u", "p", "d", "t"][index % 4])\(["r", "o", "v"][index % 3])\(Pty.apart)")
      if index % 6 == 0 {
        try play("\(Keys.up)\r, et plus\r\(Keys.down)")
        text += ", et plus"
      }
      if index % 12 == 5 { try play("Dit par erreur\rtr\(Keys.undo)") }
      // To the wall and back, in the middle of it all.
      if index % 20 == 10 { try play(Keys.wall) }
      texts.append(text)
    }
    // Out of the capture, through the pages of the wall and the screens, with a look at each.
    try play("\u{3}")
    for _ in 0..<4 { try play("\t") }
    try play(Keys.wall)
    for screen in [1, 2, 4, 5, 6, 7, 8, 9, 3] {
      try play("\(screen)\(Pty.apart)")
      pty.write("\(Keys.down)\(Keys.down)\(Pty.apart)")
    }
    try play("?")
    pty.write("\u{3}")
    try pty.waitFor { _ in (try? palier.texts.count) == before + 60 }
    pty.write("q")
    #expect(try pty.waitForExit() == .exit(0))
    let sent = String(decoding: pty.output[start...], as: UTF8.self)
    #expect(sent.utf8.count > 10_000)
    for secret in secrets { #expect(!sent.contains(secret), "\(secret)") }
    #expect(try palier.observations.dropFirst(before).map(\.texte) == texts)
    // What is hidden is in the file as it was.
    #expect(try palier.demarche.participants.compactMap(\.initiales).first == "Zq0")
  }

  @Test(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
  func `a held wall keeps its page while its colours go on, then follows again`() throws {
    let palier = try PalierFolder()
    let second = try Tmux(
      palier.command(["--salle", "--suivre"]), environment: palier.environment(), width: 80,
      height: 24)
    let first = try palier.tmux(width: 100, height: 30)
    try first.send("Right", "Down", "Down")
    try second.waitFor { $0.contains("3 / 11") }
    try first.send("C-p")
    try first.waitFor { $0.contains("mur tenu") }
    // Another observation turns red: the counts of the held page say so, the page stays.
    let held = try second.capture()
    try first.send("Down", "r")
    let later = try second.waitFor { counts($0) != counts(held) }
    #expect(later.contains("3 / 11"))
    // The one that is shown turns red.
    try first.send("Up", "r")
    try second.waitFor { $0.contains("ROUGE") && $0.contains("3 / 11") }
    // Another screen, and back where the page was left.
    try first.send("4", "3", "Down", "o")
    let last = try second.waitFor { counts($0) != counts(later) }
    #expect(last.contains("3 / 11"))
    try first.send("C-p")
    try second.waitFor { $0.contains("4 / 11") && $0.contains("ORANGE") }
  }

  /// How many of each colour the wall says: the row above its foot.
  private func counts(_ screen: String) -> String {
    rows(screen).last { $0.contains("■") } ?? ""
  }
}
