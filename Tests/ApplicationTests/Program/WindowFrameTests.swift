import DPES
import TerminalUI
import Testing

@testable import Application

/// The lines around the content of a window: header, tabs, message and keys, in frames of their own,
/// so that a new tab, key or message changes these alone.
@Suite struct WindowFrameTests {
  private static let looks =
    (designedSizes + [Size(40, 12)]).map { ($0, false) } + [(Size(80, 24), true)]

  @Test(arguments: [Size(40, 12), Size(80, 24), Size(160, 45), Size(240, 67)])
  func `the whole window`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.right, .down, .down)
    try expectFrame(state.view, named: "fenetre-\(size.width)x\(size.height)")
  }

  @Test func `the header says what is shown, and where the last change is`() throws {
    try expectRows(
      "fenetre-entete", { WindowLayout($0.size).header },
      Screen.all.map { Shown(screen: $0) } + Shown.fates)
  }

  /// However little room there is, and whatever else there is to say.
  @Test func `hidden names, a held wall and where the last change is never leave, nor are cut`()
    throws
  {
    var demarche = try example()
    demarche.structure.raisonSociale = String(repeating: "Association longue ", count: 5)
    for fate in [Document.Saved.untouched, .pending, .at("14:32"), .failed("Plein.")] {
      for width in Array(40...80) + [100, 120, 160] {
        var state = ApplicationTests.state(demarche, Size(width, 12))
        state.document?.saved = fate
        state.document?.withoutVersions = "Rien."
        state.press(.control("n"), .control("p"))
        let header = state.view.description.split(separator: "\n")[0]
          .replacing("\u{A0}", with: " ")
        let words =
          switch fate {
          case .untouched: "ouvert"
          case .pending: "enregistrement …"
          case .at: "enregistré 14:32"
          case .failed: "NON ENREGISTRÉ"
          }
        for word in ["sans noms", "mur tenu", words] {
          #expect(header.contains(word), "\(width): \(header)")
        }
      }
    }
  }

  @Test func `the tabs`() throws {
    try expectRows(
      "fenetre-onglets", { WindowLayout($0.size).tabs },
      Screen.all.map { Shown(screen: $0) })
  }

  @Test func `a message has its row above the keys, and takes three at most`() throws {
    let short = "Palier 1 déclaré atteint aujourd’hui."
    let long =
      "Palier 1 déclaré atteint aujourd’hui ; Entrée change le jour. « Territoire » passe du niveau "
      + "0 au niveau 1, et cette phrase-ci ne tient sur aucune petite fenêtre."
    try expectRows(
      "fenetre-message", { MessageRow($0).area },
      [
        Shown("dit") { $0.say(short) }, Shown("dit, long") { $0.say(long) },
        Shown("refusé") { $0.refuse(short) }, Shown("refusé, long") { $0.refuse(long) },
        Shown("reçu") { $0.notice = State.Notice(kind: .received, text: short) },
      ])
  }

  @Test func `the keys of each screen and mode`() throws {
    try expectRows("fenetre-touches", { WindowLayout($0.size).keys }, Shown.screens + Shown.modes)
  }

  @Test func `the key row of a screen always keeps the help, at its end`() throws {
    for shown in Shown.screens + Shown.fates {
      for width in [40, 60, 76, 80, 100, 160] {
        let state = try shown.state(Size(width, 24))
        guard state.modes.isEmpty else { continue }
        let keys = state.view.description.split(separator: "\n").last ?? ""
        #expect(keys.hasSuffix("? aide"), "\(shown.name), \(width): \(keys)")
      }
    }
  }

  @Test(arguments: [Size(40, 12), Size(60, 16)])
  func `what a card, a form or a list has more of than its room is marked`(size: Size) throws {
    let more = [
      Shown("départ", on: .schema, keys: "j"),
      Shown("indicateur", on: .schema, keys: "z[haut][Entrée]"),
      Shown("nouvel indicateur", on: .schema, keys: "i"), Shown("image passée", keys: "ifa"),
      Shown("structure", on: .etat, keys: "[Entrée]"), Shown("séance", on: .etat, keys: "o"),
      Shown("palette", keys: ":"), Shown("légende", keys: "sl"),
    ]
    var unmarked: [String] = []
    // The foot of the totals says the selected option once more, in full.
    for shown in Shown.modes + more where shown.name != "totaux" {
      let state = try shown.state(size)
      let low = Self.cards(state)
      let missing = Self.words(Self.cards(try shown.state(Size(size.width, 90))))
        .subtracting(Self.words(low))
      let isMarked = low.contains { "↓↑█…".contains($0) }
      if !missing.isEmpty, !isMarked { unmarked.append("\(shown.name): \(missing.sorted())") }
    }
    #expect(unmarked.isEmpty, "\(unmarked.joined(separator: "\n"))")
  }

  /// What stands above the screens, between the tabs and the keys.
  private static func cards(_ state: State) -> String {
    guard !state.modes.isEmpty else { return "" }
    var canvas = state.view
    let rows = WindowLayout(state.size).content.rows
    for row in rows {
      var isInside = false
      for column in 0..<state.size.width {
        let cell = canvas[column, row]
        // A scroll bar stands beside what it is about.
        let isBar = isInside && cell.glyph == Glyph("█")
        isInside = [.card, .field, .selected].contains(cell.style.ground)
        if !isBar, ![.card, .field].contains(cell.style.ground) { canvas[column, row] = Cell() }
      }
    }
    return canvas.lines(rows).text.joined(separator: "\n")
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map(String.init))
  }

  @Test func `every mode with keys of its own shows them here`() throws {
    var seen: Set<ActionTable> = []
    for shown in Shown.screens + Shown.modes {
      seen.formUnion(KeyLine.tables(for: try shown.state(Size(120, 36))))
    }
    let heard = Set(ActionTests.heardTogether.flatMap { $0 })
    // The start screen and what opens on it have whole frames (`StartTests`); keys of a field, and those
    // that are heard everywhere, are known to everybody.
    let onScreens = heard.filter { !$0.name.hasPrefix("wall-") }
    #expect(
      onScreens.subtracting(seen).map(\.name).sorted() == [
        "choiceHelp", "field", "folders", "mode", "pick", "silent", "start", "wall",
      ])
  }

  /// The rows of a part of windows at every size, each after its name.
  private func expectRows(
    _ name: String, _ part: (State) -> Rect, _ all: [Shown],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var lines: [String] = []
    for shown in all {
      for (size, isASCII) in Self.looks {
        let state = try shown.state(size, isASCII: isASCII)
        let (text, roles) = state.view.lines(part(state).rows)
        lines.append("--- \(shown.name), \(size.width)\(isASCII ? " in ASCII" : "") ---")
        lines += text.map(String.init) + roles.map(String.init)
      }
    }
    try expect(lines.joined(separator: "\n") + "\n", named: name, sourceLocation: sourceLocation)
  }
}

/// A window on the example, some keys after it was opened.
struct Shown {
  let name: String
  var screen = Screen.cercle
  var change: (inout State) throws -> Void = { _ in }

  init(screen: Screen) {
    name = screen.name
    self.screen = screen
  }

  init(
    _ name: String, on screen: Screen = .cercle, _ change: @escaping (inout State) throws -> Void
  ) {
    self.name = name
    self.screen = screen
    self.change = change
  }

  init(_ name: String, on screen: Screen = .cercle, keys: String) {
    self.init(name, on: screen) { $0.play(keys) }
  }

  func state(_ size: Size, isASCII: Bool = false) throws -> State {
    var state = ApplicationTests.state(try example(), size, screen: screen, isASCII: isASCII)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    try change(&state)
    return state
  }
}

extension Shown {
  /// Where the last change is.
  static var fates: [Self] {
    [
      Self("pas encore", keys: "r"),
      Self("enregistré") {
        $0.play("r")
        _ = $0.update(.saved(revision: 1, at: "14:32"))
      },
      Self("refusé") {
        $0.play("r")
        _ = $0.update(.notSaved("Le disque est plein."))
      },
      Self("réseau") {
        _ = $0.update(.opened(Document(try example(), path: "/tmp/x.dpes.json", isOnNetwork: true)))
      },
      Self("lecture seule") {
        let reason = "Le fichier ne peut pas être écrit."
        _ = $0.update(
          .opened(Document(try example(), path: "/tmp/x.dpes.json", readOnlyReason: reason)))
      },
      version,
      Self("sans noms, mur tenu") { $0.press(.control("n"), .control("p")) },
      Self("comparaison", keys: "ic[Entrée]"),
    ]
  }

  private static var version: Self {
    Self("version") {
      let version = Version(name: "1.json", quand: "12 mars 2026, 17:15", bytes: 48_830)
      $0.play("h")
      _ = $0.update(.versions([version]))
      _ = $0.update(.version(version, try example()))
    }
  }

  static var screens: [Self] {
    Screen.all.map { Self(screen: $0) }
      + EtatEcran.Section.allCases.map { section in
        Self("etat, \(section.rawValue)", on: .etat) {
          if section == .cycle { try $0.follow("pas-de-calais") }
          _ = $0.select(section.rawValue)
        }
      }
  }

  static var modes: [Self] {
    capture + cards + votes + outils
      + [
        Self("nouveau palier", on: .schema, keys: "n"), Self("déplacer", keys: "[m][droite]"),
        Self("déplacer, sans couleur") { state in
          state.cercle.axe = nil
          state.cercle.select(0, in: state.derived)
          state.play("[m][d]")
        },
        Self("chercher", keys: "/tri"),
        Self("aide", keys: "?"), Self("méthode", keys: "?[Tab]"), Self("sortir", keys: "e"),
        Self("images", keys: "i"), Self("images-figee", keys: "i[haut]"),
        Self("comparaison", keys: "ic[Entrée]"),
        Self("relecture", keys: "ir"),
        Self("relecture, fin") {
          $0.play("ir")
          $0.play("[\(ReadBack.count($0)) Entrée]")
        },
        Self("chaîne", on: .schema, keys: "[haut]l"), Self("arbre", on: .schema, keys: "r"),
        Self("déplacer un palier", on: .schema, keys: "[m][haut]"),
        Self("déplacer un palier, question", on: .schema, keys: "[m][Début][Entrée]"),
        Self("idées", on: .schema, keys: "b"), Self("filtre", on: .tableau, keys: "f"),
        Self("cycles", on: .etat) {
          _ = $0.update(.cycles(try shippedCycles()))
          _ = $0.select("cycle")
          $0.play("[Entrée]")
        },
        Self("question", keys: "[F12]"),
        Self("carte") {
          $0.warn("Impossible", String(repeating: "Une phrase de plus. ", count: 60))
        },
        Self("conflit") {
          let base = try example()
          let id = base.cercles.last?.observations.first?.id ?? ""
          $0.play("r")
          _ = $0.update(
            arrival(base) {
              $0.modifierObservation(id, signature(base, "LB")) { $0.statut = .orange }
            })
        },
        Self("import") {
          let demarche = try example()
          let table = ImportedTable(source: "/x/liste.csv", kind: .observations)
          _ = $0.open(ImportPreview(table, into: demarche))
          _ = $0.update(
            .tableRead(table, TableReading([.init(.summary, "1 ligne ajoute.")], demarche)))
        },
        Self("import, question") {
          let demarche = try example()
          let table = ImportedTable(source: "/x/liste.csv", kind: .observations)
          _ = $0.open(ImportPreview(table, into: demarche))
          let asked = TableReading.Asked(
            "mot", "Que veut dire «\u{A0}bof\u{A0}»", proposal: nil,
            options: [.init("orange", "orange")])
          _ = $0.update(.tableRead(table, TableReading([], asked: [asked], nil)))
        },
        Self("import, question de texte") {
          let demarche = try example()
          let table = ImportedTable(source: "/x/liste.csv", kind: .observations)
          _ = $0.open(ImportPreview(table, into: demarche))
          let asked = TableReading.Asked(
            "qui", "De quelles initiales est «\u{A0}Marie Dupont\u{A0}»", proposal: "MD",
            options: [.init("MD", "MD")], takesText: true)
          _ = $0.update(.tableRead(table, TableReading([], asked: [asked], nil)))
        },
        Self("texte retrouvé") {
          let text = "Appeler la mairie"
          let field = Begun.Field(
            id: "texte", label: "Quoi", text: text, before: "", isProse: true)
          let begun = Begun(.form, ["promesse", "partie"], title: "Promesse", fields: [field])
          _ = $0.update(.drafts([Draft(begun)], since: 1))
        },
        Self("versions", keys: "h"), version, Self("partir", keys: "[n]Pas fini[Échap]q"),
      ]
  }

  private static var capture: [Self] {
    [
      Self("texte", keys: "nUn mot"), Self("axe", keys: "nUn mot[Entrée]"),
      Self("couleur", keys: "nUn mot[Entrée]p"), Self("entrées", keys: "n[haut]"),
      Self("collage") {
        $0.play("n")
        _ = $0.update(.event(.paste("Un\nDeux")))
      },
      Self("collage, repris") { state in
        var other = state
        other.press(.character("n"))
        _ = other.update(.event(.paste("Un\nDeux")))
        _ = state.update(.drafts(other.drafting, since: 1))
      },
      Self("collage, suite") {
        $0.play("n")
        _ = $0.update(.event(.paste((1...90).map { "Ligne \($0)" }.joined(separator: "\n"))))
      },
      Self("image figée") {
        $0 = emptyState($0.size, isASCII: $0.environment.isASCII)
        $0.play("nUn mot[Entrée]uo[Échap]if[Entrée]nUn autre[Entrée]")
      },
      Self("corriger", keys: "[Entrée]"), Self("parole", keys: "n[F6]"),
      Self("retenu au mur", on: .schema, keys: "sn"),
      Self("retenu, noms cachés", on: .etat) {
        $0.press(.control("n"))
        $0.etat.section = .participants
        $0.play("n")
      },
    ]
  }

  private static var cards: [Self] {
    [
      Self("fiche d’un palier", on: .schema, keys: "[Entrée]"),
      Self("réalisé", on: .tableau, keys: "[gauche][Entrée]"),
      Self("arguments", keys: "a"), Self("collège", keys: "a[c]Un mot[Entrée]"),
      Self("collège passé", keys: "a[c]Un mot[Entrée]j"),
      Self("référentiels", on: .grille, keys: "r"),
    ]
  }

  private static var votes: [Self] {
    let totals = "bn[c]   [Entrée]"
    return [
      Self("votes", keys: "b"), Self("résultat", keys: "b[Entrée]"), Self("préparer", keys: "bn"),
      Self("choisir", keys: "bn[c]"), Self("totaux", keys: totals + "[Entrée]"),
      Self(
        "bulletins",
        keys: "b[Suppr][n][2 bas][droite][Fin][droite][Entrée][Entrée][bas][Entrée]"),
      Self("mains", keys: "y"),
    ]
  }
}
