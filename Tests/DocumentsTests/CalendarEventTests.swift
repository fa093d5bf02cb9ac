import DPES
import Testing

@testable import Documents

/// What a calendar program is told, and told again when dates move.
@Suite struct CalendarEventTests {
  @Test func `an event says the structure, its axis and rank, its kind and when to remind`() throws
  {
    let demarche = try example()
    let event = try #require(
      events(of: demarche).first { $0.text.contains("Dossiers de financement") })
    #expect(event["SUMMARY"]?.hasPrefix("Résidence du Halage · U") == true)
    #expect(event["CATEGORIES"] == "palier")
    let alarms = events(of: demarche).filter { $0.text.contains("BEGIN:VALARM") }
    #expect(!alarms.isEmpty)
    for alarm in alarms {
      // A whole day begins at midnight: this is nine in the morning.
      #expect(alarm.text.contains("TRIGGER:-P13DT15H"))
      #expect(try #require(alarm.day) > today)
    }
    #expect(
      Set(events(of: demarche).compactMap { $0["CATEGORIES"] })
        == ["palier", "période", "séance", "promesse"])
  }

  @Test func `a promise that has a day says who made it, unless names are left out`() throws {
    var demarche = try example()
    let kept = try #require(demarche.seances.flatMap(\.promesses).first { $0.etat == .ouverte })
    let qui = try #require(demarche.participants.first { $0.id == kept.qui }?.initiales)
    let told = try #require(events(of: demarche).first { $0.uid.hasPrefix(kept.id) })
    #expect(told["SUMMARY"]?.contains("Promesse de \(qui)\u{A0}: ") == true)
    var without = Dossier(of: demarche)
    without.sansNoms = true
    let bare = try #require(read(CalendarDocument(without)).first { $0.uid.hasPrefix(kept.id) })
    #expect(bare["SUMMARY"]?.contains("· Promesse\u{A0}: ") == true)
    for seance in demarche.seances.indices {
      for index in demarche.seances[seance].promesses.indices {
        demarche.seances[seance].promesses[index].etat = .abandonnee
      }
    }
    #expect(!events(of: demarche).contains { $0["CATEGORIES"] == "promesse" })
  }

  @Test func `what moved or was renamed is told with a greater SEQUENCE, the rest with its own`()
    throws
  {
    var demarche = try example()
    let first = CalendarDocument(Dossier(of: demarche)).bytes
    let before = read(first)
    demarche.schema.paliers[0].intitule = "Autrement dit"
    let moved = demarche.schema.paliers[1]
    demarche.schema.paliers[1].echeanceMois = (moved.echeanceMois ?? 0) + 1
    let document = CalendarDocument(later(demarche), replacing: first)
    let after = read(document)
    #expect(after.map(\.uid) == before.map(\.uid))
    for (old, new) in zip(before, after) {
      let isChanged = [demarche.schema.paliers[0].id, moved.id].contains { new.uid.hasPrefix($0) }
      #expect(new.sequence == old.sequence + (isChanged ? 1 : 0), "\(new.uid)")
    }
    // Exported once more, nothing moved.
    let again = read(CalendarDocument(later(demarche), replacing: document.bytes))
    #expect(again.map(\.sequence) == after.map(\.sequence))
  }

  @Test func `what is gone is told as cancelled without a reminder for 400 days`() throws {
    var demarche = try example()
    let first = CalendarDocument(Dossier(of: demarche)).bytes
    let gone = try #require(demarche.schema.paliers.last { ($0.echeanceMois ?? 0) > 20 })
    demarche.schema.paliers.removeAll { $0.id == gone.id }
    let cancelling = CalendarDocument(Dossier(of: demarche), replacing: first).bytes
    let event = try #require(read(cancelling).first { $0.uid.hasPrefix(gone.id) })
    let before = try #require(read(first).first { $0.uid.hasPrefix(gone.id) })
    #expect(event["STATUS"] == "CANCELLED" && event.sequence == before.sequence + 1)
    #expect(!event.text.contains("VALARM") && event.day == before.day)
    #expect(event["SUMMARY"] == before["SUMMARY"])
    func told(after days: Int) -> Event? {
      let dossier = Dossier(
        demarche, le: today.adding(days: days), instant: Instant(seconds: 2_000_000_000))
      return read(CalendarDocument(dossier, replacing: cancelling)).first { $0.uid == event.uid }
    }
    #expect(told(after: 400)?.sequence == event.sequence && told(after: 401) == nil)
    // Without names, what the earlier one said is not said again.
    var without = Dossier(of: demarche)
    without.sansNoms = true
    let bare = read(CalendarDocument(without, replacing: first)).first { $0.uid == event.uid }
    #expect(bare?["SUMMARY"] == "Résidence du Halage · date annulée")
    // It comes back: a version of its own, no more cancelled.
    demarche.schema.paliers.append(gone)
    let back = read(CalendarDocument(Dossier(of: demarche), replacing: cancelling))
      .first { $0.uid == event.uid }
    #expect(back?["STATUS"] == nil && back?.sequence == event.sequence + 1)
  }

  @Test func `a calendar of somebody else, or no calendar, cancels nothing`() throws {
    let demarche = try example()
    let alone = CalendarDocument(Dossier(of: demarche)).bytes
    var other = demarche
    other.id = "autre"
    for index in other.schema.paliers.indices { other.schema.paliers[index].id += "x" }
    let theirs = CalendarDocument(Dossier(of: other)).bytes
    let foreign = Array(
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260101\r\nEND:VEVENT".utf8)
    for bytes in [theirs, foreign, [], [0xFF, 0x0A, 0x20], Array("BEGIN:VEVENT\n :\n".utf8)] {
      #expect(CalendarDocument(Dossier(of: demarche), replacing: bytes).bytes == alone)
    }
  }

  @Test(arguments: ["99999999999999999999", "-3", "2147483647", "x", ""])
  func `a SEQUENCE that nobody may have stops nothing`(said: String) throws {
    var demarche = try example()
    let text = String(decoding: CalendarDocument(Dossier(of: demarche)).bytes, as: UTF8.self)
      .replacing(/SEQUENCE:[0-9]+/, with: "SEQUENCE:\(said)")
    demarche.schema.paliers[0].intitule = "Autrement dit"
    let document = CalendarDocument(Dossier(of: demarche), replacing: Array(text.utf8))
    for event in read(document) {
      #expect((0...Int(Int32.max)).contains(event.sequence))
    }
  }

  @Test func `without an earlier file the historique says how often a date was touched`() throws {
    var demarche = try example()
    let palier = demarche.schema.paliers[0].id
    let count = demarche.historique.count { $0.objet == palier }
    var trace = Trace()
    trace.objet = palier
    trace.quand = Instant(seconds: 1_760_000_000)
    demarche.historique = demarche.historique.filter { $0.objet != palier } + [trace, trace]
    let event = try #require(events(of: demarche).first { $0.uid.hasPrefix(palier) })
    #expect(event.sequence == 2 && event["LAST-MODIFIED"] == "20251009T085320Z", "\(count)")
  }

  @Test func `what a cycle expects is told by the étape, and stays one event once it is done`()
    throws
  {
    var demarche = try example()
    demarche.cycles = [suivi([("comite", "2025-12-12", .delivre)])]
    let cycle = try cycle("pas-de-calais")
    let before = try #require(
      events(of: demarche, cycle).first { $0.text.contains("Rapport annuel 1") })
    #expect(before["CATEGORIES"] == "cycle" && before.day == Day(iso: "2026-12-12"))
    #expect(before.text.contains("BEGIN:VALARM"))
    let first = CalendarDocument(dossier(demarche, cycle)).bytes
    var sent = Passage()
    sent.id = "p9"
    sent.etape = "rapport"
    sent.rang = 1
    sent.faitLe = Day(iso: "2026-11-20")
    demarche.cycles[0].passages.append(sent)
    let after = try #require(
      read(CalendarDocument(dossier(demarche, cycle), replacing: first))
        .first { $0.uid == before.uid })
    #expect(after.day == sent.faitLe && after.sequence > before.sequence)
    #expect(!after.text.contains("VALARM") && after["STATUS"] == nil)
    // Where the cycle's file is not, its dates are kept as they were told.
    let kept = read(CalendarDocument(Dossier(of: demarche), replacing: first))
      .first { $0.uid == before.uid }
    #expect(kept?["STATUS"] == nil && kept?.day == before.day && kept?.sequence == before.sequence)
  }

  @Test func `after a retrait and another decision each report is an event of its own`() throws {
    var demarche = try example()
    demarche.cycles = [
      suivi([
        ("comite", "2025-12-12", .delivre), ("comite", "2028-03-02", .retire),
        ("comite", "2028-06-15", .delivre),
      ])
    ]
    var sent = Passage()
    (sent.id, sent.etape, sent.rang) = ("p9", "rapport", 1)
    sent.faitLe = Day(iso: "2026-12-20")
    demarche.cycles[0].passages.append(sent)
    let cycle = try cycle("pas-de-calais")
    let jour = try #require(Day(iso: "2029-04-16"))
    var later = Dossier(demarche, le: jour, instant: Instant(seconds: 2_000_000_000))
    later.cycles = [cycle]
    let all = read(CalendarDocument(later))
    #expect(Set(all.map(\.uid)).count == all.count)
    let reports = all.filter { $0.text.contains("Rapport annuel 1") }
    #expect(reports.compactMap(\.day?.iso).sorted() == ["2026-12-20", "2029-06-15"])
  }

  @Test func `a journée is one date with its promises, and a decision says what it gave`() throws {
    var demarche = try example()
    demarche.cycles = [
      suivi([("comite", "2025-12-04", .ajourne), ("comite", "2025-12-12", .delivre)])
    ]
    let cycle = try cycle("pas-de-calais")
    let day = try #require(Day(iso: "2026-04-09"))
    var seance = Seance()
    (seance.id, seance.date, seance.titre) = ("sj", day, "Journée 1")
    seance.genre = .accompagnement
    var promesse = Seance.Promesse()
    (promesse.id, promesse.texte) = ("mj", "Rappeler la ville")
    seance.promesses = [promesse]
    demarche.seances.append(seance)
    var held = Passage()
    (held.id, held.etape, held.faitLe, held.seance) = ("pj", "jour-1", day, "sj")
    demarche.cycles[0].passages.append(held)
    func journees() -> [Event] {
      events(of: demarche, cycle).filter { $0["SUMMARY"]?.hasSuffix("Journée 1") == true }
    }
    #expect(journees().map { $0["CATEGORIES"] } == ["cycle"])
    #expect(journees().first?.text.contains("Rappeler la ville") == true)
    let titles = events(of: demarche, cycle).compactMap { $0["SUMMARY"] }
    for word in ["délivré", "ajourné"] {
      #expect(titles.contains { $0.contains("Comité") && $0.contains(word) }, "\(titles)")
    }
    // On another day than its séance, both are dates.
    demarche.seances[demarche.seances.count - 1].date = day.adding(days: 1)
    #expect(journees().count == 2)
  }

  private func dossier(_ demarche: Demarche, _ cycle: Cycle) -> Dossier {
    var dossier = Dossier(of: demarche)
    dossier.cycles = [cycle]
    return dossier
  }

  private func events(of demarche: Demarche, _ cycle: Cycle) -> [Event] {
    read(CalendarDocument(dossier(demarche, cycle)))
  }

  private func suivi(_ decisions: [(String, String, Cycle.Etape.Issue)]) -> CycleSuivi {
    var suivi = CycleSuivi()
    suivi.id = "c"
    suivi.modele = "pas-de-calais"
    suivi.passages = decisions.enumerated().map { index, said in
      var passage = Passage()
      passage.id = "p\(index)"
      (passage.etape, passage.faitLe, passage.issue) = (said.0, Day(iso: said.1), said.2)
      return passage
    }
    return suivi
  }

  private func later(_ demarche: Demarche) -> Dossier {
    Dossier(demarche, le: today.adding(days: 1), instant: Instant(seconds: 2_000_000_000))
  }

  private struct Event {
    let lines: [Substring]
    var text: String { lines.joined(separator: "\n") }
    var uid: String { self["UID"] ?? "" }
    var sequence: Int { self["SEQUENCE"].flatMap { Int($0) } ?? -1 }
    var day: Day? { self["DTSTART"].flatMap { Day(basic: $0) } }

    subscript(_ name: String) -> String? {
      lines.first { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
        .map { String($0.drop { $0 != ":" }.dropFirst()) }
    }
  }

  private func events(of demarche: Demarche) -> [Event] {
    read(CalendarDocument(Dossier(of: demarche)))
  }

  private func read(_ document: CalendarDocument) -> [Event] { read(document.bytes) }

  private func read(_ bytes: [UInt8]) -> [Event] {
    String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
      .split(separator: "BEGIN:VEVENT\r\n").dropFirst()
      .map { Event(lines: $0.split(separator: "\r\n")) }
  }
}
