import DPES
import DPESStore
import Documents

// Tables to be filled in: `palier importer --modele`.
extension Desk {
  /// The model of a kind, as it came with the program.
  func model(_ kind: Importation.Kind) throws(Failure) -> ImportModel {
    guard let model = try models().first(where: { $0.kind == kind }) else {
      throw Failure(Sentences.withoutModels)
    }
    return model
  }

  /// The models that came with the program.
  func models() throws(Failure) -> [ImportModel] {
    guard let data = places.data else { throw Failure(Sentences.withoutModels) }
    let path = "\(data)/modeles/import/modeles.json"
    return try DataShelf.read(path, in: system, ImportModel.all(file:)).value
  }

  /// Writes a model where nothing is yet; the ending of the name says as what.
  func write(_ model: ImportModel, in path: String, replacing: Bool) throws(Failure) {
    try NewDocument.check(path, replacing: replacing)
    try NewDocument.put(try bytes(of: model, in: path), in: path, replacing: replacing, for: nil)
  }

  private func bytes(of model: ImportModel, in path: String) throws(Failure) -> [UInt8] {
    let name = path.folded
    if name.hasSuffix(".csv"), let table = model.sheets.first { return table.csv(.excel) }
    for (ending, form) in [(".ods", Workbook.Form.ods), (".xlsx", .xlsx)]
    where name.hasSuffix(ending) {
      return Workbook(model.sheets).bytes(form)
    }
    throw Failure(Sentences.notAModelEnding(path))
  }
}
