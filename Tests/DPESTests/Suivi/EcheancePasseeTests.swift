import DPES
import Testing

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

/// A deadline inside a period: one truth of it, whatever asks (R6).
@Suite struct EcheancePasseeTests {
  /// A palier due after nine months from 1 January 2026, with an indicator or without.
  private func avancement(_ entries: [Entry]?, le jour: String) throws -> (Demarche, Avancement) {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    demarche.schema.paliers = [try palier(9, try entries.map { [try indicateur($0)] } ?? [])]
    return (demarche, Avancement(demarche.schema, le: try day(jour)))
  }

  @Test(
    arguments: [
      ("2026-09-30", .aVenir, .due, nil), ("2026-10-01", .echu, .echue, 1),
      ("2026-12-31", .echu, .echue, 92), ("2027-01-01", .enRetard, .enRetard, nil),
    ] as [(String, Avancement.ParPalier.Etat, Avancement.Case.Etat, Int?)])
  func `cell, palier, axis, period, list and page say the same`(
    jour: String, etat: Avancement.ParPalier.Etat, cell: Avancement.Case.Etat, days: Int?
  ) throws {
    let (demarche, avancement) = try avancement([], le: jour)
    let axis = avancement[.utilite]
    let palier = try #require(axis.paliers.first)
    let own = try #require(palier.indicateurs[0].cases.first { $0.periode.mois == 12 })
    #expect(palier.etat == etat && own.etat == cell)
    #expect(palier.joursDEcheance == days && own.joursDEcheance(le: avancement.jour) == days)
    let (passed, late) = (days == nil ? 0 : 1, etat == .enRetard ? 1 : 0)
    #expect(axis.echus == passed && axis.enRetard == late)
    let bilan = avancement.bilan(de: 12)
    #expect(bilan.echus == passed && bilan.enRetard == late)
    let line = try #require(
      AFaire(demarche, avancement, cycles: []).lignes.first { $0.rubrique != .aClore })
    #expect((line.rubrique == .echeancePassee) == (passed == 1))
    #expect((line.rubrique == .enRetard) == (late == 1))
    #expect(line.presse == (passed + late > 0))
    #expect(line.joursDeRetard(le: avancement.jour) == (late == 1 ? 1 : days))
    let page = PageDuCA(demarche, avancement).axes[0]
    #expect(page.echus.count == passed && page.enRetard.count == late)
    #expect(page.attendus.count == 1 - passed - late)
    #expect(page.prochain?.etat == etat && page.prochain?.joursDEcheance == days)
  }

  @Test func `a palier without indicator has it alike`() throws {
    for (jour, etat) in [
      ("2026-09-30", Avancement.ParPalier.Etat.aVenir), ("2026-10-01", .echu),
      ("2027-01-01", .enRetard),
    ] {
      let (demarche, avancement) = try avancement(nil, le: jour)
      #expect(avancement[.utilite].paliers[0].etat == etat)
      let line = try #require(AFaire(demarche, avancement, cycles: []).lignes.first)
      #expect((line.rubrique == .echeancePassee) == (etat == .echu))
    }
  }

  @Test func `what is reached, or to be checked, has no deadline that passes`() throws {
    let (_, held) = try avancement([Entry(12, .atteint, "2026-09-01")], le: "2026-10-01")
    #expect(held[.utilite].paliers[0].etat == .tenu && held[.utilite].echus == 0)
    let (_, later) = try avancement([Entry(12, .atteint, "2026-09-01")], le: "2027-05-01")
    #expect(later[.utilite].paliers[0].indicateurs[0].cases[2].etat == .due)
  }

  @Test func `the words are the same everywhere`() {
    #expect(EcheancePassee.mot(depuis: 12) == "échéance passée depuis 12 jours")
    #expect(EcheancePassee.mot(depuis: 1) == "échéance passée depuis 1 jour")
  }

  @Test func `a palier that holds may have an indicator that is late`() throws {
    let (_, later) = try avancement([Entry(12, .atteint, "2026-09-01")], le: "2027-07-01")
    let axis = later[.utilite]
    #expect(axis.actuel == 1 && axis.enRetard == 0 && axis.indicateursEnRetard == 1)
  }
}
