/// What a démarche went through of one cycle.
package struct CycleSuivi: IdentifiedRecord {
  package var id = ""
  /// The id of a ``Cycle``.
  package var modele: String?
  package var edition: String?
  package var passages: [Passage] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<CycleSuivi>] = [
    .required("id", \.id),
    .optional("modele", \.modele).called("modèle").names(.code),
    .optional("edition", \.edition).called("édition").names(.code),
    .records("passages", \.passages).each("passage", "faitLe", "prevuLe", "etape")
      .merged(.list(.passages)),
  ]
}

/// One étape, on its way or done: history is the list, a later decision is a passage of its own.
package struct Passage: IdentifiedRecord {
  package var id = ""
  /// The étape's code.
  package var etape: String?
  /// Of an étape that comes again and again: 1 for the first time.
  package var rang: Int?
  package var prevuLe: Day?
  package var prepareLe: Day?
  package var faitLe: Day?
  package var canal: Cycle.Canal?
  package var destinataire: String?
  package var texte: String?
  package var issue: Cycle.Etape.Issue?
  package var motif: String?
  /// Of what was delivered: « 62-0147 ».
  package var numero: String?
  /// The séance that holds the presences of a journée, or the meeting that an échange was.
  package var seance: String?
  package var reponduLe: Day?
  package var reponse: String?
  package var piece: Realise.Piece?
  package var others = Others()

  package init() {}

  /// What a decision is: none of them means anything without the others.
  static let decisionKeys = ["faitLe", "issue", "motif", "numero"]

  package static let fields: [Field<Passage>] = [
    .required("id", \.id),
    .optional("etape", \.etape).called("étape").names(.code),
    .optional("rang", \.rang, .rang),
    .optional("prevuLe", \.prevuLe).called("prévu le").dates(.prevu),
    .optional("prepareLe", \.prepareLe).called("préparé le").dates(.fait),
    .optional("faitLe", \.faitLe).called("fait le").dates(.fait),
    .optional("canal", \.canal),
    .optional("destinataire", \.destinataire).names(.auteur),
    .optional("texte", \.texte).names(.propos),
    .optional("issue", \.issue),
    .optional("motif", \.motif).names(.propos),
    .optional("numero", \.numero).called("numéro").names(.auteur),
    .optional("seance", \.seance).called("séance").links(to: .seance),
    .optional("reponduLe", \.reponduLe).called("répondu le").dates(.fait),
    .optional("reponse", \.reponse).called("réponse").names(.propos),
    .optionalPart("piece", \.piece).called("pièce"),
  ]
}

/// When the charter was signed, by whom, and what is said to the public of each axis.
package struct Charte: Record {
  /// The four public sentences; where one is absent, the charter's own holds.
  package struct Engagements: Record {
    package var utilite: String?
    package var personne: String?
    package var democratie: String?
    package var territoire: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Engagements>] = [
      .optional("utilite", \.utilite).called("utilité sociale"),
      .optional("personne", \.personne).called("primauté de la personne"),
      .optional("democratie", \.democratie).called("démocratie"),
      .optional("territoire", \.territoire),
    ]
  }

  package var signeeLe: Day?
  package var signataire: String?
  package var qualite: String?
  package var engagements: Engagements?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Charte>] = [
    .optional("signeeLe", \.signeeLe).called("signée le").dates(.fait),
    .optional("signataire", \.signataire).names(.personne),
    .optional("qualite", \.qualite).called("qualité").names(.auteur),
    .optionalPart("engagements", \.engagements),
  ]
}

extension Charte {
  /// The four public sentences, blank where none is said.
  package var phrases: Engagements {
    get { engagements ?? Engagements() }
    set { engagements = newValue.isBlank ? nil : newValue }
  }
}
