import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct PlacementTests {
  /// A démarche with one image of so many observations, spread by a seed.
  private func image(_ count: Int, seed: UInt64) throws -> ImageView {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: exampleDay)
    var ids = IDGenerator(seed: seed)
    let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
    demarche.creerImage(signature, ids: &ids)
    var random = seed
    for number in 0..<count {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let axe = Axe.allCases[Int(random >> 33) % 4]
      let statut = [Statut.rouge, .orange, .vert, nil][Int(random >> 40) % 4]
      var observation = Observation()
      observation.id = "o\(number)"
      observation.numero = number + 1
      observation.axe = axe
      observation.statut = statut
      demarche.cercles[0].observations.append(observation)
    }
    return try #require(ImageView(demarche, imageID: nil))
  }

  private static let circles = [
    Size(19, 9), Size(27, 13), Size(39, 19), Size(51, 25), Size(63, 31), Size(75, 37),
    Size(125, 61),
  ]

  @Test(arguments: [0, 1, 2, 7, 38, 90, 200, 500], circles)
  func `marks never overlap, and add up to the observations`(count: Int, size: Size) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let image = try image(count, seed: seed)
      let placement = Placement(of: image, in: size)
      var taken: Set<Position> = []
      var members = 0
      for mark in placement.marks {
        members += mark.members.count
        for column in mark.position.column..<(mark.position.column + mark.width) {
          let cell = Position(column: column, row: mark.position.row)
          #expect(taken.insert(cell).inserted, "two marks at \(cell)")
          #expect(Rect(size).contains(cell))
        }
      }
      #expect(members == count)
      for group in image.groups {
        guard let axe = group.axe else { continue }
        for index in group.observations.indices {
          #expect(placement.mark(of: index, on: axe)?.statut == group.observations[index].statut)
        }
      }
    }
  }

  @Test func `a mark stays in its axis' quarter, the redder the nearer to the rim`() throws {
    let size = Size(63, 31)
    let placement = Placement(of: try image(60, seed: 3), in: size)
    func radius(_ mark: Placement.Mark) -> Double {
      let x = (Double(mark.position.column) - 31) / 31
      let y = (Double(mark.position.row) - 15) / 15
      return (x * x + y * y).squareRoot()
    }
    for mark in placement.marks {
      let isLeft = mark.axe == .utilite || mark.axe == .democratie
      let isTop = mark.axe == .utilite || mark.axe == .personne
      #expect(isLeft ? mark.position.column + mark.width <= 31 : mark.position.column > 31)
      #expect(isTop ? mark.position.row < 15 : mark.position.row > 15)
      switch mark.statut {
      case .rouge: #expect(radius(mark) >= 0.70)
      case .orange, nil: #expect((0.42...0.69).contains(radius(mark)))
      case .vert: #expect(radius(mark) <= 0.41)
      }
    }
  }

  @Test func `at 80 by 24 each of 38 observations has a mark of its own`() throws {
    let placement = Placement(of: try image(38, seed: 5), in: Size(39, 19))
    #expect(placement.marks.count == 38)
  }

  @Test func `ten thousand observations stand as clusters`() throws {
    let placement = Placement(of: try image(10_000, seed: 9), in: Size(39, 19))
    #expect(placement.marks.filter { !$0.isCluster }.isEmpty)
    #expect(placement.marks.map(\.members.count).reduce(0, +) == 10_000)
  }

  @Test
  func `two hundred stand as clusters of neighbours, not as one a colour`() throws {
    let placement = Placement(of: try image(200, seed: 2), in: Size(39, 19))
    #expect(placement.marks.count > 60)
    for mark in placement.marks where mark.isCluster {
      // Neighbours of one colour: nobody of it stands between the first and the last.
      let image = try image(200, seed: 2)
      let ofColour = image[mark.axe].observations.indices
        .filter { image[mark.axe].observations[$0].statut == mark.statut }
      let first = try #require(ofColour.firstIndex(of: mark.members[0]))
      #expect(Array(ofColour[first..<(first + mark.members.count)]) == mark.members)
    }
  }

  @Test(arguments: circles)
  func `a mark put on a cell stands there, whatever stood there before`(size: Size) throws {
    let image = try image(30, seed: 4)
    // Every cell of the small circles, some of each row of the large ones.
    let step = 1 + size.width * size.height / 800
    for row in 0..<size.height {
      for column in stride(from: row % step, to: size.width, by: step) {
        guard let cell = CircleCell(Position(column: column, row: row), of: size) else { continue }
        // One mark on the axis of that cell, put there; a blank is kept at the vertical line.
        var demarche = Demarche(id: "d1", raisonSociale: "X", debut: exampleDay)
        demarche.cercles = [image.cercle]
        let index = try #require(image.cercle.observations.firstIndex { $0.axe == cell.axe })
        let id = image.cercle.observations[index].id
        let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
        let polar = (degrees: cell.degrees, percent: cell.percent)
        demarche.placerObservation(id, sur: cell.axe, en: polar, signature)
        let put = try #require(ImageView(demarche, imageID: nil))
        let place = try #require(put[cell.axe].observations.firstIndex { $0.id == id })
        let mark = try #require(Placement(of: put, in: size).mark(of: place, on: cell.axe))
        #expect(mark.position == Position(column: column, row: row))
        #expect(mark.members == [place])
      }
    }
  }

  @Test
  func `a cluster opens on as many as there is room for, the selected one too`() throws {
    let size = Size(39, 19)
    let image = try image(10_000, seed: 9)
    for mark in Placement(of: image, in: size).marks {
      for selected in mark.members.indices where selected % 37 == 0 {
        let member = mark.members[selected]
        let open = OpenCluster(
          mark, selected: member, of: image[mark.axe].observations, width: size.width)
        let cells = open.members.reduce(4) {
          $0 + 2 + String(image[mark.axe].observations[$1].numero ?? 0).utf8.count
        }
        #expect(open.members.contains(member) && open.members.count > 3)
        #expect(open.column >= 0 && open.column + cells <= size.width)
        #expect(open.isCutBefore == (open.members.first != mark.members.first))
        #expect(open.isCutAfter == (open.members.last != mark.members.last))
      }
    }
  }
}
