import DPES
import TerminalUI

/// The fields of a passage, and what is read back from them.
struct PassageFields {
  private let passage: Passage
  private let cycle: Cycle
  private let demarche: Demarche
  /// Who follows the cycle, by id.
  private let referents: [String]

  init(_ passage: Passage, _ cycle: Cycle, _ demarche: Demarche, _ referents: [String]) {
    self.passage = passage
    self.cycle = cycle
    self.demarche = demarche
    self.referents = referents
  }

  /// What is asked of an étape, by what kind of thing it is.
  func all(_ etape: Cycle.Etape) -> [Form.Field] {
    let genre = etape.genre
    var fields: [Form.Field] = [
      .day(passage.faitLe, id: "faitLe", label: Self.jour(genre), hint: Self.hint)
    ]
    if genre == .decision { fields += decision(etape) }
    if genre == .journee { fields.append(presents(etape)) }
    if genre == .envoi { fields += sending }
    fields.append(
      .text(
        passage.texte, id: "texte", label: genre == .echange ? "Sur quoi" : "Note",
        hint: "Ce qu’il faut en garder.", limit: 1_000, lines: 3))
    if genre == .envoi || genre == .echange || etape.repond { fields += answer }
    fields.append(
      .day(
        passage.prevuLe, id: "prevuLe", label: "Prévu le",
        hint: "Vide, le jour vient du cycle, s’il en dit un. \(Form.Field.dateHint)."))
    if etape.modele != nil {
      fields.append(
        .day(
          passage.prepareLe, id: "prepareLe", label: "Préparé le",
          hint: "Quand son document est prêt\u{A0}; e l’écrit, et le dit."))
    }
    return fields + (genre == .decision ? [] : withoutObject) + piece
  }

  private static let hint = "\(Form.Field.dateHint)\u{A0}; vide tant que ce n’est pas fait."

  private static func jour(_ genre: Cycle.Etape.Genre?) -> String {
    switch genre {
    case .envoi: "Envoyé le"
    case .echange: "Le"
    case .journee: "Tenue le"
    case .decision: "Décidé le"
    case .remise: "Remis le"
    case nil: "Fait le"
    }
  }

  private static let issues: [(Cycle.Etape.Issue, Character)] = [
    (.delivre, "d"), (.renouvele, "r"), (.ajourne, "a"), (.retire, "t"), (.sansObjet, "s"),
  ]

  private func decision(_ etape: Cycle.Etape) -> [Form.Field] {
    let given = Set(etape.donne).union([.sansObjet])
    let all = Self.issues.map(\.0).filter(given.contains)
    let options = Self.issues.filter { all.contains($0.0) }.map {
      Form.Choice.Option($0.1, $0.0.mot)
    }
    return [
      Form.Field(
        choice: Form.Choice(options, selection: passage.issue.flatMap(all.firstIndex)),
        id: "issue", label: "Décision",
        hint: options.map { "\($0.key) \($0.label)" }.joined(separator: ", ") + "\u{A0}; ou ← →."),
      motif("Pourquoi c’est ajourné, retiré ou sans objet\u{A0}; sans nom de personne."),
      .value(
        passage.numero, id: "numero", label: "Numéro", hint: "Ce qui est délivré\u{A0}: 62-0147."),
    ]
  }

  private func motif(_ hint: String) -> Form.Field {
    .text(passage.motif, id: "motif", label: "Motif", hint: hint, limit: 500)
  }

  /// An étape that will not take place says why.
  private var withoutObject: [Form.Field] {
    [
      Form.Field(
        choice: Form.Choice(
          [Form.Choice.Option("s", Cycle.Etape.Issue.sansObjet.mot)],
          selection: passage.issue == .sansObjet ? 0 : nil),
        id: "sansObjet", label: "Sans objet",
        hint: "s\u{A0}: elle n’aura pas lieu\u{A0}; Suppr l’enlève."),
      motif("Pourquoi l’étape n’aura pas lieu\u{A0}; sans nom de personne."),
    ]
  }

  /// Those of its séance, also of one that stayed when it was taken off; else who follows the cycle.
  private func presents(_ etape: Cycle.Etape) -> Form.Field {
    let seance =
      passage.seance ?? passage.faitLe.flatMap { demarche.seanceLibre($0, etape.titre) }
    let held = seance.flatMap { id in demarche.seances.first { $0.id == id } }
    let names = (held?.presents ?? referents).map { id in
      demarche.participants.first { $0.id == id }?.initiales ?? id
    }
    return .text(
      names.joined(separator: " "), id: "presents", label: "Présents",
      hint: "Les initiales, séparées par des espaces\u{A0}: ôtez qui était absent.", limit: 1_000)
  }

  private var sending: [Form.Field] {
    let addresses = cycle.adresses.compactMap(\.lignes.first)
    return [
      .choice(passage.canal, id: "canal", label: "Par", hint: "Une lettre, ou ← →.") {
        Form.Choice.Option($0 == .courriel ? "c" : "p", $0.rawValue)
      },
      Form.Field(
        text: passage.destinataire ?? "", id: "destinataire", label: "À",
        hint: addresses.isEmpty ? "À qui." : "À qui\u{A0}; → propose.", limit: 200,
        suggestions: addresses),
    ]
  }

  private var answer: [Form.Field] {
    [
      .day(passage.reponduLe, id: "reponduLe", label: "Répondu le", hint: Self.hint),
      .text(
        passage.reponse, id: "reponse", label: "Réponse", hint: "Ce qui a été répondu.",
        limit: 1_000, lines: 3),
    ]
  }

  private var piece: [Form.Field] {
    let piece = passage.piece
    return [
      .text(
        piece?.titre, id: "pieceTitre", label: "Pièce",
        hint: "Ce qui le montre\u{A0}: un courrier.", limit: 200),
      .text(piece?.lieu, id: "pieceLieu", label: "Où", hint: "Où elle est rangée.", limit: 300),
      .day(piece?.dateDuFait, id: "pieceDu", label: "Du"),
    ]
  }

  // What was filled in.

  /// What a form says of a passage.
  struct Filled {
    var faitLe: Day?
    /// Ids of those who were there; nil where nobody is asked, or it is not held.
    var presents: [String]?
    fileprivate var writesDay = false
    fileprivate var days: [String: Day?] = [:]
    fileprivate var texts: [String: String?] = [:]
    fileprivate var issue: Cycle.Etape.Issue??
    fileprivate var canal: Cycle.Canal??

    /// Puts in what was changed; the rest stays, what the form does not show with it.
    func fill(_ passage: inout Passage) {
      if writesDay { passage.faitLe = faitLe }
      if let day = days["prevuLe"] { passage.prevuLe = day }
      if let day = days["prepareLe"] { passage.prepareLe = day }
      if let day = days["reponduLe"] { passage.reponduLe = day }
      if let text = texts["destinataire"] { passage.destinataire = text }
      if let text = texts["texte"] { passage.texte = text }
      if let text = texts["motif"] { passage.motif = text }
      if let text = texts["numero"] { passage.numero = text }
      if let text = texts["reponse"] { passage.reponse = text }
      if let issue { passage.issue = issue }
      if let canal { passage.canal = canal }
      var piece = passage.piece ?? Realise.Piece()
      if let text = texts["pieceTitre"] { piece.titre = text }
      if let text = texts["pieceLieu"] { piece.lieu = text }
      if let day = days["pieceDu"] { piece.dateDuFait = day }
      passage.piece = piece.isBlank ? nil : piece
    }
  }

  /// What was filled in of a passage; `known` is the one that there is, and `proposesDay` that the
  /// form came with a day of its own.
  static func read(
    _ card: FormCard, _ etape: Cycle.Etape, _ known: Passage?, proposesDay: Bool
  ) throws(FormCard.Fault) -> Filled {
    var filled = Filled()
    for field in card.form.fields where field.isAsked {
      guard case .text = field.content else { continue }
      let isChanged = card.isChanged(field.id)
      switch field.id {
      case "faitLe", "prevuLe", "prepareLe", "reponduLe", "pieceDu":
        guard let day = card.day(field.id) else {
          throw FormCard.Fault(id: field.id, text: FormCard.notADay(card.value(field.id) ?? ""))
        }
        if field.id == "faitLe" {
          (filled.faitLe, filled.writesDay) = (day, isChanged || proposesDay)
        } else if isChanged {
          filled.days[field.id] = .some(day)
        }
      case "presents": break
      default: if isChanged { filled.texts[field.id] = .some(card.value(field.id)) }
      }
    }
    try readChoices(card, etape, known, &filled)
    if etape.genre == .journee {
      guard filled.faitLe != nil || !card.isChanged("presents") else {
        throw FormCard.Fault(
          id: "faitLe", text: "Quel jour\u{A0}? Les présents se notent une fois la journée tenue.")
      }
      if filled.faitLe != nil { filled.presents = try presents(card) }
    }
    return filled
  }

  private static func readChoices(
    _ card: FormCard, _ etape: Cycle.Etape, _ known: Passage?, _ filled: inout Filled
  ) throws(FormCard.Fault) {
    for field in card.form.fields where field.isAsked && card.isChanged(field.id) {
      guard case .choice(let choice) = field.content else { continue }
      let letter = choice.selection.map { choice.options[$0].key }
      switch field.id {
      case "issue": filled.issue = .some(issues.first { $0.1 == letter }?.0)
      case "sansObjet": filled.issue = .some(letter == nil ? nil : .sansObjet)
      case "canal": filled.canal = .some(letter.map { $0 == "c" ? .courriel : .courrier })
      default: break
      }
    }
    try checkDays(card)
    let said = filled.issue ?? known?.issue
    if let said, said != known?.issue || card.isChanged("motif"), said.veutUnMotif,
      card.value("motif") == nil
    {
      try card.ask(
        "motif", "Rien ne dit pourquoi c’est \(said.mot). Entrée encore le garde ainsi.")
    }
    guard etape.genre == .decision else { return }
    if filled.faitLe != nil, (filled.issue ?? known?.issue) == nil, !etape.donne.isEmpty {
      throw FormCard.Fault(id: "issue", text: "Que dit la décision\u{A0}? Une lettre.")
    }
    if case .some(.some(let issue)) = filled.issue, issue != .sansObjet,
      !etape.donne.contains(issue)
    {
      throw FormCard.Fault(id: "issue", text: "«\u{A0}\(etape.titre)\u{A0}» ne donne pas cela.")
    }
  }

  /// Days that do not go with what is said beside them.
  static func checkDays(_ card: FormCard) throws(FormCard.Fault) {
    // What is still to come is not done: said to be, it would count as neither.
    try card.refuseToCome("faitLe", "videz-le, et dites-le dans «\u{A0}Prévu le\u{A0}».")
    for id in ["prepareLe", "reponduLe"] { try card.refuseToCome(id, "videz-le jusque-là.") }
    // One that can't be read is told where it is read.
    guard case .some(let done) = card.day("faitLe") else { return }
    let issue = choice(card, "issue")
    if done == nil, let issue, issue != "s" {
      throw FormCard.Fault(
        id: "faitLe", text: "Quel jour\u{A0}? Une décision compte à partir de son jour.")
    }
    if done != nil, issue == "s" || choice(card, "sansObjet") != nil {
      throw FormCard.Fault(
        id: issue == "s" ? "issue" : "sansObjet",
        text: "Une étape est faite, ou sans objet\u{A0}: pas les deux.")
    }
    if let done, case .some(.some(let answered)) = card.day("reponduLe"), answered < done {
      throw FormCard.Fault(
        id: "reponduLe",
        text: "La réponse, du \(answered.french), est d’avant ce qui est fait le \(done.french).")
    }
  }

  private static func choice(_ card: FormCard, _ id: String) -> Character? {
    guard let field = card.form.fields.first(where: { $0.id == id && $0.isAsked }),
      case .choice(let choice) = field.content
    else { return nil }
    return choice.selection.map { choice.options[$0].key }
  }

  /// Those present, by their ids.
  static func presents(_ card: FormCard) throws(FormCard.Fault) -> [String] {
    var presents: [String] = []
    for word in (card.value("presents") ?? "").split(whereSeparator: { " ,;".contains($0) }) {
      guard let one = card.base.personne(String(word), parmi: []) else {
        throw FormCard.Fault(id: "presents", text: FormCard.stranger(String(word), card.base))
      }
      if !presents.contains(one) { presents.append(one) }
    }
    return presents
  }
}
