import DPES
import Testing

@testable import Documents

/// What a network's call asks for: where it goes, what is asked, and what is proposed.
@Suite struct CandidatureTests {
  /// The example that follows the cycle of the Pas-de-Calais, with somebody for it.
  private func followed() throws -> Dossier {
    var demarche = try example()
    let cycle = try cycle("pas-de-calais")
    _ = demarche.suivre(cycle)
    demarche.participants[0].referent = true
    var dossier = Dossier(of: demarche)
    dossier.cycles = [cycle]
    dossier.referentiels = ["pas-de-calais": try referentiel("pas-de-calais")]
    return dossier
  }

  private func candidature(_ dossier: Dossier, _ ending: String = "md") throws -> String {
    let document = try #require(OutgoingDocument.reports.first { $0.name == "candidature" })
    let file = try #require(document.files.first { $0.format.rawValue == ending })
    return try Everything.text(Everything.bytes(file, dossier))
  }

  @Test(arguments: ["md", "fodt"])
  func `a candidature says where it goes, who sends it and what the call asks`(
    ending: String
  ) throws {
    let text = try candidature(followed(), ending)
      .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    for said in [
      "ess@pasdecalais.fr", "62018 Arras Cedex 9", "Démarche Progrès du Pas-de-Calais",
      "Résidence du Halage, SC", "4 chemin de Halage", "Gouvernance démocratique",
      "Utilité sociale", "la totalité des 6 journées", "21,5 ETP permanents",
      "921 000 €", "à dire",
    ] {
      #expect(text.contains(said), "\(said)")
    }
  }

  @Test func `without a cycle the criteria are the charter’s, and nothing is promised of days`()
    throws
  {
    let text = try candidature(Dossier(of: example()))
    for axe in Axe.allCases { #expect(text.contains(axe.nom)) }
    #expect(!text.contains("journée") && !text.contains("@"))
  }

  @Test func `what nobody wrote is proposed from greens and paliers to reach`() throws {
    let dossier = try followed()
    let text = try candidature(dossier)
    let image = try #require(dossier.image)
    for axe in dossier.avancement.axes {
      let greens = image.observations.filter { $0.axe == axe.axe && $0.statut == .vert }
      let shown = greens.filter { text.contains("déjà mené, ●\u{A0}: \($0.texte)\n") }
      #expect(shown.count == min(2, greens.count), "\(axe.axe)")
      let others = image.observations.filter { $0.axe == axe.axe && $0.statut != .vert }
      #expect(others.allSatisfy { !text.contains($0.texte) }, "\(axe.axe)")
      let open = axe.paliers.filter { !$0.estTenu }.map(\.palier.intitule)
      for (place, title) in open.enumerated() {
        #expect(text.contains("à développer\u{A0}: \(title)\n") == (place < 2), "\(title)")
      }
    }
  }

  @Test func `what is written stands in the place of what would be proposed`() throws {
    var demarche = try example()
    demarche.candidature.actionsMenees = "Ce que nous faisons"
    let half = try candidature(Dossier(of: demarche))
    #expect(half.contains("Ce que nous faisons") && !half.contains("déjà mené,"))
    #expect(half.contains("à développer\u{A0}: "))
    demarche.candidature.axesSouhaites = "Ce que nous voulons"
    for ending in ["md", "fodt"] {
      let whole = try candidature(Dossier(of: demarche), ending)
      #expect(whole.contains("Ce que nous voulons") && !whole.contains("à développer\u{A0}:"))
      #expect(!whole.contains(Axe.territoire.nom), "\(ending)")
    }
  }

  @Test func `an empty candidature says what is still to be said`() throws {
    let text = try candidature(
      Dossier(of: Demarche(id: "d", raisonSociale: "Vide", debut: today)))
    #expect(text.split(separator: "à dire").count - 1 == 18)
    #expect(!text.contains("●"))
  }

  @Test func `a candidature that is too long says by how much`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    demarche.candidature.motivation = String(repeating: "un mot de plus ", count: 100)
    #expect(Dossier(of: demarche).candidatureExcess == 0)
    // 120 lines of text, on two pages that hold 53 and a form of about 42.
    demarche.candidature.moyens = String(repeating: "un mot de plus ", count: 745)
    #expect((55...75).contains(Dossier(of: demarche).candidatureExcess))
    demarche.candidature.moyens = String(repeating: "mot\n", count: 120)
    #expect((65...90).contains(Dossier(of: demarche).candidatureExcess))
  }

  @Test func `proposals are measured as they are written`() throws {
    var demarche = try example()
    func fits(_ count: Int) -> Bool {
      demarche.candidature.motivation = String(repeating: "mot\n", count: count)
      return Dossier(of: demarche).candidatureExcess == 0
    }
    let most = (0..<120).last(where: fits) ?? 0
    demarche.candidature.actionsMenees = "Peu"
    demarche.candidature.axesSouhaites = "Peu"
    let written = (0..<120).last(where: fits) ?? 0
    // The table of criteria makes way for two lines with their headings.
    #expect(written > most + 5 && written < most + 30, "\(most) \(written)")
  }
}
