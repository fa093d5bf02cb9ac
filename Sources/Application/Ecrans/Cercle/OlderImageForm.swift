import DPES
import TerminalUI

/// An image of a day that is past, to be begun: a circle that the group made on paper.
struct OlderImageForm: FormSubject {
  var words: [String] { ["image-ancienne"] }

  init() {}

  init?(words: [String]) {
    guard words == ["image-ancienne"] else { return nil }
  }

  var place: Screen { .cercle }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    let fields: [Form.Field] = [
      .day(
        nil, id: "date", label: "Date",
        hint:
          "Le jour où le groupe l’a faite\u{A0}: 12/03/2024, hier. Elle se range à sa date, et part "
          + "de l’image d’avant."),
      .text(
        nil, id: "titre", label: "Titre", hint: "Peut rester vide\u{A0}: la date suffit.",
        limit: 200),
    ]
    return FormCard(
      self, "Image d’un jour passé", fields, base: demarche, le: state.environment.today)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      guard let date = try card.date("date") else {
        throw FormCard.Fault(id: "date", text: "Une image a une date.")
      }
      guard date <= card.today else {
        throw FormCard.Fault(id: "date", text: "Ce jour n’est pas encore passé.")
      }
      return begin(date, card, in: &state)
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  private func begin(_ date: Day, _ card: FormCard, in state: inout State) -> [Effect] {
    var started: String?
    let effects = FormCard.commit(&state, card) { demarche, ids in
      do throws(Demarche.RefusDImage) {
        started = try demarche.insererImage(du: date, titre: card.value("titre"), ids: &ids)
        return true
      } catch {
        return false
      }
    }
    guard let started, !effects.isEmpty else { return effects }
    ImageList.come(&state, to: started)
    let isFirst = state.images.first?.id == started
    state.say(
      "Image du \(date.french)\u{A0}: "
        + (isFirst ? "vide, n y note." : "elle part de celle d’avant, n y note.")
        + FormCard.aside(state, date, .fait))
    return effects
  }
}
