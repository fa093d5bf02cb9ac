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
    var numbers = Set(demarche.cercles.lazy.flatMap(\.observations).compactMap(\.numero))
    for row in rows {
      take(row) { (me, row) throws(Reason) in
        try me.observation(row, in: image, known: &known, numbers: &numbers)
      }
    }
    if added + changed == 0 {
      demarche = before
    } else {
      pointOutNear(rows, in: image)
    }
  }

  private mutating func observation(
    _ row: ImportRow, in image: Int, known: inout [String: [Int]], numbers: inout Set<Int>
  ) throws(Reason) -> Outcome {
    guard let texte = row["texte"] else { throw .missing(column: "texte") }
    let axe = try row.axe()
    let statut = try row.statut()
    let priorite = try row.yesOrNo("priorite")
    let numero = try row.whole("numero", .numero)
    let auteur = try person(row.word("auteur"))
    let observations = demarche.cercles[image].observations
    var places = known[texte] ?? []
    if let place = places.firstIndex(where: { numero == nil || observations[$0].numero == numero })
      ?? places.indices.first
    {
      let id = observations[places.remove(at: place)].id
      known[texte] = places
      let isChanged = demarche.modifierObservation(id, signature) { observation in
        observation.axe = axe ?? observation.axe
        observation.statut = statut ?? observation.statut
        observation.auteur = auteur ?? observation.auteur
        observation.priorite = priorite ?? observation.priorite
      }
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

  /// The participants whom a cell names, with commas between; each that nobody knows joins the tour de table.
  mutating func people(_ text: String?) throws(Reason) -> [String] {
    guard let text else { return [] }
    guard text.contains(","), demarche.participants(named: text).isEmpty else {
      return try [person(text)].compactMap(\.self)
    }
    var found: [String] = []
    for part in text.split(separator: ",") {
      let name = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !name.isEmpty, let id = try person(name), !found.contains(id) else { continue }
      found.append(id)
    }
    return found
  }

  /// The participant whom a cell names; one whom nobody knows joins the tour de table.
  mutating func person(_ text: String?) throws(Reason) -> String? {
    guard let text else { return nil }
    let found = demarche.participants(named: text)
    guard found.count < 2 else { throw .ambiguousPerson(text, ids: found) }
    if let known = found.first { return known }
    notices.append(.joins(text))
    return demarche.ajouterParticipant(initiales: text, ids: &ids)
  }
}
