import DPES

/// The dates of a démarche as iCalendar (RFC 5545): deadlines, ends of periods, séances.
///
/// All-day events that block no day, for programs that know no other task; each keeps its UID, so
/// that a second import moves it instead of adding it.
struct CalendarDocument {
  struct Entry {
    let id: String
    let day: Day
    let title: String
    let notes: String
    let hasAlarm: Bool
  }

  private let dossier: Dossier

  init(_ dossier: Dossier) { self.dossier = dossier }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    for line in head { out.appendFolded(line) }
    for entry in entries { append(entry, to: &out) }
    out.appendFolded("END:VCALENDAR")
    return out
  }

  private var head: [String] {
    [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Palier//Palier//FR", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:\("Démarche de progrès, \(dossier.demarche.structure.raisonSociale)".calendarText)",
    ]
  }

  var entries: [Entry] { deadlines + periodEnds + seances }

  private var deadlines: [Entry] {
    dossier.avancement.axes.flatMap { axe in
      axe.paliers.compactMap { palier in
        guard let mois = palier.palier.echeanceMois, let day = dossier.demarche.schema.jour(mois)
        else { return nil }
        let indicateurs = palier.indicateurs.map { "- \($0.indicateur.intitule)" }
        return Entry(
          id: palier.palier.id, day: day,
          title: "\(axe.axe.nomCourt), palier \(palier.rang)\u{A0}: \(palier.palier.intitule)",
          notes: (["Échéance à \(mois)\u{A0}mois, \(palier.etat.mot)."] + indicateurs)
            .joined(separator: "\n"),
          // What is reached needs no reminder.
          hasAlarm: !palier.estTenu)
      }
    }
  }

  private var periodEnds: [Entry] {
    dossier.avancement.periodes.compactMap { periode in
      guard let fin = periode.fin else { return nil }
      let bilan = dossier.avancement.bilan(de: periode.mois)
      let count = bilan.sansReponse
      return Entry(
        id: "periode-\(periode.mois)-\(dossier.demarche.id)", day: fin,
        title: "Fin de la période \(periode.mois)\u{A0}mois",
        notes: count == 0
          ? "Rien n’y est attendu." : "\(count.counting("objectif")) à renseigner.",
        hasAlarm: !dossier.demarche.estClose(periode.mois))
    }
  }

  private var seances: [Entry] {
    dossier.demarche.seances.compactMap { seance in
      guard let date = seance.date else { return nil }
      return Entry(
        id: seance.id, day: date, title: seance.titre ?? "Séance de la démarche de progrès",
        notes: seance.promesses.compactMap { $0.texte.map { "- \($0)" } }.joined(separator: "\n"),
        hasAlarm: date > dossier.jour)
    }
  }

  private func append(_ entry: Entry, to out: inout [UInt8]) {
    let stamp = dossier.instant.iso.filter { $0 != "-" && $0 != ":" }
    var lines = [
      "BEGIN:VEVENT", "UID:\(entry.id.uidText)@palier", "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(entry.day.basic)",
      // The end is the first day that is no more of it.
      "DTEND;VALUE=DATE:\(entry.day.adding(days: 1).basic)",
      "SUMMARY:\(entry.title.calendarText)", "TRANSP:TRANSPARENT",
    ]
    if !entry.notes.isEmpty { lines.append("DESCRIPTION:\(entry.notes.calendarText)") }
    if entry.hasAlarm {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(entry.title.calendarText)",
        "TRIGGER:-P14D", "END:VALARM",
      ]
    }
    for line in lines + ["END:VEVENT"] { out.appendFolded(line) }
  }
}

extension Day {
  /// `20260312`.
  fileprivate var basic: String { iso.filter { $0 != "-" } }
}

extension String {
  /// A text as iCalendar has it: what separates values is written otherwise.
  fileprivate var calendarText: String {
    var text = ""
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": text += "\\\(scalar)"
      case "\n", "\r": text += "\\n"
      case "\t": text += " "
      default: if XMLText.isAllowed(scalar) { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  /// An id of the file, which another program may have given any text.
  fileprivate var uidText: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
  }
}

extension [UInt8] {
  /// A line in pieces of at most 75 bytes, cut between characters; the next begin with a space.
  mutating func appendFolded(_ line: String) {
    var room = 75
    for character in line.unicodeScalars {
      let bytes = UTF8.encode(character) ?? UTF8.encodedReplacementCharacter
      if bytes.count > room {
        append(contentsOf: "\r\n ".utf8)
        room = 74
      }
      append(contentsOf: bytes)
      room -= bytes.count
    }
    append(contentsOf: "\r\n".utf8)
  }
}

extension Dossier {
  /// The dates of the calendar, one a line, the next ones first.
  package var calendarLines: [String] {
    let entries = CalendarDocument(self).entries.sorted { $0.day < $1.day }
    let coming = entries.filter { $0.day >= jour }
    return (coming.isEmpty ? entries : coming).map { "\($0.day.frenchShort)  \($0.title)" }
  }
}
