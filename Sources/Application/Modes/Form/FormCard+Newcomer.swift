import DPES
import TerminalUI

// Initials that nobody has: said, and added to the tour de table by Entrée once more, as F6 does.
extension FormCard {
  /// What is said of initials that name nobody, or several people, in a field for a person.
  static func stranger(_ word: String, _ demarche: Demarche) -> String {
    newcomer(word, demarche) == nil
      ? unknown(word, demarche) : unknown(word, demarche) + " Entrée encore l’y ajoute."
  }

  /// Why a filter lists nothing of the initials typed: it adds nobody; nil when it does.
  static func nothing(of text: String, _ state: State) -> String? {
    guard let demarche = state.demarche, demarche.personne(text, parmi: []) == nil else {
      return nil
    }
    let unknown = unknown(text, demarche)
    return demarche.participants(named: text).isEmpty
      ? unknown + " Rien n’est donc à montrer\u{A0}; Échap renonce." : unknown
  }

  /// The initials of somebody who could join the tour de table; nil for what are none, or who is there.
  private static func newcomer(_ word: String, _ demarche: Demarche) -> String? {
    guard demarche.participants(named: word).isEmpty else { return nil }
    do throws(PersonneEcrite.Faute) {
      let people = try PersonneEcrite.lire(word)
      return people.count == 1 && people[0].college == nil ? people[0].initiales : nil
    } catch {
      return nil
    }
  }

  /// The field that was just refused for somebody unknown, and their initials.
  private var awaited: (field: String, initiales: String)? {
    for field in form.fields {
      guard let fault = field.fault, let text = value(field.id) else { continue }
      let words = [text] + text.split(whereSeparator: { " ,;".contains($0) }).map(String.init)
      for word in words where fault == Self.stranger(word, base) {
        if let initiales = Self.newcomer(word, base) { return (field.id, initiales) }
      }
    }
    return nil
  }

  /// Adds whom the form was refused for to the tour de table; the form goes on from there.
  ///
  /// - Returns: What is asked of the world; nothing when nobody is awaited.
  static func welcome(_ state: inout State, _ card: inout FormCard) -> [Effect] {
    guard let (field, initiales) = card.awaited else { return [] }
    var id: String?
    let effects = state.change { demarche, ids in
      id = demarche.ajouterParticipant(initiales: initiales, ids: &ids)
      return true
    }
    guard !effects.isEmpty, let id,
      let newcomer = state.demarche?.participants.first(where: { $0.id == id })
    else { return [] }
    card.base.participants.append(newcomer)
    card.form.tell(field, nil)
    state.replaceMode(card)
    return effects
  }
}
