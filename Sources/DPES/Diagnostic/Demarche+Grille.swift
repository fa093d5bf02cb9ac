// Answers to the points of a référentiel, and the observations that come of them.
extension Demarche {
  /// The grille that holds the answers to a référentiel, about a sujet: the last by date; nil before
  /// the first answer.
  package func grille(de referentiel: String, sujet: String? = nil) -> Int? {
    grilles.indices.filter {
      grilles[$0].referentiel == referentiel && grilles[$0].sujet == sujet
    }.max {
      (grilles[$0].date ?? Day(number: 0), $0) < (grilles[$1].date ?? Day(number: 0), $1)
    }
  }

  /// The grilles that hold answers to a référentiel, about a sujet, the latest first.
  package func grilles(de referentiel: String, sujet: String? = nil) -> [Grille] {
    grilles.filter { $0.referentiel == referentiel && $0.sujet == sujet }
      .ordered { $0.date ?? Day(number: 0) }.reversed()
  }

  /// Those from the answers that held on a day to those that held on a later one, the latest first.
  ///
  /// Without a first day from the very first, without a later one to the last. Empty when a day is
  /// before the first answers.
  package func grilles(
    de referentiel: String, sujet: String? = nil, depuis avant: Day?, jusque apres: Day?
  ) -> ArraySlice<Grille> {
    let all = grilles(de: referentiel, sujet: sujet)
    func place(_ day: Day) -> Int? { all.firstIndex { ($0.date ?? day) <= day } }
    guard let late = apres.map(place) ?? 0, let early = avant.map(place) ?? all.count - 1,
      late <= early, all.indices.contains(late)
    else { return [] }
    return all[late...early]
  }

  /// Points of a référentiel, and those of them that the last answers say something of, by the
  /// charter's axis; its points on none last, where it has such.
  ///
  /// - Complexity: O(points + answers)
  package func etendue(
    de referentiel: Referentiel, sujet: String? = nil
  ) -> [EtendueDeGrille] {
    let reponses =
      grille(de: referentiel.id, sujet: sujet).map { grilles[$0].reponses } ?? []
    let answered = Set(reponses.compactMap(\.point))
    return (Axe.allCases + [nil]).compactMap { axe in
      let points = referentiel.themes(sur: axe).flatMap(\.points)
      guard axe != nil || !points.isEmpty else { return nil }
      return EtendueDeGrille(
        axe: axe, points: points.count,
        reponses: points.count { ([$0.code] + $0.anciens).contains(where: answered.contains) })
    }
  }

  /// Begins the answers of a day from the last ones, which stay as they are.
  ///
  /// - Returns: Whether it did: not when there are none before, or they are that day's already.
  @discardableResult
  package mutating func nouvelleGrille(
    de referentiel: Referentiel, sujet: String? = nil, _ signature: Signature,
    ids: inout IDGenerator
  ) -> Bool {
    guard let last = grille(de: referentiel.id, sujet: sujet), !grilles[last].reponses.isEmpty,
      grilles[last].date.map({ $0 < signature.jour }) ?? true
    else { return false }
    var reponses = grilles[last].reponses
    // An argument that is taken up is one of its own: both may be re-discussed.
    for index in reponses.indices {
      for place in reponses[index].arguments.indices {
        reponses[index].arguments[place].id = ids.next()
      }
    }
    ajouterGrille(reponses, de: referentiel, sujet: sujet, signature, ids: &ids)
    return true
  }

  private mutating func ajouterGrille(
    _ reponses: [Reponse], de referentiel: Referentiel, sujet: String?, _ signature: Signature,
    ids: inout IDGenerator
  ) {
    var grille = Grille()
    grille.id = ids.next()
    grille.date = signature.jour
    grille.referentiel = referentiel.id
    grille.version = referentiel.edition
    grille.sujet = sujet
    grille.reponses = reponses
    grilles.append(grille)
  }

  /// Changes the answer to a point, in the grille of its référentiel, made today when there is none;
  /// an answer left without anything is taken out.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func repondre(
    _ code: String, de referentiel: Referentiel, sujet: String? = nil, _ signature: Signature,
    ids: inout IDGenerator, _ change: (inout Reponse) -> Void
  ) -> Bool {
    let place = grille(de: referentiel.id, sujet: sujet)
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
      ajouterGrille([reponse], de: referentiel, sujet: sujet, signature, ids: &ids)
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
    lierAuPoint(point, [id], signature)
    return id
  }

  /// Says that observations come of a point, beside those that they come of already.
  package mutating func lierAuPoint(
    _ point: String, _ observations: [String], _ signature: Signature
  ) {
    for id in observations {
      modifierObservation(id, signature) { one in
        if !one.points.contains(point) { one.points.append(point) }
      }
    }
  }
}

/// How far the points of an axis were gone through: counts, never a mark.
package struct EtendueDeGrille: Hashable, Sendable {
  package let axe: Axe?
  package let points: Int
  package let reponses: Int
}

extension Reponse {
  /// Whether it says the same of a point, whatever code that had.
  package func ditComme(_ other: Reponse?) -> Bool {
    other.map { dite == $0.dite } ?? estVide
  }

  /// Without what tells it from the same said elsewhere.
  private var dite: Reponse {
    var reponse = with(\.point, nil)
    for index in reponse.arguments.indices { reponse.arguments[index].id = "" }
    return reponse
  }

  /// Whether it answers a point of a form: what was said of it in another form stays, and is no answer.
  package func repond(_ forme: Referentiel.Point.Forme?) -> Bool {
    if existante == .nonConcerne { return true }
    return switch forme {
    case .curseur: !arguments.isEmpty
    case .choix: !choix.isEmpty || existanteTexte != nil
    case .liste: !elements.isEmpty
    case nil: !estVide
    }
  }

  /// Whether it says nothing of its point.
  package var estVide: Bool { self == Reponse().with(\.point, point) }
}
