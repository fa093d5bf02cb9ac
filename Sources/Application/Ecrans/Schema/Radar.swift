import DPES
import TerminalUI

/// The levels of the four axes as a figure: those of the profiles, or of two days.
///
/// Four axes side by side, and nothing that adds them up.
struct Radar: Modal {
  var tables: [ActionTable] { [.radar] }

  /// The month at the end of whose period today is compared, 0 for the start; nil for the profiles.
  var mois: Int?

  /// A figure of the radar: a letter at its corners, a kind of line, a name.
  struct Serie {
    let letter: Character
    let name: String
    /// In the order U P D T.
    let niveaux: [Int]
    /// What is said when it is the one before, on all four axes.
    let same: String?
    let ink: Style.Ink
    /// Dots drawn and left out along its lines; nil for whole lines.
    let dashes: (on: Int, off: Int)?
    let ascii: Character
  }

  /// The least cells that the figure is drawn in.
  static let smallest = Size(40, 16)

  func series(_ state: State, _ avancement: Avancement) -> [Serie] {
    guard let mois else { return Self.profils(avancement) }
    let then = Self.niveaux(state, mois: mois)
    let now = avancement[.actuel].niveaux
    let day = state.demarche?.schema.jour(mois).map { ", \($0.frenchShort)" } ?? ""
    return [
      Serie(
        letter: "B", name: (mois == 0 ? "départ" : "\(mois)\u{A0}mois") + day, niveaux: then,
        same: nil, ink: .orange, dashes: (3, 3), ascii: "+"),
      Serie(
        letter: "A", name: "aujourd’hui", niveaux: now,
        same: then == now ? "= à cette date" : nil, ink: .text, dashes: nil, ascii: "#"),
    ]
  }

  private static func profils(_ avancement: Avancement) -> [Serie] {
    func serie(
      _ moment: Avancement.Profil.Moment, _ letter: Character, _ name: String, after: String,
      _ ink: Style.Ink, _ dashes: (on: Int, off: Int)?, _ ascii: Character
    ) -> Serie {
      let profil = avancement[moment]
      return Serie(
        letter: letter, name: name, niveaux: profil.niveaux,
        same: profil.estLePrecedent ? "= \(after)" : nil, ink: ink, dashes: dashes, ascii: ascii)
    }
    return [
      serie(.actuel, "A", "actuel", after: "départ", .text, nil, "#"),
      serie(.intermediaire, "I", "interm.", after: "actuel", .orange, (3, 3), "+"),
      serie(.cible, "C", "cible", after: "interm.", .accent, (1, 2), "*"),
    ]
  }

  /// The levels on the last day of a period; at the start for 0.
  private static func niveaux(_ state: State, mois: Int) -> [Int] {
    guard let schema = state.demarche?.schema, let debut = schema.debut else {
      return [0, 0, 0, 0]
    }
    let day = mois == 0 ? debut : schema.periode(mois).fin ?? debut
    return Axe.allCases.map { schema.niveau(de: $0, le: day) }
  }

  static func open(_ state: inout State) -> [Effect] {
    state.modes.append(Radar())
    return []
  }

  /// From the profiles to two days, and back.
  fileprivate static func turn(_ state: inout State) -> [Effect] {
    guard var radar = state.modes.last as? Radar, let avancement = state.derived.avancement else {
      return []
    }
    if radar.mois == nil, avancement.debut == nil {
      state.refuse("Sans jour de départ, il n’y a pas de dates à comparer.")
      return []
    }
    radar.mois = radar.mois == nil ? 0 : nil
    state.replaceMode(radar)
    return []
  }

  /// To the next day that today is compared with.
  fileprivate static func step(_ state: inout State, by steps: Int) -> [Effect] {
    guard var radar = state.modes.last as? Radar, let avancement = state.derived.avancement else {
      return []
    }
    guard let mois = radar.mois else {
      state.refuse("d compare aujourd’hui à une autre date\u{A0}; ← → la choisit alors.")
      return []
    }
    // The start, and the periods that are over.
    let months =
      [0] + avancement.periodes.filter { $0.fin.map { $0 < avancement.jour } ?? false }.map(\.mois)
    let here = months.firstIndex(of: mois) ?? 0
    radar.mois = months[min(max(here + steps, 0), months.count - 1)]
    state.replaceMode(radar)
    return []
  }
}

extension Action {
  /// What is heard over the radar.
  static let radar = [
    Action(
      "radar.fermer", [.escape, .enter, .character("r"), .control("c")], "Fermer le radar",
      short: "fermer", lineKeys: "r", weight: 100, help: "Revient au schéma.",
      perform: { $0.leaveMode() }),
    Action(
      "radar.dates", [.character("d")], "Deux dates, ou les profils",
      short: "dates, profils", weight: 90,
      help: "Compare aujourd’hui à une autre date\u{A0}; encore une fois, les trois profils.",
      perform: { Radar.turn(&$0) }),
    Action(
      "radar.avant", [.left], "Date plus ancienne", short: "date", lineKeys: "← →",
      weight: 80, help: "Compare aujourd’hui à six mois plus tôt.",
      perform: { Radar.step(&$0, by: -1) }),
    Action(
      "radar.apres", [.right], "Date plus récente",
      help: "Compare aujourd’hui à six mois plus tard.", perform: { Radar.step(&$0, by: 1) }),
  ]
}

extension ActionTable {
  static let radar = ActionTable("radar", Action.radar)
}
