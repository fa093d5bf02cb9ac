import DPES
import Testing

/// One point led to an observation, carried on in a second image; two paliers answer it.
private func demarche() -> Demarche {
  var demarche = Demarche(id: "d", raisonSociale: "X", debut: Day(number: 20_454))
  for (image, id, origin) in [("c1", "o1", nil), ("c2", "o2", "o1" as String?)] {
    var cercle = CercleDeQualite()
    cercle.id = image
    cercle.date = Day(number: image == "c1" ? 20_454 : 20_600)
    var observation = Observation()
    observation.id = id
    observation.origine = origin
    observation.points = ["charte:a", "charte:b"]
    cercle.observations = [observation]
    demarche.cercles.append(cercle)
  }
  for (index, axe) in [Axe.utilite, .territoire].enumerated() {
    var palier = Palier()
    palier.id = "p\(index + 1)"
    palier.axe = axe
    palier.rang = 1
    palier.echeanceMois = 30
    palier.observations = [index == 0 ? "o1" : "o2"]
    var one = Indicateur()
    one.id = "i\(index + 1)"
    if index == 0 {
      var realise = Realise()
      realise.statut = .partiel
      one.realises[12] = realise
    }
    palier.indicateurs = [one]
    demarche.schema.paliers.append(palier)
  }
  return demarche
}

private func chaine(_ maillon: Maillon, image: Int? = 1) -> Chaine {
  let demarche = demarche()
  return Chaine(
    de: maillon,
    Chaine.Contexte(
      demarche, Avancement(demarche.schema, le: Day(number: 20_900)), Lignees(demarche.cercles),
      image: image.map { demarche.cercles[$0] }, anciens: ["charte:neuf": ["charte:b"]]))
}

extension Chaine {
  /// `point charte:a` two steps before is `<<charte:a`.
  fileprivate var told: String {
    func name(_ maillon: Maillon) -> String {
      switch maillon {
      case .point(let id), .observation(let id), .palier(let id), .indicateur(let id): id
      case .cellule(let id, let mois): "\(id)/\(mois)"
      case .ligne(let id, let mois): "rapport \(id)/\(mois)"
      }
    }
    let before = avant.map { String(repeating: "<", count: $0.distance) + name($0.maillon) }
    let after = apres.map { String(repeating: ">", count: $0.distance) + name($0.maillon) }
    return (before + after).joined(separator: " ")
  }
}

@Suite struct ChaineTests {
  @Test(
    arguments: [
      (
        .point("charte:a"),
        ">o2 >>p1 >>>i1 >>>>i1/12 >>>>>rapport i1/12 >>>>i1/30 >>>>i1/36 >>p2 >>>i2 >>>>i2/30 >>>>i2/36"
      ),
      // A point known by an earlier code.
      (
        .point("charte:neuf"),
        ">o2 >>p1 >>>i1 >>>>i1/12 >>>>>rapport i1/12 >>>>i1/30 >>>>i1/36 >>p2 >>>i2 >>>>i2/30 >>>>i2/36"
      ),
      (.point("charte:c"), ""),
      (
        .observation("o2"),
        "<charte:a <charte:b >p1 >>i1 >>>i1/12 >>>>rapport i1/12 >>>i1/30 >>>i1/36 >p2 >>i2 >>>i2/30 >>>i2/36"
      ),
      (.palier("p1"), "<<charte:a <<charte:b <o2 >i1 >>i1/12 >>>rapport i1/12 >>i1/30 >>i1/36"),
      (.indicateur("i2"), "<<<charte:a <<<charte:b <<o2 <p2 >i2/30 >i2/36"),
      (
        .cellule(indicateur: "i1", mois: 12),
        "<<<<charte:a <<<<charte:b <<<o2 <<p1 <i1 >rapport i1/12"
      ),
      (.palier("gone"), ""), (.indicateur("gone"), ""), (.observation("gone"), ""),
    ] as [(Maillon, String)])
  func `each thing knows what is before it and after it`(maillon: Maillon, expected: String) {
    #expect(chaine(maillon).told == expected)
  }

  @Test func `an observation stands for its lineage, as the image shown has it`() {
    #expect(chaine(.palier("p2"), image: 0).told.contains("<o1"))
    #expect(chaine(.point("charte:a"), image: 0).told.hasPrefix(">o1 >>p1"))
    #expect(chaine(.palier("p1"), image: nil).told.contains("<o1"))
  }
}

@Suite struct RapportAnnuelTests {
  private static let debut = Day(number: 20_454)
  private static let jour = debut.adding(months: 25)

  /// A réalisé, achieved so many months before the day.
  private static func realise(_ statut: Statut?, _ monthsAgo: Int, proof: Bool = false) -> Realise {
    var realise = Realise()
    realise.statut = statut
    realise.date = jour.adding(months: -monthsAgo)
    if proof { realise.piece = Realise.Piece() }
    return realise
  }
  private typealias Statut = Realise.Statut

  @Test(
    arguments: [
      ([12: realise(.atteint, 14), 18: realise(.verifie, 5)], 18, .palier),
      ([12: realise(.atteint, 14), 18: realise(.verifie, 5)], 12, nil),
      ([12: realise(.atteint, 14, proof: true), 18: realise(.verifie, 5)], 12, .preuve),
      ([12: realise(.atteint, 14)], 12, .palier),
      ([12: realise(.atteint, 14), 18: realise(.nonAtteint, 5)], 18, .suite),
      ([12: realise(.partiel, 14)], 12, .suite),
      ([12: realise(.atteint, 14)], 6, nil),
      ([:], 12, .suite), ([:], 18, nil), ([:], 40, nil),
    ] as [([Int: Realise], Int, RapportAnnuel.Rubrique?)])
  func `a cell has its line where the report states it`(
    realises: [Int: Realise], mois: Int, expected: RapportAnnuel.Rubrique?
  ) throws {
    var schema = SchemaDeProgres()
    schema.debut = Self.debut
    var palier = Palier()
    palier.echeanceMois = 12
    var one = Indicateur()
    for (mois, realise) in realises { one.realises[mois] = realise }
    palier.indicateurs = [one]
    schema.paliers = [palier]
    let suivi = Avancement(schema, le: Self.jour)[.utilite].paliers[0].indicateurs[0]
    #expect(suivi.rubrique(a: mois) == expected)
  }
}
