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

  /// The example with a neighbour against it, and what ties two of its acteurs.
  private func map() throws -> Demarche {
    var demarche = try example()
    var ids = IDGenerator(seed: 4)
    var acteur = Acteur()
    (acteur.nom, acteur.nature) = ("Le voisin d’en face", .opposition)
    acteur.objet = String(repeating: "le bruit du soir ", count: 20)
    demarche.acteurs.ajouter(acteur, ids: &ids)
    let all = demarche.acteurs.map(\.id)
    _ = demarche.dire(Paire(all[0], all[1]), ids: &ids) {
      $0 = Lien(.interdependance, .moyens, "Le car du jeudi")
    }
    return demarche
  }

  @Test func `the map of the actors is drawn only where it is asked for`() throws {
    let demarche = try map()
    let text = try svg(demarche, .acteurs)
    for one in demarche.acteurs {
      let (nom, nature) = (try #require(one.nom), try #require(one.nature))
      #expect(text.contains(">\(nom)</text>") && text.contains(">\(nature.nom)</text>"))
    }
    #expect(text.contains("…</text>") && text.contains(">Im</text>"))
    #expect(text.contains("interdépendance, porte sur les moyens, Le car du jeudi"))
    for (name, other) in try Everything.documents(of: demarche) where !name.contains("acteurs") {
      for secret in ["voisin d’en face", "bruit du soir", "car du jeudi"] {
        #expect(!other.contains(secret), "\(name)")
      }
    }
    let blank = Demarche(id: "d", raisonSociale: "Vide", debut: today)
    #expect(try svg(blank, .acteurs).contains("aucun acteur encore"))
  }

  @Test func `two dates of the map stand beside each other`() throws {
    var (demarche, ids) = (try map(), IDGenerator(seed: 9))
    let early = Signature(quand: Instant(seconds: 0), jour: today.adding(months: -9))
    _ = demarche.daterLaCarte(early, ids: &ids)
    #expect(try svg(demarche, .acteurs).split(separator: "<title>1 – 2,").count - 1 == 1)
    let all = demarche.acteurs.map(\.id)
    _ = demarche.dire(Paire(all[0], all[1]), ids: &ids) { $0.nature = .opposition }
    let text = try svg(demarche, .acteurs)
    #expect(text.split(separator: "<title>1 – 2,").count - 1 == 2)
    #expect(text.contains("Carte du \(early.jour.french)") && text.contains("Dit le"))
    #expect(text.contains("1 – 2, opposition") && text.contains("1 – 2, interdépendance"))
  }

  @Test
  func `the matrix has no more cells than twelve acteurs need, and no name where none is told`()
    throws
  {
    var (demarche, ids) = (try map(), IDGenerator(seed: 9))
    while demarche.acteurs.count < Acteur.maximum {
      var acteur = Acteur()
      acteur.nom = "De plus \(demarche.acteurs.count)"
      demarche.acteurs.ajouter(acteur, ids: &ids)
    }
    let sheet = Dossier(of: demarche).relationSheet
    #expect(sheet.columns.count == 13 && sheet.rows.count == 12 && sheet.title == nil)
    let csv = String(decoding: sheet.csv(.neutral), as: UTF8.self)
    #expect(csv.hasPrefix("acteur,nous,1,2,"))
    #expect(csv.contains("interdépendance, porte sur les moyens, Le car du jeudi"))
    var alone = demarche
    alone.acteurs = Array(alone.acteurs.prefix(1))
    #expect(Dossier(of: alone).relationSheet.columns.count == 2)
    let nameless = try demarche.anonymisee(.sansNoms, ids: &ids)
    let masked = String(decoding: Dossier(of: nameless).relationSheet.csv(.neutral), as: UTF8.self)
    for one in demarche.acteurs { #expect(!masked.contains(try #require(one.nom))) }
  }
}
