/// One of the four axes of the charter, always in this order, never summed.
package enum Axe: String, Word {
  case utilite, personne, democratie, territoire

  private var noms: (entier: String, court: String, mot: String, lettre: Character) {
    switch self {
    case .utilite:
      ("Activités socialement utiles et emplois pérennes", "Utilité et emplois", "Utilité", "U")
    case .personne: ("Primauté de la personne sur le profit", "Personne d’abord", "Personne", "P")
    case .democratie: ("Modes d’organisation démocratiques", "Démocratie", "Démocratie", "D")
    case .territoire:
      ("Coopération et implication sur le territoire", "Territoire", "Territoire", "T")
    }
  }

  /// The axis in full, as the charter names it.
  package var nom: String { noms.entier }

  package var nomCourt: String { noms.court }

  /// The axis in one word, where there is room for no more.
  package var motCourt: String { noms.mot }

  /// What the charter has a structure undertake on it.
  package var engagement: String {
    switch self {
    case .utilite: "Favoriser des activités socialement utiles et des emplois pérennes"
    case .personne: "Asseoir la primauté de la personne sur le profit"
    case .democratie: "Favoriser les modes d’organisation démocratiques"
    case .territoire: "Coopérer et s’impliquer sur le territoire"
    }
  }

  /// One letter: U, P, D, T.
  package var lettre: Character { noms.lettre }
}
