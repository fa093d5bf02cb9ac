import DPES
import Foundation
import TerminalUI
import Testing

@testable import Application

/// What stands open when the process is killed stands open again.
@Suite struct BegunTests {
  /// What every form of the program is about, on the example.
  static func subjects() throws -> [any FormSubject] {
    let demarche = try example()
    let image = try #require(demarche.cercles.last)
    let palier = try #require(demarche.schema.paliers.first)
    let indicateur = try #require(demarche.schema.paliers.flatMap(\.indicateurs).first)
    let seance = try #require(demarche.seances.last)
    let promesse = try #require(demarche.seances.flatMap(\.promesses).first)
    let observation = try #require(image.observations.first { $0.axe == .utilite })
    let year = try #require(demarche.structure.exercices.last)
    let engagement = demarche.schema.paliers.flatMap(\.engagements).first
    let etat: [EtatForm] =
      [
        .participant(nil), .participant(demarche.participants.first?.id), .seance(seance.id),
        .nouvellePromesse(seance.id), .promesse(promesse.id), .acteur(nil),
        .acteur(demarche.acteurs.first?.id),
      ] + Fiche.allCases.map { .fiche($0) }
    let schema: [SchemaCard] =
      [
        .nouveauPalier(.utilite, observation: nil),
        .nouveauPalier(.utilite, observation: observation.id), .palier(palier.id),
        .nouvelIndicateur(palier.id), .indicateur(indicateur.id), .nouvelEngagement(palier.id),
      ] + (engagement.map { [.engagement($0.id)] } ?? [])
    let notes: [CapitalisationForm] = [
      .ressource(nil), .ressource(demarche.ressources.first?.id), .note(nil),
      .note(demarche.notes.first?.id),
    ]
    return etat + schema + notes + [
      ArgentForm.financeur(nil, exercice: year.id),
      ArgentForm.financeur(year.financeurs.first?.id, exercice: year.id), ArgentForm.point(nil),
      ArgentForm.point(demarche.structure.tresorerie.first?.id),
      ExerciceForm(id: nil), ExerciceForm(id: demarche.structure.exercices.first?.id),
      GrilleDatesForm(), ImageForm(id: image.id), OlderImageForm(), DepartForm(),
      RealiseForm(id: indicateur.id, mois: 12, place: .tableau),
      PassageForm.etape("pas-de-calais/rapport/1", aujourdhui: false),
      PassageForm.etape("pas-de-calais/candidature", aujourdhui: true),
      DemandeForm.nouvelle(seance.id),
      PassageForm.nouveau(cycle: "pas-de-calais", etape: "comite"), RetourForm(observation.id),
      RegardForm(image: image.id),
    ]
  }

  /// What every question is about whose answer goes into the démarche.
  static func questions() throws -> [any KeptQuestion] {
    let demarche = try example()
    let indicateur = try #require(demarche.schema.paliers.flatMap(\.indicateurs).first)
    let box = try #require(
      ProfilStrategique.Cle.allCases.first { !demarche.profilStrategique[$0].elements.isEmpty })
    let referentiel = try shippedReferentiel()
    var grille = try opened()
    grille.show(.grille)
    grille.renewDerived()
    let code = try #require(grille.grille.selected?.point.code)
    return [
      ElementQuestion(cle: box, ancien: nil),
      ElementQuestion(cle: box, ancien: demarche.profilStrategique[box].elements.first),
      ReponseQuestion(referentiel: referentiel.id, code: code, champ: .existante),
      ReponseQuestion(referentiel: referentiel.id, code: code, champ: .aIntegrer),
      ReponseQuestion(referentiel: referentiel.id, code: code, champ: .nonConcerne),
      LigneQuestion(referentiel: referentiel.id, sujet: nil, code: code, ancien: nil),
      ArgumentQuestion(referentiel: referentiel.id, sujet: nil, code: code, argument: nil),
      FicheQuestion(referentiel: referentiel.id, fiche: nil),
      MotifQuestion(indicateur: indicateur.id, mois: 12),
      CorrectionQuestion(indicateur: indicateur.id, mois: 6, statut: .nonAtteint),
      CorrectionQuestion(indicateur: indicateur.id, mois: 6, statut: nil),
    ]
      + demarche.acteurs.prefix(1).flatMap { acteur -> [any KeptQuestion] in
        let others = [nil, demarche.acteurs.last?.id]
        return others.map { RelationQuestion(kind: .objet, paire: Paire($0, acteur.id)) }
          + [RelationQuestion(kind: .observation, paire: Paire(nil, acteur.id))]
      }
  }

  /// Types of the sources that conform to a protocol, by the lines that say so.
  private static func conforming(to name: String) throws -> Set<String> {
    var found: Set<String> = []
    for (_, text) in try sources() {
      for match in text.matches(of: /(?:struct|enum) (\w+): ([\w, ]+) \{/)
      where match.2.split(separator: ", ").contains(where: { $0 == name }) {
        found.insert(String(match.1))
      }
    }
    return found
  }

  private static func sources() throws -> [(path: String, text: String)] {
    let root = projectFile("Sources/Application").path
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(".swift") }.map {
        ($0, try String(contentsOfFile: root + "/" + $0, encoding: .utf8))
      }
  }

  /// The example, which holds what an older file says of a cycle.
  private static func followed() throws -> Demarche {
    var demarche = try example()
    demarche.identifiant.delivreLe = Day(iso: "2025-12-12")
    return demarche
  }

  private static func opened(_ demarche: Demarche? = nil, reads: Bool = true) throws -> State {
    var state = state(try demarche ?? followed(), Size(100, 30))
    if reads {
      _ = state.update(.referentiels([try shippedReferentiel()]))
      _ = state.update(.cycles(try shippedCycles()))
    }
    return state
  }

  /// The same in the next window, which reads the référentiels once they are asked for.
  private static func reopened(_ state: State, _ demarche: Demarche? = nil) throws -> State {
    var next = try opened(demarche, reads: false)
    _ = next.update(.drafts(state.drafting, since: 1))
    if next.wantsReferentiels { _ = next.update(.referentiels([try shippedReferentiel()])) }
    if next.wantsCycles { _ = next.update(.cycles(try shippedCycles())) }
    return next
  }

  @Test func `every form and every kept question of the program is in a table`() throws {
    let forms = try Self.conforming(to: "FormSubject")
    #expect(Set(Begun.forms.map { "\($0)" }) == forms)
    #expect(Set(try Self.subjects().map { "\(type(of: $0))" }) == forms)
    let questions = try Self.conforming(to: "KeptQuestion")
    #expect(Set(Begun.questions.map { "\($0)" }) == questions)
    #expect(Set(try Self.questions().map { "\(type(of: $0))" }) == questions)
    // A path, or what a list shows: nothing of the démarche.
    #expect(
      try Self.conforming(to: "QuestionSubject") == [
        "AilleursQuestion", "ConseilQuestion", "DestinationQuestion", "ImportAnswer",
        "RaisonSocialeQuestion", "SinceQuestion",
      ])
  }

  /// A new mode with a text of its own has to say what becomes of it.
  @Test func `every text field of the program is known`() throws {
    let found = try Self.sources().filter {
      $0.text.contains(/(?:var|let) \w+(?:: TextField| = TextField\()/)
    }.map { String($0.path.split(separator: "/").last ?? "") }
    let kept = ["Capture+Aside.swift", "Capture.swift", "Question.swift", "TextEdit.swift"]
    // Looked for, chosen by, or measured: gone without loss.
    let passing = [
      "ActionList.swift", "Choice.swift", "FolderBrowser.swift", "Help.swift",
      "LegibilityCard.swift", "RessourceList.swift", "Search.swift", "SpeakerList.swift",
      "SuggestionList.swift",
    ]
    let local = [
      "PastedLines.swift", "State+Opening.swift", "TextField+Dictated.swift", "Unopened.swift",
    ]
    #expect(Set(found).subtracting(local) == Set(kept + passing))
  }

  @Test func `every form comes back as it stood, whatever was typed in it`() throws {
    for subject in try Self.subjects() {
      var state = try Self.opened()
      state.show(subject.place)
      state.renewDerived()
      _ = state.open(subject)
      guard var card = state.modes.last as? FormCard else {
        Issue.record("\(subject) does not open")
        continue
      }
      for field in card.form.fields {
        switch field.content {
        case .text: card.form.put("12 é, \(field.id)", in: field.id)
        case .choice(let choice):
          card.form.put(
            String(choice.options[choice.selection == 0 ? 1 : 0].key), in: field.id)
        }
      }
      let last = try #require(card.form.fields.last { $0.isAsked })
      card.form.focus(on: last.id)
      card.form.put(card.form.value(last.id), in: last.id)
      state.replaceMode(card)
      let next = try Self.reopened(state)
      guard let back = next.modes.last as? FormCard else {
        Issue.record("\(subject): \(next.modes), \(next.words)")
        continue
      }
      #expect(back.form.holdsTheSame(as: card.form), "\(subject)")
      #expect(back.form.focusedID == last.id && back.title == card.title, "\(subject)")
      #expect(next.screen == state.screen, "\(subject)")
      let told = "Repris\u{A0}: «\u{A0}\(card.title)"
      #expect(next.notice?.text.hasPrefix(told) == true, "\(subject)")
      // What came back is what would come back again.
      #expect(next.drafting == state.drafting, "\(subject)")
    }
  }

  @Test func `every answer begun comes back, and is taken where it was asked`() throws {
    for subject in try Self.questions() {
      var state = try Self.opened()
      if case let question as ReponseQuestion = subject {
        state.show(.grille)
        state.renewDerived()
        state.grille.select(question.code)
      } else if subject is LigneQuestion || subject is ArgumentQuestion || subject is FicheQuestion
      {
        state.show(.grille)
        state.renewDerived()
      }
      state.ask("Pourquoi\u{A0}?", for: subject, "Avant")
      state.type(" et après")
      let next = try Self.reopened(state)
      let back = try #require(next.modes.last as? Question, "\(subject): \(next.words)")
      #expect(back.field.text == "Avant et après" && back.title == "Pourquoi\u{A0}?")
      #expect(ValueKey(back.subject) == ValueKey(subject))
      #expect(next.drafting == state.drafting)
      var taken = next
      let isDone = taken.press(.enter).isEmpty == false
      // An argument is kept with its move, which is asked next.
      #expect(isDone || taken.modes.last is CurseurMove, "\(subject): \(taken.words)")
    }
  }

  @Test(arguments: ["[Entrée] encore", "d encore", "a[Entrée] encore", "c encore[gauche][gauche]"])
  func `the text of an observation, its minority, an argument, a cut come back`(keys: String) throws
  {
    var demarche = try example()
    let open = try #require(demarche.imageOuverte)
    let id = demarche.cercles[open].observations[0].id
    demarche.cercles[open].observations[0].arguments = {
      var argument = Argument()
      (argument.id, argument.texte, argument.sens) = ("a-1", "Parce que", .pour)
      return [argument]
    }()
    var state = try Self.opened(demarche)
    _ = state.select(id)
    state.play(keys)
    let edit = try #require(state.modes.last as? TextEdit, "\(state.words)")
    #expect(edit.field.text != edit.original)
    let next = try Self.reopened(state, demarche)
    let back = try #require(next.modes.last as? TextEdit, "\(next.words)")
    #expect(back.place == edit.place && back.field.text == edit.field.text)
    #expect(back.field.cursor == edit.field.cursor || edit.place.target != .scission)
    #expect(next.modes.count == state.modes.count && next.cercle.selectedID == id)
    #expect(next.drafting == state.drafting)
  }

  @Test func `what was set aside is set aside again, and the same key opens it`() throws {
    var state = try Self.opened()
    state.show(.schema)
    state.play("[n]Un conseil ouvert[Échap]3[Entrée] encore[Échap]")
    #expect(state.drafting.count == 2)
    var next = try Self.reopened(state)
    #expect(next.modes.isEmpty && next.notice?.text.contains("2 saisies mises de côté") == true)
    #expect(next.drafting == state.drafting)
    next.show(.schema)
    next.play("[n]")
    #expect((next.modes.last as? FormCard)?.form.text("intitule") == "Un conseil ouvert")
  }

  @Test func `on the wall nothing of it is seen; it opens when the wall is left`() throws {
    var state = try Self.opened()
    state.show(.schema)
    state.play("[n]Phrase secrète")
    var wall = try wall(try example(), Size(80, 24))
    let before = wall.view
    _ = wall.update(.drafts(state.drafting, since: 1))
    #expect(wall.view == before && wall.modes.isEmpty)
    // It is kept for whoever comes next, should this window end.
    #expect(wall.unopenedDrafts == state.drafting)
    wall.press(.character("s"))
    #expect((wall.modes.last as? FormCard)?.form.text("intitule") == "Phrase secrète")
    #expect(wall.unopenedDrafts.isEmpty)
  }

  @Test func `a text whose subject is gone is shown, kept, or made an observation`() throws {
    var state = try Self.opened()
    let palier = try #require(state.demarche?.schema.paliers.last)
    _ = state.open(SchemaCard.palier(palier.id))
    state.play("[Ctrl-U]Une phrase à garder")
    var demarche = try example()
    demarche.schema.paliers.removeAll { $0.id == palier.id }
    let next = try Self.reopened(state, demarche)
    #expect(next.modes.last is FoundText && next.words.contains("Une phrase à garder"))
    // It may have been set aside, by Échap: nothing is said of how it ended.
    #expect(next.words.contains("n’était pas confirmé") && !next.words.contains("s’est arrêté"))
    var observed = next
    #expect(observed.press(.enter).isEmpty == false)
    #expect(observed.observations.last?.texte == "Une phrase à garder")
    #expect(observed.observations.last?.axe == nil && observed.drafting.isEmpty)
    var later = next
    later.press(.escape)
    #expect(later.modes.isEmpty && later.drafting == state.drafting)
    #expect(later.unopenedDrafts == state.drafting)
    var given = next
    given.press(.delete)
    #expect(given.modes.isEmpty && given.drafting.isEmpty)
  }

  @Test func `what somebody else changed meanwhile is said under the field`() throws {
    var state = try Self.opened()
    let palier = try #require(state.demarche?.schema.paliers.first)
    _ = state.open(SchemaCard.palier(palier.id))
    state.play("[Fin] bis")
    var demarche = try example()
    demarche.schema.paliers[0].intitule = "Autre chose"
    let next = try Self.reopened(state, demarche)
    #expect(next.words.contains("Changé entre-temps : « Autre chose »"))
    #expect((next.modes.last as? FormCard)?.form.text("intitule") == palier.intitule + " bis")
  }

  @Test func `what was confirmed and is in the file does not come back`() throws {
    var state = try Self.opened()
    state.show(.schema)
    state.play("[n]Un conseil vraiment ouvert")
    let drafts = state.drafting.map(\.entered)
    var next = try Self.opened()
    _ = next.update(.drafts(drafts, since: 1))
    #expect(next.modes.last is FormCard)
    state.press(.enter)
    next = try Self.opened(state.demarche)
    _ = next.update(.drafts(drafts, since: 1))
    #expect(next.modes.isEmpty && next.drafting.isEmpty)
  }

  @Test func `words that name nothing open nothing, and do no harm`() throws {
    let field = Begun.Field(id: "x", label: "", text: "Un texte", before: "", isProse: true)
    for kind in [Begun.Kind.form, .text, .question] {
      for words in [
        [], [""], ["realise", "x", "9223372036854775807", "nulle-part"], ["promesse"],
        ["dates", "x"],
        ["reponse", "a", "b", "c"], ["element", "x"], ["image", "x"], ["nouveau-palier", "z"],
        ["x", "argument"], ["x", "texte"],
      ] {
        let title = String(repeating: "é\u{1B}[2J", count: 400)
        var begun = Begun(kind, words, title: title, fields: [field])
        begun.screen = "nulle-part"
        begun.focus = "x"
        begun.place = Wall.Place(axe: .utilite, selection: "x", mois: .max)
        var state = try Self.opened()
        _ = state.update(.drafts([Draft(begun), Draft(begun)], since: 1))
        #expect(state.modes.count == 1 && state.modes.last is FoundText, "\(words)")
        #expect(state.words.contains("Un texte"))
        // Two windows had it: once is enough.
        #expect(state.unopened.waiting.isEmpty)
      }
    }
  }
}
