import DPES
import Testing

@testable import Documents

/// What the état des lieux draws: the profil stratégique, the map of the actors.
@Suite struct StateOfThingsDrawingTests {
  private func svg(_ demarche: Demarche, _ part: OutgoingDocument.Part) throws -> String {
    let file = try #require(OutgoingDocument.dessin.files.first { $0.part == part })
    return try Everything.text(Everything.bytes(file, Dossier(of: demarche)))
  }

  /// Where a box begins, from the left.
  private func left(of cle: ProfilStrategique.Cle, in text: String) throws -> Int {
    let start = try #require(text.firstRange(of: "<title>\(cle.nom)</title>"))
    let x = try #require(text[start.upperBound...].firstMatch(of: /<rect x="(\d+)"/))
    return try #require(Int(x.1))
  }

  @Test func `the profil stratégique has what carries on the left, what holds back on the right`()
    throws
  {
    let demarche = try example()
    let text = try svg(demarche, .profil)
    let middle = try left(of: .ambition, in: text)
    for cle in ProfilStrategique.Cle.allCases {
      let x = try left(of: cle, in: text)
      #expect((x < middle) == (cle.signe == "+") && (x > middle) == (cle.signe == "−"))
      let sign = cle.signe.map { "\($0) " } ?? ""
      #expect(text.contains(">\(sign)\(cle.nom)</text>"), "\(cle)")
    }
    #expect(text.contains("Vieillir chez soi, au milieu du village"))
    #expect(text.contains("néant</text>"))
    let blank = Demarche(id: "d", raisonSociale: "Vide", debut: today)
    #expect(try svg(blank, .profil).contains("à demander</text>"))
  }

  @Test func `the map of the actors is drawn only where it is asked for`() throws {
    var demarche = try example()
    var acteur = Acteur()
    (acteur.id, acteur.nom, acteur.nature) = ("a", "Le voisin d’en face", .opposition)
    acteur.objet = String(repeating: "le bruit du soir ", count: 20)
    demarche.acteurs.append(acteur)
    let text = try svg(demarche, .acteurs)
    for one in demarche.acteurs {
      let (nom, nature) = (try #require(one.nom), try #require(one.nature))
      #expect(text.contains(">\(nom)</text>") && text.contains(">\(nature.nom)</text>"))
    }
    #expect(text.contains("…</text>"))
    for (name, other) in try Everything.documents(of: demarche) where name != "acteurs.svg" {
      #expect(!other.contains("voisin d’en face"), "\(name)")
    }
    let blank = Demarche(id: "d", raisonSociale: "Vide", debut: today)
    #expect(try svg(blank, .acteurs).contains("aucun acteur encore"))
  }
}
