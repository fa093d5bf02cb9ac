import Testing

@testable import DPES

@Suite struct PersonneEcriteTests {
  private func lire(_ ligne: String) -> [String]? {
    (try? PersonneEcrite.lire(ligne))?.map {
      "\($0.initiales) \($0.college.map(\.rawValue) ?? "-")"
    }
  }

  private func faute(_ ligne: String) -> PersonneEcrite.Faute? {
    do throws(PersonneEcrite.Faute) {
      _ = try PersonneEcrite.lire(ligne)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("MB s, JPL b, SD s", ["MB salaries", "JPL administrateurs-benevoles", "SD salaries"]),
      ("mb", ["MB -"]), (" mb  S ;jpl,, ,u p\n", ["MB salaries", "JPL -", "U partenaires"]),
      (
        "A salariée, B béné, C usagère, D adm, É partenaire",
        [
          "A salaries", "B administrateurs-benevoles", "C usagers", "D administrateurs-benevoles",
          "É partenaires",
        ]
      ),
      ("", []), (" , ;", []),
    ] as [(String, [String])])
  func `a line is people, each by initials and a collège or none`(ligne: String, people: [String]) {
    #expect(lire(ligne) == people)
  }

  @Test(
    arguments: [
      ("MB s, JPL x, SD s", .college("JPL x")), ("MB s JPL b", .college("MB s JPL b")),
      ("Marie Dupont", .college("Marie Dupont")), ("MB s, TROPLONGUES", .initiales("TROPLONGUES")),
      ("MB, 12", .initiales("12")), ("MB s, JPL, mb u", .deuxFois("MB")),
      ("MB et", .college("MB et")),
      ("MB parent", .college("MB parent")),
    ] as [(String, PersonneEcrite.Faute)])
  func `the piece that is wrong is told`(ligne: String, faute: PersonneEcrite.Faute) {
    #expect(self.faute(ligne) == faute)
  }

  @Test func `forty people are read from one line`() {
    let ligne = (1...40).map { "P\($0) b" }.joined(separator: ", ")
    #expect(lire(ligne)?.count == 40)
  }

  @Test func `all who are not there yet are noted there, once, after the others`() {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Day(number: 0))
    var ids = IDGenerator(seed: 1)
    let seance = demarche.ouvrirSeance(Day(number: 9), ids: &ids)
    demarche.basculerPresence(de: "b", aSeance: seance)
    #expect(demarche.noterPresents(["a", "b", "c"], aSeance: seance) == 2)
    #expect(demarche.seances[0].presents == ["b", "a", "c"])
    #expect(demarche.noterPresents(["a", "b", "c"], aSeance: seance) == 0)
    #expect(demarche.noterPresents(["a"], aSeance: "ailleurs") == 0)
  }
}
