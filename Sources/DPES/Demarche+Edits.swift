import JSONTree

/// When, and by whom, an edit is made.
package struct Signature: Hashable, Sendable {
  /// When, for the historique.
  package var quand: Instant
  /// The day where the person is, which may differ from the instant's.
  package var jour: Day
  /// A participant's id, when this machine knows who it serves.
  package var qui: String?

  /// By nobody in particular unless `qui` says who.
  package init(quand: Instant, jour: Day, qui: String? = nil) {
    self.quand = quand
    self.jour = jour
    self.qui = qui
  }
}

// Each edit of the method, with the line of the historique that it leaves.
extension Demarche {
  /// Adds a line to the historique: what changed (`quoi`) of what (`objet`, an id, with the period
  /// after `/`), from what to what.
  package mutating func tracer(
    _ quoi: String, _ objet: String, avant: Valeur?, apres: Valeur?, _ signature: Signature
  ) {
    var trace = Trace(signature)
    trace.quoi = quoi
    trace.objet = objet
    trace.avant = avant
    trace.apres = apres
    historique.append(trace)
  }

  /// The same for what stands as one scalar in the file, where it changed.
  package mutating func tracer<V: Scalar>(
    _ quoi: String, _ objet: String, de before: V?, a after: V?, _ signature: Signature
  ) {
    guard before != after else { return }
    let values = [before, after].map { $0.flatMap { Valeur(scalar: $0.scalar) } }
    tracer(quoi, objet, avant: values[0], apres: values[1], signature)
  }

  /// The image of the group's that new observations go to: the last one that is not frozen.
  package var imageOuverte: Int? {
    cercles.indices.filter { !cercles[$0].figee && cercles[$0].regard == nil }.max {
      (cercles[$0].date, $0) < (cercles[$1].date, $1)
    }
  }

  /// The indices of the group's own images in the order of their dates; peers' regards are none.
  package var imagesParDate: [Int] { imagesEtRegards.filter { cercles[$0].regard == nil } }

  /// Whether an image is there, and has one of the group's before it: of a regard, the one it is of.
  package func aUneImage(avant id: String) -> Bool {
    guard let place = cercles.firstIndex(where: { $0.id == id }) else { return false }
    let (date, isRegard) = (cercles[place].date, cercles[place].regard != nil)
    return cercles.indices.contains {
      cercles[$0].regard == nil && (isRegard || (cercles[$0].date, $0) < (date, place))
    }
  }

  /// Makes the image of the day: it starts from the last one, whose observations it continues.
  ///
  /// Two people who begin it on one day begin the same one: its ids follow from what it continues.
  package mutating func creerImage(_ signature: Signature, ids: inout IDGenerator) {
    let last = imagesParDate.last.map { cercles[$0] }
    // Where a clock is behind, it is no earlier than the image that it continues.
    let jour = max(
      signature.jour, last.map(\.date).flatMap { $0.estPlausible ? $0 : nil } ?? signature.jour)
    cercles.append(image(du: jour, apres: last, ids: &ids))
  }

  /// An image of a day, with the observations of the one that it continues; `id` is the image's, where
  /// it is no image of the group's own.
  func image(
    du jour: Day, apres last: CercleDeQualite?, id: String? = nil, ids: inout IDGenerator
  ) -> CercleDeQualite {
    let taken = Set(cercles.map(\.id)).union(cercles.lazy.flatMap(\.observations).map(\.id))
    func free(_ id: String) -> String { taken.contains(id) ? ids.next(unlike: taken) : id }
    var image = CercleDeQualite()
    image.id = free(id ?? idDImage(du: jour, apres: last?.id))
    image.date = jour
    image.observations = (last?.observations ?? []).map { earlier in
      var observation = earlier
      observation.id = free(IDGenerator.id(of: [image.id, earlier.id]))
      observation.origine = earlier.id
      return observation
    }
    return image
  }

  /// The id of the image begun on a day from another one.
  func idDImage(du jour: Day, apres last: String?) -> String {
    IDGenerator.id(of: [id, jour.iso] + (last.map { [$0] } ?? []))
  }

  /// Adds an observation to the open image, made today when there is none.
  ///
  /// - Returns: The new observation's id.
  /// - Complexity: O(o) in the observations of all images.
  @discardableResult
  package mutating func ajouterObservation(
    _ texte: String, axe: Axe?, statut: Statut?, auteur: String? = nil, _ signature: Signature,
    ids: inout IDGenerator
  ) -> String {
    ajouterObservations(
      [texte], axe: axe, statut: statut, auteur: auteur, signature, ids: &ids
    ).last ?? ""
  }

  /// Adds observations to the open image, made today when there is none, all on one axis and by one
  /// participant, whose id is `auteur`; or to a regard that is open, by its id.
  ///
  /// - Returns: The new observations' ids.
  /// - Complexity: O(o + n) in the observations of all images and the new ones.
  package mutating func ajouterObservations(
    _ textes: [String], axe: Axe?, statut: Statut? = nil, auteur: String?,
    dans regard: String? = nil, _ signature: Signature, ids: inout IDGenerator
  ) -> [String] {
    let seen = cercles.firstIndex { $0.id == regard && $0.regard != nil && !$0.figee }
    if seen == nil, imageOuverte == nil { creerImage(signature, ids: &ids) }
    guard let image = seen ?? imageOuverte else { return [] }
    return zip(textes, numerosSuivants(textes.count)).map { texte, numero in
      var observation = Observation()
      observation.id = ids.next()
      observation.numero = numero
      observation.texte = texte
      observation.axe = axe
      observation.statut = statut
      observation.auteur = auteur
      cercles[image].observations.append(observation)
      tracer("statut", observation.id, de: nil, a: statut, signature)
      return observation.id
    }
  }

  /// Where an observation stands: its image, and its index there.
  package func lieu(deObservation id: String) -> (cercle: Int, index: Int)? {
    for cercle in cercles.indices.reversed() {
      if let index = cercles[cercle].observations.firstIndex(where: { $0.id == id }) {
        return (cercle, index)
      }
    }
    return nil
  }

  /// Changes one observation, unless its image is frozen.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierObservation(
    _ id: String, _ signature: Signature, _ change: (inout Observation) -> Void
  ) -> Bool {
    guard let (cercle, index) = lieu(deObservation: id), !cercles[cercle].figee else {
      return false
    }
    let before = cercles[cercle].observations[index]
    change(&cercles[cercle].observations[index])
    let after = cercles[cercle].observations[index]
    tracer("statut", id, de: before.statut, a: after.statut, signature)
    return before != after
  }

  /// Takes an observation out of its image, unless that is frozen; what led to it leads to what it
  /// continued, or to what continues it.
  @discardableResult
  package mutating func supprimerObservation(_ id: String, _ signature: Signature) -> Bool {
    guard let (cercle, index) = lieu(deObservation: id), !cercles[cercle].figee else {
      return false
    }
    let removed = cercles[cercle].observations.remove(at: index)
    relier(removed)
    tracer("suppression", id, avant: .texte(removed.texte), apres: nil, signature)
    return true
  }

  /// Leaves no link to an observation that is gone.
  private mutating func relier(_ removed: Observation) {
    var heir = removed.origine
    for image in cercles.indices {
      for place in cercles[image].observations.indices
      where cercles[image].observations[place].origine == removed.id {
        cercles[image].observations[place].origine = removed.origine
        heir = heir ?? cercles[image].observations[place].id
      }
    }
    for place in retours.indices where retours[place].observation == removed.id {
      retours[place].observation = heir
    }
    for place in schema.paliers.indices {
      guard let link = schema.paliers[place].observations.firstIndex(of: removed.id) else {
        continue
      }
      if let heir, !schema.paliers[place].observations.contains(heir) {
        schema.paliers[place].observations[link] = heir
      } else {
        schema.paliers[place].observations.remove(at: link)
      }
    }
  }

  /// Changes the réalisé of a cell; one left without anything is taken out.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierRealise(
    deIndicateur id: String, periode mois: Int, _ signature: Signature,
    _ change: (inout Realise) -> Void
  ) -> Bool {
    guard let (palier, index) = lieu(deIndicateur: id) else { return false }
    let before = schema.paliers[palier].indicateurs[index].realises[mois]
    var after = before ?? Realise()
    change(&after)
    guard after != before ?? Realise() else { return false }
    schema.paliers[palier].indicateurs[index].realises[mois] = after.isBlank ? nil : after
    tracer(
      "realise", "\(id)/\(mois)", avant: before?.statut.map { .texte($0.rawValue) },
      apres: after.statut.map { .texte($0.rawValue) },
      signature)
    return true
  }

  /// Puts an earlier state in the place of this one; the historique stays, and tells of it.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func restaurer(
    _ version: Demarche, nommee nom: String, _ signature: Signature
  ) -> Bool {
    var restored = version
    restored.historique = historique
    guard restored != self else { return false }
    self = restored
    tracer("restauration", id, avant: nil, apres: .texte(nom), signature)
    return true
  }

  /// Moves an observation to an axis, nil for « à placer »; and to a place on its sector, in degrees
  /// clockwise from noon and hundredths of the radius, nil for one that the program finds.
  ///
  /// - Returns: Whether something changed; a frozen image never does.
  @discardableResult
  package mutating func placerObservation(
    _ id: String, sur axe: Axe?, en polar: (degrees: Double, percent: Double)?,
    _ signature: Signature
  ) -> Bool {
    modifierObservation(id, signature) { observation in
      observation.axe = axe
      guard let polar else {
        observation.place = nil
        return
      }
      var place = observation.place ?? Place()
      place.angle = JSONNumber(polar.degrees)
      place.rayon = JSONNumber(polar.percent)
      observation.place = place
    }
  }
}
