import DPES
import Documents

/// Any bytes as a table, of each kind: taken whole or refused, and what is taken is a démarche.
enum Tables {
  static func look(at bytes: [UInt8]) -> Bool {
    var choices = Choices(bytes)
    guard let kind = choices.one(of: Importation.Kind.allCases) else { return false }
    let table: Grid
    do throws(CSVFault) { table = try Grid(csv: Array(bytes.dropFirst())) } catch {
      return true
    }
    guard let taken = taken(table, kind, into: Sample.example) else { return true }
    taken.isReadAgain()
    _ = taken.constats()
    // What is there already is no news, or is refused: it does no harm either.
    _ = self.taken(table, kind, into: taken)
    return true
  }

  private static func taken(
    _ table: Grid, _ kind: Importation.Kind, into demarche: Demarche
  ) -> Demarche? {
    do throws(Headers.Fault) {
      let importation = try Importation(
        table, kind, into: demarche, Signature(quand: Sample.instant, jour: Sample.day),
        ids: IDGenerator(seed: 7), words: Sample.words, choices: ImportChoices(axe: .utilite))
      return importation.isRefused ? nil : importation.demarche
    } catch { return nil }
  }
}
