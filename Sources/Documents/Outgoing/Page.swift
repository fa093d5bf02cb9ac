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
      told: { part == .tout ? $0.undecidedTold : [] },
      writing: .filled("page.html") { (dossier, template) throws(Template.Fault) in
        try dossier.page(part, template)
      })
  }
}

extension Dossier {
  /// What the last part of a page tells, beside the tableau.
  private static let followed = ["aFaire", "exercices", "tresorerie", "notes", "ressources"]

  /// The bytes of the page that shows the whole démarche, or a part of it.
  func page(
    _ part: OutgoingDocument.Part, _ template: Template
  ) throws(Template.Fault) -> [UInt8] {
    var scope = scope
    let all = part == .tout
    let structure = Array(demarche.structure.raisonSociale.quotedInStyle.utf8)
    scope.add([
      "montreEtat": .flag(all),
      "montreGrille": .flag(part == .grille || all && hasGrille),
      "grilles": grilles,
      "montreCercle": .flag(all || part == .cercle || part == .observations),
      "montreSchema": .flag(all || part == .schema),
      "montreTableau": .flag(all || part == .tableau),
      "montreSuivi": .flag(Self.followed.contains { scope[$0]?.says ?? false }),
      "structureCitee": .markup { structure },
    ])
    let room = (1 << 18) + (image?.observations.count ?? 0) * 512
    return try template.filled(with: scope, room: room, TextFormat.html.append)
  }
}

extension String {
  /// As it stands between `"` in a style sheet: what is no letter or digit by its number, so that
  /// nothing of it ends the text, the sheet or the page.
  fileprivate var quotedInStyle: String {
    unicodeScalars.reduce(into: "") { quoted, scalar in
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        quoted.unicodeScalars.append(scalar)
      } else if XMLText.isAllowed(scalar) {
        quoted += "\\\(String(scalar.value, radix: 16)) "
      }
    }
  }
}
