import DPES
import TerminalUI

extension State {
  mutating func undo() -> [Effect] { goBack(true) }

  mutating func redo() -> [Effect] { goBack(false) }

  /// The key that does something where the person is: nothing is promised that is not heard there.
  private func keyLabel(of id: String) -> String? {
    let tables = modes.last?.heard(self) ?? KeyLine.tables(for: self)
    let actions = tables.lazy.flatMap(\.actions)
    return actions.first { $0.id == id || $0.id.hasSuffix(".\(id)") }?.keys.first?.label
  }

  /// What takes back the change that was told of last; nil where it is not heard.
  var wayBack: (key: String, word: String)? {
    switch said?.way {
    case .undo: keyLabel(of: "annuler").map { ($0, "annule") }
    case .redo: keyLabel(of: "retablir").map { ($0, "rétablit") }
    case nil: nil
    }
  }

  /// Takes back a change or makes it again, goes to it, and says what it is.
  private mutating func goBack(_ isBack: Bool) -> [Effect] {
    let (signature, before) = (signature, document?.demarche)
    guard let before,
      let result = isBack ? document?.undo(signature) : document?.redo(signature)
    else { return [] }
    let verb = isBack ? "Annulé" : "Rétabli"
    let effects = changed()
    renewTyped()
    if let ecart = result.changed { go(to: ecart) }
    let what =
      result.name.map { told(named: $0, since: before) }
      ?? toldGrouping(since: before, isBack)
      ?? told(result.changed ?? result.meant, since: before, isBack)
    let leaves: String? =
      switch (result.leavesTheirs, result.leavesLinks) {
      case (true, true): "sauf ce qu’un autre poste a changé ou supprimé depuis"
      case (true, false): "sauf ce qu’un autre poste a changé depuis, qui reste"
      case (false, true): "sauf un lien vers ce qu’un autre poste a supprimé depuis"
      case (false, false): nil
      }
    let start = what.map { "\(verb)\u{A0}: \($0)" } ?? verb
    if document?.demarche == before {
      let stays = what.map { "\($0), reste ce qu’un autre poste a changé depuis" }
      refuse(
        "Rien n’est \(verb.lowercased())\u{A0}: "
          + "\(stays ?? "un autre poste l’a supprimé depuis").")
    } else if let leaves {
      refuse("\(start), \(leaves).")
    } else {
      say("\(start).")
    }
    return effects
  }

  /// What is being typed, here or set aside, is about the démarche as it is now: the way back is the
  /// person's own, and nobody else's change.
  private mutating func renewTyped() {
    for index in modes.indices {
      switch modes[index] {
      case let card as FormCard: modes[index] = card.renewed(self)
      case let edit as TextEdit: modes[index] = edit.renewed(self)
      default: break
      }
    }
    for (key, card) in formsAside { formsAside[key] = card.renewed(self) }
    for (place, edit) in corrections { corrections[place] = edit.renewed(self) }
  }

  /// What the last change made of the first thing that it touched: a key says it when nothing else
  /// does, so that a letter that only looks on a neighbouring screen never changes anything unseen.
  ///
  /// - Complexity: That of the change, whatever the démarche holds.
  var toldLastChange: String? {
    guard let edit = document?.past.last?.edit else { return nil }
    let change: Edit.Change? = edit.changes.first
    let words = change.flatMap { change in
      let (before, after) = (edit.before, edit.after)
      let (old, new) = (before.name(of: change, cycles), after.name(of: change, cycles))
      let isSaid = old != nil && new != nil && !stand(of: change, before, after).isEmpty
      let word = old == nil ? "ajout" : new == nil ? "suppression" : "changé"
      return told(change, before, after, isSaid ? [] : [word])
    }
    // An order that changed has no name of its own.
    return words.map { "\($0.capitalizedFirst)." } ?? "C’est changé."
  }

  /// How a person knows what changed, and what it says now; nil when it is nowhere.
  private func told(
    _ change: Edit.Change, _ before: Demarche, _ after: Demarche, _ details: [String] = []
  ) -> String? {
    // In a narrow window one row has room for what it says now.
    let columns = size.width < 60 ? 12 : 30
    let old = before.name(of: change, cycles, columns: columns)
    let new = after.name(of: change, cycles, columns: columns)
    guard var name = new ?? old else { return nil }
    let isPrivate = isOnWall || hidesNames
    switch change {
    case .participant where isPrivate: name = "une personne du tour de table"
    case .acteur where isPrivate: name = "un acteur"
    case .relation where isPrivate: name = "une relation"
    case .financeur where isPrivate: name = "un financeur"
    case .reponse(let code, let id):
      let found = pointName(code, ofGrille: id).flatMap { point(named: $0.name) }
      if let found { name = "réponse à \(found.point.intitule.quoted(columns))" }
    default: break
    }
    let isThere = old != nil && new != nil
    // What is said of an observation names nobody.
    let isShown = if case .observation = change { true } else { !isPrivate }
    let words =
      isThere && isShown ? stand(of: change, before, after).map { ", \($0)" }.joined() : ""
    return name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))") + words
  }

  /// That two observations are two again, or one again; nil where something else was done.
  private func toldGrouping(since before: Demarche, _ isBack: Bool) -> String? {
    guard let after = document?.demarche,
      let pair = isBack ? after.reunies(dans: before) : before.reunies(dans: after)
    else { return nil }
    let (one, other) = (pair.rejoint.nomme, pair.reste.nomme)
    return isBack ? "\(one) et \(other) sont de nouveau deux" : "\(one) rejoint de nouveau \(other)"
  }

  /// A change that has a name of its own, and how much is in it.
  private func told(named name: String, since before: Demarche) -> String {
    let name = isOnWall || hidesNames ? "un import" : name
    let all = document.flatMap { Received(before, $0.demarche) }
    return name + (all.map { " (\($0.list))" } ?? "")
  }

  /// What was changed, whether it came or went, and how much there is when it is not alone.
  private func told(_ ecart: Edit.Change?, since before: Demarche, _ isBack: Bool) -> String? {
    guard let after = document?.demarche else { return nil }
    guard let ecart else { return Received(before, after)?.list }
    let (wasThere, isThere) = (
      before.name(of: ecart, cycles) != nil, after.name(of: ecart, cycles) != nil
    )
    var details: [String] = []
    if wasThere != isThere { details.append(wasThere == isBack ? "ajout" : "suppression") }
    if let all = Received(before, after), all.count > 1 { details.append(all.list) }
    return told(ecart, before, after, details)
  }
}

extension Observation {
  fileprivate var nomme: String { numero.map { "le n°\u{A0}\($0)" } ?? "l’observation sans numéro" }
}

extension Demarche {
  /// Two observations that are one in a later state: the one whose words stand beside the other's.
  ///
  /// - Complexity: O(observations).
  fileprivate func reunies(
    dans later: Demarche
  ) -> (rejoint: Observation, reste: Observation)? {
    for (before, after) in zip(cercles, later.cercles)
    where before.id == after.id && before.observations.count == after.observations.count + 1 {
      let stays = Set(after.observations.map(\.id))
      guard let gone = before.observations.first(where: { !stays.contains($0.id) }) else {
        continue
      }
      let had = Dictionary(
        before.observations.map { ($0.id, $0.formulations) }, uniquingKeysWith: { one, _ in one })
      let with = after.observations.first { one in
        one.formulations.contains(gone.texte) && had[one.id]?.contains(gone.texte) == false
      }
      if let with { return (gone, with) }
    }
    return nil
  }

  /// How a person knows what differs; nil when it is not there.
  ///
  /// `cycles` are those that are read.
  fileprivate func name(
    of ecart: Edit.Change, _ cycles: [Cycle]?, columns: Int = 30
  ) -> String? {
    switch ecart {
    case .observation(let id, let image):
      return cercles.first { $0.id == image }?.observations.first { $0.id == id }?.texte.quoted(
        columns)
    case .image(let id): return cercles.first { $0.id == id }.map { $0.nom() }
    case .scrutin(let id, let image):
      let vote = cercles.first { $0.id == image }?.scrutins.first { $0.id == id }
      return vote.map { $0.titre.map { "vote \($0.quoted(columns))" } ?? "vote" }
    case .depart: return "départ"
    case .palier(let id): return schema.paliers.first { $0.id == id }?.intitule.quoted(columns)
    case .indicateur(let id, _), .realise(let id, _):
      return lieu(deIndicateur: id).map {
        schema.paliers[$0.palier].indicateurs[$0.index].intitule.quoted(columns)
      }
    case .participant(let id):
      return participants.first { $0.id == id }.map { $0.initiales ?? $0.nom ?? "participant" }
    case .seance(let id):
      return seances.first { $0.id == id }.map {
        $0.date.map { "séance du \($0.french)" } ?? "séance"
      }
    case .promesse(let id):
      return lieu(dePromesse: id).map {
        seances[$0.seance].promesses[$0.index].texte?.quoted(columns) ?? "promesse"
      }
    case .fiche(let fiche): return fiche.titre
    case .exercice(let id):
      return structure.exercices.first { $0.id == id }.map { "exercice \($0.nom)" }
    case .financeur(let id, let year):
      let exercice = structure.exercices.first { $0.id == year }
      return exercice?.financeurs.first { $0.id == id }.map {
        $0.nom?.quoted(columns) ?? "financeur"
      }
    case .tresorerie(let id):
      let point = structure.tresorerie.first { $0.id == id }
      return point.map { $0.date.map { "trésorerie du \($0.french)" } ?? "trésorerie" }
    case .acteur(let id):
      return acteurs.first { $0.id == id }.map { $0.nom?.quoted(columns) ?? "acteur" }
    case .relation(let id):
      return relations.first { $0.id == id }.map { relation in
        relation.paire.map { "relation \(noms(de: $0))" } ?? "relation"
      }
    case .carte(let id):
      let carte = cartes.first { $0.id == id }
      return carte.map { $0.date.map { "carte du \($0.french)" } ?? "carte" }
    case .boite(let cle): return "«\u{A0}\(cle.nom)\u{A0}»"
    case .note(let id):
      let note = notes.first { $0.id == id }
      return note.map { $0.date.map { "note du \($0.french)" } ?? "note" }
    case .ressource(let id):
      return ressources.first { $0.id == id }.map { $0.titre?.quoted(columns) ?? "ressource" }
    case .cloture(let mois): return "clôture des \(mois)\u{A0}mois"
    case .passage(let id): return name(ofPassage: id, cycles)
    case .cycle(let id):
      return self.cycles.first { $0.id == id }.map { own in
        "cycle \(cycles?.first { $0.id == own.modele }?.nom ?? own.modele ?? "")"
      }
    case .retour(let id):
      return retours.first { $0.id == id }.map { _ in "réponse à une observation" }
    case .transmission(let id):
      return transmissions.first { $0.id == id }.map { one in
        one.a.map { "transmission à \($0.quoted(columns))" } ?? "transmission"
      }
    case .territoire: return territoire.map { _ in "territoire" }
    case .reponse(let point, let id):
      let reponse = grilles.first { $0.id == id }?.reponses.first { $0.point == point }
      return reponse.map { _ in "réponse à \(point)" }
    case .ficheOutil(let id):
      return fiches.first { $0.id == id }.map {
        $0.titre.map { "fiche \($0.quoted(columns))" } ?? "fiche"
      }
    case .grille(let id):
      let grille = grilles.first { $0.id == id }
      return grille.map { $0.date.map { "réponses du \($0.french)" } ?? "réponses" }
    }
  }
}

extension Demarche {
  /// A passage by its étape's title, with which time of it and its day; nil when it is not there.
  private func name(ofPassage id: String, _ cycles: [Cycle]?) -> String? {
    guard let (suivi, index) = self.cycles.lieu(de: id, dans: \.passages) else { return nil }
    let own = self.cycles[suivi]
    let passage = own.passages[index]
    let etape = cycles?.first { $0.id == own.modele }?.etape(passage.etape)
    let name = (etape?.titre ?? passage.etape).map { title in
      "«\u{A0}\(title)\(passage.rang.map { "\u{A0}\($0)" } ?? "")\u{A0}» du cycle"
    }
    return [name ?? "étape du cycle", passage.faitLe?.french].compactMap(\.self)
      .joined(separator: ", ")
  }
}

extension String {
  /// Between « », no more of it than a person needs to find it.
  fileprivate func quoted(_ columns: Int) -> String {
    "« \(TextWidth.excerpt(self, to: columns)) »"
  }
}
