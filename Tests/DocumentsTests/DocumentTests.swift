import DPES
import Foundation
import FoundationXML
import JSONTree
import Testing

@testable import Documents

/// Every document, by the name of its file.
enum Everything {
  static func template(_ name: String) -> String? {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/modeles").standardized
    return try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func read(_ name: String) throws -> Template {
    try Template(template(name) ?? "", file: name, template)
  }

  static func documents(of demarche: Demarche) throws -> [String: String] {
    var dossier = Dossier(of: demarche)
    dossier.referentiels = ["charte-apes": try referentiel("charte-apes")]
    var found: [String: [UInt8]] = [:]
    for document in OutgoingDocument.all {
      for file in document.files { found[name(of: file, in: document)] = try bytes(file, dossier) }
    }
    return try found.mapValues(text)
  }

  /// What a file says: of a package the parts that say something, one after the other.
  static func text(_ bytes: [UInt8]) throws -> String {
    try parts(bytes).map(\.text).joined(separator: "\n")
  }

  /// The texts in a file, with the name of each in a package.
  static func parts(_ bytes: [UInt8]) throws -> [(name: String, text: String)] {
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else {
      return [("", String(decoding: bytes, as: UTF8.self))]
    }
    let archive = try ZipArchive(bytes)
    let names =
      [
        "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml",
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "xl/styles.xml", "Pictures/1.svg",
      ] + (1...9).map { "xl/worksheets/sheet\($0).xml" }
    return try names.filter(archive.has).map {
      ($0, String(decoding: try archive.part($0), as: UTF8.self))
    }
  }

  /// `ca.md`, `tout.html`, `grille-excel.csv`.
  static func name(of file: OutgoingDocument.File, in document: OutgoingDocument) -> String {
    let excel = file.flavour == .excel ? "-excel" : ""
    return "\(file.part?.rawValue ?? document.name)\(excel).\(file.format.rawValue)"
  }

  static func bytes(_ file: OutgoingDocument.File, _ dossier: Dossier) throws -> [UInt8] {
    switch file.writing {
    case .plain(let write): write(dossier)
    case .continuing(let write): write(dossier, nil)
    case .filled(let name, let write): try write(dossier, read(name))
    }
  }
}

@Suite struct DocumentTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `any text makes a document, and none of it is markup`(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let demarche = generator.demarche()
    for (name, text) in try Everything.documents(of: demarche) {
      #expect(!text.unicodeScalars.contains("\u{1B}") || name.hasSuffix(".csv"), "\(name)")
      if !name.hasSuffix(".csv"), !name.hasSuffix(".ics") {
        #expect(!text.contains("<b>gras"), "\(name)")
      }
      if ["html", "fodt", "fods", "svg"].contains(where: name.hasSuffix) {
        // Foundation's reader is one more opinion.
        let parser = XMLWitness(name.hasSuffix(".html") ? text.xmlOfPage : text)
        #expect(parser.fault == nil, "\(name) \(parser.fault ?? "")")
      }
    }
    for document in OutgoingDocument.all {
      for file in document.files where ["ods", "odt", "xlsx"].contains(file.format.rawValue) {
        for part in try Everything.parts(Everything.bytes(file, Dossier(of: demarche))) {
          let parser = XMLWitness(part.text)
          #expect(parser.fault == nil, "\(file.format) \(part.name) \(parser.fault ?? "")")
        }
      }
    }
  }

  @Test func `an empty démarche reads as French, without an empty heading`() throws {
    let demarche = Demarche(id: "d", raisonSociale: "Vide", debut: today)
    for (name, text) in try Everything.documents(of: demarche) where name.hasSuffix(".md") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
      for (line, next) in zip(lines, lines.dropFirst() + ["#"]) where line.hasPrefix("## ") {
        #expect(!next.hasPrefix("## ") && next != "#", "\(name): \(line)")
      }
      #expect(lines.count > 1 && !text.contains("\n\n\n\n"), "\(name)")
      #expect(!text.contains(" :  ") && !text.contains("()") && !text.contains(" ,"), "\(name)")
    }
    let page = try #require(try Everything.documents(of: demarche)["tout.html"])
    #expect(page.contains("Aucune image n’est encore faite."))
    #expect(!page.contains("<tbody>\n</tbody>") && !page.contains("<ul>\n</ul>"))
  }

  /// What says a réalisé of the example, changed from « à faire » to « atteint » with a value.
  @Test func `a changed réalisé changes each document where it is said, and nowhere else`() throws {
    let before = try example()
    var after = before
    let indicateur = try #require(
      after.schema.paliers.flatMap(\.indicateurs).first {
        $0.intitule.hasPrefix("Personnes capables")
      })
    after.modifierRealise(
      deIndicateur: indicateur.id, periode: 18,
      Signature(quand: Instant(seconds: 0), jour: today)
    ) { realise in
      realise.statut = .partiel
      realise.valeur = .nombre(JSONNumber(1))
      realise.commentaire = "Une personne formée"
      realise.date = today
    }
    let first = try Everything.documents(of: before)
    let second = try Everything.documents(of: after)
    #expect(first.keys == second.keys)
    // Which documents say it, and in how many lines.
    var changed: [String: Int] = [:]
    for (name, text) in first {
      let (old, new) = (text.pieces, second[name]?.pieces ?? [])
      let difference = new.difference(from: old)
      guard !difference.isEmpty else { continue }
      changed[name] = difference.insertions.count
      for case .insert(_, let piece, _) in difference {
        #expect(
          piece.contains("partiel") || piece.contains("1\u{A0}personnes"), "\(name): \(piece)")
      }
    }
    // In the row of the spreadsheet, only the cell.
    let cells = [first, second].map { documents in
      (documents["tableau.fods"] ?? "").replacing("<table:table-cell", with: "\n<table:table-cell")
        .pieces
    }
    #expect(cells[1].difference(from: cells[0]).insertions.count == 1)
    #expect(
      changed == [
        "tout.html": 1, "tableau.html": 1, "tableau.csv": 1, "tableau-excel.csv": 1,
        "tableau.fods": 1, "tout.fods": 2, "tableau.ods": 1, "tout.ods": 2, "tableau.xlsx": 1,
        "tout.xlsx": 2, "donnees.csv": 1, "donnees-excel.csv": 1, "donnees.fods": 1,
        "donnees.ods": 1, "donnees.xlsx": 1, "annuel.md": 1, "annuel.odt": 1, "annuel.fodt": 1,
      ])
  }

  @Test func `without names no document says one`() throws {
    var ids = IDGenerator(seed: 1)
    let bare = try example().anonymisee(.sansNoms, ids: &ids)
    for (name, text) in try Everything.documents(of: bare) {
      let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      for initials in ["SC", "LB", "YD", "RL", "HV", "OM", "JR", "PG", "TN", "EK", "VF"] {
        // The drawing inside a text is spelt in letters of its own.
        if !name.hasSuffix(".fodt"), !name.hasSuffix(".odt") {
          #expect(!words.contains(initials), "\(name) \(initials)")
        }
      }
      #expect(
        !text.contains("Caisse de retraite") && !text.contains("Groupe des familles"), "\(name)")
    }
  }

  @Test func `a palier sans objet is said with its reason, and never as reached or planned`() throws
  {
    var demarche = try example()
    let place = try #require(demarche.schema.paliers.firstIndex { !$0.indicateurs.isEmpty })
    let title = "Le palier qui ne nous concerne pas"
    demarche.schema.paliers[place].intitule = title
    for index in demarche.schema.paliers[place].indicateurs.indices {
      var realise = Realise()
      realise.statut = .nonConcerne
      realise.motif = "personne à recruter"
      realise.date = today.adding(days: -30)
      demarche.schema.paliers[place].indicateurs[index].realises = ByPeriod()
      demarche.schema.paliers[place].indicateurs[index].realises[6] = realise
    }
    let documents = try Everything.documents(of: demarche)
    let report = try #require(documents["annuel.md"])
    let said = try #require(report.split(separator: "\n").first { $0.contains(title) })
    #expect(said.contains("– sans objet, personne à recruter"))
    #expect(documents["engagements.md"]?.contains(title) == false)
  }

  @Test func `a report says neither the wrong chiffre d’affaires nor shares of what can’t be`()
    throws
  {
    var demarche = try example()
    let last = demarche.structure.exercices.indices.max {
      (demarche.structure.exercices[$0].fin?.number ?? 0)
        < (demarche.structure.exercices[$1].fin?.number ?? 0)
    }
    let place = try #require(last)
    func report() throws -> String {
      try #require(try Everything.documents(of: demarche)["annuel.md"])
    }
    let shares = try report()
    #expect(shares.contains("Les ventes apportent"))
    demarche.structure.exercices[place].chiffreAffaires = JSONNumber(9_226_500)
    demarche.candidature.moyensParGenre.humains = "Deux référentes"
    var financeur = Financeur()
    (financeur.id, financeur.nom, financeur.montant) = ("fx", "Mécène", JSONNumber(9_000_000))
    demarche.structure.exercices[place].financeurs.append(financeur)
    let said = try report()
    #expect(!said.contains("Chiffre d’affaires écrit") && !said.contains("9\u{A0}226"))
    #expect(!said.contains("Les ventes apportent") && !said.contains("Mécène"))
    let candidature = try #require(try Everything.documents(of: demarche)["candidature.md"])
    #expect(candidature.contains("Humains") && candidature.contains("Deux référentes"))
  }
}

@Suite struct CalendarTests {
  @Test func `lines are folded between characters, and events end the day after`() throws {
    var demarche = try example()
    demarche.schema.paliers[0].intitule = String(repeating: "é’œ", count: 40) + "; fin, \\ \n là"
    let text = String(decoding: CalendarDocument(Dossier(of: demarche)).bytes, as: UTF8.self)
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    // A character that was cut in two would be read as this one.
    #expect(!text.contains("\u{FFFD}"))
    #expect(text.utf8.split(separator: 10).allSatisfy { $0.last == 13 })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("\\; fin\\, \\\\ \\n là\r\n"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n"))
    let count = unfolded.split(separator: "BEGIN:VEVENT").count - 1
    let promises = demarche.seances.flatMap(\.promesses).filter {
      $0.quand != nil && $0.etat != .abandonnee
    }
    #expect(count == 17 + 6 + 2 + promises.count)
    #expect(unfolded.split(separator: "TRANSP:TRANSPARENT").count - 1 == count)
  }
}

extension String {
  /// In parts small enough that one says one thing: lines, rows, and cells of a page.
  fileprivate var pieces: [String] {
    // A row more moves those below it, and the end of what is filtered.
    replacing(/[ ]r="[A-Z]*[0-9]+"/, with: "")
      .replacing(/(A[0-9]+:|\$A\$[0-9]+:|\.A[0-9]+:)[^"<]*/, with: "")
      .replacing("</td>", with: "</td>\n").split(whereSeparator: \.isNewline).map(String.init)
  }

  /// A page as XML: without what HTML leaves open.
  fileprivate var xmlOfPage: String {
    replacing(/<!DOCTYPE html>\n|<meta [^>]*>|<br>/, with: "")
  }
}

/// Whether Foundation's parser takes a text for XML.
final class XMLWitness: NSObject, XMLParserDelegate {
  private(set) var fault: String?

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    if !parser.parse() {
      fault = "ligne \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")"
    }
  }
}
