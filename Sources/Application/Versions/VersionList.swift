import DPES
import TerminalUI

/// The file's earlier versions, to open one.
struct VersionList: Hashable, Sendable {
  /// nil until they are known.
  var versions: [Version]?
  var list = ListView()
}

extension State {
  mutating func openVersionList() -> [Effect] {
    modes.append(.versions(VersionList()))
    return [.listVersions]
  }

  /// Shows the versions found, if somebody still waits for them.
  mutating func show(_ versions: [Version]) {
    guard case .versions(var list) = modes.last else { return }
    list.versions = versions
    replaceMode(.versions(list))
    if let reason = document?.withoutVersions { refuse(reason) }
  }

  /// Says once that there will be no way back; the header goes on saying it.
  mutating func tellVersions(_ sentence: String?, _ keepsNone: Bool) {
    document?.withoutVersions = keepsNone ? sentence : nil
    if let sentence { warn("Versions d’avant", sentence) }
  }

  mutating func press(_ key: Key, in list: VersionList) -> [Effect] {
    if let action = Action.action(for: key, in: [.versions]) {
      return action.performed(in: &self)
    }
    var list = list
    if list.list.handle(
      key, of: list.versions?.count ?? 0, height: VersionList.height(in: size))
    {
      replaceMode(.versions(list))
    }
    return []
  }

  fileprivate mutating func openSelectedVersion() -> [Effect] {
    guard case .versions(let list) = modes.last, let versions = list.versions,
      let row = list.list.selectedRow(of: versions.count)
    else { return [] }
    return [.openVersion(versions[row])]
  }
}

extension VersionList {
  /// Rows of the card that are not versions.
  private static let otherRows = 2

  /// How many versions a window of a size shows at once.
  static func height(in size: Size) -> Int {
    max(1, WindowLayout(size).content.height - 2 - otherRows)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let width = min(64, area.width - 4)
    let count = versions?.count ?? 0
    let empty = TextWidth.wrap(emptyText, width: width)
    var card = canvas.drawCard(
      title: "Versions d’avant",
      content: Size(width, count == 0 ? empty.count : count + Self.otherRows), in: area)
    guard count > 0, let versions else {
      for line in empty {
        let row = card.takeTop(1)
        canvas.draw(line, at: row.column, row.row, Style(.text, on: .card), upTo: row.endColumn)
      }
      return
    }
    let head = card.takeTop(1)
    canvas.draw(
      count == 1 ? "1 version gardée" : "\(count) versions gardées, la dernière en haut",
      at: head.column, head.row, Style(.faint, on: .card), upTo: head.endColumn)
    _ = card.takeTop(1)
    list.draw(on: &canvas, in: card, of: count) { canvas, row, index in
      let version = versions[index]
      let size = Self.french(bytes: version.bytes)
      let start = row.endColumn - TextWidth.columns(of: size) - 1
      canvas.draw(
        version.quand, at: row.column + 1, row.row, Style(.text, on: .card), upTo: start - 1)
      canvas.draw(size, at: start, row.row, Style(.faint, on: .card), upTo: row.endColumn)
    }
  }

  private var emptyText: String {
    versions == nil
      ? "Lecture des versions…"
      : "Aucune version encore. Palier garde l’état d’avant à l’ouverture, quand une image est "
        + "figée, et pendant le travail."
  }

  /// A size as people say it: `48 ko`.
  static func french(bytes: Int) -> String {
    switch bytes {
    case ..<1_000: return "\(bytes) octets"
    case ..<1_000_000: return "\((bytes + 500) / 1_000)\u{A0}ko"
    default:
      let tenths = (bytes + 50_000) / 100_000
      return "\(tenths / 10),\(tenths % 10)\u{A0}Mo"
    }
  }
}

extension Action {
  /// What is heard in the list of versions, beside moving.
  static let versions = [
    Action(
      "versions.ouvrir", .versions, [.enter], "Ouvrir en lecture", short: "ouvrir en lecture",
      weight: 100, help: "Montre cette version sur tous les écrans, sans rien changer.",
      perform: { $0.openSelectedVersion() }),
    Action(
      "versions.fermer", .versions, [.escape, .control("c")], "Fermer", short: "fermer",
      weight: 90, help: "Ferme la liste.", perform: { $0.leaveMode() }),
  ]
}
