package import JSONTree

/// Something that a démarche gets wrong, or that deserves a look.
///
/// The file is read all the same: what stops a reading is a ``FormatError``. Texts of the file
/// stand in the sentences as they are, control characters included.
package struct Constat: Hashable, Sendable {
  /// How much it matters; the gravest comes first.
  package enum Gravite: String, Comparable, CaseIterable, Sendable {
    /// The file contradicts itself: something is lost or mistaken for something else.
    case erreur
    /// What is written can't mean what was meant.
    case avertissement
    /// Allowed, and worth a look.
    case remarque

    /// From the gravest on.
    package static func < (left: Gravite, right: Gravite) -> Bool {
      left.rang < right.rang
    }

    private var rang: Int { Gravite.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How many constats a rule makes of one démarche: nobody reads more, and a file may be made to
  /// hold millions.
  package static let most = 1000

  /// The rule that is broken.
  package let regle: Regle
  /// Where, from the root of the file.
  package let pointeur: JSONPointer
  /// Where, as a person says it: `image du 5 mars 2026, observation 12`.
  package let lieu: String
  /// What is the matter, and why.
  package let phrase: String

  /// How much it matters, which the rule decides.
  package var gravite: Gravite { regle.gravite }
  /// What to do.
  package var conseil: String { regle.conseil }
}

extension Demarche {
  /// All there is to say of a démarche by some rules, the gravest first, then rule by rule in the
  /// order of the file; at most ``Constat/most`` by one rule.
  ///
  /// Without a day, nothing is said of what is still to come; without `cycles`, of which are known.
  ///
  /// - Complexity: O(what the file holds), for any rules.
  package func constats(
    _ regles: Set<Constat.Regle> = Set(Constat.Regle.allCases), le jour: Day? = nil,
    cycles: [Cycle]? = nil
  ) -> [Constat] {
    constats(regles, in: json, le: jour, cycles)
  }

  /// All there is to say of what was read from a file, its version included.
  ///
  /// `tree` is what the file holds.
  package func constats(
    inFile tree: JSONValue, le jour: Day? = nil, cycles: [Cycle]? = nil
  ) -> [Constat] {
    let regles = Set(Constat.Regle.allCases)
    guard case .number(let number)? = tree["version"], let version = number.int,
      version < Demarche.currentVersion
    else { return constats(regles, in: tree, le: jour, cycles) }
    return constats(regles, le: jour, cycles: cycles) + [
      Constat(
        regle: .versionAncienne, pointeur: ["version"], lieu: "«\u{A0}version\u{A0}»",
        phrase: "Le fichier est d’un format plus ancien (version \(version)).")
    ]
  }

  private func constats(
    _ regles: Set<Constat.Regle>, in tree: JSONValue, le jour: Day?, _ cycles: [Cycle]?
  ) -> [Constat] {
    var inspection = Inspection(of: self, tree, regles, le: jour, cycles: cycles)
    for controle in Inspection.controles where !regles.isDisjoint(with: controle.regles) {
      controle.inspect(&inspection)
    }
    return Constat.Gravite.allCases.flatMap { gravite in
      inspection.constats.filter { $0.gravite == gravite }
    }
  }
}
