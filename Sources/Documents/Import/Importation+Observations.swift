import DPES

extension Importation {
  /// Observations go to the open image, made today when there is none and something is new.
  mutating func importObservations(_ rows: [ImportRow]) {
    let before = demarche
    if demarche.imageOuverte == nil { demarche.creerImage(signature, ids: &ids) }
    guard let image = demarche.imageOuverte else { return }
    var known: [String: [Int]] = [:]
    for (index, observation) in demarche.cercles[image].observations.enumerated() {
      known[observation.texte, default: []].append(index)
    }
    let existing = demarche.cercles[image].observations.count
    var numbers = Set(demarche.cercles.lazy.flatMap(\.observations).compactMap(\.numero))
    for row in rows {
      take(row) { (me, row) throws(Reason) in
        try me.observation(row, in: image, known: &known, numbers: &numbers, existing: existing)
      }
    }
    if added + changed == 0 {
      demarche = before
    } else {
      pointOutNear(rows, in: image)
    }
  }

  private mutating func observation(
    _ row: ImportRow, in image: Int, known: inout [String: [Int]], numbers: inout Set<Int>,
    existing: Int
  ) throws(Reason) -> Outcome {
    guard let texte = row["texte"] else { throw .missing(column: "texte") }
    let axe = try row.axe() ?? row.choices.axe
    let statut = try row.statut()
    let priorite = try row.yesOrNo("priorite")
    let numero = try row.whole("numero", .numero)
    let auteur = try person(row.word("auteur"), row)
    let observations = demarche.cercles[image].observations
    var places = known[texte] ?? []
    // Its number is what it is, whatever became of its words.
    if let numero, let own = observations.firstIndex(where: { $0.numero == numero }),
      own < existing, observations[own].texte != texte, !taken.contains(observations[own].id)
    {
      places = [own]
      known[observations[own].texte]?.removeAll { $0 == own }
    }
    if let place = places.firstIndex(where: { numero == nil || observations[$0].numero == numero })
      ?? places.indices.first
    {
      let before = observations[places.remove(at: place)]
      let id = before.id
      known[texte] = places
      taken.insert(id)
      let isChanged = demarche.modifierObservation(id, signature) { observation in
        observation.texte = texte
        observation.axe = axe ?? observation.axe
        observation.statut = statut ?? observation.statut
        observation.auteur = auteur ?? observation.auteur
        observation.priorite = priorite ?? observation.priorite
      }
      if isChanged { noteChanges(row, before) }
      return isChanged ? .changed : .unchanged
    }
    let id = demarche.ajouterObservation(
      texte, axe: axe, statut: statut, auteur: auteur, signature, ids: &ids)
    // A number that nobody has yet is kept; another would be two things.
    let kept = numero.flatMap { numbers.contains($0) ? nil : $0 }
    demarche.modifierObservation(id, signature) { observation in
      observation.numero = kept ?? observation.numero
      observation.priorite = priorite ?? false
    }
    if let given = demarche.cercles[image].observations.last?.numero {
      numbers.insert(given)
      if let numero, given != numero {
        notices.append(.renumbered(row: row.number, from: numero, to: given))
      }
    }
    return .added
  }

  /// New words that are nearly those of another observation: pointed out, never refused.
  private mutating func pointOutNear(_ rows: [ImportRow], in image: Int) {
    let observations = demarche.cercles[image].observations
    let first = observations.count - added
    guard first > 0, added <= 200, observations.count <= 2000 else { return }
    let earlier = observations[..<first].map { (Ressemblance($0.texte), $0.texte) }
    for observation in observations[first...] {
      let words = Ressemblance(observation.texte)
      guard let near = earlier.first(where: { $0.0.estProche(de: words) }),
        let row = rows.first(where: { $0["texte"] == observation.texte })
      else { continue }
      notices.append(.near(row: row.number, to: near.1))
    }
  }

  private mutating func noteChanges(_ row: ImportRow, _ before: Observation) {
    guard
      let after = demarche.cercles.lazy.flatMap(\.observations).first(where: { $0.id == before.id })
    else { return }
    let subject = before.numero.map { "n°\u{A0}\($0)" } ?? before.texte
    note(row, "texte", of: subject, before.texte, after.texte)
    note(row, "axe", of: subject, before.axe?.motCourt, after.axe?.motCourt)
    note(row, "statut", of: subject, before.statut?.mot, after.statut?.mot)
    note(row, "auteur", of: subject, name(of: before.auteur), name(of: after.auteur))
    note(
      row, "priorite", of: subject, before.priorite ? "oui" : "non", after.priorite ? "oui" : "non")
  }
}
