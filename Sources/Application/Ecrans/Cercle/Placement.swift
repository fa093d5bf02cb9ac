import DPES
import TerminalUI

/// Where each observation of an image stands on a circle of a given size.
///
/// Each axis has its quarter; in it the redder stands nearer the rim, on three rings. A mark put
/// somewhere by hand keeps its place as well as the cells allow. Where the marks of one colour on
/// one axis do not all fit, neighbours stand together as clusters with their count; marks and
/// clusters always add up to the observations that have an axis, and never overlap.
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
    for axe in axes { sectors[axe] = Sector(axe, of: image, in: size) }
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
  init(_ axe: Axe, of image: ImageView, in size: Size) {
    let observations = image[axe].observations
    var quarter = Quarter(of: axe, in: size, extra: image.lignes.isEmpty ? 0 : 1)
    marks = quarter.place(observations)
    var places = [Int?](repeating: nil, count: observations.count)
    for (index, mark) in marks.enumerated() {
      for member in mark.members { places[member] = index }
    }
    self.places = places
  }
}
