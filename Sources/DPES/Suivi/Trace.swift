/// One line of the historique, the audit trail that only grows (`docs/format.md`).
package struct Trace: Record {
  package var quand: Instant?
  /// A participant's id.
  package var qui: String?
  /// What was done, such as `statut` or `echeance`.
  package var quoi: String?
  /// The id of what it was done to, with the period after `/` for a cell.
  package var objet: String?
  package var avant: Valeur?
  package var apres: Valeur?
  package var others = Others()

  package init() {}

  /// A line that says who and when, and nothing yet of what.
  package init(_ signature: Signature) {
    quand = signature.quand
    qui = signature.qui
  }

  package static let fields: [Field<Trace>] = [
    .optional("quand", { $0.quand }, { $0.quand = $1 }),
    .optional("qui", { $0.qui }, { $0.qui = $1 }).links(.past).names(.auteur),
    .optional("quoi", { $0.quoi }, { $0.quoi = $1 }),
    .optional("objet", { $0.objet }, { $0.objet = $1 }).links(.past).names(.objet),
    .optional("avant", { $0.avant }, { $0.avant = $1 }, .valeur).links(.past).names(.passe),
    .optional("apres", { $0.apres }, { $0.apres = $1 }, .valeur).links(.past).names(.passe),
  ]
}
