import DPES
import Testing

@Suite(.serialized) struct PalierSessionTests {
  private enum Keys {
    static let up = "\u{1B}OA"
    static let down = "\u{1B}OB"
    static let who = "\u{1B}[17~"
    static let undo = "\u{1B}[20~"
  }

  /// Sixty things said by twelve people in turn, ten corrected, five said by mistake.
  private func session() -> (keys: String, texts: [String]) {
    var keys = "n"
    var texts: [String] = []
    for index in 0..<60 {
      if index % 5 == 0 {
        let letter = Character(Unicode.Scalar(UInt8(65 + index / 5)))
        // F6 again keeps the turn.
        keys += "\(Keys.who)z\(letter)\(Keys.who)"
      }
      var text = "Ce que dit la salle à l’instant n° \(index), « tel quel »"
      keys += "\(text)\r\(["u", "p", "d", "t"][index % 4])"
      keys += "\(["r", "o", "v"][index % 3])\(Pty.apart)"
      if index % 6 == 0 {
        keys += "\(Keys.up)\r, et plus\r\(Keys.down)"
        text += ", et plus"
      }
      if index % 12 == 5 { keys += "Dit par erreur\rtr\(Keys.undo)" }
      texts.append(text)
    }
    return (keys, texts)
  }

  @Test func `sixty observations by twelve people, with corrections and undos, are in the file`()
    throws
  {
    let palier = try PalierFolder()
    let before = try palier.texts.count
    let people = try palier.demarche.participants.count
    let pty = try palier.pty()
    let (keys, texts) = session()
    // Entrée alone, as a person presses it.
    pty.write(keys.replacing("\r", with: "\r\(Pty.apart)"))
    // Out of the capture, and out.
    pty.write("\u{3}q")
    #expect(try pty.waitForExit() == .exit(0))
    let said = try palier.observations.dropFirst(before)
    #expect(said.map(\.texte) == texts)
    let newcomers = try palier.demarche.participants.dropFirst(people)
    #expect(
      newcomers.map(\.initiales) == (0..<12).map { "Z\(Character(Unicode.Scalar(UInt8(65 + $0))))" }
    )
    #expect(said.map(\.auteur) == (0..<60).map { newcomers.map(\.id)[$0 / 5] })
    #expect(try palier.demarche.historique.filter { $0.quoi == "annulation" }.count == 5)
    #expect(try palier.isAsWritten)
  }
}
