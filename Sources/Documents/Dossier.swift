package import DPES

/// What documents are made from: a démarche, where it stands on a day, and who is who in it.
///
/// Made once for a document; every rule of the method it holds comes from ``Avancement``.
package struct Dossier: Sendable {
  package let demarche: Demarche
  package let jour: Day
  /// When the document is made; only a calendar says it.
  package let instant: Instant
  /// By id: those that the answers of the grille are read with; only some documents want them.
  package var referentiels: [String: Referentiel] = [:]
  let avancement: Avancement
  private let people: [String: Participant]
  /// Initials that more than one person has, in small letters.
  private let sharedInitials: Set<String>

  /// - Complexity: O(participants + indicators × periods).
  package init(_ demarche: Demarche, le jour: Day, instant: Instant) {
    self.demarche = demarche
    self.jour = jour
    self.instant = instant
    avancement = Avancement(demarche.schema, le: jour)
    people = Dictionary(demarche.participants.map { ($0.id, $0) }) { first, _ in first }
    var met: Set<String> = []
    var shared: Set<String> = []
    for initiales in demarche.participants.compactMap({ $0.initiales?.lowercased() })
    where !met.insert(initiales).inserted {
      shared.insert(initiales)
    }
    sharedInitials = shared
  }

  /// The image that documents show: the last one by its date.
  var image: CercleDeQualite? { demarche.imagesParDate.last.map { demarche.cercles[$0] } }

  func participant(_ id: String?) -> Participant? { id.flatMap { people[$0] } }

  /// How a text calls a person: the initials, else the name; nil when it can't.
  func name(of id: String?) -> String? {
    participant(id).flatMap { $0.initiales ?? $0.nom }
  }

  /// What a spreadsheet says for a person, so that reading it finds the same one again: the
  /// initials, or the id of one who shares them.
  func key(of id: String?) -> String? {
    guard let initiales = participant(id)?.initiales else { return id }
    return sharedInitials.contains(initiales.lowercased()) ? id : initiales
  }
}
