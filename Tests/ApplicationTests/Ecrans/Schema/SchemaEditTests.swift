import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct SchemaEditTests {
  /// The example's schéma, on the first palier of its first axis.
  private func opened(_ size: Size = Size(100, 30)) throws -> State {
    state(try example(), size, screen: .schema)
  }

  private func titles(_ state: State, _ axe: Axe) -> [String] {
    state.demarche?.schema.paliers(de: axe).map { "\($0.rang ?? 0) \($0.intitule)" } ?? []
  }

  private func fields(_ state: State) -> [String: String] {
    guard let card = state.modes.last as? FormCard else { return [:] }
    return Dictionary(uniqueKeysWithValues: card.form.fields.map { ($0.id, card.form.text($0.id)) })
  }

  private func fault(_ state: State) -> String? {
    guard let card = state.modes.last as? FormCard else { return nil }
    return card.form.fields[card.form.focus].fault
  }

  @Test func `n adds a palier, the last of its axis, with a deadline to start from`() throws {
    var state = try opened()
    state.play("[droite][n]Un pot commun[Entrée][Échap]")
    #expect(titles(state, .personne).last == "6 Un pot commun")
    #expect(state.demarche?.schema.paliers.last?.echeanceMois == 36)
    #expect(state.schema.selected(in: state.derived)?.palier.intitule == "Un pot commun")
    state.press(.character("u"))
    #expect(titles(state, .personne).count == 5)
  }

  @Test func `Entrée renames the palier, and undo brings its name back`() throws {
    var state = try opened()
    let before = titles(state, .utilite)
    state.play("[Entrée][Ctrl-U]Trois contrats consolidés[Entrée]")
    #expect(titles(state, .utilite).first == "1 Trois contrats consolidés")
    state.press(.character("u"))
    #expect(titles(state, .utilite) == before)
  }

  @Test(
    arguments: [
      ("9", 9, nil), ("9 mois", 9, nil), ("janvier 2027", 16, nil),
      ("0", 0, "avant le départ"), ("-4", -4, "avant le départ"),
      ("01/08/2025", -2, "avant le départ"),
      ("48", 48, "passe les 36\u{A0}mois"), ("", nil, nil),
    ] as [(String, Int?, String?)])
  func `a deadline is typed in the card; one out of the schéma is kept, with a word`(
    typed: String, mois: Int?, notice: String?
  ) throws {
    var state = try opened()
    state.play("[Entrée][Tab][Ctrl-U]\(typed)[Entrée]")
    // One that lengthens the tableau is asked about, once; so is a date that is past.
    let early = "mois, c’est avant le départ. Entrée encore la garde."
    let asked = ["48": "le tableau irait à 48", "01/08/2025": early, "-4": early][typed]
    #expect(asked.map { fault(state)?.contains($0) == true } ?? true)
    if asked != nil { state.press(.enter) }
    let palier = try #require(state.schema.selected(in: state.derived)?.palier)
    #expect(palier.echeanceMois == mois)
    #expect(state.notice?.text.contains(notice ?? "à jour.") == true, "\(state.notice?.text ?? "")")
    #expect(state.demarche?.historique.filter { $0.quoi == "echeance" }.last?.objet == palier.id)
  }

  @Test func `a deadline before that of the palier below is kept, with a word`() throws {
    var state = try opened()
    state.play("[haut][Entrée][Tab][Ctrl-U]3[Entrée]")
    #expect(state.notice?.text.contains("vient avant celle du palier 1 (6\u{A0}mois)") == true)
    state.play("[bas][>]")
    #expect(state.notice?.kind == .done)
  }

  @Test(
    arguments: [
      ("[Entrée][Ctrl-U][Entrée]", "Il faut dire ce qui sera atteint."),
      ("[Entrée][Tab][Ctrl-U]bientôt[Entrée]", "«\u{A0}bientôt\u{A0}» n’est pas une échéance"),
      ("[i][Entrée]", "Il faut dire ce que l’on regarde."),
      ("[i]X[Tab][n][3 Tab]beaucoup[Entrée]", "«\u{A0}beaucoup\u{A0}» n’est pas un nombre"),
      ("[i]X[Tab][o][Tab]12[Entrée]", "c’est oui ou non"),
      ("[i]X[Tab][n][4 Tab]9: 3[Entrée]", "9 n’est pas une période"),
      ("[i]X[Tab][n][4 Tab]12 = 3[Entrée]", "Une période, deux-points"),
      ("[i]X[Tab][n][4 Tab]12: x[Entrée]", "«\u{A0}x\u{A0}» n’est pas un nombre"),
      ("[i]X[6 Tab]QQ[Entrée]", "QQ\u{A0}: personne n’a ces initiales"),
      ("[g][Entrée]", "Il faut dire à quoi l’on s’engage."),
      ("[g]X[3 Tab]bientôt[Entrée]", "«\u{A0}bientôt\u{A0}» n’est pas une date"),
    ])
  func `what is wrong is said beside the field, and what was typed is still there`(
    keys: String, said: String
  ) throws {
    var state = try opened()
    let before = state.demarche
    state.play(String(keys.prefix(keys.count - "[Entrée]".count)))
    let typed = fields(state)
    state.press(.enter)
    #expect(fault(state)?.contains(said) == true, "\(fault(state) ?? "")")
    #expect(fields(state) == typed && state.demarche == before)
    #expect(state.words.contains(said.split(separator: "\u{A0}").last.map(String.init) ?? ""))
  }

  @Test func `the first character typed takes the place of the deadline that is proposed`() throws {
    var state = try opened()
    state.play("[n]Un pot commun[Tab]15[Entrée]")
    #expect(state.demarche?.schema.paliers.last?.echeanceMois == 15)
  }

  @Test(arguments: [
    ("mars 2028", nil), ("bientôt", "n’est pas une échéance"), ("dans 3 mois", nil),
  ])
  func `a deadline is looked at where one leaves it`(typed: String, said: String?) throws {
    var state = try opened()
    state.play("[n]Un pot commun[Tab]\(typed)[Tab]")
    #expect(state.words.contains("n’est pas une échéance") == (said != nil))
  }

  @Test(
    arguments: [
      ("", "intitule nature sens unite cible cibles responsable preuve avec rythme"),
      ("[n]", "intitule nature sens unite cible cibles responsable preuve avec rythme"),
      (
        "[p]",
        "intitule nature numerateur denominateur sens cible cibles responsable preuve avec rythme"
      ),
      ("[o]", "intitule nature cible cibles responsable preuve avec rythme"),
      ("[t]", "intitule nature cible responsable preuve avec rythme"),
    ])
  func `an indicator is asked what its nature needs`(keys: String, asked: String) throws {
    var state = try opened()
    state.play("[i]X[Tab]\(keys)")
    let card = try #require(state.modes.last as? FormCard)
    #expect(card.form.fields.filter(\.isAsked).map(\.id).joined(separator: " ") == asked)
  }

  @Test func `what a file says of an indicator is asked whatever its nature, and kept`() throws {
    var demarche = try example()
    let place = try #require(
      demarche.schema.paliers.firstIndex { $0.indicateurs.contains { $0.nature == .pourcentage } })
    let index = try #require(
      demarche.schema.paliers[place].indicateurs.firstIndex { $0.nature == .pourcentage })
    demarche.schema.paliers[place].indicateurs[index].denominateur = "tous les contrats"
    let id = demarche.schema.paliers[place].indicateurs[index].id
    var state = state(demarche, Size(100, 30), screen: .schema)
    _ = state.open(SchemaCard.indicateur(id))
    state.play("[Tab][n][Entrée]")
    let one = state.document?.demarche.indicateur(id)
    #expect(one?.nature == .nombre && one?.denominateur == "tous les contrats")
  }

  @Test func `an indicator has its card, and each change of it leaves its line`() throws {
    var state = try opened()
    let person = try #require(state.demarche?.participants.first { $0.departLe == nil })
    state.play(
      "[i]Part des contrats durables[Tab][p][Tab]contrats durables[Tab]tous les contrats[Tab][h]"
        + "[Tab]60,5 %[Tab]12: 30; 24: 45,5[Tab]\(person.initiales?.lowercased() ?? "")[Tab]Registre"
        + "[Entrée]")
    let palier = try #require(state.schema.selected(in: state.derived)?.palier)
    var one = try #require(palier.indicateurs.last)
    #expect(one.nature == .pourcentage && one.sens == .hausse && one.preuve == "Registre")
    #expect(one.numerateur == "contrats durables" && one.denominateur == "tous les contrats")
    #expect(one.cible.map(one.french) == "60,5\u{A0}%" && one.responsable == person.id)
    #expect(
      one.cibles.entries.map { "\($0.mois) \(one.french($0.value))" } == [
        "12 30\u{A0}%", "24 45,5\u{A0}%",
      ])
    state.play("[z][2 bas][Entrée][5 Tab]70[Entrée]")
    one = try #require(
      state.demarche?.schema.paliers.first { $0.id == palier.id }?.indicateurs.last)
    #expect(one.cible.map(one.french) == "70\u{A0}%" && one.cibles.entries.count == 2)
    #expect(
      state.demarche?.historique.suffix(2).map(\.quoi) == ["indicateur", "indicateur-cible"])
  }

  @Test func `a responsable who left is kept, and said to have left`() throws {
    var demarche = try example()
    let person = try #require(demarche.participants.first)
    demarche.participants[0].departLe = Day(iso: "2026-10-01")
    var state = state(demarche, Size(100, 30), screen: .schema)
    state.play("[i]Réunions tenues[6 Tab]")
    #expect(state.words.contains("partis"))
    state.play("\(person.initiales ?? "")[Entrée]")
    #expect(state.notice?.text.contains("a quitté le tour de table le 01/10/2026") == true)
    let one = state.schema.selected(in: state.derived)?.palier.indicateurs.last
    #expect(one?.responsable == person.id)
  }

  @Test func `a third indicator is allowed, with a word`() throws {
    var state = try opened()
    state.play("[i]Deux[Entrée]")
    #expect(state.notice?.text.hasPrefix("Indicateur noté. «") == true)
    state.play("[i]Trois[Entrée]")
    #expect(state.notice?.text.contains("la méthode en conseille un ou deux") == true)
  }

  @Test func `engagements, answered observations and indicators are deleted in the zoom`() throws {
    var state = try opened()
    state.play("[g]Prêter une salle[Tab]La mairie[2 Tab]12/03/2027[Entrée]")
    let palier = try #require(state.schema.selected(in: state.derived)?.palier)
    #expect(palier.engagements.last?.organisme == "La mairie")
    #expect(palier.engagements.last?.quand == Day(iso: "2027-03-12"))
    let before = try #require(state.derived.answered[palier.id]).count
    state.press(.character("z"))
    for _ in palier.indicateurs { state.press(.down) }
    state.press(.down, .delete)
    #expect(state.schema.selected(in: state.derived)?.palier.engagements.isEmpty == true)
    for _ in palier.indicateurs { state.press(.down) }
    state.press(.down, .delete)
    #expect(state.derived.answered[palier.id]?.count == before - 1)
    state.press(.down, .delete)
    #expect(state.schema.selected(in: state.derived)?.indicateurs.isEmpty == true)
    for _ in 0..<4 { state.press(.character("u")) }
    #expect(
      state.schema.selected(in: state.derived)?.palier.indicateurs == palier.indicateurs)
    #expect(state.derived.answered[palier.id]?.count == before)
  }

  @Test func `d copies a palier to the end of its axis, Suppr takes it out, u brings it back`()
    throws
  {
    var state = try opened()
    let before = titles(state, .utilite)
    state.press(.character("d"))
    #expect(titles(state, .utilite) == before + ["5 Deux contrats consolidés"])
    let copy = state.schema.selected(in: state.derived)?.indicateurs
    #expect(copy?.map(\.indicateur.realises.isEmpty) == [true])
    state.press(.home, .delete)
    #expect(titles(state, .utilite).first == "1 Dossiers de financement à l’heure")
    state.press(.character("u"), .character("u"))
    #expect(titles(state, .utilite) == before)
  }

  @Test func `a palier without indicator is declared reached by a key, and lifts its axis`() throws
  {
    var state = state(
      try demarche(paliers: paliers(.utilite, [6, 12])), Size(80, 24), screen: .schema)
    state.press(.character("a"))
    #expect(state.schema.selected(in: state.derived)?.palier.atteintLe == exampleDay)
    #expect(state.notice?.text.contains("passe du niveau 0 au niveau 1.") == true)
    state.press(.character("a"))
    #expect(state.schema.selected(in: state.derived)?.palier.atteintLe == nil)
    #expect(state.demarche?.historique.map(\.quoi) == ["atteint", "atteint"])
    state.play("[Entrée][2 Tab]01/02/2026[Entrée]")
    #expect(state.schema.selected(in: state.derived)?.etat == .tenu)
    var other = try opened()
    other.press(.character("a"))
    #expect(other.notice?.kind == .refused)
  }

  @Test func `the observations that a palier answers are linked and unlinked in a list`() throws {
    var state = try opened()
    state.press(.character("o"))
    let palier = try #require(state.schema.selectedID)
    let before = state.derived.answered[palier]?.count ?? 0
    state.press(.enter)
    #expect(state.derived.answered[palier]?.count == before - 1)
    state.press(.enter)
    #expect(state.derived.answered[palier]?.count == before)
    state.play("conseil[Entrée]")
    #expect(state.derived.answered[palier]?.count == before + 1)
    #expect(state.words.contains("répond"))
    state.press(.escape)
    #expect(state.modes.isEmpty)
  }
}

@Suite struct DraftedPalierTests {
  @Test func `p drafts a palier from a priority, linked to it, and stays on the circle`() throws {
    var state = state(try example(), Size(100, 30))
    let priority = state.derived.image?.cercle.observations.first { $0.priorite && $0.axe != nil }
    let observation = try #require(priority)
    let isThere = state.select(observation.id)
    #expect(isThere)
    state.play("[p]")
    // A palier is an answer: what was observed is read above the fields.
    let form = try #require(state.modes.last as? FormCard)
    #expect(form.form.text("intitule").isEmpty)
    #expect(state.words.contains("Répond à : « \(observation.texte.prefix(20))"))
    for size in [Size(40, 12), Size(60, 16), Size(80, 24)] {
      _ = state.update(.event(.resize(size)))
      #expect(state.words.contains("Intitulé"), "\(size)")
    }
    _ = state.update(.event(.resize(Size(100, 30))))
    state.play("Un conseil ouvert[Entrée]")
    let palier = try #require(state.demarche?.schema.paliers.last)
    #expect(palier.intitule == "Un conseil ouvert" && palier.observations == [observation.id])
    #expect(palier.axe == observation.axe && state.screen == .cercle)
    #expect(state.notice?.text.contains("il répond à l’observation") == true)
    #expect(state.derived.paliers(for: observation.id).contains { $0.id == palier.id })
  }

  @Test func `only a priority that has an axis becomes a palier, and it is said why`() throws {
    var state = state(try example(), Size(100, 30))
    let other = try #require(
      state.derived.image?.cercle.observations.first { !$0.priorite && $0.axe != nil })
    _ = state.select(other.id)
    state.press(.character("p"))
    #expect(state.modes.isEmpty && state.notice?.text.contains("! marque d’abord") == true)
    _ = state.change { demarche, _ in
      let place = demarche.lieu(deObservation: other.id)
      guard let place else { return false }
      demarche.cercles[place.cercle].observations[place.index].priorite = true
      demarche.cercles[place.cercle].observations[place.index].axe = nil
      return true
    }
    _ = state.select(other.id)
    state.press(.escape, .character("p"))
    #expect(state.modes.isEmpty && state.notice?.text.contains("m place d’abord") == true)
  }
}

@Suite struct PalierMoveTests {
  private func titles(_ state: State, _ axe: Axe) -> [String] {
    state.demarche?.schema.paliers(de: axe).map(\.intitule) ?? []
  }

  @Test func `m and the arrows change the rank, a letter the axis; ranks stay gapless`() throws {
    var state = state(
      try demarche(paliers: paliers(.utilite, [6, 12, 18]) + paliers(.territoire, [9])),
      Size(80, 24), screen: .schema)
    state.play("[m][haut][haut][Entrée]")
    #expect(titles(state, .utilite) == ["Palier de 2", "Palier de 3", "Palier de 1"])
    #expect(state.schema.selected(in: state.derived)?.rang == 3)
    state.play("[m][t][bas][Entrée]")
    #expect(titles(state, .territoire) == ["Palier de 1", "Palier de 1"])
    #expect(state.schema.axe == .territoire && state.schema.selectedID == "U1")
    #expect(state.demarche?.schema.paliers(de: .utilite).map(\.rang) == [1, 2])
    state.play("[u][u]")
    #expect(titles(state, .utilite) == ["Palier de 1", "Palier de 2", "Palier de 3"])
    state.play("[m][m]")
    #expect(state.modes.isEmpty)
    state.play("[m][Entrée]")
    #expect(state.notice?.text == "Il y est déjà.")
  }

  @Test func `a rank below a palier that is reached is asked, and explained`() throws {
    var all = paliers(.utilite, [6, 12, 18])
    all[0].atteintLe = Day(iso: "2026-03-01")
    all[1].atteintLe = Day(iso: "2026-03-01")
    var state = state(try demarche(paliers: all), Size(80, 24), screen: .schema)
    let before = state.demarche
    state.play("[Fin][m][bas][Entrée]")
    #expect(state.demarche == before)
    #expect(state.words.contains("passerait sous « Palier de 2 », qui l’est"))
    #expect(state.words.contains("du niveau 2 au niveau 1"))
    state.press(.character("z"))
    #expect(state.demarche == before)
    state.press(.character("n"))
    #expect(state.modes.isEmpty && state.demarche == before)
    state.play("[m][bas][Entrée][o]")
    #expect(titles(state, .utilite) == ["Palier de 1", "Palier de 3", "Palier de 2"])
    #expect(state.derived.avancement?[.utilite].actuel == 1)
    #expect(state.notice?.text.contains("ceux d’au-dessus ne comptent plus") == true)
  }
}

@Suite struct CumulativeTruthTests {
  /// The example's second palier on P is held, and so is its first; one key on the tableau says that
  /// an indicator of the second is not reached any more.
  @Test(arguments: [Size(80, 24), Size(120, 36), Size(240, 67)])
  func `an indicator lost drops its axis everywhere at once, and it is said why`(size: Size) throws
  {
    var state = state(try example(), size, screen: .tableau)
    let axis = try #require(state.derived.avancement?[.personne])
    #expect(axis.actuel == 2)
    let indicateur = try #require(axis.paliers[1].indicateurs.first).indicateur.id
    let isThere = state.select(indicateur)
    #expect(isThere)
    let column = try #require(state.derived.avancement?.periodes.firstIndex { $0.mois == 18 })
    state.tableau.selectPeriod(column, in: state.derived)
    #expect(state.words.contains("1 palier perdu"))
    state.press(.character("x"))
    #expect(state.derived.avancement?[.personne].actuel == 1)
    #expect(
      state.notice?.text.contains("passe du niveau 2 au niveau 1\u{A0}: le palier 2 est perdu")
        == true)
    #expect(state.view.description.contains("2 paliers perdus"))
    state.press(.character("4"))
    #expect(state.words.matches(of: /▼ le palier 2 est à retrouver/).count == 2)
    state.schema.axe = .personne
    state.schema.select(1, in: state.derived)
    #expect(state.words.contains("l’axe redescend au niveau 1"))
    state.press(.character("r"))
    #expect(state.words.contains("▼2 Planning partagé"))
    let avancement = try #require(state.derived.avancement)
    let actuel = ArbreLook.looks(state, avancement).first { $0.name == "actuel" }
    #expect(actuel?.niveaux == [2, 1, 1, 2])
    state.press(.escape)
    state.press(.character("u"))
    #expect(state.notice?.text.contains("passe du niveau 1 au niveau 2.") == true)
  }

  @Test func `a palier held above one that is not says that it does not count`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.play("[droite][droite][haut][haut]")
    #expect(state.words.contains("ne compte pas tant que le palier 2 ne tient pas"))
  }
}
