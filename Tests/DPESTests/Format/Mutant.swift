import JSONTree

@testable import DPES

/// The full sample with another value at one place.
struct Mutant {
  let name: String
  let pointer: JSONPointer
  let file: JSONValue

  /// Why the program refuses it.
  let refusal: FormatError?
  /// The program reads it, and tells that it is not as the format says.
  let isTold: Bool

  /// Refused by the program alone: what JSON Schema can't say, or can't say simply.
  var isBeyondSchema: Bool {
    // Days of the calendar inside an instant, and numbers beyond the machine's.
    name.hasSuffix("2026-02-30T10:00:00Z\"") || name.hasSuffix("1e30")
  }

  init(_ pointer: JSONPointer, _ value: JSONValue?, in sample: JSONValue) {
    let spelt = value.map { String(decoding: JSONValue.write($0), as: UTF8.self) } ?? "nothing"
    name = "\(pointer) = \(spelt.filter { $0 != "\n" })"
    self.pointer = pointer
    // The whole file can't be taken out.
    file =
      pointer.steps.isEmpty ? value ?? .null : sample.replacing(pointer.steps[...], with: value)
    do throws(FormatError) {
      isTold = try !Demarche(file: file).constats(Self.formal).isEmpty
      refusal = nil
    } catch {
      isTold = false
      refusal = error
    }
  }

  /// What tells that a value is not as the schema wants it.
  private static let formal: Set<Constat.Regle> = [
    .idVide, .valeurVide, .horsLimites, .siren, .sirenNul, .pointDeGrille, .periode,
    .versionRecente,
  ]

  static let sample: JSONValue = {
    var maker = SampleMaker(seed: 0, isFull: true)
    return maker.file()
  }()

  /// Every place of the sample with every kind of value, and with none.
  static let all: [Mutant] = {
    let texts = [
      "null", "true", "-7", "7.5", "1e30", "\"x\"", "\"\"", "\"2026-02-30\"",
      "\"2026-02-30T10:00:00Z\"", "[]", "{}", "[7]", "{\"012\": 7}", "{\"12\": []}",
    ]
    let values = texts.compactMap { try? JSONValue.parse(Array($0.utf8)) }
    return sample.pointers.flatMap { pointer in
      (values.map(Optional.some) + [nil]).map { Mutant(pointer, $0, in: sample) }
    }
  }()
}
