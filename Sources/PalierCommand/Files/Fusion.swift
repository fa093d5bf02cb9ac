import DPES
import JSONTree

/// A démarche into which other states of it are merged, one after the other.
struct Fusion {
  private(set) var merged: Demarche
  /// A line for each thing that a person should look at.
  private(set) var toSee: [String] = []

  init(_ demarche: Demarche) { merged = demarche }

  /// Merges another state of the démarche, from the last one that both had in common.
  ///
  /// Without one nothing counts as deleted: what one side alone has stays, and what both have
  /// differently is to be looked at. `copy` is the name of its file, for the historique.
  mutating func add(
    _ theirs: Demarche, since base: Demarche?, copy: String?, _ signature: Signature
  ) throws(Failure) {
    do throws(FormatError) {
      let before = merged
      let result = try Demarche.merge(base: base ?? Demarche(), ours: before, theirs: theirs)
      merged = result.merged
      let tree = merged.json
      toSee += zip(result.conflicts, merged.readings(of: result.conflicts)).map {
        Sentences.line($0, $1, at: $0.lieu(in: tree))
      }
      merged.tracer(result.conflicts, signature)
      if let copy, merged != before {
        merged.tracer("fusion", merged.id, avant: nil, apres: .texte(copy), signature)
      }
    } catch {
      throw Failure(Sentences.sentence(.format(error, nil), in: copy ?? theirs.id))
    }
  }

  /// What there is to see, then a line that counts it.
  func report(in path: String) -> String {
    (toSee + [Sentences.merged(in: path, toSee: toSee.count)]).map { $0 + "\n" }.joined()
  }
}
