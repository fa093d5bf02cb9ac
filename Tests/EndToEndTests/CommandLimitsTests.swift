import DPES
import Foundation
import JSONTree
import Testing

/// Numbers and dates beyond what they may be, through the real program.
@Suite struct CommandLimitsTests {
  private let huge = """
    {"format": "dpes", "version": 1, "id": "aaaaaaaaaaa", "structure": {"raisonSociale": "X"},
     "cercles": [{"id": "cbbbbbbbbbb", "date": "2026-11-05", "observations": [
      {"id": "obbbbbbbbbb", "numero": 9223372036854775807, "texte": "t"}]}],
     "schema": {"debut": "2025-10-01", "dureeMois": -4611686018427387904, "paliers": [
      {"id": "lbbbbbbbbbb", "axe": "utilite", "rang": 1, "intitule": "p",
       "echeanceMois": 1000000000000000000,
       "indicateurs": [{"id": "i1", "intitule": "i", "nature": "nombre"}]}]}}
    """

  private let screens = [
    "etat", "grille", "cercle", "schema", "tableau", "a-faire", "finances", "ca",
  ]

  @Test func `no number stops a screen or a document, and each is told`() throws {
    let folder = try CommandFolder()
    try folder.put(huge, in: "x.dpes.json")
    let check = try folder.palier("verifier", "x.dpes.json", "--strict", "--date", "2026-11-29")
    #expect(check.status == 1)
    for pointer in ["numero", "dureeMois", "echeanceMois"] {
      #expect(check.output.contains("«\u{A0}\(pointer)\u{A0}» vaut"), "\(check.output)")
    }
    for screen in screens {
      for size in ["60x16", "100x30", "1x1", "1000x1"] {
        let answer = try folder.palier("ecran", "x.dpes.json", "--ecran", screen, "--taille", size)
        #expect(answer.status == 0, "\(screen) \(size) \(answer.error)")
      }
    }
    #expect(
      try folder.palier(
        "ecran", "x.dpes.json", "--ecran", "cercle", "--taille", "999999999x1"
      ).status == 2)
    for format in ["html", "svg", "csv", "fods", "ods", "xlsx", "ics"] {
      let answer = try folder.palier(
        "exporter", "x.dpes.json", "--format", format, "--vers", "sortie.\(format)")
      #expect(answer.status == 0, "\(format) \(answer.error)")
    }
    #expect(try folder.text("x.dpes.json") == huge)
  }

  @Test func `an import refuses a number by its line, and a new observation has a usable one`()
    throws
  {
    let folder = try CommandFolder()
    try folder.put(huge, in: "x.dpes.json")
    try folder.put("texte;numero\nbonjour;9223372036854775807\nencore;\n", in: "n.csv")
    let refused = try folder.palier("importer", "x.dpes.json", "n.csv", "--quoi", "observations")
    #expect(refused.status == 1)
    #expect(refused.error.contains("Ligne 2"), "\(refused.error)")
    #expect(refused.error.contains("il faudrait un nombre entre 1 et un million"))
    #expect(try folder.text("x.dpes.json") == huge)
    try folder.put("texte\nencore\n", in: "n.csv")
    let done = try folder.palier("importer", "x.dpes.json", "n.csv", "--quoi", "observations")
    #expect(done.status == 0, "\(done.error)")
    let text = try folder.text("x.dpes.json")
    #expect(text.contains("9223372036854775807") && text.contains("-4611686018427387904"))
    let demarche = try Demarche(file: JSONValue.parse(Array(text.utf8)))
    #expect(demarche.cercles[0].observations.map(\.numero) == [nil, 1])
  }

  @Test(arguments: [
    (["--valeur", "1000000000001"], "--valeur\u{A0}:", "hors des limites"),
    (["--valeur", String(repeating: "9", count: 40)], "--valeur\u{A0}:", "hors des limites"),
    (["--periode", "9223372036854775807"], "--periode", "9223372036854775807"),
  ])
  func `an entry beyond a limit is refused`(
    arguments: [String], option: String, words: String
  ) throws {
    let folder = try CommandFolder()
    try folder.put(huge, in: "x.dpes.json")
    let answer = try folder.run(
      palierPath,
      ["renseigner", "x.dpes.json", "--indicateur", "i1", "--realise", "atteint"]
        + (arguments[0] == "--periode" ? [] : ["--periode", "12"]) + arguments)
    #expect(answer.status == 2)
    #expect(answer.error.contains(option) && answer.error.contains(words), "\(answer.error)")
    #expect(try folder.text("x.dpes.json") == huge)
  }

  @Test func `an odd day is told where it is entered or imported, and kept`() throws {
    let folder = try CommandFolder()
    try folder.put(huge, in: "x.dpes.json")
    let answer = try folder.palier(
      "renseigner", "x.dpes.json", "--indicateur", "i1", "--periode", "12", "--realise", "atteint",
      "--date", "1926-03-12")
    #expect(answer.status == 0)
    #expect(
      answer.error.contains("Le 12 mars 1926 vient plus de cinq ans avant"), "\(answer.error)")
    try folder.put("indicateur;periode;statut;date\ni1;18;atteint;01/02/2099\n", in: "r.csv")
    let imported = try folder.palier("importer", "x.dpes.json", "r.csv", "--quoi", "realises")
    #expect(imported.status == 0)
    #expect(imported.error.contains("Le 1er février 2099 n’est pas encore venu"))
    let check = try folder.palier("verifier", "x.dpes.json", "--date", "2026-11-29")
    #expect(check.output.contains("1926") && check.output.contains("2099"), "\(check.output)")
  }
}
