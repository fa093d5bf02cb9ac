import DPES

/// What may leave as data, and in which format.
package struct Export: Hashable, Sendable {
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case html, svg, csv, fods, ics
  }

  /// What of the démarche.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case grille, cercle, observations, schema, radar, tableau, participants, tout
  }

  package let format: Format
  package let part: Part
  package let flavour: CSVFlavour

  /// `part` nil stands for what the format usually holds.
  ///
  /// - Returns: nil when the format can't hold the part.
  package init?(_ format: Format, _ part: Part? = nil, flavour: CSVFlavour = .neutral) {
    let part = part ?? format.usualPart
    guard format.parts.contains(part) else { return nil }
    self.format = format
    self.part = part
    self.flavour = flavour
  }
}

extension Export.Format {
  package var usualPart: Export.Part {
    switch self {
    case .csv, .fods: .tableau
    case .svg: .cercle
    case .html, .ics: .tout
    }
  }

  /// What it can hold.
  package var parts: [Export.Part] {
    switch self {
    case .csv: [.grille, .cercle, .observations, .schema, .tableau, .participants]
    case .fods: [.grille, .cercle, .observations, .schema, .tableau, .participants, .tout]
    case .svg: [.cercle, .schema, .radar, .tout]
    case .html: [.grille, .cercle, .observations, .schema, .tableau, .tout]
    case .ics: [.tout]
    }
  }
}

extension Export {
  /// Whether it says the answers of the grille, and so wants the référentiels.
  package var holdsGrille: Bool {
    part == .grille || part == .tout && (format == .html || format == .fods)
  }
}

extension Dossier {
  /// The table that a CSV of a part is.
  func sheet(_ part: Export.Part) -> Sheet {
    switch part {
    case .grille: grilleSheet
    case .cercle, .observations: observationSheet
    case .schema: indicateurSheet
    case .participants: participantSheet
    case .tableau, .radar, .tout: realiseSheet
    }
  }

  func workbook(_ part: Export.Part) -> Workbook {
    switch part {
    case .grille: Workbook([grilleSheet])
    case .cercle, .observations: Workbook([observationSheet])
    case .schema: Workbook([indicateurSheet])
    case .participants: Workbook([participantSheet])
    case .tableau: Workbook([tableauSheet, observationSheet, indicateurSheet])
    case .radar, .tout:
      Workbook(
        [tableauSheet, observationSheet, indicateurSheet, realiseSheet, participantSheet]
          + (hasGrille ? [grilleSheet] : []))
    }
  }
}

extension Dossier {
  private func drawings(_ part: Export.Part) -> [Drawing] {
    switch part {
    case .schema, .tableau: [SchemaDrawing(self).drawing]
    case .radar: [RadarDrawing(self).drawing]
    case .grille, .cercle, .observations, .participants: [CircleDrawing(self).drawing]
    case .tout:
      [CircleDrawing(self).drawing, SchemaDrawing(self).drawing, RadarDrawing(self).drawing]
    }
  }

  /// The bytes of a document that needs no template; none for one that does.
  package func data(_ export: Export) -> [UInt8] {
    switch export.format {
    case .csv: sheet(export.part).csv(export.flavour)
    case .fods: workbook(export.part).bytes
    case .svg: Drawing.file(drawings(export.part))
    case .ics: CalendarDocument(self).bytes
    case .html: []
    }
  }
}
