package import JSONTree

/// How files of older versions of the format become files of today's.
///
/// From each version, one step leads to the next: a pure function of the whole tree, in which only
/// `version` is changed for it. A step keeps what it does not know. Nothing is written: the first
/// save after an edit writes today's version.
package struct Migrations: Sendable {
  package typealias Step = @Sendable (JSONObject) -> JSONObject

  private let steps: [Int: Step]

  /// Takes the step that leads from each version to the next one.
  package init(_ steps: [Int: Step]) { self.steps = steps }

  /// Those of this program: version 1 is the first.
  package static let known = Migrations([:])

  /// The same content in today's version; as it is when that is its own, or a newer one.
  ///
  /// - Throws: ``FormatError`` when no steps lead from its version to today's.
  func upgraded(_ object: JSONObject) throws(FormatError) -> JSONObject {
    guard case .number(let number)? = object["version"], let met = number.int else {
      return object
    }
    var object = object
    var version = met
    while version < Demarche.currentVersion {
      guard let step = steps[version] else {
        throw FormatError(.unknownVersion(met), at: ["version"])
      }
      version += 1
      object = step(object)
      object["version"] = .number(JSONNumber(version))
    }
    return object
  }
}
