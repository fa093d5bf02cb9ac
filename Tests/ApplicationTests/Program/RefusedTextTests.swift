import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct RefusedTextTests {
  /// What every screen, section and mode hears, pressed once.
  @Test func `each key that opens a text is known to open one`() throws {
    let more = [
      Shown("priorité") { state in
        let image = try #require(state.derived.image)
        state.cercle.select(
          image[state.cercle.axe].observations.firstIndex { $0.priorite } ?? 0, in: state.derived
        )
      },
      Shown("argument") { state in
        state.play("apOui[Entrée]")
        while state.modes.count > 1 { state.press(.escape) }
      },
    ]
    var silent: Set<String> = []
    for shown in Shown.screens + Shown.modes + Shown.fates + more {
      let state = try shown.state(Size(100, 30))
      let tables = state.modes.last?.heard(state) ?? KeyLine.tables(for: state)
      for action in tables.flatMap(\.actions) where !action.opensText {
        var after = state
        _ = action.performed(in: &after)
        let hadField = state.modes.last?.hasField == true
        let opens = after.modes.count > state.modes.count
        guard opens || after.modes.count == state.modes.count && !hadField else { continue }
        if after.modes.last?.hasField == true { silent.insert(action.id) }
      }
    }
    #expect(silent.isEmpty, "\(silent.sorted().joined(separator: " "))")
  }

  /// A démarche that can't be changed, and an image that is frozen.
  private static var refusing: [Shown] {
    let screens = Shown.screens.map { shown in
      Shown("\(shown.name), en lecture", on: shown.screen) { state in
        try shown.change(&state)
        let reason = "Le fichier ne peut pas être écrit."
        let document = Document(
          try #require(state.demarche), path: "/tmp/x.dpes.json", readOnlyReason: reason)
        _ = state.update(.opened(document))
        state.screen = shown.screen
        state.press(.escape)
      }
    }
    return screens + [
      Shown("image figée", keys: "i[haut][Entrée]"),
      Shown("image figée, au mur", keys: "i[haut][Entrée]s"),
      Shown("arguments figés", keys: "i[haut][Entrée]a"),
    ]
  }

  @Test func `what is typed where a text was refused is no order`() throws {
    var refused: Set<String> = []
    for shown in Self.refusing {
      let state = try shown.state(Size(100, 30))
      let tables = state.modes.last?.heard(state) ?? KeyLine.tables(for: state)
      for action in tables.flatMap(\.actions) where action.opensText {
        guard let key = action.keys.first, action.impossible(state) != nil else { continue }
        var after = state
        after.press(key)
        let told = after.words
        #expect(told.contains("Échap continue."), "\(shown.name), \(action.id)")
        for letter in "abcdefghijklmnopqrstuvwxyz0123456789!?/ <>é" {
          after.press(.character(letter))
        }
        after.press(.enter, .backspace, .delete, .enter)
        _ = after.update(.event(.paste("une ligne\nune autre")))
        #expect(after.words == told, "\(shown.name), \(action.id)")
        after.press(.escape)
        let isSame = after.document?.demarche == state.document?.demarche
        #expect(isSame && after.screen == state.screen, "\(shown.name), \(action.id)")
        #expect(after.modes.count == state.modes.count, "\(shown.name), \(action.id)")
        refused.insert(action.id)
      }
    }
    #expect(
      refused.isSuperset(of: ["cercle.ouvrir", "cercle.palier", "arguments.pour", "schema.nouveau"])
    )
    #expect(refused.count > 25, "\(refused.sorted())")
  }

  /// « n » begins something nearly everywhere: who types on where it begins nothing gives no orders.
  @Test func `what is typed after an n that begins nothing is no order`() throws {
    var held: [String] = []
    let more = [Shown("arguments", keys: "a"), Shown("relecture", keys: "ir")]
    for shown in Shown.screens + more {
      let state = try shown.state(Size(100, 30))
      let tables = state.modes.last?.heard(state) ?? KeyLine.tables(for: state)
      guard state.modes.last?.hasField != true,
        ActionTable.action(for: .character("n"), in: tables) == nil
      else { continue }
      var after = state
      after.play("nÉcrire à Vincent[Entrée]")
      #expect(after.words.contains("Échap continue."), "\(shown.name)")
      #expect(after.document?.demarche == state.document?.demarche, "\(shown.name)")
      #expect(after.screen == state.screen && after.modes.count == state.modes.count)
      held.append(shown.name)
    }
    #expect(held.count > 4 && held.contains("arguments") && held.contains("relecture"), "\(held)")
  }

  @Test func `where there is nothing to open, the key that adds something is heard`() {
    var state = emptyState()
    state.screen = .etat
    _ = state.select("participants")
    state.play("[Entrée]")
    #expect(state.words.contains("n ajoute") && !state.words.contains("Échap continue"))
    state.play("nHV[Entrée]")
    #expect(state.demarche?.participants.map(\.initiales) == ["HV"])
  }

  @Test func `a key that types nothing goes on at once`() throws {
    var state = try Shown("image figée", keys: "i[haut][Entrée]").state(Size(100, 30))
    let screen = state.screen
    state.press(.enter, .character("u"), .function(5))
    #expect(state.modes.count == 1 && state.screen == screen)
    state.press(.escape, .enter, .escape, .character("i"))
    #expect(state.modes.last is ImageList)
  }
}
