import DPES
import TerminalUI

// The gestures of the page of the board.
extension State {
  mutating func stepPage(by steps: Int) -> [Effect] {
    let all = Axe.allCases
    let here = all.firstIndex(of: annexes.axe) ?? 0
    annexes.axe = all[((here + steps) % all.count + all.count) % all.count]
    return []
  }

  mutating func pointPage(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = stepPage(by: -1)
    case .wheelDown: _ = stepPage(by: 1)
    case .release: break
    case .press:
      guard let page = derived.annexes.page,
        let axe = PageDuCAView(self, page, in: area).axe(at: mouse.position)
      else { return }
      annexes.axe = axe
    }
  }

  /// The palier of the chosen axis that a board asks about: the next one, else the last.
  private var palierOfPage: Palier? {
    let axis = derived.avancement?[annexes.axe]
    return (axis?.paliers.dropFirst(axis?.actuel ?? 0).first ?? axis?.paliers.last)?.palier
  }

  var whyNoPalierOfPage: String? {
    palierOfPage == nil ? "Cet axe n’a pas encore de palier." : nil
  }

  /// Goes to the schéma, on what comes next on the axis.
  mutating func openPalierOfPage() -> [Effect] {
    guard let palier = palierOfPage else { return [] }
    show(.schema)
    schema.select(palier.id, in: derived)
    return []
  }
}

extension Action {
  /// What can be done on the page of the board.
  static let pageDuCA: [Action] =
    [
      axis("suivant", [.right, .down], "Axe suivant", "Passe à l’axe suivant.", by: 1, "axe"),
      axis("precedent", [.left, .up], "Axe précédent", "Passe à l’axe précédent.", by: -1, nil),
      Action(
        "ca.palier", .screen(.ca), [.enter], "Aller au schéma", short: "au schéma", weight: 88,
        help: "Va au schéma, sur le palier qui vient ensuite pour l’axe choisi.",
        impossible: \.whyNoPalierOfPage, perform: { $0.openPalierOfPage() }),
    ] + annexe(.ca)

  private static func axis(
    _ id: String, _ keys: [Key], _ title: String, _ help: String, by steps: Int, _ short: String?
  ) -> Action {
    Action(
      "ca.axe-\(id)", .screen(.ca), keys, title, short: short, lineKeys: "← →", weight: 60,
      help: help, perform: { $0.stepPage(by: steps) })
  }
}
