import JSONTree

// Moving an observation, on the circle and from axis to axis.
extension Demarche {
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
