import DPES

/// The room of one quarter of the circle: marks that would stand on each other are moved as little as
/// they can be, and where there is no room left they join their like.
struct CircleRoom {
  private typealias Mark = CirclePlaces.Mark
  private typealias Point = (x: Double, y: Double)

  /// How far apart the places are that a mark may be moved to.
  private static let step = 6.0

  private let radius: Double
  /// How much room the largest of the marks wants.
  private let reach: Double
  /// Places that no mark is near.
  private var free: [Point] = []
  private var settled: [Mark] = []

  /// The marks, none of them on another; those that come first keep their places.
  ///
  /// - Complexity: O(marks × (marks + places of a quarter)), for marks that fit on a page.
  static func settled(
    _ marks: [CirclePlaces.Mark], from start: Double, radius: Double
  ) -> [CirclePlaces.Mark] {
    var room = CircleRoom(marks, from: start, radius: radius)
    for mark in marks { room.settle(mark) }
    return room.settled
  }

  private init(_ marks: [Mark], from start: Double, radius: Double) {
    self.radius = radius
    reach = marks.map(\.reach).max() ?? 0
    let count = Int(radius / Self.step)
    let (right, down) = (start < 180 ? 1.0 : -1, start > 0 && start < 270 ? 1.0 : -1)
    for column in 0...count {
      for row in 0...count {
        let (x, y) = (Double(column) * Self.step, Double(row) * Self.step)
        if min(x, y) >= reach, x * x + y * y <= (radius - reach) * (radius - reach) {
          free.append((x: x * right, y: y * down))
        }
      }
    }
  }

  private mutating func settle(_ mark: Mark) {
    if let place = place(for: mark) {
      settled.append(mark.moved(to: place))
      let least = (mark.reach + reach) * (mark.reach + reach)
      free.removeAll { Self.square($0.x - place.x, $0.y - place.y) < least }
    } else if let like = nearest(to: mark) {
      settled[like] = settled[like].joined(by: mark)
    }
  }

  /// Its own place where it is free, else the nearest one that is, of its colour's ring if it can be.
  private func place(for mark: Mark) -> Point? {
    if isFree(mark) { return (mark.x, mark.y) }
    func isNearer(_ one: Point, _ other: Point) -> Bool {
      Self.square(one.x - mark.x, one.y - mark.y)
        < Self.square(other.x - mark.x, other.y - mark.y)
    }
    let ring = (mark.observation.statut ?? .orange).ring
    let isSpread = mark.observation.place?.polar == nil
    let inRing = free.filter {
      isSpread && ring.contains(Self.square($0.x, $0.y).squareRoot() / radius)
    }
    return (inRing.isEmpty ? free : inRing).min(by: isNearer)
  }

  private func isFree(_ mark: Mark) -> Bool {
    guard min(abs(mark.x), abs(mark.y)) >= mark.reach, mark.radius <= radius - mark.size else {
      return false
    }
    return settled.allSatisfy {
      let least = $0.reach + mark.reach
      return Self.square($0.x - mark.x, $0.y - mark.y) >= least * least
    }
  }

  /// The nearest of its colour, else of any.
  private func nearest(to mark: Mark) -> Int? {
    let like = settled.indices.filter {
      settled[$0].observation.statut == mark.observation.statut
    }
    return (like.isEmpty ? Array(settled.indices) : like).min {
      Self.square(settled[$0].x - mark.x, settled[$0].y - mark.y)
        < Self.square(settled[$1].x - mark.x, settled[$1].y - mark.y)
    }
  }

  private static func square(_ x: Double, _ y: Double) -> Double { x * x + y * y }
}

extension CirclePlaces.Mark {
  fileprivate func moved(to place: (x: Double, y: Double)) -> Self {
    Self(
      observation: observation, count: count, x: place.x, y: place.y, size: size,
      priorite: priorite)
  }

  /// With another one in it, as large as it is: it stands among others.
  fileprivate func joined(by other: Self) -> Self {
    Self(
      observation: observation, count: count + other.count, x: x, y: y, size: size,
      priorite: priorite || other.priorite)
  }
}
