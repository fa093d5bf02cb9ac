import Application
import DPES
import TerminalUI
import Testing

@Suite struct CercleFrameTests {
  @Test(arguments: designedSizes + [Size(40, 12), Size(140, 40)])
  func `the example's circle at every size`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.right, .down, .down)
    try expectFrame(state.view, named: "cercle-\(size.width)x\(size.height)")
  }
}
