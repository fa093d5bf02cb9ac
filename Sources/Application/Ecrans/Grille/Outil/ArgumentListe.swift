import DPES
import TerminalUI

/// The arguments that moved the curseur of a point, to be re-discussed: each gives back what it moved
/// when it goes.
struct ArgumentListe: ListModal {
  var tables: [ActionTable] { [.argumentListe] }

  let point: Referentiel.Point
  var list = ListView()

  static func open(_ state: inout State) -> [Effect] {
    guard let point = state.grille.selected?.point else { return [] }
    return state.open(ArgumentListe(point: point))
  }

  static func arguments(_ state: State) -> [Argument] {
    state.grille.selected?.reponse?.arguments ?? []
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (Self.arguments(state).count, max(1, WindowLayout(state.size).content.height - 6))
  }

  private static func selected(_ state: State) -> Argument? {
    let all = arguments(state)
    return (state.modes.last as? ArgumentListe)?.list.selectedRow(of: all.count).map { all[$0] }
  }

  fileprivate static func whyNone(_ state: State) -> String? {
    GrilleEcran.refusal(state)
      ?? (selected(state) == nil ? "Aucun argument encore\u{A0}: Échap, puis Entrée." : nil)
  }

  /// Says otherwise how far the selected one moved it, as far as the line goes.
  fileprivate static func discuss(_ state: inout State, by steps: Int) -> [Effect] {
    guard let argument = selected(state), let code = state.grille.selected?.point.code else {
      return []
    }
    let place = Curseur(state.grille.selected?.reponse).place ?? 0
    guard Curseur.place(place, apres: steps) != place else {
      return state.decline("Le curseur est au bout de la ligne\u{A0}: il s’arrête là.")
    }
    return GrilleEcran.changeArguments(&state, code) { arguments, _ in
      guard let index = arguments.firstIndex(where: { $0.id == argument.id }) else { return }
      let moved = (arguments[index].deplacement ?? 0) + steps
      arguments[index].deplacer(de: min(max(moved, -2 * Curseur.pas), 2 * Curseur.pas))
    }
  }

  fileprivate static func edit(_ state: inout State) -> [Effect] {
    guard let argument = selected(state), let point = state.grille.selected?.point,
      let id = state.grille.referentielID
    else { return [] }
    ArgumentQuestion(
      referentiel: id, sujet: state.grille.sujet, code: point.code, argument: argument.id
    ).open(&state, argument.texte ?? "")
    return []
  }

  fileprivate static func delete(_ state: inout State) -> [Effect] {
    guard let argument = selected(state), let code = state.grille.selected?.point.code else {
      return []
    }
    let effects = GrilleEcran.changeArguments(&state, code) { arguments, _ in
      arguments.removeAll { $0.id == argument.id }
    }
    if !effects.isEmpty {
      state.say("Argument retiré, et le curseur avec lui\u{A0}: u les fait revenir.")
    }
    return effects
  }

  /// Makes it the text of an observation, linked to the point.
  fileprivate static func observe(_ state: inout State) -> [Effect] {
    guard let argument = selected(state) else { return [] }
    state.modes.removeLast()
    return GrilleEcran.observePoint(&state, saying: argument.texte)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let all = Self.arguments(state)
    let line = { (index: Int, width: Int) in Self.line(all[index], state, width: width) }
    let reponse = state.grille.selected?.reponse
    var card = canvas.drawCard(
      title: point.intitule, width: 100, of: all.count, others: 2, in: area, line: line)
    let ruler = card.takeTop(1)
    canvas.draw(
      CurseurMove.line(Curseur(reponse), state.environment.symbols, width: card.width),
      at: ruler.column, in: ruler, Style(.accent, on: .card, .bold))
    if card.height > all.count { _ = card.takeTop(1) }
    guard !all.isEmpty else {
      canvas.drawLines(
        "Aucun argument encore\u{A0}: Échap, puis Entrée.", in: card, Style(.faint, on: .card))
      return
    }
    list.draw(on: &canvas, in: card, of: all.count, line: line)
  }

  private static func line(_ argument: Argument, _ state: State, width: Int) -> ListLine {
    let told = ArgumentTold(argument, state, namesPeople: true)
    var line = ListLine()
    line.add(told.sens, from: 0, upTo: 7, Style(.text, on: .card, .bold))
    line.add(told.fleches, from: 8, upTo: 19, Style(.accent, on: .card))
    let end =
      told.who.map { line.add("(\($0))", before: width, Style(.faint, on: .card)) - 1 } ?? width
    line.add(argument.texte ?? "", from: min(20, width / 2), upTo: end, Style(.text, on: .card))
    return line
  }
}

/// An argument of a curseur in words: which way, how far, from which collège.
struct ArgumentTold {
  let sens: String
  /// How far it moved the curseur, an arrow a step.
  let fleches: String
  /// Who said it, as far as the place may show it.
  let who: String?

  init(_ argument: Argument, _ state: State, namesPeople: Bool = false) {
    sens =
      switch argument.sens {
      case .pour: "pour"
      case .contre: "contre"
      case nil: "dit"
      }
    let symbols = state.environment.symbols
    fleches = argument.fleches(
      symbols.sign("→", ascii: ">"), symbols.sign("←", ascii: "<"))
    let college = argument.college ?? argument.auteur.flatMap { state.derived.colleges[$0] }
    let initials =
      namesPeople ? argument.auteur.flatMap { state.derived.initiales[$0] } : nil
    let facts = [initials, college?.motCourt].compactMap(\.self)
    who = facts.isEmpty ? nil : facts.joined(separator: ", ")
  }
}

extension ActionTable {
  /// What is heard over the arguments of a curseur.
  static let argumentListe = ActionTable(
    "argument-liste",
    Action(
      "argument-liste.droite", [.character(">"), .shiftRight], "Un pas de plus vers le plus",
      short: "rediscuter", lineKeys: "< >", weight: 100,
      help: "Redit de combien l’argument déplace le curseur.", impossible: ArgumentListe.whyNone,
      perform: { ArgumentListe.discuss(&$0, by: 1) }),
    Action(
      "argument-liste.gauche", [.character("<"), .shiftLeft], "Un pas de plus vers le moins",
      help: "Redit de combien l’argument déplace le curseur.", impossible: ArgumentListe.whyNone,
      perform: { ArgumentListe.discuss(&$0, by: -1) }),
    Action(
      "argument-liste.texte", [.enter], "Corriger", short: "corriger", weight: 60,
      help: "Ouvre le texte de l’argument pour le corriger.", opensText: true,
      impossible: ArgumentListe.whyNone, perform: { ArgumentListe.edit(&$0) }),
    Action(
      "argument-liste.observation", [.character("n")], "En faire une observation",
      short: "observation", weight: 80,
      help: "Ouvre la capture sur ce texte, lié à ce point.", opensText: true,
      impossible: ArgumentListe.whyNone, perform: { ArgumentListe.observe(&$0) }),
    Action(
      "argument-liste.supprimer", [.delete, .control("d")], "Supprimer", short: "supprimer",
      weight: 50, help: "Retire l’argument\u{A0}; le curseur revient d’autant.",
      impossible: ArgumentListe.whyNone, perform: { ArgumentListe.delete(&$0) }),
    .undo(in: "argument-liste"),
    .leave("argument-liste.fermer", also: [.character("a")], help: "Revient à la grille."))
}
