package import DPES

/// A document that can be written from the screen.
package enum OutgoingDocument: String, CaseIterable, Hashable, Sendable {
  case compteRendu = "compte-rendu"
  case ca, annuel, candidature, engagements, page, classeur
  case feuille = "observations"
  case cercle, agenda

  /// As the list shows it.
  var title: String {
    switch self {
    case .compteRendu: "Compte rendu de la séance"
    case .ca: "Page du conseil d’administration"
    case .annuel: "Rapport annuel"
    case .candidature: "Candidature"
    case .engagements: "Engagements à afficher"
    case .page: "Page à imprimer"
    case .classeur: "Tableau de bord"
    case .feuille: "Observations"
    case .cercle: "Cercle de qualité, dessin"
    case .agenda: "Échéances"
    }
  }

  /// The program that opens it.
  var program: String {
    switch self {
    case .compteRendu, .ca, .annuel, .candidature, .engagements: "Writer"
    case .page: "navigateur"
    case .classeur: "LibreOffice"
    case .feuille: "Excel, CSV"
    case .cercle: "image SVG"
    case .agenda: "agenda"
    }
  }

  /// Of the file's name; another one that a report knows may be typed.
  var ending: String {
    switch self {
    case .compteRendu, .ca, .annuel, .candidature, .engagements: "fodt"
    case .page: "html"
    case .classeur: "fods"
    case .feuille: "csv"
    case .cercle: "svg"
    case .agenda: "ics"
    }
  }
}

/// A document to be written, or shown first, from the démarche as it is on the screen.
package struct ExportRequest: Hashable, Sendable {
  /// Which one.
  package let document: OutgoingDocument
  /// What it tells of, with what is not saved yet.
  package let demarche: Demarche
  /// The day that levels and lateness are told for.
  package let jour: Day
  /// No initials, no author, no organisation.
  package let sansNoms: Bool
  /// As a person typed it: `~` is their folder.
  package var path: String
  /// A file that is there may be replaced.
  package var replaces = false
}
