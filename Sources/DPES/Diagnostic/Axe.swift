/// One of the four axes of the charter, always in this order, never summed.
package enum Axe: String, Word {
  case utilite, personne, democratie, territoire

  /// The axis in full, as the charter names it.
  package var nom: String {
    switch self {
    case .utilite: "Activités socialement utiles et emplois pérennes"
    case .personne: "Primauté de la personne sur le profit"
    case .democratie: "Modes d’organisation démocratiques"
    case .territoire: "Coopération et implication sur le territoire"
    }
  }

  package var nomCourt: String {
    switch self {
    case .utilite: "Utilité et emplois"
    case .personne: "Personne d’abord"
    case .democratie: "Démocratie"
    case .territoire: "Territoire"
    }
  }

  /// The axis in one word, where there is room for no more.
  package var motCourt: String {
    switch self {
    case .utilite: "Utilité"
    case .personne: "Personne"
    case .democratie: "Démocratie"
    case .territoire: "Territoire"
    }
  }

  /// One letter: U, P, D, T.
  package var lettre: Character {
    switch self {
    case .utilite: "U"
    case .personne: "P"
    case .democratie: "D"
    case .territoire: "T"
    }
  }
}
