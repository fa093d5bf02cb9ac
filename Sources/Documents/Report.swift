import DPES

/// The texts that leave, each with a template for every format.
package struct Report: Hashable, Sendable {
  package enum Model: String, CaseIterable, Hashable, Sendable {
    case compteRendu = "compte-rendu"
    case ca, annuel, candidature, engagements
  }

  package let model: Model
  package let format: TextFormat

  package init(_ model: Model, _ format: TextFormat) {
    self.model = model
    self.format = format
  }

  /// The name of its template's file.
  package var template: String { "\(model.rawValue).\(format.rawValue)" }

  /// Formats that a report may have.
  package static let formats: [TextFormat] = [.fodt, .md]
}

extension Dossier {
  /// The bytes of a report.
  ///
  /// - Throws: ``Template/Fault`` where the template names what there is not.
  package func bytes(_ report: Report, _ template: Template) throws(Template.Fault) -> [UInt8] {
    var scope = scope
    let circle = CircleDrawing(self).bare
    // Of the 174 that an A4 page has, so that its numbers can be read and texts begin below it.
    let width = 150
    scope.add([
      "cercleLargeur": .number(width),
      "cercleHauteur": .number(width * circle.height / circle.width),
      "cercle": .markup { base64(circle.file) },
    ])
    return try template.filled(with: scope, report.format.append)
  }

  /// The name of the template of the page.
  package static let pageTemplate = "page.html"

  /// The bytes of the page that shows the whole démarche, or a part of it.
  package func page(_ part: Export.Part, _ template: Template) throws(Template.Fault) -> [UInt8] {
    var scope = scope
    let all = part == .tout
    scope.add([
      "montreEtat": .flag(all),
      "montreGrille": .flag(part == .grille || all && hasGrille),
      "grilles": grilles,
      "montreCercle": .flag(all || part == .cercle || part == .observations),
      "montreSchema": .flag(all || part == .schema),
      "montreTableau": .flag(all || part == .tableau),
      "cercle": .markup { CircleDrawing(self).bare.markup },
      "schema": .markup { SchemaDrawing(self).drawing.markup },
      "radar": .markup { RadarDrawing(self).drawing.markup },
    ])
    let room = (1 << 18) + (image?.observations.count ?? 0) * 512
    return try template.filled(with: scope, room: room, TextFormat.html.append)
  }

  private func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }
}
