package import DPES

/// The words of what is to be done, on the screen and in print.
package struct AFaireText: Sendable {
  private let marks: Marks

  /// With the marks of a screen, or of a terminal that has ASCII alone.
  package init(_ marks: Marks) { self.marks = marks }

  /// The heading over the lines of a rubric.
  package static func titre(_ rubrique: AFaire.Rubrique) -> String {
    switch rubrique {
    case .perdu: "Perdu"
    case .enRetard: "En retard"
    case .echeancePassee: "Échéance passée"
    case .ceMois: "Ce mois-ci"
    case .aPreparer: "À préparer"
    case .aClore: "À clore"
    case .aVerifier: "À vérifier"
    case .aAtteindre: "À atteindre"
    case .promesses: "Promesses"
    case .aRelire: "À relire"
    case .identifiant: "Plus tard, dans le cycle"
    case .cycleInconnu: "Cycle sans fichier"
    }
  }

  /// What a line is about: an indicator’s or a palier’s title, a promise, an étape of a cycle.
  package static func texte(_ ligne: AFaire.Ligne) -> String {
    switch ligne.objet {
    case .cloture(let mois):
      "Période de \(mois)\u{A0}mois"
        + (ligne.sansReponse == 0
          ? ", rien n’y manque"
          : ", \(ligne.sansReponse.counting("case vide", "cases vides"))")
    case .indicateur, .palier, .promesse, .passage, .cycle, .outil, .carte: ligne.texte
    }
  }

  /// The sign of a line: lost, late, how a promise stands, else what its cell says already.
  package func mark(_ ligne: AFaire.Ligne) -> Marks.Mark {
    if let suivi = ligne.suivi { return marks.mark(suivi) }
    if let etat = ligne.etat { return marks.mark(etat) }
    switch ligne.rubrique {
    case .perdu: return marks.lost
    case .enRetard: return marks.late
    case .echeancePassee: return marks.past
    case .ceMois, .aPreparer, .aClore, .aVerifier, .aAtteindre, .promesses, .identifiant,
      .cycleInconnu, .aRelire:
      return marks.mark(ligne.statut)
    }
  }

  /// For how many days it has been late or past its deadline, in at most ten columns, or in five; nil when it is not.
  package static func retard(_ ligne: AFaire.Ligne, le jour: Day, isShort: Bool = false) -> String?
  {
    ligne.joursDeRetard(le: jour).map { isShort ? "\($0)\u{A0}j" : $0.counting("jour") }
  }

  /// What is expected, or how a promise stands, in a word.
  package static func attendu(_ ligne: AFaire.Ligne) -> String {
    if let suivi = ligne.suivi { return suivi.mot }
    return switch (ligne.objet, ligne.objectif) {
    case (.passage, _): attendu(ligne.genre)
    case (.cycle, _): ""
    case (.outil, _), (.carte, _): "relire"
    case (.palier, _): "déclarer"
    case (.cloture, _): "clore"
    case (_, .atteindre): "atteindre"
    case (_, .verifier): "vérifier"
    case (_, nil): ""
    }
  }

  /// What one does at an étape.
  private static func attendu(_ genre: Cycle.Etape.Genre?) -> String {
    switch genre {
    case .envoi: "envoyer"
    case .echange: "échanger"
    case .journee: "venir"
    case .decision: "obtenir"
    case .remise: "recevoir"
    case nil: "faire"
    }
  }
}
