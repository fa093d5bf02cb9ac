import DPES
import JSONTree
import Testing

private let day = Day(iso: "2026-11-21") ?? Day(number: 0)
private let signature = Signature(
  quand: Instant(seconds: day.number * 86_400), jour: day, qui: "p1")

/// A frozen image, and one that continues `a0` and `b0` and has `c` and `d` of its own.
private func twoImages() throws -> Demarche {
  let text = """
    {"format": "dpes", "version": 1, "id": "d1", "structure": {"raisonSociale": "X"},
     "participants": [{"id": "p1", "initiales": "SC"}, {"id": "p2", "initiales": "LB"}],
     "cercles": [
      {"id": "i1", "date": "2026-03-12", "figee": true, "observations": [
       {"id": "a0", "numero": 1, "axe": "utilite", "texte": "Avant a"},
       {"id": "b0", "numero": 2, "axe": "utilite", "texte": "Avant b"}]},
      {"id": "i2", "date": "2026-09-12", "observations": [
       {"id": "c", "numero": 3, "axe": "personne", "statut": "vert", "texte": "Le planning",
        "formulations": ["L’horaire"], "auteur": "p2", "desaccord": true, "minorite": "Bof",
        "points": ["x:1"], "arguments": [{"id": "g1", "sens": "pour", "texte": "Oui"}],
        "place": {"angle": 40, "rayon": 50}},
       {"id": "a", "numero": 1, "axe": "utilite", "statut": "rouge", "texte": "a", "origine": "a0"},
       {"id": "b", "numero": 2, "axe": "utilite", "texte": "b", "origine": "b0"},
       {"id": "d", "numero": 4, "texte": "Un planning", "priorite": true, "minorite": "Non",
        "points": ["x:1", "x:2"], "arguments": [{"id": "g2", "sens": "contre", "texte": "Si"}]}]}],
     "schema": {"paliers": [
      {"id": "q1", "axe": "personne", "intitule": "P", "observations": ["d", "a0"]},
      {"id": "q2", "axe": "utilite", "intitule": "Q", "observations": ["b0", "d", "c"]},
      {"id": "q3", "axe": "utilite", "intitule": "R", "observations": ["c"]}]}}
    """
  return try Demarche(file: JSONValue.parse(Array(text.utf8)))
}

extension Demarche {
  fileprivate func observation(_ id: String) -> Observation? {
    cercles.lazy.flatMap(\.observations).first { $0.id == id }
  }

  fileprivate func refusal(_ one: String, _ other: String) -> RefusDeRegroupement? {
    do throws(RefusDeRegroupement) {
      _ = try regroupement(de: one, et: other)
      return nil
    } catch {
      return error
    }
  }
}

@Suite struct RegroupementTests {
  @Test(arguments: [("c", "d"), ("d", "c")])
  func `one observation stays and takes what the other says`(one: String, other: String) throws {
    var demarche = try twoImages()
    var expected = try #require(demarche.observation("c"))
    expected.formulations = ["L’horaire", "Un planning"]
    expected.priorite = true
    expected.minorite = "Bof · Non"
    expected.points = ["x:1", "x:2"]
    expected.arguments += try #require(demarche.observation("d")).arguments
    let kept = try demarche.regrouper(one, other, signature)
    #expect(kept == "c")
    #expect(demarche.observation("c") == expected)
    #expect(demarche.cercles[1].observations.map(\.id) == ["c", "a", "b"])
  }

  @Test func `an argument that both have is there once, and no two have one id`() throws {
    var demarche = try twoImages()
    let said = try #require(demarche.observation("c")).arguments
    var other = said
    other[0].texte = "Un autre"
    demarche.cercles[1].observations[3].arguments = said + other
    try demarche.regrouper("c", "d", signature)
    let kept = try #require(demarche.observation("c")).arguments
    #expect(kept.map(\.texte) == ["Oui", "Un autre"])
    #expect(Set(kept.map(\.id)).count == 2)
  }

  @Test func `taken back among others' changes, earlier images keep their arguments`() throws {
    var before = try twoImages()
    var said = Argument()
    said.id = "g3"
    before.cercles[0].observations[1].arguments = [said]
    before.cercles[1].observations[2].arguments = [said]
    var after = before
    try after.regrouper("a", "b", signature)
    let edit = Edit(from: before, to: after)
    var now = after
    now.cercles[1].observations[0].texte = "Autrement"
    let back = try edit.reversed.merged(into: now).merged
    #expect(back.cercles[0] == before.cercles[0])
    #expect(back.cercles[1].observations.map(\.arguments.count) == [1, 0, 1, 1])
    let again = try edit.merged(into: back).merged
    #expect(again.cercles[0] == before.cercles[0])
    #expect(again.observation("a")?.arguments == [said])
  }

  @Test func `the wording that joins is in the historique, and so is a colour that comes along`()
    throws
  {
    var demarche = try twoImages()
    try demarche.regrouper("c", "d", signature)
    #expect(demarche.historique.map(\.quoi) == ["regroupement"])
    #expect(demarche.historique[0].objet == "c" && demarche.historique[0].qui == "p1")
    #expect(demarche.historique[0].avant == .texte("Un planning"))
    #expect(demarche.historique[0].apres == .texte("Le planning"))
    demarche = try twoImages()
    try demarche.regrouper("b", "c", signature)
    #expect(demarche.observation("b")?.statut == .vert)
    #expect(demarche.historique.map(\.quoi) == ["regroupement", "statut"])
  }

  @Test(
    arguments: [
      // both new: the smaller number; one continues an earlier image: that one
      ("c", "d", "c"), ("a", "c", "a"), ("d", "b", "b"), ("a", "b", "a"),
    ])
  func `what continues an image stays, then the smaller number`(
    one: String, other: String, stays: String
  ) throws {
    let demarche = try twoImages()
    #expect(try demarche.regroupement(de: one, et: other).reste.id == stays)
    #expect(try demarche.regroupement(de: other, et: one).reste.id == stays)
  }

  @Test func `paliers answer the one that stays, once, and earlier images keep their links`() throws
  {
    var demarche = try twoImages()
    try demarche.regrouper("c", "d", signature)
    #expect(demarche.schema.paliers.map(\.observations) == [["c", "a0"], ["b0", "c"], ["c"]])
    try demarche.regrouper("a", "b", signature)
    #expect(
      demarche.schema.paliers.map(\.observations) == [["c", "a0"], ["b0", "a", "c"], ["c"]])
    #expect(demarche.constats([.lienRompu]) == [])
  }

  @Test func `what a later image continues can't be taken away`() throws {
    var demarche = try twoImages()
    demarche.cercles[0].figee = false
    #expect(demarche.refusal("a0", "b0") == .suite(demarche.cercles[1].date))
    demarche.cercles[1].observations.removeAll { $0.id == "b" }
    let kept = try demarche.regrouper("a0", "b0", signature)
    #expect(kept == "a0" && demarche.observation("a")?.origine == "a0")
  }

  @Test func `a frozen image, two images and one observation refuse, and nothing changes`() throws {
    var demarche = try twoImages()
    let before = demarche
    #expect(demarche.refusal("a0", "b0") == .figee)
    #expect(demarche.refusal("a", "a0") == .horsImage)
    #expect(demarche.refusal("a", "a") == .horsImage)
    #expect(demarche.refusal("a", "z") == .horsImage)
    #expect(throws: Demarche.RefusDeRegroupement.figee) {
      try demarche.regrouper("a0", "b0", signature)
    }
    #expect(demarche == before)
  }

  @Test func `a vote on the one that joins becomes a vote on the one that stays`() throws {
    var demarche = try twoImages()
    var result = Scrutin.Resultat()
    result.option = "d"
    result.points = 3
    var college = Scrutin.ParCollege()
    college.resultats = [result]
    var vote = Scrutin()
    vote.options = ["d", "a"]
    vote.resultats = [result]
    vote.parCollege = [college]
    demarche.cercles[1].scrutins = [vote]
    try demarche.regrouper("c", "d", signature)
    let now = demarche.cercles[1].scrutins[0]
    #expect(now.options == ["c", "a"])
    #expect((now.resultats + now.parCollege[0].resultats).map(\.option) == ["c", "c"])
    #expect(demarche.historique.map(\.quoi) == ["regroupement"])
  }

  @Test(
    arguments: [
      ([("c", 4), ("a", 1), ("d", 2)], [("c", 6), ("a", 1)]),
      ([("d", 2), ("a", 1), ("c", 4)], [("c", 6), ("a", 1)]),
      ([("c", nil), ("d", 2)], [("c", 2)]), ([("c", nil), ("d", nil)], [("c", nil)]),
      // A file may say an option twice, or more points than can be added.
      ([("d", 2), ("d", 3), ("c", 1)], [("c", 6)]), ([("c", .max), ("d", 2)], [("c", .max)]),
    ] as [([(String, Int?)], [(String, Int?)])])
  func `a vote on both keeps what both got under the one that stays`(
    before: [(String, Int?)], after: [(String, Int?)]
  ) throws {
    func results(_ pairs: [(String, Int?)]) -> [Scrutin.Resultat] {
      pairs.map { option, points in
        var one = Scrutin.Resultat()
        one.option = option
        one.points = points
        return one
      }
    }
    var demarche = try twoImages()
    var college = Scrutin.ParCollege()
    college.resultats = results(before)
    var vote = Scrutin()
    vote.id = "v1"
    vote.options = ["a", "d", "c"]
    vote.resultats = results(before)
    vote.parCollege = [college]
    demarche.cercles[1].scrutins = [vote]
    #expect(demarche.scrutins(opposant: "d", a: "c").map(\.id) == ["v1"])
    #expect(demarche.scrutins(opposant: "d", a: "b") == [])
    try demarche.regrouper("c", "d", signature)
    let now = demarche.cercles[1].scrutins[0]
    #expect(now.options == ["a", "c"])
    #expect(now.resultats == results(after) && now.parCollege[0].resultats == results(after))
    let line = demarche.historique.first { $0.objet == "v1" }
    #expect(line?.quoi == "regroupement" && line?.apres != nil)
  }

  @Test func `what is said again becomes another wording, and no observation`() throws {
    var demarche = try twoImages()
    var ids = IDGenerator(seed: 1)
    let before = demarche
    let kept = try demarche.reformuler("c", en: "Le plan", auteur: "p1", signature, ids: &ids)
    #expect(kept == "c")
    #expect(demarche.cercles[1].observations.map(\.id) == ["c", "a", "b", "d"])
    #expect(demarche.observation("c")?.formulations == ["L’horaire", "Le plan"])
    #expect(demarche.observation("c")?.auteur == "p2")
    demarche = before
    #expect(throws: Demarche.RefusDeRegroupement.horsImage) {
      try demarche.reformuler("z", en: "Le plan", auteur: nil, signature, ids: &ids)
    }
    #expect(demarche == before)
    // All are frozen: the image of the day continues them.
    demarche.cercles[1].figee = true
    let continued = try demarche.reformuler("c", en: "Le plan", auteur: nil, signature, ids: &ids)
    #expect(demarche.observation(continued)?.origine == "c")
    #expect(demarche.cercles.count == 3)
    #expect(demarche.cercles[1].observations == before.cercles[1].observations)
  }
}

@Suite struct ScissionTests {
  @Test func `the first part keeps everything, the second is new on the same axis`() throws {
    var demarche = try twoImages()
    var ids = IDGenerator(seed: 1)
    let before = try #require(demarche.observation("c"))
    let id = try #require(
      demarche.scinder("c", en: ("Le plan", "ning"), signature, ids: &ids))
    var first = before
    first.texte = "Le plan"
    #expect(demarche.observation("c") == first)
    var second = Observation()
    second.id = id
    second.numero = 5
    second.axe = .personne
    second.statut = .vert
    second.texte = "ning"
    second.auteur = "p2"
    second.points = ["x:1"]
    #expect(demarche.observation(id) == second)
    #expect(demarche.cercles[1].observations.map(\.id) == ["c", id, "a", "b", "d"])
    #expect(
      demarche.schema.paliers.map(\.observations) == [
        ["d", "a0"], ["b0", "d", "c", id], ["c", id],
      ])
    #expect(demarche.historique.map(\.quoi) == ["scission", "statut"])
    #expect(demarche.historique.map(\.objet) == ["c", id])
    #expect(demarche.historique[0].avant == .texte("Le planning"))
  }

  @Test func `a frozen image is not cut`() throws {
    var demarche = try twoImages()
    let before = demarche
    var ids = IDGenerator(seed: 1)
    let id = demarche.scinder("a0", en: ("A", "vant"), signature, ids: &ids)
    #expect(id == nil && demarche == before)
  }
}

@Suite struct RessemblanceTests {
  @Test(
    arguments: [
      ("Le planning est difficile à tenir", "PLANNING difficile à tenir", true),
      ("Le planning est difficile à tenir", "Difficiles à tenir, les plannings", true),
      ("Œuvrer à côté de l’école", "œuvrer à cote des ecoles", true),
      ("Le planning est difficile à tenir", "Le planning est affiché dans le hall", false),
      ("Oui", "Non", false), ("", "", false),
    ])
  func `accents, case, plural and order make no difference`(
    one: String, other: String, isNear: Bool
  ) {
    #expect(Ressemblance(one).estProche(de: Ressemblance(other)) == isNear)
    #expect(Ressemblance(other).estProche(de: Ressemblance(one)) == isNear)
  }

  @Test func `the nearest of two shares more words`() {
    let said = Ressemblance("Les familles arrivent tard le soir")
    let near = said.partCommune(avec: Ressemblance("Le soir, les familles arrivent trop tard"))
    let far = said.partCommune(avec: Ressemblance("Les familles mangent tard"))
    #expect(near == 0.8 && far == 0.4)
    #expect(Ressemblance("").partCommune(avec: Ressemblance("")) == 0)
  }

  @Test func `the nearest of many texts is the one that a look at each finds`() {
    var texts = [
      "Les familles arrivent tard le soir", "Le soir, les familles arrivent trop tard", "",
      "O’Brien", "Le planning est connu", "Week-end fermé", "Un planning connu",
    ]
    var kept = Ressemblances()
    kept.reprendre(texts)
    #expect(kept.plusProche(de: "les familles arrivent tard") == 0)
    #expect(kept.plusProche(de: "OBrien") == 3)
    #expect(kept.plusProche(de: "planning connu") == 4)
    #expect(kept.plusProche(de: "le") == nil && kept.plusProche(de: "jardin") == nil)
    #expect(kept.paires.map { [$0, $1] } == [[0, 1], [4, 6]])
    // One more, one changed, some gone.
    texts.append("Le jardin")
    kept.reprendre(texts)
    #expect(kept.plusProche(de: "jardin") == 7)
    texts[7] = "La cour"
    kept.reprendre(texts)
    #expect(kept.plusProche(de: "jardin") == nil && kept.plusProche(de: "cour") == 7)
    kept.reprendre(["Le jardin"])
    #expect(kept.plusProche(de: "cour") == nil && kept.plusProche(de: "jardin") == 0)
  }
}
