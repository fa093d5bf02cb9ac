import DPES
import Foundation
import JSONTree
import Testing

/// A cycle as it is shipped.
func shippedCycle(_ name: String = "pas-de-calais") throws -> Cycle {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/cycles/\(name).json").standardized
  return try Cycle(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// One time of an étape.
func passage(
  _ etape: String, _ fait: String?, _ issue: Cycle.Etape.Issue? = nil, rang: Int? = nil,
  motif: String? = nil
) -> Passage {
  var passage = Passage()
  passage.id = "\(etape)-\(rang ?? 0)-\(fait ?? "x")"
  passage.etape = etape
  passage.faitLe = fait.flatMap(Day.init(iso:))
  (passage.issue, passage.rang, passage.motif) = (issue, rang, motif)
  return passage
}
