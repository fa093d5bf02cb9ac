import DPES
import TerminalUI

/// The first line: the structure, what is shown, and where the last change is.
///
/// What lacks room leaves whole, the lightest first (``Weight``): the facts of the screen, then its
/// title once the structure's name is short, what is odd about the file, and the name. Where the last
/// change is, hidden names and a held wall never leave.
struct HeaderLine {
  /// What stays the longer, the higher it is.
  private enum Weight: Int, Comparable {
    case fact, title, network, name, versions, waiting, always

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  private struct Part {
    var text: String
    let style: Style
    let weight: Weight
    /// What stands before it, unless it comes first.
    let joint: String

    init(_ text: String, _ style: Style, _ weight: Weight, after joint: String = " · ") {
      self.text = text
      self.style = style
      self.weight = weight
      self.joint = joint
    }
  }

  /// Columns that a name takes before the screen has its title.
  private static let leastName = 20

  /// In the order in which they are read.
  private var parts: [Part]
  /// Where the right side begins in them.
  private let rightStart: Int
  /// Which have room.
  private var shown: Set<Int> = []

  private init(_ state: State, _ document: Document, columns most: Int) {
    let name = (state.demarche ?? document.demarche).structure.raisonSociale
    let isWide = state.size.width >= 100
    let title = isWide ? state.screen.title : state.screen.shortTitle
    let facts = state.isViewing ? [] : state.screen.ecran.facts(state, isWide: isWide)
    let left =
      [
        Part(Self.cut(name, to: Self.leastName), Style(.text, .bold), .name),
        Part(title, .faint, .title, after: "  "),
      ] + facts.map { Part($0, .faint, .fact) }
    parts = left + Self.signs(state) + Self.fate(state, document)
    rightStart = left.count
    let weights = parts.map(\.weight)
    for index in parts.indices.sorted(by: { weights[$0] > weights[$1] })
    where weights[index] > .fact {
      show(index, in: most)
    }
    if shown.contains(0) {
      let room = most - columns + TextWidth.columns(of: parts[0].text)
      parts[0].text = Self.cut(name, to: room)
    }
    for index in left.indices where weights[index] == .fact {
      guard show(index, in: most) else { break }
    }
    let sign = state.environment.symbols.sign("●", ascii: "*")
    if columns + 2 <= most, let index = parts.lastIndex(where: { $0.style.ink == .green }) {
      parts[index].text = "\(sign) \(parts[index].text)"
    }
  }

  /// Shows a part where it has room, or has to have it.
  @discardableResult
  private mutating func show(_ index: Int, in most: Int) -> Bool {
    shown.insert(index)
    if parts[index].weight == .always || columns <= most { return true }
    shown.remove(index)
    return false
  }

  /// As many words of a name as have room.
  private static func cut(_ name: String, to width: Int) -> String {
    TextWidth.wrap(name, width: max(1, width), maxLines: 1).first ?? ""
  }

  /// Both sides, as far as they are shown.
  private var sides: (left: [Part], right: [Part]) {
    let places = parts.indices.filter(shown.contains)
    return (
      places.filter { $0 < rightStart }.map { parts[$0] },
      places.filter { $0 >= rightStart }.map { parts[$0] }
    )
  }

  /// Columns of all that is shown, with two between the sides.
  private var columns: Int {
    let (left, right) = sides
    return Self.columns(of: left) + Self.columns(of: right) + (left.isEmpty ? 0 : 2)
  }

  private static func columns(of parts: [Part]) -> Int {
    parts.enumerated().reduce(0) { sum, part in
      let joint = part.offset == 0 ? 0 : TextWidth.columns(of: part.element.joint)
      return sum + joint + TextWidth.columns(of: part.element.text)
    }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.lay(area, on: .bar)
    guard let document = state.document else { return }
    let line = HeaderLine(state, document, columns: area.width - 2)
    let row = area.inset(columns: 1)
    let (left, right) = line.sides
    for (parts, start) in [(left, row.column), (right, row.endColumn - columns(of: right))] {
      var column = start
      for (index, part) in parts.enumerated() {
        if index > 0 {
          column = canvas.draw(part.joint, at: column, in: row, Style(.faint, on: .bar))
        }
        column = canvas.draw(part.text, at: column, in: row, part.style.on(.bar))
      }
    }
  }

  /// What is not as usual about the wall.
  private static func signs(_ state: State) -> [Part] {
    [
      state.hidesNames ? "sans noms" : nil, state.heldWall == nil ? nil : "mur tenu",
    ]
    .compactMap { $0.map { Part($0, Style(.accent, .bold), .always) } }
  }

  /// Where the last change is, and what is odd about the file.
  private static func fate(_ state: State, _ document: Document) -> [Part] {
    let warning = Style(.orange, .bold)
    if let version = state.viewing?.version {
      return [
        Part("version du \(version.quand)", warning, .versions),
        Part("lecture seule", warning, .always),
      ]
    }
    if document.readOnlyReason != nil { return [Part("lecture seule", warning, .always)] }
    let count = state.conflicts.waiting.count
    let saved =
      switch document.saved {
      case .untouched: Part("ouvert", .faint, .always)
      case .pending: Part("enregistrement\u{A0}…", .faint, .always)
      case .at(let time): Part("enregistré \(time)", Style(.green), .always)
      case .failed: Part("NON ENREGISTRÉ", Style(.red, .bold), .always)
      }
    return [
      count == 0 ? nil : Part("\(count) à choisir (F4)", warning, .waiting), saved,
      // Nothing tells of a change made elsewhere there: the person should know.
      document.isOnNetwork ? Part("réseau", .faint, .network, after: ", ") : nil,
      document.withoutVersions == nil
        ? nil : Part("sans versions", warning, .versions, after: ", "),
    ]
    .compactMap(\.self)
  }
}
