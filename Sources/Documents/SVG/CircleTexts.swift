import DPES
import JSONTree

/// The texts of one axis beside the circle, as far as a page has room.
///
/// Where not all of them fit, priorities come before the others. The lists of a document have every
/// one.
struct CircleTexts {
  private struct Entry {
    let observation: Observation
    let lines: [String]
  }

  private static let lineHeight = 17
  /// In characters, beside a number of two digits.
  private static let lineLength = 50
  private static let digitWidth = 9
  private static let gap = 4
  /// In pixels: two columns, one above the other, are as high as an A4 page is for its width.
  private static let mostHeight = 850
  /// In lines.
  private static let mostOfOne = 8

  private var entries: [Entry] = []
  /// Digits that the longest number has beyond two.
  private let moreDigits: Int
  /// How many observations have no room.
  private var others = 0

  /// Each of them where `all` is asked for, else those that a page has room for.
  ///
  /// - Complexity: O(observations), a text that is not written apart.
  init(_ observations: [Observation], all: Bool) {
    let highest = observations.lazy.compactMap(\.numero).max() ?? 0
    moreDigits = min(max(0, String(highest).count - 2), 6)
    take(observations, room: all ? .max : Self.mostHeight)
    guard entries.count < observations.count else { return }
    entries = []
    take(
      observations.filter(\.priorite) + observations.filter { !$0.priorite },
      room: Self.mostHeight - Self.lineHeight)
    others = observations.count - entries.count
  }

  private mutating func take(_ observations: [Observation], room: Int) {
    var room = room
    for observation in observations {
      let entry = entry(observation)
      room -= Self.height(of: entry)
      guard room >= 0 else { return }
      entries.append(entry)
    }
  }

  private func entry(_ observation: Observation) -> Entry {
    let marks =
      (observation.priorite ? " — !\u{A0}priorité" : "")
      + (observation.desaccord ? " — ≠\u{A0}désaccord" : "")
    let lines = (observation.texte + marks).lines(of: Self.lineLength - moreDigits)
      .first(Self.mostOfOne)
    return Entry(observation: observation, lines: lines)
  }

  private static func height(of entry: Entry) -> Int { entry.lines.count * lineHeight + gap }

  /// In pixels, the name of the axis above included.
  var height: Int {
    46 + entries.reduce(0) { $0 + Self.height(of: $1) }
      + (others > 0 ? Self.lineHeight : 0)
  }

  /// Writes the first line on `y`.
  func write(at x: Int, _ y: Int, in drawing: inout Drawing) {
    var line = y
    let start = x + 62 + moreDigits * Self.digitWidth
    for entry in entries {
      let one = entry.observation
      let word = one.statut?.mot ?? "sans statut"
      let number = one.numero.map { "\($0)" } ?? ""
      drawing.group(
        "\(number.isEmpty ? "" : "\(number), ")\(word)",
        transform: "translate(\(x + 8) \(line - 4))"
      ) { $0.shape(one.statut, 5.5) }
      drawing.text(
        "\(one.statut.map { "\($0.lettre)" } ?? "–") \(number)", at: x + 20, line, bold: true,
        ink: Tint(one.statut).ink)
      for text in entry.lines {
        drawing.text(text, at: start, line)
        line += Self.lineHeight
      }
      line += Self.gap
    }
    guard others > 0 else { return }
    let count = JSONNumber(others).french
    drawing.text(
      entries.isEmpty
        ? "\(count) \(others.agreeing("observation"))" : "et \(count) \(others.agreeing("autre"))",
      at: start, line, ink: "#555555")
  }
}
