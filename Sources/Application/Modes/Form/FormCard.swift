import DPES
import TerminalUI

/// A form about something of the démarche, in a card: Entrée keeps what it holds, Échap sets it aside.
struct FormCard: Modal {
  var tables: [ActionTable] { [subject.repeats ? .forms : .form] }
  var hasField: Bool { true }

  let subject: any FormSubject
  let title: String
  private(set) var original: Form
  /// The démarche when the form was opened: what another person did since is not written over.
  var base: Demarche
  /// When it was opened.
  let today: Day
  /// What it answers, read above the fields.
  var heading: String?
  var form: Form
  /// Whether the fields that hold a name are left out.
  private(set) var hidesNames = false
  /// The option that its subject proposed, until a person chooses another.
  var proposed: Int?
  /// The value, as typed, that something was proposed for.
  var proposedOf: String?

  init(
    _ subject: any FormSubject, _ title: String, _ fields: [Form.Field], base: Demarche,
    le today: Day
  ) {
    self.subject = subject
    self.title = title
    self.base = base
    self.today = today
    form = Form(fields)
    original = form
    let card = self
    form.ask(card.asks)
  }

  /// Whether a field is shown: one with a name waits until names are.
  func asks(_ field: String) -> Bool {
    !(hidesNames && Names.canWait(field)) && subject.asks(field, in: self)
  }

  /// Leaves out the fields that hold a name, or shows them again; what they hold stays.
  mutating func hide(names: Bool) {
    hidesNames = names
    let card = self
    form.ask(card.asks)
  }

  /// The same form about what it kept, with what is typed in it still.
  func continued(_ subject: any FormSubject, original: [Form.Field], base: Demarche) -> FormCard {
    var card = FormCard(subject, title, original, base: base, le: today)
    card.form = form
    return card
  }

  /// The same form about the démarche as the person has just made it, by going back on a change: what
  /// was typed stays, the other fields say what it says now.
  func renewed(_ state: State) -> FormCard {
    guard let demarche = state.demarche, let fresh = subject.card(state, demarche) else {
      return self
    }
    var card = self
    for field in original.fields where form.value(field.id) == original.value(field.id) {
      let value = fresh.original.value(field.id)
      if value != form.value(field.id) { card.form.put(value, in: field.id) }
    }
    card.original = fresh.original
    card.base = demarche
    // What was wrong with them may be right now.
    for field in card.form.fields { card.form.tell(field.id, nil) }
    if let left = card.value("initiales"), form.fields.contains(where: { $0.fault != nil }) {
      // What is typed next is another person.
      card.form.put(left + ", ", in: "initiales")
    }
    return card
  }

  /// Whether a field holds something else than what it came with.
  func isChanged(_ field: String) -> Bool { form.value(field) != original.value(field) }

  /// A text of the form without blanks around, nil when it is empty: an absent value is an absent
  /// key.
  func value(_ id: String) -> String? {
    let text = form.text(id).trimmed
    return text.isBlank ? nil : text
  }

  /// Columns of its fields and their labels.
  static func width(in area: Rect) -> Int { max(1, min(76, area.width - 4)) }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let width = Self.width(in: area)
    // The fields go first: in a low window one row of it stays, else none.
    let fields = form.rows(width: width)
    let free = max(area.height - 3 - fields, area.height >= 8 ? 1 : 0)
    let lines = heading.map { TextWidth.wrap($0, width: width, maxLines: min(3, free)) } ?? []
    let gap = lines.isEmpty || lines.count == free ? 0 : 1
    var card = canvas.drawCard(
      title: title, content: Size(width, fields + lines.count + gap), in: area)
    for line in lines { canvas.draw(line, in: card.takeTop(1), Style(.faint, on: .card)) }
    _ = card.takeTop(gap)
    let (above, below) = form.beyond(form.draw(on: &canvas, in: card))
    canvas.drawBeyond(
      above: above > 0 ? above.counting("champ") : "",
      below: below > 0 ? below.counting("champ") : "", of: card, in: area)
  }

  static func confirm(_ state: inout State) -> [Effect] {
    guard var card = state.modes.last as? FormCard else { return [] }
    let depth = state.modes.count
    let effects = welcome(&state, &card) + card.subject.confirm(card, in: &state)
    // What is wrong with it is told in it; a question may have come above.
    guard !effects.isEmpty, state.modes.count == depth - 1, card.subject.canRepeat(state) else {
      return effects
    }
    return effects + state.open(card.subject)
  }

  /// Says what is wrong with a field, under it; nothing typed goes.
  static func fail(_ state: inout State, _ card: FormCard, _ field: String, _ fault: String)
    -> [Effect]
  {
    var card = card
    card.form.fail(field, fault)
    return state.replaceMode(card)
  }

  /// Who does something and by when, of the fields `qui` and `quand`; nil once what is wrong is said.
  ///
  /// `before` is who was named there: still taken where they have left.
  static func whoAndWhen(_ state: inout State, _ card: FormCard, before: String?) -> (
    qui: String?, quand: Day?
  )? {
    var qui: String?
    if let text = card.value("qui") {
      qui = card.base.personne(text, parmi: before.map { [$0] } ?? [])
      guard qui != nil else {
        _ = fail(&state, card, "qui", FormCard.stranger(text, card.base))
        return nil
      }
    }
    guard let quand = card.day("quand") else {
      _ = fail(&state, card, "quand", FormCard.notADay(card.value("quand") ?? ""))
      return nil
    }
    do throws(Fault) {
      if !card.isAsWritten("quand") { try card.askPast("quand", quand) }
    } catch {
      _ = fail(&state, card, error.id, error.text)
      return nil
    }
    return (qui, quand)
  }

  /// Closes a form and makes its edit, together with what came from elsewhere while it was open.
  static func commit(
    _ state: inout State, _ card: FormCard, _ edit: (inout Demarche, inout IDGenerator) -> Bool
  ) -> [Effect] {
    state.modes.removeLast()
    state.formsAside[ValueKey(card.subject)] = nil
    return Arrival.change(&state, since: card.base, edit)
  }

  /// Closes a form about a record of a list, the one known or a new one, and keeps what is filled in.
  ///
  /// - Returns: What is asked of the world, and the record's id; nil where none was made.
  static func commit<R: IdentifiedRecord>(
    _ state: inout State, _ card: FormCard, _ known: String?,
    in list: WritableKeyPath<Demarche, [R]>, _ fill: (inout R) -> Void
  ) -> (effects: [Effect], id: String?) {
    var id = known
    let effects = commit(&state, card) { demarche, ids in
      if let known { return demarche[keyPath: list].modifier(known, fill) }
      var one = R()
      fill(&one)
      id = demarche[keyPath: list].ajouter(one, ids: &ids)
      return true
    }
    return (effects, id)
  }

  /// What was changed is set aside, for the next time.
  func leave(_ state: inout State) {
    state.modes.removeLast()
    let isChanged = subject.isKeptAside && !form.holdsTheSame(as: original)
    state.formsAside[ValueKey(subject)] = isChanged ? self : nil
    if isChanged { state.say("Fiche mise de côté\u{A0}: la même touche la reprend.") }
    subject.left(&state)
  }

  var begun: Begun? {
    let fields = form.fields.filter { form.value($0.id) != original.value($0.id) }
    guard !fields.isEmpty else { return nil }
    var begun = Begun(
      .form, subject.words, title: title,
      fields: fields.map { field in
        let isChoice = if case .choice = field.content { true } else { false }
        return Begun.Field(
          id: field.id, label: field.label, text: form.value(field.id),
          before: original.value(field.id), isProse: !isChoice && !field.isValue)
      })
    begun.focus = form.focusedID
    return begun
  }

  /// A form that says enough is kept; what is only proposed or pasted in it was confirmed by nobody.
  func keepAtEnd(_ state: inout State) -> [Effect] {
    proposed != nil || form.holdsPaste || form.holdsTheSame(as: original)
      ? [] : subject.confirm(self, in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    let width = FormCard.width(in: WindowLayout(state.size).content)
    return changed(in: &state) { $0.hear(key, width: width) }
  }

  func paste(_ text: String, in state: inout State) {
    var card = self
    if !card.form.insert(text) {
      state.refuse("Le texte collé n’entre pas en entier dans ce champ.")
    }
    state.replaceMode(card)
  }
}

extension Action {
  fileprivate static func nextField(_ id: String) -> Action {
    Action(
      id, [.tab], "Champ suivant", short: "champ suivant", weight: 80,
      help: "Passe au champ suivant\u{A0}; Maj-Tab au précédent, ↑ ↓ aussi."
    ) { $0.changeMode { (card: inout FormCard) in _ = card.hear(.tab, width: 80) } }
  }
}

extension ActionTable {
  /// What is heard in a form of something new, which is followed by another one.
  static let forms = ActionTable(
    "forms",
    Action(
      "fiches.garder", [.enter], "Garder, puis la suivante", short: "garder, puis la suivante",
      weight: 100, help: "Garde ce qui est écrit, et ouvre la fiche suivante.",
      perform: { FormCard.confirm(&$0) }),
    .nextField("fiches.champ"),
    Action(
      "fiches.terminer", [.escape, .control("c")], "Terminer", short: "terminer", weight: 90,
      help: "Ferme la fiche\u{A0}; ce qui est écrit est mis de côté.",
      perform: { $0.leaveMode() }))

  /// What is heard in a form, beside what its fields understand.
  static let form = ActionTable(
    "form",
    Action(
      "fiche.garder", [.enter], "Garder la fiche", short: "garder", weight: 100,
      help: "Garde ce qui est écrit.", perform: { FormCard.confirm(&$0) }),
    .nextField("fiche.champ"),
    Action(
      "fiche.laisser", [.escape, .control("c")], "Laisser comme avant",
      short: "laisser comme avant", weight: 90,
      help: "Rien ne change\u{A0}; ce qui est écrit est mis de côté.",
      perform: { $0.leaveMode() }))
}
