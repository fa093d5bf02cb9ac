import Application
import DPESStore

/// Tells the windows that follow this one what it shows, once its own frame is out.
struct WallTeller {
  private var told: Wall?
  /// The file that the note is about.
  private var path: String?
  private var note: WallNote?

  /// Writes the note, when what is shown has changed since.
  ///
  /// A note that can't be written is no reason to disturb: who follows says why.
  mutating func tell(_ state: State, of file: DataFile?, in places: Places) {
    guard let file, let wall = state.wall else { return }
    if file.path != path {
      end()
      path = file.path
      note = file.resolvedPath.flatMap { try? WallNote(about: $0, in: places) }
    }
    guard note != nil, wall != told else { return }
    told = wall
    do throws(StoreError) {
      try note?.write(wall.json)
    } catch {
      // See above.
    }
  }

  /// Takes the note away: a window that follows keeps what it shows.
  mutating func end() {
    note?.remove()
    note = nil
    told = nil
    path = nil
  }
}
