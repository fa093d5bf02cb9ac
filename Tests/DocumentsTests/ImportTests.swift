import DPES
import JSONTree
import Testing

@testable import Documents

/// What a spreadsheet brings in.
@Suite struct ImportTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `what went out comes in again as it was`(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let before = generator.demarche()
    let dossier = Dossier(of: before)
    let sheets: [(Sheet, Importation.Kind)] = [
      (dossier.observationSheet, .observations), (dossier.participantSheet, .participants),
      (dossier.indicateurSheet, .indicateurs), (dossier.realiseSheet, .realises),
    ]
    for (sheet, kind) in sheets {
      for flavour in [CSVFlavour.neutral, .excel] {
        let back = try importation(sheet.csv(flavour), kind, into: before)
        #expect(back.refusals == [])
        #expect(back.demarche == before, "\(kind) \(flavour)")
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `an empty démarche takes all of it, and gives it out alike`(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    var before = generator.demarche()
    // Spaces too many are not kept of titles.
    for place in before.schema.paliers.indices {
      before.schema.paliers[place].intitule = before.schema.paliers[place].intitule.tidyTitle
      for index in before.schema.paliers[place].indicateurs.indices {
        let title = before.schema.paliers[place].indicateurs[index].intitule.tidyTitle
        before.schema.paliers[place].indicateurs[index].intitule = title
      }
    }
    let dossier = Dossier(of: before)
    var after = Demarche(id: "neuf", raisonSociale: "Neuf", debut: before.schema.debut ?? today)
    for (sheet, kind) in [
      (dossier.participantSheet, Importation.Kind.participants),
      (dossier.observationSheet, .observations), (dossier.indicateurSheet, .indicateurs),
    ] {
      let taken = try importation(sheet.csv(.excel), kind, into: after)
      #expect(taken.refusals == [])
      after = taken.demarche
    }
    // Réalisés name indicators; those that share a name have an id, which is another's here.
    let named = dossier.realiseSheet.csv(.excel)
    let taken = try importation(named, .realises, into: after)
    if taken.refusals.isEmpty {
      #expect(Dossier(of: taken.demarche).realiseSheet.rows == dossier.realiseSheet.rows)
    }
    #expect(Dossier(of: after).observationSheet.rows == dossier.observationSheet.rows)
    #expect(Dossier(of: after).participantSheet.rows == dossier.participantSheet.rows)
    #expect(Dossier(of: after).indicateurSheet.rows == dossier.indicateurSheet.rows)
  }

  @Test func `headers and words are forgiven their case, accents and order`() throws {
    let text = """
      PRIORITÉ;Couleur; Observation ;Axe\r
      Oui;■ Rouge;Le bus passe trop tôt;Utilité et emplois\r
      ;o;Les bénévoles restent;D\r
      x;;Un mot sans couleur;

      """
    let demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    let taken = try importation(text, .observations, into: demarche)
    #expect(taken.refusals == [])
    #expect(taken.added == 3)
    let found = taken.demarche.cercles[0].observations
    #expect(found.map(\.axe) == [.utilite, .democratie, nil])
    #expect(found.map(\.statut) == [.rouge, .orange, nil])
    #expect(found.map(\.priorite) == [true, false, true])
    #expect(found.map(\.numero) == [1, 2, 3])
    #expect(taken.demarche.cercles[0].date == today)
  }

  @Test func `each refused row has its number and its reason`() throws {
    var demarche = try example()
    demarche.schema.paliers[0].indicateurs[0].realises[6] = nil
    let text = """
      indicateur;periode;statut;valeur;date
      cdd devenus cdi;12 mois;Vérifié;2;08/09/2026
      CDD devenus CDI;7;atteint;;
      CDD devenus CDI;6;atteint;2;
      CDD devenus CDI;18;bientôt;;
      CDD devenus CDI;24;atteint;beaucoup;
      CDD devenus CDI;30;atteint;3;hier
      Inconnu;12;atteint;;
      CDD devenus CDI;12;atteint;;
      CDD devenus CDI;36;non concerné;;
      CDD devenus CDI;36;;;
      """
    let taken = try importation(text, .realises, into: demarche)
    #expect(taken.unchanged == 1)
    #expect(
      taken.refusals == [
        .init(row: 3, reason: .notAPeriod("7", known: [6, 12, 18, 24, 30, 36])),
        .init(row: 4, reason: .closed(mois: 6)),
        .init(
          row: 5,
          reason: .unknownWord(
            "bientôt", column: "statut",
            allowed: [
              "atteint", "partiel", "non-atteint", "verifie", "non-verifie", "non-concerne",
            ])),
        .init(row: 6, reason: .notANumber("beaucoup", column: "valeur")),
        .init(row: 7, reason: .notADay("hier")),
        .init(row: 8, reason: .unknownIndicateur("Inconnu", near: nil)),
        .init(row: 9, reason: .sameTwice(row: 2)),
        .init(row: 10, reason: .needsReason),
        .init(row: 11, reason: .sameTwice(row: 10)),
      ])
  }

  @Test func `a row may leave to the one above what a merged cell said`() throws {
    let text = """
      Axe;Palier;Échéance;Indicateur;Nature;Cible;Responsable
      Territoire;Une table ronde;9 mois;Réunions;nombre;2;SC
      ;;;Communes présentes;%;31,5 %;ZZ
      """
    let demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    let taken = try importation(text, .indicateurs, into: demarche)
    #expect(taken.refusals == [])
    let palier = try #require(taken.demarche.schema.paliers.first)
    #expect(taken.demarche.schema.paliers.count == 1)
    #expect(palier.echeanceMois == 9)
    #expect(palier.indicateurs.map(\.intitule) == ["Réunions", "Communes présentes"])
    #expect(palier.indicateurs[1].cible.map { palier.indicateurs[1].french($0) } == "31,5\u{A0}%")
    #expect(taken.notices == [.joins("SC"), .joins("ZZ")])
    #expect(taken.demarche.participants.map(\.college) == [nil, nil])
  }

  @Test func `a number that is taken already is another, which is said`() throws {
    let text = "texte;numero\nUn;60\nDeux;60\nTrois;62\n"
    let demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    let taken = try importation(text, .observations, into: demarche)
    #expect(taken.demarche.cercles[0].observations.map(\.numero) == [60, 61, 62])
    #expect(taken.notices == [.renumbered(row: 3, from: 60, to: 61)])
  }

  @Test func `a frozen image stays as it is, and rows that say the same start no other`() throws {
    var demarche = try example()
    for index in demarche.cercles.indices { demarche.cercles[index].figee = true }
    let same = Dossier(of: demarche).observationSheet.csv(.neutral)
    #expect(try importation(same, .observations, into: demarche).demarche == demarche)
    let new = try importation("texte\nTout neuf\n", .observations, into: demarche).demarche
    #expect(Array(new.cercles.dropLast()) == demarche.cercles)
    #expect(new.cercles.last?.date == today)
    #expect(new.cercles.last?.observations.last?.numero == 49)
  }

  @Test func `a table without the column that counts says what it found`() throws {
    let demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    #expect(
      throws: Headers.Fault.missing(
        column: "texte", row: 1, found: ["Axe", "Couleur"],
        known: ["axe", "statut", "texte", "auteur", "numero", "priorite"])
    ) { try importation("Axe;Couleur\nU;R\n", .observations, into: demarche) }
    #expect(throws: Headers.Fault.twice(column: "texte", row: 1)) {
      try importation("Texte;texte\nU;R\n", .observations, into: demarche)
    }
    #expect(
      throws: Headers.Fault.unsure(column: "texte", row: 1, titles: ["Texte", "Observation"])
    ) {
      try importation("Texte;Observation\nU;R\n", .observations, into: demarche)
    }
  }
}
