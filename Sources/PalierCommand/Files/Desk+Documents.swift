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
      let (document, dossier) = try made(from: request)
      guard let file = document.file(named: path) else {
        throw Failure(Sentences.noFormat(path, known: document.endings))
      }
      let (bytes, notice) = try dossier.bytes(
        file, TemplateShelf(places: places), replacing: request.replaces ? path : nil)
      do throws(Failure) {
        try NewDocument.put(bytes, in: path, replacing: request.replaces, for: readers)
      } catch {
        return error.status == ExitStatus.problems
          ? .exportExists(request) : .refused(error.sentence)
      }
      let cuts = file.cuts(dossier)
      let said =
        [
          Sentences.written(path, sansNoms: dossier.sansNoms), notice,
          cuts > 0 ? Sentences.cut(texts: cuts) : nil,
        ]
        // A low window shows no preview that could have told it before.
        + file.told(dossier)
      return .exported(said.compactMap(\.self).joined(separator: " "), request)
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
    let (document, dossier) = try made(from: request)
    switch document.preview {
    case .lines(let lines): return lines(dossier)
    case .file(let file):
      // A preview is short, however long the document.
      let bytes = try dossier.bytes(file, TemplateShelf(places: places)).bytes.prefix(4000)
      return file.told(dossier).map { DocumentLabel.warning + $0 }
        + String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(20)
        .map { line in
          Sentences.shown(line.replacing("**", with: "").drop { "# ".contains($0) }.description)
        }
    }
  }

  /// Those of the program, and those that only the user has templates for.
  var documents: [OutgoingDocument] {
    OutgoingDocument.all + TemplateShelf(places: places).ownDocuments
  }

  /// Which document is asked for, and what it is made from.
  private func made(from request: ExportRequest) throws(Failure) -> (OutgoingDocument, Dossier) {
    let (name, all) = (request.document.name, documents)
    guard let document = all.first(where: { $0.name == name }) else {
      throw Failure(Sentences.unknown(name, option: "Document", known: all.map(\.name)))
    }
    let isNameless = request.sansNoms || document.files.contains(where: \.isAlwaysNameless)
    let asked = AskedDossier(
      sansNoms: isNameless, jour: request.jour,
      isPast: clock.isPast && !document.files.contains { $0.format == .ics },
      isOfBoard: document.files.contains(where: \.isOfBoard), choix: request.choix)
    return (document, try Dossier(request.demarche, asked, instant: clock.now().instant))
  }
}

/// What somebody asked of a document, beside which one.
struct AskedDossier {
  let sansNoms: Bool
  let jour: Day
  /// Whether the day is one of before: nothing that came after it is told.
  let isPast: Bool
  let isOfBoard: Bool
  let choix: ChoixDeDocument
}

extension Dossier {
  /// With or without names, as it was known on the day that it is of.
  init(_ demarche: Demarche, _ asked: AskedDossier, instant: Instant) throws(Failure) {
    let choix = asked.choix
    let day = asked.isOfBoard ? choix.jourDuConseil(dans: demarche, le: asked.jour) : asked.jour
    let known = asked.isPast || day < asked.jour ? demarche.connue(le: day, avec: choix) : demarche
    let shown =
      asked.sansNoms ? try known.anonymised(.sansNoms, known.structure.raisonSociale) : known
    self.init(shown, le: day, instant: instant)
    (sansNoms, self.choix) = (asked.sansNoms, choix)
  }
}
