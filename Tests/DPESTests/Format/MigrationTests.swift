import DPES
import JSONTree
import Testing

/// A version that never was: one list of observations under another name, and no structure.
private let versionZero = """
  {"format": "dpes", "version": 0, "id": "d", "nom": "X", "gardé": [1.50, null],
   "images": [{"id": "c", "date": "2026-03-12", "notes": [{"id": "o", "texte": "Un", "humeur": 1e3}]}]}
  """

/// Renames what version 1 named otherwise, and keeps the rest where it was.
private let fromZero = Migrations([
  0: { file in
    JSONObject(
      unique: file.members.map { member in
        switch member.key {
        case "nom": .init(key: "structure", value: .object(["raisonSociale": member.value]))
        case "images": .init(key: "cercles", value: renamingNotes(in: member.value))
        default: member
        }
      })
  }
])

private func renamingNotes(in images: JSONValue) -> JSONValue {
  guard case .array(let elements) = images else { return images }
  return .array(
    elements.map { image in
      guard case .object(let object) = image else { return image }
      return .object(
        JSONObject(
          unique: object.members.map {
            .init(key: $0.key == "notes" ? "observations" : $0.key, value: $0.value)
          }))
    })
}

private func parsed(_ text: String) throws -> JSONValue { try JSONValue.parse(Array(text.utf8)) }

@Suite struct MigrationTests {
  @Test func `an older file is read as today's, with all that nobody knows`() throws {
    let demarche = try Demarche(file: parsed(versionZero), fromZero)
    #expect(demarche.version == Demarche.currentVersion)
    #expect(demarche.structure.raisonSociale == "X")
    #expect(demarche.cercles[0].observations[0].texte == "Un")
    #expect(
      try demarche.json
        == parsed(
          """
          {"format": "dpes", "version": 1, "id": "d", "structure": {"raisonSociale": "X"},
           "cercles": [{"id": "c", "date": "2026-03-12",
             "observations": [{"id": "o", "texte": "Un", "humeur": 1e3}]}],
           "gardé": [1.50, null]}
          """))
    // What is written is of today's version, and needs no migration any more.
    #expect(try Demarche(file: demarche.json) == demarche)
  }

  @Test func `only the checks say that the file is older`() throws {
    let found = try Demarche(file: parsed(versionZero), fromZero)
      .constats(inFile: parsed(versionZero))
    #expect(found.map(\.regle) == [.cleInconnue, .cleInconnue, .versionAncienne])
    #expect(found.last?.pointeur.description == "/version")
    #expect(found.last?.phrase.contains("version 0") == true)
    let migrated = try Demarche(file: parsed(versionZero), fromZero)
    #expect(migrated.constats([.versionAncienne]) == [])
  }

  @Test func `steps are taken one after the other, each once`() throws {
    let mark: Migrations.Step = { file in
      var file = file
      let before = file["pas"] ?? .array([])
      guard case .array(let steps) = before, let version = file["version"] else { return file }
      file["pas"] = .array(steps + [version])
      return file
    }
    let migrations = Migrations([-2: mark, -1: mark, 0: mark, 1: mark])
    let old = versionZero.replacing("\"version\": 0", with: "\"version\": -2")
      .replacing("\"nom\": \"X\"", with: "\"structure\": {\"raisonSociale\": \"X\"}")
    let demarche = try Demarche(file: parsed(old), migrations)
    #expect(
      demarche.others.unknown.first { $0.key == "pas" }?.value
        == .array([-2, -1, 0].map { .number(JSONNumber($0)) }))
  }

  @Test(arguments: [0, -1, Int.min])
  func `a version without a way to today's is refused, where it stands`(version: Int) throws {
    let old = versionZero.replacing("\"version\": 0", with: "\"version\": \(version)")
    let error = #expect(throws: FormatError.self) { try Demarche(file: parsed(old)) }
    #expect(error?.cause == .unknownVersion(version))
    #expect(error?.pointer.description == "/version")
  }

  @Test func `today's files and newer ones are left as they are`() throws {
    let never = Migrations([1: { _ in [:] }, 2: { _ in [:] }])
    for version in [1, 2, Int.max] {
      let file = checkedFile.replacing("\"version\": 1", with: "\"version\": \(version)")
      #expect(try Demarche(file: parsed(file), never).version == version)
    }
  }
}
