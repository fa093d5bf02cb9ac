import Testing

@testable import DPES

/// What became of each thing said (R12), and what is done about what is lost or late (R13).
@Suite struct DevenirTests {
  private static let debut = Day(number: 20_454)
  private static let jour = debut.adding(months: 14)

  /// One observation, linked to paliers by their states, answered or not.
  @Test(
    arguments: [
      ([], false, Statut.rouge, Devenir.Sort.sansReponse), ([], false, .vert, .garde),
      ([], true, .rouge, .repondu), ([], true, .vert, .repondu),
      ([State.tenu], false, .rouge, .fait), ([.tenu], true, .rouge, .fait),
      ([.tenu, .aVenir], false, .vert, .enRoute),
      ([.tenu, .perdu], false, .vert, .perduOuEnRetard),
      ([.enRetard, .aVenir], false, .vert, .perduOuEnRetard), ([.aVenir], false, .vert, .enRoute),
      ([.sansObjet], false, .rouge, .repondu), ([.sansObjet, .tenu], false, .rouge, .fait),
      ([.sansObjet, .aVenir], false, .rouge, .enRoute),
    ] as [([State], Bool, Statut, Devenir.Sort)])
  func `a word is where its paliers, its answer or its colour put it`(
    paliers: [State], isAnswered: Bool, statut: Statut, sort: Devenir.Sort
  ) throws {
    let demarche = demarche(paliers, isAnswered: isAnswered, statut)
    let all = Devenir.devenirs(demarche, Avancement(demarche.schema, le: Self.jour))
    #expect(all.map(\.sort) == [sort] && all[0].reponses.count == paliers.count)
  }

  @Test func `a lineage is one word, as it was said first and as it stands last`() throws {
    var demarche = demarche([], isAnswered: false, .rouge)
    var later = observation("o2", "Dit autrement")
    (later.origine, later.statut) = ("o1", .vert)
    let image = image("c2", Self.debut.adding(months: 12), [later, observation("o3", "Neuve")])
    demarche.cercles.append(image)
    let all = Devenir.devenirs(demarche, Avancement(demarche.schema, le: Self.jour))
    #expect(all.map(\.premiere.texte) == ["Dit d’abord", "Neuve"])
    #expect(all.map(\.derniere.id) == ["o2", "o3"] && all.map(\.estNeuve) == [false, true])
    #expect(all.map(\.sort) == [.garde, .sansReponse])
    demarche.cercles[1].observations = []
    let closed = Devenir.devenirs(demarche, Avancement(demarche.schema, le: Self.jour))
    #expect(closed.map(\.estClose) == [true])
  }

  @Test func `what is lost or late says why, and what was decided about it`() throws {
    var demarche = demarche([.perdu, .aVenir], isAnswered: false, .rouge)
    func suites() -> [Suite] {
      Suite.suites(demarche, Avancement(demarche.schema, le: Self.jour))
    }
    #expect(suites().map(\.rang) == [1] && suites()[0].decisions.isEmpty)
    #expect(suites()[0].pourquoi == ["faute de temps"] && suites()[0].etat == .perdu)
    var note = NoteDeCapitalisation()
    (note.id, note.axe, note.decision) = ("n", .utilite, "Recommencer")
    demarche.notes = [note]
    #expect(suites()[0].decisions.map(\.texte) == ["Recommencer"])
    demarche.notes[0].axe = .personne
    #expect(suites()[0].decisions.isEmpty)
    // Of a palier that the note names it is, whatever the axis; of another one it is not.
    let late = demarche.schema.paliers[0].id
    demarche.notes[0].palier = late
    #expect(suites()[0].decisions.map(\.texte) == ["Recommencer"])
    (demarche.notes[0].axe, demarche.notes[0].palier) = (.utilite, demarche.schema.paliers[1].id)
    #expect(suites()[0].decisions.isEmpty)
    // A promise that serves it is something done about it, while it is open.
    var promesse = Seance.Promesse()
    (promesse.id, promesse.texte, promesse.qui, promesse.palier) = ("m", "Rappeler", "p", late)
    var seance = Seance()
    seance.promesses = [promesse]
    demarche.seances = [seance]
    #expect(
      suites()[0].decisions.map(\.texte) == ["Rappeler"] && suites()[0].decisions[0].qui == "p")
    let jour = Avancement(demarche.schema, le: Self.jour)
    func said() -> [String] {
      Parcours(demarche, jour).manques(de: .suivi).map(\.phrase).filter {
        $0.contains("sans suite")
      }
    }
    #expect(said().isEmpty)
    demarche.seances[0].promesses[0].etat = .abandonnee
    #expect(suites()[0].decisions.isEmpty)
    #expect(said() == ["1 palier perdu ou en retard, sans suite dite"])
  }

  @Test func `what was to be done by a day that is past decides nothing`() {
    var demarche = demarche([.perdu], isAnswered: false, .rouge)
    for (gap, count) in [(-1, 0), (0, 1), (30, 1)] {
      var engagement = Palier.Engagement()
      (engagement.texte, engagement.quand) = ("Prêter", Self.jour.adding(days: gap))
      demarche.schema.paliers[0].engagements = [engagement]
      let suite = Suite.suites(demarche, Avancement(demarche.schema, le: Self.jour))[0]
      #expect(suite.decisions.count == count, "\(gap)")
    }
  }

  @Test func `what is answered of a later image answers what was said in this one`() {
    var demarche = demarche([], isAnswered: false, .rouge)
    var later = observation("o2", "Dit autrement")
    later.origine = "o1"
    demarche.cercles.append(image("c2", Self.debut.adding(months: 12), [later]))
    var answer = Retour()
    (answer.id, answer.observation, answer.texte) = ("r", "o2", "Au budget")
    demarche.retours = [answer]
    var known = demarche
    known.cercles.removeLast()
    let jour = Avancement(demarche.schema, le: Self.jour)
    #expect(Devenir.devenirs(known, jour).map(\.sort) == [.sansReponse])
    #expect(Devenir.devenirs(known, jour, lignees: demarche.cercles).map(\.sort) == [.repondu])
  }

  @Test func `why something is late was said since it last held, and of nothing that was reached`()
  {
    var demarche = demarche([.enRetard], isAnswered: false, .rouge)
    func why() -> [String] {
      Suite.suites(demarche, Avancement(demarche.schema, le: Self.jour))[0].pourquoi
    }
    func say(_ month: Int, _ statut: Realise.Statut, _ words: String) {
      var realise = Realise()
      (realise.statut, realise.commentaire) = (statut, words)
      demarche.schema.paliers[0].indicateurs[0].realises[month] = realise
    }
    demarche.schema.paliers[0].indicateurs[0].realises[12] = nil
    say(6, .atteint, "Tenu depuis dix semaines")
    demarche.schema.paliers[0].indicateurs[0].objectifs[12] = .verifier
    #expect(why() == [])
    say(6, .partiel, "L’équipe de nuit n’a pas pu venir")
    #expect(why() == ["L’équipe de nuit n’a pas pu venir"])
  }

  @Test func `a decision of the axis answers what was late already when it was taken`() {
    var demarche = demarche([.perdu], isAnswered: false, .rouge)
    func decided() -> [String] {
      Suite.suites(demarche, Avancement(demarche.schema, le: Self.jour))[0].decisions.map(\.texte)
    }
    var note = NoteDeCapitalisation()
    (note.id, note.axe, note.decision) = ("n", .utilite, "Une navette")
    // Lost in its second period, which begins after six months.
    for (day, words) in [(5, []), (7, ["Une navette"]), (13, ["Une navette"])] {
      note.date = Self.debut.adding(months: day)
      demarche.notes = [note]
      #expect(decided() == words, "\(day)")
    }
    // Nor does one of the palier itself that came before, or that is still to come.
    note.palier = demarche.schema.paliers[0].id
    for (day, words) in [(5, []), (7, ["Une navette"]), (15, [])] {
      note.date = Self.debut.adding(months: day)
      demarche.notes = [note]
      #expect(decided() == words, "\(day)")
    }
  }

  @Test(arguments: [
    (13, "oui, M. Roux", true), (13, nil, false), (5, "oui", false), (15, "oui", false),
    (13, "Non", false), (13, "À revoir en décembre", false), (13, "Nonante euros", true),
  ])
  func `what a board answered about a palier is decided`(
    month: Int, answer: String?, isDecided: Bool
  ) {
    var demarche = demarche([.perdu], isAnswered: false, .rouge)
    var (board, ask) = (Seance(), Seance.Demande())
    (ask.id, ask.texte, ask.reponse) = ("d", "Une animatrice", answer)
    ask.palier = demarche.schema.paliers[0].id
    (board.id, board.genre, board.demandes) = ("b", .ca, [ask])
    board.date = Self.debut.adding(months: month)
    demarche.seances = [board]
    let suite = Suite.suites(demarche, Avancement(demarche.schema, le: Self.jour))[0]
    #expect(
      suite.decisions.map(\.texte)
        == (isDecided ? ["Une animatrice\u{A0}: \(answer ?? "")"] : []))
  }

  @Test func `of two answers the last one stands first`() {
    var demarche = demarche([.perdu], isAnswered: false, .rouge)
    demarche.seances = [(12, "oui, sans délai"), (13, "oui")].map { month, answer in
      var (board, ask) = (Seance(), Seance.Demande())
      (ask.id, ask.texte, ask.reponse) = ("d\(month)", "Une animatrice", answer)
      ask.palier = demarche.schema.paliers[0].id
      (board.id, board.genre, board.demandes) = ("b\(month)", .ca, [ask])
      board.date = Self.debut.adding(months: month)
      return board
    }
    let suite = Suite.suites(demarche, Avancement(demarche.schema, le: Self.jour))[0]
    #expect(
      suite.decisions.map(\.texte) == [
        "Une animatrice\u{A0}: oui", "Une animatrice\u{A0}: oui, sans délai",
      ])
  }

  @Test func `what was lost and is held again is held since then`() {
    var demarche = demarche([.perdu], isAnswered: false, .rouge)
    var again = Realise()
    (again.statut, again.date) = (.verifie, Self.debut.adding(months: 13))
    demarche.schema.paliers[0].indicateurs[0].realises[18] = again
    let answer = Devenir.devenirs(demarche, Avancement(demarche.schema, le: Self.jour))[0].reponses[
      0]
    #expect(answer.etat == .tenu && answer.jour == again.date)
  }

  @Test func `an observation of any image of its lineage is answered, once`() throws {
    var demarche = demarche([], isAnswered: false, .rouge)
    var later = observation("o2", "Dit encore")
    (later.origine, later.axe) = ("o1", .utilite)
    demarche.cercles.append(image("c2", Self.jour, [later]))
    var ids = IDGenerator(seed: 1)
    let signature = Signature(quand: Instant(seconds: 0), jour: Self.jour)
    let isAnswered = demarche.repondre(a: "o1", "Au budget de 2028", signature, ids: &ids)
    #expect(isAnswered && demarche.retour(a: "o2")?.texte == "Au budget de 2028")
    let isSame = demarche.repondre(a: "o2", "Au budget de 2028", signature, ids: &ids)
    #expect(!isSame && demarche.retours.count == 1)
    demarche.repondre(a: "o2", "Au budget de 2029", signature, ids: &ids)
    #expect(demarche.retours.map(\.texte) == ["Au budget de 2029"])
    #expect(demarche.constats([.lienRompu]).isEmpty)
    demarche.repondre(a: "o1", nil, signature, ids: &ids)
    #expect(demarche.retours.isEmpty && demarche.historique.last?.quoi == "retour")
  }

  @Test func `a palier is named by its letter and its rank`() throws {
    let demarche = demarche([.aVenir, .aVenir], isAnswered: false, .rouge)
    let second = demarche.schema.paliers(de: .utilite)[1].id
    #expect(demarche.palier(nomme: "u2") == second && demarche.palier(nomme: "U 2") == second)
    #expect(demarche.repere(dePalier: second) == "U2")
    for word in ["", "U", "U0", "U3", "X1", "2", "é1"] {
      #expect(demarche.palier(nomme: word) == nil, "\(word)")
    }
    #expect(demarche.repere(dePalier: "zz") == nil)
  }

  /// How a palier stands on the day.
  enum State: Sendable { case tenu, perdu, enRetard, aVenir, sansObjet }

  private func demarche(
    _ paliers: [State], isAnswered: Bool, _ statut: Statut
  ) -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "X", debut: Self.debut)
    var said = observation("o1", "Dit d’abord")
    (said.statut, said.axe) = (statut, .utilite)
    demarche.cercles = [image("c1", Self.debut, [said])]
    demarche.schema.paliers = paliers.enumerated().map { palier($1, $0) }
    if isAnswered {
      var retour = Retour()
      (retour.id, retour.observation, retour.texte) = ("r", "o1", "Ailleurs")
      demarche.retours = [retour]
    }
    return demarche
  }

  private func observation(_ id: String, _ texte: String) -> Observation {
    var observation = Observation()
    (observation.id, observation.texte) = (id, texte)
    return observation
  }

  private func image(
    _ id: String, _ date: Day, _ observations: [Observation]
  ) -> CercleDeQualite {
    var image = CercleDeQualite()
    (image.id, image.date, image.observations) = (id, date, observations)
    return image
  }

  private func palier(_ state: State, _ index: Int) -> Palier {
    var palier = Palier()
    (palier.id, palier.axe, palier.rang) = ("p\(index)", .utilite, index + 1)
    palier.observations = ["o1"]
    palier.echeanceMois = state == .aVenir ? 30 : 6
    var one = Indicateur()
    one.id = "i\(index)"
    func said(_ statut: Realise.Statut, _ month: Int) {
      var realise = Realise()
      (realise.statut, realise.date) = (statut, Self.debut.adding(months: month - 1))
      if statut == .nonAtteint { realise.commentaire = "faute de temps" }
      one.realises[month] = realise
    }
    if state == .tenu || state == .perdu { said(.atteint, 6) }
    if state == .perdu { said(.nonAtteint, 12) }
    if state == .sansObjet { said(.nonConcerne, 6) }
    palier.indicateurs = [one]
    return palier
  }
}
