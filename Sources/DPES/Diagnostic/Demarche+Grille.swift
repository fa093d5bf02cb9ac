// Answers to the points of a référentiel, and the observations that come of them.
extension Demarche {
  /// The grille that holds the answers to a référentiel: the last by date; nil before the first
  /// answer.
  package func grille(de referentiel: String) -> Int? {
    grilles.indices.filter { grilles[$0].referentiel == referentiel }.max {
      (grilles[$0].date ?? Day(number: 0), $0) < (grilles[$1].date ?? Day(number: 0), $1)
    }
  }

  /// Changes the answer to a point, in the grille of its référentiel, made today when there is none;
  /// an answer left without anything is taken out.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func repondre(
    _ code: String, de referentiel: Referentiel, _ signature: Signature,
    ids: inout IDGenerator, _ change: (inout Reponse) -> Void
  ) -> Bool {
    let place = grille(de: referentiel.id)
    let known = Set([code] + (referentiel.point(code)?.point.anciens ?? []))
    let index = place.flatMap { place in
      grilles[place].reponses.firstIndex { $0.point.map(known.contains) == true }
    }
    var reponse = Reponse()
    reponse.point = code
    if let place, let index { reponse = grilles[place].reponses[index] }
    let before = reponse
    change(&reponse)
    guard reponse != before else { return false }
    if let place, let index {
      if reponse.estVide {
        grilles[place].reponses.remove(at: index)
      } else {
        grilles[place].reponses[index] = reponse
      }
    } else if let place {
      grilles[place].reponses.append(reponse)
    } else {
      var grille = Grille()
      grille.id = ids.next()
      grille.date = signature.jour
      grille.referentiel = referentiel.id
      grille.version = referentiel.edition
      grille.reponses = [reponse]
      grilles.append(grille)
    }
    return true
  }

  /// Adds an observation that a point led to, linked to it.
  ///
  /// - Returns: Its id.
  package mutating func observer(
    _ texte: String, point: String, sur axe: Axe?, _ signature: Signature, ids: inout IDGenerator
  ) -> String {
    let id = ajouterObservation(texte, axe: axe, statut: nil, signature, ids: &ids)
    modifierObservation(id, signature) { $0.points = [point] }
    return id
  }
}

extension Reponse {
  /// Whether it says nothing of its point.
  package var estVide: Bool {
    var blank = Reponse()
    blank.point = point
    return self == blank
  }
}
