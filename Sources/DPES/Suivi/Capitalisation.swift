/// A period that was closed: later entries are corrections, dated and kept.
package struct PeriodeClose: Record {
  /// The month that names the period.
  package var mois: Int?
  package var le: Day?
  package var par: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<PeriodeClose>] = [
    .optional("mois", \.mois, .mois),
    .optional("le", \.le).dates(.fait),
    .optional("par", \.par).links(to: .participant).names(.auteur),
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
    .required("id", \.id),
    .optional("titre", \.titre),
    .optional("genre", \.genre),
    .optional("lieu", \.lieu).names(.identite),
    .optional("axe", \.axe),
    .optional("palier", \.palier).links(to: .palier),
    .optional("date", \.date).dates(.document),
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
    .required("id", \.id),
    .optional("date", \.date).dates(.fait),
    .optional("axe", \.axe),
    .optional("periode", \.periode, .mois),
    .optional("faitMarquant", \.faitMarquant),
    .optional("lecon", \.lecon).called("leçon"),
    .optional("decision", \.decision).called("décision"),
    .optional("discuteAvec", \.discuteAvec).names(.auteur),
    .optional("palier", \.palier).links(to: .palier),
    .optional("tension", \.tension),
    .optional("vigilance", \.vigilance),
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
    .required("id", \.id),
    .optional("date", \.date).dates(.fait),
    .optional("observation", \.observation).links(to: .observation),
    .optional("texte", \.texte),
  ]
}
