extension OutgoingDocument {
  /// What the method draws, as an image.
  static let dessin = OutgoingDocument(
    name: "cercle", title: "Cercle de qualité, dessin", program: "image SVG",
    help: "le cercle, le schéma, son arbre, le profil stratégique",
    files: [
      cercle, svg(.schema) { [SchemaDrawing($0).drawing] },
      svg(.arbre) { ArbreDrawing($0).drawings }, svg(.profil) { [ProfilDrawing($0).drawing] },
      svg(.outil) { [CurseurDrawing($0).drawing] },
      // Only for those who ask for it by its name: it says who is against.
      svg(.acteurs) { [ActeursDrawing($0).drawing] },
      svg(.tout) {
        [CircleDrawing($0).drawing, SchemaDrawing($0).drawing] + ArbreDrawing($0).drawings
      },
    ],
    onScreen: cercle, preview: compteRendu.preview)

  private static let cercle = svg(.cercle) { [CircleDrawing($0).drawing] }

  private static func svg(_ part: Part, _ all: @escaping @Sendable (Dossier) -> [Drawing]) -> File {
    File(
      format: .svg, part: part, saysGrille: part == .outil,
      writing: .plain { Drawing.file(all($0)) })
  }
}
