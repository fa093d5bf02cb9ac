import Application
import DPES
import JSONTree
import TerminalUI
import Testing

/// The screens that hang from the tableau, as they look.
@Suite struct AnnexeFrameTests {
  private static let sizes = designedSizes + [Size(40, 12), Size(140, 40)]
  private static let screens: [Screen] = [.finances, .capitalisation, .ca]

  private func name(_ screen: Screen, _ kind: String, _ size: Size) -> String {
    "\(screen.name)\(kind)-\(size.width)x\(size.height)"
  }

  @Test(arguments: screens, sizes)
  func `the example's at each size`(screen: Screen, size: Size) throws {
    let state = state(try example(), size, screen: screen)
    try expectContent(state, named: name(screen, "", size))
  }

  // The notes of the capitalisation have no signs.
  @Test(arguments: [Screen.finances, .ca])
  func `in ASCII`(screen: Screen) throws {
    let size = Size(80, 24)
    let state = state(try example(), size, screen: screen, isASCII: true)
    try expectContent(state, named: name(screen, "-ascii", size))
  }

  @Test(arguments: screens, [Size(40, 12), Size(80, 24)])
  func `nothing yet says what will stand there`(screen: Screen, size: Size) throws {
    let empty = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    try expectContent(
      state(empty, size, screen: screen), named: name(screen, "-vide", size))
  }

  @Test(arguments: screens, [Size(40, 12), Size(100, 30)])
  func `long texts, missing values and many rows`(screen: Screen, size: Size) throws {
    var state = state(unusual(), size, screen: screen)
    state.press(.down, .down)
    try expectContent(state, named: name(screen, "-cas", size))
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `the dossier beside the notes`(size: Size) throws {
    var state = state(try example(), size, screen: .capitalisation)
    state.press(.right, .down)
    try expectContent(state, named: name(.capitalisation, "-dossier", size))
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `the form of a note`(size: Size) throws {
    var state = state(try example(), size, screen: .capitalisation)
    state.press(.character("n"))
    try expectContent(state, named: name(.capitalisation, "-fiche", size))
  }

  /// Years without dates, of a loss, of a million millions; forty notes; a schéma without a start.
  private func unusual() -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    demarche.schema.debut = nil
    demarche.structure.exercices = (0..<30).map { index in
      var exercice = Exercice()
      exercice.id = "e\(index)"
      exercice.debut = index == 0 ? nil : Day(year: 1990 + index, month: 9, day: 1)
      exercice.fin = index == 0 ? nil : Day(year: 1991 + index, month: 8, day: 31)
      exercice.chiffreAffaires = index % 3 == 0 ? nil : JSONNumber(index * 123_456_789)
      exercice.marchand = JSONNumber(index == 28 ? -40 : index * 1_000)
      exercice.nonMarchand = index == 27 ? nil : JSONNumber(1)
      exercice.heuresDonnees = JSONNumber(1.5)
      return exercice
    }
    let long = "Une réunion où l’on a parlé de tout, sauf de ce pour quoi elle avait été convoquée"
    demarche.notes = (0..<40).map { index in
      var note = NoteDeCapitalisation()
      note.id = "n\(index)"
      note.faitMarquant = index == 38 ? nil : "\(index) \(long)"
      note.decision = index % 2 == 0 ? nil : long
      note.date = index == 39 ? nil : exampleDay
      return note
    }
    demarche.schema.paliers = (1...4).map { rang in
      var palier = Palier()
      (palier.id, palier.axe, palier.rang) = ("p\(rang)", .personne, rang)
      palier.intitule = "\(rang) \(long)"
      palier.echeanceMois = rang == 4 ? nil : rang * 9
      return palier
    }
    return demarche
  }
}
