package import JSONTree

/// What a démarche holds of the structures that it reads together, when it is that of a territory.
package struct Territoire: Record {
  /// Of what the synthesis tells.
  package enum Par: String, Word {
    /// A theme of a référentiel: for a room of structures.
    case theme
    /// Points and texts that are the same thing in several référentiels.
    case sujet
    /// A point of a référentiel: for a region.
    case point
  }

  /// What is known of a structure, by the id of its démarche or of its extract: never its name.
  package struct Participante: IdentifiedRecord {
    /// A consent on paper, as the accompanist noted it.
    package struct Accord: Record {
      package var le: Day?
      package var quoi: Transmission.Quoi?
      package var others = Others()

      package init() {}

      package static let fields: [Field<Accord>] = [
        .optional("le", { $0.le }, { $0.le = $1 }).dates(.fait),
        .optional("quoi", { $0.quoi }, { $0.quoi = $1 }),
      ]
    }

    package var id = ""
    package var accord: Accord?
    /// Left out of the perimeter.
    package var ecartee = false
    package var others = Others()

    package init() {}

    package static let fields: [Field<Participante>] = [
      .required("id", { $0.id }, { $0.id = $1 }),
      .optionalPart("accord", { $0.accord }, { $0.accord = $1 }),
      .usually("ecartee", false, { $0.ecartee }, { $0.ecartee = $1 }).called("écartée"),
    ]
  }

  /// What people said is the same thing.
  package struct SujetCommun: IdentifiedRecord {
    package var id = ""
    package var axe: Axe?
    package var intitule: String?
    /// As observations name them: `référentiel:code`.
    package var points: [String] = []
    package var textes: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<SujetCommun>] = [
      .required("id", { $0.id }, { $0.id = $1 }),
      .optional("axe", { $0.axe }, { $0.axe = $1 }),
      .optional("intitule", { $0.intitule }, { $0.intitule = $1 }).called("intitulé"),
      .scalars("points", { $0.points }, { $0.points = $1 }).names(.code),
      .scalars("textes", { $0.textes }, { $0.textes = $1 }),
    ]
  }

  /// A synthesis that was handed out: of whom, and what it answered, which is out anyway.
  package struct Restitution: IdentifiedRecord {
    package enum Pour: String, Word {
      /// Those who took part.
      case groupe
      case dehors
    }

    package var id = ""
    package var le: Day?
    package var pour: Pour?
    package var seuil: Int?
    package var par: Par?
    /// Ids of the structures that it was of.
    package var structures: [String] = []
    package var reponses: Reponses?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Restitution>] = [
      .required("id", { $0.id }, { $0.id = $1 }),
      .optional("le", { $0.le }, { $0.le = $1 }).dates(.fait),
      .optional("pour", { $0.pour }, { $0.pour = $1 }),
      .optional("seuil", { $0.seuil }, { $0.seuil = $1 }, .seuil),
      .optional("par", { $0.par }, { $0.par = $1 }),
      // Ids: they are known by themselves, as what has none.
      .scalars("structures", { $0.structures }, { $0.structures = $1 }).links(.past)
        .merged(.list(.ids)),
      .optional("reponses", { $0.reponses }, { $0.reponses = $1 }).called("réponses"),
    ]
  }

  /// The least number of structures that a word or a number may be of.
  package static let seuilUsuel = 3

  /// Folders of démarches, from that of the file.
  package var dossiers: [String] = []
  /// nil is ``seuilUsuel``.
  package var seuil: Int?
  package var par: Par?
  package var structures: [Participante] = []
  package var sujets: [SujetCommun] = []
  /// In the order in which they were handed out: the list only grows.
  package var restitutions: [Restitution] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Territoire>] = [
    .scalars("dossiers", { $0.dossiers }, { $0.dossiers = $1 }).names(.identite),
    .optional("seuil", { $0.seuil }, { $0.seuil = $1 }, .seuil),
    .optional("par", { $0.par }, { $0.par = $1 }),
    .records("structures", { $0.structures }, { $0.structures = $1 }).each("structure", "id"),
    .records("sujets", { $0.sujets }, { $0.sujets = $1 }).each("sujet", "intitule"),
    .records("restitutions", { $0.restitutions }, { $0.restitutions = $1 }).each(
      "restitution", "le"),
  ]

  /// The folders that it reads, from that of the file.
  package var dossiersLus: [String] { dossiers.isEmpty ? ["structures"] : dossiers }
}

/// What a synthesis answered, by `sujet dit`; what it does not hold was said of fewer than the least
/// number.
package struct Reponses: Scalar {
  package enum Mot: String, Word {
    case presqueToutes = "presque-toutes"
    case entreLesDeux = "entre-les-deux"
    /// Whatever is true: another answer would have told too much.
    case nonDit = "non-dit"
  }

  package enum Reponse: Hashable, Sendable {
    case mot(Mot)
    /// Of structures.
    case nombre(Int)
  }

  package var parCle: [String: Reponse] = [:]

  package static var shape: FormatError.Shape { .object }

  package init() {}

  package init?(scalar: JSONValue) {
    guard case .object(let object) = scalar else { return nil }
    for member in object.members {
      if let mot = Mot(scalar: member.value) {
        parCle[member.key] = .mot(mot)
      } else if let nombre = Int(scalar: member.value), nombre >= 0 {
        parCle[member.key] = .nombre(nombre)
      } else {
        return nil
      }
    }
  }

  package var scalar: JSONValue {
    let members = parCle.sorted { $0.key.precedes($1.key) }.map { key, reponse in
      switch reponse {
      case .mot(let mot): JSONObject.Member(key: key, value: mot.scalar)
      case .nombre(let nombre): JSONObject.Member(key: key, value: nombre.scalar)
      }
    }
    return .object(JSONObject(unique: members))
  }
}
