import DPES

extension Importation {
  /// Observations go to the open image, made today when there is none and something is new.
  mutating func importObservations(_ rows: [ImportRow]) {
    let before = demarche
    if demarche.imageOuverte == nil { demarche.creerImage(signature, ids: &ids) }
    guard let image = demarche.imageOuverte else { return }
    var known = KnownObservations(demarche, image, rows)
    // Each growth would hold all of them twice.
    let perhapsNew = max(0, rows.count - demarche.cercles[image].observations.count)
    demarche.cercles[image].observations.reserveCapacity(rows.count)
    demarche.historique.reserveCapacity(demarche.historique.count + perhapsNew)
    findBareTitles(rows)
    let joined = rows.filter { $0.hasLines("texte") }
    if let text = joined.first?["texte"] {
      notices.append(.joinedLines(rows: joined.map(\.number), text))
    }
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
      pointOutNear(in: image)
    }
  }

  private mutating func observation(
    _ row: ImportRow, in image: Int, _ known: inout KnownObservations
  ) throws(Reason) -> Outcome {
    if try isAlone(row) { return .left }
    guard let texte = row["texte"] else { throw .missing(column: "texte") }
    let axe = try row.axe() ?? row.choices.axe
    let statut = try row.statut()
    let priorite = try row.yesOrNo("priorite")
    let numero = try numero(row)
    let auteur = try person(row.word("auteur"), row)
    let place = try place(of: texte, numero, axe, row, in: image, &known)
    guard let place else {
      return add(row, texte, axe, statut, auteur, priorite, numero, in: image, &known)
    }
    let before = demarche.cercles[image].observations[place]
    taken.insert(before.id)
    if numero != nil, let own = before.numero { met["n\(own)"] = row.number }
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
      return try row.whole("numero", .numero) { $0.bareNumero }
    } catch {
      guard case .notANumber(let text, _) = error else { throw error }
      references.append((row.number, text))
      return nil
    }
  }

  /// The observation that a row is about, by its text, or by its number where its text is a
  /// correction of it.
  private func place(
    of texte: String, _ numero: Int?, _ axe: Axe?, _ row: ImportRow, in image: Int,
    _ known: inout KnownObservations
  ) throws(Reason) -> Int? {
    let observations = demarche.cercles[image].observations
    if let places = known.byText[texte], !places.isEmpty {
      let index = places.firstIndex { numero == nil || observations[$0].numero == numero } ?? 0
      return known.byText[texte]?.remove(at: index)
    }
    if numero == nil { return try corrected(by: texte, axe, row, in: image, known) }
    guard let numero, let own = known.byNumber[numero] else { return nil }
    guard !taken.contains(observations[own].id) else {
      let earlier = met["n\(numero)"]
      // The same, said twice and otherwise.
      if let earlier, observations[own].texte.foldedTitle == texte.foldedTitle {
        throw .sameTwice(row: earlier)
      }
      return nil
    }
    let old = observations[own]
    switch row.choices.numeros {
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

  /// The observation that a text without a number was said to correct; nil where it is a new one.
  ///
  /// - Throws: Where nobody said it, and it may be.
  private func corrected(
    by texte: String, _ axe: Axe?, _ row: ImportRow, in image: Int,
    _ known: KnownObservations
  ) throws(Reason) -> Int? {
    let observations = demarche.cercles[image].observations
    let all = known.gone(like: texte).filter { place in
      let old = observations[place]
      return !taken.contains(old.id) && (axe == nil || old.axe == nil || axe == old.axe)
    }
    guard !all.isEmpty else { return nil }
    guard row.choices.explains(texte, in: "texte") else {
      throw .maybeCorrectedTexte(texte, of: all.map { observations[$0].texte })
    }
    let said = row.choices.meaning(of: texte, in: "texte").folded
    return all.first { observations[$0].texte.folded == said }
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
    taken.insert(observation.id)
    addedRows.append(row.number)
    known.give(given, at: demarche.cercles[image].observations.count - 1)
    if numero != nil { met["n\(given)"] = row.number }
    guard let numero, given != numero else { return .added }
    if row.choices.numeros == .autres {
      othersNumbers += 1
    } else {
      notices.append(.renumbered(row: row.number, from: numero, to: given))
    }
    return .added
  }

  /// New words that are nearly those of another observation: pointed out, never refused.
  private mutating func pointOutNear(in image: Int) {
    let observations = demarche.cercles[image].observations
    let first = observations.count - added
    guard first >= 0, added <= 200, observations.count <= 2000 else { return }
    let earlier = observations[..<first].map { (Ressemblance($0.texte), $0.texte) }
    var said: Set<String> = []
    for (observation, row) in zip(observations[first...], addedRows) {
      let words = Ressemblance(observation.texte)
      if let near = earlier.first(where: { $0.0.estProche(de: words) }) {
        notices.append(.near(row: row, to: near.1))
      } else if !said.insert(observation.texte.foldedTitle).inserted {
        notices.append(.near(row: row, to: observation.texte))
      }
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
