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
    let isRegard = image.regard != nil
    var fields: [Form.Field] = [
      .day(
        image.date, id: "date", label: "Date",
        hint: isRegard
          ? "Le jour de la visite\u{A0}: 12/03/2026, 28/02, hier."
          : "Le jour où le groupe l’a faite\u{A0}: 12/03/2026, 28/02, hier."),
      .text(
        image.titre, id: "titre", label: "Titre",
        hint: "Peut rester vide\u{A0}: la date suffit.", limit: 200),
    ]
    if isRegard { fields.append(RegardForm.parQui(image.parQui)) }
    return FormCard(
      self, image.nom().capitalizedFirst, fields, base: demarche, le: state.environment.today)
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    guard field == "date", let date = try card.date("date") else { return }
    var trial = card.base
    let signature = Signature(quand: Instant(seconds: 0), jour: card.today)
    try Self.change(&trial, id, date, card, signature)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      guard let date = try card.date("date") else {
        throw FormCard.Fault(id: "date", text: "Une image a une date.")
      }
      let signature = state.signature
      var trial = state.document?.demarche ?? card.base
      guard try Self.change(&trial, id, date, card, signature) else { return state.leaveMode() }
      let effects = FormCard.commit(&state, card) { demarche, _ in
        do throws(FormCard.Fault) {
          return try Self.change(&demarche, id, date, card, signature)
        } catch {
          return false
        }
      }
      if !effects.isEmpty {
        let name = state.demarche?.cercles.first { $0.id == id }?.nom().capitalizedFirst ?? ""
        state.say("\(name)\u{A0}: c’est noté." + FormCard.aside(state, date, .fait))
      }
      return effects
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  @discardableResult
  private static func change(
    _ demarche: inout Demarche, _ id: String, _ date: Day, _ card: FormCard,
    _ signature: Signature
  ) throws(FormCard.Fault) -> Bool {
    do throws(Demarche.RefusDImage) {
      let isRegard = demarche.cercles.first { $0.id == id }?.regard != nil
      return try demarche.modifierImage(
        id, date: date, titre: card.value("titre"),
        parQui: isRegard ? card.value("parQui") : nil, signature)
    } catch {
      throw FormCard.Fault(id: "date", text: error.phrase)
    }
  }
}

extension Demarche.RefusDImage {
  /// Why the date can't be that one.
  var phrase: String {
    switch self {
    case .horsOrdre(let apres?, let avant?):
      "Les images gardent leur ordre\u{A0}: du \(apres.french) au \(avant.french)."
    case .horsOrdre(let apres?, nil):
      "Les images gardent leur ordre\u{A0}: celle d’avant est du \(apres.french)."
    case .horsOrdre(nil, let avant?):
      "Les images gardent leur ordre\u{A0}: celle d’après est du \(avant.french)."
    case .pasFigee: "Un regard se porte sur une image figée\u{A0}: f la fige d’abord."
    case .regard: "C’est déjà un regard de pairs\u{A0}: choisissez une image du groupe."
    case .dejaLa(let regard):
      "Ces pairs ont déjà un regard du \(regard.date.french)\u{A0}: Entrée sur lui, dans la liste."
    case .horsOrdre(nil, nil), .ouverte, .vide, .figee: Freezing.frozen
    }
  }
}
