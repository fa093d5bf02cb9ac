import DPES
import TerminalUI

// Giving the turn where the room looks, or names are hidden: initials are typed and never shown.
extension SpeakerList {
  /// Why nobody is meant by what was typed.
  struct Unseen: Error {
    let text: String
  }

  /// Whether initials are typed unseen: a dot stands for each letter, and nobody is listed.
  static func isBlind(_ state: State) -> Bool { state.hidesNames || state.isOnWall }

  /// A dot for each letter typed.
  func dots(_ symbols: SymbolSet) -> TextField {
    let dot = symbols.sign("·", ascii: "*")
    return TextField(String(repeating: dot, count: field.text.count), limit: 40)
  }

  /// Who is meant: the selected row; what nobody sees means one person alone, or nobody.
  func chosen(_ state: State) throws(Unseen) -> Row {
    guard Self.isBlind(state) else {
      let rows = rows(state)
      guard let row = list.selectedRow(of: rows.count) else {
        throw Unseen(text: "Des initiales ont \(Self.longest) signes au plus. Échap renonce.")
      }
      return rows[row]
    }
    let wanted = field.text.trimmed.folded
    if wanted.isEmpty || wanted == "personne" { return .nobody }
    let ranked = (state.document?.demarche.participants ?? []).compactMap { one in
      one.rank(of: wanted).map { (one, $0) }
    }
    guard let nearest = ranked.map(\.1).min() else {
      let way =
        state.isOnWall
        ? "⌫ les corrige, Échap renonce\u{A0}; qui est nouveau s’ajoute hors du mur."
        : "Ctrl-N montre les noms, pour l’ajouter."
      throw Unseen(text: "Personne n’a ces initiales. \(way)")
    }
    let found = ranked.filter { $0.1 == nearest }
    guard found.count == 1 else {
      throw Unseen(
        text: nearest == 0
          ? "Plusieurs personnes ont ces initiales\u{A0}: son nom, ou son organisation, les distingue."
          : "Plusieurs personnes s’écrivent ainsi\u{A0}: une lettre de plus. Échap renonce.")
    }
    return .participant(found[0].0)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    let isBlind = Self.isBlind(state)
    let (count, height) = extent(state)
    return changed(in: &state) { choice in
      // Nobody is chosen in a list that is not seen.
      if !isBlind, choice.list.handle(key, of: count, height: height) { return true }
      guard choice.field.handle(key) else { return false }
      choice.filter()
      return true
    }
  }

  /// Draws the card of a laptop whose names are hidden.
  func drawBlind(in area: Rect, on canvas: inout Canvas) {
    let width = min(60, max(1, area.width - 4))
    let lines = TextWidth.wrap(
      "Les noms sont cachés\u{A0}: ses initiales, sans les voir. Entrée vide\u{A0}: personne.",
      width: max(1, width - 4))
    var card = canvas.drawCard(title: title, content: Size(width, lines.count + 1), in: area)
    canvas.drawPrompt(
      dots(canvas.symbols), placeholder: "Des initiales", in: card.takeTop(1))
    for line in lines.prefix(max(0, card.height)) {
      canvas.draw(line, in: card.takeTop(1), Style(.faint, on: .card))
    }
  }
}
