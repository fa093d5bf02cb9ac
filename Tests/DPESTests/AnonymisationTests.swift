import JSONTree
import Testing

@testable import DPES

@Suite struct AnonymisationTests {
  private func anonymised(_ tree: JSONValue, _ niveau: Anonymat) throws -> Demarche {
    var ids = IDGenerator(seed: 1)
    return try Demarche(file: tree).anonymisee(niveau, ids: &ids)
  }

  private func text(_ demarche: Demarche) -> String {
    String(decoding: JSONValue.write(demarche.json), as: UTF8.self)
  }

  /// The lines of the file that hold one of some words, however written.
  private func lines(of demarche: Demarche, with words: [String]) -> [String] {
    text(demarche).split(separator: "\n").map(String.init).filter { line in
      words.contains { line.folded.contains($0.folded) }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no marker stays of those put wherever somebody may be named`(seed: UInt64) throws {
    var generator = MarkedDemarche(seed: seed)
    let tree = generator.tree()
    let before = try Demarche(file: tree)
    let after = try anonymised(tree, .complet)
    #expect(lines(of: after, with: MarkedDemarche.markers) == [])
    let written = text(after)
    #expect(faults(after).subtracting(faults(before)) == [])
    #expect(!written.contains("\"auteur\"") && !written.contains("\"par\""))
    #expect(after.participants.map(\.college) == before.participants.map(\.college))
    #expect(after.cercles.map(\.observations.count) == before.cercles.map(\.observations.count))
    #expect(after.historique.count == before.historique.count)
    #expect(after.id != before.id)

    // Nothing is left to take out, and the way there is the same every time.
    var ids = IDGenerator(seed: 2)
    var again = try after.anonymisee(.complet, ids: &ids)
    again.id = after.id
    #expect(again == after)
    #expect(try anonymised(tree, .complet) == after)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `without names persons and organisations go, and the rest stays`(seed: UInt64) throws {
    var generator = MarkedDemarche(seed: seed)
    let tree = generator.tree()
    let before = try Demarche(file: tree)
    let after = try anonymised(tree, .sansNoms)
    let names = MarkedDemarche.persons + MarkedDemarche.organisations
    #expect(lines(of: after, with: names) == [])
    #expect(after.id == before.id)
    #expect(after.structure.siren == before.structure.siren)
    #expect(after.participants.allSatisfy { $0.organisme == nil })
    #expect(faults(after).subtracting(faults(before)) == [])
  }

  /// What the checks blame, and where; a reason or a day that was taken out is missing on purpose.
  private func faults(_ demarche: Demarche) -> Set<String> {
    Set(
      demarche.constats().filter { $0.gravite < .remarque }
        .filter { ![.decisionSansMotif, .renouveleSansDelivrance].contains($0.regle) }
        .map { "\($0.regle.rawValue) \($0.pointeur)" })
  }

  @Test func `links lead where they led, also to an id that was a name`() throws {
    let demarche = try anonymised(
      tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: X},
         participants: [{id: marie, initiales: MD, nom: "Marie Durand", college: salaries}],
         seances: [{id: s1, presents: [marie], promesses: [{id: q1, qui: marie}]}],
         cercles: [{id: c1, date: "2026-03-12", observations: [
          {id: o1, texte: "Marie", auteur: marie, statut: rouge}]}],
         schema: {paliers: [{id: k1, axe: utilite, rang: 1, intitule: "P", indicateurs: [
          {id: i1, intitule: "I", responsable: marie}]}]},
         historique: [{qui: marie, quoi: participant, objet: marie, avant: "Marie Petit"},
          {quoi: statut, objet: o1, avant: vert, apres: rouge}, {quoi: realise, objet: "i1/12"}]}
        """), .complet)
    let id = demarche.participants[0].id
    #expect(id != "marie" && demarche.seances[0].presents == [id])
    #expect(demarche.seances[0].promesses[0].qui == id)
    #expect(demarche.schema.paliers[0].indicateurs[0].responsable == id)
    #expect(demarche.cercles[0].observations[0].auteur == nil)
    #expect(demarche.cercles[0].observations[0].texte == "[personne]")
    #expect(demarche.historique.map(\.objet) == [id, "o1", "i1/12"])
    #expect(demarche.historique.map(\.avant) == [nil, .texte("vert"), nil])
    #expect(demarche.historique.map(\.qui) == [nil, nil, nil])
  }

  @Test func `words of the format are no names`() throws {
    let demarche = try anonymised(
      tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: "Vert"},
         participants: [{id: p1, nom: "Rouge Atteint"}],
         grilles: [{id: g1, referentiel: charte-apes, reponses: [{point: "contrats"}]}],
         acteurs: [{id: a1, nom: "APES"}],
         cercles: [{id: c1, date: "2026-03-12", observations: [
          {id: o1, texte: "Vu avec l’APES", statut: rouge, points: ["charte-apes:contrats"]}]}]}
        """), .complet)
    #expect(demarche.cercles[0].observations[0].statut == .rouge)
    #expect(demarche.cercles[0].observations[0].points == ["charte-apes:contrats"])
    #expect(demarche.grilles[0].referentiel == "charte-apes")
    #expect(demarche.cercles[0].observations[0].texte == "Vu avec l’[organisme]")
    #expect(demarche.structure.raisonSociale == Demarche.raisonSocialeAnonyme)
  }

  @Test func `without names the structure keeps its name, which an organisation has a part of`()
    throws
  {
    let demarche = try anonymised(
      tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: "Résidence du Halage"},
         participants: [{id: p1, organisme: "Ville de Halage"}],
         pilotage: {portage: "Par la Ville de Halage"}}
        """), .sansNoms)
    #expect(demarche.structure.raisonSociale == "Résidence du Halage")
    #expect(demarche.pilotage.portage == "Par la [organisme]")
  }

  @Test func `two persons in a vote stay two options`() throws {
    let demarche = try anonymised(
      tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: X},
         participants: [{id: p1, nom: "Marie"}, {id: p2, nom: "Luc"}],
         cercles: [{id: c1, date: "2026-03-12", scrutins: [
          {id: v1, options: [Marie, Luc, Personne],
           resultats: [{option: Luc, points: 3}, {option: Marie, points: 2}]}]}]}
        """), .sansNoms)
    let scrutin = demarche.cercles[0].scrutins[0]
    #expect(scrutin.options == ["[personne]", "[personne] 2", "Personne"])
    #expect(scrutin.resultats.map(\.option) == ["[personne] 2", "[personne]"])
  }
}
