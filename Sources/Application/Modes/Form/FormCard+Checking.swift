import DPES
import TerminalUI

// What is wrong with a field is said when one leaves it; nothing else waits for that.
extension FormCard {
  /// What the dates of forms are about: a date without its year is the last one, or the next.
  private static let dates: [String: GenreDeDate] = [
    "quand": .prevu, "fin": .prevu, "debut": .fait, "date": .fait, "fait": .fait,
    "atteint": .fait, "depart": .fait, "avant": .fait, "apres": .fait,
    "prevuLe": .prevu, "prepareLe": .fait, "faitLe": .fait, "reponduLe": .fait, "signeeLe": .fait,
    "pieceDu": .fait,
  ]
  private static let people: Set = ["qui", "responsable", "par"]

  /// The day typed in a field: nothing, or one; nil when it is no day.
  func day(_ id: String) -> Day?? {
    guard let text = value(id) else { return .some(nil) }
    return Day(ecrit: text, le: today, Self.dates[id] ?? .fait).map { .some($0) }
  }

  /// Does what a key does in the form; a field that one leaves is looked at.
  mutating func hear(_ key: Key, width: Int) -> Bool {
    let left = form.focusedID
    guard form.handle(key, width: width) else { return false }
    if let left, left != form.focusedID {
      check(left)
      let subject = subject
      subject.propose(in: &self)
    }
    let card = self
    form.ask(card.asks)
    return true
  }

  /// Says what is wrong with a field; a date that is right is written out.
  private mutating func check(_ id: String) {
    guard let field = form.fields.first(where: { $0.id == id }), case .text = field.content else {
      return
    }
    let text = value(id)
    var fault: String?
    if text != nil, let day = isDate(field) ? day(id) : .some(nil) {
      if let day { form.write(day.frenchShort, in: id) }
    } else if let text {
      fault = Self.notADay(text)
    }
    if let text, Self.people.contains(id), form.text(id) != original.text(id),
      base.personne(text, parmi: []) == nil
    {
      fault = Self.unknown(text, base)
    }
    do throws(Fault) {
      if fault == nil { try subject.check(id, in: self) }
    } catch {
      // What is wrong with another one is said there.
      if error.id == id { fault = error.text }
    }
    form.tell(id, fault)
  }

  /// Whether a field says what it said when the form was opened.
  func isAsWritten(_ id: String) -> Bool { form.text(id) == original.text(id) }

  /// Asks once of a day that is past, where one to come is meant.
  func askPast(_ id: String, _ day: Day?) throws(Fault) {
    guard let day, day < today else { return }
    try ask(id, "Le \(day.french) est passé. Entrée encore le garde.")
  }

  /// Refuses a day to come where what is done is meant, with what to do; one that stood there stays.
  func refuseToCome(_ id: String, _ advice: String) throws(Fault) {
    guard isChanged(id), case .some(.some(let day)) = day(id), day > today else { return }
    throw Fault(id: id, text: "Le \(day.french) n’est pas encore venu\u{A0}: \(advice)")
  }

  private func isDate(_ field: Form.Field) -> Bool {
    field.isValue && Self.dates[field.id] != nil
  }
}
