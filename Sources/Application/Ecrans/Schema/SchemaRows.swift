import DPES
import TerminalUI

/// How the rows of an area are shared between the parts of the schéma.
struct SchemaRows {
  /// One row a palier, without a timeline.
  let isList: Bool
  /// Rows of the timeline's names.
  let header: Int
  let rule: Int
  let leastDetail: Int
  /// The axes that have a heading.
  let lanes: [Axe]
  /// Folded axes have a row of signs.
  let hasMarks: Bool
  /// How many steps of the axis in hand are shown.
  let visible: Int
  /// The axes whose steps are shown, the one in hand first.
  let open: [Axe]
  /// Rows that nothing needs yet.
  let free: Int
  /// Rows between two axes, where there is room.
  let gap = 1

  init(_ avancement: Avancement, axe: Axe, in size: Size) {
    let counts = Dictionary(
      uniqueKeysWithValues: avancement.axes.map { ($0.axe, max(1, $0.paliers.count)) })
    isList = size.width < 58 || size.height < 12
    header = isList ? 0 : size.height < 16 || avancement.debut == nil ? 1 : 2
    rule = size.height >= 16 ? 1 : 0
    leastDetail =
      switch size.height {
      case ..<12: 2
      case ..<16: 3
      case ..<24: 5
      case ..<36: 6
      default: 9
      }
    lanes = isList && size.height < 14 ? [axe] : Axe.allCases
    var free = size.height - header - rule - leastDetail - lanes.count
    let most = counts.values.max() ?? 1
    let others = lanes.count - 1
    hasMarks = !isList && free - others >= min(most, 4)
    if hasMarks { free -= others }
    visible = max(1, min(counts[axe] ?? 1, free))
    free -= visible
    var open = [axe]
    for other in lanes where other != axe {
      let cost = (counts[other] ?? 1) - (hasMarks ? 1 : 0)
      guard cost <= free else { continue }
      free -= cost
      open.append(other)
    }
    self.open = open
    self.free = max(0, free)
  }
}
