import JSONTree
import Testing

@testable import DPES

/// A tree without the quotes that JSON asks of keys and words: `{a: b, n: 1, l: [x, y]}`.
func tree(_ text: String) throws -> JSONValue {
  let quoted = text.replacing(/"[^"]*"|[\p{L}_][\p{L}0-9_-]*/) { match in
    let word = match.output
    let isBare = ["true", "false", "null"].contains(word) || word.hasPrefix("\"")
    return isBare ? String(word) : "\"\(word)\""
  }
  return try JSONValue.parse(Array(quoted.utf8))
}

/// Three versions, what they make, and the conflicts: `/place ours|theirs`, the side being kept.
struct MergeCase: Sendable, CustomTestStringConvertible {
  let base: String
  let ours: String
  let theirs: String
  let merged: String
  var conflicts: [String] = []

  init(
    _ base: String, _ ours: String, _ theirs: String, _ merged: String, _ conflicts: String...
  ) {
    (self.base, self.ours, self.theirs, self.merged) = (base, ours, theirs, merged)
    self.conflicts = conflicts
  }

  var testDescription: String { "\(base) → \(ours) + \(theirs)" }

  func check() throws {
    let merge = Merge(base: try tree(base), ours: try tree(ours), theirs: try tree(theirs))
    #expect(merge.merged == (try tree(merged)))
    #expect(merge.conflicts.map { "\($0.pointer) \($0.kept)" } == conflicts)
  }
}

@Suite struct MergeTests {
  @Test(arguments: [
    MergeCase("{a: 1, b: 1}", "{a: 2, b: 1}", "{a: 1, b: 2}", "{a: 2, b: 2}"),
    MergeCase("{a: 1}", "{a: 1, n: x}", "{a: 1, m: y}", "{a: 1, m: y, n: x}"),
    MergeCase("{a: 1, b: 1}", "{b: 1}", "{a: 1, b: 2}", "{b: 2}"),
    MergeCase("{a: 1}", "{a: 2}", "{a: 2}", "{a: 2}"),
    MergeCase("{a: 1}", "{a: 2}", "{a: 3}", "{a: 2}", "/a ours"),
    MergeCase("{a: 1}", "{}", "{a: 3}", "{}", "/a ours"),
    MergeCase("{a: 1}", "{a: 3}", "{}", "{a: 3}", "/a ours"),
    MergeCase("{}", "{a: 1}", "{a: 2}", "{a: 1}", "/a ours"),
    MergeCase("{a: 31}", "{a: 31.0}", "{a: 31}", "{a: 31.0}"),
    // Unknown objects and parts, at any depth.
    MergeCase(
      "{x: {y: {a: 1}}}", "{x: {y: {a: 2}}}", "{x: {y: {a: 1, b: 1}}}",
      "{x: {y: {a: 2, b: 1}}}"),
    MergeCase("{x: {a: 1}}", "{}", "{x: {a: 2}}", "{x: {a: 2}}"),
    MergeCase("{x: {a: 1}}", "{x: 1}", "{x: {a: 2}}", "{x: 1}", "/x ours"),
    // A part is never gone, only blank: what is in it goes field by field.
    MergeCase(
      "{pilotage: {a: 1, b: 1}}", "{}", "{pilotage: {a: 1, b: 1, c: 1}}",
      "{pilotage: {c: 1}}"),
    MergeCase("{pilotage: {a: 1}}", "{}", "{pilotage: {a: 2}}", "{}", "/pilotage/a ours"),
    // What means nothing in halves is one value.
    MergeCase(
      "{place: {angle: 1, rayon: 1}}", "{place: {angle: 2, rayon: 1}}",
      "{place: {angle: 1, rayon: 2}}", "{place: {angle: 2, rayon: 1}}", "/place ours"),
    MergeCase(
      "{mainsLevees: {vert: 1}}", "{mainsLevees: {vert: 2}}",
      "{mainsLevees: {vert: 1, rouge: 1}}", "{mainsLevees: {vert: 2}}", "/mainsLevees ours"),
  ])
  func `objects merge field by field`(_ example: MergeCase) throws { try example.check() }

  @Test(arguments: [
    MergeCase(
      "{m12: {statut: partiel}}", "{m12: {statut: partiel}, m18: {statut: atteint}}",
      "{m12: {statut: partiel, valeur: 3}}",
      "{m12: {statut: partiel, valeur: 3}, m18: {statut: atteint}}"),
    MergeCase(
      "{}", "{m12: {statut: atteint}}", "{m18: {statut: partiel}}",
      "{m12: {statut: atteint}, m18: {statut: partiel}}"),
    // A cell emptied here and changed there stays.
    MergeCase(
      "{m12: {statut: partiel, commentaire: c}}", "{}",
      "{m12: {statut: atteint, commentaire: c}}", "{m12: {statut: atteint, commentaire: c}}"),
    MergeCase(
      "{m12: {statut: partiel}}", "{m12: {statut: atteint}}", "{m12: {statut: non-atteint}}",
      "{m12: {statut: atteint}}", "/realises/m12/statut ours"),
    MergeCase(
      "{m12: {statut: partiel}}", "{}", "{m12: {statut: partiel}, m18: {statut: atteint}}",
      "{m18: {statut: atteint}}"),
    MergeCase(
      "{}", "{m12: {statut: atteint}}", "{m12: {statut: atteint, valeur: 2}}",
      "{m12: {statut: atteint, valeur: 2}}"),
    MergeCase(
      "{m12: {corrections: [{date: d1}]}}",
      "{m12: {corrections: [{date: d1}, {statut: a, date: d3}]}}",
      "{m12: {corrections: [{date: d1}, {statut: b, date: d2}]}}",
      "{m12: {corrections: [{date: d1}, {statut: b, date: d2}, {statut: a, date: d3}]}}"),
  ])
  func `réalisés merge period by period`(_ example: MergeCase) throws {
    try example.under("realises").check()
  }

  @Test(arguments: [
    MergeCase("[]", "[{id: b}]", "[{id: a}]", "[{id: a}, {id: b}]"),
    MergeCase(
      "[{id: m}]", "[{id: m}, {id: z}]", "[{id: a}, {id: m}]",
      "[{id: a}, {id: m}, {id: z}]"),
    // One side's additions stay in its order, among the other's.
    MergeCase("[]", "[{id: z}, {id: a}]", "[{id: m}]", "[{id: m}, {id: z}, {id: a}]"),
    MergeCase(
      "[{id: a, n: 1}, {id: b}]", "[{id: b}]", "[{id: a, n: 1}, {id: b}, {id: c}]",
      "[{id: b}, {id: c}]"),
    // Deleted here, changed there: it stays, where it was.
    MergeCase(
      "[{id: a, n: 1}, {id: b}]", "[{id: b}]", "[{id: a, n: 2}, {id: b}]",
      "[{id: a, n: 2}, {id: b}]"),
    MergeCase("[{id: a, n: 1}]", "[]", "[{id: a, n: 2}]", "[{id: a, n: 2}]"),
    MergeCase(
      "[{id: a, n: 1}]", "[{id: a, n: 2}]", "[{id: a, n: 1, m: 1}]",
      "[{id: a, n: 2, m: 1}]"),
    MergeCase(
      "[{id: a, n: 1}]", "[{id: b}, {id: a, n: 2}]", "[{id: a, n: 3}]",
      "[{id: b}, {id: a, n: 2}]", "/participants/1/n ours"),
    MergeCase("[]", "[{id: a, n: 1}]", "[{id: a, n: 1, m: 1}]", "[{id: a, n: 1, m: 1}]"),
    // Moved here, changed there.
    MergeCase(
      "[{id: a}, {id: b}, {id: c}]", "[{id: c}, {id: a}, {id: b}]",
      "[{id: a}, {id: b, n: 1}, {id: c}, {id: d}]",
      "[{id: c}, {id: d}, {id: a}, {id: b, n: 1}]"),
    // An id that comes twice is no reason to lose an element.
    MergeCase(
      "[{id: a, n: 1}, {id: a, n: 2}]", "[{id: a, n: 1}, {id: a, n: 3}]",
      "[{id: a, n: 0}, {id: a, n: 2}]", "[{id: a, n: 0}, {id: a, n: 3}]"),
  ])
  func `lists merge element by element`(_ example: MergeCase) throws {
    try example.under("participants").check()
    var unknown = example.under("inconnus")
    if example.base.contains("{id: a, n: 1}, {id: a") {
      // Ids say nothing there.
      unknown = MergeCase(
        "{x: \(example.base)}", "{x: \(example.ours)}", "{x: \(example.theirs)}",
        "{x: \(example.ours)}", "/x ours")
    }
    unknown.conflicts = unknown.conflicts.map { $0.replacing("participants", with: "inconnus") }
    try unknown.check()
  }

  @Test(arguments: [
    // Texts and ids are known by themselves.
    ("elements", MergeCase("[a, b, c]", "[b, c, d]", "[a, b, e]", "[b, d, e]")),
    ("elements", MergeCase("[a]", "[a1]", "[a2]", "[a1, a2]")),
    ("elements", MergeCase("[a]", "[]", "[a, a]", "[a]")),
    ("presents", MergeCase("[p1]", "[p1, p3]", "[p1, p2]", "[p1, p2, p3]")),
    ("observations", MergeCase("[o1, o2]", "[o2]", "[o1, o2, o3]", "[o2, o3]")),
    ("points", MergeCase("[]", "[\"a:1\"]", "[\"a:1\", \"b:1\"]", "[\"a:1\", \"b:1\"]")),
    // Other keys than ids.
    (
      "reponses",
      MergeCase(
        "[{point: a1, existante: oui}]",
        "[{point: a1, existante: non}]", "[{point: a1, existante: oui, n: 1}, {point: a0}]",
        "[{point: a1, existante: non, n: 1}, {point: a0}]")
    ),
    ("periodesCloses", MergeCase("[]", "[{mois: 12}]", "[{mois: 6}]", "[{mois: 6}, {mois: 12}]")),
    (
      "resultats",
      MergeCase(
        "[{option: a, points: 1}]", "[{option: a, points: 2}]",
        "[{option: a, points: 1}, {option: b, points: 1}]",
        "[{option: a, points: 2}, {option: b, points: 1}]")
    ),
    (
      "parCollege",
      MergeCase(
        "[{college: usagers, votants: 1}]",
        "[{college: usagers, votants: 1, resultats: [{option: a, points: 1}]}]",
        "[{college: usagers, votants: 2}]",
        "[{college: usagers, votants: 2, resultats: [{option: a, points: 1}]}]")
    ),
    // Lines stand in the order of time.
    (
      "historique",
      MergeCase(
        "[{quand: t1}]", "[{quand: t1}, {quand: t2}, {quand: t5}]",
        "[{quand: t1}, {quand: t3}, {quand: t4}]",
        "[{quand: t1}, {quand: t2}, {quand: t3}, {quand: t4}, {quand: t5}]")
    ),
    (
      "historique",
      MergeCase(
        "[]", "[{quand: t1, quoi: b}]",
        "[{quand: t1, quoi: a}, {quand: t1, quoi: b}]",
        "[{quand: t1, quoi: a}, {quand: t1, quoi: b}]")
    ),
    // Lists that nothing is known of.
    ("inconnus", MergeCase("[1]", "[1, 2]", "[1, 3]", "[1, 2]", "/inconnus ours")),
    ("inconnus", MergeCase("[{n: 1}]", "[{n: 2}]", "[{n: 3}]", "[{n: 2}]", "/inconnus ours")),
  ])
  func `each list has its keys`(name: String, _ example: MergeCase) throws {
    try example.under(name).check()
  }

  @Test(arguments: [
    (
      "ambition",
      MergeCase(
        "{}", "{etat: neant}", "{etat: renseigne, elements: [a]}",
        "{etat: renseigne, elements: [a]}")
    ),
    (
      "ambition",
      MergeCase(
        "{etat: renseigne, elements: [a]}", "{etat: neant}",
        "{etat: renseigne, elements: [a, b]}", "{etat: renseigne, elements: [b]}")
    ),
    (
      "ambition",
      MergeCase(
        "{etat: neant}", "{}", "{etat: renseigne}", "{}",
        "/profilStrategique/ambition/etat ours")
    ),
  ])
  func `a box that holds something says so`(name: String, _ example: MergeCase) throws {
    try example.under(name).under("profilStrategique").check()
  }
}

extension MergeCase {
  /// The same under a key.
  func under(_ key: String) -> MergeCase {
    func tree(_ text: String) -> String {
      text == "[]" || text == "{}" ? "{z: {}}" : "{\(key): \(text), z: {}}"
    }
    var result = MergeCase(tree(base), tree(ours), tree(theirs), tree(merged))
    result.conflicts = conflicts
    return result
  }
}
