import DPES
import TerminalUI

// What the fields of a card say, or what is wrong with one.
extension FormCard {
  /// What a field says, read; nil when it is empty.
  func read<Value>(
    _ id: String, _ read: (String) -> Value?, else fault: (String) -> String
  ) throws(Fault) -> Value? {
    guard let text = value(id) else { return nil }
    guard let value = read(text) else { throw Fault(id: id, text: fault(text)) }
    return value
  }

  /// What a field that may not be empty says.
  func required(_ id: String, else fault: String) throws(Fault) -> String {
    guard let text = value(id) else { throw Fault(id: id, text: fault) }
    return text
  }

  /// The day that a field says.
  func date(_ id: String) throws(Fault) -> Day? {
    guard let day = day(id) else { throw Fault(id: id, text: Self.notADay(value(id) ?? "")) }
    return day
  }

  /// The participant named in a field, by the id; `before` is taken also where they have left.
  func person(_ id: String, before: String?) throws(Fault) -> String? {
    try read(
      id, { base.personne($0, parmi: before.map { [$0] } ?? []) }, else: { Self.stranger($0, base) }
    )
  }

  /// The participants named in a field, by their ids, each once; blanks and commas part them.
  func people(_ id: String, before: [String]) throws(Fault) -> [String] {
    var found: [String] = []
    for word in form.text(id).split(whereSeparator: { " ,;".contains($0) }).map(String.init) {
      guard let one = base.personne(word, parmi: before) else {
        throw Fault(id: id, text: Self.stranger(word, base))
      }
      if !found.contains(one) { found.append(one) }
    }
    return found
  }
}

extension Demarche {
  func indicateur(_ id: String) -> Indicateur? {
    lieu(deIndicateur: id).map { schema.paliers[$0.palier].indicateurs[$0.index] }
  }

  func engagement(_ id: String) -> Palier.Engagement? {
    lieu(deEngagement: id).map { schema.paliers[$0.palier].engagements[$0.index] }
  }
}
