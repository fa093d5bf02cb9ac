/// What a structure handed over to one receiver: its consent to be counted there, and until when.
///
/// The id is that of the démarche that the receiver holds (``Demarche/extrait(_:textes:ids:)``): the
/// same at each handing over, another one for another receiver.
package struct Transmission: IdentifiedRecord {
  package enum Quoi: String, Word {
    /// What can be counted, without a text.
    case comptes
    /// Texts as well, to be quoted without saying whose they are.
    case textes
  }

  package var id = ""
  /// Who receives it, as people call them.
  package var a: String?
  package var le: Day?
  package var quoi: Quoi?
  /// The last day of the consent; nil where it has none.
  package var jusquau: Day?
  /// Since when it is withdrawn.
  package var retireLe: Day?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Transmission>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("a", { $0.a }, { $0.a = $1 }).called("à").names(.interlocuteur),
    .optional("le", { $0.le }, { $0.le = $1 }).dates(.fait),
    .optional("quoi", { $0.quoi }, { $0.quoi = $1 }),
    .optional("jusquau", { $0.jusquau }, { $0.jusquau = $1 }).called("jusqu’au").dates(.prevu),
    .optional("retireLe", { $0.retireLe }, { $0.retireLe = $1 }).called("retirée le").dates(.fait),
  ]

  /// Whether the consent holds on a day.
  package func vaut(le jour: Day) -> Bool {
    retireLe == nil && jusquau.map { jour <= $0 } ?? true
  }
}

extension Demarche {
  /// What may be read of it on a day, as its own transmissions say; nil without a consent that holds.
  ///
  /// Of several the least: nobody knows here which of them the reader is.
  package func accord(le jour: Day) -> Transmission.Quoi? {
    let own = transmissions.filter { $0.vaut(le: jour) }
    if own.isEmpty { return nil }
    return own.allSatisfy { $0.quoi == .textes } ? .textes : .comptes
  }
}
