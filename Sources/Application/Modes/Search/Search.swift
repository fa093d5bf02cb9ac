import DPES
import TerminalUI

/// Looking for words in the observations, the paliers and the indicators: to go there, or to choose
/// what another observation is put together with.
struct Search: Choice {
  var tables: [ActionTable] { [.choice] }

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
    var numero: Int?
    let folded: String
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

  /// Keeps the entries that have every word typed; of a number, those that have it as theirs first.
  ///
  /// - Complexity: O(length of the index).
  mutating func filter() {
    let words = field.text.cherchable.split(separator: " ")
    let numero = Self.numero(field.text)
    let numbered = index.indices.filter { numero != nil && index[$0].numero == numero }
    results =
      numbered
      + index.indices.filter { place in
        (numero == nil || index[place].numero != numero)
          && words.allSatisfy { index[place].folded.contains($0) }
      }
    list = ListView()
  }

  /// The number that is typed as rows show it, « n° 7 », or alone; nil for words.
  private static func numero(_ text: String) -> Int? {
    let text = text.filter { !$0.isWhitespace }.lowercased()
    let start = ["n°", "nº", "no", "n", "#"].first(where: text.hasPrefix)?.count ?? 0
    return Int(text.dropFirst(start))
  }

  static func open(_ state: inout State) {
    guard let demarche = state.demarche else { return }
    state.modes.append(Search(index(of: demarche, in: state)))
  }

  /// Looks anew in what came from elsewhere.
  static func renew(_ state: inout State) {
    guard let demarche = state.demarche else { return }
    for (place, mode) in state.modes.enumerated() {
      guard let search = mode as? Search else { continue }
      let index =
        switch search.purpose {
        case .going: Search.index(of: demarche, in: state)
        case .grouping(let id): groupingIndex(&state, for: id)
        case .answering(let id): SchemaEcran.answersIndex(state, for: id)
        }
      state.modes[place] = search.renewed(index)
    }
  }

  /// What an observation can be put together with, the most alike first.
  static func groupingIndex(_ state: inout State, for id: String) -> [Search.Entry] {
    guard let image = state.derived.image?.cercle,
      let observation = image.observations.first(where: { $0.id == id })
    else { return [] }
    return state.derived.others(like: observation).map { Search.entry($0, in: image) }
  }

  /// Does what the search is for with what is selected.
  func take(in state: inout State) -> [Effect] {
    guard let row = list.selectedRow(of: results.count) else { return [] }
    switch (purpose, index[results[row]].place) {
    case (.going, let place): return Search.go(&state, to: place)
    case (.grouping(let id), .observation(let other)):
      state.modes.removeLast()
      return CercleEcran.group(&state, id, with: other)
    case (.answering(let id), .observation(let other)):
      return SchemaEcran.toggleAnswer(&state, other, dePalier: id)
    case (.grouping, _), (.answering, _): return []
    }
  }

  /// Closes the search and what is open below it, where a text begun is set aside, and goes there.
  private static func go(_ state: inout State, to place: Entry.Place) -> [Effect] {
    state.leaveModes()
    switch place {
    case .observation(let id): return state.go(to: .observation(id))
    case .palier(let id): return state.go(to: .palier(id))
    case .indicateur(let id):
      state.show(.tableau)
      TableauEcran.show(&state, id)
    case .point(let code):
      return GrilleEcran.referentiel(state).map { state.go(to: .point("\($0.id):\(code)")) } ?? []
    }
    return []
  }

  /// The points of the grille, where it is shown: they come first there.
  private static func points(_ state: State) -> [Search.Entry] {
    let referentiel = state.screen == .grille ? GrilleEcran.referentiel(state) : nil
    return (referentiel?.themes ?? []).flatMap { theme in
      theme.points.map { point in
        let axe = point.axe ?? theme.axe
        return Search.Entry(
          place: .point(point.code), text: point.intitule,
          whereabouts: "point, \(theme.intitule)", shortWhereabouts: axe?.motCourt ?? "point",
          folded: "\(point.intitule) \(theme.intitule)".cherchable)
      }
    }
  }

  /// Everything that can be found: the points of the grille where it is shown, the image shown, then
  /// the others, then the schéma.
  private static func index(of demarche: Demarche, in state: State) -> [Entry] {
    let shown = state.derived.image
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
    return points(state) + observations + demarche.schema.paliers.flatMap(entries)
  }

  static func entry(_ observation: Observation, in cercle: CercleDeQualite) -> Entry {
    let number = observation.numero.map { "n° \($0), " } ?? ""
    let axe = observation.axe?.nomCourt ?? "à placer"
    let text = ([observation.texte] + observation.formulations).joined(separator: " ")
    return Entry(
      place: .observation(observation.id), text: observation.texte,
      whereabouts: "\(number)\(axe), \(cercle.date.frenchShort)",
      shortWhereabouts: "\(number)\(observation.axe?.motCourt ?? "à placer")",
      statut: observation.statut, numero: observation.numero, folded: text.cherchable)
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

  func extent(_ state: State) -> (count: Int, height: Int) {
    (results.count, Self.rows(in: state.size))
  }
}
