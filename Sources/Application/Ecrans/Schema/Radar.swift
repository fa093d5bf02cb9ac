import DPES
import TerminalUI

/// The levels of the four axes as a figure: those of the profiles, or of two days.
///
/// Four axes side by side, and nothing that adds them up.
struct Radar: Modal {
  var tables: [ActionTable] { [.radar] }

  enum Kind: Hashable, Sendable {
    case profils
    /// Today, beside the end of the period of a month; 0 is the start.
    case dates(mois: Int)
  }

  var kind = Kind.profils

  /// A figure of the radar: a letter at its corners, a kind of line, a name.
  struct Serie: Hashable, Sendable {
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

    static func == (one: Serie, other: Serie) -> Bool {
      one.letter == other.letter && one.name == other.name && one.niveaux == other.niveaux
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(letter)
      hasher.combine(name)
      hasher.combine(niveaux)
    }
  }

  /// The least cells that the figure is drawn in.
  static let smallest = Size(40, 16)

  func series(_ state: State, _ avancement: Avancement) -> [Serie] {
    switch kind {
    case .profils:
      let looks:
        [(Avancement.Profil.Moment, Character, String, Style.Ink, (Int, Int)?, Character)] =
          [
            (.actuel, "A", "actuel", .text, nil, "#"),
            (.intermediaire, "I", "interm.", .orange, (3, 3), "+"),
            (.cible, "C", "cible", .accent, (1, 2), "*"),
          ]
      return looks.enumerated().map { index, look in
        let profil = avancement[look.0]
        let before = index == 0 ? "départ" : looks[index - 1].2
        return Serie(
          letter: look.1, name: look.2, niveaux: profil.niveaux,
          same: profil.estLePrecedent ? "= \(before)" : nil, ink: look.3,
          dashes: look.4.map { ($0.0, $0.1) }, ascii: look.5)
      }
    case .dates(let mois):
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
  }

  /// The levels on the last day of a period; at the start for 0.
  private static func niveaux(_ state: State, mois: Int) -> [Int] {
    guard let schema = state.demarche?.schema, let debut = schema.debut else {
      return [0, 0, 0, 0]
    }
    let day = mois == 0 ? debut : schema.periode(mois).fin ?? debut
    return Axe.allCases.map { schema.niveau(de: $0, le: day) }
  }

  /// The months that today can be compared with: the start, and the periods that are over.
  static func months(_ avancement: Avancement) -> [Int] {
    [0] + avancement.periodes.filter { $0.fin.map { $0 < avancement.jour } ?? false }.map(\.mois)
  }
}

extension Radar {
  static func open(_ state: inout State) -> [Effect] {
    state.modes.append(Radar())
    return []
  }

  /// From the profiles to two days, and back.
  fileprivate static func turnRadar(_ state: inout State) -> [Effect] {
    guard var radar = state.modes.last as? Radar, let avancement = state.derived.avancement else {
      return []
    }
    switch radar.kind {
    case .profils:
      guard avancement.debut != nil else {
        state.refuse("Sans jour de départ, il n’y a pas de dates à comparer.")
        return []
      }
      radar.kind = .dates(mois: 0)
    case .dates: radar.kind = .profils
    }
    state.replaceMode(radar)
    return []
  }

  /// To the next day that today is compared with.
  fileprivate static func stepRadar(_ state: inout State, by steps: Int) -> [Effect] {
    guard var radar = state.modes.last as? Radar, let avancement = state.derived.avancement else {
      return []
    }
    guard case .dates(let mois) = radar.kind else {
      state.refuse("d compare aujourd’hui à une autre date\u{A0}; ← → la choisit alors.")
      return []
    }
    let months = Radar.months(avancement)
    let here = months.firstIndex(of: mois) ?? 0
    radar.kind = .dates(mois: months[min(max(here + steps, 0), months.count - 1)])
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
      perform: { Radar.turnRadar(&$0) }),
    Action(
      "radar.avant", [.left], "Date plus ancienne", short: "date", lineKeys: "← →",
      weight: 80, help: "Compare aujourd’hui à six mois plus tôt.",
      perform: { Radar.stepRadar(&$0, by: -1) }),
    Action(
      "radar.apres", [.right], "Date plus récente",
      help: "Compare aujourd’hui à six mois plus tard.", perform: { Radar.stepRadar(&$0, by: 1) }),
  ]
}

extension ActionTable {
  static let radar = ActionTable("radar", Action.radar)
}
