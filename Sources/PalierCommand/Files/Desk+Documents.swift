import Application
import DPES
import DPESStore
import Documents

// Documents that the screen asks for; called on threads of their own.
extension Desk {
  /// Writes a document, whole or not at all, for `readers`, who may read the démarche.
  func export(_ request: ExportRequest, for readers: Readers? = nil) -> Message {
    do throws(Failure) {
      let path = typed(request.path)
      try NewDocument.check(path, replacing: true)
      let (bytes, notice) = try bytes(of: request, named: path)
      do throws(Failure) {
        try NewDocument.put(bytes, in: path, replacing: request.replaces, for: readers)
      } catch {
        return error.status == ExitStatus.problems
          ? .exportExists(request) : .refused(error.sentence)
      }
      let written = Sentences.written(path, sansNoms: request.sansNoms)
      return .exported(notice.map { "\(written) \($0)" } ?? written)
    } catch {
      return .refused(error.sentence)
    }
  }

  /// The first lines of a document, as somebody who opens it reads them.
  func preview(_ request: ExportRequest) -> Message {
    let lines: [String]
    do throws(Failure) {
      lines = try previewLines(of: request)
    } catch {
      lines = [error.sentence]
    }
    return .preview(request.document, sansNoms: request.sansNoms, lines)
  }

  private func previewLines(of request: ExportRequest) throws(Failure) -> [String] {
    let dossier = try dossier(request)
    let bytes: [UInt8]
    switch request.document {
    case .compteRendu, .ca, .annuel, .candidature, .engagements:
      bytes = try dossier.bytes(report(request, .md), TemplateShelf(places)).bytes
    case .page, .cercle:
      bytes = try dossier.bytes(Report(.compteRendu, .md), TemplateShelf(places)).bytes
    case .classeur: bytes = Export(.csv, .tableau).map(dossier.data) ?? []
    case .feuille: bytes = Export(.csv, .observations).map(dossier.data) ?? []
    case .agenda: return dossier.calendarLines
    }
    // A preview is short, however long the document.
    return String(decoding: bytes.prefix(4000), as: UTF8.self)
      .split(whereSeparator: \.isNewline).prefix(20)
      .map { Sentences.shown($0.replacing("**", with: "").drop { "# ".contains($0) }.description) }
  }

  private func bytes(
    of request: ExportRequest, named path: String
  ) throws(Failure) -> (bytes: [UInt8], notice: String?) {
    let dossier = try dossier(request)
    let shelf = TemplateShelf(places)
    let export: Export?
    switch request.document {
    case .compteRendu, .ca, .annuel, .candidature, .engagements:
      let format = Report.formats.first { path.hasSuffix(".\($0.rawValue)") } ?? .fodt
      return try dossier.bytes(report(request, format), shelf)
    case .page: export = Export(.html)
    case .classeur: export = Export(.fods)
    case .feuille: export = Export(.csv, .observations, flavour: .excel)
    case .cercle: export = Export(.svg)
    case .agenda: export = Export(.ics)
    }
    guard let export else { return ([], nil) }
    return try dossier.bytes(export, shelf)
  }

  private func report(_ request: ExportRequest, _ format: TextFormat) -> Report {
    Report(Report.Model(rawValue: request.document.rawValue) ?? .compteRendu, format)
  }

  private func dossier(_ request: ExportRequest) throws(Failure) -> Dossier {
    try Dossier(
      request.demarche, sansNoms: request.sansNoms, le: request.jour,
      instant: clock.now().instant)
  }
}

extension Dossier {
  /// With or without names.
  init(
    _ demarche: Demarche, sansNoms: Bool, le jour: Day, instant: Instant
  ) throws(Failure) {
    var demarche = demarche
    if sansNoms {
      var ids = IDGenerator(seed: .random(in: .min ... .max))
      do throws(FormatError) {
        demarche = try demarche.anonymisee(.sansNoms, ids: &ids)
      } catch {
        throw Failure(
          Sentences.sentence(.format(error, nil), in: demarche.structure.raisonSociale))
      }
    }
    self.init(demarche, le: jour, instant: instant)
  }
}
