import TerminalUI

extension State {
  /// A sentence about the last gesture.
  struct Notice: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case done, refused
      /// Of somebody else's, not of the last gesture.
      case received
    }
    var kind: Kind
    var text: String
  }

  mutating func say(_ text: String) { notice = Notice(kind: .done, text: Names.told(text, self)) }

  mutating func refuse(_ text: String) {
    notice = Notice(kind: .refused, text: Names.told(text, self))
  }

  /// Refuses what was asked for: nothing is asked of the world.
  mutating func decline(_ text: String) -> [Effect] {
    refuse(text)
    return []
  }

  /// Says something that matters, in a card when it is too long for a message.
  ///
  /// Never over a mode: somebody may be typing.
  /// Never on the wall, where it would name a file: the wall has a calm sign of its own.
  mutating func warn(_ title: String, _ text: String) {
    if isOnWall { return }
    let text = Names.told(text, self)
    let rows = TextWidth.wrap(text, width: max(1, size.width - 2)).count
    guard modes.isEmpty, rows > MessageRow.mostRows else { return refuse(text) }
    modes.append(Dialog(title: title, [Dialog.Paragraph(text)]))
  }

  /// Says what was done, in a card when it takes more than the bottom line.
  mutating func tell(_ sentences: [String]) {
    let sentences = sentences.map { Names.told($0, self) }
    let text = sentences.joined(separator: " ")
    let rows = TextWidth.wrap(text, width: max(1, size.width - 2)).count
    guard rows > MessageRow.mostRows, modes.isEmpty else { return say(text) }
    modes.append(Dialog(title: "C’est fait", sentences.map { Dialog.Paragraph($0) }))
  }

  fileprivate mutating func askForSaving() -> [Effect] {
    guard let document else { return [] }
    switch document.saved {
    case .failed(let sentence):
      let retry = document.lost == nil ? " Nouvel essai en cours…" : ""
      warn("Non enregistré", "\(sentence) F12 enregistre ailleurs.\(retry)")
      return save
    case .untouched: warn("Fichier", "Rien n’a changé depuis l’ouverture de \(document.path).")
    case .pending: say("L’enregistrement est en cours.")
    case .at(let time): warn("Fichier", "Tout est enregistré depuis \(time) dans \(document.path).")
    }
    return []
  }
}

extension Action {
  /// Asking where the last change is, as a hand used to saving does.
  static let file = Action(
    "enregistrer", [.control("s")], "Enregistrer : où en est-on ?",
    help: "Tout s’enregistre seul ; dit où et quand, et réessaie si le disque a refusé.",
    perform: { $0.askForSaving() })
}

extension ActionTable {
  /// What is heard over a card.
  static let dialog = ActionTable(
    "dialog",
    Action(
      "carte.fermer", [.escape, .enter, .control("c")], "Fermer", short: "fermer",
      weight: 100, help: "Ferme la carte.", perform: { $0.leaveMode() }))
}
