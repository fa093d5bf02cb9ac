import DPES
import Foundation
import Testing

/// What is being typed outlives the process that is killed, and comes back once.
struct PalierDraftTests {
  @Test func `killed mid-sentence twice, the words come back twice, each once`() throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    let first = "Le loyer a doublé en un"
    try killTyping(first, in: palier)
    #expect(try palier.texts == before)

    let second = "Personne ne sait qui déci"
    let pty = try palier.pty()
    try waitForTexts(before + [first.scalars], of: palier, pty)
    try kill(pty, typing: second, in: palier)
    #expect(try palier.texts == before + [first.scalars])

    let third = try palier.pty()
    try waitForTexts(before + [first.scalars, second.scalars], of: palier, third)
    #expect(try palier.observations.suffix(2).allSatisfy { $0.axe == nil && $0.statut == nil })
    _ = try wait(for: { try drafts(of: palier).isEmpty ? true : nil }, found: { "a note" })
    third.send(signal: SIGKILL)
    _ = try third.waitForExit()
    // Nothing is left to come back.
    let last = try palier.pty()
    last.write("q")
    #expect(try last.waitForExit() == .exit(0))
    #expect(try palier.texts == before + [first.scalars, second.scalars])
    #expect(try palier.isAsWritten)
  }

  @Test func `what was entered before the kill does not come back`() throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    for round in 0..<8 {
      let pty = try palier.pty()
      pty.write("nEntrée du tour \(round)")
      try waitForDraft("tour \(round)", of: palier)
      pty.write(Pty.apart + "\r" + Pty.apart + "ur")
      // Some when the file has it, the note perhaps not yet taken away.
      _ = try wait(
        for: {
          pty.read(forMilliseconds: 1)
          return try palier.texts.count > before.count + round ? true : nil
        }, found: { pty.text.debugDescription })
      pty.send(signal: SIGKILL)
      _ = try pty.waitForExit()
    }
    let last = try palier.pty()
    last.write("q")
    #expect(try last.waitForExit() == .exit(0))
    #expect(
      try palier.texts == before + (0..<8).map { "Entrée du tour \($0)".scalars })
    #expect(try drafts(of: palier).isEmpty)
  }

  @Test func `of two windows, only the one that was killed gives its words back`() throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    let living = try palier.pty()
    living.write("nDans la fenêtre qui reste")
    try waitForDraft("qui reste", of: palier)
    try killTyping("Dans la fenêtre tuée", in: palier)
    let opened = try palier.pty()
    try waitForTexts(before + ["Dans la fenêtre tuée".scalars], of: palier, opened)
    opened.write("q")
    #expect(try opened.waitForExit() == .exit(0))
    // The one that goes on typing has its own note still, and enters its text once.
    #expect(try drafts(of: palier).count == 1)
    living.write(Pty.apart + "\r" + Pty.apart + "ur")
    _ = try wait(
      for: {
        living.read(forMilliseconds: 5)
        return try palier.texts.count == before.count + 2 ? true : nil
      }, found: { living.text.debugDescription })
    living.write("\u{3}q")
    #expect(try living.waitForExit() == .exit(0))
    #expect(try drafts(of: palier).isEmpty)
  }

  @Test func `the note is for its user alone, and goes with what is given up`() throws {
    let palier = try PalierFolder()
    let pty = try palier.pty()
    pty.write("nAbandonné")
    try waitForDraft("Abandonné", of: palier)
    let folder = folder(of: palier)
    let name = try #require(try drafts(of: palier).first)
    for (path, mode) in [(folder, 0o700), ("\(folder)/\(name)", 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? Int == mode)
    }
    pty.write(String(repeating: "\u{7F}", count: 9))
    _ = try wait(
      for: {
        pty.read(forMilliseconds: 5)
        return try drafts(of: palier).isEmpty ? true : nil
      }, found: { "a note" })
  }

  @Test func `a home that can't be written has no drafts, and nothing is said`() throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    // A file stands where the folder would be: also root can't make one there.
    try palier.folder.put("", in: "home/STATE")
    let pty = try palier.pty()
    pty.write("nSans brouillon")
    try pty.waitFor { $0.contains("brouillon") }
    pty.write(Pty.apart + "\r" + Pty.apart + "ur")
    try waitForTexts(before + ["Sans brouillon".scalars], of: palier, pty)
    #expect(!pty.text.contains("Impossible"))
    pty.write("\u{3}q")
    #expect(try pty.waitForExit() == .exit(0))
  }

  @Test(arguments: [
    ("1nZZ", "ZZ"), ("1\(left)\(left)\r et la suite", " et la suite"),
    ("1\(left)\(left)\(left)\(left)nAppeler la mairie", "Appeler la mairie"),
    ("1\(left)\(left)\(left)\(left)\r, bis", ", bis"), ("2\rEnsuite", "Ensuite"),
    ("3\r et encore", " et encore"), ("3d nous non", " nous non"), ("4nUn conseil", "Un conseil"),
    ("4iDes réunions tenues", "Des réunions tenues"), ("5cPas ici", "Pas ici"),
    ("8nUn fait", "Un fait"),
  ])
  func `a form, a text, an answer that stood open stands open again`(keys: String, text: String)
    throws
  {
    let palier = try PalierFolder()
    let before = try palier.bytes
    let pty = try palier.pty()
    for key in keys.keystrokes {
      pty.write(Pty.apart + key)
      pty.read(forMilliseconds: 20)
    }
    try waitForDraft(text, of: palier)
    pty.send(signal: SIGKILL)
    #expect(try pty.waitForExit() == .signal(SIGKILL))
    let next = try palier.pty()
    try next.waitFor {
      $0.contains("Repris") && $0.contains("rouvert") && $0.contains(text.trimmingPrefix(" "))
    }
    // Twice is as good as once: the second window has it in a note of its own.
    try waitForDraft(text, of: palier)
    next.send(signal: SIGKILL)
    _ = try next.waitForExit()
    let third = try palier.pty()
    try third.waitFor { $0.contains("rouvert") }
    #expect(try palier.bytes == before)
  }

  @Test func `told to end over a form that can't be kept, it stands open again`() throws {
    let palier = try PalierFolder()
    let pty = try palier.pty()
    pty.write("4" + Pty.apart + "n" + Pty.apart + "Un conseil ouvert\tjamais")
    try waitForDraft("jamais", of: palier)
    pty.send(signal: SIGTERM)
    #expect(try pty.waitForExit() == .exit(0))
    let next = try palier.pty()
    try next.waitFor { $0.contains("est rouvert") && $0.contains("jamais") }
    // Set aside and given up, it is gone.
    next.write("\u{1B}")
    try waitForDraft("jamais", of: palier, beside: "aCote")
    next.write("q")
    try next.waitFor { $0.contains("Quitter") }
    next.write("q")
    #expect(try next.waitForExit() == .exit(0))
    #expect(try drafts(of: palier).isEmpty)
  }

  /// A mail has names: nobody accepted a line of it.
  @Test(arguments: [SIGKILL, SIGHUP, SIGTERM], ["n", "sn", "s"])
  func `what was pasted and not accepted is written nowhere, and comes back as a list`(
    signal: Int32, keys: String
  ) throws {
    let palier = try PalierFolder()
    let before = try palier.bytes
    let pty = try palier.pty()
    for key in keys { pty.write(Pty.apart + String(key)) }
    pty.write(
      Pty.apart + "\u{1B}[200~De : Paul <paul@asso.fr>\rLe toit fuit\rMarie Bonnet\u{1B}[201~")
    try waitForDraft("De : Paul <paul@asso.fr>\\nLe toit fuit\\nMarie Bonnet", of: palier)
    pty.send(signal: signal)
    #expect(try pty.waitForExit() == (signal == SIGKILL ? .signal(SIGKILL) : .exit(0)))
    #expect(try palier.bytes == before)
    let next = try palier.pty()
    try next.waitFor {
      $0.contains("un texte collé de 3 lignes") && $0.contains("laissée")
        && $0.contains("Marie Bonnet")
    }
    // A key that was meant for the screen, before somebody takes them up.
    next.write("s")
    try next.waitFor { $0.contains("Entrée reprend ces lignes") }
    next.write("\r")
    try next.waitFor { $0.contains("ou un seul texte") }
    next.write("\r")
    _ = try wait(
      for: {
        next.read(forMilliseconds: 5)
        return try palier.texts.last == "Le toit fuit".scalars ? true : nil
      }, found: { next.text.debugDescription })
    next.write("\u{3}q")
    #expect(try next.waitForExit() == .exit(0))
    #expect(try drafts(of: palier).isEmpty)
  }

  private static let left = "\u{1B}[D"

  private func killTyping(_ text: String, in palier: PalierFolder) throws {
    try kill(try palier.pty(), typing: text, in: palier)
  }

  private func kill(_ pty: Pty, typing text: String, in palier: PalierFolder) throws {
    pty.write("n" + text)
    try waitForDraft(text, of: palier)
    pty.send(signal: SIGKILL)
    #expect(try pty.waitForExit() == .signal(SIGKILL))
  }

  private func waitForDraft(
    _ text: String, of palier: PalierFolder, beside word: String = ""
  ) throws {
    _ = try wait(
      for: {
        let notes = try drafts(of: palier).map {
          // It may have been replaced since it was listed.
          (try? String(contentsOfFile: "\(folder(of: palier))/\($0)", encoding: .utf8)) ?? ""
        }
        return notes.contains { $0.contains(text + "\"") && (word.isEmpty || $0.contains(word)) }
          ? true : nil
      }, found: { "no note of \(text)" })
  }

  private func waitForTexts(
    _ texts: [[Unicode.Scalar]], of palier: PalierFolder, _ pty: Pty
  ) throws {
    _ = try wait(
      for: {
        pty.read(forMilliseconds: 1)
        return try palier.texts == texts ? true : nil
      }, found: { pty.text.debugDescription })
  }

  private func folder(of palier: PalierFolder) -> String {
    palier.folder.path("home/STATE/palier/brouillons")
  }

  private func drafts(of palier: PalierFolder) throws -> [String] {
    let folder = folder(of: palier)
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".json")
    }
  }
}

extension String {
  /// Its keys one by one, a sequence as one.
  fileprivate var keystrokes: [String] {
    var keys: [String] = []
    var rest = self[...]
    while let first = rest.first {
      let length = first == "\u{1B}" ? 3 : 1
      keys.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return keys
  }
}
