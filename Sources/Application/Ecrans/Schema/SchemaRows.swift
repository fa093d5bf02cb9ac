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

/// The steps of the open axes, and how many rows each takes.
struct LaneSpread {
  struct Part {
    let shown: Range<Int>
    var heights: [Int]
    var labels: [StepLabel]
  }

  private(set) var parts: [Axe: Part] = [:]
  private let avancement: Avancement
  private let timeline: Timeline?
  private let width: Int
  /// In the order in which they take rows.
  private let order: [Axe]

  init(
    _ avancement: Avancement, timeline: Timeline?, width: Int,
    shown: [(axe: Axe, positions: Range<Int>)]
  ) {
    self.avancement = avancement
    self.timeline = timeline
    self.width = width
    order = shown.map(\.axe)
    for (axe, positions) in shown {
      parts[axe] = Part(
        shown: positions, heights: Array(repeating: 1, count: positions.count),
        labels: positions.compactMap { label(axe, $0, maxLines: 1) })
    }
  }

  /// Gives free rows to the titles that one row does not hold, as long as there are any.
  mutating func open(_ free: inout Int) {
    for axe in order {
      guard let part = parts[axe] else { continue }
      for (index, position) in part.shown.enumerated() where free > 0 {
        let most = min(3, 1 + free)
        let label = label(axe, position, maxLines: most)
        let needed = label?.lines.count ?? listLines(axe, position, maxLines: most)
        guard needed > 1 else { continue }
        free -= needed - 1
        parts[axe]?.heights[index] = needed
        if let label { parts[axe]?.labels[index] = label }
      }
    }
  }

  private func label(_ axe: Axe, _ position: Int, maxLines: Int) -> StepLabel? {
    timeline.map {
      StepLabel(
        avancement[axe].paliers[position], among: avancement[axe].paliers.count, on: $0,
        maxLines: maxLines)
    }
  }

  private func listLines(_ axe: Axe, _ position: Int, maxLines: Int) -> Int {
    let row = ListStep(avancement[axe].paliers[position], width: width)
    return row.lines(maxLines).count
  }
}

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
