import DPESStore
import NcursesTerminal
import TerminalUI

/// What the program says of what went wrong: one French sentence for each error, made here and in
/// the extensions of this type.
///
/// A sentence says what, where, why, and what to do. Words that come from a file or from the
/// command line are shown between « », without anything that a terminal would obey.
enum Sentences {
  /// A name or a text that somebody else wrote, in at most `columns` columns.
  static func quoted(_ text: String, columns: Int = 80) -> String {
    "«\u{A0}\(shown(text, columns: columns))\u{A0}»"
  }

  /// What a terminal can show of a text that somebody else wrote.
  static func shown(_ text: String, columns: Int = .max) -> String {
    var shown = String.UnicodeScalarView()
    for glyph in TextWidth.glyphs(of: text, fitting: columns) {
      shown.append(contentsOf: glyph.glyph.scalars)
    }
    return String(shown)
  }

  /// `a, b ou c`.
  static func list(_ words: [String], _ last: String = "ou") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
  }

  // What became of a file.

  /// Why this machine can't remember whom it serves; what was entered is signed all the same.
  static func sentence(_ refusal: Settings.Refusal) -> String {
    switch refusal {
    case .file(let error):
      "Vos initiales ne sont pas retenues ici\u{A0}: \(sentence(error))"
    case .notSettings(let path):
      "Vos initiales ne sont pas retenues ici\u{A0}: \(quoted(path, columns: .max)) ne se lit pas. "
        + "Corrigez ce fichier, ou ôtez-le."
    case .nowhere:
      "Vos initiales ne sont pas retenues ici\u{A0}: ce compte n’a pas de dossier personnel."
    }
  }

  /// Why a file can't be read, opened or made, by the name that the person knows it by.
  static func sentence(_ error: StoreError, of name: String? = nil) -> String {
    let file = quoted(name ?? error.path, columns: .max)
    return switch error.operation {
    case .read: "Le fichier \(file) \(cannotBeRead(error))"
    case .save: "\(file) n’est pas enregistré\u{A0}: \(cannotBeWritten(error.cause))"
    case .create: "\(file) n’est pas créé\u{A0}: \(cannotBeWritten(error.cause))"
    }
  }

  /// Why a folder can't be looked into.
  static func closedFolder(_ cause: StoreError.Cause) -> String {
    switch cause {
    case .notFound: "Ce dossier n’est plus là\u{A0}: la clé est peut-être retirée. ⌫ remonte."
    case .permission, .otherOwner: "Vous n’avez pas le droit de lire ce dossier. ⌫ remonte."
    case .unreachable: "La machine où est ce dossier ne répond pas. ⌫ remonte."
    default: "Ce dossier ne se lit pas. ⌫ remonte."
    }
  }

  /// Why the démarche on the screen is not on disk, the reason first; the screen says how to go on
  /// in another file.
  static func notSaved(_ error: StoreError) -> String {
    let reason =
      switch error.cause {
      case .notFound where error.operation == .read:
        "le fichier a été supprimé ou déplacé. Ctrl-S le récrit."
      case .notFound: "son dossier n’existe plus."
      case .folderPermission: "vous n’avez pas le droit d’écrire dans son dossier."
      case .otherOwner: "il appartient à quelqu’un d’autre, ou il est protégé."
      case .readOnly: "le disque est en lecture seule."
      case .tooLarge: "\(cannotBeWritten(error.cause)) Quitter la met dans une copie à côté."
      default: cannotBeWritten(error.cause)
      }
    return "Pas enregistré\u{A0}: \(reason)"
  }

  /// After ``notSaved(_:)``, when nothing could be written anywhere and the person wants to leave.
  static let leavesAnyway = " q encore quitte, sans ces changements."

  /// The file changes again each time that it is put together with what is here.
  static let neverStill =
    "Pas enregistré\u{A0}: un autre programme modifie sans cesse le fichier, et rien n’est écrasé."

  static func cannotBeRead(_ error: StoreError) -> String {
    switch error.cause {
    case .notFound:
      "n’existe pas. Pour le créer\u{A0}: "
        + "palier nouveau \(shellQuoted(error.path)) --structure \"Nom de la structure\""
    case .permission, .otherOwner, .folderPermission:
      "ne peut pas être lu\u{A0}: vous n’en avez pas le droit. Demandez-le à qui l’a créé."
    case .unreachable: "ne peut pas être lu\u{A0}: \(notAnswering)"
    case .isFolder:
      "ne peut pas être lu\u{A0}: c’est un dossier. Nommez un fichier .dpes.json qu’il contient."
    case .isNotAFile:
      "ne peut pas être lu\u{A0}: ce n’est pas un fichier ordinaire. Nommez un fichier .dpes.json."
    case .tooLarge(let limit):
      "ne peut pas être lu\u{A0}: il dépasse \(limit >> 20)\u{A0}Mio, "
        + "plus qu’une démarche de dix mille observations. Vérifiez que c’est le bon fichier."
    case .exists, .readOnly, .noSpace, .changedElsewhere, .busy, .other:
      "ne peut pas être lu\u{A0}: \(systemFailure(error.cause))"
    }
  }

  static func cannotBeWritten(_ cause: StoreError.Cause) -> String {
    switch cause {
    case .notFound:
      "son dossier n’existe pas. Créez-le, ou nommez un autre dossier."
    case .exists:
      "ce nom est déjà pris, et rien n’est écrasé. Choisissez-en un autre."
    case .permission:
      "vous n’avez pas le droit d’écrire dans ce fichier. Demandez-le à qui l’a créé."
    case .folderPermission:
      "vous n’avez pas le droit d’écrire dans son dossier. Choisissez-en un autre."
    case .otherOwner:
      "il appartient à quelqu’un d’autre, ou il est protégé. Choisissez un autre dossier."
    case .readOnly:
      "le disque est en lecture seule. Choisissez un autre dossier."
    case .noSpace:
      "il n’y a plus de place sur le disque. Faites de la place, puis recommencez."
    case .isFolder:
      "un dossier porte ce nom."
    case .isNotAFile:
      "ce nom n’est pas celui d’un fichier ordinaire."
    case .changedElsewhere:
      "un autre programme l’a modifié entre-temps, et rien n’est écrasé."
    case .busy:
      "un autre Palier tient son dossier et ne répond pas. Reprenez-le, ou arrêtez-le."
    case .unreachable:
      notAnswering
    case .tooLarge(let limit):
      "la démarche dépasse \(limit >> 20)\u{A0}Mio, et ne se rouvrirait plus."
    case .other:
      systemFailure(cause)
    }
  }

  private static let notAnswering =
    "l’ordinateur qui garde ce fichier ne répond pas. Vérifiez le réseau, puis recommencez."

  private static func systemFailure(_ cause: StoreError.Cause) -> String {
    if case .other(let number) = cause { return "le système répond par l’erreur \(number)." }
    return "le système ne le permet pas."
  }

  static func outputFailure(errno number: Int32) -> String {
    "Le résultat ne peut pas être écrit\u{A0}: \(systemFailure(.other(errno: number)))"
  }

  /// The saving failed, and what was to be saved is elsewhere.
  static func rescued(_ sentence: String, in copy: String) -> String {
    "\(sentence) Une copie de la démarche est dans \(quoted(copy, columns: .max))."
  }

  static func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      "Palier s’ouvre dans un terminal, et l’entrée ou la sortie n’en est pas un. "
        + "Ligne par ligne\u{A0}: palier FICHIER --lineaire. Un écran seul\u{A0}: palier ecran FICHIER."
    case .unusable(let term):
      "Ce terminal\(term.map { " (TERM=\(shown($0, columns: 30)))" } ?? "") "
        + "ne peut rien montrer en plein écran. Ligne par ligne\u{A0}: palier FICHIER --lineaire."
    }
  }

  static let noFileByLines =
    "Le mode linéaire ouvre un fichier, et aucun n’est nommé. "
    + "Nommez-le\u{A0}: palier FICHIER --lineaire."

  static let noHome =
    "Il n’y a pas de dossier personnel (HOME) où garder l’exemple. "
    + "Choisissez l’endroit\u{A0}: palier exemple --vers FICHIER."

  static let noData =
    "Les données livrées avec Palier sont introuvables. "
    + "Réinstallez-le, ou nommez leur dossier dans la variable PALIER_DATA."

  static func newer(_ version: Int) -> String {
    "Ce fichier vient d’un Palier plus récent (version \(version) du format)\u{A0}: "
      + "il se lit, il ne se modifie pas. Mettez Palier à jour."
  }

  /// A path as a shell takes it, to be typed again.
  static func shellQuoted(_ path: String) -> String {
    let path = shown(path)
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "/._-".unicodeScalars.contains($0)
    }
    if isPlain, !path.isEmpty, !path.hasPrefix("-") { return path }
    return
      "'\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
