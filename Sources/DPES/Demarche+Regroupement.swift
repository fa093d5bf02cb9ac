// Two observations that say the same become one, with both wordings; one that says two things
// becomes two.
extension Demarche {
  /// Why two observations can't become one.
  package enum RefusDeRegroupement: Error, Hashable {
    /// They are one already, or not in one image.
    case horsImage
    case figee
    /// The image of this day continues both: they are two there.
    case suite(Day)
  }

  /// Of two observations, the one that stays, and the one that joins it.
  ///
  /// What other images continue, or what continues another, stays, so that no lineage breaks;
  /// otherwise the smaller number, which the room has known longer.
  ///
  /// - Throws: Why they can't become one.
  /// - Complexity: O(o) in the observations of all images.
  package func regroupement(
    de one: String, et other: String
  ) throws(RefusDeRegroupement) -> (reste: Observation, rejoint: Observation) {
    guard one != other, let first = lieu(deObservation: one),
      let second = lieu(deObservation: other), first.cercle == second.cercle
    else { throw .horsImage }
    let image = cercles[first.cercle]
    guard !image.figee else { throw .figee }
    let pair = [image.observations[first.index], image.observations[second.index]]
    let sorted = pair.sorted { rang($0) < rang($1) }
    if let later = suite(de: sorted[1].id) { throw .suite(later) }
    return (sorted[0], sorted[1])
  }

  /// The votes that compared two observations of an image: put together, what both got is added up.
  package func scrutins(opposant one: String, a other: String) -> [Scrutin] {
    guard one != other, let place = lieu(deObservation: one) else { return [] }
    return cercles[place.cercle].scrutins.filter { $0.oppose([one, other]) }
  }

  /// Makes one observation of two: one stays, and takes the other's wordings, arguments, marks and
  /// links, and what it got in votes; the colour and the axis are its own when it has them.
  ///
  /// - Returns: The id of the one that stays.
  /// - Throws: What ``regroupement(de:et:)`` throws; nothing has changed then.
  @discardableResult
  package mutating func regrouper(
    _ one: String, _ other: String, _ signature: Signature
  ) throws(RefusDeRegroupement) -> String {
    let (kept, joining) = try regroupement(de: one, et: other)
    guard let place = lieu(deObservation: kept.id) else { throw .horsImage }
    let lineages = Lignees(cercles)
    var merged = kept
    merged.prendre(joining)
    cercles[place.cercle].observations[place.index] = merged
    cercles[place.cercle].observations.removeAll { $0.id == joining.id }
    for index in cercles[place.cercle].scrutins.indices {
      let vote = cercles[place.cercle].scrutins[index]
      if vote.oppose([kept.id, joining.id]) {
        let points = [kept.id, joining.id].map { vote.resultats.points(pour: $0) }
        tracer(
          "regroupement", vote.id, avant: .texte("\(points[0]) + \(points[1])"),
          apres: .texte(String(points[0].adding(points[1]))), signature)
      }
      cercles[place.cercle].scrutins[index].reunir(joining.id, dans: kept.id)
    }
    relierLesPaliers(de: joining.id, vers: kept.id, lineages)
    tracer(
      "regroupement", kept.id, avant: .texte(joining.texte), apres: .texte(kept.texte), signature)
    tracer("statut", kept.id, de: kept.statut, a: merged.statut, signature)
    return kept.id
  }

  /// Keeps what was just said as another wording of an observation of the image that takes new ones,
  /// or of the one that continues it there; `regard` is a regard that takes them, by its id.
  ///
  /// - Returns: The id of the one that stays.
  /// - Throws: What ``regroupement(de:et:)`` throws; nothing has changed then.
  package mutating func reformuler(
    _ id: String, en texte: String, auteur: String?, dans regard: String? = nil,
    _ signature: Signature, ids: inout IDGenerator
  ) throws(RefusDeRegroupement) -> String {
    var next = self
    let new =
      next.ajouterObservations(
        [texte], axe: nil, auteur: auteur, dans: regard, signature, ids: &ids
      ).last ?? ""
    let image = next.lieu(deObservation: new).map { next.cercles[$0.cercle].observations } ?? []
    guard let known = image.first(where: { $0.id == id || $0.origine == id }) else {
      throw .horsImage
    }
    let kept = try next.regrouper(known.id, new, signature)
    self = next
    return kept
  }

  /// Makes two observations of one.
  ///
  /// The first part keeps everything; the second is new, on the same axis, of the same colour, by
  /// the same person, from the same points, answered by the same paliers.
  ///
  /// - Returns: The new observation's id; nil in a frozen image.
  @discardableResult
  package mutating func scinder(
    _ id: String, en textes: (premier: String, second: String), _ signature: Signature,
    ids: inout IDGenerator
  ) -> String? {
    guard let (cercle, index) = lieu(deObservation: id), !cercles[cercle].figee else { return nil }
    let whole = cercles[cercle].observations[index]
    var second = Observation()
    second.id = ids.next()
    second.numero = numerosSuivants(1).first
    second.axe = whole.axe
    second.statut = whole.statut
    second.texte = textes.second
    second.auteur = whole.auteur
    second.points = whole.points
    let lineages = Lignees(cercles)
    cercles[cercle].observations[index].texte = textes.premier
    cercles[cercle].observations.insert(second, at: index + 1)
    for place in schema.paliers.indices {
      guard let link = schema.paliers[place].lien(vers: id, lineages) else { continue }
      schema.paliers[place].observations.insert(second.id, at: link + 1)
    }
    tracer("scission", id, avant: .texte(whole.texte), apres: .texte(textes.premier), signature)
    tracer("statut", second.id, de: nil, a: second.statut, signature)
    return second.id
  }

  /// The order in which observations stay.
  private func rang(_ observation: Observation) -> (Int, Int, Int) {
    (
      observation.origine == nil ? 1 : 0, suite(de: observation.id) == nil ? 1 : 0,
      observation.numero ?? Int.max
    )
  }

  /// The day of an image that continues an observation.
  private func suite(de id: String) -> Day? {
    cercles.first { $0.observations.contains { $0.origine == id } }?.date
  }

  /// What a palier answered in the one that is gone, it answers in the one that stayed.
  private mutating func relierLesPaliers(
    de gone: String, vers kept: String, _ lineages: Lignees
  ) {
    for place in schema.paliers.indices {
      guard let link = schema.paliers[place].lien(vers: gone, lineages) else { continue }
      let isLinked = schema.paliers[place].lien(vers: kept, lineages) != nil
      // An earlier image keeps the link to what it holds.
      let isEarlier = schema.paliers[place].observations[link] != gone
      if !isLinked { schema.paliers[place].observations.insert(kept, at: link + 1) }
      if !isEarlier { schema.paliers[place].observations.remove(at: link) }
    }
  }
}

extension Palier {
  /// The place of the link that leads to an observation's lineage.
  fileprivate func lien(vers id: String, _ lineages: Lignees) -> Int? {
    let root = lineages.racine(de: id)
    return observations.firstIndex { lineages.racine(de: $0) == root }
  }
}

extension Observation {
  /// Takes what another one says that this one does not.
  fileprivate mutating func prendre(_ other: Observation) {
    for wording in [other.texte] + other.formulations
    where wording != texte && !formulations.contains(wording) {
      formulations.append(wording)
    }
    axe = axe ?? other.axe
    statut = statut ?? other.statut
    auteur = auteur ?? other.auteur
    priorite = priorite || other.priorite
    desaccord = desaccord || other.desaccord
    if let minority = other.minorite, minorite != minority {
      minorite = minorite.map { "\($0) · \(minority)" } ?? minority
    }
    points += other.points.filter { !points.contains($0) }
    for var argument in other.arguments where !arguments.contains(argument) {
      if arguments.contains(where: { $0.id == argument.id }) {
        argument.id = IDGenerator.id(of: [other.id, argument.id])
      }
      arguments.append(argument)
    }
    mainsLevees = mainsLevees ?? other.mainsLevees
    place = place ?? other.place
  }
}

extension Scrutin {
  /// Whether it was held between all of these.
  fileprivate func oppose(_ ids: Set<String>) -> Bool {
    ids.isSubset(of: options) || ids.isSubset(of: resultats.compactMap(\.option))
  }

  /// What one got goes to the other, beside what that got itself.
  fileprivate mutating func reunir(_ old: String, dans new: String) {
    options = options.map { $0 == old ? new : $0 }
    if let first = options.firstIndex(of: new) {
      options = options.enumerated().filter { $1 != new || $0 == first }.map(\.element)
    }
    resultats.reunir(old, dans: new)
    for index in parCollege.indices { parCollege[index].resultats.reunir(old, dans: new) }
  }
}

extension [Scrutin.Resultat] {
  fileprivate func points(pour option: String) -> Int {
    filter { $0.option == option }.reduce(0) { $0.adding($1.points ?? 0) }
  }

  fileprivate mutating func reunir(_ old: String, dans new: String) {
    let both = filter { $0.option == old || $0.option == new }
    guard both.contains(where: { $0.option == old }) else { return }
    let told = both.compactMap(\.points)
    guard let place = firstIndex(where: { $0.option == new || $0.option == old }) else { return }
    var one = both.first { $0.option == new } ?? self[place]
    one.option = new
    if !told.isEmpty { one.points = told.reduce(0) { $0.adding($1) } }
    self[place] = one
    self = enumerated().filter { index, other in
      index == place || (other.option != old && other.option != new)
    }.map(\.element)
  }
}
