import DPES

/// The indicators of a démarche, as a table of réalisés names them: by ids, by titles, and by the palier and
/// the axis beside.
struct KnownIndicateurs {
  let byID: [String: Indicateur]
  private let byName: [String: [Indicateur]]
  private let byFolded: [String: [Indicateur]]
  private let paliers: [String: Palier]
  private let titles: [String: Set<Axe>]
  private let all: [Indicateur]
  private var near = Ressemblances()

  init(_ demarche: Demarche) {
    let schema = demarche.schema.paliers
    all = schema.flatMap(\.indicateurs)
    byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    byName = Dictionary(grouping: all) { $0.intitule }
    byFolded = Dictionary(grouping: all) { $0.intitule.foldedTitle }
    paliers = Dictionary(
      schema.flatMap { palier in palier.indicateurs.map { ($0.id, palier) } },
      uniquingKeysWith: { first, _ in first })
    titles = schema.reduce(into: [:]) { titles, palier in
      titles[palier.intitule.foldedTitle, default: []].insert(palier.axe)
    }
    near.reprendre(all.map(\.intitule))
  }

  /// Those that a text is the id or the title of.
  func all(_ text: String) -> [Indicateur] {
    byID[text].map { [$0] } ?? byName[text] ?? byFolded[text.foldedTitle] ?? []
  }

  /// The title that has about the words of a text.
  func near(_ text: String) -> String? { near.plusProche(de: text).map { all[$0].intitule } }

  /// Where rows say that they are: what a row leaves empty is of the row above on the same axis.
  struct Place {
    private var axe: Axe?
    private var palier: String?
    /// Whether the row itself says its palier.
    private var isOwn = false
    /// The axes that have a palier of this title here.
    private var axes: Set<Axe> = []

    /// Takes what a row says; a title of a palier alone is of the rows below.
    mutating func read(_ row: ImportRow, _ known: KnownIndicateurs) {
      let own = Importation.readAxe(row)
      if let own, own != axe { palier = nil }
      axe = own ?? axe
      isOwn = row["palier"] != nil
      let alone = row.loneText("indicateur").flatMap {
        known.titles[$0.foldedTitle] == nil ? nil : $0
      }
      palier = row.title("palier") ?? alone ?? palier
      axes = palier.flatMap { known.titles[$0.foldedTitle] } ?? []
    }

    /// What is said beside an indicator's title; nil where nothing is.
    var label: String? {
      guard let palier else { return axe?.motCourt }
      guard axes.count > 1, let axe else { return palier }
      return "\(palier), \(axe.motCourt)"
    }

    /// Of several, those of the place; of one, none where it is surely another palier's.
    func narrow(_ all: [Indicateur], _ known: KnownIndicateurs) -> [Indicateur] {
      let title = axes.isEmpty ? nil : palier?.foldedTitle
      let ofPalier = all.filter { one in
        title == nil || known.paliers[one.id]?.intitule.foldedTitle == title
      }
      let ofAxis = ofPalier.filter { axe == nil || known.paliers[$0.id]?.axe == axe }
      if all.count > 1 { return ofAxis.isEmpty ? ofPalier : ofAxis }
      guard isOwn else { return all }
      return axe.map(axes.contains) ?? false ? ofAxis : ofPalier
    }
  }
}
