import DPES
import TerminalUI

/// The words of an answer.
extension Reponse.Existante {
  /// A word of nine columns at most, and a letter.
  var motCourt: String { self == .nonConcerne ? "n. c." : mot }

  var lettre: String {
    switch self {
    case .oui: "O"
    case .partielle: "P"
    case .non: "N"
    case .nonConcerne: "C"
    }
  }

  var ink: Style.Ink {
    switch self {
    case .oui: .green
    case .partielle: .orange
    case .non: .red
    case .nonConcerne: .faint
    }
  }

  /// What its text says.
  var question: String {
    switch self {
    case .oui, .partielle: "Comment\u{A0}?"
    case .non, .nonConcerne: "Pourquoi\u{A0}?"
    }
  }
}

extension Reponse {
  /// « à intégrer : dans l’idéal, d’ici 3 ans »; nil when nobody said.
  var aIntegrerPhrase: String? {
    aIntegrerMot.map { answer in
      "à intégrer\u{A0}: \(answer)" + (aIntegrerTexte.map { ", \($0)" } ?? "")
    }
  }
}
