import DPES
import TerminalUI

/// Looking for words in the observations, the paliers and the indicators: to go there, or to choose
/// what another observation is put together with.
struct Search: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case going
    /// Choosing what the observation of this id joins.
    case grouping(String)
    /// Choosing what the palier of this id answers.
    case answering(String)
  }

  /// Something that can be found, and gone to.
  struct Entry: Hashable, Sendable {
    enum Place: Hashable, Sendable {
      case observation(String)
      case palier(String)
      case indicateur(String)
      /// A point of the référentiel that the grille shows, by its code.
      case point(String)
    }

    let place: Place
    let text: String
    /// What it is and where, in full and in short: `n° 13, Personne d’abord, 05/11/2026`.
    let whereabouts: String
    let shortWhereabouts: String
    /// Of an observation.
    var statut: Statut?
    let folded: String

    var isObservation: Bool {
      if case .observation = place { true } else { false }
    }
  }

  let purpose: Purpose
  /// Everything, folded once when the search is opened.
  let index: [Entry]
  private(set) var results: [Int]
  var field = TextField(limit: 200)
  var list = ListView()

  init(_ index: [Entry], for purpose: Purpose = .going) {
    self.purpose = purpose
    self.index = index
    results = Array(index.indices)
  }

  /// The same words looked for in another index, with the same result selected while it is there.
  func renewed(_ index: [Entry]) -> Search {
    let selected = list.selectedRow(of: results.count).map { self.index[results[$0]].place }
    var search = Search(index, for: purpose)
    search.field = field
    search.filter()
    search.list = list
    if let row = search.results.firstIndex(where: { index[$0].place == selected }) {
      search.list = ListView(selection: row)
    }
    return search
  }

  /// Keeps the entries that have every word typed.
  ///
  /// - Complexity: O(length of the index).
  mutating func filter() {
    let words = field.text.cherchable.split(separator: " ")
    results = index.indices.filter { place in
      words.allSatisfy { index[place].folded.contains($0) }
    }
    list = ListView()
  }
}

extension State {
  mutating func openSearch() {
    guard let demarche else { return }
    modes.append(
      .search(Search(points + Search.index(of: demarche, shown: derived.image))))
  }

  /// Looks anew in what came from elsewhere.
  mutating func renewSearch() {
    guard let demarche else { return }
    for (place, mode) in modes.enumerated() {
      guard case .search(let search) = mode else { continue }
      let index =
        switch search.purpose {
        case .going: points + Search.index(of: demarche, shown: derived.image)
        case .grouping(let id): groupingIndex(for: id)
        case .answering(let id): answersIndex(for: id)
        }
      modes[place] = .search(search.renewed(index))
    }
  }

  /// What an observation can be put together with, the most alike first.
  mutating func groupingIndex(for id: String) -> [Search.Entry] {
    guard let image = derived.image?.cercle,
      let observation = image.observations.first(where: { $0.id == id })
    else { return [] }
    return derived.others(like: observation).map { Search.entry($0, in: image) }
  }

  /// Does what the search is for with what is selected.
  mutating func take(_ search: Search) -> [Effect] {
    if search.purpose == .going { return go(to: search) }
    guard let row = search.list.selectedRow(of: search.results.count),
      case .observation(let other) = search.index[search.results[row]].place
    else { return [] }
    switch search.purpose {
    case .going: return []
    case .grouping(let id):
      modes.removeLast()
      return group(id, with: other)
    case .answering(let id): return toggleAnswer(other, dePalier: id)
    }
  }

  mutating func press(_ key: Key, in search: Search) -> [Effect] {
    if let action = Action.action(for: key, in: [.choice]) {
      return action.performed(in: &self)
    }
    var search = search
    if search.list.handle(key, of: search.results.count, height: Search.height(in: size)) {
      replaceMode(.search(search))
    } else if search.field.handle(key) {
      search.filter()
      replaceMode(.search(search))
    }
    return []
  }

  mutating func paste(_ text: String, in search: Search) {
    var search = search
    search.field.insert(text)
    search.filter()
    replaceMode(.search(search))
  }

  /// Closes what is open; a text begun is set aside.
  private mutating func leaveModes() {
    while let mode = modes.last {
      switch mode {
      case .edit: _ = leaveEdit()
      case .capture: _ = leaveCapture()
      default: modes.removeLast()
      }
    }
  }

  /// Closes the search, and goes to what is selected.
  private mutating func go(to search: Search) -> [Effect] {
    guard let row = search.list.selectedRow(of: search.results.count) else { return [] }
    modes.removeLast()
    leaveModes()
    switch search.index[search.results[row]].place {
    case .observation(let id): return go(to: .observation(id))
    case .palier(let id): return go(to: .palier(id))
    case .indicateur(let id):
      show(.tableau)
      showInTableau(id)
    case .point(let code):
      return referentiel.map { go(to: .point("\($0.id):\(code)")) } ?? []
    }
    return []
  }

  /// The points of the grille, where it is shown: they come first there.
  private var points: [Search.Entry] {
    guard screen == .grille, let referentiel else { return [] }
    return referentiel.themes.flatMap { theme in
      theme.points.map { point in
        let axe = point.axe ?? theme.axe
        return Search.Entry(
          place: .point(point.code), text: point.intitule,
          whereabouts: "point, \(theme.intitule)", shortWhereabouts: axe?.motCourt ?? "point",
          folded: "\(point.intitule) \(theme.intitule)".cherchable)
      }
    }
  }
}

extension Search {
  /// Everything that can be found: the image shown first, then the others, then the schéma.
  fileprivate static func index(of demarche: Demarche, shown: ImageView?) -> [Entry] {
    let others = demarche.imagesParDate.reversed().map { demarche.cercles[$0] }
      .filter { $0.id != shown?.cercle.id }
    let images = (shown.map { [$0.cercle] } ?? []) + others
    let lineages = Lignees(demarche.cercles)
    var met: Set<[String]> = []
    // An observation carried from image to image unchanged is found once, in the newest.
    let observations = images.flatMap { cercle in
      cercle.observations.filter { observation in
        met.insert([lineages.racine(de: observation.id), observation.texte]).inserted
      }
      .map { entry($0, in: cercle) }
    }
    return observations + demarche.schema.paliers.flatMap(entries)
  }

  static func entry(_ observation: Observation, in cercle: CercleDeQualite) -> Entry {
    let number = observation.numero.map { "n° \($0), " } ?? ""
    let axe = observation.axe?.nomCourt ?? "à placer"
    let text = ([observation.texte] + observation.formulations).joined(separator: " ")
    return Entry(
      place: .observation(observation.id), text: observation.texte,
      whereabouts: "\(number)\(axe), \(cercle.date.frenchShort)",
      shortWhereabouts: "\(number)\(observation.axe?.motCourt ?? "à placer")",
      statut: observation.statut, folded: text.cherchable)
  }

  private static func entries(of palier: Palier) -> [Entry] {
    let rank = palier.rang.map { " \($0)" } ?? ""
    let step = Entry(
      place: .palier(palier.id), text: palier.intitule,
      whereabouts: "palier\(rank), \(palier.axe.nomCourt)",
      shortWhereabouts: "palier\(rank), \(palier.axe.motCourt)", folded: palier.intitule.cherchable)
    return [step]
      + palier.indicateurs.map { indicateur in
        Entry(
          place: .indicateur(indicateur.id), text: indicateur.intitule,
          whereabouts: "indicateur, \(palier.axe.nomCourt)",
          shortWhereabouts: "indicateur", folded: indicateur.intitule.cherchable)
      }
  }
}
