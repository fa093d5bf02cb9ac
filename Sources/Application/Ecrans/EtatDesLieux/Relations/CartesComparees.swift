import DPES
import TerminalUI

/// Two dated maps beside each other: what became of each pair.
struct CartesComparees: ListModal {
  var tables: [ActionTable] { [.cartes] }

  /// The ids of the two maps.
  let avant: String
  let apres: String
  var list = ListView()

  static func whyNot(_ state: State) -> String? {
    switch state.demarche?.cartesParDate.count ?? 0 {
    case 0: "Aucune carte n’est datée\u{A0}: d date celle d’aujourd’hui, v compare deux dates."
    case 1: "Une seule carte est datée\u{A0}: d, un autre jour, date la suivante."
    default: nil
    }
  }

  static func open(_ state: inout State) -> [Effect] {
    let cartes = state.demarche?.cartesParDate ?? []
    guard let apres = cartes.last, let avant = cartes.dropLast().last else { return [] }
    return state.open(CartesComparees(avant: avant.id, apres: apres.id))
  }

  /// Compares with an earlier map, or a later one that is still before the other.
  fileprivate static func step(_ state: inout State, by steps: Int) -> [Effect] {
    guard let mode = state.modes.last as? CartesComparees, let demarche = state.demarche else {
      return []
    }
    let ids = demarche.cartesParDate.map(\.id)
    guard let here = ids.firstIndex(of: mode.avant), let end = ids.firstIndex(of: mode.apres),
      (0..<end).contains(here + steps)
    else {
      return state.decline(
        steps < 0
          ? "Il n’y a pas de carte plus ancienne." : "Il n’y a pas d’autre carte entre les deux.")
    }
    return state.replaceMode(CartesComparees(avant: ids[here + steps], apres: mode.apres))
  }

  private func content(
    _ state: State
  ) -> (demarche: Demarche, avant: CarteDesActeurs, apres: CarteDesActeurs)? {
    guard let demarche = state.demarche,
      let one = demarche.cartes.first(where: { $0.id == avant }),
      let two = demarche.cartes.first(where: { $0.id == apres })
    else { return nil }
    return (demarche, one, two)
  }

  private func lignes(_ state: State) -> [ComparaisonDeCartes.Ligne] {
    content(state).map { ComparaisonDeCartes(de: $0.avant, a: $0.apres, dans: $0.demarche).lignes }
      ?? []
  }

  private static let footRows = 3

  func extent(_ state: State) -> (count: Int, height: Int) {
    let height = WindowLayout(state.size).content.height - 4 - Self.footRows
    return (lignes(state).count, max(1, height))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let lines = lignes(state)
    guard let (demarche, one, two) = content(state), !lines.isEmpty else {
      return canvas.drawNothing(["Une de ces cartes n’est plus là\u{A0}: Échap."], in: area)
    }
    let row = { (index: Int, width: Int) in
      Self.line(lines[index], demarche, state.marks, width: width)
    }
    let foot = area.height >= 12 ? Self.footRows : 1
    var card = canvas.drawCard(
      title: "Cartes du \(one.date?.french ?? "?") et du \(two.date?.french ?? "?")", width: 110,
      of: lines.count, others: 2 + foot, in: area, line: row)
    canvas.draw(Self.counts(lines), in: card.takeTop(1), Style(.faint, on: .card))
    _ = card.takeTop(card.height > foot + 3 ? 1 : 0)
    let below = card.takeBottom(foot)
    list.draw(on: &canvas, in: card, of: lines.count, line: row)
    if let index = list.selectedRow(of: lines.count) {
      canvas.drawLines(
        Self.told(lines[index], demarche), in: below, Style(.text, on: .card))
    }
  }

  /// `1 apparue · 2 changées`: those that there are.
  private static func counts(_ lines: [ComparaisonDeCartes.Ligne]) -> String {
    ComparaisonDeCartes.Evolution.allCases.compactMap { one in
      let count = lines.count { $0.evolution == one }
      return count > 0 ? count.counting(one.mot) : nil
    }.joined(separator: " · ")
  }

  private static func line(
    _ ligne: ComparaisonDeCartes.Ligne, _ demarche: Demarche, _ marks: Marks, width: Int
  ) -> ListLine {
    var line = ListLine()
    let codes = [ligne.avant, ligne.apres].map { $0.map(marks.code) ?? " \(marks.nothing) " }
    let isSame = ligne.evolution == .inchangee
    let code =
      isSame ? codes[1] : codes.joined(separator: " \(marks.symbols.sign("→", ascii: ">")) ")
    let end = line.add(code, before: width, Style(.accent, on: .card))
    line.add(ligne.evolution.mot, from: 0, upTo: 10, Style(isSame ? .faint : .text, on: .card))
    line.add(
      demarche.noms(de: ligne.paire), from: 11, upTo: end - 1,
      Style(isSame ? .faint : .text, on: .card))
    return line
  }

  /// The selected pair in words: from what to what.
  private static func told(_ ligne: ComparaisonDeCartes.Ligne, _ demarche: Demarche) -> String {
    func words(_ lien: Lien?) -> String {
      lien.map(\.phrase).flatMap { $0.isEmpty ? nil : $0 } ?? "rien n’était dit"
    }
    let noms = demarche.noms(de: ligne.paire)
    return switch ligne.evolution {
    case .apparue: "\(noms)\u{A0}: \(words(ligne.apres))"
    case .close: "\(noms)\u{A0}: \(words(ligne.avant))\u{A0}; plus rien n’est dit ensuite"
    case .changee: "\(noms)\u{A0}: \(words(ligne.avant)) → \(words(ligne.apres))"
    case .inchangee: "\(noms)\u{A0}: \(words(ligne.apres))"
    }
  }
}

extension ActionTable {
  /// What is heard while two maps are compared.
  static let cartes = ActionTable(
    "cartes",
    Action(
      "cartes.avant", [.left], "Comparer à une carte plus ancienne", short: "autre date",
      lineKeys: "← →", weight: 60, help: "Compare à celle d’encore avant.",
      perform: { CartesComparees.step(&$0, by: -1) }),
    Action(
      "cartes.apres", [.right], "Comparer à une carte plus récente",
      help: "Compare à la suivante.", perform: { CartesComparees.step(&$0, by: 1) }),
    .leave("cartes.fermer", also: [.character("v")], help: "Revient à la carte des acteurs."))
}
