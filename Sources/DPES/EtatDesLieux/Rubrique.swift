import JSONTree

/// One thing that is written down of the état des lieux: what it is called, where it stands in
/// `Part`, how it reads and what may be wrong with it.
///
/// A form has a field for each, a screen a row; both come from the tables of ``Fiche``.
package struct Rubrique<Part: Sendable>: Sendable {
  /// What kind of text it is.
  package enum Genre: Hashable, Sendable {
    case texte
    /// Several sentences, whose length is told.
    case texteLong
    case jour
    /// Of what has happened: none to come.
    case jourPasse
    case nombre
    /// Chosen among suggestions, or written.
    case statut, echelle

    /// Whether a day is typed in it.
    package var isDay: Bool { self == .jour || self == .jourPasse }
  }

  package let id: String
  package let label: String
  /// One sentence under the field; empty when the label says it all.
  package let aide: String
  package let genre: Genre
  /// As a person reads and types it; empty when nothing is said.
  package let lire: @Sendable (Part) -> String
  /// Puts in what was typed, nil for nothing; returns what is wrong with it, and then changes
  /// nothing.
  package let ecrire: @Sendable (String?, inout Part) -> String?

  package typealias Path<V> = any WritableKeyPath<Part, V> & Sendable

  static func texte(
    _ id: String, _ label: String, _ path: Path<String?>, _ aide: String = "",
    _ genre: Genre = .texte
  ) -> Rubrique {
    Rubrique(id: id, label: label, aide: aide, genre: genre) {
      $0[keyPath: path] ?? ""
    } ecrire: {
      $1[keyPath: path] = $0
      return nil
    }
  }

  static func nombre(
    _ id: String, _ label: String, _ path: Path<JSONNumber?>, _ limite: Limite,
    _ aide: String = "", peutManquer: Bool = false
  ) -> Rubrique {
    Rubrique(id: id, label: label, aide: aide, genre: .nombre) {
      $0[keyPath: path]?.french ?? ""
    } ecrire: { text, part in
      guard let text else {
        part[keyPath: path] = nil
        return nil
      }
      guard let number = JSONNumber(ecrit: text.filter { $0 != "€" }) else {
        return "«\u{A0}\(text.prefix(20))\u{A0}» n’est pas un nombre\u{A0}: 12,5 ou 180 000."
      }
      // A dot before three digits may part the thousands: nobody counts thousandths of a euro.
      let cents = text.split(whereSeparator: { ",.".contains($0) }).dropFirst().first
      if limite == .valeur, let cents, cents.count(where: \.isNumber) > 2 {
        return "«\u{A0}\(text.prefix(20))\u{A0}» se lit de deux façons\u{A0}: 897 000, ou 897,50."
      }
      guard number.double.map({ $0 >= 0 || peutManquer }) == true else {
        return "Un nombre plus petit que zéro n’a pas de sens ici."
      }
      guard limite.admet(number) else {
        return "«\u{A0}\(text.prefix(20))\u{A0}»\u{A0}: il faudrait \(limite.mots)."
      }
      part[keyPath: path] = number
      return nil
    }
  }

  static func jour(
    _ id: String, _ label: String, _ path: Path<Day?>, _ aide: String = "",
    _ genre: Genre = .jour
  ) -> Rubrique {
    Rubrique(id: id, label: label, aide: aide, genre: genre) {
      $0[keyPath: path]?.frenchShort ?? ""
    } ecrire: { text, part in
      guard let text else {
        part[keyPath: path] = nil
        return nil
      }
      guard let day = Day(ecrit: text) else {
        return
          "«\u{A0}\(text.prefix(20))\u{A0}» n’est pas une date\u{A0}: 12/03/2026, 28/02 ou mars 2027."
      }
      part[keyPath: path] = day
      return nil
    }
  }
}
