import DPES
import TerminalUI

/// Asks for the room, and says whether the present window reads from its last row.
struct LegibilityCard: Hashable, Sendable {
  enum Place: Hashable, Sendable { case distance, imageHeight }

  var distance: TextField
  var imageHeight: TextField
  var place = Place.distance

  init(_ room: Room) {
    distance = TextField(room.distance?.plainText ?? "", limit: 8)
    imageHeight = TextField(room.imageHeight?.plainText ?? "", limit: 8)
  }

  var room: Room {
    Room(distance: Length(metres: distance.text), imageHeight: Length(metres: imageHeight.text))
  }

  /// The field that is typed in.
  var field: TextField {
    get { place == .distance ? distance : imageHeight }
    set {
      switch place {
      case .distance: distance = newValue
      case .imageHeight: imageHeight = newValue
      }
    }
  }

  /// Whether a key writes a length or goes to the other: words are said to nobody here.
  static func takes(_ key: Key) -> Bool {
    guard case .character(let letter) = key else { return true }
    return letter.isNumber || " ,.m".contains(letter)
  }

  /// Changes what is known of the room, which is kept while the program runs.
  func press(_ key: Key, in state: inout State) {
    var card = self
    if [.tab, .backTab, .up, .down].contains(key) {
      card.place = card.place == .distance ? .imageHeight : .distance
    } else if !card.field.handle(key) {
      return
    }
    card.keep(in: &state)
  }

  private func keep(in state: inout State) {
    state.room = room
    state.replaceMode(WallCard.legibility(self))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    func take(_ rows: Int = 1) -> Rect { rest.takeTop(rows) }
    if area.height >= 16 { _ = take() }
    canvas.draw("Lisible du dernier rang\u{A0}?", in: take(), .title)
    _ = take(area.height >= 12 ? 1 : 0)
    let isFollower = state.wallWindow?.isFollower == true
    for (label, field, place) in [
      ("Distance du dernier rang (m)", distance, Place.distance),
      ("Hauteur de l’image (m)", imageHeight, .imageHeight),
    ] {
      let row = take()
      let end = canvas.draw(label, in: row, .text)
      let start = max(end + 1, row.column + 29)
      field.draw(
        on: &canvas, in: Rect(column: start, row: row.row, width: 8, height: 1),
        isFocused: place == self.place && !isFollower)
      _ = take(area.height >= 16 ? 1 : 0)
    }
    _ = take(area.height >= 12 ? 1 : 0)
    let answer = answer(rows: state.size.height, hasLetters: state.hasLetters)
    for (text, style) in answer + [Self.advice(state)].compactMap(\.self) {
      let lines = TextWidth.wrap(text, width: rest.width, maxLines: rest.height)
      for line in lines { canvas.draw(line, in: take(), style) }
      _ = take(area.height >= 16 ? 1 : 0)
    }
  }

  /// Which window shows the present sentence largest; nil where none is told.
  private static func advice(_ state: State) -> (text: String, style: Style)? {
    guard state.screen == .cercle, let one = state.cercle.selected(in: state.derived) else {
      return nil
    }
    let best = BestWindow(for: one.texte, in: state.size, letters: state.wallLetters)
    return (best.advice(in: state.size), .text)
  }

  /// What the two lengths say of a window of so many rows.
  private func answer(rows: Int, hasLetters: Bool) -> [(text: String, style: Style)] {
    let room = room
    guard let most = room.mostRows, let distance = room.distance, let height = room.imageHeight
    else {
      return [("Des mètres, comme 6 ou 1,5. Tab passe d’un champ à l’autre.", .faint)]
    }
    let isFar = Legibility.isFar(distance: distance.centimetres, imageHeight: height.centimetres)
    var answer: [(String, Style)] = [
      (
        "À \(distance.text) d’une image de \(height.text), on lit \(most.counting("ligne")) au plus.",
        .strong
      )
    ]
    if rows <= most {
      answer.append(("Cette fenêtre en a \(rows)\u{A0}: c’est lisible.", Style(.green, .bold)))
    } else {
      let hint =
        most >= State.smallest.height
        ? "agrandissez les lettres du terminal (souvent Ctrl et plus)."
        : "rapprochez le dernier rang, ou agrandissez l’image."
      answer.append(
        ("Cette fenêtre en a \(rows), c’est trop\u{A0}: \(hint)", Style(.orange, .bold)))
      let reach = Legibility.mostRowsForLetters(
        distance: distance.centimetres, imageHeight: height.centimetres)
      if hasLetters, rows <= reach { answer.append(("Les grandes lettres s’y lisent.", .text)) }
    }
    if isFar {
      let far =
        "Au-delà de six fois la hauteur de l’image, lire fatigue\u{A0}: rapprochez les chaises."
      answer.append((far, .text))
    }
    return answer
  }
}
