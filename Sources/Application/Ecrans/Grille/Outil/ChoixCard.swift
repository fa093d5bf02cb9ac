import DPES
import TerminalUI

/// The options of a point, to be ticked: several at once where the point takes several, in no order of
/// merit.
struct ChoixCard: ListModal {
  var tables: [ActionTable] { [.options] }

  let point: Referentiel.Point
  var list = ListView()
  /// The codes ticked, those that the point has no more among them.
  private(set) var choix: [String]

  static func open(_ state: inout State, _ selected: GrilleRows.Point) -> [Effect] {
    let choix = selected.reponse?.choix ?? []
    let first = selected.point.options.firstIndex { choix.contains($0.code) } ?? 0
    return state.open(
      ChoixCard(point: selected.point, list: ListView(selection: first), choix: choix))
  }

  private init(point: Referentiel.Point, list: ListView, choix: [String]) {
    (self.point, self.list, self.choix) = (point, list, choix)
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (point.options.count, max(1, WindowLayout(state.size).content.height - 6))
  }

  fileprivate static func tick(_ state: inout State) -> [Effect] {
    state.changeMode { (card: inout ChoixCard) in
      guard let row = card.list.selectedRow(of: card.point.options.count) else { return }
      let code = card.point.options[row].code
      if card.choix.contains(code) {
        card.choix.removeAll { $0 == code }
      } else if card.point.plusieurs {
        card.choix.append(code)
      } else {
        card.choix = [code]
      }
    }
  }

  /// Entrée: keeps what is ticked, then asks what makes one say so.
  fileprivate static func keep(_ state: inout State) -> [Effect] {
    guard let card = state.modes.last as? ChoixCard else { return [] }
    state.modes.removeLast()
    // In the order of the options, so that two machines that tick the same write the same.
    let known = card.point.options.map(\.code)
    let choix =
      known.filter(card.choix.contains) + card.choix.filter { !known.contains($0) }
    let effects = GrilleEcran.changeReponse(&state, card.point.code) { $0.choix = choix }
    return effects + GrilleEcran.askForTexte(&state, .existante)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let line = { (index: Int, width: Int) in
      let option = point.options[index]
      var line = ListLine()
      let isTicked = choix.contains(option.code)
      line.add(
        isTicked ? "[x]" : "[ ]", from: 0, upTo: 3, Style(isTicked ? .accent : .faint, on: .card))
      line.add(option.intitule, from: 4, upTo: width, Style(.text, on: .card))
      return line
    }
    let asked = TextWidth.wrap(point.intitule, width: max(1, min(80, area.width - 4)), maxLines: 2)
    var card = canvas.drawCard(
      title: point.plusieurs ? "Une réponse, ou plusieurs" : "Une réponse", width: 80,
      of: point.options.count, others: asked.count + 1, in: area, line: line)
    canvas.draw(asked, Style(.text, on: .card, .bold), fromTopOf: &card)
    if card.height > point.options.count { _ = card.takeTop(1) }
    list.draw(on: &canvas, in: card, of: point.options.count, line: line)
  }
}

extension ActionTable {
  /// What is heard over the options of a choix.
  static let options = ActionTable(
    "options",
    Action(
      "options.cocher", [.character(" ")], "Cocher", short: "coche", weight: 100,
      help: "Coche l’option, ou la décoche.", perform: { ChoixCard.tick(&$0) }),
    Action(
      "options.garder", [.enter], "Garder", short: "garde", weight: 95,
      help: "Garde ce qui est coché, puis demande ce qui le fait dire.", opensText: true,
      perform: { ChoixCard.keep(&$0) }),
    .leave("options.laisser", "Laisser", help: "Rien ne change."))
}
