import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// No list cuts a text with « … » while a row of its area is free.
///
/// Which lists there are, where, and how many of their rows are free, is what they said when they
/// were drawn (`Canvas.lists`).
@Suite struct SharedRowsTests {
  private static let sizes = [
    Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40), Size(160, 45),
  ]

  /// 90 characters.
  private static let long =
    "Rencontrer chaque année les voisins, les familles, les élus et ceux qui tiennent à la maison"

  /// Says in the place of every text of the example one of 90 characters.
  private static func longTexts() throws -> Demarche {
    let keys: Set = [
      "texte", "intitule", "titre", "organisme", "nom", "objet", "conception", "conduite",
      "validation", "portage", "regardExterieur", "pourquoi", "motivation", "faitMarquant",
      "adresse", "elements", "activites", "minorite",
    ]
    func lengthened(_ value: JSONValue, _ key: String) -> JSONValue {
      switch value {
      case .string where keys.contains(key): return .string(long)
      case .array(let elements): return .array(elements.map { lengthened($0, key) })
      case .object(var object):
        for member in object.members {
          object[member.key] = lengthened(member.value, member.key)
        }
        return .object(object)
      default: return value
      }
    }
    let file = projectFile("Data/exemples/residence-du-halage.dpes.json")
    return try Demarche(
      file: lengthened(JSONValue.parse([UInt8](try Data(contentsOf: file))), ""))
  }

  private static func demarches() throws -> [Demarche] { [try example(), try longTexts()] }

  /// Words of ours that end so.
  private static let whole = [
    "Ouvrir un fichier…", "Importer…", "Importer un tableur (.xlsx, .ods, CSV)…", "Restaurer…",
  ]

  /// What lists cut where they have rows free.
  private static func cuts(in canvas: Canvas) -> [String] {
    canvas.lists.filter { $0.free > 0 }.flatMap { list in
      canvas.lines(list.area.rows).text.compactMap { line in
        let text = whole.reduce(String(line.dropFirst(list.area.column).prefix(list.area.width))) {
          $0.replacing($1, with: "")
        }
        return text.contains("…") ? "\(text), \(list.free) free" : nil
      }
    }
  }

  /// Looks at each list that a state shows, of which there has to be one.
  private func look(
    _ state: State, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let canvas = state.view
    #expect(
      canvas.lists.contains { !$0.area.isEmpty }, "\(what): no list",
      sourceLocation: sourceLocation)
    #expect(
      Self.cuts(in: canvas) == [], "\(what), \(state.size)", sourceLocation: sourceLocation)
  }

  /// The same after some steps down, which change what is served first.
  private func walk(
    _ state: State, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var state = state
    for step in 0..<2 {
      look(state, "\(what) + \(step)", sourceLocation: sourceLocation)
      state.press(.down)
    }
    state.press(.end)
    look(state, "\(what), end", sourceLocation: sourceLocation)
  }

  @Test func `a list that asks for too few rows is found`() {
    for (height, cuts) in [(4, 2), (2, 0)] {
      var canvas = Canvas(Size(20, height))
      ListView().draw(on: &canvas, in: canvas.area, of: 2) { canvas, row, _ in
        canvas.draw(Self.long, in: row)
      }
      #expect(Self.cuts(in: canvas).count == cuts)
      ListView().draw(on: &canvas, in: canvas.area, of: 2) { _, width in
        ListLine("Les voisins, les familles", width: width, .text)
      }
      canvas.fill(canvas.area)
      #expect(canvas.lists.isEmpty)
    }
  }

  @Test(arguments: sizes) func `on the screens`(size: Size) throws {
    for demarche in try Self.demarches() {
      var start = state(demarche, size)
      _ = start.update(.referentiels([try shippedReferentiel()]))
      for screen in Screen.all where ![Screen.etat, .schema, .ca].contains(screen) {
        var state = start
        state.show(screen)
        state.renewDerived()
        walk(state, screen.name)
        state.press(.right)
        walk(state, "\(screen.name) right")
        state.press(.character("z"))
        // Where the list is alone already, the disc is.
        if screen != .cercle || (80..<140).contains(size.width) {
          walk(state, "\(screen.name) z")
        }
      }
      for axes in 0..<4 {
        var state = start
        state.show(.schema)
        for _ in 0..<axes { state.press(.right) }
        state.press(.character("z"))
        walk(state, "schema z \(axes)")
      }
    }
  }

  @Test(arguments: sizes) func `in the sections of the état des lieux`(size: Size) throws {
    for demarche in try Self.demarches() {
      for section in EtatEcran.Section.allCases {
        var state = state(demarche, size, screen: .etat)
        state.etat.section = section
        state.renewDerived()
        let area = try #require(state.panes.first?.area)
        let view = EtatEcran.view(state, in: area)
        guard let boxes = (view as? ProfilView)?.grid?.boxes else {
          walk(state, "état, \(section)")
          continue
        }
        for box in boxes where box.lines.count < box.area.height {
          #expect(!box.lines.contains { $0.text.contains("…") }, "\(box.cle), \(size)")
        }
      }
    }
  }

  @Test(arguments: sizes) func `in the lanes of the schéma`(size: Size) throws {
    for demarche in try Self.demarches() {
      for keys in ["", "[bas]", "[droite]", "[droite][droite]", "[Fin]"] {
        var state = state(demarche, size, screen: .schema)
        state.play(keys)
        look(state, "schema \(keys)")
      }
    }
  }

  @Test(arguments: sizes) func `on the page of the board`(size: Size) throws {
    for demarche in try Self.demarches() {
      for keys in ["", "[droite]", "[3 bas]", "[Fin]"] {
        var state = state(demarche, size, screen: .ca)
        state.play(keys)
        look(state, "ca \(keys)")
      }
    }
  }

  @Test(arguments: sizes) func `on the wall`(size: Size) throws {
    for demarche in try Self.demarches() {
      for screen in Screen.all where !screen.ecran.wallPages.isEmpty {
        let ids: [String?] =
          screen == .etat ? EtatEcran.Section.allCases.map(\.rawValue) : [nil]
        for id in ids {
          var state = try wall(demarche, size, on: screen, selecting: id)
          for _ in state.wallPages {
            let page = state.wallPageName ?? ""
            for keys in ["", "[bas]", "[droite]"] {
              state.play(keys)
              let cuts = Self.cuts(in: state.view)
              #expect(cuts == [], "\(screen.name) \(page) \(keys), \(size)")
            }
            state.press(.tab)
          }
        }
      }
    }
  }

  @Test(arguments: sizes) func `of a paste, and of a conflict`(size: Size) throws {
    for text in ["Court", Self.long, Self.long + " " + Self.long] {
      var paste = state(try example(), size)
      paste.press(.character("n"))
      _ = paste.update(.event(.paste("\(text)\nCourt\n\(text)\nBien à vous")))
      walk(paste, "paste")
      let base = try example()
      let id = base.cercles.last?.observations.first?.id ?? ""
      var conflict = state(base, size)
      conflict.play("[Entrée] \(text), ici[Entrée]")
      _ = conflict.update(
        arrival(base) {
          $0.modifierObservation(id, signature(base, "LB")) { $0.texte += " \(text), ailleurs" }
        })
      look(conflict, "conflict, \(text.count)")
    }
  }

  @Test(arguments: sizes) func `beside another screen`(size: Size) throws {
    for demarche in try Self.demarches() {
      var state = state(demarche, size)
      state.press(.function(2))
      walk(state, "F2")
      state.press(.function(2))
      walk(state, "F2 F2")
    }
  }

  @Test(arguments: sizes) func `in the lists above the screens`(size: Size) throws {
    let suggestions = try Self.suggestions()
    for demarche in try Self.demarches() {
      for (screen, keys) in [
        (Screen.cercle, "[F5]"), (.cercle, "[F5]fig"), (.cercle, "[F5]mur"), (.cercle, "[F3]"),
        (.cercle, "[F3]maison"), (.cercle, "[F3]voisins les"), (.cercle, "[i]"), (.cercle, "[a]"),
        (.cercle, "[b]"), (.cercle, "[l]"), (.cercle, "[F6]"), (.cercle, "[e]"), (.cercle, "[g]"),
        (.schema, "[l]"), (.schema, "[o]"), (.schema, "[b]"), (.tableau, "[l]"),
      ] {
        var state = state(demarche, size, screen: screen)
        state.play(keys)
        if state.wantsSuggestions { _ = state.update(.suggestions(suggestions)) }
        #expect(!state.modes.isEmpty, "\(screen.name) \(keys)")
        walk(state, "\(screen.name) \(keys)")
      }
      var state = state(demarche, size)
      _ = state.press(.character("h"))
      let when =
        "5 novembre 2026, 19:30, avant que l’image de la séance ne soit figée par le groupe"
      _ = state.update(
        .versions((0..<3).map { Version(name: "v\($0)", quand: when, bytes: 71_204) }))
      walk(state, "versions")
    }
  }

  @Test(arguments: sizes) func `of arguments and votes`(size: Size) throws {
    for text in ["Le bail prend fin", Self.long] {
      var start = votingState(size)
      start.play("[a][p]\(text)[Entrée]")
      start.leaveModes()
      start.play("[n]\(text) et lui[Entrée][u][r]\(text) et elle[Entrée][u][r][Échap]")
      var capture = start
      capture.play("[n]")
      look(capture, "capture")
      capture.play("[haut]")
      look(capture, "capture, entries")
      for keys in ["[a]", "[b][n]", "[b][n][c]", "[b][n][Entrée]"] {
        var state = start
        state.play("[Début]\(keys)")
        #expect(!state.modes.isEmpty, "\(keys)")
        walk(state, keys)
      }
    }
  }

  @Test(arguments: sizes) func `before a démarche is open`(size: Size) throws {
    let name = "les-jardins-de-la-haute-vallee-" + String(repeating: "et-d-ailleurs-", count: 5)
    let path = "/media/anne/CLE USB DE LA SALLE/Démarches/\(name).dpes.json"
    let folders = [
      StartState.Folder(path: "/x", label: "~/Documents"),
      StartState.Folder(path: "/y", label: "~/Réseau des structures/\(name)"),
    ]
    let start = State(
      State.Environment(today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: size, start: StartState(recents: [path, path + "2"], folders: folders))
    walk(start, "start")
    let entries: [FolderListing.Entry] = [
      .init(.folder, name, path: "/x"), .init(.table, name + ".csv", path: "/y", day: exampleDay),
      .init(.demarche, name, path: "/z", day: exampleDay),
    ]
    for keys in ["o", "i"] {
      var state = start
      state.play(keys)
      _ = state.update(.folder(FolderListing(nil, entries)))
      walk(state, keys)
      state.play("[bas][Entrée]")
      if keys == "i" {
        let sheets = TableSheets([.init(nil, rows: 2, likely: .observations)])
        _ = state.update(.sheets(sheets, of: "/y"))
        walk(state, "import")
        state.play("[Entrée]")
        walk(state, "import, où")
      }
    }
    var state = start
    state.play("nLes Jardins[Entrée]")
    walk(state, "garder")
    state = start
    state.play("[F5]")
    walk(state, "start, palette")
  }

  private static func suggestions() throws -> Suggestions {
    var all = Suggestions()
    for name in ["indicateurs", "paliers"] {
      let file = projectFile("Data/suggestions/\(name).json")
      all.add(try Suggestions(file: JSONValue.parse([UInt8](try Data(contentsOf: file)))))
    }
    return all
  }
}
