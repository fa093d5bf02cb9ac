import JSONTree
import Testing

@testable import DPES

@Suite struct SharingTests {
  @Test(arguments: 0..<30)
  func `sharing what is equal changes nothing`(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed))
    let base = try generator.demarche()
    let side = try generator.edited(base)
    for (one, other) in [(base, side), (side, base), (base, base), (base, Demarche())] {
      let read = try Demarche(file: one.json)
      #expect(read.sharing(other) == one)
      #expect(read.sharing(other).json == one.json)
    }
  }
}
