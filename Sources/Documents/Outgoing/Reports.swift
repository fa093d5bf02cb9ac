import DPES

extension OutgoingDocument {
  /// Those that `rapport` writes, by their names: texts to read again before they are given.
  package static let reports = [
    compteRendu,
    report("ca", "Page du conseil d’administration", help: "une page") {
      $0.told = { $0.undecidedTold }
      $0.isOfBoard = true
    },
    report(DocumentLabel.rapportAnnuel, "Rapport annuel", help: "pour le Comité des sages") {
      $0.told = { $0.undecidedTold }
      $0.takes = [.image, .depuis]
    },
    report("candidature", "Candidature", help: "deux pages au plus") {
      $0.saysCriteria = true
      $0.excess = { $0.candidatureExcess }
      $0.takes = [.image]
    },
    report("engagements", "Engagements à afficher", help: "une affiche d’une page") {
      $0.told = { $0.namesTold + $0.posterTold }
      $0.takes = []
    },
    report("outil", "Outil du manuel", help: "ce qui s’est dit dans un outil, et ses suites") {
      $0.saysGrille = true
      $0.takes = [.image, .outil, .fiche]
    },
    report("pair", "Synthèse pour un pair en visite", help: "une page, à remplir en visite") {
      $0.takes = [.image, .seance]
    },
    report(
      "parole", "Ce qu’est devenue votre parole", help: "pour le tour de table, sans les noms"
    ) {
      $0.isAlwaysNameless = true
      $0.told = { $0.undecidedTold }
      $0.takes = [.image, .seance]
    },
  ]

  static let compteRendu = report(
    "compte-rendu", "Compte rendu de la séance", help: "la dernière image et sa séance"
  ) { $0.takes = [.image, .seance] }

  /// One that somebody wrote a template for: `name.fodt`, `name.md` or both.
  package static func own(_ name: String) -> Self {
    report(name, name, help: "un modèle à soi")
  }

  /// One for Writer and in Markdown, from a template for each: `name.fodt`, as it is or as a package,
  /// and `name.md`.
  private static func report(
    _ name: String, _ title: String, help: String, _ configure: (inout File) -> Void = { _ in }
  ) -> Self {
    func file(_ format: Format, _ writing: Writing) -> File {
      var file = File(format: format, writing: writing)
      configure(&file)
      return file
    }
    func template(_ format: Format, _ text: TextFormat) -> File {
      let template = "\(name).\(format.rawValue)"
      return file(
        format,
        .filled(template) { (dossier, template) throws(Template.Fault) in
          try dossier.report(template, title, text)
        })
    }
    let (writer, markdown) = (template(.fodt, .fodt), template(.md, .md))
    let packaged = file(
      .odt,
      .filled("\(name).fodt") { (dossier, template) throws(Template.Fault) in
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
    dossier.isPrinted = format == .fodt
    var scope = dossier.scope
    scope.add(["document": .text(title)])
    scope.add(dossier.outilScope)
    return try template.filled(with: scope, format.append)
  }
}
