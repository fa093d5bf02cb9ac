import DPES
import TerminalUI

/// One point in the list: its answer, or those of two dates, its question, its observations.
struct GrilleLine {
  /// What all lines of the list have in common.
  struct Look {
    fileprivate let marks: Marks
    fileprivate let isComparing: Bool
    /// Whether the column of the answer is as wide as the line of a curseur.
    fileprivate let hasCurseur: Bool
    fileprivate let hasPair: Bool
    fileprivate let hasSujet: Bool

    init(_ state: borrowing State) {
      marks = state.marks
      let rows = state.grille.rows
      isComparing = rows.compared != nil
      hasCurseur = rows.hasCurseur
      hasPair = rows.besides != nil
      hasSujet = rows.sujet != nil
    }
  }

  private let point: GrilleRows.Point
  private let look: Look

  init(_ point: GrilleRows.Point, _ look: Look) { (self.point, self.look) = (point, look) }

  private var marks: Marks { look.marks }
  private var isComparing: Bool { look.isComparing }
  private var hasCurseur: Bool { look.hasCurseur }
  private var hasPair: Bool { look.hasPair }
  private var hasSujet: Bool { look.hasSujet }

  /// Columns from which on a curseur has its line in the list.
  static let leastWithLine = 56

  private var arrow: String { marks.symbols.arrow }

  /// `partielle  Nos prix laissent-ils entrer…   → 12`.
  func draw(in line: Rect, on canvas: inout Canvas) {
    if hasPair { return pair(width: line.width).draw(in: line, on: &canvas) }
    let isWide = isWide(line.width)
    let column = line.column + 1
    if isComparing {
      let between = isWide ? answerColumns : 1
      let after = column + between + TextWidth.columns(of: arrow) + (isWide ? 1 : 0)
      if point.isChanged {
        draw(point.autrefois, isWide, at: column, line.row, on: &canvas)
        canvas.draw(arrow, at: column + between, line.row, .faint)
      }
      draw(point.reponse, isWide, at: after, line.row, on: &canvas)
    } else {
      draw(point.reponse, isWide, at: column, line.row, on: &canvas)
    }
    let end = line.endColumn - TextWidth.columns(of: led)
    canvas.draw(led, at: end, line.row, Style(.accent), upTo: line.endColumn)
    let isFaint =
      isComparing ? !point.isChanged : point.point.forme == nil && point.reponse?.existante != nil
    canvas.drawLines(
      title, from: line.column + start(isWide), upTo: end, in: line, isFaint ? .faint : .text)
  }

  /// The lines that its question fills.
  func lines(width: Int) -> Int {
    if hasPair { return pair(width: width).rows(upTo: 40) }
    let room = width - start(isWide(width)) - TextWidth.columns(of: led)
    return TextWidth.lineCount(of: title, width: room)
  }

  /// A word stands beside what the network calls so.
  private var title: String {
    point.point.incontournable ? "\(point.point.intitule) (incontournable)" : point.point.intitule
  }

  private var answerColumns: Int { hasCurseur ? 2 * Curseur.pas + 3 : 10 }

  private func isWide(_ width: Int) -> Bool {
    width >= (isComparing ? (hasCurseur ? 76 : 64) : hasCurseur ? Self.leastWithLine : 60)
  }

  /// Where the question begins in the line.
  private func start(_ isWide: Bool) -> Int {
    let answer = 1 + (isWide ? answerColumns + 1 : 3)
    guard isComparing else { return answer + (isWide && hasCurseur ? 1 : 0) }
    return answer + (isWide ? answerColumns + 1 : 1) + TextWidth.columns(of: arrow)
  }

  /// The observations that it led to.
  private var led: String {
    // What came of a fiche is of all its points, and stands under the one selected.
    let numbers = hasSujet ? [] : point.observations.compactMap(\.numero).prefix(3)
    return numbers.isEmpty
      ? "" : " \(arrow) \(numbers.map(String.init).joined(separator: " "))"
  }

  private func draw(
    _ reponse: Reponse?, _ isWide: Bool, at column: Int, _ row: Int, on canvas: inout Canvas
  ) {
    let answer = GrilleAnswer(reponse, of: point.point, marks)
    canvas.draw(isWide ? answer.word : answer.letter, at: column, row, Style(answer.ink))
  }

  /// What two fiches say of it, side by side.
  private func pair(width: Int) -> ListLine {
    let columns = GrilleLine.pairColumns(width)
    var line = ListLine()
    line.add(point.point.intitule, from: 0, upTo: columns.first - 1, .strong)
    for (said, start, end) in [
      (point.reponse, columns.first + 2, columns.second - 1),
      (point.aCote, columns.second + 2, width),
    ] {
      let texts = point.point.dits(said)
      line.add(
        texts.isEmpty ? marks.nothing : texts.joined(separator: "\n"), from: start, upTo: end,
        texts.isEmpty ? .faint : .text)
    }
    return line
  }

  /// Where what each of two fiches says begins, in a width.
  static func pairColumns(_ width: Int) -> (first: Int, second: Int) {
    let label = min(18, max(6, width / 4))
    return (label, label + max(1, (width - label) / 2))
  }
}

/// An answer in a word of nine columns, or the line of its curseur, and in one column.
struct GrilleAnswer {
  let word: String
  let letter: String
  let ink: Style.Ink

  init(_ reponse: Reponse?, of point: Referentiel.Point, _ marks: Marks) {
    let answer = reponse?.existante
    let isAnswered = reponse?.repond(point.forme) ?? false
    guard point.forme != nil, answer != .nonConcerne else {
      word = answer.map(\.motCourt) ?? marks.nothing
      letter = answer.map(\.lettre) ?? marks.nothing
      ink = answer?.ink ?? .faint
      return
    }
    ink = isAnswered ? .accent : .faint
    switch point.forme {
    case .curseur:
      let curseur = Curseur(reponse)
      let signs = marks.symbols.curseur
      word = curseur.ligne(signs)
      letter = curseur.place == nil ? marks.nothing : curseur.estPlein ? signs.plein : signs.creux
    case .liste:
      word = isAnswered ? (reponse?.elements.count ?? 0).counting("ligne") : marks.nothing
      letter = isAnswered ? marks.symbols.dot : marks.nothing
    case .choix, nil:
      word = isAnswered ? (reponse?.choix.isEmpty == false ? "coché" : "dit") : marks.nothing
      letter = isAnswered ? marks.symbols.dot : marks.nothing
    }
  }
}

extension Referentiel.Point {
  /// What was said of it, a line each: its lines, the options ticked, the texts.
  func dits(_ reponse: Reponse?) -> [String] {
    guard let reponse else { return [] }
    if reponse.existante == .nonConcerne {
      return ["non concerné" + (reponse.existanteTexte.map { "\u{A0}: \($0)" } ?? "")]
    }
    return switch forme {
    case .liste: reponse.elements
    case .choix:
      choisies(reponse)
        + [reponse.existanteTexte, reponse.aIntegrerTexte.map { "vers\u{A0}: \($0)" }]
        .compactMap(\.self)
    case .curseur: reponse.arguments.compactMap(\.texte)
    case nil:
      [
        reponse.existante.map { one in
          one.mot + (reponse.existanteTexte.map { "\u{A0}: \($0)" } ?? "")
        } ?? reponse.existanteTexte, reponse.aIntegrerPhrase,
      ].compactMap(\.self)
    }
  }
}
