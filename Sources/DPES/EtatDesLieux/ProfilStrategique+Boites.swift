extension ProfilStrategique {
  /// One of the nine boxes; its raw value is its key in the file.
  package enum Cle: String, CaseIterable, Hashable, Sendable {
    case ambition, ressourcesInternes, contraintesInternes, ressourcesEnvironnement,
      contraintesEnvironnement, externalitesPositives, externalitesNegatives, mobilisation,
      priorites

    /// As the method's slide arranges them: what carries on the left, what holds back on the right;
    /// inside, outside, then what the structure does to others.
    package static let rangees: [[Cle]] = [
      [.ressourcesInternes, .ambition, .contraintesInternes],
      [.ressourcesEnvironnement, .mobilisation, .contraintesEnvironnement],
      [.externalitesPositives, .priorites, .externalitesNegatives],
    ]

    private var noms: (entier: String, court: String) {
      switch self {
      case .ambition: ("Ambition et finalités", "Ambition")
      case .ressourcesInternes: ("Ressources internes", "Ress. internes")
      case .contraintesInternes: ("Contraintes internes", "Contr. internes")
      case .ressourcesEnvironnement: ("Ressources de l’environnement", "Ress. environ.")
      case .contraintesEnvironnement: ("Contraintes de l’environnement", "Contr. environ.")
      case .externalitesPositives: ("Externalités positives", "Externalités")
      case .externalitesNegatives: ("Externalités négatives", "Externalités")
      case .mobilisation: ("Mobilisation des parties prenantes", "Mobilisation")
      case .priorites: ("Priorités d’action et moyens", "Priorités")
      }
    }

    package var nom: String { noms.entier }

    /// The name where a column is narrow.
    package var nomCourt: String { noms.court }

    /// Plus for what carries, minus for what holds back; nil for what is neither.
    package var signe: Character? {
      switch self {
      case .ressourcesInternes, .ressourcesEnvironnement, .externalitesPositives: "+"
      case .contraintesInternes, .contraintesEnvironnement, .externalitesNegatives: "−"
      case .ambition, .mobilisation, .priorites: nil
      }
    }

    /// How an observation names the box that it comes from, in its `points`.
    package var point: String { "profilStrategique:\(rawValue)" }

    fileprivate typealias Paths = (
      boite: WritableKeyPath<ProfilStrategique, Boite>,
      questions: WritableKeyPath<Suggestions.Questions, [Suggestions.Question]>
    )

    /// The box, and the questions that may be asked about it.
    fileprivate var paths: Paths {
      switch self {
      case .ambition: (\.ambition, \.ambition)
      case .ressourcesInternes: (\.ressourcesInternes, \.ressourcesInternes)
      case .contraintesInternes: (\.contraintesInternes, \.contraintesInternes)
      case .ressourcesEnvironnement: (\.ressourcesEnvironnement, \.ressourcesEnvironnement)
      case .contraintesEnvironnement: (\.contraintesEnvironnement, \.contraintesEnvironnement)
      case .externalitesPositives: (\.externalitesPositives, \.externalitesPositives)
      case .externalitesNegatives: (\.externalitesNegatives, \.externalitesNegatives)
      case .mobilisation: (\.mobilisation, \.mobilisation)
      case .priorites: (\.priorites, \.priorites)
      }
    }
  }

  package subscript(cle: Cle) -> Boite {
    get { self[keyPath: cle.paths.boite] }
    set { self[keyPath: cle.paths.boite] = newValue }
  }
}

extension Suggestions.Questions {
  /// What may be asked about a box.
  package internal(set) subscript(cle: ProfilStrategique.Cle) -> [Suggestions.Question] {
    get { self[keyPath: cle.paths.questions] }
    set { self[keyPath: cle.paths.questions] = newValue }
  }
}

// What is put in the boxes; a box that holds something says so.
extension Demarche {
  /// Adds something to a box, at its end.
  package mutating func ajouterElement(_ texte: String, a cle: ProfilStrategique.Cle) {
    profilStrategique[cle].elements.append(texte)
    profilStrategique[cle].etat = .renseigne
  }

  /// Rewords something of a box; it is known by its words, as others may have changed its place.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierElement(
    _ texte: String, de cle: ProfilStrategique.Cle, en nouveau: String
  ) -> Bool {
    guard texte != nouveau,
      let index = profilStrategique[cle].elements.firstIndex(of: texte)
    else { return false }
    profilStrategique[cle].elements[index] = nouveau
    return true
  }

  /// Takes something out of a box; one left empty has not been asked about.
  @discardableResult
  package mutating func supprimerElement(
    _ index: Int, de cle: ProfilStrategique.Cle
  ) -> Bool {
    guard profilStrategique[cle].elements.indices.contains(index) else { return false }
    profilStrategique[cle].elements.remove(at: index)
    if profilStrategique[cle].elements.isEmpty { profilStrategique[cle].etat = .vide }
    return true
  }

  /// Moves something of a box by one place.
  @discardableResult
  package mutating func deplacerElement(
    _ index: Int, de cle: ProfilStrategique.Cle, de pas: Int
  ) -> Bool {
    let places = profilStrategique[cle].elements.indices
    guard places.contains(index), places.contains(index + pas), pas != 0 else { return false }
    profilStrategique[cle].elements.swapAt(index, index + pas)
    return true
  }

  /// Says that a box was asked about and holds nothing, or takes that back; one that holds something
  /// stays.
  @discardableResult
  package mutating func basculerNeant(_ cle: ProfilStrategique.Cle) -> Bool {
    guard profilStrategique[cle].elements.isEmpty else { return false }
    profilStrategique[cle].etat = profilStrategique[cle].etat == .neant ? .vide : .neant
    return true
  }
}
