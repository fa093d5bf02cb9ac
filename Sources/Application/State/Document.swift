package import DPES

/// An open démarche: its value, its file, and the way back.
package struct Document: Hashable, Sendable {
  /// Where the last change is.
  package enum Saved: Hashable, Sendable {
    /// Nothing has been changed since it was opened.
    case untouched
    /// Handed to the disk, not safe yet.
    case pending
    /// Safe on the disk since this time, `14:32`.
    case at(String)
    /// Not safe: the sentence says why and what to do.
    case failed(String)
  }

  package internal(set) var demarche: Demarche
  /// The file that it is saved in.
  package let path: String
  /// Why nothing can be changed: a sentence; nil when it can.
  package let readOnlyReason: String?
  package internal(set) var saved = Saved.untouched
  /// Grows by one with each change; the newest one on disk is what « enregistré » means.
  package internal(set) var revision = 0
  var past: [Demarche] = []
  var future: [Demarche] = []

  /// A démarche as its file held it, nothing changed yet.
  package init(_ demarche: Demarche, path: String, readOnlyReason: String? = nil) {
    self.demarche = demarche
    self.path = path
    self.readOnlyReason = readOnlyReason
  }
}

extension Document {
  /// Makes a change that can be undone; one that changes nothing leaves no step.
  ///
  /// - Returns: Whether something changed.
  mutating func change(_ edit: (inout Demarche) -> Bool) -> Bool {
    let before = demarche
    guard readOnlyReason == nil, edit(&demarche) else { return false }
    past.append(before)
    future.removeAll()
    touched()
    return true
  }

  /// Goes back by one change, and returns what that changed.
  mutating func undo(_ signature: Signature) -> PremierEcart? {
    guard let before = past.popLast() else { return nil }
    future.append(demarche)
    return goTo(before, "annulation", signature)
  }

  mutating func redo(_ signature: Signature) -> PremierEcart? {
    guard let after = future.popLast() else { return nil }
    past.append(demarche)
    return goTo(after, "retablissement", signature)
  }

  /// Takes an earlier or later value; the historique only grows.
  private mutating func goTo(
    _ value: Demarche, _ quoi: String, _ signature: Signature
  ) -> PremierEcart? {
    let changed = PremierEcart(demarche, value)
    let trail = demarche.historique
    demarche = value
    demarche.historique = trail
    demarche.tracer(quoi, changed?.objet ?? demarche.id, avant: nil, apres: nil, signature)
    touched()
    return changed
  }

  private mutating func touched() {
    revision += 1
    saved = .pending
  }
}
