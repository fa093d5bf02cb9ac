extension Constat {
  /// A rule, by the name that scripts know it by; `docs/format.md` has the list.
  package enum Regle: String, CaseIterable, Sendable {
    // The file contradicts itself.
    case idEnDouble = "id-en-double"
    case idVide = "id-vide"
    case lienRompu = "lien-rompu"
    case origineEnBoucle = "origine-en-boucle"
    case sirenNul = "siren-nul"

    // It can't mean what was meant.
    case valeurVide = "valeur-vide"
    case typeDeValeur = "type-de-valeur"
    case horsLimites = "hors-limites"
    case dateInvraisemblable = "date-invraisemblable"
    case dateHorsDemarche = "date-hors-demarche"
    case horloge
    case tempsALEnvers = "temps-a-l-envers"
    case periode
    case periodeHorsTableau = "periode-hors-tableau"
    case entreeEnDouble = "entree-en-double"
    case pointDeGrille = "point-de-grille"
    case boite
    case paireEnDouble = "paire-en-double"
    case relationAvecSoi = "relation-avec-soi"
    case regardSansImage = "regard-sans-image"
    case regardEnDouble = "regard-en-double"
    case parQuiSansRegard = "par-qui-sans-regard"
    case siren
    case chiffreDAffaires = "chiffre-d-affaires"
    case financeursPlusQueRessources = "financeurs-plus-que-ressources"
    case passageInconnu = "passage-inconnu"
    case passageEnDouble = "passage-en-double"
    case decisionSansMotif = "decision-sans-motif"
    case decisionSansJour = "decision-sans-jour"
    case renouveleSansDelivrance = "renouvele-sans-delivrance"
    case numeroEnDouble = "numero-en-double"
    case numeroChange = "numero-change"
    case origine
    case votes
    case optionInconnue = "option-inconnue"
    case rang
    case objectifAvantEcheance = "objectif-avant-echeance"
    case saisieApresCloture = "saisie-apres-cloture"
    case nonConcerneSansMotif = "non-concerne-sans-motif"

    // Allowed, and worth a look.
    case palierSansIndicateur = "palier-sans-indicateur"
    case tropDIndicateurs = "trop-d-indicateurs"
    case echeancesALEnvers = "echeances-a-l-envers"
    case atteintLeSansEffet = "atteint-le-sans-effet"
    case cycleInconnu = "cycle-inconnu"
    case nomDansUnTexte = "nom-dans-un-texte"
    case imageFigeeChangee = "image-figee-changee"
    case cleInconnue = "cle-inconnue"
    case versionRecente = "version-recente"
    case versionAncienne = "version-ancienne"
  }
}

extension Constat.Regle {
  /// How much it matters that it is broken (`docs/format.md`).
  package var gravite: Constat.Gravite {
    switch self {
    case .idEnDouble, .idVide, .lienRompu, .origineEnBoucle, .sirenNul: .erreur
    case .palierSansIndicateur, .tropDIndicateurs, .echeancesALEnvers, .atteintLeSansEffet,
      .cycleInconnu, .nomDansUnTexte, .imageFigeeChangee, .cleInconnue, .versionRecente,
      .versionAncienne:
      .remarque
    default: .avertissement
    }
  }

  /// Its sentences name a person or an organisation: they must not be shown to a room
  /// (`docs/format.md`).
  package var nommeQuelquUn: Bool { self == .nomDansUnTexte }

  /// What to do.
  package var conseil: String {
    switch self {
    case .idEnDouble:
      "Donnez à l’un des deux un identifiant neuf, et voyez lequel les liens voulaient dire."
    case .idVide: "Écrivez une lettre et dix caractères (a–z, 2–7), uniques dans le fichier."
    case .lienRompu: "Retirez ce lien, ou remettez ce à quoi il menait."
    case .origineEnBoucle: "Retirez «\u{A0}origine\u{A0}» de l’observation la plus ancienne."
    case .sirenNul: "Retirez-le tant que la structure n’en a pas."
    case .valeurVide: "Écrivez une valeur, ou retirez la clé."
    case .typeDeValeur: "Corrigez la valeur, ou la nature de l’indicateur."
    case .horsLimites: "Corrigez le nombre."
    case .dateInvraisemblable: "Vérifiez l’année."
    case .dateHorsDemarche: "Vérifiez l’année, et le début de la démarche."
    case .horloge: "Mettez l’ordinateur à l’heure, ou corrigez la date de cette saisie."
    case .tempsALEnvers: "Vérifiez les deux dates."
    case .periode: "Remplacez cette clé par le mois de fin d’une période."
    case .periodeHorsTableau: "Corrigez la période, ou allongez la durée du schéma."
    case .entreeEnDouble: "Gardez-en une seule."
    case .pointDeGrille: "Écrivez le référentiel et le code, comme «\u{A0}charte:u1\u{A0}»."
    case .boite:
      "Mettez «\u{A0}renseigne\u{A0}» si elle contient quelque chose, «\u{A0}neant\u{A0}» ou «\u{A0}vide\u{A0}» sinon."
    case .paireEnDouble: "Gardez une seule relation entre ces deux acteurs."
    case .relationAvecSoi: "Choisissez deux acteurs, ou retirez cette relation."
    case .regardSansImage:
      "Rendez aux observations leur «\u{A0}origine\u{A0}», ou retirez ce regard."
    case .regardEnDouble: "Dites par qui est chacun des deux, ou gardez-en un seul."
    case .parQuiSansRegard:
      "Ajoutez «\u{A0}regard\u{A0}»: «\u{A0}pairs\u{A0}», ou retirez «\u{A0}parQui\u{A0}»."
    case .siren: "Vérifiez-le sur un document officiel de la structure."
    case .chiffreDAffaires:
      "Gardez les ventes\u{A0}: Entrée dans le suivi financier, ou retirez «\u{A0}chiffreAffaires\u{A0}»."
    case .financeursPlusQueRessources: "Vérifiez les montants, ou les totaux de l’exercice."
    case .passageInconnu: "Corrigez le code, ou mettez à jour le fichier du cycle."
    case .passageEnDouble: "Gardez-en un seul, ou corrigez le rang."
    case .decisionSansMotif: "Écrivez le motif."
    case .decisionSansJour: "Écrivez le jour de la décision, ou retirez-la."
    case .renouveleSansDelivrance: "Ajoutez la décision qui l’a délivré, ou corrigez celle-ci."
    case .cycleInconnu:
      "Mettez son fichier dans ~/.local/share/palier/cycles\u{A0}; «\u{A0}palier cycles\u{A0}» les montre."
    case .numeroEnDouble: "Donnez à l’une des deux le premier numéro libre."
    case .numeroChange: "Rendez-lui le numéro de son origine."
    case .origine:
      "Choisissez une observation d’une image plus ancienne, ou retirez «\u{A0}origine\u{A0}»."
    case .votes: "Recomptez, ou corrigez le nombre de votants."
    case .optionInconnue: "Ajoutez-la aux options du vote, ou corrigez-la."
    case .rang: "Renumérotez de 1 à n les paliers de cet axe."
    case .objectifAvantEcheance: "Avancez l’échéance du palier, ou retirez cet objectif."
    case .saisieApresCloture: "Refaites cette saisie comme une correction, avec son motif."
    case .nonConcerneSansMotif: "Écrivez pourquoi."
    case .palierSansIndicateur: "Ajoutez un ou deux indicateurs, ou le jour où il est atteint."
    case .tropDIndicateurs: "Gardez les plus parlants, ou faites deux paliers."
    case .echeancesALEnvers: "Vérifiez les deux échéances, ou l’ordre des paliers."
    case .atteintLeSansEffet: "Notez plutôt les réalisés de ses indicateurs."
    case .nomDansUnTexte: "Voyez si ce nom doit y être, ou dites-le sans lui."
    case .imageFigeeChangee: "Comparez avec une version antérieure du fichier."
    case .cleInconnue: "Rien, si un autre programme l’a écrite\u{A0}; sinon vérifiez l’orthographe."
    case .versionRecente: "Mettez Palier à jour pour y écrire."
    case .versionAncienne:
      "Rien : le prochain enregistrement l’écrira dans le format d’aujourd’hui."
    }
  }
}
