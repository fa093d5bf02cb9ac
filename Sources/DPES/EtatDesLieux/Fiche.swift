/// The forms of the état des lieux: what each asks, in order.
///
/// The identity card and the texts of the candidature are those that the Pas-de-Calais call asks
/// for; the pilotage is the method's own.
package enum Fiche: String, CaseIterable, Hashable, Sendable {
  case identite, candidature, pilotage, charte

  package var titre: String {
    switch self {
    case .identite: "Profil de l’organisation"
    case .candidature: "Candidature"
    case .pilotage: "Pilotage"
    case .charte: "Charte"
    }
  }

  package var rubriques: [Rubrique<Demarche>] {
    switch self {
    case .identite: Self.identiteRubriques
    case .candidature: Self.candidatureRubriques
    case .pilotage: Self.pilotageRubriques
    case .charte: Self.charteRubriques
    }
  }

  private static let identiteRubriques: [Rubrique<Demarche>] = [
    Rubrique(id: "raisonSociale", label: "Raison sociale", aide: "", genre: .texte) {
      $0.structure.raisonSociale
    } ecrire: { text, demarche in
      guard let text else { return "Une structure a un nom." }
      demarche.structure.raisonSociale = text
      return nil
    },
    siren,
    .texte("statut", "Statut", \.structure.statut, "→ propose\u{A0}; un autre s’écrit.", .statut),
    .texte("adresse", "Adresse", \.structure.adresse),
    .texte(
      "activites", "Activités", \.structure.activites, "Ce que fait la structure, et pour qui.",
      .texteLong),
    .texte(
      "echelle", "Échelle", \.structure.echelle,
      "Jusqu’où la structure intervient\u{A0}; → propose.", .echelle),
    .nombre(
      "permanents", "ETP permanents", \.structure.etp.permanents, .quantite,
      "En équivalents temps plein\u{A0}: 12,5."),
    .nombre(
      "insertion", "ETP en insertion", \.structure.etp.insertion, .quantite,
      "En équivalents temps plein\u{A0}: 12,5."),
  ]

  private static let siren = Rubrique<Demarche>(
    id: "siren", label: "SIREN",
    aide: "Neuf chiffres, avec ou sans espaces\u{A0}; peut rester vide.",
    genre: .texte
  ) {
    let siren = $0.structure.siren ?? ""
    guard Siren.faute(siren) != .forme else { return siren }
    return Siren.groupes(siren)
  } ecrire: { text, demarche in
    guard let text else {
      demarche.structure.siren = nil
      return nil
    }
    guard let siren = Siren.chiffres(text) else { return Siren.Faute.forme.phrase }
    if let faute = Siren.faute(siren) { return faute.phrase }
    demarche.structure.siren = siren
    return nil
  }

  private static let candidatureRubriques: [Rubrique<Demarche>] = [
    .texte(
      "motivation", "Motivation", \.candidature.motivation,
      "Pourquoi la structure demande à entrer dans la démarche.", .texteLong),
    .texte(
      "valeurs", "Valeurs et pratiques", \.candidature.valeurs,
      "Ce à quoi la structure tient, et comment cela se voit.", .texteLong),
    .texte(
      "resultatsAttendus", "Résultats attendus", \.candidature.resultatsAttendus,
      "Ce qui aura changé au bout de la démarche.", .texteLong),
    .texte(
      "moyens", "Moyens", \.candidature.moyens,
      "Qui, quoi, combien de temps sera donné à la démarche.", .texteLong),
    .texte(
      "moyens-humains", "Moyens humains", \.candidature.moyensParGenre.humains,
      "Si l’appel les demande à part\u{A0}: qui, et combien de temps.", .texteLong),
    .texte(
      "moyens-materiels", "Moyens matériels", \.candidature.moyensParGenre.materiels,
      "Si l’appel les demande à part\u{A0}: locaux, outils, matériel.", .texteLong),
    .texte(
      "moyens-quantitatifs", "Moyens quantitatifs", \.candidature.moyensParGenre.quantitatifs,
      "Si l’appel les demande à part\u{A0}: budget, heures, nombre de personnes.", .texteLong),
    .texte(
      "moyens-qualitatifs", "Moyens qualitatifs", \.candidature.moyensParGenre.qualitatifs,
      "Si l’appel les demande à part\u{A0}: savoir-faire, méthode, partenaires.", .texteLong),
    .texte(
      "actionsMenees", "Actions menées", \.candidature.actionsMenees,
      "Ce qui est déjà fait en ce sens.", .texteLong),
    .texte(
      "axesSouhaites", "Axes souhaités", \.candidature.axesSouhaites,
      "Ce que la structure veut développer.", .texteLong),
  ]

  private static let charteRubriques: [Rubrique<Demarche>] = [
    .jour(
      "signeeLe", "Signée le", \.charte.signeeLe,
      "12/03/2026\u{A0}; vide tant qu’elle ne l’est pas.", .jourPasse),
    .texte("signataire", "Signataire", \.charte.signataire, "Qui signe pour la structure."),
    .texte("qualite", "Qualité", \.charte.qualite, "Présidente, gérant, directrice."),
    engagement(.utilite, \.charte.phrases.utilite),
    engagement(.personne, \.charte.phrases.personne),
    engagement(.democratie, \.charte.phrases.democratie),
    engagement(.territoire, \.charte.phrases.territoire),
  ]

  private static func engagement(
    _ axe: Axe, _ path: Rubrique<Demarche>.Path<String?>
  ) -> Rubrique<Demarche> {
    .texte(
      "engagement-\(axe.rawValue)", axe.nomCourt, path,
      "La phrase affichée\u{A0}; vide, celle de la charte.", .texteLong)
  }

  private static let pilotageRubriques: [Rubrique<Demarche>] = [
    .texte(
      "pourquoi", "Pourquoi", \.pilotage.pourquoi,
      "Ce qui a décidé la structure à changer, maintenant.", .texteLong),
    .texte(
      "conception", "Conception", \.pilotage.conception,
      "Qui conçoit la démarche, prépare les séances et les outils.", .texteLong),
    .texte(
      "conduite", "Conduite", \.pilotage.conduite,
      "Qui la conduit d’une séance à l’autre, avec quel temps.", .texteLong),
    .texte(
      "validation", "Validation", \.pilotage.validation, "Quelle instance valide, et quand.",
      .texteLong),
    .texte(
      "portage", "Portage politique", \.pilotage.portage,
      "Qui, parmi les élus de la structure, la porte devant tous.", .texteLong),
    .texte(
      "regardExterieur", "Regard extérieur", \.pilotage.regardExterieur,
      "Qui, hors de la structure, regarde et questionne.", .texteLong),
    .texte(
      "reseaux", "Réseaux", \.pilotage.reseaux,
      "Les réseaux et les alliances sur lesquels s’appuyer pour changer.", .texteLong),
    .texte(
      "renfort", "Renfort", \.pilotage.renfort,
      "Les compétences qui manquent, et qui les apporte\u{A0}: formation, appui, embauche.",
      .texteLong),
  ]
}
