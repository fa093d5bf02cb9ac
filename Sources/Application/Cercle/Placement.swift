import DPES
import TerminalUI

/// Where each observation of an image stands on a circle of a given size.
///
/// Each axis has its quarter; in it the redder stands nearer the rim, on three rings. A mark put
/// somewhere by hand keeps its place as well as the cells allow. Where the marks of one colour on
/// one axis do not all fit, they stand as one cluster with their count; marks and clusters always
/// add up to the observations that have an axis, and never overlap.
///
/// - Complexity: O(observations + cells of the circle) to make.
struct Placement: Hashable, Sendable {
  /// One observation, or a cluster of several.
  struct Mark: Hashable, Sendable {
    /// In cells, from the circle's top left corner.
    let position: Position
    /// Columns kept for it, the sign included.
    let width: Int
    let axe: Axe
    let statut: Statut?
    /// The observations' positions on their axis: one, or all those of the cluster.
    let members: [Int]

    var isCluster: Bool { members.count > 1 }
  }

  /// In cells.
  let size: Size
  private(set) var marks: [Mark] = []
  private var sectors: [Axe: Sector] = [:]

  /// What stands in the quarter of an axis.
  fileprivate struct Sector: Hashable, Sendable {
    let marks: [Mark]
    /// Which of them stands for each observation of the axis.
    let places: [Int?]
  }

  init(of image: ImageView, in size: Size) {
    self.size = size
    retouch(Set(Axe.allCases), in: image)
  }

  /// Places the observations of some axes anew: each has its own quarter.
  mutating func retouch(_ axes: Set<Axe>, in image: ImageView) {
    for axe in axes { sectors[axe] = Sector(axe, image[axe].observations, in: size) }
    marks = Axe.allCases.flatMap { sectors[$0]?.marks ?? [] }
  }

  /// The mark that stands for an observation of an axis.
  func mark(of index: Int, on axe: Axe) -> Mark? {
    guard let sector = sectors[axe], sector.places.indices.contains(index) else { return nil }
    return sector.places[index].map { sector.marks[$0] }
  }

  /// The mark drawn at a cell of the circle.
  func mark(at position: Position) -> Mark? {
    marks.first {
      $0.position.row == position.row
        && ($0.position.column..<($0.position.column + $0.width)).contains(position.column)
    }
  }
}

extension Placement.Sector {
  init(_ axe: Axe, _ observations: [Observation], in size: Size) {
    var quarter = Quarter(of: axe, in: size)
    marks = quarter.place(observations)
    var places = [Int?](repeating: nil, count: observations.count)
    for (index, mark) in marks.enumerated() {
      for member in mark.members { places[member] = index }
    }
    self.places = places
  }
}

/// The quarter of the circle that an axis has, while its marks are being placed.
private struct Quarter {
  private struct Slot {
    let position: Position
    /// Degrees from the horizontal, 0 to 90, and the share of the radius.
    let angle: Double
    let radius: Double
  }

  private let axe: Axe
  private let size: Size
  /// The quarter's cells, row after row: whether a mark stands there.
  private var isTaken: [Bool]

  init(of axe: Axe, in size: Size) {
    self.axe = axe
    self.size = size
    isTaken = Array(repeating: false, count: size.width * size.height)
  }

  private var isLeft: Bool { axe == .utilite || axe == .democratie }
  private var isTop: Bool { axe == .utilite || axe == .personne }

  /// The shares of the radius that a colour stands between.
  private static func ring(of statut: Statut?) -> ClosedRange<Double> {
    switch statut {
    case .rouge: 0.70...0.96
    case .orange, nil: 0.42...0.69
    case .vert: 0.10...0.41
    }
  }

  /// Places all observations of the axis.
  mutating func place(_ observations: [Observation]) -> [Placement.Mark] {
    let byStatut = Dictionary(grouping: observations.indices) { observations[$0].statut }
    let statuts = [Statut.rouge, .orange, .vert, nil].filter { byStatut[$0] != nil }
    // A cell for each colour first, so that none is crowded out by the others.
    var reserved: [Statut?: Position] = [:]
    for statut in statuts { reserved[statut] = reserve(for: statut) }
    return statuts.flatMap { statut in
      if let position = reserved[statut] ?? nil { release(position) }
      return place(byStatut[statut] ?? [], of: observations, statut: statut)
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
    _ members: [Int], of observations: [Observation], statut: Statut?
  ) -> [Placement.Mark] {
    let slots = slots(of: Self.ring(of: statut))
    let digits = Self.digits(of: members.lazy.compactMap { observations[$0].numero })
    let before = isTaken
    // With its number beside each sign if there is room for all, else the signs alone.
    for width in [1 + digits, 1] {
      isTaken = before
      if let marks = spread(members, of: observations, statut: statut, over: slots, width: width) {
        return marks
      }
    }
    isTaken = before
    return cluster(members, statut: statut, over: slots)
  }

  /// The digits of the longest of some numbers.
  private static func digits(of numbers: some Sequence<Int>) -> Int {
    guard let least = numbers.min(), let most = numbers.max() else { return 0 }
    return max(String(least).utf8.count, String(most).utf8.count)
  }

  private mutating func spread(
    _ members: [Int], of observations: [Observation], statut: Statut?, over slots: [Slot],
    width: Int
  ) -> [Placement.Mark]? {
    guard members.count * width <= slots.count else { return nil }
    var marks: [Placement.Mark] = []
    for member in members {
      let target = target(of: observations[member], at: member, among: observations.count, statut)
      let isPut = observations[member].place?.polar != nil
      let reach = isPut ? self.slots(of: 0...0.98) : slots
      guard let slot = nearestFree(in: reach, to: target, width: width) else { return nil }
      take(slot.position, width: width)
      marks.append(
        Placement.Mark(
          position: slot.position, width: width, axe: axe, statut: statut, members: [member]))
    }
    return marks
  }

  private mutating func cluster(
    _ members: [Int], statut: Statut?, over slots: [Slot]
  ) -> [Placement.Mark] {
    let target = Self.middle(of: statut)
    for (width, reach) in [
      (2 + String(members.count).utf8.count, slots), (1, slots), (1, self.slots(of: 0...1)),
    ] {
      guard let slot = nearestFree(in: reach, to: target, width: width) else { continue }
      take(slot.position, width: width)
      return [
        Placement.Mark(
          position: slot.position, width: width, axe: axe, statut: statut, members: members)
      ]
    }
    return []
  }

  /// Where an observation would best stand: its own place, or its share of the quarter, in the order
  /// of the axis.
  ///
  /// A new colour moves it nearer to the rim or to the centre, and nothing else moves.
  private func target(
    of observation: Observation, at order: Int, among count: Int, _ statut: Statut?
  ) -> (angle: Double, radius: Double) {
    if let place = observation.place?.polar {
      return (Self.quarterAngle(place.degrees), min(max(place.percent / 100, 0), 1))
    }
    let ring = Self.ring(of: statut)
    let share = (Double(order) + 0.5) / Double(count)
    let angle = 4 + 82 * (isTop ? 1 - share : share)
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
      guard isTop ? dy > 0 : dy < 0 else { continue }
      for column in 0..<size.width {
        let dx = (Double(column) - centre.column) / max(centre.column, 1)
        let radius = dx * dx + dy * dy
        guard isLeft ? dx < 0 : dx > 0,
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
    guard isLeft ? columns.upperBound <= half : columns.lowerBound > half,
      columns.upperBound <= size.width
    else { return false }
    let row = position.row * size.width
    let around = max(0, columns.lowerBound - 1)..<min(size.width, columns.upperBound + 1)
    return !around.contains { isTaken[row + $0] }
  }

  private mutating func release(_ position: Position) {
    isTaken[position.row * size.width + position.column] = false
  }

  private mutating func take(_ position: Position, width: Int) {
    for column in position.column..<(position.column + width) {
      isTaken[position.row * size.width + column] = true
    }
  }
}
