import DPES
import TerminalUI

/// The documents that can be written, with what the selected one would say.
struct ExportCard: Hashable, Sendable {
  var documents: [DocumentLabel] = []
  var list = ListView()
  var sansNoms = false
  /// The first lines of the selected one; nil until they are known.
  var preview: [String]?

  /// The selected one; nil where there are none.
  var document: DocumentLabel? { list.selectedRow(of: documents.count).map { documents[$0] } }

  /// Returns whether there is one of that name.
  mutating func select(_ name: String) -> Bool {
    guard let place = documents.firstIndex(where: { $0.name == name }) else { return false }
    list = ListView(selection: place)
    return true
  }
}

extension State {
  /// Opens the card on the document of a name, or on the last choice, which is kept while the program
  /// is open.
  mutating func openExport(of name: String? = nil) -> [Effect] {
    var card = lastExport
    card.documents = environment.documents
    if let name, !card.select(name) {
      let known = card.documents.map(\.name).joined(separator: ", ")
      refuse("«\u{A0}\(name)\u{A0}» n’est pas un document. Il y a\u{A0}: \(known).")
      return []
    }
    modes.append(.export(card))
    return preview(card)
  }

  mutating func press(_ key: Key, in card: ExportCard) -> [Effect] {
    if let action = Action.action(for: key, in: [.export]) { return action.performed(in: &self) }
    var card = card
    let before = card.document
    let height = card.heights(in: WindowLayout(size).content).list
    guard card.list.handle(key, of: card.documents.count, height: height) else { return [] }
    if card.document != before { return preview(card) }
    replaceMode(.export(card))
    return []
  }

  mutating func toggleExportNames() -> [Effect] {
    guard case .export(var card) = modes.last else { return [] }
    card.sansNoms.toggle()
    return preview(card)
  }

  /// Asks for the first lines of the selected document.
  private mutating func preview(_ card: ExportCard) -> [Effect] {
    var card = card
    card.preview = nil
    replaceMode(.export(card))
    return request(card, path: "").map { [.preview($0)] } ?? []
  }

  /// Shows them, if they are still those of the selected document.
  mutating func show(_ preview: [String], of document: DocumentLabel, sansNoms: Bool) {
    guard case .export(var card) = modes.last, card.document == document,
      card.sansNoms == sansNoms
    else { return }
    card.preview = preview
    replaceMode(.export(card))
  }

  private func request(_ card: ExportCard, path: String) -> ExportRequest? {
    guard let document, let label = card.document else { return nil }
    return ExportRequest(
      document: label, demarche: document.demarche, jour: environment.today,
      sansNoms: card.sansNoms, path: path)
  }

  /// Asks where, beside the démarche unless the person says otherwise.
  mutating func askDestination() -> [Effect] {
    guard case .export(let card) = modes.last, let path = document?.path,
      let chosen = card.document
    else { return [] }
    lastExport = card
    let ending = ".dpes.json"
    let stem = path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
    let names = card.sansNoms ? "-sans-noms" : ""
    ask(
      "\(chosen.title)\u{A0}: dans quel fichier\u{A0}?", for: .destination,
      "\(stem)-\(chosen.name)\(names).\(chosen.ending)")
    return []
  }

  /// Writes the document, off the key path.
  mutating func export(to path: String) -> [Effect] {
    guard case .export(let card) = modes.last, let request = request(card, path: path) else {
      return []
    }
    return write(request)
  }

  private mutating func write(_ request: ExportRequest) -> [Effect] {
    modes.removeLast()
    say("Écriture de «\u{A0}\(request.path.lastPathPart)\u{A0}»…")
    return [.export(request)]
  }

  /// The name is taken: nothing is written until somebody says so.
  mutating func askToReplace(_ request: ExportRequest) {
    if isInSalle { return }
    guard modes.isEmpty else {
      return refuse(
        "«\u{A0}\(request.path.lastPathPart)\u{A0}» existe déjà, et n’est pas remplacé\u{A0}: e y revient."
      )
    }
    notice = nil
    modes.append(.replacement(Replacement(request: request)))
  }

  /// A document was written; the wall shows no names of files.
  mutating func tellExported(_ sentence: String) { if !isInSalle { say(sentence) } }

  mutating func replaceFile() -> [Effect] {
    guard case .replacement(let question) = modes.last else { return [] }
    var request = question.request
    request.replaces = true
    return write(request)
  }

  /// Another name is asked for, beginning with the one that is taken.
  mutating func chooseOtherName() -> [Effect] {
    var card = lastExport
    guard case .replacement(let question) = modes.last, card.select(question.request.document.name)
    else { return [] }
    modes.removeLast()
    card.sansNoms = question.request.sansNoms
    modes.append(.export(card))
    ask(
      "\(question.request.document.title)\u{A0}: dans quel fichier\u{A0}?", for: .destination,
      question.request.path)
    return []
  }
}

/// Whether a file that is there may be replaced by a document.
struct Replacement: Hashable, Sendable {
  let request: ExportRequest

  func draw(in area: Rect, on canvas: inout Canvas) {
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

extension String {
  /// The last part of a path.
  var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Action {
  /// What opens the card, and what is heard in it.
  static let export = [
    Action(
      "sortir.ecrire", .export, [.enter], "Écrire ce document", short: "écrire", weight: 100,
      help: "Demande le nom du fichier, puis écrit le document pendant qu’on continue.",
      perform: { $0.askDestination() }),
    Action(
      "sortir.noms", .export, [.character("n"), .character(" ")], "Avec ou sans les noms",
      short: "avec ou sans noms", weight: 80,
      help: "Ôte initiales, noms, auteurs et organisations du document, ou les remet.",
      perform: { $0.toggleExportNames() }),
    Action(
      "sortir.fermer", .export, [.escape, .control("c")], "Fermer", short: "fermer", weight: 90,
      help: "Ferme la liste sans rien écrire.", perform: { $0.leaveMode() }),
  ]

  static let replacement = [
    Action(
      "remplacer.oui", .replacement, [.character("o")], "Remplacer le fichier",
      short: "remplacer", weight: 90, help: "Le document prend la place du fichier.",
      perform: { $0.replaceFile() }),
    Action(
      "remplacer.autre", .replacement, [.character("n"), .enter], "Nommer un autre fichier",
      short: "autre nom", weight: 100, help: "Revient au nom du fichier.",
      perform: { $0.chooseOtherName() }),
    Action(
      "remplacer.non", .replacement, [.escape, .control("c")], "Renoncer", short: "renoncer",
      weight: 80, help: "Rien n’est écrit.", perform: { $0.leaveMode() }),
  ]

  /// On every screen.
  static let sortir = Action(
    "sortir", .everywhere, [.character("e")], "Sortir un document",
    help:
      "Compte rendu, page du CA, rapport, tableur, page à imprimer, agenda\u{A0}: les écrit dans "
      + "un fichier.",
    impossible: { $0.document == nil ? "Aucune démarche n’est ouverte." : nil },
    perform: { $0.openExport() })
}
