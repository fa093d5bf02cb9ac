import JSONTree

// What comes before what.
extension Inspection {
  mutating func inspectTime() {
    for (index, exercice) in demarche.structure.exercices.enumerated() {
      inspect(
        exercice.fin, "L’exercice finit", notBefore: exercice.debut, "avant de commencer",
        at: ["structure", "exercices", .index(index), "fin"])
    }
    for (index, cercle) in demarche.cercles.enumerated() {
      inspect(
        cercle.figeeLe, "L’image est figée", notBefore: cercle.date, "avant sa propre date",
        at: ["cercles", .index(index), "figeeLe"])
    }
    for (index, seance) in demarche.seances.enumerated() {
      for (place, promesse) in seance.promesses.enumerated() {
        inspect(
          promesse.quand, "La promesse est pour", notBefore: seance.date, "avant la séance",
          at: ["seances", .index(index), "promesses", .index(place), "quand"])
      }
    }
    let schema = demarche.schema
    if schema.intermediaireMois > schema.dureeMois {
      note(
        .tempsALEnvers, at: ["schema", "intermediaireMois"],
        "Le profil intermédiaire (mois \(schema.intermediaireMois)) vient après le profil cible "
          + "(mois \(schema.dureeMois)).")
    }
    inspectProofs()
  }

  private mutating func inspectProofs() {
    for (place, indicateur) in indicateurs {
      for entry in indicateur.realises.entries {
        inspect(
          entry.value.date, "Le réalisé est noté", notBefore: entry.value.piece?.dateDuFait,
          "avant le fait que sa preuve montre",
          at: place.appending(["realises", .key(String(entry.mois)), "date"]))
      }
    }
  }

  private mutating func inspect(
    _ later: Day?, _ what: String, notBefore earlier: Day?, _ other: String,
    at pointer: @autoclosure () -> JSONPointer
  ) {
    guard let later, let earlier, later < earlier else { return }
    note(
      .tempsALEnvers, at: pointer(),
      "\(what) le \(later.french), \(other), le \(earlier.french).")
  }
}
