import DPES
import TerminalUI

// Values typed on the command line, checked here so that what is wrong is said in French.

extension Day {
  /// Reads `2026-03-12`, or `12/03/2026`, `hier`, `28/02` as a person types it, on the system's day.
  init(typed text: String, option: String) throws(Failure) {
    guard let day = Day(ecrit: text, le: Clock.system().now().day, .fait) else {
      throw Failure(Sentences.notADay(text, option: option))
    }
    self = day
  }
}

extension Clock {
  /// The system's, on the day that `--date` names, if it does.
  static func system(typed date: String?) throws(Failure) -> Clock {
    .system(on: try date.map { (text) throws(Failure) in try Day(typed: text, option: "--date") })
  }
}

extension Realise.Statut {
  /// Reads `verifie`, or « vérifié », « non atteint » as the screen says it.
  init?(typed text: String) {
    let word = text.folded.split { $0.isWhitespace || $0 == "-" }.joined(separator: "-")
    self.init(rawValue: word)
  }
}

extension Size {
  /// Reads `100x30`: columns, rows.
  init(typed text: String, option: String) throws(Failure) {
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { "x×".contains($0) }
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      Self.printable.contains(width), Self.printable.contains(height)
    else { throw Failure(Sentences.notASize(text, option: option, allowed: Self.printable)) }
    self.init(width, height)
  }

  private static let printable = 1...1000
}

extension Valeur {
  /// Reads `31,5`, `oui` or a text, as the indicator's nature asks.
  ///
  /// A nature that nobody chose takes a number where there is one.
  init(typed text: String, nature: Indicateur.Nature?, option: String) throws(Failure) {
    guard let value = Valeur(ecrite: text, nature: nature) else {
      switch nature {
      case .ouiNon:
        throw Failure(Sentences.unknown(text, option: option, known: ["oui", "non"]))
      case _ where Valeur.estHorsLimites(text):
        throw Failure(Sentences.beyond(text, option: option, .valeur))
      default: throw Failure(Sentences.notANumber(text, option: option))
      }
    }
    self = value
  }
}

extension Demarche {
  /// The id of the participant with these initials, or with this id.
  func participant(typed text: String) throws(Failure) -> String {
    let found = participants(named: text)
    guard let participant = found.first else {
      throw Failure(Sentences.unknownPerson(text, known: participants.compactMap(\.initiales)))
    }
    guard found.count == 1 else {
      throw Failure(Sentences.ambiguousPerson(text, ids: found))
    }
    return participant
  }
}
