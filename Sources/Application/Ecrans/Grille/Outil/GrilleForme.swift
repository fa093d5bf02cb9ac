import DPES
import TerminalUI

/// What was said of a point that has a form of its own, line by line.
struct GrilleForme {
  private let point: Referentiel.Point
  private let reponse: Reponse?
  private let state: State

  init(_ point: Referentiel.Point, _ reponse: Reponse?, _ state: State) {
    (self.point, self.reponse, self.state) = (point, reponse, state)
  }

  var lines: [(text: String, style: Style)] {
    let own: [(text: String, style: Style)] =
      switch point.forme {
      case .curseur: curseur
      case .choix: choix
      case .liste:
        (reponse?.elements ?? []).map { ("\(state.marks.symbols.dot) \($0)", .text) }
      case nil: []
      }
    return own + before
  }

  private var curseur: [(text: String, style: Style)] {
    let signs = state.environment.symbols.curseur
    let curseur = Curseur(reponse)
    var lines: [(text: String, style: Style)] = []
    if curseur.estPlein {
      lines.append(("\(signs.plein) boule pleine\u{A0}: prioritaire, ou effet très fort", .text))
    }
    return lines
      + (reponse?.arguments ?? []).map { argument in
        let told = ArgumentTold(argument, state)
        let who = told.who.map { " (\($0))" } ?? ""
        let arrows = told.fleches.isEmpty ? "" : "\(told.fleches) "
        return ("\(told.sens) \(arrows)\(argument.texte ?? "")\(who)", .text)
      }
  }

  private var choix: [(text: String, style: Style)] {
    let ticked = reponse?.choix ?? []
    let known = point.options.map(\.code)
    var lines: [(text: String, style: Style)] = point.options.map { option in
      let isTicked = ticked.contains(option.code)
      return ("\(isTicked ? "[x]" : "[ ]") \(option.intitule)", isTicked ? .text : .faint)
    }
    lines += ticked.filter { !known.contains($0) }.map { ("[x] \($0)", .text) }
    if let texte = reponse?.existanteTexte {
      lines.append(("on le dit car\u{A0}: \(texte)", .text))
    }
    if let texte = reponse?.aIntegrerTexte { lines.append(("vers quoi\u{A0}: \(texte)", .text)) }
    return lines
  }

  /// What was answered before the point had its form: it stays.
  private var before: [(text: String, style: Style)] {
    guard let reponse, reponse.existante != .nonConcerne else { return [] }
    let texte = point.forme == .choix ? nil : reponse.existanteTexte
    let said = [
      reponse.existante.map(\.mot), texte, point.forme == .choix ? nil : reponse.aIntegrerPhrase,
    ].compactMap(\.self)
    return said.isEmpty
      ? [] : [("réponse d’avant\u{A0}: \(said.joined(separator: ", "))", .faint)]
  }
}
