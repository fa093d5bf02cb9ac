import DPES
import TerminalUI

/// The file's earlier versions, to open one.
struct VersionList: ListModal {
  var tables: [ActionTable] { [.versions] }

  /// nil until they are known.
  var versions: [Version]?
  var list = ListView()

  static func open(_ state: inout State) -> [Effect] {
    state.modes.append(VersionList())
    return [.listVersions]
  }

  /// Shows the versions found, if somebody still waits for them.
  static func show(_ state: inout State, _ versions: [Version]) {
    guard var list = state.modes.last as? VersionList else { return }
    list.versions = versions
    state.replaceMode(list)
    if let reason = state.document?.withoutVersions { state.refuse(reason) }
  }

  /// Says once that there will be no way back; the header goes on saying it.
  static func tellVersions(_ state: inout State, _ sentence: String?, _ keepsNone: Bool) {
    state.document?.withoutVersions = keepsNone ? sentence : nil
    if let sentence { state.warn("Versions d’avant", sentence) }
  }

  fileprivate static func openSelectedVersion(_ state: inout State) -> [Effect] {
    guard let list = state.modes.last as? VersionList, let versions = list.versions,
      let row = list.list.selectedRow(of: versions.count)
    else { return [] }
    return [.openVersion(versions[row])]
  }

  /// Rows of the card that are not versions.
  private static let otherRows = 2

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let width = min(64, area.width - 4)
    let count = versions?.count ?? 0
    let empty = TextWidth.wrap(emptyText(state), width: width)
    guard count > 0, let versions else {
      var card = canvas.drawCard(
        title: "Versions d’avant", content: Size(width, empty.count), in: area)
      for line in empty {
        canvas.draw(line, in: card.takeTop(1), Style(.text, on: .card))
      }
      return
    }
    let line = { (index: Int, width: Int) in Self.line(versions[index], width: width) }
    var card = canvas.drawCard(
      title: "Versions d’avant", width: 64, of: count, others: Self.otherRows, in: area,
      line: line)
    canvas.draw(
      count == 1 ? "1 version gardée" : "\(count) versions gardées, la dernière en haut",
      in: card.takeTop(1), Style(.faint, on: .card))
    _ = card.takeTop(1)
    list.draw(on: &canvas, in: card, of: count, line: line)
  }

  private static func line(_ version: Version, width: Int) -> ListLine {
    var line = ListLine()
    let size = french(bytes: version.bytes)
    let start = line.add(size, before: width - 1, Style(.faint, on: .card))
    line.add(version.quand, from: 1, upTo: start - 1, Style(.text, on: .card))
    return line
  }

  private func emptyText(_ state: State) -> String {
    versions == nil
      ? "Lecture des versions…"
      : state.document?.withoutVersions
        ?? "Aucune version encore. Palier garde l’état d’avant à l’ouverture, quand une image est "
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

  func extent(_ state: State) -> (count: Int, height: Int) {
    (versions?.count ?? 0, max(1, WindowLayout(state.size).content.height - 2 - Self.otherRows))
  }
}

extension ActionTable {
  /// What is heard in the list of versions, beside moving.
  static let versions = ActionTable(
    "versions",
    Action(
      "versions.ouvrir", [.enter], "Ouvrir en lecture", short: "ouvrir en lecture",
      weight: 100, help: "Montre cette version sur tous les écrans, sans rien changer.",
      perform: { VersionList.openSelectedVersion(&$0) }),
    .leave("versions.fermer", help: "Ferme la liste."))
}
