import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct SchemaLayoutTests {
  /// A palier of a title so long, due in a month.
  private func palier(_ echeance: Int?, length: Int) throws -> Avancement.ParPalier {
    let schema = try demarche(
      paliers: paliers(.utilite, [echeance]) { _ in String(repeating: "mot ", count: length / 4) }
    ).schema
    return try #require(Avancement(schema, le: exampleDay)[.utilite].paliers.first)
  }

  @Test(arguments: [58, 60, 77, 98, 118, 300], [1, 2])
  func `a step's words stand within the timeline, beside its corner`(width: Int, rows: Int) throws {
    let timeline = Timeline(column: 4, width: width, months: 36)
    for length in [4, 20, 40, 88, 400] {
      for echeance in [nil] + (0...40).map(Optional.some) {
        let label = StepLabel(
          try palier(echeance, length: length), among: 1, on: timeline, maxLines: rows)
        #expect(label.words.lowerBound >= timeline.column)
        #expect(label.words.upperBound <= timeline.endColumn)
        #expect((1...rows).contains(label.lines.count))
        #expect(label.lines.allSatisfy { TextWidth.fits($0, label.columns.count) })
        guard let corner = label.corner else { continue }
        #expect(label.sign == corner + 1..<corner + 3)
        // A blank stands between them.
        #expect(
          label.columns.upperBound == corner - 1
            || label.columns.lowerBound == label.sign.upperBound + 1)
      }
    }
  }

  @Test(arguments: [(0, 18, 36), (14, 18, 36), (17, 18, 36), (36, 18, 36), (5, 6, 12), (3, 36, 36)])
  func `the names above a timeline never touch`(today: Int, intermediaire: Int, duree: Int) throws {
    let all = Axe.allCases.flatMap { paliers($0, [6, duree]) }
    let schema = try demarche(
      paliers: all, dureeMois: duree, intermediaireMois: intermediaire
    ).schema
    let jour = try #require(schema.debut).adding(months: today).adding(days: 12)
    let avancement = Avancement(schema, le: jour)
    for width in 56...250 {
      let timeline = Timeline(column: 3, width: width, months: avancement.periodes.count * 6)
      let all = TimelineNames(
        avancement, on: timeline, rows: 1 + width % 2, isWide: width >= 116)
      let names = all.names.sorted { $0.column < $1.column }
      let dates = all.dates.sorted { $0.column < $1.column }
      #expect(names.first?.text == "départ")
      #expect(names.contains { $0.text.contains("cible") })
      #expect(names.contains { $0.text.contains("interm") })
      for (left, right) in Array(zip(names, names.dropFirst())) + zip(dates, dates.dropFirst()) {
        #expect(left.column + TextWidth.columns(of: left.text) < right.column)
      }
      let last = try #require(names.last)
      #expect(last.column + TextWidth.columns(of: last.text) <= timeline.endColumn)
    }
  }

  @Test func `months go from the first column to the last, in order`() {
    let timeline = Timeline(column: 10, width: 75, months: 36)
    let columns = (0...36).map { timeline.column(ofMonth: $0) }
    #expect(columns == columns.sorted())
    #expect([columns.first, columns.last] == [10, 84])
    #expect(timeline.column(ofMonth: -5) == 10)
    #expect(timeline.column(ofMonth: Int.max) == 84)
    #expect(timeline.ticks == [6, 12, 18, 24, 30, 36])
  }

  @Test func `folded marks stand in order, apart, near their deadlines`() throws {
    for echeances in [[1, 2, 3], [9, 9, 9, 9, 9], [36, 36, 36], [30, 6], [nil, 36, nil], []] {
      let schema = try demarche(paliers: paliers(.utilite, echeances)).schema
      let timeline = Timeline(column: 2, width: 60, months: 36)
      let marks = FoldedMarks(Avancement(schema, le: exampleDay)[.utilite], on: timeline).marks
      #expect(marks.map(\.palier).sorted() == Array(echeances.indices))
      for (left, right) in zip(marks, marks.dropFirst()) {
        #expect(left.columns.upperBound < right.columns.lowerBound)
      }
      #expect(marks.allSatisfy { $0.columns.lowerBound > 2 && $0.columns.upperBound <= 62 })
    }
  }

  @Test func `too many paliers for one row give no marks`() throws {
    let schema = try demarche(paliers: paliers(.utilite, Array(repeating: 9, count: 30))).schema
    let timeline = Timeline(column: 0, width: 60, months: 36)
    #expect(
      FoldedMarks(Avancement(schema, le: exampleDay)[.utilite], on: timeline).marks.isEmpty)
  }

  @Test(arguments: [0, 1, 5, 8, 200])
  func `the parts of a schéma fill the area without overlap, all four axes there`(count: Int)
    throws
  {
    let schema = try demarche(
      paliers: paliers(.utilite, (0..<count).map { $0 % 37 }) + paliers(.territoire, [12])
    ).schema
    let avancement = Avancement(schema, le: exampleDay)
    for width in stride(from: 40, through: 250, by: 7) {
      for height in 9...70 {
        let area = Rect(column: 1, row: 3, width: width, height: height)
        for axe in [Axe.utilite, .personne] {
          var selection = SchemaEcran()
          selection.axe = axe
          let layout = SchemaLayout(avancement, selection: selection, in: area)
          // A list without room for the others shows the axis in hand alone.
          let isAlone = (width < 58 || height < 12) && height < 14
          #expect(layout.lanes.map(\.axe) == (isAlone ? [axe] : Axe.allCases))
          let parts =
            [layout.header] + layout.lanes.flatMap { [$0.heading, $0.steps, $0.marks] }
            + [layout.rule, layout.detail]
          let shown = parts.filter { !$0.isEmpty }
          #expect(shown.allSatisfy { $0.intersection(area) == $0 })
          #expect(layout.lanes.allSatisfy { !$0.heading.isEmpty })
          #expect(layout.detail.height >= 2)
          for (index, one) in shown.enumerated() {
            for other in shown[(index + 1)...] where !one.intersection(other).isEmpty {
              Issue.record("\(one) and \(other) in \(area)")
            }
          }
        }
      }
    }
  }
}
