import Testing

@testable import DPES

@Suite struct ParcoursTests {
  private let jour = Day(iso: "2026-12-01") ?? Day(number: 0)

  private func parcours(_ demarche: Demarche) -> Parcours {
    Parcours(demarche, Avancement(demarche.schema, le: jour))
  }

  private func phrases(_ demarche: Demarche, _ etape: Parcours.Etape) -> [String] {
    parcours(demarche).manques(de: etape).map(\.phrase)
  }

  private var blank: Demarche { Demarche(id: "d1", raisonSociale: "Les Jardins", debut: jour) }

  @Test func `a new démarche lacks everything, in words`() {
    let parcours = parcours(blank)
    #expect(Parcours.Etape.allCases.map(parcours.etat) == Array(repeating: .rienEncore, count: 4))
    #expect(
      parcours.manques.map(\.phrase) == [
        "Organisation, à dire\u{A0}: Statut, adresse, activités, échelle, ETP permanents, "
          + "ETP en insertion",
        "Organisation\u{A0}: aucun exercice comptable",
        "Pilotage, à dire\u{A0}: Pourquoi, conception, conduite, validation, portage politique, "
          + "regard extérieur",
        "Tour de table\u{A0}: personne encore", "Profil stratégique\u{A0}: rien encore",
        "Grille\u{A0}: aucun point n’a de réponse", "Cercle\u{A0}: aucune observation",
        "Schéma\u{A0}: aucun palier", "Tableau de bord\u{A0}: le schéma n’a pas d’indicateur",
        "Capitalisation\u{A0}: ni document, ni note encore",
      ])
  }

  @Test func `what was said waits for an answer once there is a palier`() throws {
    var demarche = blank
    var image = CercleDeQualite()
    (image.id, image.date) = ("c1", Day(number: 1))
    image.observations = ["o1", "o2", "o3"].map { id in
      var one = Observation()
      (one.id, one.axe, one.statut) = (id, .utilite, id == "o3" ? .vert : .rouge)
      return one
    }
    demarche.cercles = [image]
    #expect(!phrases(demarche, .suivi).contains { $0.contains("sans réponse") })
    var palier = Palier()
    (palier.id, palier.axe) = ("p1", .utilite)
    demarche.schema.paliers = [palier]
    #expect(
      phrases(demarche, .suivi).contains("2\u{A0}paroles sans réponse")
        || phrases(demarche, .suivi).contains("2 paroles sans réponse"))
    #expect(parcours(demarche).manques(de: .suivi).contains { $0.but == .retour("o1") })
    demarche.schema.paliers[0].observations = ["o1", "o2"]
    #expect(!phrases(demarche, .suivi).contains { $0.contains("sans réponse") })
  }

  @Test func `where the group is follows what is open, then what was begun last`() {
    var demarche = blank
    #expect(parcours(demarche).ici == .mobiliser)
    var image = CercleDeQualite()
    (image.id, image.date) = ("c1", Day(number: 1))
    var observation = Observation()
    (observation.id, observation.axe, observation.statut) = ("o1", .utilite, .rouge)
    image.observations = [observation]
    demarche.cercles = [image]
    #expect(parcours(demarche).ici == .diagnostic)
    demarche.cercles[0].figee = true
    #expect(parcours(demarche).ici == .progres)
    var palier = Palier()
    (palier.id, palier.axe) = ("p1", .utilite)
    var one = Indicateur()
    one.id = "i1"
    palier.indicateurs = [one]
    demarche.schema.paliers = [palier]
    #expect(parcours(demarche).ici == .progres)
    var close = PeriodeClose()
    close.mois = 6
    demarche.periodesCloses = [close]
    #expect(parcours(demarche).ici == .suivi)
    // A new image leads back to the diagnostic.
    (image.id, image.date) = ("c2", Day(number: 2))
    demarche.cercles.append(image)
    #expect(parcours(demarche).ici == .diagnostic)
  }

  @Test func `one person of a collège is called by one`() {
    #expect(College.usagers.mot(pour: 1) == "usager" && College.usagers.mot(pour: 2) == "usagers")
    #expect(College.administrateursBenevoles.mot(pour: 1) == "bénévole")
  }

  @Test func `a box that was asked about lacks nothing, empty or not`() {
    var demarche = blank
    for cle in ProfilStrategique.Cle.allCases { demarche.basculerNeant(cle) }
    #expect(!phrases(demarche, .mobiliser).contains { $0.contains("Profil") })
    demarche.basculerNeant(.mobilisation)
    #expect(
      phrases(demarche, .mobiliser).contains(
        "Profil stratégique, à demander\u{A0}: Mobilisation des parties prenantes"))
    demarche.ajouterElement("La Ville", a: .mobilisation)
    #expect(!phrases(demarche, .mobiliser).contains { $0.contains("Profil") })
  }

  @Test func `a priority that a palier answers under an earlier id lacks nothing`() {
    var demarche = blank
    var (old, new) = (CercleDeQualite(), CercleDeQualite())
    (old.id, old.date, new.id, new.date) = ("c1", Day(number: 1), "c2", Day(number: 2))
    var observation = Observation()
    (observation.id, observation.axe, observation.statut) = ("o1", .utilite, .rouge)
    old.observations = [observation]
    (observation.id, observation.origine, observation.priorite) = ("o2", "o1", true)
    new.observations = [observation]
    demarche.cercles = [old, new]
    var palier = Palier()
    (palier.id, palier.axe) = ("p1", .utilite)
    demarche.schema.paliers = [palier]
    #expect(phrases(demarche, .progres).contains("1 priorité sans palier"))
    demarche.schema.paliers[0].observations = ["o1"]
    #expect(!phrases(demarche, .progres).contains("1 priorité sans palier"))
  }

  @Test func `an observation that continues itself ends the search all the same`() {
    var demarche = blank
    var image = CercleDeQualite()
    image.id = "c1"
    var observation = Observation()
    (observation.id, observation.origine, observation.priorite) = ("o1", "o1", true)
    image.observations = [observation]
    demarche.cercles = [image]
    demarche.schema.paliers = [Palier()]
    #expect(phrases(demarche, .progres).contains("1 priorité sans palier"))
  }
}

@Suite struct OrdreDuTourDeTableTests {
  @Test(
    arguments: [
      (.table, "b C a D"), (.initiales, "a b C D"), (.college, "a D b C"),
      (.implication, "C b a D"),
    ] as [(OrdreDuTourDeTable, String)])
  func `each order, those who are alike as they sit`(ordre: OrdreDuTourDeTable, wanted: String) {
    func person(_ initiales: String, _ college: College?, _ implication: Implication?)
      -> Participant
    {
      var one = Participant()
      (one.initiales, one.college, one.implication) = (initiales, college, implication)
      return one
    }
    let people = [
      person("b", .usagers, .consultation), person("C", nil, .codecision),
      person("a", .salaries, nil), person("D", .salaries, nil),
    ]
    #expect(ordre.ranger(people).compactMap(\.initiales).joined(separator: " ") == wanted)
  }
}
