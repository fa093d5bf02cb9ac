import DPES
import TerminalUI

// The card of a réalisé: what was achieved of an indicator in a period, with its proof.
extension FormCard {
  private static let objectifs: [(objectif: Objectif?, key: Character, word: String)] = [
    (.atteindre, "a", "Atteindre"), (.verifier, "v", "Vérifier"), (nil, "n", "Aucun"),
  ]

  static func fields(
    _ one: Indicateur, _ realise: Realise?, _ expected: Objectif?, par: String?, isClosed: Bool
  ) -> [Form.Field] {
    values(one, realise) + (isClosed ? [correction] : []) + proof(one, realise) + [
      .text(realise?.commentaire, id: "commentaire", label: "Commentaire", limit: 5_000),
      .value(
        par, id: "par", label: "Noté par",
        hint: par == nil
          ? "Vos initiales\u{A0}; cette machine s’en souviendra. Peut rester vide."
          : "Des initiales."),
      Form.Field(
        choice: Form.Choice(
          objectifs.map { Form.Choice.Option($0.key, $0.word, short: $0.word.lowercased()) },
          selection: objectifs.firstIndex { $0.objectif == expected }),
        id: "objectif", label: "Objectif", hint: "Ce qui est attendu dans cette période."),
    ]
  }

  private static func values(_ one: Indicateur, _ realise: Realise?) -> [Form.Field] {
    let statuts = Saisie.statuts
    let status = Form.Field(
      choice: Form.Choice(
        statuts.map { Form.Choice.Option($0.key, $0.statut.mot.capitalizedFirst) },
        selection: statuts.firstIndex { $0.statut == realise?.statut }),
      id: "statut", label: "Réalisé", hint: letters)
    let motif = Form.Field(
      text: realise?.motif ?? "", id: "motif", label: "Motif",
      hint: "Pourquoi l’indicateur n’est pas concerné.")
    let value = Form.Field.value(
      realise?.valeur.map(\.french), id: "valeur", label: "Valeur", hint: hint(one), limit: 500)
    let parts: [Form.Field] = [
      .value(
        realise?.numerateur?.french, id: "numerateur", label: "Numérateur",
        hint: one.numerateur ?? "Ce que l’on compte."),
      .value(
        realise?.denominateur?.french, id: "denominateur", label: "Dénominateur",
        hint: one.denominateur ?? "Parmi combien."),
    ]
    return [value] + (one.nature == .pourcentage ? parts : []) + [status, motif]
  }

  /// The letters of the statuts.
  private static let letters =
    Saisie.statuts.map { "\($0.key) \($0.statut.mot)" }.joined(separator: ", ") + "."

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
        text: piece?.titre ?? "", id: "titre", label: "Pièce",
        hint: one.preuve.map { "Attendue\u{A0}: \($0)" } ?? "Ce qui le prouve.", limit: 500),
      Form.Field(
        text: piece?.lieu ?? "", id: "lieu", label: "Lieu", hint: "Où la pièce se trouve.",
        limit: 500, isProse: false),
      .day(
        piece?.dateDuFait, id: "fait", label: "Date du fait",
        hint: "Le jour du fait, pas celui de la saisie\u{A0}: 12/03/2026, 28/02, hier."),
    ]
  }

  private static let correction = Form.Field(
    text: "", id: "correction", label: "Correction",
    hint: "La période est close\u{A0}: pourquoi corriger.")

  private var statut: Realise.Statut? {
    form.selection("statut").map { Saisie.statuts[$0].statut }
  }

  /// Whether a field goes with the statut, or holds something already.
  func asksOfRealise(_ field: String) -> Bool {
    field != "motif" || statut == .nonConcerne || !original.text(field).isEmpty
  }

  /// Puts the value typed in a réalisé.
  func write(_ one: Indicateur, in realise: inout Realise) throws(Fault) {
    do throws(Realise.ValeurRefusee) {
      try realise.ecrire(
        valeur: value("valeur"), numerateur: value("numerateur"),
        denominateur: value("denominateur"), nature: one.nature)
    } catch {
      throw Fault(error, value("valeur"))
    }
  }

  /// The réalisé that the form says, but for who entered it and when.
  func realise(
    _ one: Indicateur, _ before: Realise?
  ) throws(Fault) -> Realise {
    var realise = before ?? Realise()
    realise.statut = statut
    try write(one, in: &realise)
    realise.commentaire = value("commentaire")
    var piece = realise.piece ?? Realise.Piece()
    piece.titre = value("titre")
    piece.lieu = value("lieu")
    piece.dateDuFait = try fact()
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

  func fact() throws(Fault) -> Day? {
    let day = try date("fait")
    if let day, day > today {
      throw Fault(id: "fait", text: "Un fait à venir n’est pas une preuve.")
    }
    return day
  }

  /// What is expected in the period from now on.
  var objectif: Objectif? {
    form.selection("objectif").flatMap { Self.objectifs[$0].objectif }
  }
}

extension FormCard.Fault {
  /// What is wrong with a value, in words.
  init(_ refusal: Realise.ValeurRefusee, _ valeur: String?) {
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
