package import DPES

/// A document that can be written: the commands, their help and the card of the screen read it.
package struct OutgoingDocument: Sendable {
  /// Every document, as the card lists them.
  package static let all = reports + exports
  /// Those that `exporter` writes, by a format and a part.
  package static let exports = [page, classeur, table, dessin, agenda]

  package let name: String
  let title: String
  /// The program that opens what the screen writes.
  let program: String
  /// What the help of its command says of it.
  package let help: String
  /// All that it can be, the usual one of a format and flavour before the others.
  package let files: [File]
  /// What the screen writes, unless the name that is typed has another ending.
  let onScreen: File
  package let preview: Preview

  package var label: DocumentLabel {
    DocumentLabel(name: name, title: title, program: program, ending: onScreen.format.rawValue)
  }

  /// The file that a name asks for: where there are several formats its ending chooses, and nil is
  /// none of them.
  package func file(named path: String) -> File? {
    guard files.formats.count > 1 else { return onScreen }
    let ending = path.split(separator: ".").last?.lowercased()
    return files.first { $0.format.rawValue == ending }
  }
}
