import Application
import DPES
import Documents
import JSONTree
import TerminalUI

/// A démarche some edits away from a sample, on a screen and under any keys, or in a document.
enum Screens {
  static func look(at bytes: [UInt8]) -> Bool {
    var choices = Choices(bytes)
    let isLarge = choices.byte() % 16 == 4
    let what = choices.byte()
    let edits = Int(choices.byte() % 12)
    // Large ones take long to read again after each edit.
    let demarche = isLarge ? Sample.example : Sample.demarche.edited(edits, by: &choices)
    if what < 64 {
      makeDocuments(of: demarche, by: &choices)
    } else {
      play(demarche, by: &choices)
    }
    return true
  }

  private static let sizes = [
    Size(100, 30), Size(40, 12), Size(60, 16), Size(80, 24), Size(160, 45), Size(240, 67),
    Size(1, 1), Size(120, 36),
  ]

  private static func play(_ demarche: Demarche, by choices: inout Choices) {
    let size = choices.one(of: sizes) ?? Size(100, 30)
    var state = State(
      State.Environment(
        today: Sample.day, now: Sample.instant, ids: IDGenerator(seed: 7),
        isASCII: choices.byte() % 4 == 1),
      size: size, screen: choices.one(of: Screen.all),
      document: Document(demarche, path: "essai.dpes.json"))
    _ = state.view
    for _ in 0..<64 where !choices.isEmpty {
      let event = event(by: &choices)
      for case .save(let saved, _, _, _) in state.update(.event(event)) { saved.isReadAgain() }
      _ = state.view
    }
  }

  private static func makeDocuments(of demarche: Demarche, by choices: inout Choices) {
    let dossier = Dossier(demarche, le: Sample.day, instant: Sample.instant)
    if let file = choices.one(of: OutgoingDocument.all.flatMap(\.files)),
      case .plain(let write) = file.writing
    {
      let bytes = write(dossier)
      if file.format.workbook != nil { Workbooks.readBack(bytes) }
    }
    var ids = IDGenerator(seed: 7)
    do throws(FormatError) {
      try demarche.anonymisee(choices.byte() % 2 == 0 ? .complet : .sansNoms, ids: &ids)
        .isReadAgain()
    } catch {
      Violation.report("without names it is no démarche: \(error)")
    }
    _ = AFaire(demarche, Avancement(demarche.schema, le: Sample.day), cycles: [])
    _ = demarche.constats()
  }
}

extension Screens {
  private static let keys: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
    .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .home, .end, .pageUp,
    .pageDown, .control("r"), .control("d"), .control("u"), .control("s"), .control("c"),
    .function(2), .function(3), .function(5), .function(6), .function(8), .function(9),
  ]
  private static let texts = [
    "Une ligne", "Première\nDeuxième\n\tTroisième", "12", "9223372036854775807", "31/12/9999",
    "e\u{301}", "\u{1F469}\u{200D}\u{1F52C}", String(repeating: "long ", count: 100),
  ]

  /// A byte says most of them; those that point somewhere or bring a text take some more.
  private static func event(by choices: inout Choices) -> Event {
    let byte = choices.byte()
    switch byte {
    case 0..<32: return .key(keys[Int(byte)])
    case 32..<127: return .key(.character(Character(Unicode.Scalar(byte))))
    case 127..<144: return .paste(choices.one(of: texts) ?? "")
    case 144..<152: return .resize(choices.one(of: sizes) ?? Size(100, 30))
    case 152..<192:
      let gestures: [Event.Mouse.Gesture] = [.press, .release, .wheelUp, .wheelDown]
      let position = Position(column: Int(choices.byte()), row: Int(choices.byte() % 70))
      return .mouse(Event.Mouse(gestures[Int(byte) % 4], at: position))
    default: return .key(.character(Character(Unicode.Scalar(byte))))
    }
  }
}
