import DPES
import TerminalUI

/// The quarter of the circle that an axis has, while its marks are being placed.
struct Quarter {
  private struct Slot {
    let position: Position
    /// Degrees from the horizontal, 0 to 90, and the share of the radius.
    let angle: Double
    let radius: Double
  }

  private let axe: Axe
  private let size: Size
  /// Columns kept after each sign, beside its number: for what became of it.
  private let extra: Int
  /// The quarter's cells, row after row: whether a mark stands there.
  private var isTaken: [Bool]

  init(of axe: Axe, in size: Size, extra: Int) {
    self.axe = axe
    self.size = size
    self.extra = extra
    isTaken = Array(repeating: false, count: size.width * size.height)
  }

  /// The shares of the radius that a colour stands between.
  private static func ring(of statut: Statut?) -> ClosedRange<Double> {
    switch statut {
    case .rouge: 0.70...0.96
    case .orange, nil: 0.42...0.69
    case .vert: 0.10...0.41
    }
  }

  /// Places all observations of the axis: with their numbers beside the signs where there is room,
  /// and without any before some have to stand together.
  mutating func place(_ observations: [Observation]) -> [Placement.Mark] {
    let before = isTaken
    var marks = place(observations, isWide: true)
    if marks.contains(where: \.isCluster) {
      isTaken = before
      marks = place(observations, isWide: false)
    }
    return marks.map { mark in
      mark.isCluster ? mark : widened(mark, to: width(of: observations[mark.members[0]]))
    }
  }

  private mutating func place(
    _ observations: [Observation], isWide: Bool
  ) -> [Placement.Mark] {
    let byHand = placeByHand(observations, isWide: isWide)
    let placed = Set(byHand.flatMap(\.members))
    let rest = observations.indices.filter { !placed.contains($0) }
    let byStatut = Dictionary(grouping: rest) { observations[$0].statut }
    let statuts = [Statut.rouge, .orange, .vert, nil].filter { byStatut[$0] != nil }
    // A cell for each colour first, so that none is crowded out by the others.
    var reserved: [Statut?: Position] = [:]
    for statut in statuts { reserved[statut] = reserve(for: statut) }
    return byHand
      + statuts.flatMap { statut in
        if let position = reserved[statut] ?? nil { release(position) }
        return place(byStatut[statut] ?? [], of: observations, statut: statut, isWide: isWide)
      }
  }

  /// The mark with room for its number, when the others left it.
  private mutating func widened(_ mark: Placement.Mark, to width: Int) -> Placement.Mark {
    guard mark.width < width else { return mark }
    release(mark.position, width: mark.width)
    let isWide = isFree(mark.position, width: width)
    take(mark.position, width: isWide ? width : mark.width)
    return isWide ? self.mark(mark.members, mark.statut, at: mark.position, width: width) : mark
  }

  private func mark(
    _ members: [Int], _ statut: Statut?, at position: Position, width: Int
  ) -> Placement.Mark {
    Placement.Mark(position: position, width: width, axe: axe, statut: statut, members: members)
  }

  /// What stands beside a sign: all of it, what became of it and whether it is a priority, or the
  /// latter alone.
  private enum Fullness: CaseIterable {
    case whole, unnumbered, bare
  }

  /// Columns of a sign, of what became of it, of its number, and of `!`.
  private func width(of observation: Observation, _ fullness: Fullness = .whole) -> Int {
    let number = observation.numero.map { String($0).utf8.count } ?? 0
    return 1 + (fullness == .bare ? 0 : extra) + (fullness == .whole ? number : 0)
      + (observation.priorite ? 1 : 0)
  }

  /// Those put somewhere by hand come first, so that nothing takes their cells.
  private mutating func placeByHand(
    _ observations: [Observation], isWide: Bool
  ) -> [Placement.Mark] {
    let put = observations.indices.filter { observations[$0].place?.polar != nil }
    guard !put.isEmpty else { return [] }
    let slots = slots(of: 0...CircleCell.rim)
    // Cells are left for those that nobody put anywhere.
    return put.prefix(slots.count / 4).compactMap { member in
      let observation = observations[member]
      let target = target(of: observation, at: member, among: observations.count)
      guard let slot = nearestFree(in: slots, to: target, width: 1) else { return nil }
      let widths = isWide ? Fullness.allCases : [.bare]
      let columns = widths.map { self.width(of: observation, $0) }
      let width = columns.first { isFree(slot.position, width: $0) } ?? 1
      take(slot.position, width: width)
      return mark([member], observation.statut, at: slot.position, width: width)
    }
  }

  private mutating func reserve(for statut: Statut?) -> Position? {
    let slot =
      nearestFree(in: slots(of: Self.ring(of: statut)), to: Self.middle(of: statut), width: 1)
      ?? nearestFree(in: slots(of: 0...1), to: Self.middle(of: statut), width: 1)
    if let slot { take(slot.position, width: 1) }
    return slot?.position
  }

  private static func middle(of statut: Statut?) -> (angle: Double, radius: Double) {
    let ring = ring(of: statut)
    return (45, (ring.lowerBound + ring.upperBound) / 2)
  }

  private mutating func place(
    _ members: [Int], of observations: [Observation], statut: Statut?, isWide: Bool
  ) -> [Placement.Mark] {
    let slots = slots(of: Self.ring(of: statut))
    let singles = members.map { [$0] }
    func widths(_ fullness: Fullness) -> [Int] {
      members.map { width(of: observations[$0], fullness) }
    }
    if isWide, let marks = spread(singles, of: observations, over: slots, widths: widths(.whole)) {
      return marks
    }
    let bare = widths(.bare)
    return spread(singles, of: observations, over: slots, widths: widths(.unnumbered))
      ?? spread(singles, of: observations, over: slots, widths: bare)
      ?? spread(singles, of: observations, over: packed(slots), widths: bare)
      ?? cluster(members, of: observations, over: slots)
  }

  /// As many cells as can hold a sign each with a blank between, row after row.
  private mutating func packed(_ slots: [Slot]) -> [Slot] {
    let before = isTaken
    defer { isTaken = before }
    return slots.filter { slot in
      guard isFree(slot.position, width: 1) else { return false }
      take(slot.position, width: 1)
      return true
    }
  }

  /// A mark for each group of neighbours, none of them when one finds no room.
  private mutating func spread(
    _ groups: [[Int]], of observations: [Observation], over slots: [Slot], widths: [Int]
  ) -> [Placement.Mark]? {
    guard widths.reduce(0, +) <= slots.count else { return nil }
    let before = isTaken
    var marks: [Placement.Mark] = []
    for (members, width) in zip(groups, widths) {
      // A group stands where the one in its middle would.
      let middle = members[members.count / 2]
      let target = target(of: observations[middle], at: middle, among: observations.count)
      guard let slot = nearestFree(in: slots, to: target, width: width) else {
        isTaken = before
        return nil
      }
      take(slot.position, width: width)
      marks.append(mark(members, observations[middle].statut, at: slot.position, width: width))
    }
    return marks
  }

  /// As many clusters as there is room for, of neighbours, and as even as can be.
  private mutating func cluster(
    _ members: [Int], of observations: [Observation], over slots: [Slot]
  ) -> [Placement.Mark] {
    // A cluster and the blank after it take five cells or more.
    var count = min(members.count / 2, slots.count / 5)
    while count > 0 {
      let groups = (0..<count).map {
        Array(members[($0 * members.count / count)..<(($0 + 1) * members.count / count)])
      }
      let width = 2 + String(groups.map(\.count).max() ?? 0).utf8.count
      let widths = Array(repeating: width, count: count)
      if let marks = spread(groups, of: observations, over: slots, widths: widths) { return marks }
      count = min(count - 1, count * 9 / 10)
    }
    // With its count, though it be on the next ring; without, where there is no room at all.
    let width = 2 + String(members.count).utf8.count
    return spread([members], of: observations, over: self.slots(of: 0...1), widths: [width])
      ?? spread([members], of: observations, over: slots, widths: [1])
      ?? spread([members], of: observations, over: self.slots(of: 0...1), widths: [1]) ?? []
  }

  /// Where an observation would best stand: its own place, or its share of the quarter, in the order
  /// of the axis.
  ///
  /// A new colour moves it nearer to the rim or to the centre, and nothing else moves.
  private func target(
    of observation: Observation, at order: Int, among count: Int
  ) -> (angle: Double, radius: Double) {
    if let place = observation.place?.polar {
      return (Self.quarterAngle(place.degrees), min(max(place.percent / 100, 0), 1))
    }
    let ring = Self.ring(of: observation.statut)
    let share = (Double(order) + 0.5) / Double(count)
    let angle = 4 + 82 * (axe.isTop ? 1 - share : share)
    let middle = (ring.lowerBound + ring.upperBound) / 2
    let sway = (ring.upperBound - ring.lowerBound) / 4
    let isCrowded = count > 4
    return (angle, isCrowded ? middle + (order % 2 == 0 ? sway : -sway) : middle)
  }

  /// Degrees clockwise from noon, as degrees from the horizontal in whatever quarter.
  private static func quarterAngle(_ degrees: Double) -> Double {
    let turn = degrees - (degrees / 180).rounded(.down) * 180
    return abs(90 - turn)
  }

  /// The cells of this quarter between two shares of the radius.
  private func slots(of ring: ClosedRange<Double>) -> [Slot] {
    let centre = (column: Double(size.width - 1) / 2, row: Double(size.height - 1) / 2)
    var slots: [Slot] = []
    for row in 0..<size.height {
      let dy = (centre.row - Double(row)) / max(centre.row, 1)
      guard axe.isTop ? dy > 0 : dy < 0 else { continue }
      for column in 0..<size.width {
        let dx = (Double(column) - centre.column) / max(centre.column, 1)
        let radius = dx * dx + dy * dy
        guard axe.isLeft ? dx < 0 : dx > 0,
          radius >= ring.lowerBound * ring.lowerBound, radius <= ring.upperBound * ring.upperBound
        else { continue }
        slots.append(
          Slot(
            position: Position(column: column, row: row),
            angle: Angles.degrees(ofSlope: abs(dy), over: abs(dx)), radius: radius.squareRoot()))
      }
    }
    return slots
  }

  private func nearestFree(
    in slots: [Slot], to target: (angle: Double, radius: Double), width: Int
  ) -> Slot? {
    var best: Slot?
    var shortest = Double.infinity
    for slot in slots {
      let distance = distance(slot, target)
      if distance < shortest, isFree(slot.position, width: width) {
        best = slot
        shortest = distance
      }
    }
    return best
  }

  private func distance(_ slot: Slot, _ target: (angle: Double, radius: Double)) -> Double {
    // An arc's length grows with the radius; 60 degrees of the rim are about one radius.
    let arc = (slot.angle - target.angle) / 60 * target.radius
    let depth = slot.radius - target.radius
    return arc * arc + depth * depth
  }

  /// Whether a mark and a blank on each side of it have room, inside the quarter.
  private func isFree(_ position: Position, width: Int) -> Bool {
    let half = size.width / 2
    let columns = position.column..<(position.column + width)
    guard axe.isLeft ? columns.upperBound <= half : columns.lowerBound > half,
      columns.upperBound <= size.width
    else { return false }
    // A number on the right never stands across the rim.
    guard width == 1 || axe.isLeft || isInside(columns.upperBound - 1, position.row) else {
      return false
    }
    let row = position.row * size.width
    let around = max(0, columns.lowerBound - 1)..<min(size.width, columns.upperBound + 1)
    return !around.contains { isTaken[row + $0] }
  }

  /// Whether the middle of a cell lies inside the rim.
  private func isInside(_ column: Int, _ row: Int) -> Bool {
    let centre = (column: Double(size.width - 1) / 2, row: Double(size.height - 1) / 2)
    let dx = (Double(column) - centre.column) / max(centre.column, 1)
    let dy = (Double(row) - centre.row) / max(centre.row, 1)
    return dx * dx + dy * dy <= 0.98
  }

  private mutating func release(_ position: Position, width: Int = 1) {
    for column in position.column..<(position.column + width) {
      isTaken[position.row * size.width + column] = false
    }
  }

  private mutating func take(_ position: Position, width: Int) {
    for column in position.column..<(position.column + width) {
      isTaken[position.row * size.width + column] = true
    }
  }
}

extension Axe {
  /// Whether its quarter is on the left of the circle.
  var isLeft: Bool { self == .utilite || self == .democratie }
  /// Whether its quarter is at the top.
  var isTop: Bool { self == .utilite || self == .personne }
}
