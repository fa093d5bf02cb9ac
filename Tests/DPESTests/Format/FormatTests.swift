import DPES
import Foundation
import JSONTree
import Testing

/// The shipped example, as bytes.
func exampleBytes() throws -> [UInt8] {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Data/exemples/residence-du-halage.dpes.json")
  return [UInt8](try Data(contentsOf: file))
}

/// The shipped example, as a démarche.
func exampleDemarche() throws -> Demarche {
  try Demarche(file: JSONValue.parse(exampleBytes()))
}

private func demarche(_ text: String) throws -> Demarche {
  try Demarche(file: JSONValue.parse(Array(text.utf8)))
}

private func text(_ demarche: Demarche) -> String {
  String(decoding: JSONValue.write(demarche.json), as: UTF8.self)
}

@Suite struct FormatTests {
  @Test func `the example is read and written again byte for byte`() throws {
    let bytes = try exampleBytes()
    let demarche = try Demarche(file: JSONValue.parse(bytes))
    #expect(
      String(decoding: JSONValue.write(demarche.json), as: UTF8.self)
        == String(decoding: bytes, as: UTF8.self))
  }

  @Test func `unknown members stay at every level, after the known ones, in their order`() throws {
    let source = """
      {
        "format": "dpes",
        "version": 1,
        "id": "a1",
        "structure": {
          "raisonSociale": "X",
          "zeta": 1,
          "alpha": [
            true
          ]
        },
        "cercles": [
          {
            "id": "c1",
            "date": "2026-03-12",
            "observations": [
              {
                "id": "o1",
                "texte": "T",
                "humeur": {
                  "b": 1.50,
                  "a": null
                }
              }
            ],
            "lieu": "salle"
          }
        ],
        "schema": {
          "paliers": [
            {
              "id": "p1",
              "axe": "utilite",
              "intitule": "P",
              "indicateurs": [
                {
                  "id": "i1",
                  "intitule": "I",
                  "realises": {
                    "6": {
                      "statut": "atteint",
                      "vu": "oui"
                    },
                    "bientot": {}
                  }
                }
              ]
            }
          ]
        },
        "inconnu": {}
      }

      """
    #expect(text(try demarche(source)) == source)
  }

  @Test(
    arguments: [
      #""rang": 1.0"#, #""rang": 1e0"#, #""echeanceMois": null"#, #""observations": []"#,
      #""atteintLe": """#,
    ])
  func `a value spelt unusually keeps its spelling until it changes`(member: String) throws {
    let source = """
      {"format": "dpes", "version": 1, "id": "a1", "structure": {"raisonSociale": "X"},
       "schema": {"paliers": [{"id": "p1", "axe": "utilite", "intitule": "P", \(member)}]}}
      """
    var read = try demarche(source)
    #expect(text(read).contains(member == #""atteintLe": """# ? #""atteintLe": """# : member))
    read.schema.paliers[0].rang = 2
    read.schema.paliers[0].echeanceMois = 9
    read.schema.paliers[0].observations = ["o1"]
    read.schema.paliers[0].atteintLe = Day(iso: "2026-01-01")
    let written = text(read)
    #expect(!written.contains(member))
    #expect(written.contains(#""rang": 2"#) && written.contains(#""echeanceMois": 9"#))
  }

  @Test func `numbers keep their spelling`() throws {
    let source = """
      {"format": "dpes", "version": 1, "id": "a1", "structure": {"raisonSociale": "X",
       "etp": {"permanents": 12.50, "insertion": 3e1}}}
      """
    let written = text(try demarche(source))
    #expect(written.contains(#""permanents": 12.50"#) && written.contains(#""insertion": 3e1"#))
  }

  @Test(
    arguments: [
      (#"{}"#, "", FormatError.Cause.notADemarche),
      (#"[]"#, "", .notADemarche),
      (#"{"format": "autre"}"#, "", .notADemarche),
      (
        #"{"format": "dpes", "version": 1, "structure": {"raisonSociale": "X"}}"#, "",
        .missingKey("id")
      ),
      (
        #"{"format": "dpes", "version": 1, "id": "a", "structure": {}}"#, "/structure",
        .missingKey("raisonSociale")
      ),
      (
        #"{"format": "dpes", "version": "1", "id": "a", "structure": {"raisonSociale": "X"}}"#,
        "/version", .wrongType(expected: .integer)
      ),
      (
        #"{"format": "dpes", "version": 1, "id": "a", "structure": {"raisonSociale": "X"}, "cercles": [{"id": "c", "date": "2026-02-30"}]}"#,
        "/cercles/0/date", .wrongType(expected: .day)
      ),
      (
        #"{"format": "dpes", "version": 1, "id": "a", "structure": {"raisonSociale": "X"}, "cercles": [{"id": "c", "date": "2026-02-28", "observations": [{"id": "o", "texte": "t", "statut": "bleu"}]}]}"#,
        "/cercles/0/observations/0/statut",
        .unknownValue("bleu", allowed: ["rouge", "orange", "vert"])
      ),
    ])
  func `what is not a démarche says where and why`(
    source: String, pointer: String, cause: FormatError.Cause
  ) throws {
    let tree = try JSONValue.parse(Array(source.utf8))
    let error = #expect(throws: FormatError.self) { try Demarche(file: tree) }
    #expect(error?.cause == cause)
    #expect(error?.pointer.description == pointer)
  }

  @Test func `a new démarche holds only what is required`() throws {
    var ids = IDGenerator(seed: 1)
    let start = try #require(Day(iso: "2026-11-21"))
    let new = Demarche(id: ids.next(), raisonSociale: "Les Jardins", debut: start)
    #expect(
      text(new) == """
        {
          "format": "dpes",
          "version": 1,
          "id": "\(new.id)",
          "structure": {
            "raisonSociale": "Les Jardins"
          },
          "schema": {
            "debut": "2026-11-21"
          }
        }

        """)
  }
}
