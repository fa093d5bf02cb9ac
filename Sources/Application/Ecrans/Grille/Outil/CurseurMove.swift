import DPES
import TerminalUI

/// How far an argument moves the curseur: the group says so, and the argument is kept with its move.
struct CurseurMove: Modal {
  var tables: [ActionTable] { [.curseur] }
  var onWall: OnWall { .comes }
  var wallPage: (any WallPage.Type)? { PointPage.self }

  let question: ArgumentQuestion
  let texte: String
  /// Where the curseur stood, 0 in the middle.
  let before: Int
  private(set) var place: Int

  init(_ question: ArgumentQuestion, _ texte: String, from place: Int) {
    (self.question, self.texte) = (question, texte)
    (before, self.place) = (place, place)
  }

  /// The reponse as it would be, with the argument and its move.
  func shown(_ reponse: Reponse?) -> Reponse {
    var reponse = reponse ?? Reponse()
    reponse.arguments.append(argument)
    return reponse
  }

  /// Without its id.
  private var argument: Argument {
    var argument = Argument()
    argument.texte = texte
    argument.deplacer(de: place - before)
    return argument
  }

  fileprivate static func step(_ state: inout State, by steps: Int) -> [Effect] {
    guard let move = state.modes.last as? CurseurMove else { return [] }
    let next = Curseur.place(move.place, apres: steps)
    guard next != move.place else {
      return state.decline("Le curseur est au bout de la ligne\u{A0}: il s’arrête là.")
    }
    return state.changeMode { (mode: inout CurseurMove) in mode.place = next }
  }

  /// Keeps the argument with its move, one change to undo, and asks for the next.
  fileprivate static func keep(_ state: inout State) -> [Effect] {
    guard let move = state.modes.last as? CurseurMove else { return [] }
    if let reason = GrilleEcran.refusal(state) { return state.decline(reason) }
    var argument = move.argument
    argument.auteur = state.speaker
    state.modes.removeLast()
    let effects = GrilleEcran.changeArguments(&state, move.question.code) { arguments, id in
      argument.id = id
      arguments.append(argument)
    }
    guard !effects.isEmpty else { return [] }
    SpeakerTurn.end(&state)
    move.question.open(&state)
    return effects
  }

  /// Back to the text, as it was typed.
  fileprivate static func back(_ state: inout State) -> [Effect] {
    guard let move = state.modes.last as? CurseurMove else { return [] }
    state.modes.removeLast()
    move.question.open(&state, move.texte)
    return []
  }

  var begun: Begun? {
    Begun(
      .question, question.words, title: ArgumentQuestion.title,
      fields: [Begun.Field(id: "", label: "", text: texte, before: "", isProse: true)])
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let width = max(1, area.width - 2)
    let text = TextWidth.wrap("«\u{A0}\(texte)\u{A0}»", width: width, maxLines: 2)
    let arrows = state.environment.symbols.spelled("← →")
    var rest = FieldPanel.open(
      "De combien\u{A0}? \(arrows) déplace le curseur", speaker: state.speakerTold,
      rows: 3 + text.count, in: area, on: &canvas)
    let line = Self.line(
      Curseur(shown(state.grille.selected?.reponse)), state.environment.symbols, width: width)
    canvas.draw(line, at: rest.column + 1, in: rest.takeTop(1), Style(.accent, on: .card, .bold))
    for line in text {
      canvas.draw(line, in: rest.takeTop(1).inset(columns: 1), Style(.text, on: .card))
    }
    let told = place == before ? "Rien ne bouge." : place > before ? "Pour." : "Contre."
    canvas.draw(told, in: rest.takeTop(1).inset(columns: 1), Style(.faint, on: .card))
  }

  /// The line of a curseur as wide as there is room, its ends named.
  static func line(_ curseur: Curseur, _ symbols: SymbolSet, width: Int) -> String {
    let perStep = max(1, min(4, (width - 7) / (2 * Curseur.pas)))
    return "\(symbols.minus) \(curseur.ligne(symbols.curseur, parPas: perStep)) +"
  }
}

/// A text that moves the curseur of a point.
struct ArgumentQuestion: KeptQuestion {
  static let title = "Argument"

  let referentiel: String
  let sujet: String?
  let code: String
  /// The id of the one that is corrected; nil for a new one.
  let argument: String?

  var words: [String] {
    ["argument-outil", referentiel, sujet ?? "", code] + (argument.map { [$0] } ?? [])
  }
  var onWall: OnWall { .comes }

  init(referentiel: String, sujet: String?, code: String, argument: String?) {
    (self.referentiel, self.sujet, self.code) = (referentiel, sujet, code)
    self.argument = argument
  }

  init?(words: [String]) {
    guard words.first == "argument-outil", (4...5).contains(words.count) else { return nil }
    self.init(
      referentiel: words[1], sujet: words[2].isEmpty ? nil : words[2], code: words[3],
      argument: words.dropFirst(4).first)
  }

  func open(_ state: inout State, _ text: String = "") { state.ask(Self.title, for: self, text) }

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
    if let argument {
      return GrilleEcran.changeArguments(&state, code) { arguments, _ in
        if let index = arguments.firstIndex(where: { $0.id == argument }) {
          arguments[index].texte = text
        }
      }
    }
    // Where it was asked for, whatever is selected since.
    state.grille.select(code)
    let place = Curseur(state.grille.selected?.reponse).place ?? 0
    return state.open(CurseurMove(self, text, from: place))
  }
}

extension GrilleEcran {
  /// Changes the arguments of a point; a new one takes the id.
  static func changeArguments(
    _ state: inout State, _ code: String, _ edit: (inout [Argument], _ id: String) -> Void
  ) -> [Effect] {
    guard let referentiel = referentiel(state) else { return [] }
    let (signature, sujet) = (state.signature, state.grille.sujet)
    return state.change { demarche, ids in
      let id = ids.next()
      return demarche.repondre(code, de: referentiel, sujet: sujet, signature, ids: &ids) {
        edit(&$0.arguments, id)
      }
    }
  }
}

extension SymbolSet {
  /// What the line of a curseur is drawn with.
  var curseur: Curseur.Signes {
    self == .unicode
      ? .unicode
      : Curseur.Signes(
        debut: "|", trait: "-", milieu: "+", fin: "|", rien: ".", plein: "#", creux: "^")
  }
}

extension ActionTable {
  /// What is heard while the group says how far.
  static let curseur = ActionTable(
    "curseur",
    Action(
      "curseur.droite", [.right, .character(">")], "Un pas vers le plus", short: "curseur",
      lineKeys: "← →", weight: 100, help: "Déplace le curseur d’un pas\u{A0}: un argument pour.",
      perform: { CurseurMove.step(&$0, by: 1) }),
    Action(
      "curseur.gauche", [.left, .character("<")], "Un pas vers le moins",
      help: "Déplace le curseur d’un pas\u{A0}: un argument contre.",
      perform: { CurseurMove.step(&$0, by: -1) }),
    Action(
      "curseur.garder", [.enter], "Garder", short: "garde", weight: 95,
      help: "Garde l’argument avec son déplacement, et ouvre le suivant.", opensText: true,
      perform: { CurseurMove.keep(&$0) }),
    Action(
      "curseur.texte", [.backspace], "Revenir au texte", short: "texte", weight: 60,
      help: "Rouvre le texte de l’argument.", opensText: true,
      perform: { CurseurMove.back(&$0) }),
    .leave("curseur.laisser", "Laisser", help: "L’argument n’est pas gardé."))
}
