import DPES

extension OutgoingDocument {
  /// Those that `rapport` writes, by their names: texts to read again before they are given.
  package static let reports = [
    compteRendu,
    report("ca", "Page du conseil d’administration", help: "une page"),
    report(DocumentLabel.rapportAnnuel, "Rapport annuel", help: "pour le Comité des sages"),
    report("candidature", "Candidature", help: "deux pages au plus") { $0.candidatureExcess },
    report("engagements", "Engagements à afficher", help: "les paliers de la période, à afficher"),
  ]

  static let compteRendu = report(
    "compte-rendu", "Compte rendu de la séance", help: "la dernière image et sa séance")

  /// One for Writer and in Markdown, from a template for each: `name.fodt` and `name.md`.
  private static func report(
    _ name: String, _ title: String, help: String,
    excess: @escaping @Sendable (Dossier) -> Int = { _ in 0 }
  ) -> Self {
    func file(_ format: Format, _ text: TextFormat) -> File {
      let template = "\(name).\(format.rawValue)"
      return File(
        format: format, excess: excess,
        writing: .filled(template) { (dossier, template) throws(Template.Fault) in
          try dossier.report(template, text)
        })
    }
    let (writer, markdown) = (file(.fodt, .fodt), file(.md, .md))
    return Self(
      name: name, title: title, program: "Writer", help: help, files: [writer, markdown],
      onScreen: writer, preview: .file(markdown))
  }
}

extension Dossier {
  fileprivate func report(
    _ template: Template, _ format: TextFormat
  ) throws(Template.Fault) -> [UInt8] {
    var scope = scope
    let circle = CircleDrawing(self).bare
    // Of the 174 that an A4 page has, so that its numbers can be read and texts begin below it.
    let width = 150
    scope.add([
      "cercleLargeur": .number(width),
      "cercleHauteur": .number(width * circle.height / circle.width),
      "cercle": .markup { base64(circle.file) },
    ])
    return try template.filled(with: scope, format.append)
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
