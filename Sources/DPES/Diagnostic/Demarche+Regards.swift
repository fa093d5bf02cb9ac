// The regard of peers: a second, dated circle of the observations of one image, as visitors see them.
extension Demarche {
  /// The indices of the group's images and of the peers' regards, in the order of their dates.
  package var imagesEtRegards: [Int] {
    cercles.indices.sorted { (cercles[$0].date, $0) < (cercles[$1].date, $1) }
  }

  /// The image of the group's that a regard is of: the one that its observations come from; nil where
  /// they come from none.
  ///
  /// - Complexity: O(o) in the observations of all images.
  package func imageRegardee(par id: String) -> Int? {
    guard let regard = cercles.first(where: { $0.id == id }) else { return nil }
    var places: [String: (image: Int, origine: String?)] = [:]
    for (image, cercle) in cercles.enumerated() {
      for one in cercle.observations { places[one.id] = (image, one.origine) }
    }
    for observation in regard.observations {
      var next = observation.origine
      // A file may hold a ring of origins.
      for _ in cercles.indices {
        guard let place = next.flatMap({ places[$0] }) else { break }
        if cercles[place.image].regard == nil { return place.image }
        next = place.origine
      }
    }
    return nil
  }

  /// What an image is compared with: the group's image before it; of a regard, the image it is of.
  ///
  /// - Complexity: O(o) for a regard, else O(n log n) in the images.
  package func imageAvant(_ id: String) -> Int? {
    guard let index = cercles.firstIndex(where: { $0.id == id }) else { return nil }
    let order = imagesParDate
    guard cercles[index].regard == nil else {
      return imageRegardee(par: id) ?? order.last { cercles[$0].date <= cercles[index].date }
        ?? order.first
    }
    return order.firstIndex(of: index).flatMap { $0 > 0 ? order[$0 - 1] : nil }
  }

  /// Begins the regard of peers on a frozen image: its observations, for them to see their own way.
  ///
  /// The same peers who begin it twice on one day, in two windows, begin the same one.
  ///
  /// - Returns: Its id.
  package mutating func commencerRegard(
    sur image: String, du jour: Day, par parQui: String?, ids: inout IDGenerator
  ) throws(RefusDImage) -> String {
    guard let seen = cercles.first(where: { $0.id == image }) else { throw .vide }
    guard seen.regard == nil else { throw .regard }
    guard seen.figee else { throw .pasFigee(seen) }
    guard jour >= seen.date else { throw .horsOrdre(apres: seen.date, avant: nil) }
    let own = IDGenerator.id(of: [id, jour.iso, seen.id, "pairs", parQui ?? ""])
    if let same = cercles.first(where: { $0.id == own }) { throw .dejaLa(same) }
    var regard = self.image(du: jour, apres: seen, id: own, ids: &ids)
    regard.regard = .pairs
    regard.parQui = parQui
    cercles.append(regard)
    return regard.id
  }

  /// Whether the group's image that takes new observations has one of this lineage.
  package func imageALaSuite(de observation: String) -> CercleDeQualite? {
    guard let index = imageOuverte ?? imagesParDate.last else { return nil }
    let lineages = Lignees(cercles)
    let root = lineages.racine(de: observation)
    return cercles[index].observations.contains { lineages.racine(de: $0.id) == root }
      ? cercles[index] : nil
  }

  /// Takes up what peers saw alone as the group's own observation, whose colour the group has to say.
  ///
  /// - Returns: Its id; nil where the group's image has it already, or the peers' is gone.
  package mutating func reprendre(
    _ observation: String, _ signature: Signature, ids: inout IDGenerator
  ) -> String? {
    guard imageALaSuite(de: observation) == nil, let place = lieu(deObservation: observation),
      cercles[place.cercle].regard != nil
    else { return nil }
    if imageOuverte == nil { creerImage(signature, ids: &ids) }
    guard let image = imageOuverte else { return nil }
    var own = cercles[place.cercle].observations[place.index]
    own.id = ids.next()
    own.origine = observation
    own.statut = nil
    own.priorite = false
    own.auteur = nil
    own.mainsLevees = nil
    cercles[image].observations.append(own)
    return own.id
  }
}
