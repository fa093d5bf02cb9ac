import DPES
import TerminalUI

// The card of a réalisé: what was achieved of an indicator in a period, with its proof.
extension FormCard {
  private static let statuts: [(statut: Realise.Statut, key: Character, word: String)] = [
    (.atteint, "a", "Atteint"), (.partiel, "p", "Partiel"), (.nonAtteint, "x", "Non atteint"),
    (.verifie, "v", "Vérifié"), (.nonVerifie, "w", "Non vérifié"),
    (.nonConcerne, "c", "Non concerné"),
  ]
  private static let objectifs: [(objectif: Objectif?, key: Character, word: String)] = [
    (.atteindre, "a", "Atteindre"), (.verifier, "v", "Vérifier"), (nil, "n", "Aucun"),
  ]

  fileprivate static func fields(
    _ one: Indicateur, _ realise: Realise?, _ expected: Objectif?, par: String?, isClosed: Bool
  ) -> [Form.Field] {
    values(one, realise) + proof(one, realise) + reasons(realise, isClosed: isClosed) + [
      Form.Field(
        text: par ?? "", id: "par", label: "Noté par",
        hint: par == nil
          ? "Vos initiales\u{A0}; cette machine s’en souviendra. Peut rester vide."
          : "Des initiales.",
        limit: 40),
      Form.Field(
        choice: Form.Choice(
          objectifs.map { Form.Choice.Option($0.key, $0.word, short: $0.word.lowercased()) },
          selection: objectifs.firstIndex { $0.objectif == expected }),
        id: "objectif", label: "Objectif", hint: "Ce qui est attendu dans cette période."),
    ]
  }

  private static func values(_ one: Indicateur, _ realise: Realise?) -> [Form.Field] {
    let letters = statuts.map { "\($0.key) \($0.word.lowercased())" }.joined(separator: ", ")
    let status = Form.Field(
      choice: Form.Choice(
        statuts.map { Form.Choice.Option($0.key, $0.word) },
        selection: statuts.firstIndex { $0.statut == realise?.statut }),
      id: "statut", label: "Réalisé", hint: "\(letters).")
    let value = Form.Field(
      text: realise?.valeur.map(\.french) ?? "", id: "valeur", label: "Valeur", hint: hint(one),
      limit: 500, isProse: false)
    let parts = [
      Form.Field(
        text: realise?.numerateur?.french ?? "", id: "numerateur", label: "Numérateur",
        hint: one.numerateur ?? "Ce que l’on compte.", limit: 40),
      Form.Field(
        text: realise?.denominateur?.french ?? "", id: "denominateur", label: "Dénominateur",
        hint: one.denominateur ?? "Parmi combien.", limit: 40),
    ]
    return [status, value] + (one.nature == .pourcentage ? parts : [])
  }

  private static func hint(_ one: Indicateur) -> String {
    switch one.nature {
    case .nombre: "Un nombre\u{A0}: 12,5 ou 1\u{A0}250.\(one.unite.map { " En \($0)." } ?? "")"
    case .pourcentage:
      "Un pourcentage\u{A0}: 12,5. Vide, il vient du numérateur et du dénominateur."
    case .ouiNon: "oui ou non."
    case .texte: "Un texte."
    case nil: "Un nombre ou un texte."
    }
  }

  private static func proof(_ one: Indicateur, _ realise: Realise?) -> [Form.Field] {
    let piece = realise?.piece
    return [
      Form.Field(
        text: realise?.commentaire ?? "", id: "commentaire", label: "Commentaire", limit: 5_000),
      Form.Field(
        text: piece?.titre ?? "", id: "titre", label: "Pièce",
        hint: one.preuve.map { "Attendue\u{A0}: \($0)" } ?? "Ce qui le prouve.", limit: 500),
      Form.Field(
        text: piece?.lieu ?? "", id: "lieu", label: "Lieu", hint: "Où la pièce se trouve.",
        limit: 500, isProse: false),
      Form.Field(
        text: piece?.dateDuFait?.frenchShort ?? "", id: "fait", label: "Date du fait",
        hint: "Le jour du fait, pas celui de la saisie\u{A0}: 12/03/2026.", limit: 40),
    ]
  }

  private static func reasons(_ realise: Realise?, isClosed: Bool) -> [Form.Field] {
    let motif = Form.Field(
      text: realise?.motif ?? "", id: "motif", label: "Motif",
      hint: "Pourquoi l’indicateur n’est pas concerné.")
    let correction = Form.Field(
      text: "", id: "correction", label: "Correction",
      hint: "La période est close\u{A0}: pourquoi corriger.")
    return isClosed ? [motif, correction] : [motif]
  }

  /// The réalisé that the form says, but for who entered it and when.
  fileprivate func realise(
    _ one: Indicateur, _ before: Realise?, today: Day
  ) throws(Fault) -> Realise {
    var realise = before ?? Realise()
    realise.statut = form.selection("statut").map { Self.statuts[$0].statut }
    do throws(Realise.ValeurRefusee) {
      try realise.ecrire(
        valeur: value("valeur"), numerateur: value("numerateur"),
        denominateur: value("denominateur"), nature: one.nature)
    } catch {
      throw Fault(error, value("valeur"))
    }
    realise.commentaire = value("commentaire")
    var piece = realise.piece ?? Realise.Piece()
    piece.titre = value("titre")
    piece.lieu = value("lieu")
    piece.dateDuFait = try fact(today)
    realise.piece = piece == Realise.Piece() ? nil : piece
    let motif = value("motif")
    if realise.statut == .nonConcerne, motif == nil {
      throw Fault(id: "motif", text: "«\u{A0}Non concerné\u{A0}» dit pourquoi.")
    }
    if realise.statut != .nonConcerne, let motif, motif != before?.motif {
      throw Fault(
        id: "motif",
        text: "Le motif ne va qu’avec «\u{A0}non concerné\u{A0}»\u{A0}; sinon un commentaire.")
    }
    realise.motif = realise.statut == .nonConcerne ? motif : nil
    return realise
  }

  private func fact(_ today: Day) throws(Fault) -> Day? {
    let day = try read("fait", Day.init(ecrit:), else: Self.notADay)
    if let day, day > today {
      throw Fault(id: "fait", text: "Un fait à venir n’est pas une preuve.")
    }
    return day
  }

  /// What is expected in the period from now on.
  fileprivate var objectif: Objectif? {
    form.selection("objectif").flatMap { Self.objectifs[$0].objectif }
  }
}

extension FormCard.Fault {
  /// What is wrong with a value, in words.
  fileprivate init(_ refusal: Realise.ValeurRefusee, _ valeur: String?) {
    (id, text) =
      switch refusal {
      case .niOuiNiNon(let text):
        ("valeur", "\(Self.quoted(text))\u{A0}: ici, c’est oui ou non.")
      case .pasUnNombre(let champ, let text):
        (champ.rawValue, "\(Self.quoted(text)) n’est pas un nombre\u{A0}: 30, 12,5 ou 1\u{A0}250.")
      case .horsLimites(let champ, let text):
        (champ.rawValue, "\(Self.quoted(text))\u{A0}: il faudrait \(Limite.valeur.mots).")
      case .incomplet(let champ): (champ.rawValue, "Il faut les deux, ou aucun.")
      case .parmiZero: ("denominateur", "Parmi zéro, il n’y a pas de part.")
      case .contredit(let part):
        (
          "valeur",
          "Le numérateur et le dénominateur font \(part.french)\u{A0}%, pas \(Self.quoted(valeur ?? ""))."
        )
      }
  }

  private static func quoted(_ text: String) -> String {
    "«\u{A0}\(TextWidth.truncated(text, to: 20))\u{A0}»"
  }
}

/// The réalisé of an indicator, by its id, in a period.
struct RealiseForm: FormSubject {
  let id: String
  let mois: Int

  var place: Screen { TableauEcran.place }

  /// nil when the démarche has no such indicator, or no such period.
  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let place = demarche.lieu(deIndicateur: id),
      demarche.schema.periodes.contains(where: { $0.mois == mois })
    else { return nil }
    let palier = demarche.schema.paliers[place.palier]
    let one = palier.indicateurs[place.index]
    let isClosed = demarche.estClose(mois)
    let fields = FormCard.fields(
      one, one.realises[mois], one.objectif(a: mois, echeanceMois: palier.echeanceMois),
      par: state.person.flatMap(demarche.initiales(de:)), isClosed: isClosed)
    let title = "\(mois) mois\(isClosed ? ", close" : "") · \(one.intitule)"
    return FormCard(self, title, fields, base: demarche)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      return try keep(card, in: &state)
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  /// Keeps the card of a réalisé, and remembers who entered the first one.
  private func keep(_ card: FormCard, in state: inout State) throws(FormCard.Fault) -> [Effect] {
    guard let one = card.base.indicateur(id) else { return state.leaveMode() }
    let before = one.realises[mois]
    var after = try card.realise(one, before, today: state.environment.today)
    let par = try card.person("par", before: before?.auteur)
    let isChanged = after != before ?? Realise()
    let isClosed = card.base.estClose(mois)
    if isClosed, isChanged {
      _ = try card.required(
        "correction", else: "La période est close\u{A0}: dites pourquoi corriger.")
    }
    var signature = state.signature
    signature.qui = par ?? signature.qui
    if isChanged, !isClosed || before == nil {
      after.date = signature.jour
      after.auteur = signature.qui ?? before?.auteur
    }
    let kept = after
    let effects = FormCard.commit(&state, card) { demarche, _ in
      let motif = card.value("correction") ?? ""
      let isEntered =
        isClosed
        ? demarche.corrigerRealise(deIndicateur: id, periode: mois, motif: motif, signature) {
          $0 = kept
        }
        : demarche.modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = kept }
      let isAimed = demarche.modifierObjectif(
        deIndicateur: id, periode: mois, card.objectif, signature)
      return isEntered || isAimed
    }
    guard !effects.isEmpty else { return [] }
    TableauEcran.show(&state, id, mois: mois)
    // Together with what came from elsewhere while the card was open.
    let mark = state.marks.mark(state.demarche?.indicateur(id)?.realises[mois]?.statut)
    TableauEcran.sayOfCell(
      &state,
      isChanged
        ? "\(mark.sign) \(mark.word)\(TableauEcran.ahead(state, mois)).\(FormCard.aside(state, kept.piece?.dateDuFait, .fait))"
        : "\(TableauText.words(for: card.objectif)).")
    return effects + remember(&state, par)
  }

  /// Who was asked for once is known from then on, here and on this machine.
  private func remember(_ state: inout State, _ id: String?) -> [Effect] {
    guard state.person == nil, let id, let demarche = state.demarche else { return [] }
    let name = demarche.initiales(de: id) ?? id
    state.environment.person = demarche.participant(named: name) == nil ? id : name
    return state.environment.person.map { [.remember($0)] } ?? []
  }
}
