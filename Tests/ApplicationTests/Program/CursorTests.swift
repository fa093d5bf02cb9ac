import DPES
import TerminalUI
import Testing

@testable import Application

/// Screen readers and braille displays follow the terminal's cursor: it stands on what is selected.
@Suite struct CursorTests {
  private static let sizes = [Size(40, 12), Size(80, 24), Size(140, 40)]

  @Test(arguments: sizes, [false, true])
  func `on every screen it stands on the text of what is selected`(
    size: Size, isASCII: Bool
  ) throws {
    for shown in Shown.screens {
      let canvas = try shown.state(size, isASCII: isASCII).view
      let told = "\(shown.name), \(size.width)"
      let place = try #require(canvas.cursor ?? canvas.selection, "\(told)")
      let cell = canvas[place.column, place.row]
      #expect(cell.glyph != .space, "\(told)")
      // An empty part has a sentence instead; in a wide window an axis has its title reversed.
      let isEmpty = !canvas.cells.contains { [.selected, .chip].contains($0.style.ground) }
      let isSelected = [.selected, .chip].contains(cell.style.ground)
      #expect(
        isEmpty || isSelected || cell.style.emphasis.contains(.reverse), "\(told): \(cell)")
    }
  }

  private static let lists = ["images", "chaîne", "conflit", "votes", "entrées", "référentiels"]

  @Test(arguments: sizes)
  func `in every mode it stands in the field, on what is selected, or where one reads first`(
    size: Size
  ) throws {
    for shown in Shown.modes {
      let canvas = try shown.state(size).view
      let told = "\(shown.name), \(size.width)"
      guard canvas.cursor == nil else { continue }
      guard let place = canvas.selection else {
        Issue.record("\(told)")
        continue
      }
      let cell = canvas[place.column, place.row]
      #expect(cell.glyph != .space, "\(told)")
      #expect(!Self.lists.contains(shown.name) || cell.style.ground == .selected, "\(told)")
    }
  }

  @Test func `a list under a field takes it once one goes down, and gives it back when one types`()
    throws
  {
    var state = try Shown("palette", keys: ":").state(Size(80, 24))
    #expect(state.view.cursor != nil)
    state.press(.down)
    let canvas = state.view
    let place = try #require(canvas.selection)
    #expect(canvas.cursor == nil && canvas[place.column, place.row].style.ground == .selected)
    state.press(.character("a"))
    #expect(state.view.cursor != nil)
  }
}
