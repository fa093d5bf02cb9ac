import DPES
import TerminalUI

// The statut that a value suggests: shown in its field, and kept by the next key.
extension FormCard {
  /// What is asked of a value of which nothing says what it means.
  static let statutAsked =
    "Que dit cette valeur\u{A0}? \(Saisie.statuts.map { String($0.key) }.joined(separator: " "))\u{A0}; "
    + "Entrée encore la garde sans statut."

  /// Proposes the statut that the target suggests for the value typed, where no person chose one.
  ///
  /// - Returns: Whether something is proposed that was not yet.
  @discardableResult
  mutating func proposeStatut(_ id: String, a mois: Int) -> Bool {
    let chosen = form.selection("statut")
    let typed = Self.valueFields.map(form.text).joined(separator: "/")
    // Of another value than the file's, the statut that stands there is nobody's choice yet.
    let isOld = chosen == original.selection("statut") && isAnotherValue && proposedOf != typed
    guard chosen == nil || chosen == proposed || isOld, let one = base.indicateur(id) else {
      return false
    }
    var realise = one.realises[mois] ?? Realise()
    do throws(Fault) {
      try write(one, in: &realise)
    } catch {
      // What is wrong with the value is said there.
      return false
    }
    let suggested = realise.valeur.flatMap { valeur in
      one.statutPropose(pour: valeur, a: mois, tenuAuDepart: base.isHeldAtStart(id))
    }
    let next = suggested.flatMap { statut in
      Saisie.statuts.firstIndex { $0.statut == statut }
    }
    guard let next, let suggested, let valeur = realise.valeur else {
      if proposed != nil { form.choose(nil, in: "statut") }
      proposed = nil
      return false
    }
    proposedOf = typed
    guard next != chosen else {
      if proposed != nil { form.explain(Self.proposal(suggested, valeur, one, mois), in: "statut") }
      return false
    }
    proposed = next
    form.choose(next, in: "statut")
    form.explain(Self.proposal(suggested, valeur, one, mois), in: "statut")
    return true
  }

  private static let valueFields = ["valeur", "numerateur", "denominateur"]

  private var isAnotherValue: Bool {
    Self.valueFields.contains { form.text($0) != original.text($0) }
  }

  /// What is proposed, and from what: a value, and the target that it is beside.
  private static func proposal(
    _ statut: Realise.Statut, _ valeur: Valeur, _ one: Indicateur, _ mois: Int
  ) -> String {
    let cible = one.cible(a: mois).map { " pour une cible de \(one.french($0))" } ?? ""
    let others = Saisie.statuts.filter { $0.statut != statut }.map { String($0.key) }
    return "\(one.french(valeur))\(cible)\u{A0}: «\u{A0}\(statut.mot)\u{A0}» proposé. "
      + "Entrée ou Tab le garde\u{A0}; \(others.joined(separator: " ")) disent autre chose."
  }
}

extension Demarche {
  /// Whether the palier of an indicator held already at month 0.
  fileprivate func isHeldAtStart(_ indicateur: String) -> Bool {
    lieu(deIndicateur: indicateur).map { schema.paliers[$0.palier].tenuAuDepart } ?? false
  }
}
