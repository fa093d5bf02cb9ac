import Testing

/// `palier rapport --modele candidature`, as a person types it.
@Suite struct CommandCandidatureTests {
  @Test func `a candidature has the addresses and the words of the cycle that is followed`() throws
  {
    let folder = try CommandFolder()
    let key = "\"participants\":"
    try folder.put(
      smallFile.replacing(
        key, with: "\"cycles\": [{\"id\": \"cyc\", \"modele\": \"pas-de-calais\"}], \(key)"),
      in: "x.dpes.json")
    let answer = try folder.palier(
      "rapport", "x.dpes.json", "--modele", "candidature", "--vers", "c.md")
    #expect(answer.status == 0, "\(answer.error)")
    let text = try folder.text("c.md")
    #expect(text.contains("ess@pasdecalais.fr") && text.contains("Gouvernance démocratique"))
  }

  @Test func `a candidature beyond two pages says by how much`() throws {
    let folder = try CommandFolder()
    let words = String(repeating: "beaucoup de mots ", count: 900)
    let key = "\"participants\":"
    let file = smallFile.replacing(
      key, with: "\"candidature\": {\"motivation\": \"\(words)\"}, \(key)")
    try folder.put(file, in: "x.dpes.json")
    let answer = try folder.palier(
      "rapport", "x.dpes.json", "--modele", "candidature", "--vers", "c.md")
    #expect(answer.status == 0)
    #expect(answer.error.plainSpaces.contains("dépasse les deux pages d’environ"))
  }
}
