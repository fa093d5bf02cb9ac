extension Cycle {
  /// Something that the cycle expects once, again and again, or as often as it comes.
  package struct Etape: Record {
    package enum Genre: String, Word {
      /// A document leaves.
      case envoi
      case echange
      /// People are present.
      case journee
      /// Somebody else decides.
      case decision
      case remise
    }

    /// What a decision may give; it drives R8.
    package enum Issue: String, Word {
      case delivre, ajourne, renouvele, retire
      /// The étape will not take place; the passage says why.
      case sansObjet = "sans-objet"

      package var mot: String {
        switch self {
        case .delivre: "délivré"
        case .ajourne: "ajourné"
        case .renouvele: "renouvelé"
        case .retire: "retiré"
        case .sansObjet: "sans objet"
        }
      }

      /// Whether somebody will ask why.
      package var veutUnMotif: Bool { self == .ajourne || self == .retire || self == .sansObjet }
    }

    /// Unique in the cycle, for ever.
    package var code = ""
    package var genre: Genre?
    package var titre = ""
    /// Journées that belong together.
    package var groupe: String?
    package var repetable = false
    /// The template of the document that is sent.
    package var modele: String?
    /// What it needs beforehand, by the names of ``Cycle/Mot``.
    package var attendu: [String] = []
    /// What is done until the next journée; also `outil:ID`.
    package var prepare: [String] = []
    /// Another étape's code, `delivrance` or `derniere`.
    package var depuis: String?
    /// Once, so many months after.
    package var mois: Int?
    /// Again and again while recognised.
    package var chaqueMois: Int?
    /// So many months before its day, it is to be prepared.
    package var preavisMois: Int?
    package var donne: [Issue] = []
    /// An answer is expected.
    package var repond = false
    /// Free words: « trois fois par an ».
    package var repere: String?
    /// A doubt, shown wherever its day is.
    package var aConfirmer: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Etape>] = [
      .required("code", { $0.code }, { $0.code = $1 }),
      .optional("genre", { $0.genre }, { $0.genre = $1 }),
      .required("titre", { $0.titre }, { $0.titre = $1 }),
      .optional("groupe", { $0.groupe }, { $0.groupe = $1 }),
      .usually("repetable", false, { $0.repetable }, { $0.repetable = $1 }),
      .optional("modele", { $0.modele }, { $0.modele = $1 }),
      .scalars("attendu", { $0.attendu }, { $0.attendu = $1 }),
      .scalars("prepare", { $0.prepare }, { $0.prepare = $1 }),
      .optional("depuis", { $0.depuis }, { $0.depuis = $1 }),
      .optional("mois", { $0.mois }, { $0.mois = $1 }, .mois),
      .optional("chaqueMois", { $0.chaqueMois }, { $0.chaqueMois = $1 }, .duree),
      .optional("preavisMois", { $0.preavisMois }, { $0.preavisMois = $1 }, .mois),
      .scalars("donne", { $0.donne }, { $0.donne = $1 }),
      .usually("repond", false, { $0.repond }, { $0.repond = $1 }),
      .optional("repere", { $0.repere }, { $0.repere = $1 }),
      .optional("aConfirmer", { $0.aConfirmer }, { $0.aConfirmer = $1 }),
    ]

    /// What its day is counted from, beside another étape.
    package static let delivrance = "delivrance"
    package static let derniere = "derniere"
  }

  /// What an étape may need or prepare, as files write it.
  package enum Mot: String, Word {
    case identite, candidature, tourDeTable, profilStrategique, grille, cercle, schema, tableau

    /// The id of a tool of the manual that a word names: `outil:ID`; nil for another word.
    static func outil(_ word: String) -> String? {
      let start = "outil:"
      return word.hasPrefix(start) && word.count > start.count
        ? String(word.dropFirst(start.count)) : nil
    }
  }
}
