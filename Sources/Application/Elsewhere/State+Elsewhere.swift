import DPES

extension State {
  /// Another program changed the file: both sides' changes are put together.
  mutating func receive(_ elsewhere: Elsewhere) -> [Effect] {
    guard let before = document else { return [] }
    guard elsewhere.theirs.id == before.demarche.id, !elsewhere.theirs.isNewer else {
      lose(
        "Le fichier a été remplacé par une autre démarche, ou par celle d’un Palier plus récent.")
      return []
    }
    do throws(FormatError) {
      _ = try document?.receive(elsewhere)
    } catch {
      lose(
        "Le fichier a été changé par un autre programme, et ne se réunit pas avec ce qui est ici.")
      return []
    }
    settle()
    if document?.demarche != elsewhere.theirs { return save }
    // Nothing is left to save: what was on its way came back in what they wrote.
    let time = localTime(environment.now)
    if before.saved != .untouched { document?.saved = .at(time) }
    return []
  }

  /// The time of a moment where the person is: `14:32`.
  func localTime(_ instant: Instant) -> String {
    let local = Instant(seconds: instant.seconds + environment.utcOffset)
    return String(local.iso.dropFirst(11).prefix(5))
  }

  /// The file is something else now: it is left alone.
  private mutating func lose(_ sentence: String) {
    document?.lost = sentence
    document?.saved = .failed(sentence)
    warn("Non enregistré", sentence)
  }

  /// The document is in another file from now on.
  mutating func moved(to path: String) {
    document?.path = path
    document?.basis = 0
    document?.lost = nil
    document?.copies = []
  }
}
