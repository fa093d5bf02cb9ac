import JSONTree
import Testing

@testable import DPES

/// What a démarche holds of the manual's tools: fiches, series by sujet, arguments that move.
@Suite struct OutilTests {
  private static let outil = """
    {format: dpes-referentiel, version: 1, id: dd, edition: "2", nom: DD, relire: 12,
     themes: [{code: t, intitule: T, points: [
      {code: q1, intitule: Q, forme: curseur}, {code: q2, intitule: R, forme: curseur}]}]}
    """
  private static let base = """
    {format: dpes, version: 1, id: d, structure: {raisonSociale: X},
     acteurs: [{id: e1, nom: Département}],
     fiches: [{id: f1, referentiel: dd, titre: Un}],
     grilles: [{id: g1, date: "2026-03-03", referentiel: dd, reponses: [
      {point: q1, arguments: [{id: a1, sens: pour, texte: Oui, deplacement: 3}]}]}],
     schema: {debut: "2026-01-01"}}
    """

  private func outil() throws -> Referentiel { try Referentiel(file: tree(Self.outil)) }
  private func demarche() throws -> Demarche { try Demarche(file: tree(Self.base)) }

  private func signature(_ iso: String) throws -> Signature {
    Signature(quand: Instant(seconds: 1_900_000_000), jour: try #require(Day(iso: iso)))
  }

  @Test func `each sujet has its own series of dates`() throws {
    var demarche = try demarche()
    let outil = try outil()
    var ids = IDGenerator(seed: 1)
    for (sujet, word) in [("f1", "d’une fiche"), ("e1", "d’un acteur")] {
      demarche.repondre("q1", de: outil, sujet: sujet, try signature("2026-04-01"), ids: &ids) {
        $0.elements = [word]
      }
    }
    #expect(demarche.grilles.map(\.sujet) == [nil, "f1", "e1"])
    #expect(demarche.grilles(de: "dd").map(\.id) == ["g1"])
    #expect(demarche.grilles(de: "dd", sujet: "e1").first?.reponses[0].elements == ["d’un acteur"])
    #expect(demarche.etendue(de: outil, sujet: "f1").map(\.reponses).reduce(0, +) == 1)
    let begun = demarche.nouvelleGrille(
      de: outil, sujet: "f1", try signature("2027-04-01"), ids: &ids)
    #expect(begun && demarche.grilles(de: "dd", sujet: "f1").count == 2)
    #expect(demarche.grilles(de: "dd").count == 1)
    demarche.supprimerFiche("f1")
    #expect(demarche.fiches.isEmpty && demarche.grilles.map(\.sujet) == [nil, "e1"])
  }

  @Test func `arguments taken up at another date have ids of their own, and say the same`() throws {
    var demarche = try demarche()
    var ids = IDGenerator(seed: 1)
    demarche.nouvelleGrille(de: try outil(), try signature("2027-03-04"), ids: &ids)
    let (old, new) = (demarche.grilles[0].reponses[0], demarche.grilles[1].reponses[0])
    #expect(old.arguments[0].id != new.arguments[0].id && new.ditComme(old))
    #expect(demarche.constats().filter { $0.regle == .idEnDouble }.isEmpty)
    #expect(!new.with(\.priorite, true).ditComme(old))
  }

  @Test(arguments: [
    ([], false, nil, "├·····┼·····┤"), ([4], true, 4, "├─────┼───▮─┤"),
    ([-2], false, -2, "├───▯─┼─────┤"), ([0], false, 0, "├─────▯─────┤"),
    ([5, 5, -1], false, 5, "├─────┼────▯┤"), ([3, -1, 2], true, 4, "├─────┼───▮─┤"),
    ([-10], false, -5, "├▯────┼─────┤"),
  ])
  func `the moves of a point's arguments are its place, kept on the line`(
    moves: [Int], isFull: Bool, place: Int?, line: String
  ) {
    var reponse = Reponse()
    reponse.priorite = isFull
    reponse.arguments = moves.enumerated().map { index, move in
      var argument = argument("a\(index)")
      argument.deplacer(de: move)
      return argument
    }
    let curseur = Curseur(reponse)
    #expect(curseur.place == place && curseur.ligne() == line)
    #expect(reponse.arguments.map(\.sens) == moves.map { $0 > 0 ? .pour : $0 < 0 ? .contre : nil })
    #expect(Curseur(reponse).ligne(parPas: 3).count == 33)
  }

  @Test func `two sides that add arguments to one point both keep them, whichever comes first`()
    throws
  {
    let base = try demarche()
    var (one, other) = (base, base)
    one.grilles[0].reponses[0].arguments.append(argument("b1"))
    other.grilles[0].reponses[0].arguments.append(argument("c1"))
    one.grilles[0].reponses[0].choix = ["x"]
    other.grilles[0].reponses[0].choix = ["y"]
    one.fiches.append(FicheOutil().with(\.id, "f2"))
    other.fiches.append(FicheOutil().with(\.id, "f3"))
    let (left, right) = (
      try Demarche.merge(base: base, ours: one, theirs: other),
      try Demarche.merge(base: base, ours: other, theirs: one)
    )
    #expect(left.conflicts.isEmpty && right.conflicts.isEmpty)
    #expect(JSONValue.write(left.merged.json) == JSONValue.write(right.merged.json))
    let merged = left.merged.grilles[0].reponses[0]
    #expect(merged.arguments.map(\.id) == ["a1", "b1", "c1"] && Set(merged.choix) == ["x", "y"])
    #expect(left.merged.fiches.map(\.id) == ["f1", "f2", "f3"])
  }

  @Test func `a sujet that is nothing, and a move beyond the line, are told`() throws {
    let text = Self.base
      .replacing("referentiel: dd, reponses", with: "referentiel: dd, sujet: z, reponses")
      .replacing("deplacement: 3", with: "deplacement: 11")
      .replacing("titre: Un", with: "titre: Un, palier: k9")
    let tree = try tree(text)
    let demarche = try Demarche(file: tree)
    let found = demarche.constats(inFile: tree)
    let places = found.filter { [.lienRompu, .horsLimites].contains($0.regle) }
      .map(\.pointeur.description)
    #expect(
      Set(places) == [
        "/grilles/0/sujet", "/fiches/0/palier", "/grilles/0/reponses/0/arguments/0/deplacement",
      ])
    // Kept as it is spelt, and read as absent.
    #expect(demarche.grilles[0].reponses[0].arguments[0].deplacement == nil)
    #expect(String(decoding: JSONValue.write(demarche.json), as: UTF8.self).contains(": 11"))
  }

  @Test func `a copy without names keeps no author, and masks names in lines and titles`() throws {
    var demarche = try demarche()
    demarche.participants = [participant("p1")]
    demarche.participants[0].nom = "Sylvie Carpentier"
    demarche.grilles[0].reponses[0].arguments[0].auteur = "p1"
    demarche.grilles[0].reponses[0].elements = ["demander à Sylvie Carpentier"]
    demarche.fiches[0].titre = "Le projet de Sylvie Carpentier"
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.sansNoms, ids: &ids)
    let text = String(decoding: JSONValue.write(copy.json), as: UTF8.self)
    #expect(!text.contains("Carpentier") && !text.contains("auteur"))
    #expect(text.contains("deplacement"))
  }

  @Test(arguments: [("2027-03-02", 0), ("2027-03-03", 1), ("2027-03-04", 1)])
  func `a year after its last answers a tool is to be read again, and never late`(
    jour: String, count: Int
  ) throws {
    let demarche = try demarche()
    let day = try #require(Day(iso: jour))
    let afaire = AFaire(
      demarche, Avancement(demarche.schema, le: day), cycles: [], referentiels: [try outil()])
    let lines = afaire.lignes.filter { $0.rubrique == .aRelire }
    #expect(lines.count == count && !afaire.presse && !lines.contains(where: \.presse))
    #expect(lines.first?.quand?.iso ?? "2027-03-03" == "2027-03-03")
  }
}
