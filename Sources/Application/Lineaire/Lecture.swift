import DPES
import TerminalUI

/// What is heard of a screen or a mode in the linear mode: a title, and rows that answer to their
/// numbers.
struct Lecture {
  /// Where one is, and what it counts: said when one comes.
  var title: String
  /// How many rows answer to a number, from 1.
  var count = 0
  /// The row selected, from 0; nil in an empty list.
  var selection: Int?
  /// What tells the selected row from others, whatever it says now.
  var id: String?
  /// A row in one sentence or two, by its place from 0: the most important first.
  var row: (Int) -> String = { _ in "" }
  /// Whether a row says its own number.
  var saysNumbers = false
  /// What else is known of the selected row, a line each.
  var details: [String] = []
  /// What may be answered, and what Entrée alone answers.
  var question: String?
  /// Whether a number answers it, beside showing what it stands for.
  var numberAnswers = false

  /// The selected row, with its number.
  var selectedLine: String? {
    selection.flatMap { (0..<count).contains($0) ? row($0) : nil }
  }
}
