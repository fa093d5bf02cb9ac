/// Which image and which séance a document is of, and since when it tells changes.
///
/// nil leaves it to the day of the document.
package struct ChoixDeDocument: Hashable, Sendable {
  /// One of the things that are chosen.
  package enum Part: String, CaseIterable, Sendable {
    case image, seance, depuis, outil, fiche
  }

  /// An image's id.
  package var image: String?
  /// A séance's id.
  package var seance: String?
  package var depuis: Day?
  /// The code of the étape of a cycle that it is written for.
  package var etape: String?
  /// A tool's id, that of its référentiel.
  package var outil: String?
  /// The fiche, or the acteur, that a sheet of the tool is about.
  package var fiche: String?

  package init(image: String? = nil, seance: String? = nil, depuis: Day? = nil) {
    (self.image, self.seance, self.depuis) = (image, seance, depuis)
  }

  /// The image that was chosen, by itself or by its séance; nil where the day says it.
  package func chosenImage(dans demarche: Demarche) -> CercleDeQualite? {
    image == nil && seance == nil ? nil : image(dans: demarche, le: Day(number: 0))
  }

  /// The image that was chosen; else that of the séance that was, or the last one until it; else the
  /// last one until the day, or the first after it.
  ///
  /// - Complexity: O(n log n) in the images.
  package func image(dans demarche: Demarche, le jour: Day) -> CercleDeQualite? {
    let images = demarche.imagesParDate.map { demarche.cercles[$0] }
    if let image { return images.first { $0.id == image } }
    let seance = seance.flatMap { id in demarche.seances.first { $0.id == id } }
    if let seance, let own = images.last(where: { $0.seance == seance.id }) { return own }
    let day = seance?.date ?? jour
    return images.last { $0.date <= day } ?? images.first
  }
}
