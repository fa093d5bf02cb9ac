import DPES
import Foundation
import JSONTree
import Testing

/// Small tables that once came in wrong, each for a kind of fault.
@Suite struct CommandImportCasesTests {
  struct Case: Sendable {
    let name: String
    let kind: String
    let bytes: [UInt8]
    let status: Int32
    let said: [String]

    init(_ name: String, _ kind: String, _ text: String, _ status: Int32, _ said: String...) {
      self.init(name, kind, Array(text.utf8), status, said)
    }

    init(_ name: String, _ kind: String, _ bytes: [UInt8], _ status: Int32, _ said: [String]) {
      (self.name, self.kind, self.bytes, self.status, self.said) = (name, kind, bytes, status, said)
    }
  }

  private static let head = Array("axe;statut;texte\n".utf8)

  static let cases = [
    Case(
      "more cells than titles", "observations", "axe;statut;texte\nU;rouge;trop;de;cellules\n", 1,
      "5 cellules remplies pour 3 titres"),
    Case(
      "a comma in a text", "observations", "axe,statut,texte\nU,rouge,Un texte, avec une virgule\n",
      1, "à chaque « , », sans doute dans « Un texte, avec une virgule »"),
    Case(
      "a title above the titles", "observations",
      "Observations de la séance du 12 mars;;\n;;\naxe;statut;texte\nU;rouge;Le titre\n", 0,
      "Les titres des colonnes sont lus ligne 3", "1 observation nouvelle"),
    Case(
      "a row of totals", "observations", "axe;statut;texte\nU;rouge;Un texte\nTotal;1;\n", 0,
      "Laissée de côté : ligne 3, un total."),
    Case(
      "deadlines as dates", "indicateurs",
      "axe;palier;echeance;indicateur\nU;Un palier à date;31/12/2027;Une preuve\nU;Un autre;2027;Une autre\n"
        + "T;Encore un;T4 2027;Encore une\nT;Le dernier;18.0;La dernière\n", 0,
      "« 31/12/2027 » donne 24 mois", "« 2027 », jusqu’au 31/12/2027, donne 24 mois",
      "« T4 2027 », jusqu’au 31/12/2027, donne 24 mois",
      "Un palier à date, mois 24 : Une preuve"),
    Case(
      "titles nearly right", "indicateurs",
      "axe;palier;Échéance en mois;Indicateur de résultat\nU;Un palier;24;Une preuve\n", 0,
      "« Échéance en mois » est lue comme « échéance »",
      "« Indicateur de résultat » est lue comme « indicateur »", "Un palier, mois 24 : Une preuve"),
    Case(
      "no axis", "indicateurs", "palier;indicateur\nDeux contrats;CDD devenus CDI\nUn;Deux\n", 1,
      "Lignes 2 et 3 refusées : le tableau n’a pas de colonne « axe ». Ajoutez-la, ou dites l’axe de "
        + "tout : --axe U."),
    Case(
      "a number beyond", "observations", "texte;numero\nbonjour;9223372036854775807\nencore;\n", 1,
      "Ligne 2 refusée : numéro"),
    Case(
      "a text corrected under its number", "observations",
      "axe;statut;texte;numero\nU;rouge;Un premier texte;1\n", 0,
      "Ligne 2, n° 1, texte : « Un texte » → « Un premier texte »", "1 observation changée"),
    Case(
      "a stranger's number", "observations", "N°;texte\n1;La mairie nous invite chaque année\n", 1,
      "le n° 1 est ici un tout autre texte, « Un texte »", "--numeros autres"),
    Case(
      "CP850", "observations",
      head + Array("Personne;vert;L'".utf8) + [
        0x82, 0x74, 0x82, 0x20, 0x85, 0x20, 0x4E, 0x6F, 0x89,
      ]
        + Array("l\n".utf8), 0, ["lu comme du CP850", "L'été à Noël"]),
    Case(
      "Mac Roman", "observations",
      head + Array("U;vert;L".utf8) + [0xD5, 0x8E, 0x71, 0x75, 0x69, 0x70, 0x65, 0x20, 0x67, 0x6F]
        + [0x9E] + Array("te d".utf8) + [0x8E] + Array("j".utf8) + [0x88, 0x0A], 0,
      ["lu comme du Mac Roman", "L’équipe goûte déjà"]),
    Case(
      "encoded twice", "observations",
      "axe;statut;texte\nU;vert;Lâ€™Ã©quipe goÃ»te dÃ©jÃ\u{A0} lâ€™Ã©tÃ©\n", 0, "encodé deux fois",
      "L’équipe goûte déjà l’été"),
    Case(
      "a damaged byte", "observations",
      head + Array("Personne;vert;Un été déjà passé à l’œuvre\nPersonne;rouge;mot ab".utf8)
        + [0xEE] + Array("m\u{E9}\n".utf8), 1, ["ligne 3, colonne 22 : un caractère est abîmé"]),
  ]

  @Test(arguments: cases.indices)
  func `a table that once came in wrong comes in right, or is refused whole`(index: Int) throws {
    let one = Self.cases[index]
    let folder = try CommandFolder()
    let made = try folder.palier(
      "nouveau", "x.dpes.json", "--structure", "Essai", "--debut", "2026-01-01")
    #expect(made.status == 0)
    try folder.put("axe;texte;numero\nU;Un texte;1\n", in: "premier.csv")
    #expect(
      try folder.palier("importer", "x.dpes.json", "premier.csv", "--quoi", "observations").status
        == 0)
    let before = try folder.bytes("x.dpes.json")
    try folder.put(one.bytes, in: "source.csv")
    let answer = try folder.palier(
      "importer", "x.dpes.json", "source.csv", "--quoi", one.kind, "--essai")
    let words = (answer.output + answer.error).plainSpaces
    #expect(answer.status == one.status && answer.isHarmless, "\(one.name): \(words)")
    for said in one.said { #expect(words.contains(said), "\(one.name): \(words)") }
    #expect(try folder.bytes("x.dpes.json") == before)
    let done = try folder.palier("importer", "x.dpes.json", "source.csv", "--quoi", one.kind)
    #expect(done.status == one.status)
    #expect(try (folder.bytes("x.dpes.json") == before) == (one.status != 0), "\(one.name)")
    // What came in says nothing new when it comes again.
    let after = try folder.bytes("x.dpes.json")
    _ = try folder.palier("importer", "x.dpes.json", "source.csv", "--quoi", one.kind)
    #expect(try folder.bytes("x.dpes.json") == after, "\(one.name)")
  }

  @Test func `whose numbers they are is said by an option`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put("N°;texte\n1;La mairie nous invite chaque année\n", in: "s.csv")
    func run(_ more: String) throws -> CommandFolder.Answer {
      try folder.palier(
        "importer", "exemple.dpes.json", "s.csv", "--quoi", "observations", "--essai", "--numeros",
        more)
    }
    #expect(try run("autres").output.contains("1 observation nouvelle"))
    #expect(try run("memes").output.contains("1 observation changée"))
    #expect(try run("nous").status == 2)
  }
}

extension CommandImportCasesTests {
  private static let container: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

  private static func utf16(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  private static func sheets(_ inside: String) -> [UInt8] {
    Array(
      ("<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
        + "<office:body><office:spreadsheet>\(inside)</office:spreadsheet></office:body>"
        + "</office:document>").utf8)
  }

  /// What people choose in the place of a workbook, what it is, and what to do.
  static let strangers: [(name: String, bytes: [UInt8], said: [String])] = [
    ("plan.pdf", Array("%PDF-1.7\n".utf8), ["un PDF", "dans un tableur"]),
    ("plan.docx", Array("PK\u{3}\u{4} word/document.xml".utf8), ["(.docx)", "dans un tableur"]),
    ("plan.xls", container, ["(.xls)", "Fichier, Enregistrer sous", ".xlsx ou .ods"]),
    (
      "clos.xlsx", container + utf16("EncryptedPackage"),
      ["protégé par un mot de passe", "ôtez le mot de passe"]
    ),
    ("vide.csv", [], ["est vide", "ligne de titres"]),
    ("vide.ods", sheets(""), ["pas de cellule remplie"]),
    ("feuille.ods", sheets("<table:table table:name=\"F\"/>"), ["pas de cellule remplie"]),
    ("photo.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], ["une image"]),
    ("autre.xlsx", Array("PK\u{3}\u{4} lisez-moi.txt".utf8), ["une archive", "Ouvrez l’archive"]),
    ("plan.xlsb", Array("PK\u{3}\u{4} xl/workbook.bin".utf8), ["(.xlsb)", ".xlsx ou .ods"]),
    ("coupe.xlsx", Array("PK\u{3}\u{4} xl/workbook.xml".utf8), ["abîmé"]),
  ]

  @Test(arguments: strangers.indices, [true, false])
  func `what is no table says what it is and what to do, with status 2`(
    index: Int, isTried: Bool
  ) throws {
    let (name, bytes, said) = Self.strangers[index]
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(bytes, in: name)
    let answer =
      isTried
      ? try folder.palier(
        "importer", "exemple.dpes.json", name, "--quoi", "indicateurs", "--essai")
      : try folder.palier("importer", "exemple.dpes.json", name, "--quoi", "indicateurs")
    #expect(answer.status == 2 && answer.output == "", "\(name): \(answer.error)")
    for words in said + ["« \(name) »"] {
      #expect(answer.error.plainSpaces.contains(words), "\(name): \(answer.error)")
    }
    #expect(try folder.bytes("exemple.dpes.json") == shippedExample())
  }

  @Test func `a table to fill in is written, with what its columns are for, and comes in`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let written = try folder.palier(
      "importer", "--modele", "indicateurs", "--vers", "plan.csv")
    #expect(written.status == 0 && written.output.contains("Échéance"), "\(written.error)")
    #expect(try folder.text("plan.csv").hasPrefix("\u{FEFF}axe;palier;echeance;indicateur;"))
    let taken = try folder.palier(
      "importer", "exemple.dpes.json", "plan.csv", "--quoi", "indicateurs")
    #expect(taken.status == 0 && taken.output.hasPrefix("Importé"), "\(taken.error)")
    #expect(taken.error.plainSpaces.contains("ligne 2, l’exemple du tableau à remplir"))
    let again = try folder.palier("importer", "--modele", "indicateurs", "--vers", "plan.csv")
    #expect(again.status == 1 && again.error.contains("existe déjà"))
    for wrong in [
      ["--modele", "votes", "--vers", "x.csv"], ["--modele", "participants"],
      ["--modele", "participants", "--vers", "x.docx"], ["--vers", "x.csv"], [],
      ["exemple.dpes.json", "--modele", "participants", "--vers", "x.csv"],
    ] {
      let answer = try folder.run(palierPath, ["importer"] + wrong)
      #expect(answer.status == 2 && answer.output == "", "\(wrong): \(answer.error)")
    }
    #expect(try !folder.names.contains("x.csv"))
  }

  @Test(arguments: ["ods", "xlsx"])
  func `a workbook to fill in comes in by its first sheet`(form: String) throws {
    let folder = try CommandFolder()
    for kind in ["participants", "observations", "indicateurs", "realises"] {
      try folder.putExample()
      let name = "\(kind).\(form)"
      let written = try folder.palier("importer", "--modele", kind, "--vers", name)
      #expect(written.status == 0, "\(written.error)")
      let tried = try folder.palier(
        "importer", "exemple.dpes.json", name, "--quoi", kind, "--essai")
      let words = (tried.output + tried.error).plainSpaces
      #expect(tried.status == 0 && words.contains("l’exemple du tableau à remplir"), "\(words)")
    }
  }

  @Test func `a table of more rows than people write is refused`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put("texte\n" + String(repeating: "x\n", count: 100_001), in: "grand.csv")
    let answer = try folder.palier(
      "importer", "exemple.dpes.json", "grand.csv", "--quoi", "observations", "--essai")
    #expect(answer.status == 2 && answer.error.contains("plus de cellules"), "\(answer.error)")
  }
}
