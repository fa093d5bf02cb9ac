import DPES
import TerminalUI

/// All that was said of the selected point.
struct GrilleDetail {
  private typealias Line = (text: String, style: Style)

  private let point: GrilleRows.Point
  private let marks: Marks
  private let compared: GrilleRows.Compared?
  private let state: State

  init(_ point: GrilleRows.Point, _ state: State) {
    self.point = point
    marks = state.marks
    compared = state.grille.rows.compared
    self.state = state
  }

  /// Rows that all of it takes.
  func rows(width: Int) -> Int {
    lines.reduce(0) { $0 + TextWidth.wrap($1.text, width: max(1, width)).count }
  }

  /// As far as there is room, what was said last first.
  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area
    for (index, line) in lines.enumerated() {
      // In a few rows, two answers are worth more than the end of the question.
      let isShort = index == ruler.count && compared != nil && area.height < 4
      let texts = TextWidth.wrap(line.text, width: rest.width, maxLines: isShort ? 1 : rest.height)
      canvas.draw(texts, line.style, fromTopOf: &rest)
    }
  }

  private var lines: [Line] { ruler + [(point.point.intitule, .strong)] + now + before + around }

  /// The line of a curseur, where the list has no room for it.
  private var ruler: [Line] {
    guard point.point.forme == .curseur, state.size.width < GrilleLine.leastWithLine + 2 else {
      return []
    }
    return [(Curseur(point.reponse).ligne(marks.symbols.curseur), Style(.accent))]
  }

  /// The last answer, or that of the later of two dates.
  private var now: [Line] {
    let when = compared.map { compared in
      compared.apres.map { "le \($0.frenchShort)," } ?? "après,"
    }
    if point.point.forme != nil, point.reponse?.existante != .nonConcerne {
      let told = ((when ?? "").isEmpty || !point.isChanged ? [] : [((when ?? ""), Style.faint)])
      return told + GrilleForme(point.point, point.reponse, state).lines
    }
    guard let reponse = point.reponse else {
      return point.isChanged ? [("\(when ?? "") sans réponse", .faint)] : []
    }
    var lines: [Line] = []
    if let existante = reponse.existante {
      lines.append(
        ("\(when ?? "existe\u{A0}:") \(Self.words(of: existante, reponse))", Style(existante.ink)))
    } else if let text = reponse.existanteTexte {
      lines.append(((when.map { "\($0) " } ?? "") + text, .text))
    }
    if let phrase = reponse.aIntegrerPhrase { lines.append((phrase, .text)) }
    return lines
  }

  /// The last two answers before; between two dates all those from one to the other.
  private var before: [Line] {
    var lines: [Line] = []
    for avant in compared == nil ? Array(point.avant.prefix(2)) : point.avant {
      let date = avant.date.map { "le \($0.frenchShort)" } ?? "avant"
      let words = self.words(of: avant.reponse)
      lines.append(("\(date), \(words)", .faint))
      if compared != nil, let phrase = avant.reponse.aIntegrerPhrase {
        lines.append((phrase, .faint))
      }
    }
    if let compared {
      let date = compared.avant.map { "le \($0.frenchShort)" } ?? "avant"
      if !point.isChanged {
        lines.append(("\(date), la même chose", .faint))
      } else if point.autrefois == nil {
        lines.append(("\(date), sans réponse", .faint))
      }
    }
    return lines
  }

  /// What came of it, and what helps to answer.
  private var around: [Line] {
    var lines: [Line] = point.observations.map { observation in
      let mark = marks.mark(observation.statut)
      let number = observation.numero.map { " \($0)" } ?? ""
      return ("\(mark.sign)\(number) \(mark.word)  \(observation.texte)", Style(mark.ink))
    }
    let reperes = point.point.reperes.joined(separator: "\u{A0}· ")
    if !reperes.isEmpty { lines.append(("À regarder\u{A0}: \(reperes)", .faint)) }
    if point.point.incontournable { lines.append(("Point incontournable du réseau.", .faint)) }
    if point.point.origine == .complement {
      lines.append(("Ajouté à la grille des auteurs.", .faint))
    }
    return lines
  }

  /// An earlier answer in a line.
  private func words(of reponse: Reponse) -> String {
    if let existante = reponse.existante, point.point.forme == nil || existante == .nonConcerne {
      return Self.words(of: existante, reponse)
    }
    let said = point.point.dits(reponse)
    guard !said.isEmpty else { return "sans réponse" }
    if point.point.forme == .curseur {
      return Curseur(reponse).ligne(marks.symbols.curseur)
    }
    return said.joined(separator: "\u{A0}· ")
  }

  private static func words(of existante: Reponse.Existante, _ reponse: Reponse) -> String {
    existante.mot + (reponse.existanteTexte.map { "\u{A0}: \($0)" } ?? "")
  }
}
