import DPES

// The drawings as templates name them: a picture, and its width and height in millimetres.
extension Dossier {
  var drawings: TemplateScope {
    let circle = CircleDrawing(self)
    var scope: TemplateScope = [
      "schema": picture { SchemaDrawing(self).drawing },
      "arbre": .markup { ArbreDrawing(self).drawings.flatMap(\.markup) },
    ]
    // Of the 174 that an A4 page has, so that its numbers can be read and texts begin below it.
    scope.add(picture("cercle", width: 150, of: CircleDrawing.bareSize) { circle.bare })
    scope.add(
      picture("cercleVignette", width: 56, of: CircleDrawing.vignetteSize) { circle.vignette })
    scope.add(
      picture("cercleNumerote", width: 73, of: CircleDrawing.vignetteSize) { circle.numbered })
    scope.add(
      picture("schemaVignette", width: 100, of: SchemaVignette.size) {
        SchemaVignette(self).drawing
      })
    return scope
  }

  func escalier(_ axe: Avancement.ParAxe) -> TemplateScope {
    let drawing = EscalierDrawing(axe)
    var scope = picture("escalier", width: 40, of: EscalierDrawing.size) { drawing.drawing }
    scope.add(["escalierDit": .text(drawing.words)])
    return scope
  }

  private func picture(
    _ name: String, width: Int, of size: (width: Int, height: Int),
    _ draw: @escaping @Sendable () -> Drawing
  ) -> TemplateScope {
    TemplateScope([
      name: picture(draw), "\(name)Largeur": .number(width),
      "\(name)Hauteur": .number(width * size.height / size.width),
    ])
  }

  /// A page holds drawings as they are, a document for Writer as files in letters.
  private func picture(_ draw: @escaping @Sendable () -> Drawing) -> TemplateScope.Value {
    let isInLetters = hasPicturesInLetters
    return .markup { isInLetters ? Base64.encoded(draw().file) : draw().markup }
  }
}
