import DPES

extension Importation {
  /// Observations go to the open image, made today when there is none and something is new.
  mutating func importObservations(_ rows: [ImportRow]) {
    let before = demarche
    if demarche.imageOuverte == nil { demarche.creerImage(signature, ids: &ids) }
    guard let image = demarche.imageOuverte else { return }
    var known = KnownObservations(demarche, image)
    for row in rows {
      take(row) { (me, row) throws(Reason) in try me.observation(row, in: image, &known) }
    }
    if othersNumbers > 0 { notices.append(.otherNumbers(othersNumbers)) }
    if let first = references.first {
      notices.append(.references(rows: references.map(\.row), first.text))
    }
    if added + changed == 0 {
      demarche = before
    } else {
      pointOutNear(rows, in: image)
    }
  }

  private mutating func observation(
    _ row: ImportRow, in image: Int, _ known: inout KnownObservations
  ) throws(Reason) -> Outcome {
    guard let texte = row["texte"] else { throw .missing(column: "texte") }
    let axe = try row.axe() ?? row.choices.axe
    let statut = try row.statut()
    let priorite = try row.yesOrNo("priorite")
    let numero = try numero(row)
    let auteur = try person(row.word("auteur"), row)
    let place = try place(of: texte, numero, axe, row.choices, in: image, &known)
    guard let place else {
      return add(row, texte, axe, statut, auteur, priorite, numero, in: image, &known)
    }
    let before = demarche.cercles[image].observations[place]
    taken.insert(before.id)
    var after = before
    after.texte = texte
    after.axe = axe ?? before.axe
    after.statut = statut ?? before.statut
    after.auteur = auteur ?? before.auteur
    after.priorite = priorite ?? before.priorite
    guard after != before else { return .unchanged }
    // Where it stands is known: looking for it would be a step for each observation.
    demarche.cercles[image].observations[place] = after
    demarche.tracer("statut", after.id, de: before.statut, a: after.statut, signature)
    touched.insert(before.id)
    noteChanges(row, before, after)
    return .changed
  }

  /// A number; a reference of another document, as « A1 », is none, and is told.
  private mutating func numero(_ row: ImportRow) throws(Reason) -> Int? {
    do throws(Reason) {
      return try row.whole("numero", .numero)
    } catch {
      guard case .notANumber(let text, _) = error else { throw error }
      references.append((row.number, text))
      return nil
    }
  }

  /// The observation that a row is about, by its text, or by its number where its text is a
  /// correction of it.
  private func place(
    of texte: String, _ numero: Int?, _ axe: Axe?, _ choices: ImportChoices, in image: Int,
    _ known: inout KnownObservations
  ) throws(Reason) -> Int? {
    let observations = demarche.cercles[image].observations
    if let places = known.byText[texte], !places.isEmpty {
      let index = places.firstIndex { numero == nil || observations[$0].numero == numero } ?? 0
      return known.byText[texte]?.remove(at: index)
    }
    guard let numero, let own = known.byNumber[numero], !taken.contains(observations[own].id)
    else { return nil }
    let old = observations[own]
    switch choices.numeros {
    case .autres: return nil
    case .memes: break
    case nil:
      guard Rewording.isCorrection(texte, axe, of: old) else {
        throw .otherNumber(numero, text: old.texte)
      }
    }
    known.byText[old.texte]?.removeAll { $0 == own }
    return own
  }

  private mutating func add(
    _ row: ImportRow, _ texte: String, _ axe: Axe?, _ statut: Statut?, _ auteur: String?,
    _ priorite: Bool?, _ numero: Int?, in image: Int, _ known: inout KnownObservations
  ) -> Outcome {
    // A number that nobody has yet is kept; another would be two things.
    let given = numero.flatMap { known.numbers.contains($0) ? nil : $0 } ?? known.next
    var observation = Observation()
    observation.id = ids.next()
    observation.numero = given
    observation.texte = texte
    (observation.axe, observation.statut, observation.auteur) = (axe, statut, auteur)
    observation.priorite = priorite ?? false
    demarche.cercles[image].observations.append(observation)
    demarche.tracer("statut", observation.id, de: nil, a: statut, signature)
    new.insert(observation.id)
    known.give(given)
    guard let numero, given != numero else { return .added }
    if row.choices.numeros == .autres {
      othersNumbers += 1
    } else {
      notices.append(.renumbered(row: row.number, from: numero, to: given))
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

  private mutating func noteChanges(
    _ row: ImportRow, _ before: Observation, _ after: Observation
  ) {
    let subject = before.numero.map { "n°\u{A0}\($0)" } ?? before.texte
    note(row, "texte", of: subject, before.texte, after.texte)
    note(row, "axe", of: subject, before.axe?.motCourt, after.axe?.motCourt)
    note(row, "statut", of: subject, before.statut?.mot, after.statut?.mot)
    note(row, "auteur", of: subject, name(of: before.auteur), name(of: after.auteur))
    note(
      row, "priorite", of: subject, before.priorite ? "oui" : "non", after.priorite ? "oui" : "non")
  }
}

/// What observations there were before a table came in.
private struct KnownObservations {
  /// Places in the open image, by what they say; those that a row is about are taken away.
  var byText: [String: [Int]] = [:]
  private(set) var byNumber: [Int: Int] = [:]
  /// All numbers of the démarche, and those given since.
  private(set) var numbers: Set<Int>
  /// The next that is given.
  private(set) var next: Int

  init(_ demarche: Demarche, _ image: Int) {
    numbers = Set(demarche.cercles.lazy.flatMap(\.observations).compactMap(\.numero))
    next = demarche.numerosSuivants(1).first ?? 1
    for (place, observation) in demarche.cercles[image].observations.enumerated() {
      byText[observation.texte, default: []].append(place)
      if let numero = observation.numero { byNumber[numero] = byNumber[numero] ?? place }
    }
  }

  mutating func give(_ number: Int) {
    numbers.insert(number)
    if number >= next, Limite.numero.admet(number) { next = number + 1 }
    if !Limite.numero.admet(next) { next = Limite.numero.admis.lowerBound }
    while numbers.contains(next) { next += 1 }
  }
}
