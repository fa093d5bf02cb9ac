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
  /// A file that is there may be replaced.
  package var replaces = false
}
