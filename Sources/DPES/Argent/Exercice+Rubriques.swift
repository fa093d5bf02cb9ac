extension Exercice {
  /// What the form of a financial year asks, in order.
  ///
  /// The chiffre d’affaires is asked apart only where it is not the sales.
  package static let rubriques: [Rubrique<Exercice>] = [
    .jour("debut", "Début", \.debut, "Le premier jour\u{A0}: 01/01/2026."),
    .jour("fin", "Fin", \.fin, "Le dernier jour\u{A0}: 31/12/2026."),
    .nombre(
      "marchand", "Ventes (chiffre d’affaires)", \.marchand, .valeur,
      "En euros\u{A0}: ce qui est vendu, et rien d’autre."),
    .nombre(
      "nonMarchand", "Subventions, cotisations, dons", \.nonMarchand, .valeur,
      "En euros\u{A0}: l’argent reçu sans vendre."),
    .nombre(
      "nonMonetaire", "Contributions en nature, estimées", \.nonMonetaire, .valeur,
      "En euros\u{A0}: bénévolat, prêts et dons en nature\u{A0}; au pied des comptes."),
    .nombre(
      "autofinancement", "Autofinancement", \.autofinancement, .valeur,
      "En euros\u{A0}; −3 200 s’il en manque.", peutManquer: true),
    .nombre(
      "heuresDonnees", "Heures données", \.heuresDonnees, .quantite,
      "En heures\u{A0}: le temps des bénévoles."),
    .nombre(
      "chiffreAffaires", "Chiffre d’affaires écrit", \.chiffreAffaires, .valeur,
      "En euros\u{A0}: vide, il vaut les ventes."),
  ]
}

extension PointDeTresorerie {
  /// What the form of a point asks, in order.
  package static let rubriques: [Rubrique<PointDeTresorerie>] = [
    .jour("date", "Date", \.date, "Le jour où c’est vrai\u{A0}: 30/11/2026."),
    .nombre(
      "disponible", "Disponible", \.disponible, .valeur,
      "En euros\u{A0}: caisse et banque\u{A0}; −3 200 à découvert.", peutManquer: true),
    .nombre(
      "depensesMensuelles", "Dépenses mensuelles", \.depensesMensuelles, .valeur,
      "En euros\u{A0}: ce qui sort d’ordinaire en un mois."),
    .nombre(
      "ressourcesSignees", "Ressources signées", \.ressourcesSignees, .valeur,
      "En euros\u{A0}: sûres pour les douze mois à venir."),
    .nombre(
      "ressourcesAttendues", "Ressources attendues", \.ressourcesAttendues, .valeur,
      "En euros\u{A0}: sur douze mois, celles qui sont signées comprises."),
    .nombre(
      "fondsPropres", "Fonds propres", \.fondsPropres, .valeur,
      "En euros\u{A0}: ce que la structure a mis de côté\u{A0}; −3 200 s’il en manque.",
      peutManquer: true),
  ]
}

extension Financeur {
  /// What the form of one who pays asks in figures.
  package static let rubriques: [Rubrique<Financeur>] = [
    .nombre("montant", "Montant", \.montant, .valeur, "En euros, dans l’exercice.")
  ]
}
