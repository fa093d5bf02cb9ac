/// A full-screen terminal: what the program needs of one, and no more.
///
/// ncurses stands behind it in the program, ``TestTerminal`` in tests.
package protocol Terminal: AnyObject {
  /// The size now, in cells; at least 1×1.
  var size: Size { get }

  /// Shows a canvas, writing only what changed since the last one.
  func show(_ canvas: Canvas)

  /// Waits a moment, some milliseconds, for what was shown to be seen; false when something happens
  /// meanwhile.
  ///
  /// Once, after a frame: what is worked out for later then takes no processor from who shows it.
  func rests() -> Bool

  /// Makes ready to show any of these after the canvas shown last, without showing them, until `next`
  /// has no more or something happens.
  ///
  /// Takes the time of showing each twice, so that ``show(_:)`` takes none; for when nobody waits.
  func foresee(_ next: () -> Canvas?)

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
