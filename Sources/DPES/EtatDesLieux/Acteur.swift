/// An actor of the map around the structure; its nature, what that bears on and its objet are its tie
/// with the structure.
package struct Acteur: IdentifiedRecord {
  package enum Nature: String, Word {
    case alliance, opposition, negociation, neutralite, interdependance

    package var nom: String {
      switch self {
      case .alliance: "alliance"
      case .opposition: "opposition"
      case .negociation: "négociation"
      case .neutralite: "neutralité"
      case .interdependance: "interdépendance"
      }
    }

    /// The form's own letter, small.
    package var lettre: Character {
      switch self {
      case .alliance: "a"
      case .opposition: "o"
      case .negociation: "n"
      case .neutralite: "t"
      case .interdependance: "i"
      }
    }
  }

  /// What a tie bears on.
  package enum PorteSur: String, Word {
    case valeurs, pratiques, moyens, globale

    package var nom: String { rawValue }

    /// After « porte sur ».
    package var mot: String {
      switch self {
      case .valeurs: "les valeurs"
      case .pratiques: "les pratiques"
      case .moyens: "les moyens"
      case .globale: "le tout"
      }
    }

    /// The form's own letter, small.
    package var lettre: Character {
      switch self {
      case .valeurs: "v"
      case .pratiques: "p"
      case .moyens: "m"
      case .globale: "g"
      }
    }
  }

  /// How far an actor acts.
  package enum Niveau: String, Word {
    case local, departemental, regional, national, europeen

    package var nom: String {
      switch self {
      case .local: "local"
      case .departemental: "départemental"
      case .regional: "régional"
      case .national: "national"
      case .europeen: "européen"
      }
    }
  }

  /// More than these and the map is read no more.
  package static let maximum = 12

  package var id = ""
  package var nom: String?
  package var nature: Nature?
  package var porteSur: PorteSur?
  package var objet: String?
  package var niveau: Niveau?
  /// What kind of organisation it is: an association, a collectivité.
  package var qualite: String?
  /// What it is there for.
  package var mission: String?
  /// No longer on the map since; what names it keeps its name.
  package var departLe: Day?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Acteur>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("nom", { $0.nom }, { $0.nom = $1 }).names(.organisme),
    .optional("nature", { $0.nature }, { $0.nature = $1 }),
    .optional("porteSur", { $0.porteSur }, { $0.porteSur = $1 }).called("porte sur"),
    .optional("objet", { $0.objet }, { $0.objet = $1 }),
    .optional("niveau", { $0.niveau }, { $0.niveau = $1 }),
    .optional("qualite", { $0.qualite }, { $0.qualite = $1 }).called("qualité"),
    .optional("mission", { $0.mission }, { $0.mission = $1 }),
    .optional("departLe", { $0.departLe }, { $0.departLe = $1 }).called("départ le").dates(.prevu),
  ]

  /// Whether it has left the map by a day.
  package func estParti(le jour: Day) -> Bool { departLe.map { $0 <= jour } ?? false }
}
