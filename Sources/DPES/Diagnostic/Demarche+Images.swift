// Images of the structure: freezing one, opening it again, starting the next.
extension Demarche {
  /// Why an image can't be started, or frozen.
  package enum RefusDImage: Error, Hashable, Sendable {
    /// The last image has to be frozen first: new words still go there.
    case ouverte(CercleDeQualite)
    /// There is nothing in it.
    case vide
    /// It is frozen: it is opened again first.
    case figee
    /// Images keep their order: it may be of no day before this one, nor after that one.
    case horsOrdre(apres: Day?, avant: Day?)
    /// Peers look at an image that is frozen: what they saw has to stay as it was.
    case pasFigee(CercleDeQualite)
    /// A regard is of an image of the group's, never of another regard.
    case regard
    /// The same peers' regard of that day is there already.
    case dejaLa(CercleDeQualite)
  }

  /// The séance held on a day; the last one written when there are several.
  ///
  /// A journée of a cycle is another meeting of that day: its presences are its own.
  package func seance(du jour: Day) -> Int? {
    seances.lastIndex { $0.date == jour && $0.genre != .accompagnement }
  }

  /// Freezes an image as it stands, and notes the séance of the day, which says who was present.
  ///
  /// - Returns: Whether something changed.
  /// - Throws: ``RefusDImage/vide`` for an image without observations.
  @discardableResult
  package mutating func figerImage(
    _ id: String, _ signature: Signature
  ) throws(RefusDImage) -> Bool {
    guard let index = cercles.firstIndex(where: { $0.id == id }), !cercles[index].figee else {
      return false
    }
    guard !cercles[index].observations.isEmpty else { throw .vide }
    cercles[index].figee = true
    cercles[index].figeeLe = signature.jour
    if cercles[index].seance == nil, cercles[index].regard == nil,
      let seance = seance(du: signature.jour)
    {
      cercles[index].seance = seances[seance].id
    }
    tracer("gel", id, avant: .ouiNon(false), apres: .ouiNon(true), signature)
    return true
  }

  /// Opens a frozen image again, as an action of its own that the historique keeps.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func degelerImage(_ id: String, _ signature: Signature) -> Bool {
    guard let index = cercles.firstIndex(where: { $0.id == id }), cercles[index].figee else {
      return false
    }
    cercles[index].figee = false
    cercles[index].figeeLe = nil
    tracer("gel", id, avant: .ouiNon(true), apres: .ouiNon(false), signature)
    return true
  }

  /// Changes the date and the title of an image that is not frozen, and of a regard by whom it is; the
  /// images keep their order, and a regard is of no day before its image.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierImage(
    _ id: String, date: Day, titre: String?, parQui: String? = nil, _ signature: Signature
  ) throws(RefusDImage) -> Bool {
    guard let index = cercles.firstIndex(where: { $0.id == id }) else { return false }
    let before = cercles[index]
    guard before.date != date || before.titre != titre || before.parQui != parQui else {
      return false
    }
    guard !before.figee else { throw .figee }
    if before.regard != nil {
      let seen = imageRegardee(par: id).map { cercles[$0].date }
      if let seen, date < seen { throw .horsOrdre(apres: seen, avant: nil) }
      cercles[index].parQui = parQui
    }
    let order = imagesParDate
    cercles[index].date = date
    guard imagesParDate == order else {
      cercles[index].date = before.date
      let place = order.firstIndex(of: index) ?? 0
      throw .horsOrdre(
        apres: place > 0 ? cercles[order[place - 1]].date : nil,
        avant: place + 1 < order.count ? cercles[order[place + 1]].date : nil)
    }
    cercles[index].titre = titre
    tracer("date", id, de: before.date, a: date, signature)
    return true
  }

  /// Starts the image of the day from the last one, whose observations it continues.
  ///
  /// - Returns: Its id.
  /// - Throws: ``RefusDImage/ouverte(_:)`` while an image is open.
  package mutating func commencerImage(
    _ signature: Signature, ids: inout IDGenerator
  ) throws(RefusDImage) -> String {
    if let open = imageOuverte { throw .ouverte(cercles[open]) }
    creerImage(signature, ids: &ids)
    return cercles[cercles.count - 1].id
  }

  /// Starts an image of a day that is past, as of a circle kept on paper: it stands among the others
  /// by its day, and continues the one before it, from nothing where there is none.
  ///
  /// Those after it go on continuing what they continued: an observation of both is the same one.
  ///
  /// - Returns: Its id.
  /// - Throws: ``RefusDImage/ouverte(_:)`` while an image is open.
  package mutating func insererImage(
    du jour: Day, titre: String?, ids: inout IDGenerator
  ) throws(RefusDImage) -> String {
    if let open = imageOuverte { throw .ouverte(cercles[open]) }
    let before = imagesParDate.last { cercles[$0].date <= jour }
    var image = image(du: jour, apres: before.map { cercles[$0] }, ids: &ids)
    image.titre = titre
    let after = imagesParDate.first { cercles[$0].date > jour }
    cercles.insert(image, at: before.map { $0 + 1 } ?? after ?? cercles.endIndex)
    return image.id
  }
}
