import Testing

/// What an import by the command says of what it did, and of what served nothing.
@Suite struct CommandImportToldTests {
  private static func opened(_ first: String, _ kind: String) throws -> CommandFolder {
    let folder = try CommandFolder()
    _ = try folder.palier(
      "nouveau", "x.dpes.json", "--structure", "Essai", "--debut", "2026-01-01")
    try folder.put(first, in: "t.csv")
    let done = try folder.palier("importer", "x.dpes.json", "t.csv", "--quoi", kind)
    #expect(done.status == 0, "\(done.error)")
    return folder
  }

  @Test func `an import says each change, before and after`() throws {
    let plan = "axe;palier;echeance;indicateur;cible;id\nU;Un;12;Jours;5;a\nP;Deux;6;Mois;3;b\n"
    let folder = try Self.opened(plan, "indicateurs")
    try folder.put(plan.replacing("Jours;5", with: "Jours;7"), in: "t.csv")
    let done = try folder.palier("importer", "x.dpes.json", "t.csv", "--quoi", "indicateurs")
    let lines = done.output.plainSpaces.split(separator: "\n")
    #expect(
      lines == [
        "Ligne 2, Jours, cible : « 5 » → « 7 »",
        "Importé : 1 ligne change ce qui était là, 1 ligne dit ce qui était déjà là.",
      ], "\(done.error)")
  }

  @Test func `a change at the end of a long text is seen on both sides of the arrow`() throws {
    let long = "Ouvrir le magasin tous les samedis de neuf heures à dix-huit heures"
    let folder = try Self.opened("axe;palier;id\nU;\(long) sauf août;\n", "indicateurs")
    let first = try folder.palier(
      "importer", "x.dpes.json", "t.csv", "--quoi", "indicateurs")
    #expect(first.status == 0, "\(first.error)")
    try folder.put("axe;palier\nU;\(long) sauf juillet\n", in: "t.csv")
    let done = try folder.palier(
      "importer", "x.dpes.json", "t.csv", "--quoi", "indicateurs", "--essai", "--comme",
      "\(long) sauf juillet=\(long) sauf août")
    let words = done.output.plainSpaces
    #expect(words.contains("dix-huit heures sauf août » → « … "), "\(words) \(done.error)")
    #expect(words.contains("dix-huit heures sauf juillet »"), "\(words)")
  }

  @Test func `what was said beside a table and served nothing is told`() throws {
    let folder = try Self.opened("axe;palier\nU;Un\n", "indicateurs")
    let tried = try folder.palier(
      "importer", "x.dpes.json", "t.csv", "--quoi", "indicateurs", "--laisser", "99", "--colonne",
      "Nope=axe", "--comme", "U=zzz", "--comme", "ailleurs=U")
    let words = tried.error.plainSpaces
    #expect(tried.status == 0)
    for said in [
      "--laisser : ligne 99 n’est pas", "aucun titre n’est « nope »",
      "« zzz » n’est pas une réponse",
      "--comme « ailleurs » : ce mot n’est dans aucune cellule",
    ] {
      #expect(words.contains(said), "\(said) | \(words)")
    }
  }

  @Test func `a word that two columns ask about is to be said with its column`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(
      "indicateur;periode;statut;valeur\nCDD devenus CDI;18;en cours;en cours\n", in: "t.csv")
    let arguments = ["importer", "exemple.dpes.json", "t.csv", "--quoi", "realises", "--essai"]
    let first = try folder.run(palierPath, arguments + ["--comme", "en cours=partiel"])
    #expect(first.error.plainSpaces.contains("--comme 'valeur:en cours='"), "\(first.error)")
    let both = try folder.run(
      palierPath, arguments + ["--comme", "en cours=partiel", "--comme", "valeur:en cours="])
    #expect(both.status == 0, "\(both.error)")
  }

  @Test func `a workbook that the program wrote for people is named, and no sheet of it advised`()
    throws
  {
    let folder = try CommandFolder()
    try folder.putExample()
    let written = try folder.palier(
      "exporter", "exemple.dpes.json", "--quoi", "tableau", "--vers", "t.xlsx")
    #expect(written.status == 0, "\(written.error)")
    let taken = try folder.palier("importer", "exemple.dpes.json", "t.xlsx", "--quoi", "realises")
    #expect(taken.status > 0 && taken.error.contains("fait pour être lu"), "\(taken.error)")
    #expect(!taken.error.contains("--feuille"))
  }
}
