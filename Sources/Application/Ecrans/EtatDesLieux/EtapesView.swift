import DPES
import TerminalUI

/// The way through the four étapes: a bar that says how each stands, then what each still lacks.
struct EtapesView: SectionView {
  let etat: EtatEcran
  let marks: Marks
  let layout: ListLayout
  private let bar: Rect
  private let isBar: Bool

  init(_ state: State, in area: Rect) {
    etat = state.etat
    marks = state.marks
    var rest = area
    // One below the other, the rows of the list say as much.
    isBar = area.width >= 56 && area.height >= 10
    bar = rest.takeTop(isBar ? 2 : 0)
    if isBar { _ = rest.takeTop(1) }
    let foot = rest.takeBottom(rest.height > 6 ? 2 : 0)
    layout = ListLayout(list: rest, foot: foot)
  }

  func draw(on canvas: inout Canvas) {
    if isBar { drawBar(on: &canvas) }
    let rows = etat.rows.etapes
    etat.list.view.draw(on: &canvas, in: layout.list, of: rows.count, line: line)
    // In full what the list may have cut.
    let phrase = etat.etapeRow?.manque?.phrase ?? etat.etapeRow?.phrase
    var lines = StyledLines(width: max(1, layout.foot.width))
    lines.add(
      phrase ?? "Rien n’est obligatoire\u{A0}: Entrée va où cela se dit.",
      phrase == nil ? .faint : .text)
    lines.draw(in: layout.foot, on: &canvas)
  }

  private func drawBar(on canvas: inout Canvas) {
    var rest = bar
    var bands = Parcours.Etape.allCases.map { etape in
      (marks.mark(etat.rows.parcours.etat(de: etape)), "\(etape.rawValue) \(etape.motCourt)")
    }
    if let cycle = etat.rows.etatDuCycle { bands.append((marks.mark(cycle), "Cycle")) }
    for (index, (mark, name)) in bands.enumerated() {
      var place = rest.takeLeft(rest.width / (bands.count - index))
      if index < bands.count - 1 { _ = place.takeRight(1) }
      let title = "\(mark.sign) \(name)"
      let start = canvas.draw(
        title, at: place.column, place.row, Style(mark.ink, .bold), upTo: place.endColumn)
      canvas.drawHorizontal(
        at: start + 1, place.row, length: max(0, place.endColumn - start - 1), Style(mark.ink))
      let indent = TextWidth.columns(of: mark.word) + 2 <= place.width ? 2 : 0
      canvas.draw(
        mark.word, at: place.column + indent, place.row + 1, .faint, upTo: place.endColumn)
    }
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let row = etat.rows.etapes[row]
    var line = ListLine()
    guard let said = row.manque?.phrase ?? row.phrase else {
      let (mark, name) = heading(row, isWide: width >= 56)
      line.add(mark.sign, from: 0, upTo: 1, Style(mark.ink, .bold))
      let word = width - 1 - TextWidth.columns(of: mark.word)
      let end = min(2 + TextWidth.columns(of: name), word - 2)
      line.add(name, from: 2, upTo: end, .strong)
      line.add(mark.word, from: end + 2, upTo: width - 1, .faint)
      return line
    }
    line.add(said, from: 4, upTo: width - 1)
    return line
  }

  /// How an étape, or the cycle, stands, and what it is called.
  private func heading(_ row: EtatRows.EtapeRow, isWide: Bool) -> (Marks.Mark, String) {
    guard let etape = row.etape else {
      return (marks.mark(etat.rows.etatDuCycle ?? .rien), "Le cycle")
    }
    return (
      marks.mark(etat.rows.parcours.etat(de: etape)),
      "\(etape.rawValue) \(isWide ? etape.nom : etape.motCourt)"
    )
  }
}

extension Marks {
  /// How a cycle stands.
  func mark(_ etat: EtatRows.EtatDuCycle) -> Mark {
    switch etat {
    case .rien: mark(Parcours.Etat.rienEncore)
    case .enCours: mark(Parcours.Etat.enCours)
    case .enRetard: late
    case .inconnu: Mark(sign: nothing, ink: .faint, word: "fichier absent")
    case .retire: Mark(sign: nothing, ink: .orange, word: "retiré")
    case .rienNAttend:
      Mark(sign: symbols.sign("✔", ascii: "A"), ink: .green, word: "rien n’attend")
    }
  }

  /// How an étape stands.
  func mark(_ etat: Parcours.Etat) -> Mark {
    switch etat {
    case .rienNeManque: Mark(sign: symbols.sign("✔", ascii: "A"), ink: .green, word: etat.mot)
    case .enCours: Mark(sign: symbols.sign("◐", ascii: "P"), ink: .orange, word: etat.mot)
    case .rienEncore: Mark(sign: nothing, ink: .faint, word: etat.mot)
    }
  }
}

extension EtatEcran {
  static func showEtapes(_ state: inout State) -> [Effect] {
    state.show(.etat)
    state.etat.section = .etapes
    return []
  }

  /// Goes to where what is selected is put right.
  static func goToManque(_ state: inout State) -> [Effect] {
    guard let row = state.etat.etapeRow else { return [] }
    guard let etape = row.etape else {
      if row.cible.map({ state.etat.select($0) }) != true { state.etat.section = .cycle }
      return []
    }
    guard let manque = row.manque else {
      switch etape {
      case .mobiliser: state.etat.section = .structure
      case .diagnostic: state.show(.grille)
      case .progres: state.show(.schema)
      case .suivi: state.show(.tableau)
      }
      return []
    }
    switch manque.but {
    case .identite: state.etat.section = .structure
    case .pilotage: state.etat.section = .pilotage
    case .tourDeTable: state.etat.section = .participants
    case .profilStrategique: state.etat.section = .profilStrategique
    case .grille: state.show(.grille)
    case .cercle(let id): go(&state, to: .cercle, on: id)
    case .schema(let id): go(&state, to: .schema, on: id)
    case .tableau(let id): go(&state, to: .tableau, on: id)
    case .retour(let id):
      go(&state, to: .cercle, on: id)
      // Where nothing can be written, the observation alone.
      guard let id, state.readOnlyReason == nil else { return [] }
      return state.openForm(["retour", id])
    }
    return []
  }

  private static func go(_ state: inout State, to screen: Screen, on id: String?) {
    state.show(screen)
    if let id { _ = state.select(id) }
  }
}

extension Action {
  /// What can be done on the four étapes.
  static let etapes: [Action] = [
    Action(
      "etapes.aller", [.enter], "Aller où cela se dit", short: "y aller",
      weight: 90, help: "Va à l’écran où ce qui manque se dit ou se fait.",
      perform: { EtatEcran.goToManque(&$0) }),
    .depart("etapes", weight: 30),
  ]

  /// The four étapes, from every screen.
  static let etapesPartout = Action(
    "etapes", [.control("e")], "Les quatre étapes",
    help: "Montre le chemin de la méthode, et ce qui manque encore à chaque étape.",
    impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
    perform: { EtatEcran.showEtapes(&$0) })
}
