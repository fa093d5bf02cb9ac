import ArgumentParser
import DPES
import JSONTree

struct Verifier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verifier",
    abstract: "Contrôle des fichiers : liens rompus, identifiants en double, clés vides…",
    discussion: """
      Rend 1 quand il y a une erreur, ou avec --strict un avertissement, et 2 quand un fichier \
      ne peut pas être lu.
      """)

  @Argument(help: ArgumentHelp("Les fichiers des démarches.", valueName: "fichier"))
  var fichiers: [String]

  @Flag(help: "Compte les avertissements comme des erreurs.")
  var strict = false

  @Flag(help: "Imprime les constats en JSON.")
  var json = false

  func run() throws {
    let reports = fichiers.map(Report.init)
    if json {
      let value = JSONValue.array(reports.flatMap(\.json))
      try Output.write(String(decoding: JSONValue.write(value), as: UTF8.self))
    } else {
      try Output.write(reports.map(\.text).joined())
    }
    let status = reports.map { $0.status(isStrict: strict) }.max() ?? ExitStatus.done
    if status != ExitStatus.done { throw ExitCode(status) }
  }
}

/// What there is to say of one file.
private struct Report {
  let path: String
  let constats: [Constat]
  /// Why the file can't be read: then there are no constats.
  let failure: ReadError?

  init(_ path: String) {
    self.path = path
    do throws(ReadError) {
      constats = Constat.all(in: try DemarcheFile.readWithTree(path).tree)
      failure = nil
    } catch {
      constats = []
      failure = error
    }
  }

  func status(isStrict: Bool) -> Int32 {
    if failure != nil { return ExitStatus.unusable }
    let gravest = constats.map(\.gravite).min() ?? .info
    let isProblem = gravest <= (isStrict ? .avertissement : .erreur)
    return isProblem ? ExitStatus.problems : ExitStatus.done
  }
}

extension Report {
  /// A line for each constat, then one that counts them.
  var text: String {
    if let failure { return Sentences.sentence(failure, in: path) + "\n" }
    let lines = constats.map(Sentences.line) + [Sentences.count(constats, in: path)]
    return lines.map { $0 + "\n" }.joined()
  }

  /// An object for each constat, with everything that is in a line.
  var json: [JSONValue] {
    if let failure {
      return [.object(object([("regle", "lecture"), ("gravite", "erreur")], failure))]
    }
    return constats.map { constat in
      .object(
        object([
          ("regle", constat.regle.rawValue), ("gravite", constat.gravite.rawValue),
          ("pointeur", constat.pointeur.description), ("lieu", constat.lieu),
          ("phrase", constat.phrase),
        ]))
    }
  }

  private func object(
    _ members: [(key: String, text: String)], _ failure: ReadError? = nil
  ) -> JSONObject {
    var object: JSONObject = ["fichier": .string(Sentences.shown(path))]
    for member in members { object[member.key] = .string(Sentences.shown(member.text)) }
    if let failure {
      if let position = failure.position {
        object["ligne"] = .number(JSONNumber(position.line))
        object["colonne"] = .number(JSONNumber(position.column))
      }
      object["phrase"] = .string(Sentences.sentence(failure, in: path))
    }
    return object
  }
}
