import DPES

/// How far a terminal on a wall reads, by the rule of projected images: a letter has to be as high as
/// the farthest eye's distance divided by two hundred (AVIXA, DISCAS).
package enum Legibility {
  /// The most rows that read from the last row of the room; 0 where nothing would.
  ///
  /// `distance`, from the wall to the last eyes, and `imageHeight` in centimetres.
  package static func mostRows(distance: Int, imageHeight: Int) -> Int {
    mostRows(distance: distance, imageHeight: imageHeight, letterHeight: 45)
  }

  /// The most rows of a window whose letters drawn from blocks, five of their eight halves high, read
  /// from there.
  static func mostRowsForLetters(distance: Int, imageHeight: Int) -> Int {
    mostRows(distance: distance, imageHeight: imageHeight, letterHeight: 250)
  }

  /// `letterHeight`: the height of a lower-case letter, in hundredths of a row.
  private static func mostRows(distance: Int, imageHeight: Int, letterHeight: Int) -> Int {
    guard distance > 0, imageHeight > 0 else { return 0 }
    // letterHeight / 100 × imageHeight / rows ≥ distance / 200
    return letterHeight * 2 * imageHeight / distance
  }

  /// Whether the last row is too far to read for long: more than six times the image's height.
  package static func isFar(distance: Int, imageHeight: Int) -> Bool {
    distance > 6 * imageHeight
  }
}

/// A length as a person says it.
package struct Length: Hashable, Sendable {
  /// From 1 to 10,000.
  package let centimetres: Int

  /// nil for what no room has.
  package init?(centimetres: Int) {
    guard (1...Length.longest).contains(centimetres) else { return nil }
    self.centimetres = centimetres
  }

  /// Reads metres: `6`, `6,5`, `1.50 m`.
  init?(metres text: String) {
    var text = text.trimmed
    if text.lowercased().hasSuffix("m") { text = String(text.dropLast()).trimmed }
    let parts = text.split(omittingEmptySubsequences: false) { ",.".contains($0) }
    guard (1...2).contains(parts.count), let metres = Int(parts[0]), (0...100).contains(metres)
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1].prefix(2)) : ""
    guard let fraction = Int(decimals + String(repeating: "0", count: 2 - decimals.count)),
      fraction >= 0, parts.count == 1 || parts[1].allSatisfy(\.isNumber)
    else { return nil }
    self.init(centimetres: metres * 100 + fraction)
  }

  /// `6,5 m`.
  var text: String {
    let fraction = centimetres % 100
    let decimals =
      fraction == 0
      ? "" : fraction % 10 == 0 ? ",\(fraction / 10)" : ",\(fraction < 10 ? "0" : "")\(fraction)"
    return "\(centimetres / 100)\(decimals)\u{A0}m"
  }

  private static let longest = 10_000

  var plainText: String { text.filter { $0.isNumber || $0 == "," } }
}

/// The room: how far the last row is, and how high the image.
package struct Room: Hashable, Sendable {
  /// From the image to the last row.
  package var distance: Length?
  /// Of the image on the wall.
  package var imageHeight: Length?

  /// A room, as far as it was measured.
  package init(distance: Length? = nil, imageHeight: Length? = nil) {
    self.distance = distance
    self.imageHeight = imageHeight
  }

  /// The most rows that read; nil until both are known.
  var mostRows: Int? {
    guard let distance, let imageHeight else { return nil }
    return Legibility.mostRows(distance: distance.centimetres, imageHeight: imageHeight.centimetres)
  }
}
