import DPES
import Documents
import TerminalUI
import Testing

@testable import Application

/// Documents that leave from the screen.
@Suite struct ExportTests {
  private func opened(_ size: Size = Size(100, 30)) throws -> State {
    state(try example(), size, screen: .cercle)
  }

  /// The request of the last effect, after those that asked for a preview.
  private func request(_ effects: [Effect]) throws -> ExportRequest {
    guard case .export(let request)? = effects.last else {
      throw Missing(effects: effects.count)
    }
    return request
  }

  private struct Missing: Error { let effects: Int }

  @Test func `e shows the documents, asks for a preview of the selected one, and where to`() throws
  {
    var state = try opened()
    guard case .preview(let first)? = state.play("e").first else { throw Missing(effects: 0) }
    let shipped = try example()
    #expect(first.document.name == "compte-rendu" && first.demarche == shipped)
    _ = state.update(.preview(first.document, sansNoms: false, ["Compte rendu du 5 novembre"]))
    #expect(state.words.contains("Compte rendu du 5 novembre"))
    guard case .preview(let second)? = state.play("[bas]").first else { throw Missing(effects: 0) }
    #expect(second.document.name == "ca")
    #expect(!state.words.contains("Compte rendu du 5 novembre"))
    // A preview that comes late is of what is no more selected.
    _ = state.update(.preview(first.document, sansNoms: false, ["Compte rendu du 5 novembre"]))
    #expect(!state.words.contains("Compte rendu du 5 novembre"))
    state.play("n")
    #expect(state.words.contains("sans les noms"))
    #expect(state.play("[Entrée]").isEmpty)
    let asked = try request(state.play("[Entrée]"))
    #expect(asked.document == second.document && asked.sansNoms && !asked.replaces)
    #expect(asked.path.hasSuffix("-ca-sans-noms.odt"))
    #expect(state.modes.isEmpty && state.notice?.text.contains("Écriture de") == true)
    _ = state.update(.exported("Écrit", asked))
    #expect(state.notice?.text == "Écrit")
    #expect(state.document?.demarche == shipped)
  }

  @Test func `← and → scroll the preview, as far as there is something to see`() throws {
    var state = try opened()
    guard case .preview(let first)? = state.play("e").first else { throw Missing(effects: 0) }
    let lines = (1...20).map { "texte \($0)." }
    _ = state.update(.preview(first.document, sansNoms: false, lines))
    #expect(state.words.contains("texte 1.") && !state.words.contains("texte 20."))
    for _ in 0..<9 { state.play("[droite]") }
    #expect(state.words.contains("texte 20.") && !state.words.contains("texte 1."))
    for _ in 0..<9 { state.play("[gauche]") }
    #expect(state.words.contains("texte 1."))
  }

  @Test func `a file that is there is replaced only when somebody says so`() throws {
    var state = try opened()
    let first = try request(state.play("e[Entrée][Entrée]"))
    #expect(state.update(.exportExists(first)).isEmpty)
    #expect(state.words.contains("existe déjà"))
    // Entrée is not yes.
    #expect(state.play("[Entrée]").isEmpty)
    #expect(state.words.contains("dans quel fichier"))
    state.play("[Échap][Échap]")
    _ = state.update(.exportExists(first))
    let second = try request(state.play("o"))
    #expect(second.replaces && second.path == first.path)
    _ = state.update(.exportExists(first))
    #expect(state.play("[Échap]").isEmpty && state.modes.isEmpty)
  }

  @Test func `another name is asked for the same document, whatever was chosen meanwhile`() throws {
    var state = try opened()
    let first = try request(state.play("e[Entrée][Entrée]"))
    let other = try request(state.play("e[bas][Entrée][Entrée]"))
    #expect(other.document != first.document)
    _ = state.update(.exportExists(first))
    let again = try request(state.play("n[Entrée]"))
    #expect(again.document == first.document && again.path == first.path)
  }

  @Test func `a document that there is not is refused, with those that there are`() throws {
    var state = try opened()
    let effects = ExportCard.open(&state, of: "bilan")
    #expect(effects.isEmpty && state.modes.isEmpty)
    #expect(
      state.notice?.text == "«\u{A0}bilan\u{A0}» n’est pas un document. Il y a\u{A0}: "
        + "\(OutgoingDocument.all.map(\.name).joined(separator: ", ")).")
  }

  @Test func `where there is no document the card says nothing, and writes nothing`() throws {
    var state = try opened()
    state.environment.documents = []
    #expect(state.play("e[bas]n[Entrée]").isEmpty)
    #expect(state.words.contains("Sortir un document"))
    state.play("[Échap]")
    #expect(state.modes.isEmpty)
  }

  @Test func `whoever types is not disturbed by what became of a document`() throws {
    var state = try opened()
    let first = try request(state.play("e[Entrée][Entrée]"))
    state.play("nUn mot")
    _ = state.update(.exportExists(first))
    #expect(state.words.contains("Un mot"))
    #expect(state.notice?.text.contains("existe déjà") == true)
  }

  @Test func `the wall shows neither documents nor their names`() throws {
    var state = try opened()
    let first = try request(state.play("e[Entrée][Entrée]"))
    state.play("s")
    _ = state.update(.exported("Écrit : « secret »", first))
    #expect(state.notice?.text.contains("secret") != true)
    _ = state.update(.exportExists(first))
    #expect(!state.words.contains("secret") && !state.words.contains("existe déjà"))
    #expect(!(state.modes.last is Replacement))
    #expect(state.play("e").isEmpty)
  }

  @Test func `d goes back through the séances and the images, and round to the day’s own`() throws {
    var state = try opened()
    let shipped = try example()
    func choice(_ effects: [Effect]) throws -> ChoixDeDocument {
      guard case .preview(let request)? = effects.first else { throw Missing(effects: 0) }
      return request.choix
    }
    #expect(try choice(state.play("e")) == ChoixDeDocument())
    #expect(state.words.contains("dernière image (05/11/2026), sa séance"))
    var met: [ChoixDeDocument] = []
    repeat { met.append(try choice(state.play("d"))) } while met.last != ChoixDeDocument()
    let last = try #require(shipped.imagesParDate.last.map { shipped.cercles[$0] })
    #expect(met.first?.image == last.id)
    // Each image once, with its séance where it has one.
    #expect(Set(met.compactMap(\.image)) == Set(shipped.cercles.map(\.id)))
    #expect(met.compactMap(\.seance).count == shipped.seances.count)
    #expect(Set(met).count == met.count)
    state.play("d")
    #expect(state.words.contains("5 novembre 2026"))
    let asked = try request(state.play("[Entrée][Entrée]"))
    #expect(asked.choix == met.first)
    // It is kept for the next document, and shown.
    #expect(try choice(state.play("e")) == met.first)
  }

  @Test func `a board that was chosen for its page is none of what takes no séance`() throws {
    var demarche = try example()
    var board = Seance()
    (board.id, board.genre, board.date) = ("b", .ca, Day(iso: "2026-06-02"))
    demarche.seances.append(board)
    var state = state(demarche, Size(100, 30), screen: .cercle)
    func choice(_ effects: [Effect]) throws -> ChoixDeDocument {
      guard case .preview(let request)? = effects.first else { throw Missing(effects: 0) }
      return request.choix
    }
    state.play("e[bas]")
    #expect(try choice(state.play("d")).seance == "b")
    // Since a day after the board nothing can have changed for it.
    state.play("c01/09/2026[Entrée]")
    #expect(state.words.contains("Le conseil est du 2 juin 2026"))
    state.play("[Échap]")
    #expect(try choice(state.play("[bas]")) == ChoixDeDocument())
    #expect(!state.words.contains("2 juin 2026"))
    #expect(try choice(state.play("[haut]")).seance == "b")
    // What is typed takes the place of the day that is there.
    state.play("c01/02/2026[Entrée]c01/03/2026[Entrée]")
    #expect(state.words.contains("changements depuis le 01/03/2026"))
  }

  @Test func `c asks since when changes are told, and nothing leaves it to the document`() throws {
    var state = try opened()
    // Minutes tell none.
    state.play("ec")
    #expect(state.notice?.text.contains("ne dit pas ce qui a changé") == true)
    state.play("[bas]c")
    state.play("bientôt[Entrée]")
    #expect(state.words.contains("n’est pas une date"))
    state.play("[Ctrl-U]12/12/2024[Entrée]")
    #expect(state.words.contains("changements depuis le 12/12/2024"))
    let since = try request(state.play("[Entrée][Entrée]")).choix.depuis
    #expect(since == Day(iso: "2024-12-12"))
    state.play("e")
    state.play("c[Ctrl-U][Entrée]")
    #expect(!state.words.contains("changements depuis"))
    // The poster is of no séance, and says so.
    while (state.modes.last as? ExportCard)?.document?.name != "engagements" {
      state.play("[bas]")
    }
    #expect(state.words.contains("au jour d’aujourd’hui"))
    state.play("d")
    #expect(state.notice?.text.contains("d’aucune séance ni image") == true)
    #expect((state.modes.last as? ExportCard)?.choix.seance == nil)
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40)])
  func `the card at each size`(size: Size) throws {
    var state = try opened(size)
    state.play("e[bas]")
    let label = try #require(OutgoingDocument.all.map(\.label).first { $0.name == "ca" })
    _ = state.update(
      .preview(
        label, sansNoms: false,
        [
          "Résidence du Halage", "Où en est la démarche de progrès au 1er décembre 2026",
          "Utilité et emplois",
          "Palier 2 aujourd’hui, 2 prévu à 18 mois, 4 à 36 mois. Tenu : Dossiers de financement à l’heure.",
        ]))
    try expectContent(state, named: "sortir-\(size.width)x\(size.height)")
  }
}
