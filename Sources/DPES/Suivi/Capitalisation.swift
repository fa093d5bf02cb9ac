/// A period that was closed: later entries are corrections, dated and kept.
package struct PeriodeClose: Record {
  /// The month that names the period.
  package var mois: Int?
  package var le: Day?
  package var par: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<PeriodeClose>] = [
    .optional("mois", { $0.mois }, { $0.mois = $1 }, .mois),
    .optional("le", { $0.le }, { $0.le = $1 }).dates(.fait),
    .optional("par", { $0.par }, { $0.par = $1 }).links(to: .participant).names(.auteur),
  ]
}

/// An entry of the dossier Ressources.
package struct Ressource: IdentifiedRecord {
  package enum Genre: String, Word {
    case lien, document, fiche
  }

  package var id = ""
  package var titre: String?
  package var genre: Genre?
  package var lieu: String?
  package var axe: Axe?
  /// A palier's id.
  package var palier: String?
  package var date: Day?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Ressource>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("genre", { $0.genre }, { $0.genre = $1 }),
    .optional("lieu", { $0.lieu }, { $0.lieu = $1 }).names(.identite),
    .optional("axe", { $0.axe }, { $0.axe = $1 }),
    .optional("palier", { $0.palier }, { $0.palier = $1 }).links(to: .palier),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.document),
  ]
}

/// What is worth keeping of a period.
package struct NoteDeCapitalisation: IdentifiedRecord {
  package var id = ""
  package var date: Day?
  package var axe: Axe?
  /// The period's month.
  package var periode: Int?
  package var faitMarquant: String?
  package var lecon: String?
  package var decision: String?
  package var discuteAvec: String?
  /// The palier that it is about, by its id.
  package var palier: String?
  package var tension: String?
  package var vigilance: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<NoteDeCapitalisation>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("axe", { $0.axe }, { $0.axe = $1 }),
    .optional("periode", { $0.periode }, { $0.periode = $1 }, .mois),
    .optional("faitMarquant", { $0.faitMarquant }, { $0.faitMarquant = $1 }),
    .optional("lecon", { $0.lecon }, { $0.lecon = $1 }).called("leçon"),
    .optional("decision", { $0.decision }, { $0.decision = $1 }).called("décision"),
    .optional("discuteAvec", { $0.discuteAvec }, { $0.discuteAvec = $1 }).names(
      .interlocuteur),
    .optional("palier", { $0.palier }, { $0.palier = $1 }).links(to: .palier),
    .optional("tension", { $0.tension }, { $0.tension = $1 }),
    .optional("vigilance", { $0.vigilance }, { $0.vigilance = $1 }),
  ]
}

/// Why an observation got no palier, said to those who made it; any observation of its lineage, like a
/// link from a palier.
///
/// It stands outside the images, so that one that is frozen can still be answered.
package struct Retour: IdentifiedRecord {
  package var id = ""
  package var date: Day?
  package var observation: String?
  package var texte: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Retour>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("observation", { $0.observation }, { $0.observation = $1 }).links(to: .observation),
    .optional("texte", { $0.texte }, { $0.texte = $1 }),
  ]
}
