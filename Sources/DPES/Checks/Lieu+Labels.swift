extension Lieu {
  /// What a person calls a key of the file.
  static func label(_ key: String) -> String { labels[key] ?? key }

  /// Those whose spelling in the file is not French.
  private static let labels: [String: String] = [
    "aIntegrer": "à intégrer", "aIntegrerTexte": "à intégrer, comment",
    "activites": "activités", "atteintLe": "atteint le",
    "chiffreAffaires": "chiffre d’affaires", "college": "collège",
    "contraintesEnvironnement": "contraintes de l’environnement",
    "contraintesInternes": "contraintes internes", "date": "date", "debut": "début",
    "decision": "décision", "denominateur": "dénominateur", "departLe": "départ le",
    "desaccord": "désaccord", "dureeMois": "durée, en mois", "echeanceAns": "échéance, en années",
    "echeanceMois": "échéance, en mois", "echelle": "échelle", "elements": "éléments",
    "etat": "état", "existanteTexte": "existante, comment",
    "externalitesNegatives": "externalités négatives",
    "externalitesPositives": "externalités positives", "figee": "figée", "figeeLe": "figée le",
    "indicateurs": "indicateurs", "intermediaireMois": "profil intermédiaire, en mois",
    "intitule": "intitulé", "lecon": "leçon", "mainsLevees": "mains levées",
    "minorite": "minorité", "numerateur": "numérateur", "numero": "numéro",
    "periodesCloses": "périodes closes", "piece": "pièce", "priorite": "priorité",
    "priorites": "priorités", "raisonSociale": "raison sociale", "realises": "réalisés",
    "reponses": "réponses", "resultats": "résultats", "seances": "séances",
    "unite": "unité",
  ]
}
