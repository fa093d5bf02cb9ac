package import JSONTree

/// What shows that a palier is reached.
package struct Indicateur: IdentifiedRecord {
  package enum Nature: String, Word {
    case nombre, pourcentage
    case ouiNon = "oui-non"
    case texte
  }

  package enum Sens: String, Word {
    case hausse, baisse
  }

  package var id = ""
  package var intitule = ""
  package var nature: Nature?
  /// Of a pourcentage: what is counted, in words.
  package var numerateur: String?
  /// Of a pourcentage: what it is counted among, in words.
  package var denominateur: String?
  package var sens: Sens?
  package var unite: String?
  package var cible: Valeur?
  /// Targets of single periods.
  package var cibles = ByPeriod<Valeur>()
  /// The participant in charge, by id.
  package var responsable: String?
  /// Other participants who follow it too, by id.
  package var avec: [String] = []
  /// Months from one check to the next, once it is reached; nil for every period (R7).
  package var rythmeMois: Int?
  /// Where the proof comes from.
  package var preuve: String?
  /// Exceptions to the usual objectives (R7).
  package var objectifs = ByPeriod<ObjectifEcrit>()
  package var realises = ByPeriod<Realise>()
  package var others = Others()

  package init() {}

  package static let fields: [Field<Indicateur>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .required("intitule", { $0.intitule }, { $0.intitule = $1 }).called("intitulé"),
    .optional("nature", { $0.nature }, { $0.nature = $1 }),
    .optional("numerateur", { $0.numerateur }, { $0.numerateur = $1 }).called("numérateur"),
    .optional("denominateur", { $0.denominateur }, { $0.denominateur = $1 }).called("dénominateur"),
    .optional("sens", { $0.sens }, { $0.sens = $1 }),
    .optional("unite", { $0.unite }, { $0.unite = $1 }).called("unité"),
    .optional("cible", { $0.cible }, { $0.cible = $1 }, .valeur),
    .byPeriod("cibles", { $0.cibles }, { $0.cibles = $1 }, .valeur),
    .optional("responsable", { $0.responsable }, { $0.responsable = $1 }).links(to: .participant),
    .scalars("avec", { $0.avec }, { $0.avec = $1 }).links(to: .participant).merged(.list(.ids)),
    .optional("rythmeMois", { $0.rythmeMois }, { $0.rythmeMois = $1 }, .duree).called(
      "rythme, en mois"),
    .optional("preuve", { $0.preuve }, { $0.preuve = $1 }).names(.identite),
    .byPeriod("objectifs", { $0.objectifs }, { $0.objectifs = $1 }),
    .byPeriod("realises", { $0.realises }, { $0.realises = $1 }).called("réalisés"),
  ]
}

extension Indicateur {
  /// The rhythms that are proposed, in months.
  package static let rythmes = [6, 12, 18, 24]

  /// Who follows it, by id: the one in charge first, each once.
  package var personnes: [String] {
    var found: [String] = []
    for id in [responsable].compactMap(\.self) + avec where !found.contains(id) { found.append(id) }
    return found
  }
}

/// A value of an indicator; its type follows the nature, and another type met in a file is kept.
package enum Valeur: Scalar {
  /// 31 means 31 % when the nature is pourcentage.
  case nombre(JSONNumber)
  case ouiNon(Bool)
  case texte(String)

  package static var shape: FormatError.Shape { .scalar }

  package init?(scalar: JSONValue) {
    switch scalar {
    case .number(let number): self = .nombre(number)
    case .bool(let value): self = .ouiNon(value)
    case .string(let text): self = .texte(text)
    case .null, .array, .object: return nil
    }
  }

  package var scalar: JSONValue {
    switch self {
    case .nombre(let number): .number(number)
    case .ouiNon(let value): .bool(value)
    case .texte(let text): .string(text)
    }
  }
}
