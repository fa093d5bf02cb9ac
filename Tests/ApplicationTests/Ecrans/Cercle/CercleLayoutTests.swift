import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct CercleLayoutTests {
  private static let sizes = designedSizes + [Size(40, 12), Size(99, 30), Size(140, 40)]

  private func layout(_ state: State) throws -> CercleLayout {
    CercleEcran.layout(state, in: try #require(CercleEcran.area(state)))
  }

  @Test(arguments: sizes, EdgeFile.allCases)
  func `the parts stand inside the area and never on one another`(size: Size, file: EdgeFile) throws
  {
    for isOther in [false, true] {
      var state = state(file.demarche, size)
      if isOther { state.press(.character("z")) }
      for _ in 0..<5 {
        let area = try #require(CercleEcran.area(state))
        let layout = try layout(state)
        let parts = ([layout.circle, layout.detail, layout.rule] + layout.lists).filter {
          !$0.isEmpty
        }
        for (index, part) in parts.enumerated() {
          #expect(part.intersection(area) == part)
          for other in parts[..<index] { #expect(part.intersection(other).isEmpty) }
        }
        state.press(.right)
      }
    }
  }

  @Test func `at 160 by 45 the disc is larger than at 140 by 40, and the texts in hand are whole`()
    throws
  {
    let large = state(try example(), Size(160, 45))
    let small = state(try example(), Size(140, 40))
    #expect(try layout(large).circle.width > layout(small).circle.width)
    #expect(try layout(large).circle.height > layout(small).circle.height)
    let group = try #require(large.derived.image?[.utilite])
    let list = try layout(large).list(of: .utilite)
    let rows = AxisList.rows(of: group, large, isShown: true, in: list)
    for (index, observation) in group.observations.enumerated() {
      #expect(AxisList.isWhole(observation, of: group, rows.place(of: index)))
    }
  }

  @Test(arguments: sizes)
  func `no list has … while one of its rows is free`(size: Size) throws {
    var state = state(try example(), size)
    for _ in 0..<5 {
      let layout = try layout(state)
      let isAround = layout.arrangement == .around
      let shown = isAround ? Axe.allCases.map(Optional.some) : [state.cercle.axe]
      for axe in shown where !layout.list(of: axe).isEmpty {
        let group = try #require(state.derived.image?[axe])
        let area = layout.list(of: axe)
        let rows = AxisList.rows(of: group, state, isShown: axe == state.cercle.axe, in: area)
        let used = group.observations.indices.compactMap { rows.place(of: $0)?.height }
          .reduce(0, +)
        let isCut = group.observations.enumerated().contains { index, observation in
          !AxisList.isWhole(observation, of: group, rows.place(of: index))
        }
        #expect(!isCut || used == AxisList.lines(in: area).height)
      }
      state.press(.right, .end)
    }
  }

  @Test(arguments: [Size(100, 30), Size(160, 45)])
  func `the selected mark has a blank on both sides, its sign as it is`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.down, .down, .down, .down, .down)
    let circle = try layout(state).circle
    let mark = try #require(
      state.cercle.placement?.mark(of: state.cercle.index, on: state.cercle.axe ?? .utilite))
    let row = circle.row + mark.position.row
    let start = circle.column + mark.position.column - 1
    let line = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)[row]
    #expect(String(Array(line)[start..<(start + 5)]) == " ■6! ")
    for column in start..<(start + 5) {
      let style = state.view[column, row].style
      #expect(style.ground == .chip && !style.emphasis.contains(.reverse))
    }
  }

  @Test(arguments: [Size(80, 24), Size(100, 30), Size(140, 40)])
  func `the selected mark says its number, however little room it has`(size: Size) throws {
    var state = state(try example(), size)
    for _ in 0..<4 {
      for _ in 0..<(state.derived.image?[state.cercle.axe].observations.count ?? 0) {
        let circle = try layout(state).circle
        let canvas = state.view
        let cells = circle.rows.flatMap { row in
          (circle.column - 1...circle.endColumn).map { canvas[$0, row] }
        }
        let one = try #require(state.cercle.selected(in: state.derived))
        let sign = state.marks.mark(one.statut).sign
        let told = " \(sign)\(one.numero ?? 0)\(one.priorite ? "!" : "") "
        let chip = cells.filter { $0.style.ground == .chip }.map(\.glyph)
        #expect(chip == told.map { Glyph($0.unicodeScalars.first ?? " ") }, "\(told)")
        state.press(.down)
      }
      state.press(.right, .home)
    }
  }

  @Test func `nothing stands beside the disc alone`() throws {
    for keys in ["m", "z"] {
      var state = state(try example(), Size(60, 16))
      state.play(keys)
      let circle = try layout(state).circle
      #expect(!circle.isEmpty)
      for line in state.view.lines(circle.rows).text {
        #expect(line.prefix(circle.column - 1).allSatisfy { $0 == " " }, "\(keys): \(line)")
      }
    }
  }

  @Test func `beside another screen the disc is as large as its part of the window allows`() throws
  {
    var state = state(try example(), Size(160, 45))
    state.press(.function(2))
    #expect(state.panes.count == 2)
    let circle = try #require(CercleLayout.circle(for: state))
    #expect(circle.height >= 25 && circle.width >= 51)
    state.press(.character("n"))
    #expect(CercleLayout.circle(for: state) == circle)
  }

  @Test(arguments: [Size(80, 24), Size(100, 30), Size(160, 45)])
  func `the disc stays where it is while somebody types, and is whole for a move`(size: Size)
    throws
  {
    var state = state(try example(), size)
    let circle = try #require(CercleLayout.circle(for: state))
    state.press(.character("n"))
    state.type("La cour")
    #expect(CercleLayout.circle(for: state) == circle)
    state.press(.escape, .character("m"))
    let area = try #require(CercleEcran.area(state))
    let shown = try #require(CercleLayout.circle(for: state))
    #expect(shown.intersection(area) == shown)
  }

  @Test(arguments: [Size(80, 24), Size(100, 30), Size(140, 40), Size(160, 45)])
  func `the capture covers the foot of the screen, and moves nothing above it`(size: Size) throws {
    var state = state(try example(), size)
    let before = state.view
    state.press(.character("n"))
    let after = state.view
    let foot =
      WindowLayout(size).content.endRow - state.panelRows(in: WindowLayout(size).content.height)
    for row in WindowLayout(size).content.row..<foot {
      #expect(after.changes(in: row, since: before) == nil, "row \(row)")
    }
    // What is selected is never covered.
    state.press(.escape)
    let count = state.derived.image?[state.cercle.axe].observations.count ?? 0
    for _ in 1..<count { state.press(.down) }
    state.press(.character("n"))
    let layout = try layout(state)
    let image = try #require(state.derived.image)
    let rows = AxisList.rows(
      of: image[state.cercle.axe], state, isShown: true, in: layout.list(of: state.cercle.axe))
    #expect(try #require(rows.place(of: state.cercle.index)).endRow <= foot)
  }

  @Test func `a priority keeps its ! where its number has no room`() throws {
    var demarche = EdgeFile.crowd.demarche
    demarche.cercles[0].observations = Array(demarche.cercles[0].observations.prefix(150))
    for index in [3, 40, 77] { demarche.cercles[0].observations[index].priorite = true }
    let image = try #require(ImageView(demarche, imageID: nil))
    for size in [Size(39, 19), Size(45, 23), Size(69, 35)] {
      for mark in Placement(of: image, in: size).marks where !mark.isCluster {
        let observation = image[mark.axe].observations[mark.members[0]]
        #expect(mark.width >= (observation.priorite ? 2 : 1))
      }
    }
  }

  @Test func `the axis in hand takes the rows, the other keeps one an item`() throws {
    var demarche = EdgeFile.longTexts.demarche
    for index in demarche.cercles[0].observations.indices where index % 2 == 0 {
      demarche.cercles[0].observations[index].axe = .territoire
    }
    var state = state(demarche, Size(140, 30))
    let first = try layout(state)
    #expect(state.cercle.axe == .personne)
    state.press(.right, .right)
    #expect(state.cercle.axe == .territoire)
    let second = try layout(state)
    #expect(first.list(of: .personne).height > second.list(of: .personne).height)
    #expect(second.list(of: .personne).height >= 2 + 4)
    #expect(first.list(of: .territoire).height >= 2 + 5)
  }

  @Test(arguments: sizes)
  func `the names of the axes stand outside the rim`(size: Size) throws {
    let state = state(try example(), size)
    let layout = try layout(state)
    guard layout.arrangement != .around, !layout.circle.isEmpty else { return }
    for depth in 0..<2 {
      let free = CircleView.cornerColumns(at: depth, of: layout.circle.size)
      var canvas = Canvas(layout.circle.size)
      canvas.draw(CircleView.rings(layout.circle.size), at: 0, 0)
      for column in 0..<free { #expect(canvas[column, depth].glyph == .space) }
    }
  }
}

@Suite struct EmptyCircleTests {
  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40)])
  func `the empty circle asks its four questions, and names the way to begin`(size: Size) throws {
    for file in [EdgeFile.noImage, .noObservation] {
      let state = state(file.demarche, size)
      try expectContent(state, named: "cercle-vide-\(size.width)x\(size.height)")
      #expect(state.words.contains("Que voyons-nous ?"))
      #expect(state.words.contains("n première observation"))
    }
  }

  @Test func `its key row names what can be done, and the wall`() throws {
    for file in [EdgeFile.noImage, .noObservation] {
      let state = state(file.demarche, Size(80, 24))
      let keys = try #require(state.view.lines(WindowLayout(state.size).keys.rows).text.first)
      #expect(keys.contains("n nouvelle") && keys.contains("s salle"))
      for other in ["Entrée", "r o v", "m déplacer"] { #expect(!keys.contains(other)) }
    }
  }

  @Test func `a question leaves when its axis has an observation`() throws {
    var state = state(EdgeFile.one.demarche, Size(100, 30))
    #expect(!state.words.contains("Avec qui faisons-nous"))
    #expect(state.words.contains("chacun est-il"))
    state.press(.left, .left, .left)
    #expect(state.cercle.axe == .utilite)
    #expect(state.words.contains("n’apportent"))
  }

  @Test(arguments: [Size(80, 24), Size(84, 26), Size(100, 30)])
  func `beside what is à placer, no word of a question is broken`(size: Size) {
    var demarche = EdgeFile.one.demarche
    for index in demarche.cercles.indices {
      for place in demarche.cercles[index].observations.indices {
        demarche.cercles[index].observations[place].axe = nil
      }
    }
    let state = state(demarche, size)
    #expect(state.words.contains("décide"))
    let words = Set(state.words.split { $0 == " " || $0 == "-" })
    for axe in Axe.allCases where state.words.contains("Qui") {
      for word in AccueilPage.question(of: axe).split(whereSeparator: { " -\u{A0}".contains($0) }) {
        #expect(words.contains(word), "\(size): \(word)")
      }
    }
  }

  @Test func `the help says the three sentences and what the distance means`() throws {
    for size in [Size(40, 12), Size(80, 24)] {
      var state = state(try example(), size)
      state.press(.character("?"))
      var words = ""
      for _ in 0..<40 {
        words += state.words
        state.press(.down)
      }
      #expect(words.contains("Ce que dit le cercle"))
      #expect(words.contains("insuffisante"))
    }
  }
}
