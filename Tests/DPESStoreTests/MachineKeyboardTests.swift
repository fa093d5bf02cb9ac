import Testing

@testable import DPESStore

@Suite struct MachineKeyboardTests {
  @Test(arguments: [
    ("# KEYBOARD\nXKBMODEL=\"pc105\"\nXKBLAYOUT=\"fr\"\nXKBVARIANT=\"bepo\"\n", "fr", "bepo"),
    ("XKBLAYOUT=\"be,fr\"\nXKBVARIANT=\",oss\"", "be", ""), ("XKBLAYOUT=us", "us", ""),
    ("KEYMAP=fr-bepo-latin9\n", "fr", "bepo-latin9"), ("KEYMAP='be-latin1'", "be", "latin1"),
  ])
  func `a machine's keyboard is read as its settings write it`(
    text: String, layout: String, variant: String
  ) throws {
    let keyboard = try #require(MachineKeyboard(text.utf8))
    #expect(keyboard.layout == layout && keyboard.variant == variant)
  }

  @Test(arguments: ["", "XKBLAYOUT=\"\"\n", "BACKSPACE=guess", "=\n=\n", "\u{FF}=x", "KEYMAP="])
  func `what names none says nothing`(text: String) {
    #expect(MachineKeyboard(text.utf8) == nil)
  }
}
