import ArgumentParser
import DPES

// The conflict copies beside a file.
extension Fusionner {
  /// A copy that can be merged.
  private struct Readable {
    let name: String
    let demarche: Demarche
  }

  func mergeCopies() throws {
    guard fichiers.count == 1, vers == nil else { throw Failure(Sentences.copiesTakeOneFile) }
    let path = fichiers[0]
    let desk = Desk(clock: .system())
    let file = try DemarcheFile.openWritable(path)
    let names = try desk.copyNames(beside: path, of: file.demarche.id)
    let readable = names.compactMap { read($0, beside: path, of: file.demarche, desk) }
    guard !readable.isEmpty else {
      if names.isEmpty { return try Output.write(Sentences.noCopies(of: path) + "\n") }
      throw ExitCode(ExitStatus.unusable)
    }
    desk.keep(file)
    let fusion = try merge(readable, into: path, desk)
    try desk.retire(readable.map(\.name), of: path)
    try Output.write(
      readable.map { Sentences.mergedCopy($0.name) + "\n" }.joined()
        + fusion.report(in: path))
    let isComplete = readable.count == names.count
    if !isComplete { throw ExitCode(ExitStatus.unusable) }
    if !fusion.toSee.isEmpty { throw ExitCode(ExitStatus.problems) }
  }

  /// Reads a copy, or says why it stays where it is.
  private func read(
    _ name: String, beside path: String, of demarche: Demarche, _ desk: Desk
  ) -> Readable? {
    do throws(ReadError) {
      let copy = try DemarcheFile.read(desk.place(of: name, beside: path)).demarche
      if copy.isNewer {
        Output.tell(Sentences.newerCopy(name, copy.version))
      } else if copy.id != demarche.id {
        Output.tell(Sentences.otherDemarche(name, than: path))
      } else {
        return Readable(name: name, demarche: copy)
      }
    } catch {
      Output.tell(Sentences.sentence(error, in: name))
    }
    return nil
  }

  /// Merges copies into their file, one after the other, safe on the disk when this returns.
  private func merge(
    _ copies: [Readable], into path: String, _ desk: Desk
  ) throws(Failure) -> Fusion {
    var fusion = Fusion(Demarche())
    try DemarcheFile.change(path, at: desk.clock) { (demarche) throws(Failure) in
      fusion = Fusion(demarche)
      let signature = desk.signature(in: demarche)
      for copy in copies {
        let base = desk.ancestor(of: demarche, and: copy.demarche, in: path)
        try fusion.add(copy.demarche, since: base, copy: copy.name, signature)
      }
      guard fusion.merged != demarche else { return false }
      demarche = fusion.merged
      return true
    }
    return fusion
  }
}
