import DPES
import Testing

@testable import Documents

/// The page that a board reads.
@Suite struct ConseilTests {
  @Test func `its dates leave out the paliers that are reached already`() throws {
    var demarche = Demarche(
      id: "d", raisonSociale: "Essai", debut: try #require(Day(iso: "2026-01-01")))
    for (title, held) in [("Déjà là", true), ("À venir", false)] {
      var palier = Palier()
      palier.id = title
      palier.axe = .utilite
      palier.intitule = title
      palier.echeanceMois = 15
      palier.tenuAuDepart = held
      demarche.schema.paliers.append(palier)
    }
    // 21 November 2026 is in the eleventh month.
    let dates = Dossier(of: demarche).conseil([])["dates"]
    guard case .list(let count, let scope)? = dates else {
      Issue.record("no dates")
      return
    }
    let told = (0..<count).compactMap { index -> String? in
      guard case .text(let text)? = scope(index)["quoi"] else { return nil }
      return text
    }
    #expect(told.contains { $0.contains("À venir") })
    #expect(!told.contains { $0.contains("Déjà là") })
  }
}
