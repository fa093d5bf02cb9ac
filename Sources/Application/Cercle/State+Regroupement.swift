import DPES
import TerminalUI

// Two observations that say the same become one, and one that says two things becomes two.
extension State {
  /// Opens the list of what the selected observation can be put together with.
  mutating func beginGrouping() -> [Effect] {
    guard let id = cercle.selectedID else { return [] }
    let others = groupingIndex(for: id)
    if others.isEmpty {
      refuse("Il n’y a pas d’autre observation dans cette image.")
    } else {
      modes.append(.search(Search(others, for: .grouping(id))))
    }
    return []
  }

  /// Puts two observations together, both wordings kept.
  mutating func group(_ one: String, with other: String) -> [Effect] {
    guard let demarche else { return [] }
    let pair: (reste: Observation, rejoint: Observation)
    do throws(Demarche.RefusDeRegroupement) {
      pair = try demarche.regroupement(de: one, et: other)
    } catch {
      refuse(sentence(error))
      return []
    }
    let signature = signature
    let effects = change { demarche, _ in
      do throws(Demarche.RefusDeRegroupement) {
        try demarche.regrouper(one, other, signature)
        return true
      } catch {
        return false
      }
    }
    guard !effects.isEmpty else { return [] }
    cercle.select(pair.reste.id, in: derived)
    chainFromCercle()
    let (here, there) = (told(pair.rejoint, with: pair.reste), told(pair.reste, with: pair.rejoint))
    say("\(here.capitalizedFirst) rejoint \(there)\u{A0}: les deux formulations restent. u annule.")
    return effects
  }

  /// The number, with the colour where the two differ: only one is kept.
  private func told(_ observation: Observation, with other: Observation) -> String {
    let number = observation.numero.map { "le n°\u{A0}\($0)" } ?? "l’observation sans numéro"
    let differ = observation.statut != other.statut && other.statut != nil
    guard differ, let statut = observation.statut else { return number }
    return "\(number) (\(marks.mark(statut).word))"
  }

  private func sentence(_ refusal: Demarche.RefusDeRegroupement) -> String {
    switch refusal {
    case .horsImage: "Ces deux observations ne sont plus dans la même image."
    case .figee: cercleRefusal() ?? "L’image est figée."
    case .suite(let day):
      "L’image du \(day.french) continue ces deux observations\u{A0}: c’est là qu’elles se regroupent."
    case .scrutin:
      "Un vote a compté ces deux observations à part\u{A0}: les regrouper le fausserait."
    }
  }

  /// Cuts an observation in two where the cursor is.
  mutating func split(_ edit: TextEdit) -> [Effect] {
    let (premier, second) = edit.halves
    guard !premier.isBlank, !second.isBlank else {
      refuse("Le curseur va entre les deux idées\u{A0}: il en faut une de chaque côté.")
      return []
    }
    let signature = signature
    let before = derived.image?.cercle.observations.first { $0.id == edit.place.id }
    var newest: String?
    let effects = change { demarche, ids in
      newest = demarche.scinder(edit.place.id, en: (premier, second), signature, ids: &ids)
      // What it said since the cut was begun stays beside.
      if let before, before.texte != edit.original {
        demarche.modifierObservation(edit.place.id, signature) {
          $0.formulations.append(before.texte)
        }
      }
      return newest != nil
    }
    guard !effects.isEmpty, let newest else {
      if notice == nil {
        refuse("Rien n’est coupé\u{A0}: \(cercleRefusal() ?? "l’image a changé.")")
      }
      return []
    }
    modes.removeLast()
    corrections[edit.place] = nil
    cercle.select(newest, in: derived)
    chainFromCercle()
    let numbers = [before?.numero, cercle.selected(in: derived)?.numero].compactMap {
      $0.map(String.init)
    }
    say("Coupée en deux\u{A0}: n°\u{A0}\(numbers.joined(separator: " et n°\u{A0}")). u annule.")
    return effects
  }
}
