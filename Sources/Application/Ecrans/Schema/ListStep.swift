import DPES
import TerminalUI

/// One palier in a list: `✔ 1 Titre … 6 mois`.
struct ListStep {
  let palier: Avancement.ParPalier
  let deadline: String
  /// Columns before the title, and those of the title.
  let indent: Int
  let room: Int

  init(_ palier: Avancement.ParPalier, width: Int) {
    self.palier = palier
    deadline = palier.palier.echeanceMois.map { "\($0)\u{A0}mois" } ?? "–"
    indent = 4 + String(palier.rang).count
    room = max(1, width - indent - TextWidth.columns(of: deadline) - 1)
  }

  func lines(_ maxLines: Int) -> [String] {
    WallText.lines(palier.palier.intitule, width: room, maxLines: maxLines)
  }
}
