import DPES
import Testing

@testable import Documents

/// A yearly report speaks to whom its network names, of what that network delivers.
@Suite struct ReportWordsTests {
  private func report(_ dossier: Dossier, _ ending: String) throws -> String {
    let document = try #require(OutgoingDocument.reports.first { $0.name == "annuel" })
    let file = try #require(document.files.first { $0.format.rawValue == ending })
    return try Everything.text(Everything.bytes(file, dossier)).replacing("\u{A0}", with: " ")
  }

  private func followed(
    _ id: String, _ decisions: [(String, String, Cycle.Etape.Issue?)]
  ) throws -> Dossier {
    var demarche = try example()
    demarche.identifiant.delivreLe = nil
    let cycle = try cycle(id)
    _ = demarche.suivre(cycle)
    demarche.participants[0].referent = true
    let signature = Signature(quand: Instant(seconds: 0), jour: today)
    var ids = IDGenerator(seed: 4)
    for (etape, day, issue) in decisions {
      let passage = demarche.noterPassage(
        nil, etape: etape, rang: nil, de: cycle, signature, ids: &ids
      ) {
        ($0.faitLe, $0.issue) = (Day(iso: day), issue)
        if issue == .delivre { $0.numero = "62-0147" }
      }
      if etape.hasPrefix("jour"), let passage {
        demarche.tenirJournee(passage, presents: [], "Journée", de: cycle, ids: &ids)
      }
    }
    var dossier = Dossier(of: demarche)
    dossier.cycles = [cycle]
    return dossier
  }

  @Test(arguments: ["md", "fodt"])
  func `a report names the instance and what is delivered as the cycle does`(ending: String) throws
  {
    let certificate = try report(
      followed("coorace-cedre", [("audit", "2026-01-10", .delivre)]), ending)
    #expect(certificate.contains("Rapport annuel · organisme certificateur"))
    #expect(certificate.contains("Certificat"))
    #expect(!certificate.contains("Comité des sages") && !certificate.contains("dentifiant"))
    var alone = try example()
    alone.identifiant.delivreLe = nil
    let plain = try report(Dossier(of: alone), ending)
    #expect(!plain.contains("Comité des sages") && !plain.contains("Rapport annuel ·"))
  }

  @Test(arguments: ["md", "fodt"])
  func `a report says the number, the renewal and the journées held`(ending: String) throws {
    var dossier = try followed(
      "pas-de-calais",
      [
        ("comite", "2024-11-01", .delivre), ("jour-1", "2026-04-09", nil),
        ("jour-2", "2026-04-10", nil), ("renouvellement", "2026-11-02", .renouvele),
      ])
    let text = try report(dossier, ending)
    for said in [
      "Rapport annuel · Comité des sages",
      "n° 62-0147, délivré le 1er novembre 2024, renouvelé le 2 novembre 2026",
      "2 journées sur 6, sans SC",
    ] {
      #expect(text.contains(said), "\(said)")
    }
    dossier.sansNoms = true
    let shared = try report(dossier, ending)
    #expect(shared.contains("2 journées sur 6") && !shared.contains("sans SC"))
  }

  @Test func `a report tells since the delivrance, then since the report before`() throws {
    let first = try report(followed("pas-de-calais", [("comite", "2025-12-12", .delivre)]), "md")
    #expect(
      first.contains(
        "du 12 décembre 2025 au 21 novembre 2026, premier rapport, attendu le 12 décembre 2026"))
    #expect(first.contains("Atteint depuis le 12 décembre 2025"))
    let decisions: [(String, String, Cycle.Etape.Issue?)] = [
      ("comite", "2024-12-12", .delivre), ("rapport", "2025-12-01", nil),
    ]
    let second = try report(followed("pas-de-calais", decisions), "md")
    #expect(
      second.contains(
        "du 1er décembre 2025 au 21 novembre 2026, 2e rapport, attendu le 12 décembre 2026"))
    // Printed again after it left, it is the same.
    let again = try report(
      followed(
        "pas-de-calais", [("comite", "2025-12-12", .delivre), ("rapport", "2026-11-10", nil)]),
      "md")
    #expect(
      again.contains(
        "du 12 décembre 2025 au 21 novembre 2026, premier rapport, envoyé le 10 novembre 2026"))
  }

  @Test func `what may be taken back has its boxes, and nothing else has`() throws {
    let text = try report(followed("pas-de-calais", [("comite", "2025-12-12", .delivre)]), "fodt")
    #expect(text.contains("identifiant : ☐ maintien"))
    var alone = try example()
    alone.identifiant.delivreLe = nil
    let plain = try report(Dossier(of: alone), "fodt")
    #expect(!plain.contains("☐ maintien"))
  }

  @Test(arguments: ["md", "fodt"])
  func `what is asked of a Comité is printed, and the year has its counts`(ending: String) throws {
    var demarche = try example()
    var comite = Seance()
    (comite.genre, comite.date) = (.comite, Day(iso: "2026-12-12"))
    var ask = Seance.Demande()
    (ask.texte, ask.pourquoi) = ("Reconnaître D3 comme tenu.", "Le conseil a repris.")
    comite.demandes = [ask]
    demarche.seances.append(comite)
    let text = try report(Dossier(of: demarche), ending)
    #expect(text.contains("Ce que nous demandons") && text.contains("Reconnaître D3 comme tenu."))
    #expect(text.contains("Le conseil a repris."))
    #expect(text.contains("Perdu : 1 palier (D2)"))
    #expect(text.contains("sans compter encore") && text.contains("1 palier (D3)"))
    #expect(try !report(Dossier(of: example()), ending).contains("Ce que nous demandons"))
  }

  @Test func `each page's foot says whose it is`() throws {
    let text = try report(Dossier(of: example()), "fodt")
    #expect(text.contains("Résidence du Halage · 21 novembre 2026"))
  }
}
