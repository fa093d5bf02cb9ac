/// What lines, arrows and scroll marks are drawn with: Unicode, or ASCII for terminals without it.
///
/// A canvas has one, chosen once, so that no view asks which. All symbols are one column wide.
package enum SymbolSet: Hashable, Sendable {
  case unicode, ascii

  package subscript(symbol: Symbol) -> Glyph {
    Glyph(self == .unicode ? symbol.unicode : symbol.ascii)
  }
}

/// A mark of the interface itself, without meaning in the method.
package enum Symbol: CaseIterable, Hashable, Sendable {
  case horizontal, vertical
  /// Grid lines, lighter than frames.
  case dashedHorizontal, dashedVertical
  case heavyHorizontal, heavyVertical
  case roundTopLeft, roundTopRight, roundBottomLeft, roundBottomRight
  case topLeft, topRight, bottomLeft, bottomRight
  case teeLeft, teeRight, teeTop, teeBottom, cross
  case scrollTrack, scrollThumb
  /// Before a text field.
  case prompt
  /// Between two facts on one line.
  case separator
  /// Bars and thick letters.
  case lightShade, mediumShade, solid
  case arrowLeft, arrowRight, arrowUp, arrowDown

  fileprivate var unicode: Unicode.Scalar {
    switch self {
    case .horizontal: "─"
    case .vertical: "│"
    case .dashedHorizontal: "┄"
    case .dashedVertical: "┊"
    case .heavyHorizontal: "━"
    case .heavyVertical: "┃"
    case .roundTopLeft: "╭"
    case .roundTopRight: "╮"
    case .roundBottomLeft: "╰"
    case .roundBottomRight: "╯"
    case .topLeft: "┌"
    case .topRight: "┐"
    case .bottomLeft: "└"
    case .bottomRight: "┘"
    case .teeLeft: "├"
    case .teeRight: "┤"
    case .teeTop: "┬"
    case .teeBottom: "┴"
    case .cross: "┼"
    case .scrollTrack: "│"
    case .scrollThumb: "█"
    case .prompt: "›"
    case .separator: "·"
    case .lightShade: "░"
    case .mediumShade: "▒"
    case .solid: "█"
    case .arrowLeft: "←"
    case .arrowRight: "→"
    case .arrowUp: "↑"
    case .arrowDown: "↓"
    }
  }

  fileprivate var ascii: Unicode.Scalar {
    switch self {
    case .horizontal, .dashedHorizontal: "-"
    case .vertical, .scrollTrack: "|"
    case .dashedVertical: ":"
    case .heavyHorizontal, .mediumShade: "="
    case .heavyVertical: "|"
    case .roundTopLeft, .roundTopRight, .roundBottomLeft, .roundBottomRight: "+"
    case .topLeft, .topRight, .bottomLeft, .bottomRight: "+"
    case .teeLeft, .teeRight, .teeTop, .teeBottom, .cross: "+"
    case .lightShade: "."
    case .scrollThumb, .solid: "#"
    case .prompt, .arrowRight: ">"
    case .separator: "-"
    case .arrowLeft: "<"
    case .arrowUp: "^"
    case .arrowDown: "v"
    }
  }
}
