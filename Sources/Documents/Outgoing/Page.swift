import DPES

extension OutgoingDocument {
  /// The démarche as a page that prints, for a browser.
  static let page = OutgoingDocument(
    name: "page", title: "Page à imprimer", program: "navigateur", help: "une page à imprimer",
    files: ([.tout, .grille, .cercle, .observations, .schema, .tableau] as [Part]).map(html),
    onScreen: html(.tout), preview: compteRendu.preview)

  private static func html(_ part: Part) -> File {
    File(
      format: .html, part: part, saysGrille: part == .tout || part == .grille,
      writing: .filled("page.html") { (dossier, template) throws(Template.Fault) in
        try dossier.page(part, template)
      })
  }
}

extension Dossier {
  /// The bytes of the page that shows the whole démarche, or a part of it.
  func page(
    _ part: OutgoingDocument.Part, _ template: Template
  ) throws(Template.Fault) -> [UInt8] {
    var scope = scope
    let all = part == .tout
    scope.add([
      "montreEtat": .flag(all),
      "montreGrille": .flag(part == .grille || all && hasGrille),
      "grilles": grilles,
      "montreCercle": .flag(all || part == .cercle || part == .observations),
      "montreSchema": .flag(all || part == .schema),
      "montreTableau": .flag(all || part == .tableau),
    ])
    let room = (1 << 18) + (image?.observations.count ?? 0) * 512
    return try template.filled(with: scope, room: room, TextFormat.html.append)
  }
}
