import JSONTree
import Testing

@testable import DPES

/// What a cycle expects among what there is to do, on the day × passage tables.
@Suite struct AFairePassageTests {
  private func lines(_ jour: String, _ passages: [Passage]) throws -> [AFaire.Ligne] {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    var suivi = CycleSuivi()
    (suivi.id, suivi.modele, suivi.passages) = ("s", "pas-de-calais", passages)
    demarche.cycles = [suivi]
    return try lines(jour, demarche)
  }

  private func lines(_ jour: String, _ demarche: Demarche) throws -> [AFaire.Ligne] {
    let day = try #require(Day(iso: jour))
    return AFaire(demarche, Avancement(demarche.schema, le: day), cycles: [try shippedCycle()])
      .lignes
  }

  private func told(_ lines: [AFaire.Ligne]) -> [String] {
    lines.map {
      "\($0.rubrique.rawValue) \($0.texte) \($0.quand?.iso ?? "")".replacing("\u{A0}", with: " ")
    }
  }

  @Test(
    arguments: [
      (
        "2026-03-10",
        ["identifiant Rapport annuel 1 2027-03-10", "identifiant Renouvellement 2028-03-10"]
      ),
      (
        "2027-02-28",
        ["a-preparer Rapport annuel 1 2027-03-10", "identifiant Renouvellement 2028-03-10"]
      ),
      (
        "2027-03-01",
        ["ce-mois Rapport annuel 1 2027-03-10", "identifiant Renouvellement 2028-03-10"]
      ),
      (
        "2027-03-31",
        [
          "en-retard Rapport annuel 1 2027-03-10", "identifiant Rapport annuel 2 2028-03-10",
          "identifiant Renouvellement 2028-03-10",
        ]
      ),
      // The month is over, and it stays late.
      (
        "2027-11-01",
        [
          "en-retard Rapport annuel 1 2027-03-10", "identifiant Rapport annuel 2 2028-03-10",
          "identifiant Renouvellement 2028-03-10",
        ]
      ),
      (
        "2029-01-01",
        [
          "en-retard Rapport annuel : 2 n’ont pas été envoyés 2027-03-10",
          "en-retard Renouvellement 2028-03-10", "identifiant Rapport annuel 3 2029-03-10",
        ]
      ),
    ] as [(String, [String])])
  func `an older file's day asks for a report each year, late until it is sent, and a renewal`(
    jour: String, expected: [String]
  ) throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    demarche.identifiant.delivreLe = Day(iso: "2026-03-10")
    #expect(told(try lines(jour, demarche)) == expected)
  }

  @Test func `each line says its étape, its cycle, how it stands, and who follows it`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    demarche.identifiant.delivreLe = Day(iso: "2025-12-12")
    for (id, isReferent, left) in [
      ("hv", true, nil), ("mb", false, nil), ("yd", true, "2026-01-01"),
    ] {
      var one = Participant()
      (one.id, one.referent, one.departLe) = (id, isReferent, left.flatMap(Day.init(iso:)))
      demarche.participants.append(one)
    }
    let line = try #require(try lines("2026-11-29", demarche).first)
    #expect(line.etape == "rapport" && line.cycle == "pas-de-calais" && line.etat == .aPreparer)
    #expect(line.personnes == ["hv"] && line.objet == .passage("pas-de-calais/rapport/1"))
    let (soon, after) = (
      try #require(Day(iso: "2026-11-29")), try #require(Day(iso: "2026-12-20"))
    )
    #expect(!line.presse && line.joursDeRetard(le: soon) == nil)
    let late = try #require(try lines("2026-12-20", demarche).first)
    #expect(late.presse && late.joursDeRetard(le: after) == 8)
  }

  @Test func `what is sent, of no concern or taken back is expected no more`() throws {
    let delivered = passage("comite", "2025-12-12", .delivre)
    #expect(
      told(try lines("2026-12-20", [delivered, passage("rapport", "2026-12-10", rang: 1)])) == [
        "identifiant Rapport annuel 2 2027-12-12", "identifiant Renouvellement 2027-12-12",
      ])
    #expect(
      told(try lines("2026-12-20", [delivered, passage("rapport", nil, .sansObjet, rang: 1)])) == [
        "identifiant Rapport annuel 2 2027-12-12", "identifiant Renouvellement 2027-12-12",
      ])
    #expect(try lines("2026-12-20", [delivered, passage("comite", "2026-06-01", .retire)]).isEmpty)
    // The charter follows on no day that anybody said: it is expected, and never late.
    #expect(try lines("2026-03-01", [delivered]).allSatisfy { $0.etape != "charte" })
  }

  @Test func `without the data file nothing is expected`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    demarche.identifiant.delivreLe = Day(iso: "2025-12-12")
    let day = try #require(Day(iso: "2027-12-20"))
    let avancement = Avancement(demarche.schema, le: day)
    #expect(AFaire(demarche, avancement, cycles: []).lignes.isEmpty)
    // One that is followed says so, and nobody is pressed.
    var suivi = CycleSuivi()
    (suivi.id, suivi.modele, suivi.passages) = ("s", "bio", [passage("bilan", "2026-01-01")])
    demarche.cycles = [suivi]
    let afaire = AFaire(demarche, avancement, cycles: [])
    #expect(afaire.lignes.map(\.rubrique) == [.cycleInconnu])
    #expect(afaire.lignes.first?.objet == .cycle("s") && afaire.lignes.first?.cycle == "bio")
    #expect(afaire.lignes.first?.texte.contains("n’est pas sur cet ordinateur") == true)
    #expect(!afaire.presse && !afaire.attend)
    // Nobody read the cycles yet: nothing is told of them.
    #expect(AFaire(demarche, avancement, cycles: nil).lignes.isEmpty)
  }

  @Test func `what is to be prepared is expected, before its month comes`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    demarche.identifiant.delivreLe = Day(iso: "2025-12-12")
    for (jour, isExpected) in [("2026-10-11", false), ("2026-10-12", true)] {
      let day = try #require(Day(iso: jour))
      let afaire = AFaire(
        demarche, Avancement(demarche.schema, le: day), cycles: [try shippedCycle()])
      #expect(afaire.attend == isExpected && !afaire.presse, "\(jour)")
    }
  }
}

/// R8 to R11 in sentences, as each screen and document says them.
@Suite struct CheminementPhraseTests {
  private func way(_ jour: String, _ passages: [Passage]) throws -> (Cheminement, Day) {
    var suivi = CycleSuivi()
    suivi.passages = passages
    let day = try #require(Day(iso: jour))
    return (Cheminement(suivi, try shippedCycle(), le: day), day)
  }

  @Test(
    arguments: [
      ("comite", "2025-12-05", "4 décembre 2025, ajourné : joindre les comptes"),
      ("candidature", "2025-12-05", "6 octobre 2025, ess@pasdecalais.fr"),
      ("rapport", "2026-02-01", "12 décembre 2026"),
      ("rapport", "2026-11-29", "avant le 12 décembre 2026, à préparer"),
      ("rapport", "2026-12-20", "attendu le 12 décembre 2026, en retard de 8 jours"),
      ("renouvellement", "2026-12-20", "12 décembre 2027, à confirmer"),
      ("charte", "2026-12-20", "sans date"),
    ])
  func `a line says when and how`(code: String, jour: String, phrase: String) throws {
    var sent = passage("candidature", "2025-10-06")
    sent.destinataire = "ess@pasdecalais.fr"
    let (way, day) = try way(
      jour,
      [
        sent, passage("comite", "2025-12-04", .ajourne, motif: "joindre les comptes"),
        passage("comite", "2025-12-12", .delivre),
      ])
    let line = try #require(way.lignes.first { $0.etape.code == code })
    #expect(line.phrase(le: day).replacing("\u{A0}", with: " ") == phrase)
  }

  @Test func `a report says whether it was answered`() throws {
    var report = passage("rapport", "2026-12-10", rang: 1)
    let delivered = passage("comite", "2025-12-12", .delivre)
    var (way, day) = try way("2027-01-01", [delivered, report])
    func line() throws -> Cheminement.Ligne {
      try #require(way.lignes.first { $0.etape.code == "rapport" })
    }
    #expect(try line().phrase(le: day) == "10 décembre 2026, pas encore de réponse")
    report.reponduLe = Day(iso: "2027-02-01")
    (way, day) = try self.way("2027-02-01", [delivered, report])
    #expect(try line().phrase(le: day) == "10 décembre 2026, répondu le 1er février 2027")
  }

  @Test(
    arguments: [
      ("2025-10-01", nil), ("2025-10-06", "demande envoyée le 6 octobre 2025"),
      ("2025-12-04", "identifiant, ajourné le 4 décembre 2025"),
      ("2025-12-12", "identifiant n° 62-0147, délivré le 12 décembre 2025"),
      ("2027-12-09", "identifiant n° 62-0147, renouvelé le 9 décembre 2027"),
      ("2028-03-02", "identifiant, retiré le 2 mars 2028"),
    ] as [(String, String?)])
  func `the recognition is told in the network's word`(jour: String, phrase: String?) throws {
    var delivered = passage("comite", "2025-12-12", .delivre)
    delivered.numero = "62-0147"
    let (way, _) = try way(
      jour,
      [
        passage("candidature", "2025-10-06"), passage("comite", "2025-12-04", .ajourne), delivered,
        passage("renouvellement", "2027-12-09", .renouvele),
        passage("comite", "2028-03-02", .retire),
      ])
    let said = way.reconnaissance.phrase(try shippedCycle())?.replacing("\u{A0}", with: " ")
    #expect(said == phrase)
  }

  @Test func `what there is to know begins with what is late, one sentence an étape`() throws {
    let (way, day) = try way("2028-01-15", [passage("comite", "2025-12-12", .delivre)])
    #expect(
      way.aSavoir(le: day).map { $0.phrase.replacing("\u{A0}", with: " ") } == [
        "Rapport annuel : 2 n’ont pas été envoyés",
        "Renouvellement : attendu le 12 décembre 2027, en retard de 34 jours, à confirmer",
        "Remise de la charte et de l’identifiant : sans date",
        "Ensuite, Rapport annuel 3 : 12 décembre 2028",
      ])
  }

  /// R11: between two journées only, nothing is typed.
  @Test func `what was to be prepared since the last journée says whether it lacks something`()
    throws
  {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    let held = (1...5).map { passage("jour-\($0)", "2026-0\($0)-10") }
    let (way, day) = try way("2026-06-01", held)
    func words() -> [String] {
      let parcours = Parcours(demarche, Avancement(demarche.schema, le: day))
      return way.entreTemps(parcours, demarche, []).map { "\($0.nom) \($0.fait == true)" }
    }
    #expect(words() == ["tableau de bord false"])
    demarche.schema.debut = day
    var palier = Palier()
    (palier.id, palier.indicateurs) = ("p", [Indicateur()])
    demarche.schema.paliers = [palier]
    demarche.notes = [NoteDeCapitalisation()]
    #expect(words() == ["tableau de bord true"])
    for (jour, passages) in [
      ("2026-01-01", held), ("2026-12-01", held + [passage("jour-6", "2026-11-10")]),
    ] {
      let (way, _) = try self.way(jour, passages)
      #expect(way.entreTemps(Parcours(), demarche, []).isEmpty)
    }
  }

  @Test func `absences are told by day`() {
    let presences = PresencesDuCycle(
      groupe: "g", journees: 6, faites: 5,
      absences: [
        .init(
          participant: "hv",
          jours: ["2026-05-12", "2026-06-16"].compactMap(Day.init(iso:)))
      ])
    #expect(presences.phrase == "5 journées sur 6")
    #expect(presences.absents { $0.uppercased() } == "sans HV le 12 mai 2026 ni le 16 juin 2026")
  }
}
