import Testing

@testable import DPES

/// A démarche as it was known on a day.
@Suite struct ConnueTests {
  private static let jour = Day(number: 20_500)

  /// A record of each dated kind, the day before, on the day, and after it.
  private var demarche: Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "X", debut: Self.jour)
    for gap in -1...1 {
      let (id, day) = ("\(gap)", Self.jour.adding(days: gap))
      var (seance, image, note) = (Seance(), CercleDeQualite(), NoteDeCapitalisation())
      (seance.id, seance.date) = (id, day)
      (image.id, image.date, image.seance) = (id, day, id)
      (note.id, note.date) = (id, day)
      demarche.seances.append(seance)
      demarche.cercles.append(image)
      demarche.notes.append(note)
      var (retour, ressource) = (Retour(), Ressource())
      (retour.id, retour.date) = (id, day)
      (ressource.id, ressource.date) = (id, day)
      demarche.retours.append(retour)
      demarche.ressources.append(ressource)
      var (exercice, point) = (Exercice(), PointDeTresorerie())
      (exercice.id, exercice.fin) = (id, day)
      (point.id, point.date) = (id, day)
      demarche.structure.exercices.append(exercice)
      demarche.structure.tresorerie.append(point)
    }
    return demarche
  }

  @Test func `what is dated after a day is left out, and nothing else`() {
    let known = demarche.connue(le: Self.jour)
    let kept = [
      known.seances.map(\.id), known.cercles.map(\.id), known.notes.map(\.id),
      known.retours.map(\.id), known.ressources.map(\.id), known.structure.exercices.map(\.id),
      known.structure.tresorerie.map(\.id),
    ]
    for ids in kept { #expect(ids == ["-1", "0"]) }
  }

  @Test func `a réalisé that was written after the day is not there yet`() {
    var demarche = demarche
    var (palier, indicateur) = (Palier(), Indicateur())
    for (month, gap) in [(6, -1), (12, 1)] {
      var realise = Realise()
      (realise.statut, realise.date) = (.atteint, Self.jour.adding(days: gap))
      indicateur.realises[month] = realise
    }
    palier.indicateurs = [indicateur]
    demarche.schema.paliers = [palier]
    let known = demarche.connue(le: Self.jour).schema.paliers[0].indicateurs[0].realises
    #expect(known[6] != nil && known[12] == nil)
  }

  @Test func `a closing, a departure and a signature of after the day are not known yet`() {
    var demarche = demarche
    for gap in -1...1 {
      var (close, one) = (PeriodeClose(), Participant())
      (close.mois, close.le) = (gap, Self.jour.adding(days: gap))
      (one.id, one.departLe) = ("\(gap)", Self.jour.adding(days: gap))
      demarche.periodesCloses.append(close)
      demarche.participants.append(one)
    }
    demarche.charte.signeeLe = Self.jour.adding(days: 1)
    let known = demarche.connue(le: Self.jour)
    #expect(known.periodesCloses.map(\.mois) == [-1, 0])
    #expect(known.participants.count == 3 && known.participants[2].departLe == nil)
    #expect(known.participants[1].departLe == Self.jour && known.charte.signeeLe == nil)
    demarche.charte.signeeLe = Self.jour
    #expect(demarche.connue(le: Self.jour).charte.signeeLe == Self.jour)
  }

  @Test func `what was chosen stays, whatever its day`() {
    let image = demarche.connue(le: Self.jour, avec: ChoixDeDocument(image: "1"))
    #expect(image.cercles.map(\.id) == ["-1", "0", "1"] && image.seances.count == 2)
    let seance = demarche.connue(le: Self.jour, avec: ChoixDeDocument(seance: "1"))
    #expect(seance.cercles.count == 3 && seance.seances.map(\.id) == ["-1", "0", "1"])
  }

  @Test func `what has no date stays`() {
    var demarche = demarche
    for place in demarche.notes.indices { demarche.notes[place].date = nil }
    #expect(demarche.connue(le: Self.jour).notes.count == 3)
  }

  @Test(arguments: [(-30, -30), (0, 0), (30, 0)])
  func `the page of a board that was held is of its day`(board: Int, page: Int) {
    var demarche = demarche
    demarche.seances[0].genre = .ca
    demarche.seances[0].date = Self.jour.adding(days: board)
    let choix = ChoixDeDocument(seance: "-1")
    #expect(
      choix.jourDuConseil(dans: demarche, le: Self.jour) == Self.jour.adding(days: page))
    demarche.seances[0].genre = .comite
    #expect(choix.jourDuConseil(dans: demarche, le: Self.jour) == Self.jour)
  }
}
