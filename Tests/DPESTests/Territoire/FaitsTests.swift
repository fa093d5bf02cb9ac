import JSONTree
import Testing

@testable import DPES

@Suite struct FaitsTests {
  private let today = Day(iso: "2026-12-01") ?? Day(number: 0)

  private func faits(_ json: String, cycles: [Cycle] = []) throws -> [String] {
    let demarche = try Demarche(
      file: tree("{format: dpes, version: 1, id: d, structure: {raisonSociale: X}, \(json)}"))
    return try Faits(demarche, le: today, cycles: cycles).tous.sorted().map(\.ecrit)
  }

  @Test func `the shipped example says these`() throws {
    let faits = try Faits(exampleDemarche(), le: today).tous.sorted().map(\.ecrit)
    #expect(faits.joined(separator: "\n") == Self.example)
  }

  @Test func `the last image of the day speaks, its observations by axis and by point`() throws {
    #expect(
      try faits(
        """
        cercles: [
          {id: c2, date: "2026-06-01", observations: [
            {id: b, axe: utilite, statut: vert, texte: "B", points: ["charte:u1"], priorite: true},
            {id: e, axe: personne, texte: "E", points: ["charte:p1"]}]},
          {id: c1, date: "2026-01-05", observations: [
            {id: a, axe: utilite, statut: rouge, texte: "A", points: ["charte:u1"]}]},
          {id: c3, date: "2027-01-05", observations: [
            {id: f, axe: territoire, statut: rouge, texte: "F"}]}]
        """) == ["axe:utilite priorite", "axe:utilite vert", "charte:u1 vert", "etape 2"])
  }

  @Test func `a palier is of the points of its observations' lineages`() throws {
    #expect(
      try faits(
        """
        cercles: [
          {id: c1, date: "2026-01-05", observations: [{id: a, texte: "A", points: ["charte:u1"]}]},
          {id: c2, date: "2026-06-01", observations: [
            {id: b, origine: a, texte: "B", points: ["charte:u2"]}]}],
        schema: {debut: "2026-01-01", paliers: [
          {id: k, axe: utilite, rang: 1, intitule: "K", observations: [a], atteintLe: "2026-02-01",
            engagements: [{id: g}]},
          {id: l, axe: utilite, rang: 2, intitule: "L", observations: [b], indicateurs: [
            {id: i, intitule: "I", nature: nombre, realises: {"6": {statut: partiel, date: "2026-05-01"}}},
            {id: j, intitule: "J", nature: nombre}, {id: m, intitule: "M"}]}]}
        """) == [
          "axe:utilite palier-tenu", "axe:utilite palier-vise", "charte:u1 palier-tenu",
          "charte:u1 palier-vise", "charte:u2 palier-tenu", "charte:u2 palier-vise",
          "engagement:utilite promis", "etape 2", "etape 3", "etape 4", "indicateur:nombre prevu",
          "indicateur:nombre suivi",
        ])
  }

  @Test func `a palier that concerns the structure in nothing is neither aimed at nor held`() throws
  {
    let all = try faits(
      """
      schema: {debut: "2026-01-01", paliers: [{id: k, axe: utilite, rang: 1, intitule: "K",
        indicateurs: [{id: i, intitule: "I",
          realises: {"6": {statut: non-concerne, motif: "Sans", date: "2026-05-01"}}}]}]}
      """)
    #expect(!all.contains { $0.hasPrefix("axe:utilite") })
  }

  @Test func `the last answers to each référentiel speak, of the structure alone`() throws {
    #expect(
      try faits(
        """
        acteurs: [{id: x, nom: "Y"}],
        grilles: [
          {id: g1, date: "2026-03-01", referentiel: charte, reponses: [
            {point: u1, existante: non}, {point: u2, existante: oui}]},
          {id: g2, date: "2026-05-01", referentiel: charte, reponses: [
            {point: u1, existante: partielle, aIntegrer: ideal}, {point: u3, aIntegrer: non}]},
          {id: g3, date: "2026-06-01", referentiel: outil, sujet: x, reponses: [
            {point: z, existante: oui}]}]
        """) == ["charte:u1 a-integrer", "charte:u1 existe-partielle"] + ["etape 2"])
  }

  @Test func `promises and the call say how they stand`() throws {
    #expect(
      try faits(
        """
        candidature: {motivation: "Progresser"},
        seances: [{id: s, date: "2026-03-01", promesses: [
          {id: p1, quand: "2026-04-01"}, {id: p2, quand: "2026-12-01"}, {id: p3},
          {id: p4, etat: tenue}, {id: p5, etat: abandonnee}]}]
        """) == [
          "appel candidature", "promesse abandonnee", "promesse en-retard", "promesse ouverte",
          "promesse tenue",
        ])
  }

  @Test func `what a network awaits is told by its cycle alone`() throws {
    let json = """
      cycles: [{id: A, modele: pas-de-calais, passages: [
        {id: B, etape: comite, faitLe: "2024-01-12", issue: delivre}]}]
      """
    #expect(try faits(json) == [])
    #expect(
      try faits(json, cycles: [shippedCycle()]) == [
        "appel a-renouveler", "appel candidature", "appel identifiant", "appel rapport-attendu",
      ])
  }

  @Test func `what is of this démarche alone, or no point, is no fact`() throws {
    let points = [
      "acteurs:x", "relations:x", "fiches:x", "profilStrategique:ambition", "sujet:x",
      "axe:utilite", "charte", "charte:", ":u1", "charte:u1:b", "charte:u 1", "charte:\u{A0}",
      "charte:\\u001b[2J", "charte:\u{202E}u", String(repeating: "x", count: 200) + ":u1",
      "charte:bon",
    ]
    let list = points.map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(
      try faits(
        "cercles: [{id: c, date: \"2026-01-05\", observations: [{id: a, statut: rouge, texte: \"A\", points: [\(list)]}]}]"
      ) == ["charte:bon rouge", "etape 2"])
  }

  @Test func `more facts than people write are refused`() throws {
    let points = (0..<5001).map { "\"charte:u\($0)\"" }
    func demarche(_ count: Int) throws -> Demarche {
      try Demarche(
        file: tree(
          "{format: dpes, version: 1, id: d, structure: {raisonSociale: X}, cercles: [{id: c, date: \"2026-01-05\", observations: [{id: a, statut: rouge, texte: \"A\", points: [\(points.prefix(count).joined(separator: ","))]}]}]}"
        ))
    }
    #expect(throws: Faits.TropDeFaits.self) { try Faits(demarche(5000), le: today) }
    #expect(try Faits(demarche(4999), le: today).tous.count == 5000)
  }

  private static let example = """
    axe:democratie orange
    axe:democratie palier-tenu
    axe:democratie palier-vise
    axe:democratie priorite
    axe:democratie rouge
    axe:democratie vert
    axe:personne orange
    axe:personne palier-tenu
    axe:personne palier-vise
    axe:personne rouge
    axe:personne vert
    axe:territoire orange
    axe:territoire palier-tenu
    axe:territoire palier-vise
    axe:territoire priorite
    axe:territoire vert
    axe:utilite orange
    axe:utilite palier-tenu
    axe:utilite palier-vise
    axe:utilite priorite
    axe:utilite rouge
    axe:utilite vert
    charte-apes:achats existe-oui
    charte-apes:achats vert
    charte-apes:benevoles a-integrer
    charte-apes:benevoles existe-partielle
    charte-apes:benevoles orange
    charte-apes:benevoles palier-vise
    charte-apes:benevoles vert
    charte-apes:contrats a-integrer
    charte-apes:contrats existe-partielle
    charte-apes:contrats orange
    charte-apes:contrats palier-tenu
    charte-apes:cooperation orange
    charte-apes:cooperation palier-tenu
    charte-apes:echanges vert
    charte-apes:egalite-acces existe-oui
    charte-apes:egalite-acces rouge
    charte-apes:egalite-acces vert
    charte-apes:environnement a-integrer
    charte-apes:environnement existe-partielle
    charte-apes:environnement orange
    charte-apes:environnement palier-vise
    charte-apes:information orange
    charte-apes:information palier-tenu
    charte-apes:innovation a-integrer
    charte-apes:innovation existe-oui
    charte-apes:innovation palier-vise
    charte-apes:innovation vert
    charte-apes:instances palier-tenu
    charte-apes:instances palier-vise
    charte-apes:instances rouge
    charte-apes:instances vert
    charte-apes:outils-gestion orange
    charte-apes:outils-gestion palier-vise
    charte-apes:partenaires orange
    charte-apes:partenaires palier-tenu
    charte-apes:placements existe-non-concerne
    charte-apes:qualification a-integrer
    charte-apes:qualification existe-partielle
    charte-apes:qualification orange
    charte-apes:qualification palier-tenu
    charte-apes:qualification palier-vise
    charte-apes:qualification rouge
    charte-apes:qualification vert
    charte-apes:sante a-integrer
    charte-apes:sante existe-non
    charte-apes:sante orange
    charte-apes:sante palier-tenu
    charte-apes:sante vert
    charte-apes:solidarite vert
    charte-apes:usagers orange
    charte-apes:usagers palier-vise
    charte-apes:viabilite a-integrer
    charte-apes:viabilite existe-partielle
    charte-apes:viabilite palier-tenu
    charte-apes:viabilite vert
    engagement:territoire promis
    etape 1
    etape 2
    etape 3
    etape 4
    indicateur:nombre prevu
    indicateur:nombre suivi
    indicateur:oui-non suivi
    indicateur:pourcentage suivi
    indicateur:texte suivi
    promesse abandonnee
    promesse en-retard
    promesse ouverte
    promesse tenue
    """
}
