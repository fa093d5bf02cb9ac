import DPES
import TerminalUI
import Testing

@testable import Application

/// New words on a day whose image is frozen: somebody says where they go, and none is lost.
@Suite struct FrozenTodayTests {
  /// A démarche whose image of today, of one observation, is frozen.
  private func frozenState(_ size: Size = Size(80, 24)) -> State {
    var state = emptyState(size)
    state.play("nUn mot[Entrée]uo[Échap]if[Entrée]")
    return state
  }

  private func isAsking(_ state: State) -> Bool {
    state.words.lowercased().contains("l’image d’aujourd’hui est figée")
  }

  @Test func `n asks, f opens the frozen image again, and what is said goes there`() {
    var state = frozenState()
    state.play("n")
    #expect(isAsking(state))
    state.play("Encore[Entrée]")
    #expect(isAsking(state) && state.words.contains("f la rouvre, n en ouvre une autre"))
    state.play("fur")
    #expect(state.images.count == 1 && state.observations.map(\.texte) == ["Un mot", "Encore"])
    let traces = state.document?.demarche.historique.map(\.quoi)
    #expect(traces?.filter { $0 == "gel" }.count == 2)
  }

  @Test(arguments: wallSizes, [false, true])
  func `on another day n says that a new image begins, before a word is said`(
    size: Size, isOnWall: Bool
  ) {
    var state = frozenState(size)
    let jour = state.environment.today
    func saysDay(_ state: State) -> Bool {
      state.words.contains(jour.french) || state.words.contains(jour.frenchShort)
    }
    _ = state.update(.day(state.environment.today.adding(days: 400)))
    if isOnWall { state.play("s") }
    state.play("n")
    #expect(saysDay(state) && state.words.lowercased().contains("nouvelle image"))
    state.play("E")
    let stays = isOnWall ? saysDay(state) : state.words.contains("nouvelle image")
    #expect(stays || size.width < 60)
    state.play("ncore[Entrée]ur")
    #expect(state.images.map(\.figee) == [true, false])
    #expect(!state.words.lowercased().contains("nouvelle image"))
  }

  @Test func `on another day, too, a draft that a killed window left begins no image by itself`() {
    var state = frozenState()
    _ = state.update(.day(state.environment.today.adding(days: 40)))
    let draft = Draft("Encore un", .observation(point: nil, axe: nil))
    #expect(state.update(.drafts([draft], since: 1)).isEmpty)
    #expect(state.images.count == 1 && state.drafting.flatMap(\.texts) == ["Encore un"])
    state.play("[Entrée]ur")
    #expect(state.images.count == 2 && state.observations.map(\.texte) == ["Un mot", "Encore un"])
  }

  @Test func `a draft that a killed window left is asked about, and begins no image by itself`() {
    for texts in [["Encore un"], ["Encore un", "Et deux"]] {
      var state = frozenState()
      let drafts = texts.map { Draft($0, .observation(point: nil, axe: nil)) }
      #expect(state.update(.drafts(drafts, since: 1)).isEmpty)
      #expect(state.images.count == 1 && isAsking(state))
      #expect(state.drafting.flatMap(\.texts).sorted() == texts)
      // Killed again, or told to end, it is noted again.
      _ = state.update(.event(.closed))
      #expect(state.images.count == 1 && state.draftsAtEnd.flatMap(\.texts).sorted() == texts)
    }
    var state = frozenState()
    _ = state.update(.drafts([Draft("Encore un", .observation(point: nil, axe: nil))], since: 1))
    state.play("[Entrée]fur")
    #expect(state.images.count == 1 && state.observations.map(\.texte) == ["Un mot", "Encore un"])
  }

  @Test func `a capital begins the next sentence, and answers nothing`() {
    var state = frozenState()
    for sentence in ["Non, un café", "Faut voir"] {
      state.play("nUn autre[Entrée]")
      state.type(sentence)
      #expect(state.images.map(\.figee) == [true] && state.observations.count == 1)
      state.play("[Échap][Échap]")
    }
    state.play("n")
    #expect(state.words.contains("Un autre"))
  }

  @Test func `n again begins another image of the day`() {
    var state = frozenState()
    state.play("nEncore[Entrée]nur")
    #expect(state.images.count == 2)
    #expect(state.images.map(\.figee) == [true, false])
    #expect(state.observations.map(\.texte) == ["Un mot", "Encore"])
  }

  @Test func `Échap begins nothing, and keeps a draft or what was pasted`() {
    var state = frozenState()
    state.play("n[Échap]")
    #expect(state.images.count == 1 && state.modes.isEmpty && state.drafts.isEmpty)
    _ = state.update(.event(.paste("Un\nDeux")))
    #expect(isAsking(state))
    state.play("x")
    #expect(state.words.contains("f rouvre l’image"))
    state.play("[Échap]")
    #expect(isAsking(state))
    state.play("[Échap]")
    #expect(state.images.count == 1 && state.drafting.flatMap(\.texts) == ["Un", "Deux"])
    state.play("n[Entrée]n[Entrée]")
    #expect(state.observations.map(\.texte) == ["Un mot", "Un", "Deux"])
  }

  @Test func `a list pasted is previewed once it is known where it goes`() {
    var state = frozenState()
    _ = state.update(.event(.paste("Un\nDeux")))
    state.play("n[Entrée]")
    #expect(state.images.count == 2)
    #expect(state.observations.map(\.texte) == ["Un mot", "Un", "Deux"])
  }

  @Test func `letters that come together answer nothing, and wait as a paste`() {
    var state = frozenState()
    state.play("n")
    _ = state.update(.event(.burst("non, pas assez\nfroid")))
    #expect(state.images.count == 1)
    state.play("[Entrée]n[Entrée]")
    #expect(state.observations.map(\.texte).suffix(2) == ["non, pas assez", "froid"])
  }

  /// Nobody looks at the screen: a sentence opens no image, whatever letters it has.
  @Test(arguments: ["Les factures", "On parle peu", "non, trop de bruit"])
  func `a sentence typed blind goes into the field, its axis and the next one nowhere`(
    texte: String
  ) {
    for isOnWall in [false, true] {
      var state = frozenState()
      if isOnWall { state.play("s") }
      state.play("n\(texte)[Entrée]dr\(texte)[Entrée]")
      #expect(state.images.count == 1 && state.images.map(\.figee) == [true])
      #expect(state.observations.map(\.texte) == ["Un mot"])
      state.play("[Échap]ndr")
      #expect(state.images.count == 2 && state.observations.map(\.texte) == ["Un mot", texte])
    }
  }

  @Test func `an image frozen elsewhere while a text is said is asked about before it is kept`() {
    var state = emptyState()
    state.play("nUn mot[Entrée]uoAutre[Entrée]d")
    state.freezeElsewhere()
    state.play("v")
    #expect(isAsking(state) && state.observations.count == 1)
    state.play("nv")
    #expect(state.images.count == 2)
    #expect(state.observations.map(\.texte) == ["Un mot", "Autre"])
    #expect(state.observations.last?.statut == .vert)
  }

  @Test func `the end of the program loses nothing that was pasted or said`() {
    var state = frozenState()
    _ = state.update(.event(.paste("Un\nDeux")))
    _ = state.update(.event(.closed))
    #expect(state.images.count == 1 && state.draftsAtEnd.flatMap(\.texts) == ["Un", "Deux"])
  }

  @Test func `an image frozen on an earlier day asks nothing`() {
    var state = frozenState()
    _ = state.update(.day(Day(number: state.environment.today.number + 1)))
    state.play("nEncore[Entrée]ur")
    #expect(state.images.count == 2 && state.observations.last?.texte == "Encore")
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(140, 40)])
  func `the question`(size: Size) throws {
    var state = frozenState(size)
    state.play("nUn autre mot[Entrée]")
    try expectContent(state, named: "image-figee-\(size.width)x\(size.height)")
  }

  @Test func `on the wall it is asked as well`() {
    var state = frozenState(Size(100, 30))
    state.play("sn")
    #expect(isAsking(state))
    state.play("Encore[Entrée]nur")
    #expect(state.observations.last?.texte == "Encore")
  }
}

extension Draft {
  /// Its text, or the lines pasted that are kept.
  var texts: [String] {
    guard let begun else { return [texte] }
    return begun.fields.flatMap {
      $0.isProse ? $0.text.split(separator: "\n").map(String.init) : []
    }
  }
}

extension State {
  /// Another window freezes the image of today.
  fileprivate mutating func freezeElsewhere() {
    guard let base = document?.demarche, let last = base.cercles.last else { return }
    var theirs = base
    // It holds an observation.
    _ = try? theirs.figerImage(last.id, signature)
    _ = update(.elsewhere(Elsewhere(base: base, theirs: theirs, basis: 1)))
  }
}
