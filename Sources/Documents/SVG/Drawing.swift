import DPES

/// What every drawing is made of: a picture of its own that a page can also hold, each part of it
/// with words.
struct Drawing {
  /// In pixels of the drawing.
  let width: Int
  let height: Int
  private let title: String
  /// Where the picture begins in what is drawn: what stands above it, and below it, is not shown.
  private let top: Int
  private(set) var body: [UInt8] = []

  init(title: String, width: Int, height: Int, top: Int = 0) {
    self.title = title
    self.top = top
    self.width = width
    self.height = height
  }

  mutating func write(_ markup: String) { body.write(markup) }

  /// A halo of white keeps lines behind a text away from its letters.
  mutating func text(
    _ text: String, at x: Int, _ y: Int, size: Int = 13, bold: Bool = false,
    anchor: String = "start", ink: String = "#1a1a1a", halo: Bool = false
  ) {
    body.write(
      "<text x=\"", String(x), "\" y=\"", String(y), "\" font-size=\"", String(size),
      "\" text-anchor=\"", anchor, "\" fill=\"", ink, bold ? "\" font-weight=\"bold" : "",
      halo ? "\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">" : "\">")
    XMLText.append(text, to: &body)
    body.write("</text>\n")
  }

  /// A group that says what it shows.
  mutating func group(_ said: String, transform: String? = nil, _ draw: (inout Drawing) -> Void) {
    body.write("<g")
    if let transform { body.write(" transform=\"", transform, "\"") }
    body.write("><title>")
    XMLText.append(said, to: &body)
    body.write("</title>")
    draw(&self)
    body.write("</g>\n")
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ style: String) {
    body.write("<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" \(style)/>\n")
  }

  /// The shape of a status around a point, of a radius in pixels; with a thick dark edge, that of a
  /// priority.
  mutating func shape(_ statut: Statut?, _ radius: Double, isEdged: Bool = false) {
    let edge = " stroke=\"#1a1a1a\" stroke-width=\"3.5\""
    let fill = (statut.map { Tint($0).ink } ?? "#ffffff") + "\"" + (isEdged ? edge : "")
    switch statut {
    case .rouge:
      let side = radius * 0.9
      body.write(
        "<rect x=\"\(-side)\" y=\"\(-side)\" width=\"\(2 * side)\" height=\"\(2 * side)\" fill=\"\(fill)/>"
      )
    case .orange:
      body.write(
        "<path d=\"M0 \(-radius * 1.3)L\(radius * 1.25) \(radius * 0.85)L\(-radius * 1.25) \(radius * 0.85)Z\" fill=\"\(fill)/>"
      )
    case .vert:
      body.write("<circle r=\"\(radius)\" fill=\"\(fill)/>")
    case nil:
      body.write(
        "<circle r=\"\(radius - 1)\" fill=\"\(fill)"
          + (isEdged ? "/>" : " stroke=\"#555555\" stroke-width=\"2\"/>"))
    }
  }

  /// Inside a page.
  var markup: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, y: nil)
    return out
  }

  /// A file of its own.
  var file: [UInt8] { Self.file([self]) }

  /// Several drawings, one under the other.
  static func file(_ drawings: [Drawing]) -> [UInt8] {
    var out: [UInt8] = []
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    guard drawings.count > 1 else { return out + (drawings.first?.markup ?? []) }
    let width = drawings.map(\.width).max() ?? 0
    let height = drawings.reduce(0) { $0 + $1.height }
    out.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\">\n")
    var y = 0
    for drawing in drawings {
      drawing.write(to: &out, y: y)
      y += drawing.height
    }
    out.write("</svg>\n")
    return out
  }

  private func write(to out: inout [UInt8], y: Int?) {
    out.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 \(top) \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\"" + (y.map { " y=\"\($0)\"" } ?? "")
        + " role=\"img\" "
        + "style=\"font-family: DejaVu Sans, Verdana, Arial, sans-serif\">\n<title>")
    XMLText.append(title, to: &out)
    out.write(
      "</title>\n<rect y=\"\(top)\" width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>\n")
    out.append(contentsOf: body)
    out.write("</svg>\n")
  }
}

extension Tint {
  /// On white, a contrast of 4.5 and more.
  var ink: String { colours.ink }

  var ground: String { colours.ground }

  private var colours: (ink: String, ground: String) {
    switch self {
    case .rouge: ("#b3261e", "#fbe3e1")
    case .orange: ("#8a4b00", "#fdebcf")
    case .vert: ("#1b6b2e", "#e1f2df")
    case .gris: ("#555555", "#f1f1f1")
    }
  }
}

extension String {
  /// Its first words in so many characters, with the sign of what is left out; itself where it fits.
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    return (lines(of: length - 1).first ?? "") + "…"
  }

  /// The words in lines of at most so many characters; a longer word is cut.
  func lines(of length: Int) -> [String] {
    var lines: [String] = []
    var (line, count) = ("", 0)
    for word in split(whereSeparator: \.partsWords) {
      var (word, letters) = (word, word.count)
      if !line.isEmpty, count + 1 + letters <= length {
        line += " "
        line += word
        count += 1 + letters
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while letters > length {
        lines.append(String(word.prefix(length)))
        word = word.dropFirst(length)
        letters -= length
      }
      (line, count) = (String(word), letters)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

extension [String] {
  /// The first of these lines, with the sign of what is left out.
  func first(_ most: Int) -> [String] {
    count > most ? prefix(most - 1) + [self[most - 1] + "…"] : self
  }
}

extension Character {
  /// Most are ASCII, which needs no look at Unicode's tables.
  fileprivate var partsWords: Bool {
    if let asciiValue { return asciiValue == 0x20 || (0x09...0x0D).contains(asciiValue) }
    return isWhitespace && self != "\u{A0}"
  }
}
