import DPES
import TerminalUI

/// The lines of a point, as those of a case of the profil stratégique.
struct LignesCard: ListModal {
  var tables: [ActionTable] { [.lignes] }

  let point: Referentiel.Point
  var list = ListView()

  /// The lines of the point that is selected, as they are now.
  static func lines(_ state: State) -> [String] { state.grille.selected?.reponse?.elements ?? [] }

  /// Opens them; the first is asked for at once.
  static func open(_ state: inout State, _ selected: GrilleRows.Point) -> [Effect] {
    _ = state.open(LignesCard(point: selected.point))
    return lines(state).isEmpty ? add(&state) : []
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (Self.lines(state).count, max(1, WindowLayout(state.size).content.height - 6))
  }

  private static func selected(_ state: State) -> Int? {
    (state.modes.last as? LignesCard)?.list.selectedRow(of: lines(state).count)
  }

  fileprivate static func whyNone(_ state: State) -> String? {
    GrilleEcran.refusal(state)
      ?? (selected(state) == nil ? "Aucune ligne encore\u{A0}: n en écrit une." : nil)
  }

  private static func ask(_ state: inout State, _ ligne: Int?, _ text: String) -> [Effect] {
    guard let point = state.grille.selected?.point, let id = state.grille.referentielID else {
      return []
    }
    state.ask(
      ligne == nil ? "Nouvelle ligne" : "Ligne",
      for: LigneQuestion(
        referentiel: id, sujet: state.grille.sujet, code: point.code,
        ancien: ligne == nil ? nil : text), text)
    return []
  }

  fileprivate static func add(_ state: inout State) -> [Effect] { ask(&state, nil, "") }

  fileprivate static func edit(_ state: inout State) -> [Effect] {
    guard let place = selected(state) else { return add(&state) }
    return ask(&state, place, lines(state)[place])
  }

  fileprivate static func delete(_ state: inout State) -> [Effect] {
    guard let place = selected(state), let code = state.grille.selected?.point.code else {
      return []
    }
    let effects = GrilleEcran.changeReponse(&state, code) { reponse in
      if reponse.elements.indices.contains(place) { reponse.elements.remove(at: place) }
    }
    if !effects.isEmpty { state.say("Ligne enlevée\u{A0}: u la fait revenir.") }
    return effects
  }

  fileprivate static func move(_ state: inout State, by steps: Int) -> [Effect] {
    guard let place = selected(state), let code = state.grille.selected?.point.code else {
      return []
    }
    let target = place + steps
    let effects = GrilleEcran.changeReponse(&state, code) { reponse in
      guard reponse.elements.indices.contains(place), reponse.elements.indices.contains(target)
      else { return }
      reponse.elements.swapAt(place, target)
    }
    if !effects.isEmpty { select(&state, target) }
    return effects
  }

  /// Selects a line of the card on top.
  fileprivate static func select(_ state: inout State, _ place: Int) {
    let (count, size) = (lines(state).count, state.size)
    _ = state.changeMode { (card: inout LignesCard) in
      card.list.select(
        place, of: count, height: max(1, WindowLayout(size).content.height - 6))
    }
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let lines = Self.lines(state)
    let line = { (index: Int, width: Int) in
      ListLine(lines[index], width: width, Style(.text, on: .card))
    }
    let hint = point.reperes.joined(separator: " · ")
    var card = canvas.drawCard(
      title: point.intitule, width: 90, of: lines.count, others: hint.isEmpty ? 0 : 2, in: area,
      line: line)
    if !hint.isEmpty, card.height > 2 {
      canvas.drawLines(hint, in: card.takeBottom(card.height > 5 ? 2 : 1), Style(.faint, on: .card))
    }
    guard !lines.isEmpty else {
      canvas.drawLines(
        "Rien encore\u{A0}: n écrit une ligne. Pas de nom de personne.", in: card,
        Style(.faint, on: .card))
      return
    }
    list.draw(on: &canvas, in: card, of: lines.count, line: line)
  }
}

/// A line of a point of a tool, new or known.
struct LigneQuestion: KeptQuestion {
  let referentiel: String
  let sujet: String?
  let code: String
  /// What it said; nil for a new one.
  let ancien: String?

  var words: [String] {
    ["ligne", referentiel, sujet ?? "", code] + (ancien.map { [$0] } ?? [])
  }

  init(referentiel: String, sujet: String?, code: String, ancien: String?) {
    (self.referentiel, self.sujet, self.code, self.ancien) = (referentiel, sujet, code, ancien)
  }

  init?(words: [String]) {
    guard words.first == "ligne", (4...5).contains(words.count) else { return nil }
    self.init(
      referentiel: words[1], sujet: words[2].isEmpty ? nil : words[2], code: words[3],
      ancien: words.dropFirst(4).first)
  }

  func isThere(_ state: State) -> Bool {
    guard let shown = GrilleEcran.referentiel(state), shown.id == referentiel,
      state.grille.sujet == sujet
    else { return false }
    return shown.point(code) != nil
  }

  func below(_ state: State) -> String? {
    GrilleEcran.referentiel(state)?.point(code)?.point.intitule
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    var place: Int?
    let effects = GrilleEcran.changeReponse(&state, code) { reponse in
      if let ancien, let index = reponse.elements.firstIndex(of: ancien) {
        reponse.elements[index] = text
        place = index
      } else {
        reponse.elements.append(text)
        place = reponse.elements.count - 1
      }
    }
    if let place { LignesCard.select(&state, place) }
    // A new line is followed by the next: Échap ends it.
    if ancien == nil, !effects.isEmpty, state.modes.last is LignesCard {
      state.ask("Nouvelle ligne", for: self)
    }
    return effects
  }
}

extension ActionTable {
  /// What is heard over the lines of a point.
  static let lignes = ActionTable(
    "lignes",
    Action(
      "lignes.nouvelle", [.character("n")], "Nouvelle ligne", short: "nouvelle", weight: 100,
      help: "Écrit une ligne\u{A0}; Entrée la garde et ouvre la suivante.", opensText: true,
      impossible: GrilleEcran.refusal, perform: { LignesCard.add(&$0) }),
    Action(
      "lignes.modifier", [.enter], "Modifier", short: "modifier", weight: 90,
      help: "Ouvre la ligne choisie, ou la première.", opensText: true,
      impossible: GrilleEcran.refusal, perform: { LignesCard.edit(&$0) }),
    Action(
      "lignes.supprimer", [.delete, .control("d")], "Enlever", short: "enlever", weight: 50,
      help: "Enlève la ligne\u{A0}; u la fait revenir.", impossible: LignesCard.whyNone,
      perform: { LignesCard.delete(&$0) }),
    Action(
      "lignes.monter", [.shiftUp], "Monter d’une place", short: "déplacer", lineKeys: "Maj-↑ ↓",
      weight: 40, help: "Échange la ligne avec celle d’au-dessus.", impossible: LignesCard.whyNone,
      perform: { LignesCard.move(&$0, by: -1) }),
    Action(
      "lignes.descendre", [.shiftDown], "Descendre d’une place",
      help: "Échange la ligne avec celle d’en dessous.", impossible: LignesCard.whyNone,
      perform: { LignesCard.move(&$0, by: 1) }),
    .undo(in: "lignes"),
    .leave("lignes.fermer", help: "Revient à la grille."))
}
