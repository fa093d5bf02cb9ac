import DPES
import TerminalUI
import Testing

@testable import Application

/// What is said, and what works, where a key was refused; and what the wall keeps to itself.
@Suite struct HeldKeysTests {
  private static func lastRow(_ state: State) -> String {
    String(state.view.description.split(separator: "\n").last ?? "")
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(140, 40)])
  func `the last row says what works while letters are held`(size: Size) throws {
    var state = try wall(try example(), size)
    #expect(!Self.lastRow(state).contains("Échap continue"))
    state.press(.character("à"))
    #expect(state.refusedText != nil)
    #expect(Self.lastRow(state).contains("Échap continue"), "\(Self.lastRow(state))")
    state.press(.escape)
    #expect(!Self.lastRow(state).contains("Échap continue"))
    state.press(.character("s"))
    #expect(!state.isOnWall)
    state.play("nUn mot[Entrée]z")
    #expect(Self.lastRow(state).contains("Échap continue"), "\(Self.lastRow(state))")
    state.press(.escape)
    #expect(!Self.lastRow(state).contains("Échap continue"))
  }

  @Test func `one Échap pastes nothing, whatever was pressed before`() throws {
    var state = try wall(try example(), Size(80, 24))
    _ = state.update(.event(.paste("Un\nDeux")))
    state.type("xz")
    state.press(.escape)
    #expect(state.modes.isEmpty && state.refusedText == nil && state.isOnWall)
  }

  @Test(arguments: [false, true])
  func `Ctrl-N changes nothing on the wall, and says so`(isHidden: Bool) throws {
    var state = try state(example(), Size(80, 24))
    if isHidden { state.press(.control("n")) }
    state.play("s")
    #expect(state.press(.control("n")).isEmpty && state.hidesNames == isHidden)
    #expect(state.words.contains("Le mur n’a pas de noms"))
  }

  @Test func `hidden names hide who is here and how often each spoke`() throws {
    var state = try state(example(), Size(100, 30))
    state.screen = .etat
    _ = state.select("participants")
    state.play("A")
    #expect(state.words.contains(" oui "))
    state.press(.control("n"))
    #expect(!state.words.contains(" oui ") && !state.words.contains(" suit"))
    state.play(" ")
    #expect(state.words.contains("C’est noté") && !state.words.contains("est noté absent"))
  }

  @Test func `n among the images says where words go, and what is typed on is no order`() throws {
    var state = try state(example(), Size(100, 30))
    state.play("in")
    #expect(state.words.contains("Entrée, puis n, y ajoute ce qui se dit"))
    let before = state.demarche
    state.type("ravi")
    #expect(state.modes.count == 1 && state.demarche == before)
  }

  @Test func `over the arguments u takes back and s says what closes them`() throws {
    var state = try state(example(), Size(100, 30))
    state.play("apUn mot de plus[Entrée][Entrée]")
    state.play("s")
    #expect(!state.isOnWall && state.words.contains("Échap le ferme, puis s"))
    state.play("u")
    #expect(state.words.contains("Annulé") && !state.words.contains("Un mot de plus"))
    #expect(state.modes.count == 1)
  }

  @Test func `a capital on the wall of the tableau begins no orders`() throws {
    var state = try wall(try example(), Size(80, 24), on: .tableau)
    let before = state.document
    state.type("Pas de bus")
    #expect(state.document == before && state.isOnWall && state.modes.isEmpty)
    state.press(.escape, .character("p"))
    #expect(state.document != before)
  }

  @Test func `freezing counts what has no place apart from what has no colour`() {
    var state = emptyState(Size(100, 30))
    state.play("nUn[Entrée]uoDeux[Entrée]u[Entrée]Trois[Entrée][Entrée][Échap]if")
    #expect(state.words.contains("1 à placer, 1 sans couleur"))
  }
}
