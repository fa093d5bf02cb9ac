import DPES

extension OutgoingDocument {
  /// Those that `rapport` writes, by their names: texts to read again before they are given.
  package static let reports = [
    compteRendu,
    report("ca", "Page du conseil d’administration", help: "une page"),
    report(DocumentLabel.rapportAnnuel, "Rapport annuel", help: "pour le Comité des sages"),
    report("candidature", "Candidature", help: "deux pages au plus", saysCriteria: true) {
      $0.candidatureExcess
    },
    report("engagements", "Engagements à afficher", help: "une affiche d’une page"),
    report(
      "parole", "Ce qu’est devenue votre parole", help: "pour le tour de table, sans les noms",
      isAlwaysNameless: true),
  ]

  static let compteRendu = report(
    "compte-rendu", "Compte rendu de la séance", help: "la dernière image et sa séance")

  /// One that somebody wrote a template for: `name.fodt`, `name.md` or both.
  package static func own(_ name: String) -> Self {
    report(name, name, help: "un modèle à soi")
  }

  /// One for Writer and in Markdown, from a template for each: `name.fodt`, as it is or as a package,
  /// and `name.md`.
  private static func report(
    _ name: String, _ title: String, help: String, isAlwaysNameless: Bool = false,
    saysCriteria: Bool = false,
    excess: @escaping @Sendable (Dossier) -> Int = { _ in 0 }
  ) -> Self {
    func file(_ format: Format, _ text: TextFormat) -> File {
      let template = "\(name).\(format.rawValue)"
      return File(
        format: format, saysCriteria: saysCriteria, isAlwaysNameless: isAlwaysNameless,
        excess: excess,
        writing: .filled(template) { (dossier, template) throws(Template.Fault) in
          try dossier.report(template, title, text)
        })
    }
    let (writer, markdown) = (file(.fodt, .fodt), file(.md, .md))
    let packaged = File(
      format: .odt, saysCriteria: saysCriteria, isAlwaysNameless: isAlwaysNameless,
      excess: excess,
      writing: .filled("\(name).fodt") { (dossier, template) throws(Template.Fault) in
        try dossier.packagedReport(template, title)
      })
    return Self(
      name: name, title: title, program: "texte", help: help,
      files: [packaged, writer, markdown], onScreen: packaged, preview: .file(markdown))
  }
}

extension Dossier {
  /// A report for Writer as a package, from what it is as one XML.
  fileprivate func packagedReport(
    _ template: Template, _ title: String
  ) throws(Template.Fault) -> [UInt8] {
    let flat = try report(template, title, .fodt)
    do throws(OfficeFault) {
      return try ODFDocument(flat: flat).package
    } catch {
      // Somebody's own template, as those that are shipped are documents.
      throw Template.Fault(file: template.file, line: 1, cause: .noDocument)
    }
  }

  fileprivate func report(
    _ template: Template, _ title: String, _ format: TextFormat
  ) throws(Template.Fault) -> [UInt8] {
    var dossier = self
    dossier.hasPicturesInLetters = true
    var scope = dossier.scope
    scope.add(["document": .text(title)])
    return try template.filled(with: scope, format.append)
  }
}
