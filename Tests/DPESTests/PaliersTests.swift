import DPES
import JSONTree
import Testing

private let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 20_000), qui: nil)

/// Three paliers on U, two on D, each with the rank the file gives it.
private func schema(_ ranks: [Int?] = [1, 2, 3]) -> Demarche {
  var demarche = Demarche(id: "d", raisonSociale: "Les Tilleuls", debut: Day(number: 19_000))
  for (index, rank) in ranks.enumerated() {
    demarche.schema.paliers.append(
      palier("u\(index + 1)", .utilite, rank, echeance: 6 * (index + 1)))
  }
  for index in 1...2 { demarche.schema.paliers.append(palier("d\(index)", .democratie, index)) }
  return demarche
}

private func palier(_ id: String, _ axe: Axe, _ rang: Int?, echeance: Int? = nil) -> Palier {
  var palier = Palier()
  palier.id = id
  palier.axe = axe
  palier.rang = rang
  palier.intitule = "Palier \(id)"
  palier.echeanceMois = echeance
  return palier
}

private func indicateur(_ id: String, _ statut: Realise.Statut? = nil) -> Indicateur {
  var indicateur = Indicateur()
  indicateur.id = id
  indicateur.intitule = "Indicateur \(id)"
  if let statut {
    var realise = Realise()
    realise.statut = statut
    realise.date = Day(number: 19_100)
    indicateur.realises[6] = realise
  }
  return indicateur
}

extension Demarche {
  /// `u1 u2 u3 | d1 d2`, in the order of ranks, which have to be 1…n.
  fileprivate var order: String {
    Axe.allCases.compactMap { axe in
      let paliers = schema.paliers(de: axe)
      #expect(paliers.map(\.rang) == Array(1..<paliers.count + 1))
      return paliers.isEmpty ? nil : paliers.map(\.id).joined(separator: " ")
    }.joined(separator: " | ")
  }
}

@Suite struct PaliersTests {
  @Test(
    arguments: [
      ([1, 2, 3], "u3", .utilite, 1, "u3 u1 u2 | d1 d2"),
      ([1, 2, 3], "u1", .utilite, 2, "u2 u1 u3 | d1 d2"),
      ([1, 2, 3], "u1", .utilite, 99, "u2 u3 u1 | d1 d2"),
      ([1, 2, 3], "u2", .utilite, -4, "u2 u1 u3 | d1 d2"),
      ([1, 2, 3], "u1", .democratie, 2, "u2 u3 | d1 u1 d2"),
      ([1, 2, 3], "u2", .territoire, 1, "u1 u3 | d1 d2 | u2"),
      // Whatever ranks a file has, those that are written have no gap.
      ([5, nil, 5], "u3", .utilite, 1, "u3 u1 u2 | d1 d2"),
      ([9, 4, nil], "u3", .utilite, 2, "u2 u3 u1 | d1 d2"),
    ] as [([Int?], String, Axe, Int, String)])
  func `ranks stay cumulative and gapless on both axes of a move`(
    ranks: [Int?], id: String, axe: Axe, rang: Int, expected: String
  ) {
    var demarche = schema(ranks)
    let changed = demarche.deplacerPalier(id, vers: axe, auRang: rang)
    #expect(changed)
    #expect(demarche.order == expected)
  }

  @Test func `moving a palier to where it is changes nothing`() {
    var demarche = schema()
    let before = demarche
    let changed = demarche.deplacerPalier("u2", vers: .utilite, auRang: 2)
    #expect(!changed && demarche == before)
    let unknown = demarche.deplacerPalier("x", vers: .utilite, auRang: 2)
    #expect(!unknown && demarche == before)
  }

  @Test func `a new palier comes last, or at a rank, with ids and lines of its own`() throws {
    var ids = IDGenerator(seed: 3)
    var demarche = schema()
    var nouveau = palier("ignored", .utilite, 1, echeance: 24)
    nouveau.indicateurs = [indicateur("a"), indicateur("b")]
    let last = demarche.insererPalier(nouveau, signature, ids: &ids)
    let second = demarche.insererPalier(palier("", .utilite, nil), auRang: 2, signature, ids: &ids)
    #expect(demarche.order == "u1 \(second) u2 u3 \(last) | d1 d2")
    let inserted = try #require(demarche.schema.paliers.first { $0.id == last })
    #expect(Set(inserted.indicateurs.map(\.id)).isDisjoint(with: ["a", "b", last]))
    #expect(
      demarche.historique.map { "\($0.quoi ?? "") \($0.objet ?? "")" }
        == ["echeance \(last)"] + inserted.indicateurs.map { "indicateur \($0.id)" })
  }

  @Test func `a copy comes last, with nothing reached yet`() throws {
    var ids = IDGenerator(seed: 3)
    var demarche = schema()
    demarche.schema.paliers[0].indicateurs = [indicateur("i1", .atteint)]
    demarche.schema.paliers[0].observations = ["o1"]
    let copie = try #require(demarche.dupliquerPalier("u1", signature, ids: &ids))
    #expect(demarche.order == "u1 u2 u3 \(copie) | d1 d2")
    let found = try #require(demarche.schema.paliers.last)
    #expect(found.intitule == "Palier u1" && found.observations == ["o1"])
    #expect(found.indicateurs.map(\.intitule) == ["Indicateur i1"])
    #expect(found.indicateurs[0].realises.isEmpty && found.indicateurs[0].id != "i1")
    let none = demarche.dupliquerPalier("x", signature, ids: &ids)
    #expect(none == nil)
  }

  @Test func `a palier taken out leaves no gap and no link`() {
    var demarche = schema()
    var ressource = Ressource()
    ressource.palier = "u2"
    demarche.ressources = [ressource]
    let removed = demarche.supprimerPalier("u2", signature)
    #expect(removed)
    #expect(demarche.order == "u1 u3 | d1 d2")
    #expect(demarche.ressources[0].palier == nil)
    #expect(demarche.historique.last?.quoi == "suppression")
    #expect(demarche.historique.last?.avant == .texte("Palier u2"))
  }

  @Test(
    arguments: [
      (6, 12, [12: .atteindre, 24: .aucun]), (6, 7, [12: .atteindre, 24: .aucun]),
      (6, 5, [6: .atteindre, 18: .aucun]), (6, nil, [6: .atteindre, 18: .aucun]),
      (6, 0, [6: .atteindre, 18: .aucun]), (6, -9, [6: .atteindre, 18: .aucun]),
    ] as [(Int, Int?, [Int: ObjectifEcrit])])
  func `a typed deadline is traced once, and exceptions to the objectives follow it`(
    before: Int, after: Int?, expected: [Int: ObjectifEcrit]
  ) {
    var demarche = schema()
    demarche.schema.paliers[0].echeanceMois = before
    demarche.schema.paliers[0].indicateurs = [indicateur("i1")]
    demarche.schema.paliers[0].indicateurs[0].objectifs[6] = .atteindre
    demarche.schema.paliers[0].indicateurs[0].objectifs[18] = .aucun
    let changed = demarche.modifierPalier("u1", signature) { $0.echeanceMois = after }
    #expect(changed)
    let objectifs = demarche.schema.paliers[0].indicateurs[0].objectifs
    #expect(
      Dictionary(uniqueKeysWithValues: objectifs.entries.map { ($0.mois, $0.value) }) == expected)
    #expect(demarche.historique.map(\.quoi) == ["echeance"])
    #expect(demarche.historique.last?.avant == .nombre(JSONNumber(before)))
    #expect(demarche.historique.last?.apres == after.map { .nombre(JSONNumber($0)) })
  }

  @Test func `each change of what an indicator is leaves one line`() {
    var demarche = schema()
    demarche.schema.paliers[0].indicateurs = [indicateur("i1", .atteint)]
    let changed = demarche.modifierIndicateur("i1", signature) {
      $0.intitule = "Autre"
      $0.cible = .nombre(JSONNumber(30))
      $0.cibles[12] = .nombre(JSONNumber(10))
      $0.realises = ByPeriod()
    }
    #expect(changed)
    #expect(
      demarche.historique.map { [$0.quoi, $0.objet, $0.avant?.told, $0.apres?.told] } == [
        ["indicateur-intitule", "i1", "Indicateur i1", "Autre"],
        ["indicateur-cible", "i1", nil, "30"],
        ["indicateur-cibles", "i1", nil, "{ \"12\": 10 }"],
      ])
    #expect(demarche.schema.paliers[0].indicateurs[0].realises[6]?.statut == .atteint)
    let removed = demarche.supprimerIndicateur("i1", signature)
    #expect(removed && demarche.schema.paliers[0].indicateurs.isEmpty)
    #expect(demarche.historique.last?.quoi == "suppression")
  }

  @Test func `a link to an observation stands for its whole lineage`() {
    var first = CercleDeQualite()
    var second = CercleDeQualite()
    for (image, id, origin) in [(0, "o1", nil), (1, "o2", "o1"), (1, "o3", nil)] {
      var observation = Observation()
      observation.id = id
      observation.origine = origin
      if image == 0 {
        first.observations.append(observation)
      } else {
        second.observations.append(observation)
      }
    }
    var demarche = schema()
    demarche.cercles = [first, second]
    let lignees = Lignees(demarche.cercles)
    func toggle(_ id: String) -> Bool? {
      demarche.basculerReponse(dePalier: "u1", aObservation: id, lignees)
    }
    #expect(toggle("o1") == true)
    #expect(toggle("o3") == true)
    #expect(toggle("o2") == false)
    #expect(demarche.schema.paliers[0].observations == ["o3"])
  }
}

extension Valeur {
  fileprivate var told: String {
    switch self {
    case .nombre(let number): number.spelling
    case .ouiNon(let value): String(value)
    case .texte(let text): text
    }
  }
}

@Suite struct ValeurEcriteTests {
  @Test(
    arguments: [
      ("12,5 %", .pourcentage, "12.5"), ("12,5", .nombre, "12.5"), ("1 250", .nombre, "1250"),
      ("1\u{202F}250,75", .nombre, "1250.75"), ("−3", .nombre, "-3"), ("12 %", .nombre, nil),
      ("douze", .nombre, nil), ("1,2,3", .nombre, nil), ("", .nombre, nil), (",5", .nombre, nil),
      ("Oui", .ouiNon, "true"), ("n", .ouiNon, "false"), ("peut-être", .ouiNon, nil),
      ("12", .texte, "12"), ("12", nil, "12"), ("douze", nil, "douze"),
    ] as [(String, Indicateur.Nature?, String?)])
  func `a value is read as people write it, and has to be of the nature`(
    text: String, nature: Indicateur.Nature?, expected: String?
  ) {
    #expect(Valeur(ecrite: text, nature: nature)?.told == expected)
  }
}
