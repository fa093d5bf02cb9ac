import DPES
import TerminalUI

/// The date and the title of an image, by its id.
struct ImageForm: FormSubject {
  let id: String

  var words: [String] { ["image", id] }

  init(id: String) { self.id = id }

  init?(words: [String]) {
    guard words.count == 2, words[0] == "image" else { return nil }
    self.init(id: words[1])
  }

  var place: Screen { .cercle }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let image = demarche.cercles.first(where: { $0.id == id }) else { return nil }
    let fields: [Form.Field] = [
      .day(
        image.date, id: "date", label: "Date",
        hint: "Le jour où le groupe l’a faite\u{A0}: 12/03/2026, 28/02, hier."),
      .text(
        image.titre, id: "titre", label: "Titre",
        hint: "Peut rester vide\u{A0}: la date suffit.", limit: 200),
    ]
    return FormCard(
      self, "Image du \(image.date.french)", fields, base: demarche, le: state.environment.today)
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    guard field == "date", let date = try card.date("date") else { return }
    var trial = card.base
    let signature = Signature(quand: Instant(seconds: 0), jour: card.today)
    try Self.change(&trial, id, date, card.value("titre"), signature)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      guard let date = try card.date("date") else {
        throw FormCard.Fault(id: "date", text: "Une image a une date.")
      }
      let (titre, signature) = (card.value("titre"), state.signature)
      var trial = state.document?.demarche ?? card.base
      guard try Self.change(&trial, id, date, titre, signature) else { return state.leaveMode() }
      let effects = FormCard.commit(&state, card) { demarche, _ in
        do throws(FormCard.Fault) {
          return try Self.change(&demarche, id, date, titre, signature)
        } catch {
          return false
        }
      }
      if !effects.isEmpty {
        state.say("Image du \(date.french)\u{A0}: c’est noté." + FormCard.aside(state, date, .fait))
      }
      return effects
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  @discardableResult
  private static func change(
    _ demarche: inout Demarche, _ id: String, _ date: Day, _ titre: String?, _ signature: Signature
  ) throws(FormCard.Fault) -> Bool {
    do throws(Demarche.RefusDImage) {
      return try demarche.modifierImage(id, date: date, titre: titre, signature)
    } catch {
      throw FormCard.Fault(id: "date", text: error.phrase)
    }
  }
}

extension Demarche.RefusDImage {
  /// Why the date can't be that one.
  fileprivate var phrase: String {
    switch self {
    case .horsOrdre(let apres?, let avant?):
      "Les images gardent leur ordre\u{A0}: du \(apres.french) au \(avant.french)."
    case .horsOrdre(let apres?, nil):
      "Les images gardent leur ordre\u{A0}: celle d’avant est du \(apres.french)."
    case .horsOrdre(nil, let avant?):
      "Les images gardent leur ordre\u{A0}: celle d’après est du \(avant.french)."
    case .horsOrdre(nil, nil), .ouverte, .vide, .figee: Freezing.frozen
    }
  }
}
