import Application
import DPES

/// What another program made of a démarche that was read or saved here.
func arrival(
  _ base: Demarche, basis: Int = 1, _ edit: (inout Demarche) -> Void
) -> Message {
  var theirs = base
  edit(&theirs)
  return .elsewhere(Elsewhere(base: base, theirs: theirs, basis: basis))
}

/// The signature of a participant of the example, a minute before the tests' present.
func signature(_ demarche: Demarche, _ initiales: String) -> Signature {
  Signature(
    quand: Instant(seconds: exampleDay.number * 86_400 + 52_260), jour: exampleDay,
    qui: demarche.participants.first { $0.initiales == initiales }?.id)
}
