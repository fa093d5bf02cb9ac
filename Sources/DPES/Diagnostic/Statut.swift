/// What the group says of an observation: one of three sentences, not a mark out of three.
package enum Statut: String, Word {
  case rouge, orange, vert

  /// The sentence of the method, as it stands.
  package var phrase: String {
    switch self {
    case .rouge:
      "L’action menée est insuffisante au regard de ce que demande l’économie solidaire."
    case .orange:
      "La préoccupation existe, mais il reste à trouver des façons d’améliorer et à les mettre en œuvre."
    case .vert:
      "L’action conduite répond à ce que demande l’économie solidaire."
    }
  }

  /// The colour's name.
  package var mot: String { rawValue }

  /// The colour's name as it agrees with a number: orange, the fruit, never does.
  package func mot(pour nombre: Int) -> String { self == .orange ? mot : nombre.agreeing(mot) }

  package var lettre: Character {
    switch self {
    case .rouge: "R"
    case .orange: "O"
    case .vert: "V"
    }
  }
}
