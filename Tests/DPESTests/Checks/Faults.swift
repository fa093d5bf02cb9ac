import DPES

// Every way in which the checked file can be wrong.
extension ChecksTests {
  /// Two regards of nobody in particular, of one day.
  private static let twice = ["x1", "x2"].map { id in
    "{\"id\": \"\(id)\", \"date\": \"2026-09-01\", \"regard\": \"pairs\", \"observations\": "
      + "[{\"id\": \"\(id)o\", \"texte\": \"Un\", \"origine\": \"o\"}]}, "
  }.joined()

  static let formatFaults = [
    Fault(
      "\"id\": \"u\"", "\"id\": \"k\"", .idEnDouble, "/ressources/0/id",
      "déjà celui de\u{A0}: palier «\u{A0}Haut\u{A0}»"),
    Fault("\"id\": \"t\"", "\"id\": \"\"", .idVide, "/schema/paliers/0/engagements/0/id", "vide"),
    Fault(
      "\"initiales\": \"SC\"", "\"initiales\": null", .valeurVide, "/participants/0/initiales",
      "vide"),
    Fault("\"Appeler\"", "\"\"", .valeurVide, "/seances/0/promesses/0/texte", "promesse 1"),
    Fault(
      "\"Essai\"", "\"\"", .valeurVide, "/structure/raisonSociale",
      "«\u{A0}raisonSociale\u{A0}» est vide,"),
    Fault(
      "[\"Loger\"]", "[\"Loger\", \"\"]", .valeurVide, "/profilStrategique/ambition/elements/1",
      "de cette liste"),
    Fault(
      "{\"12\": 30}", "{\"12\": \"\"}", .valeurVide, "/schema/paliers/0/indicateurs/0/cibles/12",
      "«\u{A0}12\u{A0}» est vide"),
    Fault(
      "\"mois\": 6", "\"moi\": 5, \"mois\": 6", .cleInconnue, "/periodesCloses/0/moi",
      "«\u{A0}moi\u{A0}»"),
    Fault(
      "\"rang\": 9", "\"rang\": 8", .passageEnDouble,
      "/cycles/0/passages/2", "deux passages de rang 8"),
    Fault(
      "\"faitLe\": \"2025-12-12\", \"issue\"", "\"issue\"", .decisionSansJour,
      "/cycles/0/passages/0", "rien ne dit quel jour"),
    Fault(
      "\"faitLe\": \"2026-06-01\"}", "\"faitLe\": \"2026-06-01\", \"reponduLe\": \"2026-05-31\"}",
      .tempsALEnvers, "/cycles/0/passages/1/reponduLe", "d’avant ce à quoi elle répond"),
    Fault(
      "\"issue\": \"delivre\"", "\"issue\": \"ajourne\"", .decisionSansMotif,
      "/cycles/0/passages/0", "rien ne dit pourquoi"),
    Fault(
      "\"issue\": \"delivre\"", "\"issue\": \"renouvele\"", .renouveleSansDelivrance,
      "/cycles/0/passages/0", "rien n’avait été délivré"),
    Fault("\"version\": 1", "\"version\": 2", .versionRecente, "/version", "version 2"),
    Fault(
      "\"debut\": \"2026-03-12\"", "\"debut\": \"0206-03-12\"", .dateInvraisemblable,
      "/schema/debut", "l’an 206"),
    Fault(
      "2026-03-14T01:00:00Z", "1776-03-14T01:00:00Z", .dateInvraisemblable,
      "/historique/0/quand", "l’an 1776"),
    Fault(
      "{\"point\": \"a\"}", "{\"point\": \"b\"}", .entreeEnDouble, "/grilles/0/reponses/1",
      "«\u{A0}point\u{A0}»\u{A0}: «\u{A0}b\u{A0}»"),
    Fault(
      "[{\"mois\": 6,", "[{\"mois\": 6}, {\"mois\": 6,", .entreeEnDouble, "/periodesCloses/1",
      "«\u{A0}mois\u{A0}»\u{A0}: 6"),
    Fault(
      "{\"option\": \"Rien\", \"points\": 1}", "{\"option\": \"n\", \"points\": 1}",
      .entreeEnDouble, "/cercles/1/scrutins/0/resultats/1", "«\u{A0}n\u{A0}»"),
    Fault(
      "\"parCollege\": [", "\"parCollege\": [{\"college\": \"usagers\"}, ", .entreeEnDouble,
      "/cercles/1/scrutins/0/parCollege/1", "«\u{A0}usagers\u{A0}»"),
    Fault(
      "\"rayon\": 50", "\"rayon\": 100.5", .horsLimites, "/cercles/0/observations/0/place/rayon",
      "vaut 100.5"),
    Fault(
      "\"chiffreAffaires\": 300", "\"chiffreAffaires\": 390", .chiffreDAffaires,
      "/structure/exercices/0/chiffreAffaires", "les ventes sont de 300\u{A0}€"),
    Fault(
      "\"montant\": 80", "\"montant\": 391", .financeursPlusQueRessources,
      "/structure/exercices/0/financeurs",
      "apportent 391\u{A0}€, plus que les subventions, cotisations et dons"),
    Fault(
      "{\"id\": \"e\", \"date\": \"2026-09-01\",",
      "{\"id\": \"e\", \"date\": \"2026-09-01\", \"parQui\": \"Zorg\",",
      .parQuiSansRegard, "/cercles/1/parQui", "par qui elle est vue"),
    Fault(
      "{\"id\": \"e\", \"date\"",
      "{\"id\": \"x1\", \"date\": \"2026-09-01\", \"regard\": \"pairs\"}, {\"id\": \"e\", \"date\"",
      .regardSansImage, "/cercles/1", "ne reprend rien"),
    Fault(
      "{\"id\": \"e\", \"date\"", twice + "{\"id\": \"e\", \"date\"", .regardEnDouble, "/cercles/2",
      "des mêmes pairs"),
    Fault(
      "\"vers\": \"E\", \"nature\": \"neutralite\"", "\"vers\": \"A\"", .lienRompu,
      "/cartes/0/liens/0/vers", "qui n’est pas un acteur"),
    Fault(
      "\"de\": \"E\", \"vers\": \"F\"", "\"de\": \"E\", \"vers\": \"E\"", .relationAvecSoi,
      "/relations/0",
      "avec lui-même"),
    Fault(
      "\"relations\": [", "\"relations\": [{\"id\": \"I\", \"de\": \"F\", \"vers\": \"E\"}, ",
      .paireEnDouble, "/relations/1", "dite deux fois"),
    Fault(
      "\"liens\": [", "\"liens\": [{\"vers\": \"E\"}, ", .paireEnDouble, "/cartes/0/liens/1",
      "carte du 2 avril 2026"),
    Fault("732829320", "000000000", .sirenNul, "/structure/siren", "personne"),
    Fault("732829320", "732829321", .siren, "/structure/siren", "clé de contrôle"),
    Fault("732829320", "732 829 320", .siren, "/structure/siren", "sans espace\u{A0}: 732829320"),
    Fault("732829320", "W621", .siren, "/structure/siren", "«\u{A0}W621\u{A0}» n’est pas fait"),
    Fault(
      "\"renseigne\"", "\"vide\"", .boite, "/profilStrategique/ambition", "contient quelque chose"),
    Fault(
      "\"neant\"", "\"renseigne\"", .boite, "/profilStrategique/priorites", "ne contient rien"),
    Fault(
      "\"etat\": \"renseigne\", ", "", .boite, "/profilStrategique/ambition", "«\u{A0}vide\u{A0}»"),
    Fault(
      "charte:u1", "u1", .pointDeGrille, "/cercles/0/observations/0/points/0", "«\u{A0}u1\u{A0}»"),
  ]

  static let linkFaults = [
    Fault(
      "[\"p\", \"q\"]", "[\"p\", \"z9\"]", .lienRompu, "/seances/0/presents/1",
      "séance du 12 mars 2026, «\u{A0}presents\u{A0}»"),
    Fault(
      "\"qui\": \"p\", \"texte\"", "\"qui\": \"z9\", \"texte\"", .lienRompu,
      "/seances/0/promesses/0/qui", "promesse «\u{A0}Appeler\u{A0}»"),
    Fault(
      "\"auteur\": \"p\",\n        \"points\"", "\"auteur\": \"o\",\n \"points\"", .lienRompu,
      "/cercles/0/observations/0/auteur", "observation 7"),
    Fault(
      "{\"id\": \"r\", \"auteur\": \"q\"}", "{\"id\": \"r\", \"auteur\": \"z9\"}", .lienRompu,
      "/cercles/0/observations/0/arguments/0/auteur", "argument 1"),
    Fault("\"seance\": \"s\"", "\"seance\": \"z9\"", .lienRompu, "/cercles/0/seance", "séance"),
    Fault(
      "\"origine\": \"o\"", "\"origine\": \"z9\"", .lienRompu, "/cercles/1/observations/0/origine",
      "«\u{A0}z9\u{A0}», qui n’est pas une observation"),
    Fault(
      "[\"o\", \"n\"]", "[\"o\", \"z9\"]", .lienRompu, "/schema/paliers/0/observations/1",
      "palier «\u{A0}Premier\u{A0}»"),
    Fault(
      "\"qui\": \"p\"}]", "\"qui\": \"z9\"}]", .lienRompu, "/schema/paliers/0/engagements/0/qui",
      "engagement 1"),
    Fault(
      "\"responsable\": \"p\"", "\"responsable\": \"z9\"", .lienRompu,
      "/schema/paliers/0/indicateurs/0/responsable", "indicateur «\u{A0}Part\u{A0}»"),
    Fault(
      "31, \"auteur\": \"p\"", "31, \"auteur\": \"z9\"", .lienRompu,
      "/schema/paliers/0/indicateurs/0/realises/12/auteur", "période 12, «\u{A0}auteur\u{A0}»"),
    Fault(
      "[{\"auteur\": \"q\",", "[{\"auteur\": \"z9\",", .lienRompu,
      "/schema/paliers/0/indicateurs/0/realises/12/corrections/0/auteur", "correction 1"),
    Fault("\"par\": \"p\"", "\"par\": \"z9\"", .lienRompu, "/periodesCloses/0/par", "close 6"),
    Fault(
      "\"palier\": \"l\"", "\"palier\": \"z9\"", .lienRompu, "/ressources/0/palier", "un palier"),
  ]

  static let imageFaults = [
    Fault(
      "\"numero\": 8", "\"numero\": 7", .numeroEnDouble, "/cercles/1/observations/1/numero",
      "numéro 7"),
    Fault(
      "\"id\": \"n\", \"numero\": 7", "\"id\": \"n\", \"numero\": 9", .numeroChange,
      "/cercles/1/observations/0/numero", "avait le 7"),
    Fault(
      "\"date\": \"2026-09-01\"", "\"date\": \"2026-03-11\"", .origine,
      "/cercles/1/observations/0/origine", "plus ancienne"),
    Fault(
      "\"id\": \"h\", ", "\"id\": \"h\", \"origine\": \"h\", ", .origineEnBoucle,
      "/cercles/1/observations/1/origine", "d’elle-même"),
    Fault(
      "2026-03-14T01:00:00Z", "2026-03-15T01:00:00Z", .imageFigeeChangee,
      "/cercles/0/observations/0", "le 15 mars 2026, après"),
    Fault(
      "\"date\": \"2026-03-12\", \"seance\"", "\"date\": \"2026-03-14\", \"seance\"",
      .tempsALEnvers,
      "/cercles/0/figeeLe", "avant sa propre date, le 14 mars"),
    Fault(
      "\"Un œuf\"", "\"Un mot d’ines\"", .nomDansUnTexte, "/cercles/0/observations/0/texte",
      "nomme «\u{A0}Inès\u{A0}»"),
    Fault(
      "{\"option\": \"n\", \"points\": 5}", "{\"option\": \"n\", \"points\": 6}", .votes,
      "/cercles/1/scrutins/0/resultats", "7 points sont donnés"),
    Fault(
      "{\"option\": \"h\", \"points\": 6}", "{\"option\": \"h\", \"points\": 7}", .votes,
      "/cercles/1/scrutins/0/parCollege/0/resultats", "n’en ont que 6"),
    Fault(
      "{\"option\": \"n\", \"points\": 4}", "{\"option\": \"n\", \"points\": 5}", .votes,
      "/cercles/1/scrutins/1/resultats/0/points", "5 mains"),
    Fault(
      "\"usagers\", \"votants\": 3", "\"usagers\", \"votants\": 4", .votes,
      "/cercles/1/scrutins/0/parCollege", "4 votants, et le vote 3"),
    Fault(
      "{\"option\": \"n\", \"points\": 5}",
      "{\"option\": \"n\", \"points\": 5}, {\"option\": \"z9\"}", .optionInconnue,
      "/cercles/1/scrutins/0/resultats/1/option", "«\u{A0}z9\u{A0}»"),
  ]

  static let schemaFaults = [
    Fault("\"rang\": 2", "\"rang\": 3", .rang, "/schema/paliers/1/rang", "manque le rang 2"),
    Fault("\"rang\": 2", "\"rang\": 9", .rang, "/schema/paliers/1/rang", "les rangs 2 à 8"),
    Fault(
      "\"rang\": 2", "\"rang\": 1", .rang, "/schema/paliers/2/rang",
      "palier «\u{A0}Bas\u{A0}», «\u{A0}rang\u{A0}». Un autre palier de l’axe «\u{A0}Personne d’abord\u{A0}»"
    ),
    Fault("\"rang\": 2,", "", .rang, "/schema/paliers/1", "n’a pas de rang"),
    Fault(
      "\"rang\": 2, \"intitule\": \"Haut\", \"echeanceMois\": 24",
      "\"rang\": 2, \"intitule\": \"Haut\", \"echeanceMois\": 23", .echeancesALEnvers,
      "/schema/paliers/1/echeanceMois", "au mois 23, avant le palier"),
    Fault(
      "\"echeanceMois\": 15", "\"echeanceMois\": -5", .horsLimites,
      "/schema/paliers/0/echeanceMois",
      "vaut -5\u{A0}: il faudrait un nombre de mois entre 0 et 600"),
    Fault(
      "\"atteintLe\": \"2026-09-01\", ", "", .palierSansIndicateur, "/schema/paliers/1",
      "pas d’indicateur"),
    Fault(
      "\"indicateurs\": [{\"id\": \"y\"",
      "\"atteintLe\": \"2026-09-01\", \"indicateurs\": [{\"id\": \"y\"",
      .atteintLeSansEffet, "/schema/paliers/2/atteintLe", "en décident"),
    Fault(
      "{\"id\": \"z\",", "{\"id\": \"z1\", \"intitule\": \"A\"}, {\"id\": \"z\",",
      .tropDIndicateurs, "/schema/paliers/2/indicateurs", "3 indicateurs"),
    Fault(
      "\"6\": \"aucun\"", "\"6\": \"atteindre\"", .objectifAvantEcheance,
      "/schema/paliers/0/indicateurs/0/objectifs/6", "(mois 15, période 18)"),
    Fault(
      "\"valeur\": 31", "\"valeur\": \"31\"", .typeDeValeur,
      "/schema/paliers/0/indicateurs/0/realises/12/valeur", "pourcentage"),
    Fault(
      "\"valeur\": 2", "\"valeur\": false", .typeDeValeur,
      "/schema/paliers/0/indicateurs/0/realises/12/corrections/0/valeur", "pourcentage"),
    Fault(
      "\"cible\": 80", "\"cible\": true", .typeDeValeur, "/schema/paliers/0/indicateurs/0/cible",
      "«\u{A0}cible\u{A0}»"),
    Fault(
      "{\"12\": 30}", "{\"12\": \"30\"}", .typeDeValeur,
      "/schema/paliers/0/indicateurs/0/cibles/12", "période 12"),
  ]

  static let followUpFaults = [
    Fault(
      "{\"12\": 30}", "{\"13\": 30}", .periode, "/schema/paliers/0/indicateurs/0/cibles/13",
      "période 13"),
    Fault(
      "\"18\": \"verifier\"", "\"018\": \"verifier\"", .periode,
      "/schema/paliers/0/indicateurs/0/objectifs/018", "n’est pas une période"),
    Fault(
      "{\"12\": 30}", "{\"42\": 30}", .periodeHorsTableau,
      "/schema/paliers/0/indicateurs/0/cibles/42", "s’arrête à la période 36"),
    Fault(
      "\"periode\": 36", "\"periode\": 42", .periodeHorsTableau, "/notes/0/periode",
      "La période 42"),
    Fault(
      "\"periode\": 36", "\"periode\": 35", .periodeHorsTableau, "/notes/0/periode",
      "Le mois 35"),
    Fault(
      "\"periode\": 36", "\"periode\": 900000000", .horsLimites, "/notes/0/periode",
      "vaut 900000000"),
    Fault(
      "\"fin\": \"2026-08-31\"", "\"fin\": \"2025-08-31\"", .tempsALEnvers,
      "/structure/exercices/0/fin", "L’exercice finit le 31 août 2025, avant de commencer"),
    Fault(
      "\"quand\": \"2026-04-01\"", "\"quand\": \"2036-03-11\"", .dateHorsDemarche,
      "/seances/0/promesses/0/quand", "Le 11 mars 2036 vient après la fin de la démarche"),
    Fault(
      "\"quand\": \"2026-04-01\"", "\"quand\": \"2026-03-11\"", .tempsALEnvers,
      "/seances/0/promesses/0/quand", "avant la séance, le 12 mars 2026"),
    Fault(
      "\"dateDuFait\": \"2026-04-30\"", "\"dateDuFait\": \"2026-05-02\"", .tempsALEnvers,
      "/schema/paliers/0/indicateurs/0/realises/12/date", "le fait que sa preuve montre"),
    Fault(
      "\"debut\": \"2026-03-12\"", "\"debut\": \"2026-03-12\", \"intermediaireMois\": 42",
      .tempsALEnvers, "/schema/intermediaireMois", "mois 42"),
    Fault(
      "{\"date\": \"2026-09-12\"", "{\"date\": \"2026-09-13\"", .saisieApresCloture,
      "/schema/paliers/0/indicateurs/0/realises/6", "le 13 septembre 2026, après la clôture"),
    Fault(
      ", \"motif\": \"Trop tôt\"", "", .nonConcerneSansMotif,
      "/schema/paliers/0/indicateurs/0/realises/6", "sans motif"),
    Fault(
      ", \"existanteTexte\": \"Pas de salarié\"", "", .nonConcerneSansMotif,
      "/grilles/0/reponses/1", "réponse «\u{A0}b\u{A0}»"),
  ]
}
