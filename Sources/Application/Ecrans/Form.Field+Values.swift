import DPES
import TerminalUI

extension Form.Field {
  /// A text that may stay unsaid.
  static func text(
    _ text: String?, id: String, label: String, hint: String = "", limit: Int, lines: Int = 1
  ) -> Form.Field {
    Form.Field(text: text ?? "", id: id, label: label, hint: hint, limit: limit, lines: lines)
  }

  /// A short value, a number or initials, that is typed anew rather than corrected.
  static func value(
    _ text: String?, id: String, label: String, hint: String = "", limit: Int = 40
  ) -> Form.Field {
    Form.Field(
      text: text ?? "", id: id, label: label, hint: hint, limit: limit, isProse: false,
      isValue: true)
  }

  /// How a date is written, wherever one is asked.
  static let dateHint = "12/03/2027, 28/02, mars 2027, dans 3 mois"

  /// What is said of a text that is no date.
  static func notADay(_ text: String) -> String {
    "«\u{A0}\(TextWidth.truncated(text, to: 20))\u{A0}» n’est pas une date\u{A0}: \(dateHint)."
  }

  /// A day that may stay unsaid.
  static func day(
    _ day: Day?, id: String, label: String,
    hint: String = "\(dateHint)\u{A0}; peut rester vide.", suggestions: [String] = []
  ) -> Form.Field {
    Form.Field(
      text: day?.frenchShort ?? "", id: id, label: label, hint: hint, limit: 40,
      suggestions: suggestions, isProse: false, isValue: true)
  }

  /// One of all the values that a type has, each with its key and its words, or none.
  static func choice<Value: CaseIterable & Equatable>(
    _ value: Value?, id: String, label: String, hint: String,
    _ option: (Value) -> Form.Choice.Option
  ) -> Form.Field where Value.AllCases == [Value] {
    let all = Value.allCases
    let selection = value.flatMap(all.firstIndex)
    return Form.Field(
      choice: Form.Choice(all.map(option), selection: selection), id: id, label: label, hint: hint)
  }
}
