import DPES
import Foundation
import JSONTree
import Testing

/// An action plan as it is, brought in from the full screen, corrected, and brought in again.
@Suite(.serialized) struct PalierImportTests {
  private static let titles = [
    "N°", "Axe", "Objectif", "Action", "Pilote", "Partenaires", "Échéance", "Indicateur",
    "État d’avancement",
  ]

  private static let plan = [
    [
      "1", "1. Utilité", "Nourrir", "Ouvrir une épicerie", "SC", "CCAS", "2027-06-30", "Foyers",
      "En cours",
    ],
    [
      "2", "1. Utilité", "Nourrir", "Livrer à domicile", "Marie Dupont", "", "2027-12-31",
      "Livraisons", "Idée",
    ],
    [
      "3", "Équipe", "Former", "Former les équipes au tri", "SC", "", "2026-12-31", "Formés",
      "À poursuivre",
    ],
    [
      "4", "3. Démocratie", "Décider", "Un conseil des usagers", "HV", "", "2028-06-30", "Réunions",
      "Idée",
    ],
    [
      "5", "Équipe", "Former", "Des plannings à l’avance", "LB", "", "2027-03-31", "Plannings",
      "En cours",
    ],
  ]

  private static func sheet(_ name: String, _ rows: [[String]], _ more: String = "") -> String {
    "<table:table table:name=\"\(name)\"\(more)>"
      + rows.map { row in
        "<table:table-row>"
          + row.map { cell in
            Day(iso: cell) == nil
              ? "<table:table-cell><text:p>\(cell)</text:p></table:table-cell>"
              : "<table:table-cell office:value-type=\"date\" office:date-value=\"\(cell)\"/>"
          }.joined() + "</table:table-row>"
      }.joined() + "</table:table>"
  }

  private static func workbook(_ rows: [[String]]) -> String {
    "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
      + "<office:body><office:spreadsheet>"
      + sheet("Plan", [["Plan d’actions 2026-2028"], [], titles] + rows)
      + sheet("Listes", [["En cours"], ["Idée"]])
      + "</office:spreadsheet></office:body></office:document>"
  }

  private static func demarche(_ palier: PalierFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try palier.folder.bytes("home/Documents/plan.dpes.json")))
  }

  private static func opened(_ palier: PalierFolder) throws -> Tmux {
    let terminal = try Tmux(
      [
        Programs.palier, palier.folder.path("home/Documents/plan.dpes.json"), "--date",
        "2026-12-01",
      ],
      environment: palier.environment(), width: 100, height: 30)
    try terminal.waitFor { $0.plainSpaces.contains("aide") }
    return terminal
  }

  @Test func `from the start screen a dated plan comes into a new démarche, month 0 asked first`()
    throws
  {
    let palier = try PalierFolder()
    try palier.folder.put(Self.workbook(Self.plan), in: "home/Documents/mon-plan.fods")
    let terminal = try Tmux(
      [Programs.palier, "--date", "2026-12-01"],
      environment: palier.environment(), width: 100, height: 30)
    try terminal.waitFor { $0.plainSpaces.contains("Nouvelle démarche") }
    for (key, shown) in [
      ("i", "~/Documents"), ("Enter", "mon-plan.fods"), ("Enter", "Quelle feuille"),
      ("Enter", "d’après ses titres"), ("Enter", "Où va-t-il"), ("Enter", "Nom de la structure"),
    ] {
      try terminal.send(key)
      try terminal.waitFor {
        $0.plainSpaces.contains(shown) && !$0.plainSpaces.contains("Lecture du")
      }
    }
    try terminal.type("La Ferme")
    try terminal.waitFor { $0.plainSpaces.contains("La Ferme") }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("Où la garder") }
    try terminal.send("Enter")
    // Nothing is made yet, and the first question is month 0.
    try terminal.waitFor {
      $0.plainSpaces.contains("Mois 0 à fixer") && $0.plainSpaces.contains("décembre 2026 ›")
    }
    #expect(!(try terminal.capture().contains("--")))
    let path = palier.folder.path("home/Documents/la-ferme.dpes.json")
    #expect(!FileManager.default.fileExists(atPath: path))
    try terminal.send("m")
    try terminal.waitFor { $0.plainSpaces.contains("01/12/2026") }
    try terminal.type("01/07/2026")
    try terminal.waitFor { $0.plainSpaces.contains("01/07/2026") }
    try terminal.send("Enter")
    try terminal.waitFor {
      $0.plainSpaces.contains("juillet 2026 ›") && $0.plainSpaces.contains("1 question :")
    }
    try terminal.send("Right", "Right", "Enter")
    // What the dates hid: a name.
    try terminal.waitFor {
      $0.plainSpaces.contains("Marie Dupont") && $0.plainSpaces.contains("1 question :")
    }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("Entrée importe,") }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("mon-plan.fods est importé") }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    let made = try Demarche(
      file: JSONValue.parse(try palier.folder.bytes("home/Documents/la-ferme.dpes.json")))
    #expect(made.schema.debut == Day(iso: "2026-07-01"))
    #expect(made.schema.paliers.map(\.echeanceMois) == [12, 18, 6, 24, 9])
  }

  @Test func `a column that titles leave open is asked for`() throws {
    let palier = try PalierFolder()
    let text = "Axe;Action;Date de fin;Échéance\nU;Ouvrir le samedi;2027-06-30;2027-12-31\n"
    try palier.folder.put(text, in: "home/Documents/plan.csv")
    let made = try palier.folder.palier(
      "nouveau", "home/Documents/plan.dpes.json", "--structure", "Le Plan", "--debut", "2027-01-01")
    #expect(made.status == 0)
    let terminal = try Self.opened(palier)
    for (key, shown) in [
      ("C-o", "Où chercher"), ("Enter", "plan.csv"), ("Enter", "Que contient"),
    ] {
      try terminal.send(key)
      try terminal.waitFor { $0.plainSpaces.contains(shown) }
    }
    try terminal.send("Home", "Down", "Down", "Enter")
    try terminal.waitFor { $0.plainSpaces.contains("Quelle colonne du tableau est « échéance »") }
    #expect(!(try terminal.capture().contains("--colonne")))
    try terminal.send("Right", "Right", "Enter")
    try terminal.waitFor { $0.plainSpaces.contains("Entrée importe,") }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("plan.csv est importé") }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(try Self.demarche(palier).schema.paliers.map(\.echeanceMois) == [12])
  }

  @Test func `an action plan comes in by a few keys, and comes in corrected without a duplicate`()
    throws
  {
    let palier = try PalierFolder()
    let folder = palier.folder
    try folder.put(Self.workbook(Self.plan), in: "home/Documents/plan.fods")
    let made = try folder.palier(
      "nouveau", "home/Documents/plan.dpes.json", "--structure", "Le Plan", "--debut", "2026-07-01")
    #expect(made.status == 0)
    var terminal = try Self.opened(palier)
    // To the person's own folder, the plan, its sheet, what it holds.
    try terminal.send("C-o")
    try terminal.waitFor {
      $0.plainSpaces.contains("Où chercher") && $0.plainSpaces.contains("~/Documents")
    }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("plan.fods") }
    try terminal.send("Enter")
    try terminal.waitFor {
      $0.plainSpaces.contains("Quelle feuille") && $0.plainSpaces.contains("Plan : 7 lignes")
    }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("plan d’actions), d’après ses titres") }
    try terminal.send("Enter")
    // « Équipe » is Personne, Marie Dupont is MD.
    try terminal.waitFor {
      $0.plainSpaces.contains("2 questions") && $0.plainSpaces.contains("Équipe")
    }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("1 question :") }
    try terminal.send("Right", "Right", "Enter")
    try terminal.waitFor { $0.plainSpaces.contains("Entrée importe,") }
    let preview = try terminal.capture().plainSpaces
    #expect(preview.contains("5 lignes ajoutent"), "\(preview)")
    #expect(preview.contains("2 paliers nouveaux"), "\(preview)")
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("est importé") }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    let first = try Self.demarche(palier)
    #expect(first.schema.paliers.map(\.intitule) == Self.plan.map { $0[3] })
    #expect(first.schema.paliers.map(\.echeanceMois) == [12, 18, 6, 24, 9])
    #expect(
      first.schema.paliers.map(\.axe) == [.utilite, .utilite, .personne, .democratie, .personne])
    #expect(
      first.participants.compactMap(\.initiales).sorted() == ["HV", "LB", "MD", "SC"]
        && first.participants.allSatisfy { $0.nom == nil })

    var corrected = Self.plan
    corrected[2][3] = "Former toutes les équipes au tri"
    corrected[0][6] = "2027-09-30"
    try folder.put(Self.workbook(corrected), in: "home/Documents/plan.fods")
    terminal = try Self.opened(palier)
    for (key, shown) in [
      ("C-o", "Où chercher"), ("Enter", "plan.fods"), ("Enter", "Quelle feuille"),
      // Who Marie Dupont is stands in the démarche by now.
      ("Enter", "d’après ses titres"), ("Enter", "1 question :"),
    ] {
      try terminal.send(key)
      try terminal.waitFor {
        $0.plainSpaces.contains(shown) && !$0.plainSpaces.contains("Lecture du")
      }
    }
    try terminal.send("Right", "Right", "Enter")
    try terminal.waitFor {
      $0.plainSpaces.contains("Entrée importe") && $0.plainSpaces.contains("→ « Former toutes")
    }
    try terminal.send("Enter")
    try terminal.waitFor { $0.plainSpaces.contains("est importé") }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    let second = try Self.demarche(palier)
    #expect(second.schema.paliers.map(\.id) == first.schema.paliers.map(\.id))
    #expect(second.schema.paliers.map(\.intitule) == corrected.map { $0[3] })
    #expect(second.schema.paliers.map(\.echeanceMois) == [15, 18, 6, 24, 9])
    #expect(second.schema.paliers.allSatisfy { $0.indicateurs.count == 1 })
    #expect(second.participants == first.participants)
  }
}
