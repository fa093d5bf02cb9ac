/// A full-screen terminal: what the program needs of one, and no more.
///
/// ncurses stands behind it in the program, ``TestTerminal`` in tests.
package protocol Terminal: AnyObject {
  /// The size now, in cells; at least 1×1.
  var size: Size { get }

  /// Shows a canvas, writing only what changed since the last one.
  func show(_ canvas: Canvas)

  /// Whether nothing more has come to be read: what nobody waits for can be done.
  func rests() -> Bool

  /// Colours from now on; the next canvas is drawn whole.
  func use(_ theme: Theme)

  /// Asks for mouse events, or gives the mouse back to the terminal (select and copy).
  func useMouse(_ isOn: Bool)

  /// Waits for events, without a time limit unless something on the screen is timed: nothing is done
  /// while nothing happens.
  ///
  /// Returns none when a worker woke the wait, when what came is not whole yet, or after so many
  /// milliseconds.
  func waitForEvents(atMost milliseconds: Int?) -> [Event]

  /// Ends ``waitForEvents()``. The only thing that may be called from any thread.
  var wake: @Sendable () -> Void { get }

  /// Rings the bell once, or flashes where the person has it so.
  func ring()

  /// Stops the process as Ctrl-Z does; returns when it is brought back. ``Event/resumed`` follows.
  func suspend()

  /// Gives the terminal back as it was. Calling it twice does nothing more.
  func close()
}

extension Terminal {
  /// Waits for events, without a time limit.
  package func waitForEvents() -> [Event] { waitForEvents(atMost: nil) }
}
