import Application
import ArgumentParser
import DPES
import Glibc
import NcursesTerminal
import TerminalUI

/// How a démarche is shown, in the full screen and in print.
struct ViewOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Écran montré : cercle, schema ou tableau.", valueName: "écran"))
  var ecran: String?

  @Option(
    help: ArgumentHelp("Jour à prendre pour aujourd’hui : 2026-12-01.", valueName: "jour"))
  var date: String?

  @Option(help: ArgumentHelp("Couleurs : sombre, clair, contraste ou mono.", valueName: "nom"))
  var theme: String?

  @Flag(help: "Dessine les signes et les traits en ASCII.")
  var ascii = false
}

extension ViewOptions {
  func screen() throws(Failure) -> Screen {
    guard let ecran else { return .cercle }
    guard let screen = Screen(name: ecran) else {
      throw Failure(Sentences.unknown(ecran, option: "--ecran", known: Screen.allCases.map(\.name)))
    }
    return screen
  }

  func day() throws(Failure) -> Day? {
    try date.map { (text) throws(Failure) in try Day(typed: text, option: "--date") }
  }

  /// The theme asked for; else none where the person wants no colours (no-color.org).
  func chosenTheme() throws(Failure) -> Theme {
    guard let theme else {
      return getenv("NO_COLOR").map { $0.pointee != 0 } == true ? .mono : .sombre
    }
    guard let chosen = Theme(rawValue: theme) else {
      throw Failure(
        Sentences.unknown(theme, option: "--theme", known: Theme.allCases.map(\.rawValue)))
    }
    return chosen
  }

  var isASCII: Bool { ascii || !NcursesTerminal.hasUTF8Locale }
}
