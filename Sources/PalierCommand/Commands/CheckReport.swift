import DPES
import JSONTree

/// What there is to say of one file.
struct CheckReport {
  private let path: String
  /// The gravest first, then in the order of the file.
  private let constats: [(constat: Constat, position: TextPosition?)]
  /// Why the file can't be read: then there are no constats.
  private let failure: ReadError?

  init(_ path: String, le jour: Day) {
    self.path = path
    do throws(ReadError) {
      let (file, tree, bytes) = try DemarcheFile.readWhole(path)
      constats = Self.placed(
        file.demarche.constats(
          inFile: tree, le: jour,
          cycles: file.demarche.cycles.isEmpty ? nil : Bookshelf<Cycle>().volumes.map(\.book)),
        in: bytes)
      failure = nil
    } catch {
      constats = []
      failure = error
    }
  }

  func status(isStrict: Bool) -> Int32 {
    if failure != nil { return ExitStatus.unusable }
    let gravest = constats.map(\.constat.gravite).min() ?? .remarque
    let isProblem = gravest <= (isStrict ? .avertissement : .erreur)
    return isProblem ? ExitStatus.problems : ExitStatus.done
  }

  private static func placed(
    _ found: [Constat], in bytes: [UInt8]
  ) -> [(Constat, TextPosition?)] {
    let positions = JSONPointer.positions(of: found.lazy.map(\.pointeur), in: bytes)
    return found.map { ($0, positions[$0.pointeur]) }
      .ordered { $0.1?.offset ?? .max }.ordered { $0.0.gravite }
  }

  // For people.

  /// The file's name, its constats one below the other, and how many there are.
  var text: String {
    if let failure { return DemarcheFile.sentence(failure, of: path) + "\n" }
    let places = constats.map { $0.position.map(Sentences.shortPlace) ?? "" }
    let width = places.map(\.count).max() ?? 0
    var lines = [Sentences.shown(path)]
    for (found, place) in zip(constats, places) {
      lines += Sentences.lines(found.constat, at: place.padded(to: width))
    }
    lines.append(Sentences.count(constats.map(\.constat)))
    return lines.map { $0 + "\n" }.joined()
  }

  // For programs: `docs/format.md` describes it.

  /// An object for each constat, or one that says why the file can't be read.
  var json: [JSONValue] {
    guard let failure else {
      return constats.map { entry(for: $0.constat, at: $0.position) }
    }
    var object = start("lecture", .erreur)
    if case .format(let error, _) = failure { object["pointeur"] = text(error.pointer.description) }
    place(failure.position, in: &object)
    object["phrase"] = text(DemarcheFile.sentence(failure, of: path))
    return [.object(object)]
  }

  private func entry(for constat: Constat, at position: TextPosition?) -> JSONValue {
    var object = start(constat.regle.rawValue, constat.gravite)
    object["pointeur"] = text(constat.pointeur.description)
    object["lieu"] = text(constat.lieu)
    place(position, in: &object)
    object["phrase"] = text(constat.phrase)
    object["conseil"] = text(constat.conseil)
    return .object(object)
  }

  private func start(_ regle: String, _ gravite: Constat.Gravite) -> JSONObject {
    ["fichier": text(path), "regle": text(regle), "gravite": text(gravite.rawValue)]
  }

  private func place(_ position: TextPosition?, in object: inout JSONObject) {
    guard let position else { return }
    object["ligne"] = .number(JSONNumber(position.line))
    object["colonne"] = .number(JSONNumber(position.column))
  }

  private func text(_ text: String) -> JSONValue { .string(Sentences.shown(text)) }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
