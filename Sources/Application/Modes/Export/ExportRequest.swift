package import DPES

/// A document to be written, or shown first, from the démarche as it is on the screen.
package struct ExportRequest: Hashable, Sendable {
  /// Which one.
  package let document: DocumentLabel
  /// What it tells of, with what is not saved yet.
  package let demarche: Demarche
  /// The day that levels and lateness are told for.
  package let jour: Day
  /// No initials, no author, no organisation.
  package let sansNoms: Bool
  /// Which image and séance, and since when.
  package var choix = ChoixDeDocument()
  /// As a person typed it: `~` is their folder.
  package var path: String
  /// What of a cycle it is the document of.
  package var place: DocumentPlace?
  /// A file that is there may be replaced.
  package var replaces = false
}

/// One time of an étape that a document is of.
package struct DocumentPlace: Hashable, Sendable {
  /// Where it was asked for.
  let screen: Screen
  /// The cycle's id, the étape's code, and which time it is.
  package let cycle: String
  package let etape: String
  package let rang: Int?
  /// The id of what is noted of it.
  package let passage: String?
  /// What a person calls it.
  package let intitule: String
}
