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
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("modele", { $0.modele }, { $0.modele = $1 }).called("modèle").names(.code),
    .optional("edition", { $0.edition }, { $0.edition = $1 }).called("édition").names(.code),
    .records("passages", { $0.passages }, { $0.passages = $1 }).each(
      "passage", "faitLe", "prevuLe", "etape"
    )
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
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("etape", { $0.etape }, { $0.etape = $1 }).called("étape").names(.code),
    .optional("rang", { $0.rang }, { $0.rang = $1 }, .rang),
    .optional("prevuLe", { $0.prevuLe }, { $0.prevuLe = $1 }).called("prévu le").dates(.prevu),
    .optional("prepareLe", { $0.prepareLe }, { $0.prepareLe = $1 }).called("préparé le").dates(
      .fait),
    .optional("faitLe", { $0.faitLe }, { $0.faitLe = $1 }).called("fait le").dates(.fait),
    .optional("canal", { $0.canal }, { $0.canal = $1 }),
    .optional("destinataire", { $0.destinataire }, { $0.destinataire = $1 }).names(
      .interlocuteur),
    .optional("texte", { $0.texte }, { $0.texte = $1 }).names(.propos),
    .optional("issue", { $0.issue }, { $0.issue = $1 }),
    .optional("motif", { $0.motif }, { $0.motif = $1 }).names(.propos),
    .optional("numero", { $0.numero }, { $0.numero = $1 }).called("numéro").names(.auteur),
    .optional("seance", { $0.seance }, { $0.seance = $1 }).called("séance").links(to: .seance),
    .optional("reponduLe", { $0.reponduLe }, { $0.reponduLe = $1 }).called("répondu le").dates(
      .fait),
    .optional("reponse", { $0.reponse }, { $0.reponse = $1 }).called("réponse").names(.propos),
    .optionalPart("piece", { $0.piece }, { $0.piece = $1 }).called("pièce"),
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
      .optional("utilite", { $0.utilite }, { $0.utilite = $1 }).called("utilité sociale"),
      .optional("personne", { $0.personne }, { $0.personne = $1 }).called(
        "primauté de la personne"),
      .optional("democratie", { $0.democratie }, { $0.democratie = $1 }).called("démocratie"),
      .optional("territoire", { $0.territoire }, { $0.territoire = $1 }),
    ]
  }

  package var signeeLe: Day?
  package var signataire: String?
  package var qualite: String?
  package var engagements: Engagements?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Charte>] = [
    .optional("signeeLe", { $0.signeeLe }, { $0.signeeLe = $1 }).called("signée le").dates(.fait),
    .optional("signataire", { $0.signataire }, { $0.signataire = $1 }).names(.personne),
    .optional("qualite", { $0.qualite }, { $0.qualite = $1 }).called("qualité").names(.auteur),
    .optionalPart("engagements", { $0.engagements }, { $0.engagements = $1 }),
  ]
}

extension Charte {
  /// The four public sentences, blank where none is said.
  package var phrases: Engagements {
    get { engagements ?? Engagements() }
    set { engagements = newValue.isBlank ? nil : newValue }
  }
}
