import ArgumentParser
import DPES
import Glibc

@main
enum Main {
  static func main() {
    // A pipe that nobody reads and a file that may not grow are answers of the system, not the end
    // of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do throws(Failure) {
      exit(try Palier.perform(Array(CommandLine.arguments.dropFirst())))
    } catch {
      Output.tell(error.sentence)
      exit(error.status)
    }
  }
}

/// The command `palier`: a file per subcommand.
struct Palier: ParsableCommand {
  /// Of the program, the only place that says it; a release is tagged with it.
  static let version = "0.2.0"

  static let configuration = CommandConfiguration(
    commandName: "palier",
    abstract: "Accompagne une démarche de progrès en économie solidaire (DPES).",
    discussion: """
      « palier FICHIER » ouvre une démarche en plein écran, « palier » seul montre les fichiers \
      récents. Les autres commandes se passent de terminal. Le guide est dans share/doc/palier, là \
      où Palier est installé : /usr/share/doc/palier avec le paquet.
      """,
    version: "\(version), format dpes \(Demarche.currentVersion)",
    subcommands: [
      Ouvrir.self, Exemple.self, Nouveau.self, Ecran.self, Renseigner.self, Verifier.self,
      AFaireCommand.self, Comparer.self, Exporter.self, Rapport.self, Importer.self,
      Anonymiser.self, Transmettre.self, TerritoireCommand.self,
      Fusionner.self, Versions.self, Referentiels.self, Cycles.self,
      AideCommand.self,
    ],
    defaultSubcommand: Ouvrir.self)

  /// Performs a command line, and returns the status that the process ends with.
  static func perform(_ arguments: [String]) throws(Failure) -> Int32 {
    if let sentence = unknownCommand(arguments) { throw Failure(sentence) }
    do {
      var command = try parsed(arguments)
      try command.run()
      return ExitStatus.done
    } catch let failure as Failure {
      throw failure
    } catch {
      return try answer(error)
    }
  }

  /// The command that a line of words asks for.
  ///
  /// The parser makes a tree of every command below the one it begins with, a third of a start: the
  /// command that is named, or « ouvrir » for a file, is asked alone. What it can't read is read again by
  /// the whole program, which has the words for it.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let commands = configuration.subcommands
    let named = commands.first { $0.configuration.commandName == arguments.first }
    let isFile = arguments.first.map { !$0.hasPrefix("-") && $0 != "help" } ?? false
    guard let chosen = named ?? (isFile ? configuration.defaultSubcommand : nil) else {
      return try parseAsRoot(arguments)
    }
    let rest = named == nil ? arguments : Array(arguments.dropFirst())
    // Asked for help, the parser answers with a command of its own.
    if let command = try? chosen.parseAsRoot(rest), type(of: command) == chosen { return command }
    return try parseAsRoot(arguments)
  }

  /// What to say of a word that is to be a command and is none: after « help » any, else one that looks
  /// like a command and is no file; nil for others.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    let isHelp = arguments.first == "help"
    guard let word = isHelp ? arguments.dropFirst().first : arguments.first,
      !word.isEmpty, !word.hasPrefix("-"), word != "help",
      isHelp
        || word.count < 20 && word.allSatisfy({ $0.isLetter || $0 == "-" })
          && access(word, F_OK) != 0
    else { return nil }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word) else { return nil }
    let near = names.map { (name: $0, steps: $0.steps(to: word.folded)) }.min {
      $0.steps < $1.steps
    }
    return Sentences.unknownCommand(
      word, near: near.flatMap { $0.steps <= 2 ? $0.name : nil }, isFile: !isHelp)
  }

  /// What the argument parser has to say: help, the version, or what is wrong with the words typed.
  private static func answer(_ error: any Error) throws(Failure) -> Int32 {
    let text = FrenchHelp.translated(fullMessage(for: error))
    switch exitCode(for: error) {
    case .success:
      try Output.write(text + "\n")
      return ExitStatus.done
    case .validationFailure:
      throw Failure(text)
    case let code:
      return code.rawValue
    }
  }
}

/// Of the command line; the method has arguments too.
typealias Argument = ArgumentParser.Argument
