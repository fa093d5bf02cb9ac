import DPES
import Foundation
import Glibc
import JSONTree
import Testing

/// Many `palier renseigner` at a time on one file.
@Suite struct CommandTogetherTests {
  @Test func `entries made at the same time are all in the file`() throws {
    let folder = try CommandFolder()
    let file = try folder.put(smallFile, in: "x.dpes.json")
    let periods = [12, 18, 24, 30, 36]
    for valeur in 1...5 {
      let processes = try ["i1", "i2"].flatMap { indicateur in
        try periods.map { periode in
          let value = indicateur == "i1" ? "\(valeur * 10 + periode / 6)" : "oui"
          return try spawn(
            [Programs.palier, "renseigner", file, "--indicateur", indicateur]
              + ["--periode", "\(periode)", "--realise", "atteint", "--valeur", value]
              + ["--commentaire", "\(valeur)"],
            environment: ["HOME": folder.path("home"), "LC_ALL": "C.UTF-8"]
          ) { posix_spawn_file_actions_addopen($0, 1, "/dev/null", O_WRONLY, 0) }
        }
      }
      for process in processes {
        var status: Int32 = 0
        waitpid(process, &status, 0)
        #expect(Ending(status: status) == .exit(0))
      }
      let demarche = try Demarche(file: JSONValue.parse(try folder.bytes("x.dpes.json")))
      for indicateur in demarche.schema.paliers[0].indicateurs {
        #expect(periods.allSatisfy { indicateur.realises[$0]?.commentaire == "\(valeur)" })
      }
    }
    #expect(try folder.names == ["x.dpes.json", "x.versions"])
  }
}
