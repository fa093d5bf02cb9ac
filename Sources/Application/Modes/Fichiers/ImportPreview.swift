import DPES
import TerminalUI

/// What a table makes of the open démarche, told before anything is changed.
struct ImportPreview: Modal {
  var tables: [ActionTable] { [.importPreview] }

  let table: ImportedTable
  /// The démarche that it is worked out for: what came from elsewhere since is not written over.
  let base: Demarche
  /// nil while it is being read.
  private(set) var reading: TableReading?

  init(_ table: ImportedTable, into base: Demarche) {
    self.table = table
    self.base = base
  }

  /// Takes what was read; that of a table given up meanwhile is let go.
  static func receive(_ state: inout State, _ reading: TableReading, of table: ImportedTable) {
    _ = state.changeMode { (card: inout ImportPreview) in
      if card.table == table { card.reading = reading }
    }
  }

  /// Why nothing can be imported; nil when something can.
  fileprivate static let refusal: @Sendable (State) -> String? = { state in
    guard let card = state.modes.last as? ImportPreview, let reading = card.reading else {
      return "Le fichier n’est pas encore lu."
    }
    return reading.demarche == nil ? "Il n’y a rien à importer\u{A0}: Échap ferme." : nil
  }

  /// Entrée: all of it, as one step of undo.
  fileprivate static func confirm(_ state: inout State) -> [Effect] {
    guard let card = state.modes.last as? ImportPreview, let done = card.reading?.demarche else {
      return []
    }
    state.modes.removeLast()
    let effects = Arrival.change(&state, since: card.base) { demarche, _ in
      demarche = done
      return true
    }
    if !effects.isEmpty { state.say("\(card.table.source.lastPathPart) est importé.") }
    return effects
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let lines = reading?.lines ?? ["Lecture du fichier\u{A0}…"]
    let ink: Style.Ink = reading == nil || reading?.demarche != nil ? .text : .orange
    let asked =
      reading == nil
      ? [] : [reading?.demarche == nil ? "Échap ferme." : "Entrée importe, Échap renonce."]
    Dialog(
      title: "Importer\u{A0}?",
      [Dialog.Paragraph(table.source.lastPathPart, .faint)]
        + lines.map { Dialog.Paragraph($0, ink) }
        + asked.flatMap { [Dialog.Paragraph(""), Dialog.Paragraph($0)] }
    ).draw(on: &canvas, in: area)
  }
}

extension ActionTable {
  /// What is heard over what a table would make of the démarche.
  static let importPreview = ActionTable(
    "importPreview",
    Action(
      "import.confirmer", [.enter], "Importer", short: "importer", weight: 100,
      help: "Ajoute tout ce que dit le fichier\u{A0}; u l’annule d’un coup.",
      impossible: ImportPreview.refusal, perform: { ImportPreview.confirm(&$0) }),
    .leave("import.renoncer", "Renoncer", help: "Rien n’est importé."))
}

extension Action {
  /// Bringing a table into the open démarche.
  static let importer = Action(
    "importer", [.control("o")], "Importer le CSV d’un tableur…",
    help: "Ajoute un CSV à cette démarche\u{A0}: ce qu’il changerait est montré d’abord.",
    impossible: { $0.hidesNames ? Names.refusal : $0.readOnlyReason },
    perform: { FolderBrowser.open(&$0, for: .importing) })
}
