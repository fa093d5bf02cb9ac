import DPES
import JSONTree

/// Any bytes as a file: read or refused with a place, and what is read is written again as it says.
enum Reading {
  static func look(at bytes: [UInt8]) -> Bool {
    let tree: JSONValue
    do throws(JSONError) {
      tree = try JSONValue.parse(bytes)
    } catch {
      Violation.unless(
        (0...bytes.count).contains(error.position.offset), "a place outside the file")
      return true
    }
    readReferentiel(tree)
    do throws(FormatError) {
      check(try Demarche(file: tree), read: tree, from: bytes)
    } catch {
      Violation.unless(error.pointer.position(in: bytes) != nil, "a refusal without a place")
    }
    return true
  }

  private static func check(_ demarche: Demarche, read tree: JSONValue, from bytes: [UInt8]) {
    let constats = demarche.constats(inFile: tree)
    _ = JSONPointer.positions(of: constats.map(\.pointeur), in: bytes)
    demarche.isReadAgain()
  }

  private static func readReferentiel(_ tree: JSONValue) {
    // A refusal is as good as a reading.
    do throws(FormatError) { _ = try Referentiel(file: tree) } catch { return }
  }
}

extension Demarche {
  /// What is written can be opened again, and says the same.
  func isReadAgain() {
    do {
      let again = try Demarche(file: JSONValue.parse(JSONValue.write(json)))
      Violation.unless(again == self, "written and read again, it is another démarche")
    } catch {
      Violation.report("written, it can't be read: \(error)")
    }
  }
}
