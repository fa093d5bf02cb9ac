package import JSONTree

/// What a number of the format may be, one for each field (``Record/fields``).
///
/// One beyond it is kept in the file as it stands and is a ``Constat``; for the program it is as if
/// it were not there, so that no arithmetic meets it.
package struct Limite: Hashable, Sendable {
  /// What it should be; anything else is told.
  package let attendu: ClosedRange<Int>
  /// What it may be and still count.
  package let admis: ClosedRange<Int>
  /// What it should be, in words: `un nombre de mois entre 0 et 600`.
  package let mots: String

  private init(_ attendu: ClosedRange<Int>, admis: ClosedRange<Int>? = nil, _ mots: String) {
    self.attendu = attendu
    self.admis = admis ?? attendu
    self.mots = mots
  }

  package func admet(_ nombre: Int) -> Bool { admis.contains(nombre) }

  package func admet(_ nombre: JSONNumber) -> Bool { nombre.isIn(admis) }

  /// What is no number has no limit.
  package func admet(_ valeur: Valeur) -> Bool {
    if case .nombre(let nombre) = valeur { admet(nombre) } else { true }
  }

  func admet(_ value: JSONValue) -> Bool {
    if case .number(let number) = value { number.isIn(admis) } else { true }
  }

  func attend(_ value: JSONValue) -> Bool {
    if case .number(let number) = value { number.isIn(attendu) } else { true }
  }

  package static let numero = compte(aPartirDe: 1)
  package static let rang = compte(aPartirDe: 1)
  /// Votes, points, hands.
  package static let compte = compte(aPartirDe: 0)
  package static let mois = mois(aPartirDe: 0)
  package static let duree = mois(aPartirDe: 1)
  /// One before the start is allowed, and told.
  package static let echeance = Limite(
    mois.attendu, admis: -Periode.dernierMois...Periode.dernierMois, mois.mots)
  /// Of a curseur: from one end of its line to the other.
  package static let deplacement = Limite(-10...10, "un nombre de pas entre −10 et 10")
  package static let annees = Limite(0...50, "un nombre d’années entre 0 et 50")
  package static let angle = Limite(0...360, "un nombre de degrés entre 0 et 360")
  package static let rayon = Limite(0...100, "un nombre entre 0, le centre, et 100, le bord")
  /// Hours, people at work.
  package static let quantite = Limite(0...1_000_000_000, "un nombre entre 0 et un milliard")
  /// Of how many structures a word of a synthesis has to be.
  package static let seuil = Limite(3...1_000, "un nombre de structures entre 3 et 1 000")
  /// What an indicator measures, or euros.
  package static let valeur = Limite(
    -1_000_000_000_000...1_000_000_000_000, "un nombre entre −1 000 et 1 000 milliards")

  private static func compte(aPartirDe premier: Int) -> Limite {
    Limite(premier...1_000_000, "un nombre entre \(premier) et un million")
  }

  private static func mois(aPartirDe premier: Int) -> Limite {
    Limite(
      premier...Periode.dernierMois,
      "un nombre de mois entre \(premier) et \(Periode.dernierMois)")
  }
}

extension JSONNumber {
  /// Whether it lies in a range, whole or not, however it is spelt and however large it is.
  fileprivate func isIn(_ range: ClosedRange<Int>) -> Bool {
    if let whole = Int(spelling) { return range.contains(whole) }
    guard let double else { return false }
    return (Double(range.lowerBound)...Double(range.upperBound)).contains(double)
  }
}
