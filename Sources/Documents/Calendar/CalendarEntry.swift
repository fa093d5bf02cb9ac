import DPES

/// A date of a démarche, as a calendar shows it: a whole day that blocks nothing.
struct CalendarEntry {
  /// What it is, by the word that a calendar sorts by.
  enum Category: String {
    case palier
    case periode = "période"
    case seance = "séance"
    case promesse
    case cycle
  }

  /// What never changes of it, whatever becomes of its day and title.
  let id: String
  let day: Day
  /// Without the structure.
  let title: String
  let category: Category
  var notes = ""
  /// Whether people are reminded of it; what is done, or past, needs none.
  var hasAlarm = false
  /// What the historique calls the thing that it is the date of.
  var object: String?
}
