import DPES
import TerminalUI

extension VoteSetup {
  /// Rows of the list of answers in a window.
  static func height(in size: Size) -> Int { max(1, WindowLayout(size).content.height - 4) }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let image = state.derived.image else { return }
    let options = options(in: image).count
    let rows = rows
    let line = { (index: Int, width: Int) in
      self.line(rows[index], options: options, state, width: width)
    }
    var card = canvas.drawCard(
      title: "Préparer un vote", width: 76, of: rows.count, others: 3, in: area, line: line)
    let foot = card.takeBottom(card.height > 9 ? 3 : 2)
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
    let selected = list.selectedRow(of: rows.count).map { rows[$0] }
    if selected == .alike, let (one, other) = shownPair(state) {
      return drawPair([one, other], state, in: foot, on: &canvas)
    }
    canvas.drawLines(hint(selected, options: options), in: foot, Style(.faint, on: .card))
  }

  /// The two texts, a row each, and the keys where there is a third.
  private func drawPair(
    _ both: [Observation], _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    for one in both {
      canvas.drawOption(one, state.marks, in: rest.takeTop(1))
    }
    canvas.draw(
      pairs.count > 1 ? "g les réunit, ← → passe à deux autres." : "g les réunit.", in: rest,
      Style(.faint, on: .card))
  }

  private func line(_ row: Row, options: Int, _ state: State, width: Int) -> ListLine {
    let (label, value) = told(row, options: options, state)
    let start = min(30, width / 2)
    var line = ListLine()
    line.add(label, from: 0, upTo: start - 1, Style(.text, on: .card))
    line.add(value, from: start, upTo: width, Style(.accent, on: .card, .bold))
    return line
  }

  private func told(_ row: Row, options: Int, _ state: State) -> (label: String, value: String) {
    switch row {
    case .alike:
      let both = shownPair(state).map { [$0.0, $0.1] } ?? []
      let told = both.map { one in
        state.marks.mark(one.statut).sign + (one.numero.map { " \($0)" } ?? "")
      }
      let place = pairs.count > 1 ? " (\(pair + 1) sur \(pairs.count))" : ""
      return ("Se ressemblent", told.joined(separator: " et ") + place)
    case .subject:
      let name =
        switch subject {
        case .all: "toutes"
        case .axis(let axe): axe?.motCourt ?? "à placer"
        case .picked: "à la main"
        }
      return ("On vote sur", "\(name) (\(options))")
    case .points:
      let hint = points == nil ? " (le quart)" : ""
      return ("Points chacun", "\(points(of: options))\(hint)")
    case .colleges: return ("Par collège", isByCollege ? "oui" : "non")
    case .voters(nil): return ("Votants", String(voters))
    case .voters(let group?):
      let name = Self.groups[group]?.nom ?? "Sans collège"
      return ("  \(name)", String(groupVoters[group]))
    case .secret: return ("Vote secret", isSecret ? "oui" : "non")
    case .form: return ("Saisie", form == .totals ? "par totaux" : "par bulletin")
    }
  }

  private func hint(_ row: Row?, options: Int) -> String {
    switch row {
    case .subject where options > 12:
      "← → change. Au-delà de 12, les points se dispersent\u{A0}: un axe, ou c."
    case .subject: "← → change. c les choisit une à une."
    case .points: "← →, ou un nombre. Proposé\u{A0}: un quart des observations."
    case .colleges: "← → change. Chaque collège a son urne, à côté du total."
    case .voters: "← →, ou un nombre. Qui anime ne vote pas."
    case .secret where isSecret: "Totaux seuls\u{A0}; rien d’un collège de moins de 3."
    case .secret: "Chaque collège est montré, même d’une seule personne."
    case .form where form == .totals: "Un total par observation, compté sur papier."
    case .form: "Chaque bulletin est lu, ajouté, puis oublié."
    case .alike, nil: ""
    }
  }
}

/// Choosing by hand what is voted on.
struct VotePick: ListModal {
  var tables: [ActionTable] { [.votePick] }

  var picked: Set<String>
  var list = ListView()

  /// Rows of its list in a window.
  static func height(in size: Size) -> Int { max(1, WindowLayout(size).content.height - 3) }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let options = state.derived.image?.groups.flatMap(\.observations) ?? []
    var card = canvas.drawCard(title: "On vote sur", content: area.size, in: area)
    let foot = card.takeBottom(1)
    let lines = { (index: Int) in
      TextWidth.lineCount(of: options[index].texte, width: card.width - 4 - Canvas.optionLead)
    }
    list.draw(on: &canvas, in: card, of: options.count, lines: lines) { canvas, line, index in
      let one = options[index]
      let isPicked = picked.contains(one.id)
      canvas.draw(
        isPicked ? "x" : "·", at: line.column, line.row,
        Style(isPicked ? .accent : .faint, on: .card, .bold))
      let axe = one.axe.map { String($0.lettre) } ?? "?"
      canvas.draw(axe, at: line.column + 2, line.row, Style(.faint, on: .card))
      var option = line
      _ = option.takeLeft(4)
      canvas.drawOption(one, state.marks, in: option)
    }
    canvas.draw(picked.count.counting("choisie"), in: foot, Style(.accent, on: .card, .bold))
  }

  fileprivate static func togglePick(_ state: inout State) -> [Effect] {
    guard var pick = state.modes.last as? VotePick else { return [] }
    let options = state.derived.image?.groups.flatMap(\.observations) ?? []
    guard let row = pick.list.selectedRow(of: options.count) else { return [] }
    if pick.picked.remove(options[row].id) == nil { pick.picked.insert(options[row].id) }
    let height = VotePick.height(in: state.size)
    pick.list.select(row + 1, of: options.count, height: height)
    return state.replaceMode(pick)
  }

  /// Back to the preparation, with what was chosen.
  fileprivate static func keepPick(_ state: inout State) -> [Effect] {
    guard let pick = state.modes.last as? VotePick else { return [] }
    state.modes.removeLast()
    guard var setup = state.modes.last as? VoteSetup else { return [] }
    setup.picked = pick.picked
    setup.subject = pick.picked.isEmpty ? .all : .picked
    return state.replaceMode(setup)
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (state.derived.image?.cercle.observations.count ?? 0, Self.height(in: state.size))
  }
}

extension ActionTable {
  /// What is heard while observations are chosen for a vote, beside moving.
  static let votePick = ActionTable(
    "votePick",
    Action(
      "vote.cocher", [.character(" "), .insert], "Cocher, ou décocher",
      short: "cocher", weight: 95, help: "Met l’observation au vote, ou l’en retire.",
      perform: { VotePick.togglePick(&$0) }),
    Action(
      "vote.garder", [.enter, .escape, .control("c")], "Garder ce choix",
      short: "garder", weight: 100, help: "Revient à la préparation du vote.",
      perform: { VotePick.keepPick(&$0) }))
}
