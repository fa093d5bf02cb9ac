import TerminalUI

/// The window, of the shape of the present one, in which a sentence stands largest on the wall.
///
/// Larger letters of the terminal leave fewer of them, and the sentence may then have to be bold: only
/// trying tells.
struct BestWindow: Hashable, Sendable {
  let size: Size
  /// Whether the sentence is no larger there than in the present one.
  let isPresent: Bool

  /// - Complexity: O(length of the sentence), for each of some twenty sizes.
  init(for sentence: String, in present: Size, letters: Letters?) {
    /// The height of its letters, as a share of the image's.
    func height(_ size: Size) -> Double {
      let body = WallLayout(size).body.size
      let room = Size(body.width, max(1, body.height - 1))
      let set = WallSentence(sentence, in: room, letters: letters)
      return Double(set.isWhole ? set.letterRows : 0) / Double(max(1, size.height))
    }
    var best = (size: present, height: height(present))
    let now = best.height
    for rows in stride(from: State.smallest.height, through: 60, by: 2) {
      let size = Size(present.width * rows / max(1, present.height), rows)
      guard (State.smallest.width...400).contains(size.width) else { continue }
      let height = height(size)
      if height > best.height * 1.01 { best = (size, height) }
    }
    size = best.size
    isPresent = best.height <= now * 1.1
  }

  /// What to do, in one sentence.
  func advice(in present: Size) -> String {
    if isPresent { return "Cette phrase ne serait pas plus grande dans une autre fenêtre." }
    let key = size.height < present.height ? "plus" : "moins"
    return
      "Cette phrase serait la plus grande dans une fenêtre de \(size.width) × \(size.height)\u{A0}: "
      + "Ctrl et \(key), dans le terminal."
  }
}
