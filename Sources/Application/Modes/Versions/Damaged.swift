import TerminalUI

/// A file that can't be read, and a version of it that can.
struct Damaged: Modal {
  var tables: [ActionTable] { [.damaged] }

  let sentence: String
  let path: String
  let version: Version
  /// What the file would be kept as.
  let name: String

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let size = VersionList.french(bytes: version.bytes)
    Dialog(
      title: "Fichier abîmé",
      [
        Dialog.Paragraph(sentence, .orange), Dialog.Paragraph(""),
        Dialog.Paragraph(
          "Entrée met à sa place la dernière version qui se lit, celle du \(version.quand) "
            + "(\(size))\u{A0}; le fichier abîmé reste à côté, sous le nom \(name)."),
        Dialog.Paragraph(""), Dialog.Paragraph("Échap laisse tout comme c’est."),
      ]
    )
    .draw(on: &canvas, in: area)
  }
}

extension ActionTable {
  /// What is heard over a file that can't be read.
  static let damaged = ActionTable(
    "damaged",
    Action(
      "abime.recuperer", [.enter], "Reprendre la version", short: "reprendre la version",
      weight: 100, help: "Met la version à la place du fichier abîmé, gardé sous un autre nom."
    ) { state in
      guard let damaged = state.modes.last as? Damaged else { return [] }
      state.modes.removeLast()
      return [.recover(path: damaged.path, version: damaged.version)]
    },
    .leave("abime.laisser", "Laisser", help: "Laisse le fichier comme il est."))
}
