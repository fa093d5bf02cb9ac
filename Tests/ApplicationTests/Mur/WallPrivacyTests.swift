import DPES
import TerminalUI
import Testing

@testable import Application

/// Nothing private is on the wall, whatever is pressed and whatever comes.
@Suite struct WallPrivacyTests {
  private static let keys: [Key] =
    (1...12).map(Key.function)
    + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter]
    + [.enter, .escape, .escape, .backspace, .delete, .insert]
    + "acdefhiklmnoprstuvwxz!?:/<>134567\"'(".map(Key.character)
    + "cdrsz".map(Key.control)

  /// The example, its people and file named so that no word of it can be them.
  static func secretive() throws -> (demarche: Demarche, secrets: [String]) {
    var demarche = try example()
    var secrets = ["chemin-secret", "nom-secret"]
    for index in demarche.participants.indices {
      demarche.participants[index].initiales = "Zq\(index)"
      demarche.participants[index].nom = "Prénomsecret\(index)"
      demarche.participants[index].organisme = "Organismesecret\(index)"
      secrets += ["Zq\(index)", "Prénomsecret\(index)", "Organismesecret\(index)"]
    }
    for index in demarche.acteurs.indices {
      demarche.acteurs[index].nom = "Acteursecret\(index)"
      secrets.append("Acteursecret\(index)")
    }
    var ids = IDGenerator(seed: 22)
    for paire in Paire.toutes(demarche.acteurs.map(\.id)) {
      _ = demarche.dire(paire, ids: &ids) { $0.nature = .opposition }
    }
    for index in demarche.ressources.indices { demarche.ressources[index].lieu = "Lieusecret" }
    for index in demarche.notes.indices { demarche.notes[index].discuteAvec = "Discusecret" }
    for palier in demarche.schema.paliers.indices {
      for index in demarche.schema.paliers[palier].engagements.indices {
        demarche.schema.paliers[palier].engagements[index].organisme = "Engagesecret"
      }
      for index in demarche.schema.paliers[palier].indicateurs.indices {
        var piece = Realise.Piece()
        (piece.titre, piece.lieu) = ("La pièce", "Lieusecret")
        for entry in demarche.schema.paliers[palier].indicateurs[index].realises.entries {
          demarche.schema.paliers[palier].indicateurs[index].realises[entry.mois]?.piece = piece
        }
      }
    }
    secrets += ["Lieusecret", "Discusecret", "Engagesecret"]
    // Everybody has said something, argued, promised.
    for image in demarche.cercles.indices {
      for index in demarche.cercles[image].observations.indices {
        let who = demarche.participants[index % demarche.participants.count].id
        demarche.cercles[image].observations[index].auteur = who
        for argument in demarche.cercles[image].observations[index].arguments.indices {
          demarche.cercles[image].observations[index].arguments[argument].auteur = who
        }
      }
    }
    return (demarche, secrets)
  }

  @Test(arguments: wallSizes)
  func `no participant, path or name is in any frame of the wall`(size: Size) throws {
    let (demarche, secrets) = try Self.secretive()
    let path = "/tmp/chemin-secret/nom-secret.dpes.json"
    var state = try wall(demarche, size, path: path)
    state.environment.person = demarche.participants.first?.initiales
    var random = UInt64(size.width)
    var seen = 0
    for step in 0..<1500 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = Self.keys[Int(random >> 33) % Self.keys.count]
      let effects = state.press(key)
      if case .quit = effects.first { continue }
      if step % 97 == 0 {
        _ = state.update(.notSaved("Le disque refuse \(path) ; demandez à Zq0."))
      }
      if step % 101 == 0, let now = state.document?.demarche {
        _ = state.update(conflicting(now, basis: step + 1))
      }
      if step % 89 == 0 { _ = state.update(.event(.paste("Un\nDeux"))) }
      if !state.isOnWall {
        // Back to the wall, from whatever was opened meanwhile.
        state.modes = []
        state.press(.function(8))
        continue
      }
      seen += 1
      // It would hear nothing of what comes.
      if state.modes.last is HeldBack || state.modes.last is WallQuit, step % 5 > 0 {
        state.press(.escape)
      }
      let text = state.view.description
      for secret in secrets where text.contains(secret) {
        Issue.record("\(secret) after \(step) keys, the last \(key.label):\n\(text)")
        return
      }
    }
    #expect(seen > 500)
  }

  /// Somebody of the round changed what was changed here too.
  private func conflicting(_ demarche: Demarche, basis: Int) -> Message {
    var base = demarche
    let id = base.cercles.last?.observations.first?.id ?? ""
    let theirs = signature(demarche, "Zq1")
    _ = base.modifierObservation(id, theirs) { $0.texte = "Avant" }
    return arrival(base, basis: basis) { other in
      _ = other.modifierObservation(id, theirs) { $0.texte = "Ailleurs" }
    }
  }

  @Test func `a value to choose waits until the wall is left`() throws {
    let (demarche, _) = try Self.secretive()
    var state = try wall(demarche, Size(80, 24))
    _ = state.update(conflicting(demarche, basis: 1))
    #expect(!state.conflicts.waiting.isEmpty && state.modes.isEmpty)
    state.press(.character("s"))
    #expect(state.words.contains("Ailleurs"))
    guard state.modes.last is ConflictQuestion else {
      Issue.record("not asked")
      return
    }
  }

  @Test func `an argument being typed, whose speaker is named, does not come to the wall`() throws {
    let (demarche, _) = try Self.secretive()
    var state = state(demarche, Size(80, 24))
    state.press(.function(6))
    state.type("Zq1")
    state.press(.enter, .character("a"), .character("p"))
    state.type("Un argument")
    #expect(state.words.contains("Zq1 parle"))
    state.press(.function(8))
    #expect(!state.isOnWall && state.words.contains("attend la réponse"))
    #expect(state.words.contains("Un argument"))
  }

  @Test func `a mode that nobody thought of for the wall is closed as soon as it opens`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.modes.append(Dialog(title: "Zq0", []))
    state.press(.character("x"))
    #expect(state.modes.last is HeldBack && !state.words.contains("Zq0"))
  }
}
