import DPES
import TerminalUI

/// One box of the profil stratégique: what is chosen in it in letters, what else it holds, and where
/// it stands among the nine.
enum CasePage: WallPage {
  static let name = "case"
  static let title = "la case"

  static func isOffered(_ state: State) -> Bool {
    state.etat.section == .profilStrategique || state.wallWindow?.page == name
  }

  static func bandeau(_ state: State) -> Bandeau {
    guard let row = state.etat.profilRow else {
      return Bandeau(ground: .banner, word: "Profil stratégique")
    }
    let all = ProfilStrategique.Cle.allCases
    let place = (all.firstIndex(of: row.cle) ?? 0) + 1
    // Drawn large it is the method's own sign; in a row of text what the terminal has.
    let sign = row.cle.signe.map { sign in
      sign == "−" && state.wallScale == .least ? state.environment.symbols.minus : String(sign)
    }
    return Bandeau(
      ground: .banner, sign: sign,
      word: state.wallScale == .least ? row.cle.nomMoyen : row.cle.nom,
      subject: [row.cle.portee], place: "\(place) / \(all.count)",
      lines: row.index == nil ? head(row.cle, state) : [row.cle.question])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let row = state.etat.profilRow else { return }
    var rest = area
    let scale = state.wallScale
    if scale >= .middle {
      ProfilMap(state).draw(in: rest.takeBottom(3), on: &canvas)
      let line = rest.takeBottom(1)
      canvas.drawHorizontal(at: line.column, line.row, length: line.width)
      _ = rest.takeBottom(1)
    }
    let elements = state.etat.rows.profilStrategique[row.cle].elements
    let others = elements.indices.filter { $0 != row.index }
    let least = min(others.count, scale == .full ? 6 : 3)
    let dot = Span(state.marks.nothing, Style(.accent))
    func list(_ count: Int, in size: Size, letters: Letters? = nil) -> WallList {
      WallList(count: count, indent: 2, in: size, spread: scale == .full, letters: letters) {
        WallList.Item(
          lead: [dot], text: elements[others[$0]], style: row.index == nil ? .strong : .faint)
      }
    }
    let wanted =
      elements.isEmpty ? 1 : min(list(least, in: rest.size).height, rest.height * 2 / 3)
    let letters = scale >= .middle ? state.wallLetters : nil
    let text = row.index == nil ? row.cle.question : row.texte
    var set = WallSentence(text, above: wanted, least: least, in: rest.size, letters: letters)
    // A smaller question, where all that was said has room in letters under it.
    let small = WallSentence(text, in: rest.size, letters: letters, largest: 1)
    let below = Size(rest.width, max(0, rest.height - small.rows - 1))
    if row.index == nil, !elements.isEmpty,
      list(others.count, in: below, letters: letters).isLarge
    {
      set = small
    }
    set.draw(
      in: rest.takeTop(set.rows), letters: letters, row.index == nil ? Style(.accent) : .text,
      on: &canvas)
    if rest.height > 1 { _ = rest.takeTop(1) }
    guard !elements.isEmpty else {
      canvas.draw(
        WallText.line(told(row.cle, state), width: rest.width), at: rest.column, rest.row, .strong,
        upTo: rest.endColumn)
      return
    }
    list(others.count, in: rest.size, letters: letters).draw(in: rest, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    state.size.width < 60 ? ["n ajouter"] : ["flèches la case", "n ajouter"]
  }

  /// What the bandeau says while the box itself is chosen, whose question the page asks.
  private static func head(_ cle: ProfilStrategique.Cle, _ state: State) -> [String] {
    let isEmpty = state.etat.rows.profilStrategique[cle].elements.isEmpty
    return ["Profil stratégique", isEmpty ? "" : told(cle, state)]
  }

  /// How much the box holds, or that it was asked in vain, or what begins it.
  private static func told(_ cle: ProfilStrategique.Cle, _ state: State) -> String {
    let boite = state.etat.rows.profilStrategique[cle]
    if boite.elements.isEmpty {
      return boite.etat == .neant
        ? "Néant\u{A0}: demandé, et il n’y a rien." : "Rien encore\u{A0}: n ajoute."
    }
    return "\(boite.elements.count.counting("chose dite", "choses dites")) à ce jour"
  }
}

/// The nine boxes as the method arranges them, each with how much it holds.
struct ProfilMap {
  private let state: State
  private let selected: ProfilStrategique.Cle?

  init(_ state: State) {
    self.state = state
    selected = state.etat.profilRow?.cle
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let gap = 2
    let width = max(1, (area.width - 2 * gap) / 3)
    for (row, keys) in ProfilStrategique.Cle.rangees.enumerated() where row < area.height {
      for (place, cle) in keys.enumerated() {
        let box = Rect(
          column: area.column + place * (width + gap), row: area.row + row, width: width, height: 1)
        draw(cle, in: box, on: &canvas)
      }
    }
  }

  private func draw(_ cle: ProfilStrategique.Cle, in box: Rect, on canvas: inout Canvas) {
    let boite = state.etat.rows.profilStrategique[cle]
    let count =
      boite.elements.isEmpty
      ? boite.etat == .neant ? "néant" : state.marks.nothing : "\(boite.elements.count)"
    let end = box.endColumn - TextWidth.columns(of: count)
    let sign = state.marks.sign(of: cle)
    let indent = cle.signe == nil ? 0 : 2
    canvas.draw(sign, at: box.column, box.row, .title, upTo: end)
    let room = end - box.column - indent - 1
    let names = [cle.nom, cle.nomMoyen, cle.nomCourt]
    let name = names.first { TextWidth.fits($0, room) } ?? cle.nomCourt
    let isSelected = cle == selected
    canvas.draw(
      name, at: box.column + indent, box.row, isSelected ? .strong : .faint, upTo: end - 1)
    canvas.draw(count, at: end, box.row, isSelected ? .strong : .faint, upTo: box.endColumn)
    guard isSelected else { return }
    let ground = Rect(column: box.column - 1, row: box.row, width: box.width + 2, height: 1)
    canvas.lay(ground, on: .selected)
    canvas.point(at: box)
  }
}

extension ProfilStrategique.Cle {
  /// Its name where a column is not wide, without two alike.
  var nomMoyen: String {
    switch self {
    case .ambition: "Ambition, finalités"
    case .ressourcesInternes: "Ressources internes"
    case .contraintesInternes: "Contraintes internes"
    case .ressourcesEnvironnement: "Ress. environnement"
    case .contraintesEnvironnement: "Contr. environnement"
    case .externalitesPositives: "Externalités posit."
    case .externalitesNegatives: "Externalités négat."
    case .mobilisation: "Mobilisation"
    case .priorites: "Priorités, moyens"
    }
  }

  /// What it is about, in a few words.
  var portee: String {
    switch self {
    case .ambition: "ce que nous voulons"
    case .ressourcesInternes: "ce qui porte, au-dedans"
    case .contraintesInternes: "ce qui retient, au-dedans"
    case .ressourcesEnvironnement: "ce qui porte, au-dehors"
    case .contraintesEnvironnement: "ce qui retient, au-dehors"
    case .externalitesPositives: "ce que d’autres y gagnent"
    case .externalitesNegatives: "ce que d’autres y perdent"
    case .mobilisation: "qui prend part"
    case .priorites: "ce que nous ferons"
    }
  }

  /// What the room is asked.
  var question: String {
    switch self {
    case .ambition: "À quoi voulons-nous arriver, et pour qui\u{A0}?"
    case .ressourcesInternes: "De quoi disposons-nous, ici, pour avancer\u{A0}?"
    case .contraintesInternes: "Qu’est-ce qui nous retient, ici\u{A0}?"
    case .ressourcesEnvironnement: "Sur quoi pouvons-nous compter, autour\u{A0}?"
    case .contraintesEnvironnement: "Qu’est-ce qui nous freine, autour\u{A0}?"
    case .externalitesPositives: "Qu’apportons-nous autour de nous\u{A0}?"
    case .externalitesNegatives: "Que coûtons-nous à d’autres\u{A0}?"
    case .mobilisation: "Qui prend part, et comment\u{A0}?"
    case .priorites: "Par quoi commencer, avec quels moyens\u{A0}?"
    }
  }
}
