import DPES
import JSONTree
import Testing

private let day = Day(iso: "2026-11-21") ?? Day(number: 0)
private let signature = Signature(
  quand: Instant(seconds: day.number * 86_400), jour: day, qui: "p1")

/// Two images, the older frozen, an observation in each; a palier with an indicator.
private func demarche() throws -> Demarche {
  let text = """
    {"format": "dpes", "version": 1, "id": "d1", "structure": {"raisonSociale": "X"},
     "cercles": [
      {"id": "c1", "date": "2026-03-12", "figee": true, "observations": [
       {"id": "o1", "numero": 4, "texte": "Ancienne", "axe": "utilite", "statut": "rouge"}]},
      {"id": "c2", "date": "2026-09-12", "observations": [
       {"id": "o2", "numero": 5, "texte": "Nouvelle", "statut": "orange", "origine": "o1"}]}],
     "schema": {"debut": "2026-01-01", "paliers": [
      {"id": "p1", "axe": "utilite", "intitule": "P", "echeanceMois": 9, "indicateurs": [
       {"id": "i1", "intitule": "I", "objectifs": {"18": "aucun"},
        "realises": {"12": {"statut": "partiel", "valeur": 3, "commentaire": "K"}}}]}]}}
    """
  return try Demarche(file: JSONValue.parse(Array(text.utf8)))
}

/// The line that an edit by `signature` leaves.
private func trace(
  _ quoi: String, _ objet: String, _ avant: Valeur?, _ apres: Valeur?
) -> Trace {
  var trace = Trace()
  trace.quand = signature.quand
  trace.qui = "p1"
  trace.quoi = quoi
  trace.objet = objet
  trace.avant = avant
  trace.apres = apres
  return trace
}

extension Demarche {
  /// Changes an observation's status, and says whether something changed.
  fileprivate mutating func setStatut(_ id: String, _ statut: Statut?) -> Bool {
    modifierObservation(id, signature) { $0.statut = statut }
  }

  fileprivate mutating func setTexte(_ id: String, _ texte: String) -> Bool {
    modifierObservation(id, signature) { $0.texte = texte }
  }

  fileprivate mutating func setRealise(
    _ id: String, _ mois: Int, _ statut: Realise.Statut
  ) -> Bool {
    modifierRealise(deIndicateur: id, periode: mois, signature) { $0.statut = statut }
  }

  fileprivate mutating func emptyRealise(_ id: String, _ mois: Int) -> Bool {
    modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = Realise() }
  }
}

@Suite struct EditsTests {
  @Test func `a new observation goes to the last image that is not frozen, numbered on`() throws {
    var demarche = try demarche()
    var ids = IDGenerator(seed: 1)
    let id = demarche.ajouterObservation(
      "Texte", axe: .territoire, statut: .vert, auteur: "p1", signature, ids: &ids)
    let added = try #require(demarche.cercles[1].observations.last)
    #expect(added.id == id && added.texte == "Texte" && added.axe == .territoire)
    #expect(added.numero == 6 && added.auteur == "p1" && added.statut == .vert)
    #expect(demarche.cercles[0].observations.count == 1)
    #expect(demarche.historique == [trace("statut", id, nil, .texte("vert"))])
  }

  @Test func `without an open image one is made today, which continues the last`() throws {
    var demarche = try demarche()
    demarche.cercles[1].figee = true
    var ids = IDGenerator(seed: 1)
    demarche.ajouterObservation("Texte", axe: nil, statut: nil, signature, ids: &ids)
    let image = try #require(demarche.cercles.last)
    #expect(demarche.cercles.count == 3 && image.date == day && !image.figee)
    #expect(image.observations.map(\.texte) == ["Nouvelle", "Texte"])
    #expect(image.observations.map(\.origine) == ["o2", nil])
    #expect(image.observations.map(\.numero) == [5, 6])
    #expect(Set(image.observations.map(\.id)).isDisjoint(with: ["o1", "o2"]))
    #expect(demarche.historique.isEmpty)
  }

  @Test func `a change of status is traced, a change of text is not`() throws {
    var demarche = try demarche()
    let changed = demarche.setTexte("o2", "Mieux dite")
    #expect(changed)
    #expect(demarche.historique.isEmpty)
    let changes = [demarche.setStatut("o2", .vert), demarche.setStatut("o2", nil)]
    #expect(changes == [true, true])
    #expect(
      demarche.historique == [
        trace("statut", "o2", .texte("orange"), .texte("vert")),
        trace("statut", "o2", .texte("vert"), nil),
      ])
    let changedAgain = demarche.setStatut("o2", nil)
    #expect(!changedAgain)
    #expect(demarche.historique.count == 2)
  }

  @Test func `an observation is taken out with its trace`() throws {
    var demarche = try demarche()
    let demarcheBefore = demarche
    let changed = demarche.supprimerObservation("o2", signature)
    #expect(changed)
    #expect(demarche.cercles[1].observations.isEmpty)
    #expect(
      demarche.historique == [
        trace("suppression", "o2", .texte(demarcheBefore.cercles[1].observations[0].texte), nil)
      ])
  }

  @Test func `a frozen image and an unknown id refuse every change`() throws {
    var demarche = try demarche()
    let before = demarche
    let changes = [
      demarche.setTexte("o1", "Autre"), demarche.setStatut("o1", .vert),
      demarche.supprimerObservation("o1", signature), demarche.setStatut("o9", .vert),
      demarche.supprimerObservation("o9", signature),
      demarche.decalerEcheance(dePalier: "p9", de: 1, signature),
      demarche.setRealise("i9", 12, .atteint),
    ]
    #expect(changes == [false, false, false, false, false, false, false])
    #expect(demarche == before)
  }

  @Test(
    arguments: [
      // from, by, to, the column of the exception, if it has one still
      (9, 3, 12, 18 as Int?), (9, 4, 13, 24), (9, -3, 6, 12), (9, -40, 1, 12), (9, 2000, 600, nil),
    ])
  func `a shifted deadline takes its exceptions along, column by column`(
    from: Int, delta: Int, to: Int, column: Int?
  ) throws {
    var demarche = try demarche()
    let changed = demarche.decalerEcheance(dePalier: "p1", de: delta, signature)
    #expect(changed)
    let palier = demarche.schema.paliers[0]
    #expect(palier.echeanceMois == to)
    #expect(palier.indicateurs[0].objectifs.entries.map(\.mois) == (column.map { [$0] } ?? []))
    #expect(
      demarche.historique == [
        trace("echeance", "p1", .nombre(JSONNumber(from)), .nombre(JSONNumber(to)))
      ])
  }

  @Test func `a deadline that can't go further leaves no trace, one that was missing begins`()
    throws
  {
    var demarche = try demarche()
    demarche.schema.paliers[0].echeanceMois = 1
    let changed = demarche.decalerEcheance(dePalier: "p1", de: -1, signature)
    #expect(!changed)
    #expect(demarche.historique.isEmpty)
    demarche.schema.paliers[0].echeanceMois = nil
    let changedAgain = demarche.decalerEcheance(dePalier: "p1", de: 1, signature)
    #expect(changedAgain)
    #expect(demarche.schema.paliers[0].echeanceMois == 6)
    #expect(demarche.historique == [trace("echeance", "p1", nil, .nombre(JSONNumber(6)))])
  }

  @Test func `a réalisé changes in its cell alone, and is traced by period`() throws {
    var demarche = try demarche()
    let changed = demarche.setRealise("i1", 12, .atteint)
    #expect(changed)
    var expected = Realise()
    expected.statut = .atteint
    expected.valeur = .nombre(JSONNumber(3))
    expected.commentaire = "K"
    let realises = demarche.schema.paliers[0].indicateurs[0].realises
    #expect(realises.entries.map(\.value) == [expected])
    #expect(
      demarche.historique == [trace("realise", "i1/12", .texte("partiel"), .texte("atteint"))])
    let changedAgain = demarche.setRealise("i1", 12, .atteint)
    #expect(!changedAgain)
    #expect(demarche.historique.count == 1)
  }

  @Test func `a réalisé left without anything is taken out of the file`() throws {
    var demarche = try demarche()
    let changed = demarche.emptyRealise("i1", 12)
    #expect(changed)
    #expect(demarche.schema.paliers[0].indicateurs[0].realises.isEmpty)
    #expect(demarche.historique == [trace("realise", "i1/12", .texte("partiel"), nil)])
    let changedAgain = demarche.emptyRealise("i1", 6)
    #expect(!changedAgain)
    #expect(demarche.historique.count == 1)
  }
}

@Suite struct ValeurFrenchTests {
  @Test(
    arguments: [
      (Indicateur.Nature.pourcentage, nil as String?, Valeur.nombre(JSONNumber(31)), "31\u{A0}%"),
      (.nombre, "€", .nombre(JSONNumber(180_000)), "180\u{A0}000\u{A0}€"),
      (.nombre, nil, .nombre(JSONNumber(17.5) ?? JSONNumber(0)), "17,5"),
      (.nombre, "heures", .nombre(JSONNumber(-1_234_567)), "−1\u{A0}234\u{A0}567\u{A0}heures"),
      (.nombre, nil, .nombre(JSONNumber(999)), "999"),
      (.ouiNon, nil, .ouiNon(true), "oui"), (.ouiNon, nil, .ouiNon(false), "non"),
      (.texte, "ignorée", .texte("Bien"), "Bien"), (.pourcentage, nil, .texte("31"), "31"),
    ])
  func `a value is written as French writes it`(
    nature: Indicateur.Nature, unite: String?, valeur: Valeur, text: String
  ) {
    var indicateur = Indicateur()
    indicateur.nature = nature
    indicateur.unite = unite
    #expect(indicateur.french(valeur) == text)
  }
}

@Suite struct DeletedObservationTests {
  @Test func `what led to a deleted observation leads to its lineage, or nowhere`() throws {
    var demarche = try smallDemarche()
    demarche.cercles[1].observations[0].origine = "o2"
    demarche.schema.paliers[0].observations = ["o1", "o2"]
    demarche.schema.paliers[1].observations = ["o2", "o3"]
    let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 0))
    demarche.supprimerObservation("o2", signature)
    demarche.supprimerObservation("o1", signature)
    #expect(demarche.schema.paliers.map(\.observations) == [["o3"], ["o3"], []])
    #expect(demarche.cercles[1].observations[0].origine == nil)
    #expect(demarche.constats([.lienRompu]) == [])
  }
}
