import DPES

/// The dates of a démarche as iCalendar (RFC 5545): deadlines, ends of periods, séances, promises,
/// and what a cycle expects.
///
/// Each event keeps its UID, and has a SEQUENCE that grows when its day or its title changes. What
/// the file that is replaced told, and is no more, is told once more as cancelled, for
/// ``cancelledDays``: a calendar that only adds would keep it for ever.
struct CalendarDocument {
  static let uidEnding = "@palier"
  /// For how long a date that is gone is told as cancelled, in days.
  static let cancelledDays = 400
  /// At nine in the morning, fourteen days before: a whole day begins at midnight.
  private static let alarm = "-P13DT15H"

  let dossier: Dossier
  private let entries: [CalendarEntry]
  private let earlier: EarlierCalendar
  /// Whether a cycle's file is not on this machine: its dates can't be known here.
  private let lacksCycle: Bool

  /// What `replaced` told is gone on from: the bytes of the file that this one replaces.
  ///
  /// - Complexity: O(paliers + séances + étapes + historique + bytes).
  init(_ dossier: Dossier, replacing replaced: [UInt8]? = nil) {
    self.dossier = dossier
    let entries = dossier.calendarEntries
    self.entries = entries
    lacksCycle = dossier.demarche.cyclesSuivis(dossier.cycles).contains { $0.cycle == nil }
    earlier =
      replaced.map {
        EarlierCalendar($0, of: dossier.demarche.id.uidText, sharing: Set(entries.map(\.uid)))
      } ?? EarlierCalendar()
  }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    let changes = Changes(dossier.demarche.historique)
    for line in head { out.appendFolded(line) }
    for entry in entries { append(entry, changes, to: &out) }
    for event in gone { append(gone: event, to: &out) }
    out.appendFolded("END:VCALENDAR")
    return out
  }

  private var structure: String { dossier.demarche.structure.raisonSociale }

  private var head: [String] {
    [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Palier//Palier//FR", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\("Démarche de progrès, \(structure)".calendarText)",
      "\(EarlierCalendar.property):\(dossier.demarche.id.uidText)",
    ]
  }

  /// What the historique knows of each thing.
  private struct Changes {
    private var known: [String: (count: Int, last: Instant?)] = [:]

    init(_ historique: [Trace]) {
      for trace in historique {
        guard let object = trace.objet else { continue }
        // A cell is told after its indicator: « id/12 ».
        let key = object.split(separator: "/").first.map(String.init) ?? object
        let before = known[key] ?? (0, nil)
        known[key] = (before.count + 1, [before.last, trace.quand].compactMap(\.self).max())
      }
    }

    func of(_ object: String?) -> (count: Int, last: Instant?) {
      object.flatMap { known[$0] } ?? (0, nil)
    }
  }

  private func append(_ entry: CalendarEntry, _ changes: Changes, to out: inout [UInt8]) {
    let summary = "\(structure) · \(entry.title)".calendarText
    let change = changes.of(entry.object)
    let sequence =
      earlier.events[entry.uid].map { before in
        let isSame = before.day == entry.day && before.summary == summary && !before.isCancelled
        return isSame ? before.sequence : max(before.nextSequence, change.count)
      } ?? change.count
    var lines = event(
      entry.uid, entry.day, summary, entry.category.rawValue, sequence,
      change.last ?? dossier.instant)
    if !entry.notes.isEmpty { lines.append("DESCRIPTION:\(entry.notes.calendarText)") }
    if entry.hasAlarm {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(summary)", "TRIGGER:\(Self.alarm)",
        "END:VALARM",
      ]
    }
    for line in lines + ["END:VEVENT"] { out.appendFolded(line) }
  }

  /// What was told and is no more, as long as it is worth telling.
  private var gone: [EarlierCalendar.Event] {
    let known = Set(entries.map(\.uid))
    let oldest = dossier.jour.adding(days: -Self.cancelledDays)
    return earlier.events.values.filter { event in
      guard event.day != nil, !known.contains(event.uid) else { return false }
      return !event.isCancelled || event.changed.map { $0.day >= oldest } ?? false
    }.sorted { $0.uid < $1.uid }
  }

  private func append(gone before: EarlierCalendar.Event, to out: inout [UInt8]) {
    guard let day = before.day else { return }
    // What an export with names told is not told again in one without.
    let isUnknown = lacksCycle && before.categories == CalendarEntry.Category.cycle.rawValue
    let stays = before.isCancelled || isUnknown
    let summary =
      dossier.sansNoms && !isUnknown
      ? "\(structure) · date annulée".calendarText : before.summary
    var lines = event(
      before.uid, day, summary, before.categories,
      stays ? before.sequence : before.nextSequence,
      stays ? before.changed ?? dossier.instant : dossier.instant)
    if before.isCancelled || !isUnknown { lines.append("STATUS:CANCELLED") }
    for line in lines + ["END:VEVENT"] { out.appendFolded(line) }
  }

  private func event(
    _ uid: String, _ day: Day, _ summary: String, _ category: String, _ sequence: Int,
    _ changed: Instant
  ) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(dossier.instant.basic)",
      "LAST-MODIFIED:\(changed.basic)", "SEQUENCE:\(sequence)",
      "DTSTART;VALUE=DATE:\(day.basic)",
      // The end is the first day that is no more of it.
      "DTEND;VALUE=DATE:\(day.adding(days: 1).basic)",
      "SUMMARY:\(summary)", "CATEGORIES:\(category)", "TRANSP:TRANSPARENT",
    ]
  }
}

extension CalendarEntry {
  var uid: String { id.uidText + CalendarDocument.uidEnding }
}
