import TerminalUI

/// The window, of the shape of the present one, in which a sentence stands largest on the wall.
///
/// Larger letters of the terminal leave fewer of them, and the sentence may then have to be bold: only
/// trying tells.
struct BestWindow: Hashable, Sendable {
  let size: Size
  /// Whether no other window would show the sentence clearly larger.
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
    let tried = stride(from: State.smallest.height, through: 60, by: 2).map { rows in
      Size(present.width * rows / max(1, present.height), rows)
    }
    .filter { (State.smallest.width...400).contains($0.width) }
    .map { (size: $0, height: height($0)) }
    let most = tried.map(\.height).max() ?? 0
    isPresent = most <= height(present) * 1.25
    // Of those where it is about as large, the one that changes least.
    let nearest = tried.filter { $0.height >= most * 0.9 }
      .min { abs($0.size.height - present.height) < abs($1.size.height - present.height) }
    size = isPresent ? present : nearest?.size ?? present
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
