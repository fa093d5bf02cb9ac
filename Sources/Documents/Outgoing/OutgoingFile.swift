package import DPES

extension OutgoingDocument {
  /// What `--format` names, and the ending of a file, in the order that people are told them.
  package enum Format: String, CaseIterable, Sendable {
    case html, svg, csv, ods, xlsx, fods, ics, odt, fodt, md

    /// The spreadsheet that is written as it; nil for none.
    package var workbook: Workbook.Form? { Workbook.Form(rawValue: rawValue) }
  }

  /// What of the démarche, as `--quoi` names it.
  package enum Part: String, CaseIterable, Sendable {
    case grille, outil, cercle, observations, schema, arbre, tableau, participants, donnees,
      profil, acteurs,
      tout
  }

  package enum Writing: Sendable {
    case plain(@Sendable (Dossier) -> [UInt8])
    /// With the bytes of the file that it replaces, if any.
    case continuing(@Sendable (Dossier, [UInt8]?) -> [UInt8])
    /// With a template, by the name of its file.
    case filled(String, @Sendable (Dossier, Template) throws(Template.Fault) -> [UInt8])
  }

  /// What is shown of a document before it is written.
  package enum Preview: Sendable {
    /// The first lines of a file.
    case file(File)
    case lines(@Sendable (Dossier) -> [String])
  }

  /// One of the files that a document can be, and how it is written.
  package struct File: Sendable {
    package let format: Format
    /// nil where the document knows none.
    package var part: Part?
    package var flavour = CSVFlavour.neutral
    /// Whether it says the answers of the grille, and so wants the référentiels.
    package var saysGrille = false
    /// Whether it is of one tool, which has to be said.
    package var isOfTool: Bool { takes.contains(.outil) }
    /// Whether it says the criteria of a call, and so wants the référentiel that holds them.
    package var saysCriteria = false
    /// Whether it says what cycles expect, and so wants them.
    package var saysCycle = false
    /// Whether it never says a name, asked or not.
    package var isAlwaysNameless = false
    /// Lines beyond those that it may have.
    package var excess: @Sendable (Dossier) -> Int = { _ in 0 }
    /// What it says otherwise when it is chosen.
    package var takes: Set<ChoixDeDocument.Part>
    /// Whether the séance that it is of is a board.
    package var isOfBoard = false
    /// What is told before it is given: one sentence a line.
    package var told: @Sendable (Dossier) -> [String] = { _ in [] }
    /// Texts that have no room in it as they are.
    package var cuts: @Sendable (Dossier) -> Int = { _ in 0 }
    package let writing: Writing

    init(
      format: Format, part: Part? = nil, flavour: CSVFlavour = .neutral, saysGrille: Bool = false,
      saysCycle: Bool = false, takes: Set<ChoixDeDocument.Part>? = nil,
      told: @escaping @Sendable (Dossier) -> [String] = { _ in [] },
      cuts: @escaping @Sendable (Dossier) -> Int = { _ in 0 }, writing: Writing
    ) {
      (self.format, self.part, self.flavour) = (format, part, flavour)
      (self.saysGrille, self.saysCycle) = (saysGrille, saysCycle)
      (self.told, self.cuts, self.writing) = (told, cuts, writing)
      self.takes = takes ?? part?.takes ?? [.image, .seance, .depuis]
    }
  }
}

extension [OutgoingDocument.File] {
  package var formats: [String] {
    OutgoingDocument.Format.allCases.filter { one in contains { $0.format == one } }.map(\.rawValue)
  }

  package var parts: [String] {
    OutgoingDocument.Part.allCases.filter { one in contains { $0.part == one } }.map(\.rawValue)
  }
}

extension OutgoingDocument.Part {
  /// What is chosen of an image says nothing where none is shown.
  fileprivate var takes: Set<ChoixDeDocument.Part> {
    switch self {
    case .cercle, .observations, .tout: [.image, .seance]
    case .outil: [.outil, .fiche]
    case .grille, .schema, .arbre, .tableau, .participants, .donnees, .profil, .acteurs: []
    }
  }
}

extension ChoixDeDocument {
  /// What was chosen.
  package var chosen: Set<ChoixDeDocument.Part> {
    var chosen: Set<ChoixDeDocument.Part> = []
    if image != nil { chosen.insert(.image) }
    if seance != nil { chosen.insert(.seance) }
    if depuis != nil { chosen.insert(.depuis) }
    if outil != nil { chosen.insert(.outil) }
    if fiche != nil { chosen.insert(.fiche) }
    return chosen
  }
}
