import Testing

@testable import DPES

/// The names of those whom a structure deals with, in its texts: who pays, who is written to, with whom
/// something was talked over.
@Suite struct InterlocuteurTests {
  enum Champ: CaseIterable { case financeur, destinataire, discuteAvec }

  /// A démarche that says a name in one of these fields, and a text elsewhere.
  private func demarche(_ nom: String, _ champ: Champ, _ texte: String) -> Demarche {
    var demarche = NameSpellingTests.demarche("Ysolde", texte)
    switch champ {
    case .financeur:
      var (exercice, financeur) = (Exercice(), Financeur())
      (exercice.id, financeur.id, financeur.nom) = ("e", "f", nom)
      exercice.financeurs = [financeur]
      demarche.structure.exercices = [exercice]
    case .destinataire:
      var (suivi, passage) = (CycleSuivi(), Passage())
      (suivi.id, suivi.modele, passage.id, passage.destinataire) = ("s", "pas-de-calais", "q", nom)
      suivi.passages = [passage]
      demarche.cycles = [suivi]
    case .discuteAvec:
      var note = NoteDeCapitalisation()
      (note.id, note.discuteAvec) = ("n", nom)
      demarche.notes = [note]
    }
    return demarche
  }

  private func masked(_ texte: String, _ nom: String, _ champ: Champ) throws -> String {
    let demarche = demarche(nom, champ, texte)
    var texts: [String] = []
    for niveau in [Anonymat.sansNoms, .complet] {
      var ids = IDGenerator(seed: 1)
      let copy = try demarche.anonymisee(niveau, ids: &ids)
      texts.append(copy.cercles[0].observations[0].texte)
      #expect(copy.structure.exercices.flatMap(\.financeurs).allSatisfy { $0.nom == nil })
      #expect(copy.cycles.flatMap(\.passages).allSatisfy { $0.destinataire == nil })
      #expect(copy.notes.allSatisfy { $0.discuteAvec == nil })
    }
    #expect(texts[0] == texts[1])
    // What a copy masks is what a check tells.
    let told = demarche.constats([.nomDansUnTexte])
    #expect(told.isEmpty == (texts[0] == texte), "\(told)")
    return texts[0]
  }

  @Test(arguments: [
    ("Leclercq SARL", "Leclercq SARL paie"), ("Dupuis et fils", "dupuis et fils paie"),
    ("Hertz & Cie", "Hertz & Cie paie"),
    ("h.vandamme@pasdecalais.fr", "à h.vandamme@pasdecalais.fr"),
    ("Mme Vasseur", "vu avec Mme Vasseur"), ("Mme Vasseur", "vasseur l’a promis"),
    ("M. de Brossard", "chez Brossard"), ("Hélène Vasseur", "vu avec helene vasseur"),
    ("Hélène Vasseur", "VASSEUR Hélène paie"), ("Hélène Vasseur", "merci à Mme Vasseur"),
    ("Hélène Vasseur, présidente", "Hélène Vasseur paie"),
    ("Dons (Hélène Vasseur)", "Hélène Vasseur paie"),
    ("M. Petit et Mme Vasseur", "Mme Vasseur, hier"),
    ("helene.vasseur@asso.fr", "écrire à helene.vasseur@autre.fr"),
    ("helene.vasseur@asso.fr", "avec Hélène Vasseur"),
    ("Fondation Quenneville", "la fondation Quenneville aide"),
    ("Jean-Pierre Brossard", "M. Brossard viendra"),
    ("Mission ESS, à l’attention de Mme Vasseur", "vasseur l’a promis"),
    ("Mission ESS - Mme Vasseur", "vasseur l’a promis"),
    ("Monsieur le Président Vasseur", "Vasseur le dit"),
    ("Mme la Vice-présidente Vasseur", "Mme Vasseur attend le rapport"),
    ("don de Mme Vasseur", "vu avec Vasseur"), ("Vasseur", "Mme Vasseur attend le rapport"),
    ("SARL Vandamme", "Vandamme SARL paie"),
  ])
  func `a person, or what only one is called, is masked and told`(nom: String, texte: String)
    throws
  {
    for champ in Champ.allCases {
      let masked = try masked(texte, nom, champ)
      #expect(masked.contains("["), "\(masked)")
      for word in ["vasseur", "brossard", "quenneville"] {
        #expect(!masked.folded.contains(word), "\(masked)")
      }
    }
  }

  @Test(arguments: [
    (
      "Mme Hochart attend le rapport. Elle rappelle",
      "Mme [personne] attend le rapport. Elle rappelle"
    ),
    ("vu avec mme Hochart et M. de La Tour", "vu avec mme [personne] et M. [personne]"),
    ("Madame la Vice-présidente Hochart signe", "Madame la Vice-présidente [personne] signe"),
    (
      "M. le Président directeur général Jean Hochart,",
      "M. le Président directeur général [personne],"
    ),
    ("Monsieur le Maire d’Arras, Mme la Présidente du Conseil, M. le Préfet", nil),
    ("mme Trop occupée pour me Voir, M.\nHier", "mme [personne] occupée pour me Voir, M.\nHier"),
  ])
  func `who a civility announces is masked, though nothing else names them`(
    texte: String, masked: String?
  ) throws {
    let demarche = NameSpellingTests.demarche("Ysolde", texte)
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.sansNoms, ids: &ids)
    #expect(copy.cercles[0].observations[0].texte == masked ?? texte)
    #expect(demarche.constats([.nomDansUnTexte]).isEmpty == (masked == nil))
  }

  @Test(arguments: [
    ("Caisse de retraite", "la caisse de retraite aide"), ("Région", "la Région décide"),
    ("Département", "le Département attend"), ("Dons (42)", "trois financeurs et des dons"),
    ("Région Hauts-de-France", "dans les Hauts-de-France, la Région"),
    ("Pas-de-Calais", "dans le Pas-de-Calais"), ("CAF", "la CAF"), ("État", "l’État"),
    ("Ville de Lille", "à Lille, la ville"), ("Ventes de légumes", "les ventes de légumes"),
    ("Crédit Coopératif", "un crédit, un esprit coopératif"),
    ("M. le Président du Conseil départemental", "le Président, le Conseil, un président"),
    ("Conseil d’administration", "le conseil d’administration"), ("CA et Comité", "le CA"),
    ("ess@pasdecalais.fr", "écrire à ess@autre.fr, l’ESS du Pas-de-Calais"),
    ("Mission ESS", "la mission ESS"), ("Cotisations des membres", "les cotisations des membres"),
    ("Mme Vasseur", "une vie, un département"),
  ])
  func `an institution that everybody knows, and a group, are no name`(nom: String, texte: String)
    throws
  {
    for champ in Champ.allCases { #expect(try masked(texte, nom, champ) == texte) }
  }
}
