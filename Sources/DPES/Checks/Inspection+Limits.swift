import JSONTree

// Numbers that mean nothing beyond a limit, wherever they stand.
extension Inspection {
  private struct Limits {
    let path: [String]
    let allowed: ClosedRange<Double>
    /// What the number should be.
    let words: String

    static func months(_ path: [String], from first: Int = 0) -> Limits {
      Limits(
        path: path, allowed: Double(first)...Double(Periode.dernierMois),
        words: "un nombre de mois entre \(first) et \(Periode.dernierMois)")
    }

    static func count(_ path: [String], from first: Int = 0) -> Limits {
      Limits(
        path: path, allowed: Double(first)...1e9, words: "un nombre entre \(first) et un milliard")
    }
  }

  private static let limits: [Limits] = {
    let observation = ["cercles", "*", "observations", "*"]
    let scrutin = ["cercles", "*", "scrutins", "*"]
    let exercice = ["structure", "exercices", "*"]
    return [
      .months(["schema", "dureeMois"], from: 1),
      .months(["schema", "intermediaireMois"]),
      .months(["schema", "paliers", "*", "echeanceMois"]),
      .months(["periodesCloses", "*", "mois"]),
      .months(["notes", "*", "periode"]),
      .count(["schema", "paliers", "*", "rang"], from: 1),
      .count(observation + ["numero"], from: 1),
      .count(observation + ["mainsLevees", "*"]),
      .count(scrutin + ["points"]), .count(scrutin + ["votants"]),
      .count(scrutin + ["resultats", "*", "points"]),
      .count(scrutin + ["parCollege", "*", "votants"]),
      .count(scrutin + ["parCollege", "*", "resultats", "*", "points"]),
      .count(["structure", "etp", "permanents"]), .count(["structure", "etp", "insertion"]),
      .count(exercice + ["heuresDonnees"]),
      Limits(
        path: ["grilles", "*", "reponses", "*", "echeanceAns"], allowed: 0...50,
        words: "un nombre d’années entre 0 et 50"),
      Limits(
        path: observation + ["place", "rayon"], allowed: 0...100,
        words: "un nombre entre 0, le centre, et 100, le bord"),
    ]
  }()

  mutating func inspectLimits() {
    let tree = tree
    for limits in Self.limits {
      tree.visit(limits.path) { pointer, value in
        guard case .number(let number) = value else { return }
        if let double = number.double, limits.allowed.contains(double) { return }
        let key = pointer.steps.last?.description ?? ""
        note(
          .horsLimites, at: pointer,
          "\(key.quoted) vaut \(number.spelling.prefix(20)) : il faudrait \(limits.words).")
      }
    }
  }
}
