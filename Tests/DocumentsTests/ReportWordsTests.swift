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
}
