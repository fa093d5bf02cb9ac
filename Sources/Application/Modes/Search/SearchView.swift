import DPES
import TerminalUI

extension Search {
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var card = canvas.drawCard(
      title: title(state),
      content: Size(min(110, area.width - 4), area.height), in: area)
    canvas.drawPrompt(
      field,
      placeholder: purpose == .going
        ? "Des mots d’une observation, d’un palier, d’un indicateur" : "Taper pour filtrer",
      in: card.takeTop(1))
    let count = card.takeTop(1)
    canvas.draw(countText, in: count, Style(.faint, on: .card))
    list.draw(on: &canvas, in: card, of: results.count) { place, width in
      line(index[results[place]], state, width: width)
    }
  }

  private func title(_ state: State) -> String {
    switch purpose {
    case .going: return "Chercher dans la démarche"
    case .grouping(let id):
      let number = state.derived.observation(id)?.numero
      return "Regrouper \(number.map { "le n°\u{A0}\($0)" } ?? "l’observation") avec…"
    case .answering(let id):
      let title = PalierMove.palier(state, id)?.palier.intitule ?? ""
      return "À quoi répond «\u{A0}\(TextWidth.truncated(title, to: 40))\u{A0}»\u{A0}?"
    }
  }

  private var countText: String {
    switch purpose {
    case .grouping where !results.isEmpty: return "Laquelle dit la même chose\u{A0}?"
    case .answering where !results.isEmpty:
      return "Entrée lie ou délie\u{A0}; les priorités de l’axe viennent d’abord."
    default: break
    }
    switch results.count {
    case 0: return "Rien ne correspond. Les accents et les majuscules ne comptent pas."
    case 1: return "1 résultat"
    default: return "\(results.count) résultats"
    }
  }

  private func line(_ entry: Entry, _ state: State, width: Int) -> ListLine {
    var (line, width) = (ListLine(), width)
    if case .observation = entry.place {
      let mark = state.marks.mark(entry.statut)
      line.add(mark.sign, from: 0, upTo: 1, Style(mark.ink, on: .card, .bold))
    }
    if case .answering(let palier) = purpose, case .observation(let id) = entry.place {
      let isAnswered = state.derived.answered[palier]?.contains { $0.id == id } ?? false
      if isAnswered {
        line.add("répond", from: width - 8, upTo: width, Style(.accent, on: .card, .bold))
      }
      width -= 9
    }
    let isWide = width >= 80
    let end = width - (isWide ? 38 : width >= 44 ? 18 : 0)
    line.add(entry.text, from: 2, upTo: end, Style(.text, on: .card))
    line.add(
      isWide ? entry.whereabouts : entry.shortWhereabouts, from: end + 1, upTo: width,
      Style(.faint, on: .card))
    return line
  }
}
