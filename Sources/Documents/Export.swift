import DPES

/// What may leave as data, and in which format.
package struct Export: Hashable, Sendable {
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case csv, fods
  }

  /// What of the démarche.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case cercle, observations, schema, tableau, participants, tout
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
    }
  }

  /// What it can hold.
  package var parts: [Export.Part] {
    switch self {
    case .csv: [.cercle, .observations, .schema, .tableau, .participants]
    case .fods: Export.Part.allCases
    }
  }
}

extension Dossier {
  /// The table that a CSV of a part is.
  func sheet(_ part: Export.Part) -> Sheet {
    switch part {
    case .cercle, .observations: observationSheet
    case .schema: indicateurSheet
    case .participants: participantSheet
    case .tableau, .tout: realiseSheet
    }
  }

  func workbook(_ part: Export.Part) -> Workbook {
    switch part {
    case .cercle, .observations: Workbook([observationSheet])
    case .schema: Workbook([indicateurSheet])
    case .participants: Workbook([participantSheet])
    case .tableau: Workbook([tableauSheet, observationSheet, indicateurSheet])
    case .tout:
      Workbook([tableauSheet, observationSheet, indicateurSheet, realiseSheet, participantSheet])
    }
  }
}

extension Dossier {
  /// The bytes of a document.
  package func bytes(_ export: Export) -> [UInt8] {
    switch export.format {
    case .csv: sheet(export.part).csv(export.flavour)
    case .fods: workbook(export.part).bytes
    }
  }
}
