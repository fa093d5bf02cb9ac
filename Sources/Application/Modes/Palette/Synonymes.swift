import DPES

/// What people call things that Palier calls otherwise: words of facilitators and of other programs,
/// for the palette and the help.
enum Synonymes {
  /// The words, and the ids of the actions that they lead to; case and accents do not count.
  static let table: [(mots: String, ids: [String])] = [
    ("post-it gommette carton constat idée remarque saisir noter ajouter", ["cercle.nouvelle"]),
    ("gommettes points voter scrutin urne bulletin départager prioriser", ["cercle.votes"]),
    ("gommettes points voter scrutin urne bulletin dot voting", ["votes.nouveau"]),
    ("dépouillement podium classement revoir", ["votes.ouvrir"]),
    ("main levée partage contesté hésitation", ["cercle.mains"]),
    ("gommette couleur pastille rouge insuffisant", ["cercle.rouge"]),
    ("gommette couleur pastille orange à améliorer", ["cercle.orange"]),
    ("gommette couleur pastille vert répond satisfaisant", ["cercle.vert"]),
    ("important favori étoile retenir", ["cercle.priorite"]),
    ("réponse retour pourquoi refus parole répondre", ["cercle.retour"]),
    ("doublon fusionner réunir rassembler pareil même", ["cercle.regrouper"]),
    ("scinder séparer diviser dédoubler", ["cercle.couper"]),
    ("modifier éditer faute reformuler renommer", ["cercle.ouvrir"]),
    ("ranger classer changer d’axe", ["cercle.deplacer"]),
    ("pour contre débat discussion", ["cercle.arguments"]),
    ("minorité objection consensus conflit", ["cercle.desaccord"]),
    ("figer geler clore valider photo date bilan historique", ["cercle.images"]),
    ("geler verrouiller clore clôturer valider photo dégeler déverrouiller", ["images.figer"]),
    ("réévaluer refaire nouveau cercle an prochain", ["images.nouvelle"]),
    ("évolution avant après différence progrès", ["images.comparer"]),
    ("relire lecture confirmer", ["images.relire"]),
    ("chrono chronomètre minuteur compte à rebours temps pause sablier", ["salle.minuteur"]),
    (
      "projeter projecteur vidéoprojecteur mur escalier plein écran présenter beamer diaporama",
      ["salle"]
    ),
    ("légende couleurs signification", ["salle.legende"]),
    ("lisibilité taille loin lettres zoom", ["salle.distance"]),
    ("anonyme masquer confidentiel initiales", ["noms"]),
    ("pause geler bloquer projecteur", ["tenir"]),
    ("orateur intervenant micro qui a dit", ["parole"]),
    ("temps de parole équilibre micro", ["tours"]),
    (
      "imprimer impression exporter export pdf papier compte rendu rapport html csv excel tableur "
        + "agenda calendrier envoyer mail partager document", ["sortir"]
    ),
    ("sauver sauvegarder enregistrer disque", ["enregistrer"]),
    ("copie copier sauver sous sauvegarder clé usb dupliquer fichier", ["ailleurs"]),
    ("sauvegarde historique restaurer récupérer backup", ["versions"]),
    ("conflit copie nextcloud synchronisation fusionner", ["reunir"]),
    ("défaire retour arrière erreur", ["annuler"]),
    ("refaire", ["retablir"]),
    ("trouver rechercher loupe", ["chercher"]),
    ("commandes menu touches raccourcis", ["palette"]),
    ("raccourcis touches clavier mode d’emploi", ["aide"]),
    ("couleurs sombre clair contraste noir et blanc apparence", ["theme"]),
    ("colonnes côte à côte fenêtre diviser", ["autre-volet"]),
    ("copier sélectionner texte clic", ["souris"]),
    ("définition vocabulaire lexique mots", ["glossaire"]),
    ("guide démarche conseil animer animation", ["methode"]),
    ("fermer sortir partir", ["quitter"]),
    ("déroulé programme ordre du jour avancement où en est-on", ["etapes"]),
    ("réunion atelier rencontre jour", ["etat.seance"]),
    (
      "participant membre usager salarié administrateur invité inviter équipe",
      ["personne.nouvelle"]
    ),
    ("appel émargement absent présence feuille", ["personne.presence"]),
    ("trier tri ordre alphabétique", ["personne.ordre"]),
    ("engagement tâche action todo à faire", ["promesse.nouvelle"]),
    ("fait cocher terminé tenir", ["promesse.etat"]),
    ("partenaire", ["acteur.nouveau"]),
    (
      "identité organisation structure association raison sociale siren statut adresse coordonnées",
      ["structure.modifier"]
    ),
    ("pourquoi gouvernance comité pilote conduite portage", ["pilotage.modifier"]),
    ("swot forces faiblesses opportunités menaces", ["profil.ajouter"]),
    ("question réponse charte questionnaire", ["grille.oui", "grille.texte"]),
    ("questionnaires charte comparer", ["grille.referentiels"]),
    ("objectif étape marche action", ["schema.nouveau"]),
    ("mesure preuve chiffre", ["schema.indicateur"]),
    ("partenaire promesse", ["schema.engagement"]),
    ("radar toile araignée étoile graphique diagramme profil", ["schema.arbre"]),
    ("agrandir un seul", ["schema.zoom", "tableau.axe"]),
    ("exemples modèles suggestions inspiration", ["schema.idees"]),
    ("reporter avancer date délai", ["schema.plus-tard", "schema.plus-tot"]),
    ("retard dus trier tri", ["tableau.filtrer"]),
    ("valeur chiffre résultat preuve pièce commentaire", ["tableau.fiche"]),
    ("clôturer terminer fermer semestre", ["tableau.clore"]),
    ("plier réduire masquer", ["tableau.replier-tout"]),
    ("trier tri responsable qui", ["a-faire.personne"]),
    ("budget comptes résultat année chiffre d’affaires", ["finances.nouvel"]),
    ("note outil lien capitaliser", ["capitalisation.nouvelle"]),
    (
      "identifiant accompagnement charte rapport annuel réseau label comité reconnaissance",
      ["structure.cycle"]
    ),
    ("identifiant charte rapport annuel délivré renouvelé ajourné comité", ["cycle.ouvrir"]),
    ("créer commencer", ["accueil.nouvelle"]),
    ("démonstration essai modèle", ["accueil.exemple"]),
    ("csv excel tableur reprendre", ["accueil.importer", "importer"]),
    ("parcourir dossier clé usb disque chercher", ["accueil.fichier"]),
  ]

  /// The words that lead to an action, as they are compared; empty for most.
  static func of(_ id: String) -> String { byID[id] ?? "" }

  private static let byID = table.reduce(into: [String: String]()) { byID, line in
    for id in line.ids { byID[id, default: ""] += " " + line.mots.cherchable }
  }
}
