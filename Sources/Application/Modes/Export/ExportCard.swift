import DPES
import TerminalUI

/// The documents that can be written, with what the selected one would say.
struct ExportCard: Modal {
  var tables: [ActionTable] { [.export] }

  var documents: [DocumentLabel] = []
  var list = ListView()
  var sansNoms = false
  /// Which image and séance, and since when; of the present ones while nobody chooses.
  var choix = ChoixDeDocument()
  /// The first lines of the selected one; nil until they are known.
  var preview: [String]?
  /// How many lines of it are scrolled away.
  var firstLine = 0

  /// The selected one; nil where there are none.
  var document: DocumentLabel? { list.selectedRow(of: documents.count).map { documents[$0] } }

  /// Returns whether there is one of that name.
  mutating func select(_ name: String) -> Bool {
    guard let place = documents.firstIndex(where: { $0.name == name }) else { return false }
    list = ListView(selection: place)
    return true
  }

  /// Opens the card on the document of a name, or on the last choice, which is kept while the program
  /// is open.
  static func open(_ state: inout State, of name: String? = nil) -> [Effect] {
    var card = state.lastExport
    card.documents = state.environment.documents
    // Those of another démarche, or that are gone.
    card.choix = card.choix.kept(in: state.document?.demarche)
    if let name, !card.select(name) {
      let known = card.documents.map(\.name).joined(separator: ", ")
      return state.decline("«\u{A0}\(name)\u{A0}» n’est pas un document. Il y a\u{A0}: \(known).")
    }
    state.modes.append(card)
    return card.askPreview(in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var card = self
    let height = heights(in: WindowLayout(state.size).content).list
    guard card.list.handle(key, of: documents.count, height: height) else { return [] }
    if card.document != document { return card.askPreview(in: &state) }
    return state.replaceMode(card)
  }

  static func toggleNames(_ state: inout State) -> [Effect] {
    guard var card = state.modes.last as? ExportCard else { return [] }
    card.sansNoms.toggle()
    return card.askPreview(in: &state)
  }

  /// Scrolls the preview by what of it is seen, as far as there is something to see.
  fileprivate static func scroll(_ state: inout State, pages: Int) -> [Effect] {
    guard var card = state.modes.last as? ExportCard else { return [] }
    let lines = card.heights(in: WindowLayout(state.size).content).preview
    let last = max(0, card.shownPreview(state).count - lines)
    card.firstLine = min(max(0, min(card.firstLine, last) + pages * max(1, lines - 1)), last)
    return state.replaceMode(card)
  }

  /// i: what comes in, in the place of what goes out.
  fileprivate static func goToImport(_ state: inout State) -> [Effect] {
    state.modes.removeLast()
    return Action.importer.performed(in: &state)
  }

  /// Shows the card, and asks for the first lines of the selected document.
  func askPreview(in state: inout State) -> [Effect] {
    var card = self
    card.preview = nil
    card.firstLine = 0
    state.replaceMode(card)
    return request(state, path: "").map { [.preview($0)] } ?? []
  }

  /// Shows them, if they are still those of the selected document.
  static func show(
    _ state: inout State, _ preview: [String], of document: DocumentLabel, sansNoms: Bool
  ) {
    guard var card = state.modes.last as? ExportCard, card.document == document,
      card.sansNoms == sansNoms
    else { return }
    // What a person has to read is whole, on several lines where it takes them.
    let width = max(1, Self.width(in: WindowLayout(state.size).content) - 2)
    card.preview = preview.flatMap {
      $0.hasPrefix(DocumentLabel.warning) ? TextWidth.wrap($0, width: width) : [$0]
    }
    state.replaceMode(card)
  }

  fileprivate func request(_ state: State, path: String) -> ExportRequest? {
    guard let open = state.document, let document else { return nil }
    let place =
      document.name == state.screen.ecran.document(state)
      ? state.screen.ecran.documentPlace(state) : nil
    var choix = chosen(open.demarche, le: state.environment.today)
    choix.etape = place?.etape
    return ExportRequest(
      document: document, demarche: open.demarche, jour: state.environment.today,
      sansNoms: sansNoms, choix: choix, path: path, place: place)
  }

  /// Asks where, beside the démarche unless the person says otherwise.
  static func askDestination(_ state: inout State) -> [Effect] {
    guard let card = state.modes.last as? ExportCard, let path = state.document?.path,
      let chosen = card.document
    else { return [] }
    state.lastExport = card
    let names = card.sansNoms ? "-sans-noms" : ""
    return ask(&state, for: chosen, "\(path.stem)-\(chosen.name)\(names).\(chosen.ending)")
  }

  private static func ask(
    _ state: inout State, for document: DocumentLabel, _ path: String
  ) -> [Effect] {
    state.ask("\(document.title)\u{A0}: dans quel fichier\u{A0}?", for: DestinationQuestion(), path)
  }

  fileprivate static func write(_ state: inout State, _ request: ExportRequest) -> [Effect] {
    state.modes.removeLast()
    state.say("Écriture de «\u{A0}\(request.path.lastPathPart)\u{A0}»…")
    return [.export(request)]
  }

  /// The name is taken: nothing is written until somebody says so.
  static func askToReplace(_ state: inout State, _ request: ExportRequest) {
    if state.isOnWall { return }
    guard state.modes.isEmpty else {
      return state.refuse(
        "«\u{A0}\(request.path.lastPathPart)\u{A0}» existe déjà, et n’est pas remplacé\u{A0}: e y revient."
      )
    }
    state.notice = nil
    state.modes.append(Replacement(request: request))
  }

  /// A document was written; the wall shows no names of files.
  static func tellExported(
    _ state: inout State, _ sentence: String, _ request: ExportRequest
  ) -> [Effect] {
    var effects: [Effect] = []
    var said = [sentence]
    if let place = request.place, state.document?.demarche.id == request.demarche.id {
      effects = place.screen.ecran.written(&state, request.document.name, at: place)
      if !effects.isEmpty { said += [state.notice?.text].compactMap(\.self) }
    }
    if !state.isOnWall { state.say(said.joined(separator: " ")) }
    return effects
  }

  static func replaceFile(_ state: inout State) -> [Effect] {
    guard var request = (state.modes.last as? Replacement)?.request else { return [] }
    request.replaces = true
    return write(&state, request)
  }

  /// Another name is asked for, beginning with the one that is taken.
  static func chooseOtherName(_ state: inout State) -> [Effect] {
    var card = state.lastExport
    guard let request = (state.modes.last as? Replacement)?.request,
      card.select(request.document.name)
    else { return [] }
    card.sansNoms = request.sansNoms
    card.choix = request.choix
    state.replaceMode(card)
    return ask(&state, for: request.document, request.path)
  }
}

/// Whether a file that is there may be replaced by a document.
struct Replacement: Modal {
  var tables: [ActionTable] { [.replacement] }

  let request: ExportRequest

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    Dialog(
      title: "Ce fichier existe déjà",
      [
        Dialog.Paragraph("«\u{A0}\(request.path)\u{A0}»"),
        Dialog.Paragraph(
          "Rien n’est écrit. o le remplace par le document, n en nomme un autre, Échap renonce."),
      ]
    ).draw(on: &canvas, in: area)
  }
}

extension Action {
  /// On every screen.
  static let sortir = Action(
    "sortir", [.character("e")], "Sortir un document",
    help:
      "Compte rendu, page du CA, rapport, tableur, page à imprimer, agenda\u{A0}: les écrit dans "
      + "un fichier.",
    impossible: { $0.document == nil ? "Aucune démarche n’est ouverte." : nil },
    perform: { ExportCard.open(&$0, of: $0.screen.ecran.document($0)) })
}

extension ActionTable {
  /// What opens the card, and what is heard in it.
  static let export = ActionTable(
    "export",
    Action(
      "sortir.ecrire", [.enter], "Écrire ce document", short: "écrire", weight: 100,
      help:
        "Demande le nom du fichier, dont la fin (.odt, .md, .ods, .xlsx…) dit le format, puis écrit "
        + "le document pendant qu’on continue.",
      opensText: true, perform: { ExportCard.askDestination(&$0) }),
    Action(
      "sortir.noms", [.character("n"), .character(" ")], "Avec ou sans les noms",
      short: "avec ou sans noms", weight: 80,
      help: "Ôte initiales, noms, auteurs et organisations du document, ou les remet.",
      perform: { ExportCard.toggleNames(&$0) }),
    Action(
      "sortir.apercu-bas", [.right], "Plus bas dans l’aperçu", short: "aperçu", lineKeys: "← →",
      weight: 50, help: "Montre la suite de l’aperçu.",
      perform: { ExportCard.scroll(&$0, pages: 1) }),
    Action(
      "sortir.apercu-haut", [.left], "Plus haut dans l’aperçu", help: "Revient dans l’aperçu.",
      perform: { ExportCard.scroll(&$0, pages: -1) }),
    Action(
      "sortir.importer", [.character("i")], "Importer un tableau…", short: "importer", weight: 60,
      help: "Dans l’autre sens\u{A0}: ajoute un classeur ou un CSV à cette démarche.",
      impossible: Action.importer.impossible, perform: { ExportCard.goToImport(&$0) }),
    Action(
      "sortir.seance", [.character("d")], "De quelle séance, de quelle image", short: "séance",
      weight: 70,
      help:
        "Passe à une autre séance ou image, de la plus récente à la plus ancienne, puis revient\u{A0}: un compte rendu, un cercle se refont.",
      impossible: { ExportCard.whyNoOther($0) }, perform: { ExportCard.goBack(&$0) }),
    Action(
      "sortir.depuis", [.character("c")], "Ce qui a changé depuis…", short: "depuis", weight: 40,
      help:
        "Demande le jour depuis lequel le rapport annuel et la page du CA comparent\u{A0}; vide, un an, ou le dernier CA.",
      opensText: true, impossible: { ExportCard.whyNoSince($0) },
      perform: { ExportCard.askSince(&$0) }),
    .leave("sortir.fermer", help: "Ferme la liste sans rien écrire."))

  static let replacement = ActionTable(
    "replacement",
    Action(
      "remplacer.oui", [.character("o")], "Remplacer le fichier",
      short: "remplacer", weight: 90, help: "Le document prend la place du fichier.",
      perform: { ExportCard.replaceFile(&$0) }),
    Action(
      "remplacer.autre", [.character("n"), .enter], "Nommer un autre fichier",
      short: "autre nom", weight: 100, help: "Revient au nom du fichier.",
      perform: { ExportCard.chooseOtherName(&$0) }),
    .leave("remplacer.non", "Renoncer", weight: 80, help: "Rien n’est écrit."))
}

/// The file that a document is written in.
struct DestinationQuestion: QuestionSubject {
  var isPath: Bool { true }

  /// Writes the document, off the key path.
  func take(_ text: String, in state: inout State) -> [Effect] {
    guard let request = (state.modes.last as? ExportCard)?.request(state, path: text) else {
      return []
    }
    return ExportCard.write(&state, request)
  }
}
