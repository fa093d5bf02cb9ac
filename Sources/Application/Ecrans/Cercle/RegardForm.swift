import DPES
import TerminalUI

/// The regard of peers on a frozen image, to be begun: who they are, and the day of their visit.
struct RegardForm: FormSubject {
  /// The image that they look at.
  let image: String

  var words: [String] { ["regard", image] }

  init(image: String) { self.image = image }

  init?(words: [String]) {
    guard words.count == 2, words[0] == "regard" else { return nil }
    self.init(image: words[1])
  }

  var place: Screen { .cercle }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let seen = demarche.cercles.first(where: { $0.id == image }) else { return nil }
    let fields: [Form.Field] = [
      Self.parQui(nil),
      .day(
        state.environment.today, id: "date", label: "Date",
        hint: "Le jour de la visite\u{A0}: 12/03/2026, 28/02, hier."),
    ]
    return FormCard(
      self, "Regard des pairs sur l’\(seen.nom())", fields, base: demarche,
      le: state.environment.today)
  }

  /// The organisation of the peers.
  static func parQui(_ said: String?) -> Form.Field {
    .text(
      said, id: "parQui", label: "Par qui",
      hint: "L’organisation qui regarde, jamais une personne\u{A0}; peut rester vide.", limit: 200)
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    guard field == "date", let date = try card.date("date") else { return }
    var (trial, ids) = (card.base, IDGenerator(seed: 0))
    try begin(&trial, date, card, &ids)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      guard let date = try card.date("date") else {
        throw FormCard.Fault(id: "date", text: "Un regard a une date.")
      }
      var (trial, trialIDs) = (state.document?.demarche ?? card.base, IDGenerator(seed: 0))
      try begin(&trial, date, card, &trialIDs)
      var started: String?
      let effects = FormCard.commit(&state, card) { demarche, ids in
        do throws(FormCard.Fault) {
          started = try begin(&demarche, date, card, &ids)
          return true
        } catch {
          return false
        }
      }
      guard let started, !effects.isEmpty else { return effects }
      ImageList.come(&state, to: started)
      state.say(
        "Regard des pairs, ouvert\u{A0}: Entrée, puis r o v changent la couleur, n ajoute; f le fige."
          + FormCard.aside(state, date, .fait))
      return effects
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  @discardableResult
  private func begin(
    _ demarche: inout Demarche, _ date: Day, _ card: FormCard, _ ids: inout IDGenerator
  ) throws(FormCard.Fault) -> String {
    do throws(Demarche.RefusDImage) {
      return try demarche.commencerRegard(
        sur: image, du: date, par: card.value("parQui"), ids: &ids)
    } catch {
      throw FormCard.Fault(id: "date", text: error.phrase)
    }
  }
}
