package import DPES

/// A document that can be written: the commands, their help and the card of the screen read it.
package struct OutgoingDocument: Sendable {
  /// Every document, as the card lists them.
  package static let all = reports + exports
  /// Those that `exporter` writes, by a format and a part.
  package static let exports = [page, classeur, table, dessin, agenda]

  package let name: String
  let title: String
  /// The kind of program that opens what the screen writes.
  let program: String
  /// What the help of its command says of it.
  package let help: String
  /// All that it can be, the usual one of a format and flavour before the others.
  package let files: [File]
  /// What the screen writes, unless the name that is typed has another ending.
  let onScreen: File
  package let preview: Preview
  /// What else the screen writes for another ending, that an export of another name is.
  var alsoOnScreen: [File] = []

  package var label: DocumentLabel {
    DocumentLabel(
      name: name, title: title, program: program, ending: onScreen.format.rawValue,
      endings: endings, takes: onScreen.takes,
      isAlwaysNameless: files.contains(where: \.isAlwaysNameless),
      isOfBoard: onScreen.isOfBoard)
  }

  /// The formats that the end of a name chooses between, the usual one first.
  package var endings: [String] {
    let usual = onScreen.format.rawValue
    return [usual] + (files + alsoOnScreen).formats.filter { $0 != usual }
  }

  /// The file that a name asks for by its ending, which only where there is one format may be one
  /// that none has; nil for what this document is not written as.
  package func file(named path: String) -> File? {
    let known = [onScreen] + files + alsoOnScreen
    guard let format = Format(ending: path) else {
      return Set(known.map(\.format)).count == 1 && !Format.isForeign(path) ? onScreen : nil
    }
    return known.first { $0.format == format }
  }
}
