import Application
import ArgumentParser
import DPES
import Glibc
import NcursesTerminal
import TerminalUI

/// How a démarche is shown, in the full screen and in print.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Écran montré : \(Screen.all.map(\.name).joined(separator: ", ")).", valueName: "écran"),
    completion: .list(Screen.all.map(\.name)))
  var ecran: String?

  @Option(
    help: ArgumentHelp("Jour à prendre pour aujourd’hui : 2026-12-01.", valueName: "jour"))
  var date: String?

  @Option(
    help: ArgumentHelp("Couleurs : sombre, clair, contraste ou mono.", valueName: "nom"),
    completion: .list(Theme.allCases.map(\.rawValue)))
  var theme: String?

  @Flag(help: "Montre la vue salle : en grand, pour le mur.")
  var salle = false

  @Flag(help: "Dessine les signes et les traits en ASCII.")
  var ascii = false

  func look() throws(Failure) -> Look {
    var look = Look.usual
    if let ecran {
      guard let screen = Screen(name: ecran) else {
        throw Failure(
          Sentences.unknown(ecran, option: "--ecran", known: Screen.all.map(\.name)))
      }
      look.screen = screen
    }
    if let theme {
      guard let chosen = Theme(rawValue: theme) else {
        throw Failure(
          Sentences.unknown(theme, option: "--theme", known: Theme.allCases.map(\.rawValue)))
      }
      look.theme = chosen
      look.hasOwnTheme = true
    }
    if ascii { look.isASCII = true }
    look.isOnWall = salle
    return look
  }

  func clock() throws(Failure) -> Clock { try .system(typed: date) }
}

/// How a démarche is shown, checked.
struct Look {
  /// The screen that was named on the command line.
  var screen: Screen?
  var theme: Theme
  var isASCII: Bool
  var symbols: SymbolSet { isASCII ? .ascii : .unicode }
  var isOnWall = false
  /// The theme was named on the command line.
  var hasOwnTheme = false

  /// What the person's environment asks for: no colours with `NO_COLOR` (no-color.org), no marks
  /// that the locale can't name.
  static var usual: Look {
    let hasNoColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return Look(theme: hasNoColor ? .mono : .sombre, isASCII: !NcursesTerminal.hasUTF8Locale)
  }
}
