import DPES

/// Where the marks of one axis stand in its quarter, on a circle that is drawn and not typed: the
/// redder nearer the rim, and those put somewhere by hand where they were put.
struct CirclePlaces {
  struct Mark {
    let observation: Observation
    /// Clockwise from noon.
    let degrees: Double
    /// From the centre, in the unit of the circle's own.
    let radius: Double
    /// Its own half width.
    let size: Double
  }

  private(set) var marks: [Mark] = []

  /// - Complexity: O(observations).
  init(_ observations: [Observation], of axe: Axe, radius: Double) {
    let start = axe.firstDegree
    for observation in observations {
      guard let place = observation.place?.polar else { continue }
      // The axis decides the sector, whatever the place says.
      let degrees = min(max(place.degrees - start, 3), 87) + start
      let share = min(max(place.percent, 0), 96) / 100
      marks.append(
        Mark(observation: observation, degrees: degrees, radius: share * radius, size: 10))
    }
    let free = observations.filter { $0.place?.polar == nil }
    for statut in [Statut.rouge, .orange, .vert] {
      let here = free.filter { ($0.statut ?? .orange) == statut }
      place(here, on: statut.ring, from: start, radius)
    }
  }

  /// Spreads marks over a ring, as large as they may be.
  private mutating func place(
    _ observations: [Observation], on ring: ClosedRange<Double>, from start: Double,
    _ radius: Double
  ) {
    guard !observations.isEmpty else { return }
    var step = 28.0
    var circles = Self.circles(ring, step, radius)
    while circles.reduce(0, { $0 + $1.room }) < observations.count, step > 1 {
      step *= 0.9
      circles = Self.circles(ring, step, radius)
    }
    var rest = observations[...]
    let room = circles.reduce(0) { $0 + $1.room }
    for (index, circle) in circles.enumerated() {
      // Each circle takes its share, so that few marks do not crowd on one.
      let share = (observations.count * circle.room + room - 1) / max(room, 1)
      let count = index == circles.count - 1 ? rest.count : min(share, rest.count)
      for (place, observation) in rest.prefix(count).enumerated() {
        let degrees = 90 * (Double(place) + 0.5) / Double(count)
        marks.append(
          Mark(
            observation: observation, degrees: start + degrees, radius: circle.radius,
            size: min(11, step * 0.4)))
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Circles inside a ring, the outer one first, and how many marks each has room for.
  private static func circles(
    _ ring: ClosedRange<Double>, _ step: Double, _ radius: Double
  ) -> [(radius: Double, room: Int)] {
    let (inner, outer) = (ring.lowerBound * radius, ring.upperBound * radius)
    return stride(from: outer - step / 2, to: inner, by: -step).map {
      (radius: $0, room: max(1, Int($0 * 1.5708 / step)))
    }
  }
}

extension Statut {
  /// Shares of the radius that a colour stands between.
  fileprivate var ring: ClosedRange<Double> {
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
