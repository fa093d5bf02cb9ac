import DPES
import TerminalUI

/// What is typed while the wall is shown: the field, legible at its foot, and what comes next.
///
/// No speaker, no turn, no earlier entry: those stay on the screens of the facilitator.
struct SalleField {
  private let capture: Capture
  private let fieldRows: Int
  private let width: Int
  /// All the rows that it takes.
  var rows: Int { fieldRows + 1 + (lookalike == nil ? 0 : 1) }

  init(_ capture: Capture, in size: Size) {
    self.capture = capture
    width = max(1, size.width - 4)
    // A long text leaves room for the observation above.
    fieldRows = min(max(1, capture.field.rows(width: width)), size.height >= 20 ? 4 : 2)
  }

  private var lookalike: String? { capture.step == .axe ? capture.lookalike?.texte : nil }

  func draw(_ state: State, on canvas: inout Canvas) {
    var rest = Rect(state.size)
    rest = rest.takeBottom(rows)
    let area = rest.takeTop(fieldRows)
    canvas.fill(area, .space, Style(.text, on: .field))
    canvas.put(.prompt, at: area.column + 1, area.row, Style(.accent, on: .field, .bold))
    capture.field.draw(
      on: &canvas,
      in: Rect(column: area.column + 3, row: area.row, width: width, height: fieldRows),
      isFocused: capture.step == .texte, placeholder: "Ce qui vient d’être dit")
    if let lookalike {
      canvas.draw(
        "Ressemble à «\u{A0}\(lookalike)\u{A0}»", in: rest.takeTop(1).inset(columns: 1),
        Style(.orange))
    }
    let row = rest.takeTop(1).inset(columns: 1)
    let hint = hints.first { TextWidth.fits($0, row.width) } ?? hints.last ?? ""
    canvas.draw(hint, in: row, capture.step == .texte ? .faint : .title)
  }

  /// What is asked now, the fullest telling first.
  private var hints: [String] {
    switch capture.step {
    case .texte: Capture.texteTellings
    case .axe:
      [\Axe.nomCourt, \Axe.motCourt].map { name in
        Axe.allCases.map { "\($0.lettre) \($0[keyPath: name])" }.joined(separator: "   ")
      } + ["Quel axe\u{A0}? U P D T"]
    case .statut(let axe):
      [
        "\(axe.nomCourt)\u{A0}: R rouge   O orange   V vert",
        "\(axe.motCourt)\u{A0}: R rouge  O orange  V vert",
      ]
    case .paste(let lines):
      [
        "\(lines.all.count) observations à placer\u{A0}: Entrée\u{A0}; sur un axe\u{A0}: U P D T\u{A0}; un seul texte\u{A0}: S",
        "\(lines.all.count) observations\u{A0}: Entrée, ou U P D T\u{A0}; un texte\u{A0}: S",
        "\(lines.all.count) lignes\u{A0}: Entrée, U P D T, ou S",
      ]
    case .frozen: Capture.frozenTellings
    case .entries:
      ["Entrée corrige, u p d t l’axe, r o v la couleur, Échap revient au champ"]
    }
  }
}
