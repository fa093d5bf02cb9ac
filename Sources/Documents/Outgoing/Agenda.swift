extension OutgoingDocument {
  /// What has a date, for a calendar.
  static let agenda = OutgoingDocument(
    name: "agenda", title: "Échéances", program: "agenda", help: "les échéances pour un agenda",
    files: [ics], onScreen: ics, preview: .lines { $0.calendarLines })

  private static let ics = File(
    format: .ics, part: .tout, saysCycle: true, takes: [],
    writing: .continuing { CalendarDocument($0, replacing: $1).bytes })
}
