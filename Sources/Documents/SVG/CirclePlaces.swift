import DPES

/// Where the marks of one axis stand in its quarter, on a circle that is drawn and not typed: the
/// redder nearer the rim, and those put somewhere by hand where they were put.
///
/// Where the marks of one colour would be too small for their numbers, neighbours stand together as
/// clusters with their count: marks and clusters add up to the observations of the axis.
struct CirclePlaces {
  /// One observation, or a cluster of several of one colour.
  struct Mark {
    /// The one, or the first of the cluster.
    let observation: Observation
    let count: Int
    /// To the right of the centre, in the unit of the circle's own.
    let x: Double
    /// Below it.
    let y: Double
    /// Its own half width.
    let size: Double
    /// Whether what it stands for holds a priority.
    var priorite = false

    /// How near another mark may come: a triangle is wider than it is said to be, and a cluster has a
    /// second shape behind it.
    var reach: Double { size * 1.25 + (isCluster ? 4 : 0) }

    /// Whether it is as large as several are drawn; what joined another for want of room is not.
    var isCluster: Bool { size > 12 }

    /// From the centre.
    var radius: Double { (x * x + y * y).squareRoot() }
  }

  /// What stands in one place.
  private typealias Pile = (observation: Observation, count: Int, priorite: Bool)

  /// The least from one mark to the next where a number still has room, and that of clusters.
  private static let leastStep = 22.0
  private static let clusterStep = 46.0
  /// More than this placed by hand in one quarter stand in piles.
  private static let mostByHand = 60

  private(set) var marks: [Mark] = []

  /// - Complexity: O(observations); marks put by hand, never more than a page has, look at each other.
  init(_ observations: [Observation], of axe: Axe, radius: Double) {
    let start = axe.firstDegree
    var byHand: [Mark] = []
    var free: [Statut: [Observation]] = [:]
    for observation in observations {
      guard let place = observation.place?.polar else {
        free[observation.statut ?? .orange, default: []].append(observation)
        continue
      }
      // The axis decides the sector, whatever the place says.
      let degrees = min(max(place.degrees - start, 3), 87) + start
      let share = min(max(place.percent, 0), 96) / 100
      let (x, y) = Self.point(degrees, share * radius)
      byHand.append(
        Mark(
          observation: observation, count: 1, x: x, y: y, size: 10,
          priorite: observation.priorite))
    }
    let hand = byHand.count > Self.mostByHand ? Self.piles(of: byHand) : byHand
    for statut in Statut.allCases {
      place(free[statut] ?? [], on: statut.ring, from: start, radius)
    }
    // What stands where somebody put it comes first; what was spread makes way.
    if !hand.isEmpty {
      marks = CircleRoom.settled(hand + marks, from: start, radius: radius)
    }
  }

  /// One mark for those of a colour that stand on each other.
  private static func piles(of marks: [Mark]) -> [Mark] {
    struct Cell: Hashable { let statut: Statut?, ring: Int, turn: Int }
    var cells: [Cell: Int] = [:]
    var piles: [(mark: Mark, count: Int, priorite: Bool)] = []
    for mark in marks {
      let ring = Int(mark.radius / clusterStep)
      // How far along its ring: in a quarter one of both ways tells.
      let turn = Int((abs(mark.x) - abs(mark.y)) / clusterStep + 100)
      let cell = Cell(statut: mark.observation.statut, ring: ring, turn: turn)
      if let index = cells[cell] {
        piles[index].count += 1
        piles[index].priorite = piles[index].priorite || mark.priorite
      } else {
        cells[cell] = piles.count
        piles.append((mark, 1, mark.priorite))
      }
    }
    return piles.map { mark, count, priorite in
      Mark(
        observation: mark.observation, count: count, x: mark.x, y: mark.y,
        size: size(of: count, step: 28), priorite: priorite)
    }
  }

  private static func size(of count: Int, step: Double) -> Double {
    count > 1 ? 15 : min(11, step * 0.4)
  }

  /// Spreads marks over a ring, as large as they may be, or clusters.
  private mutating func place(
    _ observations: [Observation], on ring: ClosedRange<Double>, from start: Double,
    _ radius: Double
  ) {
    guard !observations.isEmpty else { return }
    var step = 28.0
    var circles = Self.circles(ring, step, radius)
    while circles.reduce(0, { $0 + $1.room }) < observations.count, step * 0.9 >= Self.leastStep {
      step *= 0.9
      circles = Self.circles(ring, step, radius)
    }
    var piles = observations.map { ($0, 1, $0.priorite) as Pile }
    if circles.reduce(0, { $0 + $1.room }) < observations.count {
      step = Self.clusterStep
      circles = Self.circles(ring, step, radius)
      piles = Self.piles(of: observations, room: circles.reduce(0) { $0 + $1.room })
    }
    var rest = piles[...]
    let room = circles.reduce(0) { $0 + $1.room }
    for (index, circle) in circles.enumerated() {
      // Each circle takes its share, so that few marks do not crowd on one.
      let share = (piles.count * circle.room + room - 1) / max(room, 1)
      let count = index == circles.count - 1 ? rest.count : min(share, rest.count)
      for (place, pile) in rest.prefix(count).enumerated() {
        let degrees = 90 * (Double(place) + 0.5) / Double(count)
        let (x, y) = Self.point(start + degrees, circle.radius)
        marks.append(
          Mark(
            observation: pile.observation, count: pile.count, x: x, y: y,
            size: Self.size(of: pile.count, step: step),
            priorite: pile.priorite))
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Clockwise from noon, so far from the centre.
  static func point(_ degrees: Double, _ radius: Double) -> (x: Double, y: Double) {
    let quarter = (degrees / 90).rounded(.down)
    let (sine, cosine) = (sine(degrees - quarter * 90), sine(90 - degrees + quarter * 90))
    return switch Int(quarter) & 3 {
    case 0: (sine * radius, -cosine * radius)
    case 1: (cosine * radius, sine * radius)
    case 2: (-sine * radius, cosine * radius)
    default: (-cosine * radius, -sine * radius)
    }
  }

  /// Of 0 to 90 degrees, to a millionth: the first terms of its series.
  private static func sine(_ degrees: Double) -> Double {
    let x = degrees * .pi / 180
    let s = x * x
    return x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110)))))
  }

  /// Clusters of neighbours, each of one colour, about as many as there is room for.
  private static func piles(of observations: [Observation], room: Int) -> [Pile] {
    let total = observations.count
    let colours = [
      observations.filter { $0.statut != nil }, observations.filter { $0.statut == nil },
    ]
    return colours.flatMap { same in
      let number = min(same.count, max(1, room * same.count / total))
      return (0..<(same.isEmpty ? 0 : number)).map { index in
        let (first, end) = (same.count * index / number, same.count * (index + 1) / number)
        return (same[first], end - first, same[first..<end].contains(where: \.priorite))
      }
    }
  }

  /// Circles inside a ring, the outer one first, and how many marks each has room for.
  private static func circles(
    _ ring: ClosedRange<Double>, _ step: Double, _ radius: Double
  ) -> [(radius: Double, room: Int)] {
    let (inner, outer) = (ring.lowerBound * radius, ring.upperBound * radius)
    // As far from the next ring as from the next circle.
    return stride(from: outer - step / 2, through: inner + min(step / 2, outer / 4), by: -step).map
    {
      (radius: $0, room: max(1, Int($0 * 1.5708 / step)))
    }
  }
}

extension Statut {
  /// Shares of the radius that a colour stands between.
  var ring: ClosedRange<Double> {
    switch self {
    case .rouge: 0.70...1
    case .orange: 0.42...0.70
    case .vert: 0.06...0.42
    }
  }
}

extension Axe {
  /// Where its quarter begins: U top left, P top right, T bottom right, D bottom left.
  fileprivate var firstDegree: Double {
    switch self {
    case .personne: 0
    case .territoire: 90
    case .democratie: 180
    case .utilite: 270
    }
  }
}
