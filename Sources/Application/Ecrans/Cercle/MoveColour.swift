import DPES
import TerminalUI

/// The colour of an observation that has just been put on its axis, as people say both in one breath.
///
/// Asked only where it has none; any other key leaves it as it is, and does what it does on the cercle.
struct MoveColour: Modal {
  var tables: [ActionTable] { [.moveColour] }
  var onWall: OnWall { .comes }
  var wallPage: (any WallPage.Type)? { CouleurDeplacementPage.self }

  /// The observation's id.
  let id: String
  let axe: Axe

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = FieldPanel.open("Déplacer", rows: Move.rows, in: area, on: &canvas)
    let row = rest.takeTop(1).inset(columns: 1)
    canvas.draw(
      state.derived.observation(id)?.texte ?? "", at: row.column, row.row,
      Style(.text, on: .card), upTo: row.endColumn)
    let answers = [Statut.rouge, .orange, .vert].map { statut in
      let mark = state.marks.mark(statut)
      return AnswerRow.Answer(key: mark.sign, text: mark.word, ink: mark.ink)
    }
    AnswerRow("\(axe.motCourt)\u{A0}: quelle couleur\u{A0}?", answers)
      .draw(in: rest.inset(columns: 1), on: &canvas)
  }

  func panelRows(_ state: State, in height: Int) -> Int { Move.rows }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    leave(&state)
    return state.hear(key)
  }

  fileprivate static func keep(_ state: inout State, _ statut: Statut) -> [Effect] {
    guard let asked = state.modes.last as? MoveColour else { return [] }
    asked.leave(&state)
    let number = state.derived.observation(asked.id)?.numero.map { "n°\u{A0}\($0)\u{A0}: " } ?? ""
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.modifierObservation(asked.id, signature) { $0.statut = statut }
    }
    if !effects.isEmpty {
      let mark = state.marks.mark(statut)
      state.say("\(number)\(asked.axe.motCourt), \(mark.sign) \(mark.word).")
    }
    return effects
  }
}

extension ActionTable {
  /// What is heard while the colour of an observation just placed is asked for.
  static let moveColour = ActionTable(
    "moveColour",
    [Statut.rouge, .orange, .vert].map { statut in
      let word = Marks(.unicode).mark(statut).word
      let isFirst = statut == .rouge
      return Action(
        "placer.\(word)", [.character(Character(word.prefix(1).lowercased()))],
        word.capitalizedFirst, short: isFirst ? "couleur" : nil, lineKeys: isFirst ? "r o v" : nil,
        weight: isFirst ? 100 : 0, help: "\(word.capitalizedFirst)\u{A0}: \(statut.phrase)",
        perform: { MoveColour.keep(&$0, statut) })
    } + [
      .leave(
        "placer.sans-couleur", "Sans couleur", also: [.enter], weight: 90,
        help: "Reste sans couleur, pour plus tard.")
    ])
}
