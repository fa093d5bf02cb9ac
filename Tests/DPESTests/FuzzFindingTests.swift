import JSONTree
import Testing

@testable import DPES

/// What `make fuzz` found, kept.
@Suite struct FuzzFindingTests {
  @Test(arguments: [Anonymat.sansNoms, .complet])
  func `a démarche whose texts are empty is anonymised all the same`(niveau: Anonymat) throws {
    let file = """
      {"format": "dpes", "version": 1, "id": "", "structure": {"raisonSociale": ""},
       "participants": [{"id": "", "initiales": "SC"}],
       "cercles": [{"id": "", "date": "2026-03-12", "observations": [{"id": "", "texte": ""}]}],
       "schema": {"paliers": [{"id": "", "axe": "utilite", "intitule": "",
        "indicateurs": [{"id": "", "intitule": ""}]}]}}
      """
    let demarche = try Demarche(file: JSONValue.parse(Array(file.utf8)))
    var ids = IDGenerator(seed: 1)
    let anonymous = try demarche.anonymisee(niveau, ids: &ids)
    #expect(anonymous.participants.map(\.initiales) == [nil])
    #expect(anonymous.cercles[0].observations[0].texte == "")
  }

  @Test func `an id that is a name and a word of the format leaves the word alone`() throws {
    let file = """
      {"format": "dpes", "version": 1, "id": "d", "structure": {"raisonSociale": "X"},
       "participants": [{"id": "verifier", "initiales": "V", "nom": "Verifier"}],
       "schema": {"paliers": [{"id": "k", "axe": "utilite", "intitule": "P",
        "indicateurs": [{"id": "i", "intitule": "I", "objectifs": {"18": "verifier"}}]}]}}
      """
    let demarche = try Demarche(file: JSONValue.parse(Array(file.utf8)))
    var ids = IDGenerator(seed: 1)
    let anonymous = try demarche.anonymisee(.complet, ids: &ids)
    #expect(anonymous.participants[0].id != "verifier")
    #expect(
      anonymous.schema.paliers[0].indicateurs[0].objectifs
        == demarche.schema.paliers[0].indicateurs[0].objectifs)
  }
}
